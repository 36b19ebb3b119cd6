"""Progress over rehearsals: one point for each, in words, as a chart and as a table."""

from typing import Any

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.practice import in_words
from app.domain.rehearsal import Rehearsed
from app.ui.components.tags import table
from app.ui.components.words import DIFFICULTY, heading, muted, when
from app.ui.state import OWNER

AVERAGE = "Average (0 to 4)"
HEADS = ("Rehearsal", "When", "Difficulty", AVERAGE, "Your share of the words", "Strongest", "Next")
ALT = "A line through the average score of each rehearsal, from 0 to 4, the oldest at the left."


def show(coach: Coach) -> None:
    """Draw the progress; nothing before two rehearsals were scored.

    Raises:
        CoachError: the store cannot be read.
    """
    held = coach.practice.progress(OWNER)
    if len(held) < 2:
        return
    heading("So far")
    muted(in_words(held))
    st.vega_lite_chart(_chart(held), width="stretch", alt=ALT)
    with st.expander("Rehearsal by rehearsal"):
        rows = ([str(cell) for cell in _row(number, one).values()] for number, one in enumerate(held, start=1))
        st.html(table(HEADS, rows, "Progress, rehearsal by rehearsal"))


def _chart(held: tuple[Rehearsed, ...]) -> dict[str, Any]:
    """Return the chart: the mean as a line, and each part's score as a quiet dot behind it."""
    accent, quiet = ("#7fc7bf", "#a3a9b5") if st.context.theme.type == "dark" else ("#1f5f5b", "#5b6270")
    values = [_row(number, one) for number, one in enumerate(held, start=1)]
    parts = [
        {"Rehearsal": n, "Part": name, "Score": s} for n, one in enumerate(held, 1) for name, s in one.scores.items()
    ]
    x = {"field": "Rehearsal", "type": "ordinal", "axis": {"labelAngle": 0, "ticks": False}}
    scale = {"domain": [0, 4], "nice": False}
    y = {"type": "quantitative", "scale": scale, "axis": {"values": [0, 1, 2, 3, 4], "title": "Score"}}
    shown = [{"field": name} for name in HEADS[1:]]
    return {
        "height": 200,
        "layer": [
            {
                "data": {"values": parts},
                "mark": {"type": "point", "color": quiet, "opacity": 0.45, "filled": True},
                "encoding": {"x": x, "y": y | {"field": "Score"}, "tooltip": [{"field": "Part"}, {"field": "Score"}]},
            },
            {
                "data": {"values": values},
                "mark": {"type": "line", "color": accent, "point": {"color": accent, "size": 70}},
                "encoding": {"x": x, "y": y | {"field": AVERAGE}, "tooltip": shown},
            },
        ],
    }


def _row(number: int, one: Rehearsed) -> dict[str, str | int | float]:
    """Return one rehearsal, by the heads of the table."""
    best = max(one.scores, key=lambda name: one.scores[name])
    least = min(one.scores, key=lambda name: one.scores[name])
    level = DIFFICULTY.get(one.difficulty, "")
    cells = (number, when(one.when), level, round(one.mean, 1), f"{one.talk_share}%", best, least)
    return dict(zip(HEADS, cells, strict=True))
