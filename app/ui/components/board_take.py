"""What to do with what was promised: the thank-you, two lines for the manager, reminders, the next meeting."""

from datetime import date, datetime

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.followthrough import lines_for_manager, next_quarterly, thank_you
from app.domain.commitments import Commitment
from app.domain.meeting import Meeting
from app.ui import resources, state
from app.ui.components import board_back, board_calendar, board_serious, calendar_entry
from app.ui.components.words import muted
from app.ui.navigation import go
from app.ui.state import OWNER


def show(coach: Coach) -> None:
    """Draw the ways on from the newest meeting, or from the one chosen; nothing while the list is empty."""
    kept = [each for each in coach.commitments.all(OWNER) if each.state != "dropped"]
    if not kept:
        return
    # What was only rehearsed comes last, and stays out of the calendar and of what the manager is told.
    meetings = sorted({(not each.session, each.met, each.meeting) for each in kept}, reverse=True)
    picked = meetings[0]
    if len(meetings) > 1:
        picked = st.selectbox("After which meeting", meetings, format_func=_named, key="take_of") or picked
    real, met, _ = picked
    of_it = [each for each in kept if (not each.session, each.met, each.meeting) == picked]
    about, today = resources.meeting(), calendar_entry.today()
    back = board_back.of(coach, of_it, about)
    with st.container(horizontal=True, key="noprint_board"):
        if st.button("Write the thank-you", key="board_thanks", type="primary", help="Within a day is best"):
            state.write_this(thank_you(of_it, about, today, back))
            go("emails")
        if real:
            with st.popover("Two lines for your manager", key="board_manager"):
                _for_manager(coach, of_it, about, today, back)
        with st.popover("Reminders", key="board_reminders"):
            board_calendar.reminders_of([each for each in kept if not each.session])
        with st.popover("Next quarter", key="board_next"):
            board_calendar.next_meeting(datetime.combine(next_quarterly(met, today), calendar_entry.TEN))
    board_back.say(back)


def _named(of: tuple[bool, date, str]) -> str:
    real, met, name = of
    return f"{name or 'A meeting'}, {calendar_entry.day_words(met)}" + ("" if real else ", only rehearsed")


def _for_manager(
    coach: Coach, kept: list[Commitment], about: Meeting, today: date, back: tuple[Commitment, ...]
) -> None:
    typed = st.text_input("What we talked about", key="manager_topics", max_chars=200, help="A few words, with commas")
    if board_serious.show(coach, typed):
        return
    topics = [each.strip() for each in typed.split(",") if each.strip()]
    st.code("\n".join(lines_for_manager(kept, about, today, topics, back)), language=None, wrap_lines=True)
    muted("Best said the same day, before somebody else tells it.")
