"""The one drill after a rehearsal, and the meeting held again; what it is about is said where it is done."""

from typing import NoReturn

import streamlit as st

from app.coaching.coach import Coach
from app.domain.conversation import CoachingSession, Message
from app.domain.rehearsal import Debrief
from app.ui import state
from app.ui.components.calm import calm
from app.ui.components.words import heading, muted, prose
from app.ui.state import OWNER


def show(coach: Coach, session: CoachingSession, thread: list[Message], found: Debrief) -> None:
    """Offer the drill: back to the leader's line it starts from, or a fresh meeting when that line never came.

    Raises:
        CoachError: the store cannot be read.
    """
    if not found.drill:
        return
    heading("One drill")
    st.markdown(prose(found.drill))
    said = (each for each in thread if each.role == "leader" and found.drill_line in each.text)
    first = next(said, None) if found.drill_line else None
    if first:
        muted(f"It starts from: “{found.drill_line}”")
    with st.container(key="noprint_drill"), calm():
        if st.button("Do the drill", key="drill"):
            if first is None:
                again(coach, session, found.drill)
            state.keep_hint(session.id, found.drill)
            coach.rewind(OWNER, session.id, first.id)
            st.rerun()


def again(coach: Coach, session: CoachingSession, hint: str = "") -> NoReturn:
    """Hold the same meeting afresh, with a hint beside it where one is given."""
    fresh = session.meeting.model_copy(update={"seed": session.meeting.seed + 1})
    started = coach.rehearse(OWNER, fresh, asides=session.asides).id
    state.keep_hint(started, hint)
    state.open_conversation("rehearsal", started)
    st.rerun()
