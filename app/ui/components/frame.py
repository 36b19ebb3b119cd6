"""What every page shares: the style, the mark, and the sidebar's word on privacy."""

from pathlib import Path

import streamlit as st

from app.ui import resources, state
from app.ui.components import kept_field, leaving
from app.ui.components.tags import tag

_HERE = Path(__file__).parent.parent
MARK = _HERE / "assets" / "mark.svg"
YOU = _HERE / "assets" / "you.svg"

OWN_WORDS = "Answers are the coach's own words; no language model is used."


def configure() -> None:
    """Set the page up; called before anything is drawn."""
    icon = _HERE / "assets" / "favicon.png"
    st.set_page_config(page_title="Skip-Level Coach", page_icon=icon, initial_sidebar_state="auto")
    st.logo(MARK, size="medium")
    # One style sheet, for what the theme has no setting for; why is said in its first lines.
    st.html(_HERE / "style.css")
    kept_field.sent_after_a_pause()
    state.refilled()


def sidebar() -> None:
    """Say which engine answers and what leaves the machine, on every page.

    Raises:
        CoachError: the coach cannot be opened.
    """
    coach = resources.coach()
    engine, (short, rest) = coach.engine, leaving.in_short(coach, resources.settings())
    by = OWN_WORDS if engine.spec == "playbook" else f"Answers come from {engine.spec.partition(':')[2]}."
    lines = (tag("p", tag("strong", short), f" {rest}"), tag("p", by))
    with st.sidebar:
        st.html(tag("div", *lines, cls="private", role="note"))


def wide() -> None:
    """Give the page room for two panes; the style sheet ends its growth at 74 rem."""
    st.set_page_config(layout="wide")
