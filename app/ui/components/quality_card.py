"""What was measured of the engine in use, and what was not."""

from datetime import date

import streamlit as st

from app.content.quality import read_quality
from app.domain.quality import Quality
from app.settings import Settings
from app.ui.components.tags import table
from app.ui.components.words import muted

UNMEASURED = (
    "Nothing has been measured with this engine on this machine. Its words pass the same checks as any other's."
)


def show(settings: Settings, engine: str) -> None:
    """Draw the figures as a table, or say that there are none.

    Raises:
        ContentError: the figures cannot be read.
    """
    found = read_quality(settings.content_root, engine)
    if found is None:
        muted(UNMEASURED)
        return
    muted(
        f"Measured on {_day(found.measured_on)} with the {found.engine}, on {found.samples:,} samples of our own writing. "
        "Strangers' words are harder: expect somewhat less."
    )
    with st.expander(f"{_met(found)} of {len(found.figures)} promises kept"):
        st.html(_table(found))


def _day(measured: str) -> str:
    day = date.fromisoformat(measured)
    return f"{day.day} {day:%B %Y}"


def _met(found: Quality) -> int:
    return sum(figure.met is True for figure in found.figures)


def _table(found: Quality) -> str:
    rows = ((figure.title, figure.shown, figure.bar, _verdict(figure.met)) for figure in found.figures)
    return table(("What", "Measured", "Promised", ""), rows, "What was measured of this engine")


def _verdict(met: bool | None) -> str:
    return {True: "kept", False: "short", None: "not measured"}[met]
