"""A rehearsal after its end: the debrief by itself, one drill, what to do next, and the meeting folded."""

from typing import NoReturn

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.commitments import thank_you
from app.domain.conversation import CoachingSession, Message
from app.domain.rehearsal import Debrief
from app.exports import markdown_debrief
from app.ui import state
from app.ui.components import branches, calendar_entry, debrief, room, transcript
from app.ui.components.calm import calm
from app.ui.components.tags import tag
from app.ui.components.words import heading, muted, prose
from app.ui.navigation import go
from app.ui.state import OWNER


def show(coach: Coach, session: CoachingSession, thread: list[Message]) -> None:
    """Draw what the meeting taught. One that ended for a serious matter shows the meeting and the support in it.

    Raises:
        CoachError: the store cannot be read.
    """
    name = room.opposite(session, coach.library)
    found = next((each.plan.debrief for each in reversed(thread) if each.plan and each.plan.debrief), None)
    st.html(tag("p", name, cls="place"))
    if found:
        debrief.show(found, coach.library)
        _drill(coach, session, thread, found)
    with st.expander("The meeting, line by line", expanded=not found):
        st.html(room.drawn(transcript.so_far(thread, name, coach.library, asides=True)))
    branches.show(coach.branches(OWNER, session.id), name, open_at_once=True)
    with st.container(horizontal=True, key="noprint_next"), calm():
        if st.button("Rehearse it again", type="primary", key="again"):
            _again(coach, session)
        text = markdown_debrief(session, thread)
        st.download_button("Download", text, "rehearsal.md", "text/markdown", on_click="ignore", key="take_debrief")
        _follow_through(coach, session, found)
        st.button("New meeting", key="new", type="tertiary", on_click=state.leave_conversation, args=("rehearsal",))


def _follow_through(coach: Coach, session: CoachingSession, found: Debrief | None) -> None:
    """Offer to take along what was promised: into the letter, and onto the board."""
    met = calendar_entry.day_at(session.changed)
    promised = coach.commitments.from_rehearsal(OWNER, found, session, met) if found else ()
    if st.button("Write the thank-you", key="thanks"):
        state.write_this(thank_you(promised, session.meeting, calendar_entry.today()))
        go("emails")
    if promised and st.button("Keep what was promised", key="keep_promised", help="On the board of Follow through"):
        coach.commitments.add(OWNER, promised)
        go("follow_through")


def _drill(coach: Coach, session: CoachingSession, thread: list[Message], found: Debrief) -> None:
    """Offer the drill: back to the leader's line it starts from, or a fresh meeting when that line never came."""
    if not found.drill:
        return
    heading("One drill")
    st.markdown(prose(found.drill))
    first = next((each for each in thread if each.role == "leader" and found.drill_line in each.text), None)
    if first and found.drill_line:
        muted(f"It starts from: “{found.drill_line}”")
    with calm():
        if st.button("Do the drill", key="drill"):
            if first is None or not found.drill_line:
                _again(coach, session)
            coach.rewind(OWNER, session.id, first.id)
            st.rerun()


def _again(coach: Coach, session: CoachingSession) -> NoReturn:
    fresh = session.meeting.model_copy(update={"seed": session.meeting.seed + 1})
    state.open_conversation("rehearsal", coach.rehearse(OWNER, fresh, asides=session.asides).id)
    st.rerun()
