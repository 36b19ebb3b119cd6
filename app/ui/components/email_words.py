"""A letter's facts from a few sentences, so that nobody has to fill a form."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.emails import EmailKind
from app.ui import state
from app.ui.components import kept_field

WORDS = "words_{}"


def show(coach: Coach, kind: EmailKind) -> None:
    """Offer to take the facts of a letter from the user's own words."""
    with st.expander("Or tell me in your own words"):
        text = kept_field.area(coach, "In your own words", WORDS.format(kind.id), height=110, max_chars=4_000)
        if st.button("Fill the form", key=f"fill_{kind.id}") and text.strip():
            state.write_this(coach.brief(kind.id, text))
            st.rerun()


def forget(coach: Coach, kind: EmailKind) -> None:
    """Empty the field for this kind of letter."""
    kept_field.empty(coach, WORDS.format(kind.id))
