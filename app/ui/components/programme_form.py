"""What a programme is worked out from."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TypeVar, get_args

import streamlit as st

from app.coaching.coach import Coach
from app.domain.programme import Cadence, Format, Place, ProgrammeWish
from app.ui.components import calendar_entry
from app.ui.state import OWNER

KEPT = "programme"
"""Under this the figures are kept: a reload loses none of them."""
AHEAD = 7
"""Days from today to the first day offered."""
T = TypeVar("T", bound=str)
_CADENCES: dict[Cadence, str] = {
    "fits": "What fits",
    "monthly": "Monthly",
    "quarterly": "Quarterly",
    "twice-a-year": "Twice a year",
    "yearly": "Once a year",
}
_FORMATS: dict[Format, str] = {"one-to-one": "One to one", "groups": "In groups"}
_PLACES: dict[Place, str] = {"on-site": "On site", "remote": "By video", "both": "Both"}


def remembered(coach: Coach) -> ProgrammeWish:
    """Return the figures kept, or those to begin with."""
    fresh = ProgrammeWish(first_day=calendar_entry.today() + timedelta(days=AHEAD))
    return coach.drafts.remembered(OWNER, KEPT, fresh)


def show(kept: ProgrammeWish) -> ProgrammeWish:
    """Draw the fields, filled from the figures known so far, and return them as they stand."""
    with st.container(border=True, key="noprint_ask"):
        people = st.number_input("People two levels down", 0, None, kept.people, key="prog_people")
        managers = st.number_input("Managers in between", 0, None, kept.managers, key="prog_managers")
        counted = st.toggle("The managers are in that number", kept.managers_counted, key="prog_counted")
        day = calendar_entry.day_field("First day, for the first step", kept.first_day, "prog_day")
        form = _choice("Meetings", _FORMATS, kept.format, "prog_format")
        group = kept.group
        if form == "groups":
            group = st.number_input("People in a group", 2, 30, kept.group, key="prog_group")
        minutes = st.number_input("Minutes a meeting", 10, 240, kept.minutes, 5, key="prog_minutes")
        hours = st.number_input(
            "Hours a week you can give", 0.5, 40.0, kept.hours_a_week, 0.5, key="prog_hours", format="%g",
            help="Preparation and notes included",
        )  # fmt: skip
        names = list(get_args(Cadence))
        cadence = st.selectbox(
            "How often", names, names.index(kept.cadence), format_func=_CADENCES.__getitem__, key="prog_cadence"
        )
        place = _choice("Where", _PLACES, kept.place, "prog_place")
    said = {
        "people": people,
        "managers": managers,
        "managers_counted": counted,
        "first_day": day or kept.first_day,
        "format": form,
        "group": group,
        "minutes": minutes,
        "hours_a_week": hours,
        "cadence": cadence,
        "place": place,
    }
    return ProgrammeWish.model_validate(said)


def _choice(name: str, words: Mapping[T, str], value: T, key: str) -> T:
    options = list(words)
    shown = words.__getitem__
    return st.segmented_control(name, options, default=value, format_func=shown, required=True, key=key) or value
