"""The names in a meeting: it works without them."""

import streamlit as st

from app.domain.meeting import People, Person
from app.ui.components.words import muted


def names(people: People, key: str) -> People:
    """Draw the names; roles and teams of a scenario stay."""
    mine, theirs, managers = st.columns(3)
    user = mine.text_input("My first name", people.user.first, key=f"{key}_user", max_chars=40)
    leader = theirs.text_input("The leader’s name", people.leader.full, key=f"{key}_leader", max_chars=80)
    boss = managers.text_input("My manager’s name", people.boss.full, key=f"{key}_boss", max_chars=80)
    muted("Names are replaced before anything leaves this machine.")
    named = {
        "user": people.user if user == people.user.first else _called(people.user, user),
        "leader": people.leader if leader == people.leader.full else _called(people.leader, leader),
        "boss": people.boss if boss == people.boss.full else _called(people.boss, boss),
    }
    return people.model_copy(update=named)


def _called(person: Person, name: str) -> Person:
    first, _, last = name.strip().partition(" ")
    return person.model_copy(update={"first": first, "last": last.strip()})
