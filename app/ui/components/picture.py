"""The picture of the meeting: one row a turn, and the same as a table."""

from itertools import cycle, islice
from typing import Any

import streamlit as st

from app.domain.library import Library
from app.domain.rehearsal import TurnPicture
from app.domain.risk import SEVERITY
from app.ui.components.tags import table
from app.ui.components.words import shortened

HEADS = ("Turn", "You", "Them", "Theme", "Risk", "Rapport", "You said", "They said")
THEMES = {
    False: ("#1f5f5b", "#3d5a99", "#7a3e6d", "#4f6b1f", "#2a7d8c", "#5d4a8f"),
    True: ("#7fc7bf", "#9db4ea", "#d6a3c9", "#b5cf86", "#8fd0dd", "#b9a8e6"),
}
"""Colours of themes, light and dark; amber is kept for risk."""
NO_THEME, UNTHEMED = "no theme", {False: "#a9bfba", True: "#4d6663"}
ALT = "One row a turn: bars for how many words they (left) and you (right) said, a word for risk, a line for rapport."


def show(rows: tuple[TurnPicture, ...], library: Library) -> None:
    """Draw the chart and, folded, the table a screen reader or a printer can use; one turn makes no picture."""
    if len(rows) < 2:
        return
    st.vega_lite_chart(_chart(rows, library), width="stretch", alt=ALT)
    with st.expander("The same as a table"):
        cells = ([str(cell) for cell in _row(row, library).values()] for row in rows)
        st.html(table(HEADS, cells, "The meeting, turn by turn"))


def _chart(rows: tuple[TurnPicture, ...], library: Library) -> dict[str, Any]:
    """Bars left and right of a middle line; rapport runs in its own strip at the right, so one scale holds both."""
    most = max(max(row.user_words, row.leader_words) for row in rows) or 1
    widest = max(abs(row.rapport) for row in rows) or 1
    places = [
        {"left": -row.leader_words, "right": row.user_words, "at": most * (1.72 + 0.22 * row.rapport / widest)}
        for row in rows
    ]
    values = [_row(row, library) | place for row, place in zip(rows, places, strict=True)]
    dark = st.context.theme.type == "dark"
    amber, accent, quiet = ("#f2c27d", "#7fc7bf", "#a3a9b5") if dark else ("#8a4b00", "#1f5f5b", "#5b6270")
    named = list(dict.fromkeys(str(each["Theme"]) for each in values if each["Theme"] != NO_THEME))
    across = {"type": "quantitative", "axis": None, "scale": {"domain": [-most * 1.05, most * 2], "nice": False}}
    turn = {"field": "Turn", "type": "ordinal", "title": None, "axis": {"ticks": False, "domain": False}}
    shown = [{"field": name} for name in ("You said", "They said", "Theme", "Risk")]
    legend = {"orient": "bottom", "title": None, "columns": 1, "labelLimit": 280, "values": named} if named else None
    scale = {"domain": [*named, NO_THEME], "range": [*islice(cycle(THEMES[dark]), len(named)), UNTHEMED[dark]]}
    theme = {"field": "Theme", "scale": scale, "legend": legend}
    heads = [{"at": most * place, "name": name} for place, name in ((-0.5, "Them"), (0.5, "You"), (1.72, "Rapport"))]

    def layer(mark: dict[str, Any], field: str, **more: Any) -> dict[str, Any]:
        return {"mark": mark, "encoding": {"x": across | {"field": field}, "y": turn, "tooltip": shown} | more}

    risk = {"condition": {"test": "datum.Risk != 'none'", "field": "Risk"}, "value": ""}
    head = {"x": across | {"field": "at"}, "y": {"value": -14}, "text": {"field": "name"}}
    return {
        "data": {"values": values},
        "height": {"step": 30},
        "padding": {"top": 24, "left": 4, "right": 4, "bottom": 4},
        "layer": [
            layer({"type": "bar", "color": quiet, "opacity": 0.45, "cornerRadius": 3}, "left"),
            layer({"type": "bar", "cornerRadius": 3}, "right", color=theme),
            layer({"type": "text", "align": "left", "dx": 6, "fontWeight": "bold", "color": amber}, "right", text=risk),
            layer({"type": "line", "point": {"color": accent}, "color": accent}, "at", order={"field": "Turn"}),
            {"data": {"values": heads}, "mark": {"type": "text", "color": quiet}, "encoding": head},
        ],
    }


def _row(row: TurnPicture, library: Library) -> dict[str, str | int]:
    """Return one turn, by the heads of the table."""
    theme = library.theme_by_id.get(row.theme)
    cells = (row.turn, row.user_words, row.leader_words, theme.name if theme else NO_THEME)
    rest = (SEVERITY.get(row.risk, "none"), row.rapport, shortened(row.user_text, 160), shortened(row.leader_text, 160))
    return dict(zip(HEADS, cells + rest, strict=True))
