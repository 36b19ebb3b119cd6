"""Follow through: what was promised, by whom and by when, and what comes next."""

import streamlit as st

from app.ui import resources
from app.ui.components import board, board_log, board_meetings, board_notes, board_take, frame
from app.ui.components.calm import calm, show_notice
from app.ui.state import OWNER

BOARD, MEETINGS = "What was promised", "Predicted and happened"

frame.wide()
coach = resources.coach()
st.title("Follow through", anchor=False)
st.markdown("What you promised, what they offered, and by when. A small list for you alone.")
show_notice("follow_through")

part = st.segmented_control(
    "Part", [BOARD, MEETINGS], default=BOARD, required=True, key="follow_part", label_visibility="collapsed"
)
with calm():
    if part == MEETINGS:
        board_meetings.show(coach)
    else:
        with st.expander("From your notes", expanded=not coach.commitments.all(OWNER)), calm():
            board_notes.show(coach)
        board.show(coach)
        board_take.show(coach)
    board_log.show(coach)
