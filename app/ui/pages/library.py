"""Library: everything the coach answers from, with its sources, and the person's own documents apart from it."""

import streamlit as st

from app.ui import resources, state
from app.ui.components import (
    documents_shelf,
    library_cards,
    library_leaders,
    library_questions,
    library_risks,
    library_sources,
)
from app.ui.components.calm import calm

PARTS = {
    "Cards": library_cards.show,
    "Questions": library_questions.show,
    "Leaders": library_leaders.show,
    "Risks": library_risks.show,
    "Sources": library_sources.show,
    "Your documents": documents_shelf.show,
}

coach = resources.coach()
st.title("Library", anchor=False)
if chosen := coach.library.card_by_id.get(state.card_in_view()):
    library_cards.open_card(chosen, coach.library)
    st.stop()

st.markdown("What the coach knows, with the sources behind it, and what you add yourself.")
part = st.segmented_control(
    "Part", list(PARTS), default="Cards", required=True, key="part", bind="query-params", label_visibility="collapsed"
)
with calm():
    PARTS[part or "Cards"](coach)
