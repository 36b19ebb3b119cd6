"""How long and where a meeting is held, and what goes otherwise than hoped."""

from typing import get_args

import streamlit as st

from app.domain.meeting import Format, Meeting, StressVariant

FORMATS: dict[Format, str] = {"video": "Video", "in_person": "In person", "phone": "Phone", "group": "Group of eight"}
TRIALS: dict[StressVariant, str] = {
    "arrives_late": "They arrive late",
    "asks_about_manager_early": "They ask about your manager at once",
    "leaves_ten_minutes_early": "They leave ten minutes early",
    "offers_project": "They offer you a project on the spot",
    "problem_nobody_talks_about": "They ask what nobody talks about",
    "shares_rumour": "They mention talk they heard",
    "silence": "They go silent",
    "surprise_visit": "They turn up unannounced",
}


def show(start: Meeting, key: str, *, leads: bool) -> dict[str, object]:
    """Draw length, place and surprises; return what was chosen, by the meeting's fields."""
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
