"""From a leader's question in the chat to the page that plans the programme."""

import streamlit as st

from app.coaching.programme import wish_from
from app.ui import resources
from app.ui.components.programme_form import KEPT, remembered
from app.ui.navigation import go
from app.ui.state import OWNER


def show(reply: str, line: str) -> None:
    """Draw the way from a reply of the chat to the page, which opens with the figures of the line it answers."""
    if st.button("Plan it with dates", key=f"programme_{reply}"):
        coach = resources.coach()
        wish = wish_from(line, remembered(coach).first_day)
        if wish is not None:
            coach.drafts.remember(OWNER, KEPT, wish)
        go("programme")
