"""A coach's answer: the direct line first, and small numbers that open the card behind a sentence."""

import re

import streamlit as st

from app.coaching.stand_in import why_own_words
from app.domain.conversation import Message
from app.domain.library import Library
from app.domain.turn import Citation
from app.ui import resources
from app.ui.components import card as cards
from app.ui.components import documents_quote
from app.ui.components.tags import joined, tag
from app.ui.components.words import muted, prose

_NUMBER = re.compile(r"\[(\d{1,2})\](?!\()")
_OWN = tag("span", "coach", cls="own", title="The coach's own suggestion, without a source")


def show(message: Message, library: Library) -> None:
    """Draw the answer. A number without a citation stays plain text: nothing pretends to be a source."""
    plan = message.plan
    # A card below says the rest: the answer keeps its first paragraph.
    text = message.text.split("\n\n")[0] if plan and plan.attachment else message.text
    cited = {c.number: c for c in plan.citations if c.card in library.card_by_id} if plan else {}
    with st.container(key=f"answer_{message.id}"):
        st.markdown(_numbered(text, message.id, cited, library), unsafe_allow_html=True)
        if cited:
            found = ((_name(message.id, each), library.card_by_id[each.card]) for each in cited.values())
            st.html(joined(cards.popover(name, card, library) for name, card in found))
        if plan and plan.own:
            documents_quote.show(plan.own, resources.coach().documents, message.id)
    if message.partial:
        muted("Stopped here. What was said so far is kept.")
    if message.provenance and message.provenance.replaced:
        muted(why_own_words(message.provenance))
    if message.provenance and message.provenance.searched:
        muted(f"Found by its words alone, not by its meaning. Why: {message.provenance.searched}")


def in_progress(text: str) -> str:
    """Return an unfinished reply as safe Markdown; its numbers look as they will, and do not open anything yet."""
    return _NUMBER.sub(lambda match: tag("span", match[1], cls="cite"), _own(text))


def _numbered(text: str, message: str, cited: dict[int, Citation], library: Library) -> str:
    def button(match: re.Match[str]) -> str:
        citation = cited.get(int(match[1]))
        if citation is None:
            return match[0]
        title = f"Source {match[1]}: {library.card_by_id[citation.card].title}"
        opens = _name(message, citation)
        return tag("button", match[1], type="button", cls="cite", popovertarget=opens, aria_label=title)

    return _NUMBER.sub(button, _own(text))


def _own(text: str) -> str:
    return prose(text).replace("[coach]", _OWN)


def _name(message: str, citation: Citation) -> str:
    return f"card-{message}-{citation.number}"
