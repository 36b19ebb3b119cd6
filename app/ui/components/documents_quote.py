"""What the person's own documents say beside an answer: their words as they stand, apart from the coach's."""

from collections.abc import Sequence

import streamlit as st

from app.coaching.documents import Documents
from app.domain.documents import OwnPassage, OwnQuote
from app.ui.components.tags import Html, joined, tag
from app.ui.state import OWNER

HEADING = "From your own documents"
NOTE = "Word for word. This is your material: the coach has not checked it."
GONE = "A document that was quoted here has been removed, with its words."


def show(quotes: Sequence[OwnQuote], documents: Documents, message: str) -> None:
    """Draw the quotes of one answer, each with a letter that opens its passage; nothing when there are none."""
    if quotes:
        st.html(as_html(documents.shown(OWNER, quotes), message))


def as_html(passages: Sequence[OwnPassage], message: str) -> Html:
    """Return the part as one section. Letters, not numbers: these are no sources of the answer above."""
    here = [each for each in passages if not each.removed]
    lines: list[Html] = []
    for letter, passage in zip("ABCDEFGHIJ", here, strict=False):
        name = f"own-{message}-{letter}"
        label = f"Your document {letter}: {passage.title}"
        opens = tag("button", letter, type="button", cls="cite", popovertarget=name, aria_label=label)
        lines.append(tag("blockquote", "“", passage.quote, "” ", opens))
        lines.append(tag("p", passage.title, cls="from"))
        lines.append(_popover(name, passage))
    if here:
        lines.insert(0, tag("p", NOTE, cls="muted"))
    if len(here) < len(passages):
        lines.append(tag("p", GONE, cls="muted"))
    return tag("section", tag("h4", HEADING), *lines, cls="from-own", aria_label=HEADING)


def passage_html(passage: OwnPassage) -> Html:
    """Return a whole passage with its quote marked."""
    return tag("p", passage.before, tag("mark", passage.quote, cls="quoted"), passage.after, cls="said")


def _popover(name: str, passage: OwnPassage) -> Html:
    close = tag(
        "button",
        "×",
        type="button",
        cls="card-close",
        popovertarget=name,
        popovertargetaction="hide",
        aria_label="Close",
    )
    address = f"library?part=Your+documents&document={passage.document}"
    inside = joined(
        (
            close,
            tag("h3", passage.title),
            tag("span", "your own document, not checked", cls="evidence"),
            passage_html(passage),
            tag("p", tag("a", "Open in the library", href=address, target="_self"), cls="from"),
        )
    )
    return tag("div", inside, id=name, cls="card", popover="", role="dialog", aria_label=passage.title)
