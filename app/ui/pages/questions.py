"""Questions: what to ask in the meeting, inside its time, and what to have an answer to."""

import streamlit as st

from app.ui import resources, state
from app.ui.components import agenda_desk, agenda_form, agenda_grave, answers_list, frame
from app.ui.components.calm import calm
from app.ui.state import OWNER

ASK, ANSWER = "To ask", "To have an answer to"

frame.wide()
coach = resources.coach()
st.title("Questions for your meeting", anchor=False)
# Which of the two it says is chosen in the form below it.
first = st.empty()
# Where to take a serious matter comes before the form: on a narrow screen the list stands far below it.
routes = st.container()
form, page = st.columns([2, 3], gap="large")
with form, calm():
    start = resources.meeting()
    meeting = agenda_form.show(coach.library, start)
    if meeting != start:
        coach.drafts.remember(OWNER, resources.KEPT_MEETING, meeting)
    state.keep_meeting(meeting)
    about = (
        "Open questions about the work come first."
        if meeting.leads
        else "What only this leader can answer comes first."
    )
    first.markdown(f"A list that fits the time. {about}")

with routes, calm():
    grave = agenda_grave.told(coach, state.meeting())
with page, calm():
    part = st.segmented_control(
        "Questions", [ASK, ANSWER], default=ASK, required=True, key="questions_part", label_visibility="collapsed"
    )
    if part == ANSWER:
        answers_list.show(coach, state.meeting())
    else:
        agenda_desk.show(coach, state.meeting(), grave)
