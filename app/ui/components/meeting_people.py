"""The names in a meeting, folded away: it works without them."""

import streamlit as st

from app.domain.meeting import People, Person
from app.ui.components.words import muted


def names(people: People, key: str) -> People:
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
