"""A rehearsal after its end: the debrief by itself, one drill, what to do next, and the meeting folded."""

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.followthrough import thank_you
from app.domain.conversation import CoachingSession, Message
from app.domain.rehearsal import Debrief
from app.exports import markdown_debrief
from app.ui import state
from app.ui.components import board_back, branches, calendar_entry, debrief, drill, room, transcript
from app.ui.components.calm import calm
from app.ui.components.tags import tag
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
        drill.show(coach, session, thread, found)
    _next(coach, session, thread, found)
    branches.show(coach.branches(OWNER, session.id), name, open_at_once=True)
    if found:
        debrief.details(found)
    with st.expander("The meeting, line by line", expanded=not found):
        st.html(room.drawn(transcript.so_far(thread, name, coach.library, asides=True)))


def _next(coach: Coach, session: CoachingSession, thread: list[Message], found: Debrief | None) -> None:
    """Offer what comes next, before the details; what was promised goes into the letter and onto the list."""
    met = calendar_entry.day_at(session.changed)
    promised = coach.commitments.from_rehearsal(OWNER, found, session, met) if found else ()
    back = board_back.of(coach, promised, session.meeting)
    with st.container(horizontal=True, key="noprint_next"), calm():
        if st.button("Rehearse it again", type="primary", key="again"):
            drill.again(coach, session)
        text = markdown_debrief(session, thread, calendar_entry.day_at(session.created))
        st.download_button("Download", text, "rehearsal.md", "text/markdown", on_click="ignore", key="take_debrief")
        if st.button("Write the thank-you", key="thanks"):
            state.write_this(thank_you(promised, session.meeting, calendar_entry.today(), back))
            go("emails")
        if promised and st.button(
            "Save what was promised", key="keep_promised", help="In Follow through, as only rehearsed"
        ):
            coach.commitments.add(OWNER, promised)
            go("follow_through")
        st.button("New meeting", key="new", type="tertiary", on_click=state.leave_conversation, args=("rehearsal",))
    board_back.say(back)
