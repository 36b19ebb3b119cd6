"""The fields of the set-up card. All are filled from the start, none is required."""

from typing import NamedTuple, get_args

import streamlit as st

from app.coaching.leaders import LONGEST
from app.domain.described import Described
from app.domain.library import Library
from app.domain.meeting import AskedBy, Format, Meeting, People, Person, StressVariant
from app.ui.components.words import DIFFICULTY, muted

ASKED: dict[AskedBy, str] = {"ic": "The employee", "leader": "The leader", "programme": "It is part of a programme"}
FORMATS: dict[Format, str] = {"video": "Video", "in_person": "In person", "phone": "Phone", "group": "Group of eight"}
TRIALS: dict[StressVariant, str] = {
    "arrives_late": "They arrive late",
    "asks_about_manager_early": "They ask about my manager at once",
    "leaves_ten_minutes_early": "They leave ten minutes early",
    "offers_project": "They offer me a project on the spot",
    "problem_nobody_talks_about": "They ask what nobody talks about",
    "shares_rumour": "They mention talk they heard",
    "silence": "They go silent",
    "surprise_visit": "They turn up unannounced",
}


class Setup(NamedTuple):
    """What the user chose: the meeting, and whether the coach speaks after each line."""

    meeting: Meeting
    each_line: bool


def who(library: Library, own: tuple[Described, ...], start: Meeting, *, leads: bool, key: str) -> str:
    """Draw who sits opposite and who asked for it; return the id of a persona or of a described leader."""
    cast = {each.id: each.title for each in own} if not leads else {}
    cast |= {each.id: each.name for each in library.personas if (each.side == "ic") == leads}
    first = start.described.id if start.described else start.persona
    at = list(cast).index(first) if first in cast else len(own) if not leads else 0
    chosen = st.selectbox("Who sits opposite", list(cast), at, format_func=cast.__getitem__, key=f"{key}_who")
    if chosen in library.persona_by_id:
        muted(library.persona_by_id[chosen].public.one_line)
    return chosen or ""


def show(start: Meeting, *, leads: bool, key: str) -> Setup | None:
    """Draw the fields, filled from `start`, and the button; the keys carry the scenario, so a new one refills them."""
    hard, asked_by = list(DIFFICULTY), list(ASKED)
    left, right = st.columns(2)
    at = asked_by.index(start.asked_by)
    asked = left.selectbox("Who asked for it", asked_by, at, format_func=ASKED.__getitem__, key=f"{key}_asked")
    name = DIFFICULTY.__getitem__
    difficulty = right.select_slider("How hard", hard, start.difficulty, format_func=name, key=f"{key}_hard")
    private = "Private: the other side never sees it."
    goal = st.text_input("What I want from it", start.goal, key=f"{key}_goal", max_chars=300, help=private)
    told = "" if leads else _told(start, key)
    chosen: dict[str, object] = {"asked_by": asked, "difficulty": difficulty, "goal": goal.strip(), "told": told}
    chosen |= {"people": _people(start.people, key)} | _how(start, key, leads=leads)
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


def _how(start: Meeting, key: str, *, leads: bool) -> dict[str, object]:
    """Draw length and place, and what goes otherwise than hoped."""
    with st.expander("Length, place and surprises"):
        minutes = st.slider("Minutes", 10, 60, min(60, max(10, start.minutes)), 5, key=f"{key}_minutes")
        if leads:
            return {"minutes": minutes}
        place = list(FORMATS)
        at = place.index(start.format)
        held = st.selectbox("How it is held", place, at, format_func=FORMATS.__getitem__, key=f"{key}_format")
        trials = st.multiselect(
            "What goes otherwise than hoped",
            get_args(StressVariant),
            start.trials,
            format_func=TRIALS.__getitem__,
            key=f"{key}_trials",
            max_selections=3,
        )
    return {"minutes": minutes, "format": held, "trials": tuple(trials)}


def _people(people: People, key: str) -> People:
    """Draw the names, folded away; roles and teams of a scenario stay."""
    with st.expander("Names, if you like"):
        muted("The meeting works without them. They are replaced before anything leaves this machine.")
        user = st.text_input("My first name", people.user.first, key=f"{key}_user", max_chars=40)
        leader = st.text_input("The leader’s name", people.leader.full, key=f"{key}_leader", max_chars=80)
        boss = st.text_input("My manager’s name", people.boss.full, key=f"{key}_boss", max_chars=80)
    named = {
        "user": people.user if user == people.user.first else _called(people.user, user),
        "leader": people.leader if leader == people.leader.full else _called(people.leader, leader),
        "boss": people.boss if boss == people.boss.full else _called(people.boss, boss),
    }
    return people.model_copy(update=named)


def _called(person: Person, name: str) -> Person:
    first, _, last = name.strip().partition(" ")
    return person.model_copy(update={"first": first, "last": last.strip()})
