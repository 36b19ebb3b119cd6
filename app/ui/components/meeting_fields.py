"""The fields of the set-up card. All are filled from the start, none is required."""

from typing import NamedTuple

import streamlit as st

from app.coaching.leaders import LONGEST
from app.domain.described import Described
from app.domain.library import Library
from app.domain.meeting import AskedBy, Meeting
from app.ui.components import meeting_people, meeting_place
from app.ui.components.words import DIFFICULTY, muted

ASKED: dict[AskedBy, str] = {"ic": "The employee", "leader": "The leader", "programme": "It is part of a programme"}


class Setup(NamedTuple):
    """What the user chose: the meeting, and whether the coach speaks after each line."""

    meeting: Meeting
    each_line: bool


def who(library: Library, own: tuple[Described, ...], start: Meeting, *, leads: bool, key: str) -> str:
    """Draw who sits opposite, the warmest first; return the id of a persona or of a described leader."""
    cast = {each.id: each.title for each in own} if not leads else {}
    warmest_first = sorted(library.personas, key=lambda each: -each.traits.warmth - each.traits.patience)
    cast |= {each.id: each.name for each in warmest_first if (each.side == "ic") == leads}
    first = start.described.id if start.described else start.persona
    at = list(cast).index(first) if first in cast else len(own) if not leads else 0
    chosen = st.selectbox("Who sits opposite", list(cast), at, format_func=cast.__getitem__, key=f"{key}_who")
    if chosen in library.persona_by_id:
        muted(library.persona_by_id[chosen].public.one_line)
    return chosen or ""


def show(start: Meeting, *, leads: bool, key: str) -> Setup | None:
    """Draw the fields, filled from `start`, and the button; the keys carry the scenario, so a new one refills them."""
    private = "Private: the other side never sees it."
    left, right = st.columns([2, 1], gap="medium")
    goal = left.text_input("What you want from it", start.goal, key=f"{key}_goal", max_chars=300, help=private)
    hard, name = list(DIFFICULTY), DIFFICULTY.__getitem__
    difficulty = right.select_slider("Difficulty", hard, start.difficulty, format_func=name, key=f"{key}_hard")
    with st.expander("More: names and length" if leads else "More: names, length, what they know"):
        asked_by = list(ASKED)
        at = asked_by.index(start.asked_by)
        asked = st.selectbox("Who asked for it", asked_by, at, format_func=ASKED.__getitem__, key=f"{key}_asked")
        told = "" if leads else _told(start, key)
        people = meeting_people.names(start.people, key, leads=leads)
        place = meeting_place.show(start, key, leads=leads)
    chosen: dict[str, object] = {"asked_by": asked, "difficulty": difficulty, "goal": goal.strip(), "told": told}
    chosen |= {"people": people} | place
    each_line = st.toggle(
        "The coach comments after each line", value=True, key="set_asides", help="Off: only at the end."
    )
    if not st.button("Start the meeting", type="primary", key="set_start", width="stretch"):
        return None
    return Setup(start.model_copy(update=chosen | {"audience": "leader" if leads else "ic"}), each_line)


def _told(start: Meeting, key: str) -> str:
    return st.text_area(
        "What should they know? One thing a line.",
        start.told,
        key=f"{key}_told",
        max_chars=LONGEST,
        height=68,
        placeholder="She wants fewer suppliers.\nThe Leeds depot closes in March.",
        help="They answer from this, in their own words, when you ask.",
    )
