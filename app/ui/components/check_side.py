"""Whose words are checked: what is fine from an employee may not be from a leader."""

import streamlit as st

from app.domain.meeting import Meeting
from app.ui.components.words import muted


def choose(meeting: Meeting) -> bool:
    """Draw one quiet line with a switch, set to the side the user is on in their meeting; return whether they lead."""
    with st.container(horizontal=True, vertical_alignment="center", key="check_side"):
        said_by = st.empty()
        leads = st.toggle(
            "You are the leader", meeting.leads, key=f"check_leads_{meeting.leads}", persist_state="session"
        )
    with said_by:
        muted(f"Read as something {'a leader' if leads else 'an employee'} says.")
    return leads
