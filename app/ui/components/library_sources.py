"""Where the guidance comes from: how each source was read, its licence, and the cards that stand on it."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.knowledge import Card, Source
from app.ui import state
from app.ui.components.card import credit
from app.ui.components.library_search import matching
from app.ui.components.tags import Html, joined, tag
from app.ui.components.words import muted

READ = {
    "full": "Read in full",
    "excerpt": "Read as an excerpt",
    "second-hand": "Known only through another source",
}
EVERY = "All"


def show(coach: Coach) -> None:
    """Draw the list, or the one source the address asks for."""
    library = coach.library
    cited: dict[str, list[Card]] = {}
    for card in library.cards:
        for name in card.sources:
            cited.setdefault(name, []).append(card)
    if chosen := library.source_by_id.get(state.in_view("source")):
        st.button("All sources", key="all_sources", type="tertiary", on_click=state.view, args=("source", ""))
        st.html(_as_html(chosen, cited.get(chosen.id, []), opened=True))
        return
    query = st.text_input("Search", key="source_query", max_chars=300, placeholder="Author or title")
    how = st.segmented_control("How it was read", [EVERY, *READ.values()], default=EVERY, required=True)
    found = [each for each in library.sources if how in (EVERY, READ[each.read])]
    found = matching(found, query, lambda each: f"{each.title} {each.author} {each.year}")
    muted(f"{len(found)} of {len(library.sources)} sources.")
    st.html(joined(_as_html(each, cited.get(each.id, [])) for each in found))


def _as_html(source: Source, cards: list[Card], *, opened: bool = False) -> Html:
    title: str = source.title
    linked = source.link.startswith(("https://", "http://"))
    if linked:
        title = tag("a", source.title, href=source.link, target="_blank", rel="noopener noreferrer")
    lines = [
        tag("p", title, cls="entry"),
        tag("p", credit(source), cls="muted"),
        tag("p", f"{READ[source.read]}. Licence: {source.licence}.", cls="muted"),
    ]
    if not linked:
        lines.append(tag("p", f"Where: {source.link}", cls="muted"))
    if cards:
        count = "1 card cites it" if len(cards) == 1 else f"{len(cards)} cards cite it"
        items = (tag("li", tag("a", card.title, href=f"library?card={card.id}", target="_self")) for card in cards)
        mark = {"open": ""} if opened else {}
        lines.append(tag("details", tag("summary", count), tag("ul", *items), **mark))
    return tag("div", *lines, cls="listed")
