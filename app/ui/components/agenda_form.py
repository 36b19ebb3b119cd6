"""What the questions are chosen by."""

import streamlit as st

from app.domain.library import Library
from app.domain.meeting import Meeting
from app.ui.components.kept_field import PAUSE
from app.ui.components.words import as_typed


def show(library: Library, kept: Meeting) -> Meeting:
    """Draw the fields, filled from the meeting known so far, and return the meeting as it stands."""
    with st.container(border=True, key="noprint_ask"):
        minutes = st.slider("Minutes", 10, 60, min(60, max(10, kept.minutes)), 5, key="ask_minutes")
        goal = st.text_input("What you want from it", kept.goal, key="ask_goal", max_chars=300, live=PAUSE)
        own = "Your own words, with commas between: a project, a tool, a worry."
        topics = st.text_input(
            "Your topics", ", ".join(kept.topics), key="ask_topics", max_chars=300, help=own, live=PAUSE
        )
        known = st.text_input("What you know already", kept.known, key="ask_known", max_chars=300, live=PAUSE)
        leads = st.toggle("You are the leader in this meeting", kept.audience == "leader", key="ask_leads")
        persona = _opposite(library, kept, leads=leads)
    seen = kept.seen_from(leads=leads)
    described = {
        "minutes": minutes,
        "goal": goal.strip(),
        "topics": tuple(each.strip() for each in topics.split(",") if each.strip()),
        "known": known.strip(),
        "persona": persona,
        "described": seen.described if persona == seen.persona else None,
    }
    return seen.model_copy(update=described)


def _opposite(library: Library, kept: Meeting, *, leads: bool) -> str:
    """Draw the choice of who sits opposite; a leader the user described goes by their own name."""
    names = {"": "You don't know yet"}
    names |= {each.id: as_typed(each.name) for each in library.personas if (each.side == "ic") == leads}
    if kept.described and kept.persona in names:
        names[kept.persona] = as_typed(kept.described.name or "The leader you described")
    at = list(names).index(kept.persona) if kept.persona in names else 0
    label, key = "Who are you meeting? Pick the nearest.", f"ask_persona_{leads}"
    return st.selectbox(label, list(names), at, format_func=names.__getitem__, key=key) or ""
