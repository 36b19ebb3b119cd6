"""Which side the user plays and which meeting: their own first, then the ready-made ones."""

import streamlit as st

from app.domain.library import Library
from app.domain.meeting import Meeting
from app.ui import state
from app.ui.components.words import muted

MYSELF, LEADER = "yourself", "the leader"


def show(library: Library, kept: Meeting) -> tuple[bool, str]:
    """Draw both choices; return whether the user plays the leader, and the scenario, empty for a meeting of their own."""
    left, right = st.columns([1, 3])
    sides, first = [MYSELF, LEADER], LEADER if kept.audience == "leader" else MYSELF
    leads = left.segmented_control("You play", sides, default=first, required=True, key="set_side") == LEADER
    easiest_first = sorted(library.scenarios, key=lambda each: each.difficulty)
    titles = {"": "Your own meeting"}
    titles |= {each.id: each.title for each in easiest_first if (each.audience == "leader") == leads}
    # Whoever has told nothing yet gets a meeting that is filled already, and can start at once.
    known = kept.scenario in titles and (state.has_meeting() or kept != Meeting())
    at, key = list(titles).index(kept.scenario) if known else 1, f"set_meeting_{leads}"
    picked = right.selectbox("Meeting", list(titles), at, format_func=titles.__getitem__, key=key) or ""
    about = library.scenario_by_id[picked].summary if picked else "Fill in what you know; leave the rest open."
    muted(about)
    return leads, picked
