"""The set-up card of a rehearsal: who plays whom, and which meeting fills the fields."""

import streamlit as st

from app.coaching.meetings import from_scenario
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.ui.components import meeting_fields
from app.ui.components.meeting_fields import Setup
from app.ui.components.words import muted

MYSELF, LEADER = "myself", "the leader"


def show(library: Library, kept: Meeting) -> Setup | None:
    """Draw the card; return the set-up once *Start the meeting* is pressed."""
    with st.container(border=True, key="setup"):
        first = LEADER if kept.audience == "leader" else MYSELF
        leads = st.segmented_control("I play", [MYSELF, LEADER], default=first, required=True, key="set_side") == LEADER
        easiest_first = sorted(library.scenarios, key=lambda each: each.difficulty)
        titles = {each.id: each.title for each in easiest_first if (each.audience == "leader") == leads}
        titles[""] = "My own meeting"
        at = list(titles).index(kept.scenario) if kept.scenario in titles and _described(kept) else 0
        picked = st.selectbox("Meeting", list(titles), at, format_func=titles.__getitem__, key=f"set_meeting_{leads}")
        if picked:
            muted(library.scenario_by_id[picked].summary)
            start = _filled(library, picked, kept)
        else:
            start = kept.model_copy(update={"scenario": ""})
        return meeting_fields.show(library, start, leads=leads)


def _described(meeting: Meeting) -> bool:
    """Say whether the user has told anything about their own meeting."""
    return bool(meeting.scenario or meeting.goal or meeting.names())


def _filled(library: Library, scenario: str, kept: Meeting) -> Meeting:
    """Return the scenario's meeting, as it was left if it is the one in hand, with the user's own name if known."""
    if kept.scenario == scenario:
        return kept
    meeting = from_scenario(library, scenario)
    user = kept.people.user
    if not user.first:
        return meeting
    own = meeting.people.user.model_copy(update={"first": user.first, "last": user.last})
    return meeting.model_copy(update={"people": meeting.people.model_copy(update={"user": own})})
