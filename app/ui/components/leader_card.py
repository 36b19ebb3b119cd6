"""A described leader as an editable card: what was read, to be corrected."""

from typing import get_args

import streamlit as st

from app.coaching.rehearsal.own_leader import WORDS
from app.domain.described import Described, Trait
from app.domain.library import Library

PRONOUNS = {"": "not said", "she": "she", "he": "he", "they": "they"}


def edit(card: Described, library: Library, key: str) -> Described:
    """Draw the card's fields and return the card as it stands in them."""
    cast = {each.id: each.name for each in library.personas if each.side == "leader"}
    left, right = st.columns(2)
    name = left.text_input("Name", card.name, key=f"{key}_name", max_chars=80)
    role = right.text_input("Role", card.role, key=f"{key}_role", max_chars=80)
    seems = st.multiselect(
        "Comes across as", get_args(Trait), card.seems, format_func=WORDS.__getitem__, key=f"{key}_seems"
    )
    left, right = st.columns(2)
    cares = left.text_area("Cares about, one a line", "\n".join(card.cares), key=f"{key}_cares", max_chars=600)
    dislikes = right.text_area("Can't stand, one a line", "\n".join(card.dislikes), key=f"{key}_not", max_chars=600)
    left, right = st.columns(2)
    habits = left.text_area("Habits, one a line", "\n".join(card.habits), key=f"{key}_habits", max_chars=800)
    asks = right.text_area("Likes to ask, word for word", "\n".join(card.questions), key=f"{key}_asks", max_chars=1000)
    left, right = st.columns(2)
    at = list(cast).index(card.like) if card.like in cast else 0
    like = left.selectbox("Speaks most like", list(cast), at, format_func=cast.__getitem__, key=f"{key}_like")
    at = list(PRONOUNS).index(card.pronoun)
    pronoun = right.selectbox("Pronoun", list(PRONOUNS), at, format_func=PRONOUNS.__getitem__, key=f"{key}_pronoun")
    changed = {
        "name": name.strip(),
        "role": role.strip(),
        "pronoun": pronoun,
        "like": like,
        "seems": tuple(seems),
        "cares": _lines(cares),
        "dislikes": _lines(dislikes),
        "habits": _lines(habits),
        "questions": _lines(asks),
    }
    return card.model_copy(update=changed)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
