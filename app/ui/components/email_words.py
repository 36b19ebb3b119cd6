"""A letter's facts from a few sentences, so that nobody has to fill a form."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.emails import EmailKind
from app.ui import state
from app.ui.components import kept_field
from app.ui.components.words import muted

WORDS = "words_{}"


def show(coach: Coach, kind: EmailKind) -> None:
    """Offer to take the facts of a letter from the user's own words."""
    with st.expander("Or tell me in your own words"):
        text = kept_field.area(coach, "In your own words", WORDS.format(kind.id), height=110, max_chars=4_000)
        if reader := coach.second_reading.reader(coach.engine):
            where = "on this machine" if coach.engine.stays_here else "elsewhere, without names"
            muted(f"{reader} reads it too, {where}. Only what stands in your words counts.")
        if st.button("Fill the form", key=f"fill_{kind.id}") and text.strip():
            with st.spinner("Reading it …"):
                brief = coach.brief(kind.id, text)
            state.write_this(brief)
            st.rerun()


def forget(coach: Coach, kind: EmailKind) -> None:
    """Empty the field for this kind of letter."""
    kept_field.empty(coach, WORDS.format(kind.id))
