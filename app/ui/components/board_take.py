"""What to do with what was promised: the thank-you, two lines for the manager, reminders, the next meeting."""

from datetime import datetime

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.commitments import thank_you
from app.coaching.followthrough import lines_for_manager, next_quarterly
from app.domain.commitments import Commitment
from app.domain.rehearsal import Promise
from app.ui import state
from app.ui.components import board_calendar, calendar_entry
from app.ui.components.words import as_typed, muted
from app.ui.navigation import go
from app.ui.state import OWNER


def show(coach: Coach) -> None:
    """Draw the ways on from the newest meeting, or from the one chosen; nothing while the list is empty."""
    kept = [each for each in coach.commitments.all(OWNER) if each.state != "dropped"]
    if not kept:
        return
    meetings = sorted({(each.met, each.meeting) for each in kept}, reverse=True)
    met, name = meetings[0]
    if len(meetings) > 1:
        names = {each: f"{each[1] or 'A meeting'}, {calendar_entry.day_words(each[0])}" for each in meetings}
        picked = st.selectbox(
            "After which meeting", meetings, format_func=lambda each: as_typed(names[each]), key="take_of"
        )
        met, name = picked or meetings[0]
    of_it = [each for each in kept if (each.met, each.meeting) == (met, name)]
    today = calendar_entry.today()
    with st.container(horizontal=True, key="noprint_board"):
        if st.button("Write the thank-you", key="board_thanks", type="primary", help="Within a day is best"):
            state.write_this(thank_you(of_it, state.meeting(), today))
            go("emails")
        with st.popover("Two lines for your manager", key="board_manager"):
            _for_manager(of_it)
        with st.popover("Reminders", key="board_reminders"):
            board_calendar.reminders_of(kept)
        with st.popover("Next quarter", key="board_next"):
            board_calendar.next_meeting(datetime.combine(next_quarterly(met), calendar_entry.TEN))


def _for_manager(kept: list[Commitment]) -> None:
    topics = st.text_input("What we talked about", key="manager_topics", max_chars=200, help="A few words, with commas")
    named = next((each.owner for each in kept if not each.mine and each.owner != "they"), "")
    leader = named or state.meeting().opposite.first
    found = [Promise(owner=each.owner, what=each.what, due=each.due) for each in kept]
    about = [each.strip() for each in topics.split(",") if each.strip()]
    st.code("\n".join(lines_for_manager(found, about, leader=leader)), language=None, wrap_lines=True)
    muted("Best said the same day, before somebody else tells it.")
