"""Watching a good run of a scenario before one's own: shown, never stored."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.personas import Scenario
from app.ui.components import room
from app.ui.components.calm import calm
from app.ui.components.words import muted


def offer(coach: Coach, scenario: Scenario) -> None:
    """Draw the button that opens the example; nothing for a scenario without one."""
    if scenario.good_run and st.button("Watch an example", key=f"example_{scenario.id}", type="tertiary"):
        _watch(coach, scenario)


@st.dialog("A good run", width="medium")
def _watch(coach: Coach, scenario: Scenario) -> None:
    leads = scenario.audience == "leader"
    opposite = scenario.people.user if leads else scenario.people.leader
    muted(f"{scenario.title}. Your side is written; theirs answers as it would answer you. Nothing is kept.")
    with calm(), st.spinner("They are meeting …"):
        played = coach.practice.example(scenario.id)
        st.html(room.drawn(room.lines(list(played), opposite.full, asides=True)))
