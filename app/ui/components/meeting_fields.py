"""The fields of the set-up card. All are filled from the start, none is required."""

from typing import NamedTuple

import streamlit as st

from app.domain.library import Library
from app.domain.meeting import AskedBy, Meeting, People, Person
from app.ui.components.words import DIFFICULTY, muted

ASKED: dict[AskedBy, str] = {"ic": "The employee", "leader": "The leader", "programme": "It is part of a programme"}


class Setup(NamedTuple):
    """What the user chose: the meeting, and whether the coach speaks after each line."""

    meeting: Meeting
    each_line: bool


def show(library: Library, start: Meeting, *, leads: bool) -> Setup | None:
    """Draw the fields, filled from `start`, and the button; the keys carry the scenario, so a new one refills them."""
    key = f"set_{leads}_{start.scenario or 'own'}"
    cast = {each.id: each for each in library.personas if (each.side == "ic") == leads}
    hard, asked_by = list(DIFFICULTY), list(ASKED)
    left, right = st.columns(2)
    at = list(cast).index(start.persona) if start.persona in cast else 0
    who = left.selectbox(
        "Who sits opposite", list(cast), at, format_func=lambda each: cast[each].name, key=f"{key}_who"
    )
    at = asked_by.index(start.asked_by)
    asked = right.selectbox("Who asked for it", asked_by, at, format_func=ASKED.__getitem__, key=f"{key}_asked")
    if who in cast:
        muted(cast[who].public.one_line)
    left, right = st.columns(2)
    name = DIFFICULTY.__getitem__
    difficulty = left.select_slider("How hard", hard, start.difficulty, format_func=name, key=f"{key}_hard")
    minutes = right.slider("Minutes", 10, 60, min(60, max(10, start.minutes)), 5, key=f"{key}_minutes")
    private = "Private: the other side never sees it."
    goal = st.text_input("What I want from it", start.goal, key=f"{key}_goal", max_chars=300, help=private)
    people = _people(start.people, key)
    each_line = st.toggle(
        "The coach comments after each line", value=True, key="set_asides", help="Off: only at the end."
    )
    if not st.button("Start the meeting", type="primary", key="set_start", width="stretch"):
        return None
    chosen = {
        "audience": "leader" if leads else "ic",
        "people": people,
        "persona": who or "",
        "difficulty": difficulty,
        "minutes": minutes,
        "asked_by": asked,
        "goal": goal.strip(),
    }
    return Setup(start.model_copy(update=chosen), each_line)


def _people(people: People, key: str) -> People:
    """Draw the names, folded away; roles and teams of a scenario stay."""
    with st.expander("Names, if you like"):
        muted("The meeting works without them. They are replaced before anything leaves this machine.")
        user = st.text_input("My first name", people.user.first, key=f"{key}_user", max_chars=40)
        leader = st.text_input("The leader’s name", people.leader.full, key=f"{key}_leader", max_chars=80)
        boss = st.text_input("My manager’s name", people.boss.full, key=f"{key}_boss", max_chars=80)
    named = {
        "user": people.user if user == people.user.first else _called(people.user, user),
        "leader": _called(people.leader, leader),
        "boss": _called(people.boss, boss),
    }
    return people.model_copy(update=named)


def _called(person: Person, name: str) -> Person:
    first, _, last = name.strip().partition(" ")
    return person.model_copy(update={"first": first, "last": last.strip()})
