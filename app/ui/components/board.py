"""What is open, in two columns: what you promised and what they offered, due first."""

from datetime import date

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.commitments import corrected
from app.coaching.text import capital
from app.domain.commitments import Commitment
from app.ui import state
from app.ui.components import board_card, board_fields, board_serious, calendar_entry
from app.ui.components.calm import calm, calmly
from app.ui.components.tags import tag
from app.ui.components.words import as_typed, heading, muted
from app.ui.state import OWNER

SIDES = (("What you promised", True, "Nothing open."), ("What they offered", False, "Nothing open."))


def show(coach: Coach) -> None:
    """Draw what is open with its controls, what is closed folded away, and a place to write one by hand."""
    kept = coach.commitments.all(OWNER)
    today = calendar_entry.today()
    # What was found in notes is read with them.
    typed = [each.what for each in kept if each.state == "open" and not each.session and each.what not in each.line]
    board_serious.show(coach, *typed)
    for column, (name, mine, nothing) in zip(st.columns(2, gap="large"), SIDES, strict=True):
        with column:
            heading(name)
            rows = [each for each in kept if each.mine is mine and each.state == "open"]
            for each in rows:
                _open(coach, each, today)
            if not rows:
                muted(nothing)
    closed = [each for each in kept if each.state != "open"]
    if closed:
        with st.expander(f"Done and dropped ({len(closed)})"):
            for each in closed:
                _closed(coach, each)
    with st.popover("Write one by hand", key="board_add"), calm():
        what, owner, day = board_fields.show(None, f"add_{state.notes_round()}")
        board_serious.show(coach, what)
        if st.button("Add it to the list", key="board_add_keep", type="primary"):
            # It belongs to the meeting the user comes from.
            newest = max((each for each in kept if not each.session), key=lambda each: each.met, default=None)
            met, meeting = (newest.met, newest.meeting) if newest else (today, "")
            coach.commitments.by_hand(OWNER, owner, what, day, met, meeting)
            state.next_notes_round()
            st.rerun()


def _open(coach: Coach, commitment: Commitment, today: date) -> None:
    st.html(board_card.as_html(commitment, today))
    name, mark = commitment.id, calmly(coach.commitments.mark)
    with st.container(horizontal=True, gap="medium", key=f"promise_{name}"):
        for button, then in (("Done", "kept"), ("Dropped", "dropped")):
            args, help = (OWNER, name, then), as_typed(commitment.what)
            st.button(button, key=f"{then}_{name}", type="tertiary", on_click=mark, args=args, help=help)
        with st.popover("Edit", type="tertiary", key=f"edit_{name}_{hash(commitment)}"), calm():
            what, owner, day = board_fields.show(commitment, name)
            if what != commitment.what:
                board_serious.show(coach, what)
            if st.button("Save the change", key=f"change_{name}", type="primary"):
                coach.commitments.put(OWNER, corrected(commitment, what, owner, day))
                st.rerun()
            if st.button("Remove for good", key=f"remove_{name}", type="tertiary"):
                coach.commitments.remove(OWNER, name)
                st.rerun()


def _closed(coach: Coach, commitment: Commitment) -> None:
    who = "You" if commitment.mine else capital(commitment.owner)
    sign, word = ("✓", "done") if commitment.state == "kept" else ("–", "dropped")
    st.html(tag("p", f"{sign} {who}: {commitment.what} ({word})", cls="muted"))
    with st.container(horizontal=True, key=f"promise_{commitment.id}"):
        name, mark, remove = commitment.id, calmly(coach.commitments.mark), calmly(coach.commitments.remove)
        st.button("Open again", key=f"open_{name}", type="tertiary", on_click=mark, args=(OWNER, name, "open"))
        st.button("Remove", key=f"remove_{name}", type="tertiary", on_click=remove, args=(OWNER, name))
