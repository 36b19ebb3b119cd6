"""What the questions are chosen by."""

import streamlit as st

from app.domain.meeting import Meeting


def show(kept: Meeting) -> Meeting:
    """Draw the fields, filled from the meeting known so far, and return the meeting as it stands."""
    with st.container(border=True, key="noprint_ask"):
        minutes = st.slider("Minutes", 10, 60, min(60, max(10, kept.minutes)), 5, key="ask_minutes")
        goal = st.text_input("What I want from it", kept.goal, key="ask_goal", max_chars=300)
        own = "Your own words, with commas between: a project, a tool, a worry."
        topics = st.text_input("My topics", ", ".join(kept.topics), key="ask_topics", max_chars=300, help=own)
        known = st.text_input("What I know already", kept.known, key="ask_known", max_chars=300)
        leads = st.toggle("I am the leader in this meeting", kept.audience == "leader", key="ask_leads")
    described = {
        "minutes": minutes,
        "goal": goal.strip(),
        "topics": tuple(each.strip() for each in topics.split(",") if each.strip()),
        "known": known.strip(),
        "audience": "leader" if leads else "ic",
    }
    return kept.model_copy(update=described)
