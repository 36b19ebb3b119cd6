"""The cards of the library: found by need, by whom they are for, and by where sources differ."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.knowledge import Audience, Card
from app.domain.library import Library
from app.ui import state
from app.ui.components import card as cards
from app.ui.components.tags import tag
from app.ui.components.words import heading, muted

WHO: dict[str, Audience | None] = {
    "Everybody": None,
    "The employee": "ic",
    "The leader": "leader",
    "In between": "manager",
}


def show(coach: Coach) -> None:
    """Draw the search, the filters and what they leave."""
    library = coach.library
    query = st.text_input("Search", key="library_query", max_chars=300, placeholder="What worries you?")
    who = st.segmented_control("For", list(WHO), default="Everybody", required=True, key="library_for")
    differing = st.toggle("Only where sources differ", key="library_differ")
    audience = WHO[who or "Everybody"]
    if query.strip():
        found = [library.card_by_id[hit.card] for hit in coach.search(query, audience=audience, limit=20)]
    else:
        found = [each for each in library.cards if audience is None or audience in each.audience]
    found = [each for each in found if each.differs or not differing]
    if not found:
        muted("Nothing here matches. Try another word, or ask in the chat.")
    for each in found:
        _row(each, "card", cards.words(each.differs if differing else each.answer[0].text))


def open_card(card: Card, library: Library) -> None:
    """Draw one card whole, with what is near to it."""
    st.button("All cards", key="all_cards", type="tertiary", on_click=state.view_card, args=("",))
    st.html(tag("article", cards.as_html(card, library, "h2"), cls="card"))
    related = [library.card_by_id[each] for each in card.related if each in library.card_by_id]
    if related:
        heading("Related")
    for near in related:
        _row(near, "near")


def _row(card: Card, kind: str, words: str = "") -> None:
    with st.container(key=f"row_{kind}_{card.id}", gap=None):
        st.button(card.title, key=f"{kind}_{card.id}", type="tertiary", on_click=state.view_card, args=(card.id,))
        if words:
            muted(words)
