"""The set-up card of a rehearsal: who plays whom, and which meeting fills the fields."""

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.leaders import meeting_with
from app.coaching.meetings import from_scenario
from app.domain.described import Described
from app.domain.library import Library
from app.domain.meeting import Meeting, Person
from app.ui import state
from app.ui.components import example, leader_form, meeting_choice, meeting_fields
from app.ui.components.meeting_fields import Setup
from app.ui.state import OWNER


def show(coach: Coach, kept: Meeting) -> Setup | None:
    """Draw the card; return the set-up once *Start the meeting* is pressed.

    Raises:
        CoachError: the notebook cannot be read.
    """
    library = coach.library
    with st.container(border=True, key="setup"):
        leads, picked = meeting_choice.show(library, kept)
        start = _filled(library, picked, kept) if picked else _own_meeting(kept, leads=leads)
        own = () if leads else coach.leaders.of(OWNER)
        key = f"set_{leads}_{picked or 'own'}_{len(own)}"
        chosen = meeting_fields.who(library, own, start, leads=leads, key=key)
        card = next((each for each in own if each.id == chosen), None)
        if not leads and (changed := _own(coach, card, len(own))):
            state.keep_meeting(_opposite(start, changed if changed.id else None, start.persona))
            st.rerun()
        setup = meeting_fields.show(_opposite(start, card, chosen), leads=leads, key=f"{key}_{chosen}")
        if picked:
            example.offer(coach, library.scenario_by_id[picked])
        return setup


def _own(coach: Coach, card: Described | None, number: int) -> Described | None:
    """Offer to describe a leader, or to change the one chosen; return what was kept."""
    return leader_form.change(coach, card) if card else leader_form.describe(coach, number)


def _opposite(meeting: Meeting, card: Described | None, chosen: str) -> Meeting:
    """Return the meeting with the chosen one across the table; leaving a described leader takes their name along."""
    if card is not None:
        return meeting_with(meeting, card)
    if meeting.described is not None:
        meeting = meeting.between(meeting.me, Person())
    return meeting.model_copy(update={"described": None, "persona": chosen})


def _own_meeting(kept: Meeting, *, leads: bool) -> Meeting:
    return kept.seen_from(leads=leads).model_copy(update={"scenario": ""})


def _filled(library: Library, scenario: str, kept: Meeting) -> Meeting:
    """Return the scenario's meeting, as it was left if it is the one in hand, with the user's own name if known."""
    meeting = from_scenario(library, scenario)
    if kept.scenario == scenario and kept.audience == meeting.audience:
        return kept
    if not kept.me.first:
        return meeting
    me = meeting.me.model_copy(update={"first": kept.me.first, "last": kept.me.last})
    return meeting.between(me, meeting.opposite)
