"""The names in a meeting: it works without them."""

import streamlit as st

from app.domain.meeting import People, Person
from app.ui.components.words import muted

LABELS = ("Your first name", "The leader's name", "Your manager's name")
LEADS_LABELS = ("Their first name", "Your name", "Their manager's name")


def names(people: People, key: str, *, leads: bool) -> People:
    """Draw the names, labelled for the side the user is on; roles and teams of a scenario stay."""
    of_user, of_leader, of_boss = LEADS_LABELS if leads else LABELS
    left, middle, right = st.columns(3)
    user = left.text_input(of_user, people.user.first, key=f"{key}_user", max_chars=40)
    leader = middle.text_input(of_leader, people.leader.full, key=f"{key}_leader", max_chars=80)
    boss = right.text_input(of_boss, people.boss.full, key=f"{key}_boss", max_chars=80)
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
