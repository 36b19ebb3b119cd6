"""What was measured of the engine in use, and what was not."""

from datetime import date

import streamlit as st

from app.content.quality import read_quality
from app.domain.quality import Quality
from app.settings import Settings
from app.ui.components.tags import table
from app.ui.components.words import muted

UNMEASURED = (
    "Nothing has been measured with this engine on this machine. Its words pass the same checks as any other's. "
    "To measure it: skip-level eval spoken injection judged --engine …"
)
BEHIND = "What the coach plans is the same with every engine."


def show(settings: Settings, engine: str) -> None:
    """Draw the figures of this engine, or say that there are none; then those of the plans behind its words.

    Raises:
        ContentError: the figures cannot be read.
    """
    found = read_quality(settings.content_root, settings.data_dir, engine)
    if found is None:
        muted(UNMEASURED)
    else:
        _card(found)
    if engine != "playbook" and (plans := read_quality(settings.content_root, settings.data_dir, "playbook")):
        muted(BEHIND)
        _card(plans)


def _card(found: Quality) -> None:
    muted(
        f"Measured on {_day(found.measured_on)} with {found.engine}, on {found.samples:,} samples of our own writing. "
        "Strangers' words are harder: expect somewhat less."
    )
    with st.expander(_kept(found)):
        st.html(_table(found))


def _day(measured: str) -> str:
    day = date.fromisoformat(measured)
    return f"{day.day} {day:%B %Y}"


def _kept(found: Quality) -> str:
    met, unmeasured = (sum(figure.met is verdict for figure in found.figures) for verdict in (True, None))
    rest = f", {unmeasured} not measured" if unmeasured else ""
    return f"{met} of {len(found.figures)} promises kept{rest}"


def _table(found: Quality) -> str:
    rows = ((figure.title, figure.shown, figure.bar, _verdict(figure.met)) for figure in found.figures)
    return table(("What", "Measured", "Promised", ""), rows, "What was measured of this engine")


def _verdict(met: bool | None) -> str:
    return {True: "kept", False: "short", None: "not measured"}[met]
