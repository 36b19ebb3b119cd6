"""Library: every card the coach answers from, with its sources."""

import streamlit as st

from app.domain.knowledge import Audience
from app.ui import resources, state
from app.ui.components import card as cards
from app.ui.components.calm import calm
from app.ui.components.tags import tag
from app.ui.components.words import heading, muted

WHO: dict[str, Audience | None] = {
    "Everybody": None,
    "The employee": "ic",
    "The leader": "leader",
    "In between": "manager",
}

coach = resources.coach()
library = coach.library
st.title("Library", anchor=False)

if chosen := library.card_by_id.get(state.card_in_view()):
    st.button("All cards", key="all_cards", type="tertiary", on_click=state.view_card, args=("",))
    st.html(tag("article", cards.as_html(chosen, library, "h2"), cls="card"))
    related = [library.card_by_id[each] for each in chosen.related if each in library.card_by_id]
    if related:
        heading("Near to this")
    for near in related:
        with st.container(key=f"row_{near.id}", gap=None):
            st.button(near.title, key=f"near_{near.id}", type="tertiary", on_click=state.view_card, args=(near.id,))
    st.stop()

st.markdown("What the coach knows, card by card, with the sources behind it.")
query = st.text_input("Search", key="library_query", max_chars=300, placeholder="What worries you?")
who = st.segmented_control("For", list(WHO), default="Everybody", required=True, key="library_for")
audience = WHO[who or "Everybody"]
with calm():
    if query.strip():
        found = [library.card_by_id[hit.card] for hit in coach.search(query, audience=audience, limit=20)]
    else:
        found = [each for each in library.cards if audience is None or audience in each.audience]
    if not found:
        muted("Nothing here matches. Try another word, or ask in the chat.")
    for each in found:
        with st.container(key=f"row_{each.id}", gap=None):
            st.button(each.title, key=f"card_{each.id}", type="tertiary", on_click=state.view_card, args=(each.id,))
            muted(cards.words(each.answer[0].text))
