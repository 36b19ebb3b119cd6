"""From notes of the real meeting to the list: paste, set right, save."""

from datetime import date

import streamlit as st

from app.coaching.coach import Coach
from app.domain.base import Value
from app.domain.risk import RiskContext
from app.ui import resources, state
from app.ui.components import board_found, calendar_entry, serious
from app.ui.components.words import muted
from app.ui.state import OWNER

NAME = "notes"
EXAMPLE = "For example: I'll send Dana the churn chart by Friday. She offered to ask Ken for twenty minutes next week."
NONE = "I find nothing here that somebody promised. You can write one by hand below."
LEFT_OUT = "Lines that belong to it are not turned into something to tick off."


class Notes(Value):
    """Notes that are not on the list yet; kept, so that a reload loses nothing."""

    text: str = ""
    leader: str = ""
    met: date


def show(coach: Coach) -> None:
    """Draw the fields for notes and what is found in them."""
    known, today = resources.meeting().opposite.full, calendar_entry.today()
    kept = coach.drafts.remembered(OWNER, NAME, Notes(leader=known, met=today))
    if not kept.text:  # notes still to come are of another day than the last ones
        kept = kept.model_copy(update={"met": today})
    turn = state.notes_round()
    text = st.text_area("Your notes", kept.text, key=f"notes_{turn}", height=150, placeholder=EXAMPLE, max_chars=20_000)
    left, right = st.columns(2)
    leader = left.text_input("Whom you met", kept.leader, key=f"notes_leader_{turn}", max_chars=80).strip()
    with right:
        met = calendar_entry.day_field("When you met", kept.met, f"notes_met_{turn}") or today
    notes = Notes(text=text, leader=leader, met=met)
    with state.changed_here(NAME, dict(kept), dict(notes)) as changed:
        if changed:
            coach.drafts.remember(OWNER, NAME, kept.model_copy(update=changed) if kept.text else notes)
    st.button("Find what was promised", key="notes_read", type="primary")
    if text.strip():
        _found(coach, notes)


def _found(coach: Coach, notes: Notes) -> None:
    about = resources.meeting()
    side = "leader" if about.leads else "ic"
    with st.spinner("Reading them …"):
        report = coach.check(
            notes.text, RiskContext(boss=about.people.boss.full, leader=notes.leader, side=side)
        ).report
    serious.show(report.serious, coach.library)
    if report.serious:
        muted(LEFT_OUT)
    meeting = f"Meeting with {notes.leader}" if notes.leader else ""
    names = {"meeting": meeting, "leader": notes.leader, "me": about.me.full}
    found = coach.commitments.found(OWNER, notes.text, notes.met, **names, report=report)
    if not found:
        muted(NONE)
        return
    with st.form("notes_found", border=False, enter_to_submit=False):
        muted("Set right what I read wrongly; untick what is no promise.")
        chosen = [each for each in map(board_found.show, found) if each]
        if st.form_submit_button("Add them to the list", type="primary"):
            new = coach.commitments.add(OWNER, chosen)
            coach.drafts.forget(OWNER, NAME)
            state.next_notes_round()
            state.notice(f"{new} added to the list." if new else "Those were on the list already.")
            st.rerun()
