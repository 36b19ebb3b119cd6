"""Rehearse: set the meeting up, hold it, and look at it afterwards."""

import streamlit as st

from app.domain.errors import SessionNotFound
from app.ui import resources, state
from app.ui.components import aftermath, frame, leader_facts, meeting_form, meeting_room, progress_chart
from app.ui.components.calm import calm, show_notice
from app.ui.navigation import go
from app.ui.state import OWNER

frame.wide()
coach = resources.coach()
session_id = state.conversation("rehearsal")
if session_id:
    try:
        session = coach.session(OWNER, session_id)
        thread = coach.thread(OWNER, session_id)
    except SessionNotFound:
        state.leave_conversation("rehearsal")
        state.notice("That rehearsal is not on this machine, or it was deleted. Set up a new one below.")
        st.rerun()
    if session.kind == "chat":
        state.leave_conversation("rehearsal")
        go("coach", c=session_id)
    (aftermath.show if session.ended else meeting_room.hold)(coach, session, thread)
else:
    st.title("Rehearse your meeting", anchor=False)
    st.markdown("Say a line, hear what comes back, take it back, try another. The debrief opens when you end.")
    show_notice("rehearse")
    with calm():
        setup = meeting_form.show(coach, resources.meeting())
        if setup:
            state.notice("")
            state.keep_meeting(setup.meeting)
            if meeting := leader_facts.known(coach, setup.meeting):
                started = coach.rehearse(OWNER, meeting, asides="each" if setup.each_line else "end")
                state.open_conversation("rehearsal", started.id)
                st.rerun()
    with calm():
        progress_chart.show(coach)
