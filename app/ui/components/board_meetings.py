"""What you predicted of a meeting, beside what happened."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.commitments import Account, MeetingLog
from app.ui import resources, state
from app.ui.components import board_serious, calendar_entry
from app.ui.components.calm import calm
from app.ui.components.tags import table
from app.ui.components.words import heading, label, muted
from app.ui.state import OWNER

BEFORE = ("What you expect they'll ask", "What you fear", "What you want")
AFTER = ("What they asked", "What came of the fear", "What you got")


def show(coach: Coach) -> None:
    """Draw a form for the next meeting and every meeting so far."""
    muted("Fears about such a meeting are easy to check: write them down before, look again after.")
    logs = coach.commitments.meetings(OWNER)
    turn = state.notes_round()
    with (
        st.expander("Before your next meeting", expanded=not logs),
        calm(),
        st.form(f"predict_{turn}", border=False, enter_to_submit=False),
    ):
        known = resources.meeting().opposite.full
        left, right = st.columns(2)
        meeting = left.text_input("With whom", known, key=f"predict_meeting_{turn}", max_chars=80)
        with right:
            met = calendar_entry.day_field("When", None, f"predict_met_{turn}")
        before = _account(BEFORE, Account(), f"predict_{turn}")
        if st.form_submit_button("Save it", type="primary"):
            coach.commitments.predict(OWNER, meeting, met or calendar_entry.today(), before)
            state.next_notes_round()
            st.rerun()
    for log in logs:
        _log(coach, log)


def _log(coach: Coach, log: MeetingLog) -> None:
    heading(f"{label(log.meeting) or 'A meeting'}, {calendar_entry.day_words(log.met)}")
    board_serious.show(coach, *_three(log.before), *_three(log.after))
    st.html(table(("", "Before", "After"), _rows(log), "Predicted and happened"))
    name = "How it was" if log.after.empty else "Change it"
    with st.expander(name), st.form(f"after_{log.id}", border=False, enter_to_submit=False):
        after = _account(AFTER, log.after, log.id)
        if st.form_submit_button("Save it"):
            coach.commitments.record(OWNER, log.model_copy(update={"after": after}))
            st.rerun()
        if st.form_submit_button("Remove this meeting", type="tertiary"):
            coach.commitments.remove(OWNER, log.id)
            st.rerun()


def _account(questions: tuple[str, str, str], start: Account, key: str) -> Account:
    said = [
        st.text_input(question, value, key=f"{key}_{place}", max_chars=300).strip()
        for place, (question, value) in enumerate(zip(questions, _three(start), strict=True))
    ]
    return Account(asks=said[0], fear=said[1], want=said[2])


def _three(account: Account) -> tuple[str, str, str]:
    return account.asks, account.fear, account.want


def _rows(log: MeetingLog) -> list[tuple[str, str, str]]:
    names = ("Their questions", "Your fear", "What you wanted")
    after = ("not yet",) * 3 if log.after.empty else _three(log.after)
    return list(zip(names, _three(log.before), after, strict=True))
