"""What is open, in two columns: what you promised and what they offered, due first."""

from datetime import date

import streamlit as st

from app.coaching.coach import Coach
from app.domain.commitments import Commitment
from app.ui.components import board_card, board_fields, calendar_entry
from app.ui.components.calm import calm
from app.ui.components.tags import tag
from app.ui.components.words import heading, muted
from app.ui.state import OWNER

SIDES = (("What you promised", True, "Nothing open."), ("What they offered", False, "Nothing open."))


def show(coach: Coach) -> None:
    """Draw what is open with its controls, what is closed folded away, and a place to write one by hand."""
    kept = coach.commitments.all(OWNER)
    today = calendar_entry.today()
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
        what, owner, day = board_fields.show(None, "add")
        if st.button("Add it to the list", key="board_add_keep", type="primary"):
            coach.commitments.by_hand(OWNER, owner, what, day, today)
            st.rerun()


def _open(coach: Coach, commitment: Commitment, today: date) -> None:
    st.html(board_card.as_html(commitment, today))
    name, mark = commitment.id, coach.commitments.mark
    with st.container(horizontal=True, gap="medium", key=f"promise_{name}"):
        for button, state in (("Done", "kept"), ("Dropped", "dropped")):
            args, help = (OWNER, name, state), commitment.what
            st.button(button, key=f"{state}_{name}", type="tertiary", on_click=mark, args=args, help=help)
        with st.popover("Edit", type="tertiary", key=f"edit_{name}_{hash(commitment)}"):
            what, owner, day = board_fields.show(commitment, name)
            if st.button("Save the change", key=f"change_{name}", type="primary") and what:
                changed = {"what": what, "owner": owner, "day": day}
                coach.commitments.put(OWNER, commitment.model_copy(update=changed))
                st.rerun()
            if st.button("Remove for good", key=f"remove_{name}", type="tertiary"):
                coach.commitments.remove(OWNER, name)
                st.rerun()


def _closed(coach: Coach, commitment: Commitment) -> None:
    who = "You" if commitment.mine else commitment.owner.capitalize()
    sign, word = ("✓", "done") if commitment.state == "kept" else ("–", "dropped")
    st.html(tag("p", f"{sign} {who}: {commitment.what} ({word})", cls="muted"))
    with st.container(horizontal=True, key=f"promise_{commitment.id}"):
        name, log = commitment.id, coach.commitments
        st.button("Open again", key=f"open_{name}", type="tertiary", on_click=log.mark, args=(OWNER, name, "open"))
        st.button("Remove", key=f"remove_{name}", type="tertiary", on_click=log.remove, args=(OWNER, name))
