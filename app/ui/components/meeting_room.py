"""A rehearsal while it is held."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.conversation import CoachingSession, Message
from app.ui import state
from app.ui.components import branches, newest, room, transcript
from app.ui.components.calm import calm, show_notice
from app.ui.components.tags import Html, tag
from app.ui.components.words import label, muted
from app.ui.state import OWNER


def hold(coach: Coach, session: CoachingSession, thread: list[Message]) -> None:
    """Draw the room, take the next line, and offer hint, rewind and end.

    Raises:
        CoachError: the store cannot be read.
    """
    name = room.opposite(session, coach.library)
    asides = session.asides == "each"
    st.html(tag("p", name, cls="place"))
    if turn := next((each.plan.leader for each in reversed(thread) if each.plan and each.plan.leader), None):
        room.clock(turn.state)
    before = transcript.so_far(thread, name, coach.library, asides=asides)
    typed = st.chat_input("Say your line", key=state.MEETING_INPUT, max_chars=state.LONGEST_LINE, submit_mode="stop")
    if line := (typed or state.line_to_say()).strip():
        with calm():
            state.keep_hint(session.id, "")
            state.notice("")
            with state.kept_if_refused(state.MEETING_INPUT, line):
                transcript.live(coach.reply(OWNER, session.id, line), before, line, name, asides=asides)
            st.rerun()
    else:
        show_notice("rehearse")
        _controls(coach, session, thread, before)
        branches.show(coach.branches(OWNER, session.id), name, open_at_once=False)


def _controls(coach: Coach, session: CoachingSession, thread: list[Message], before: Html) -> None:
    st.html(room.drawn(before))
    if shown := state.hint(session.id):
        st.html(tag("div", room.aside(shown, "Coach, a hint"), role="status"))
    with st.container(horizontal=True, key="noprint_controls"), calm():
        if st.button("Hint", key="hint"):
            state.keep_hint(session.id, coach.hint(OWNER, session.id) or "Nothing to add: say it in your own words.")
            st.rerun()
        if back := _line_to_take_back(thread):
            coach.rewind(OWNER, session.id, back.id)
            state.keep_hint(session.id, "")
            st.rerun()
        if st.button("End the meeting", key="end"):
            coach.end(OWNER, session.id)
            st.rerun()
    newest.show("noprint_controls", thread[-1].id, end=True)


def _line_to_take_back(thread: list[Message]) -> Message | None:
    """Draw the user's lines, newest first; return the message before the chosen one."""
    mine = [at for at in range(1, len(thread)) if thread[at].role == "user"]
    if not mine:
        return None
    with st.popover("Rewind", key=f"rewind_{thread[-1].id}"):
        muted("Take a line back and try another. Both are kept, to compare.")
        for at in reversed(mine):
            if st.button(f"“{label(thread[at].text, 48)}”", key=f"back_{thread[at].id}", type="tertiary"):
                return thread[at - 1]
    return None
