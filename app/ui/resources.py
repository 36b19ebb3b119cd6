"""The one thing shared by all visitors of this process: the coach. The only cache in the screens."""

import logging
from threading import Thread
from typing import Any

import streamlit as st

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.domain.errors import CoachError
from app.settings import Settings

_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner="Opening the coach …")
def coach() -> Coach:
    """Return the coach, built once a process; what a first turn needs is loaded while the user reads the page.

    Raises:
        CoachError: content, store or index cannot be used; the message says what to do.
    """
    built = build_coach(Settings(**_secrets()))
    Thread(target=_load, args=(built,), name="load", daemon=True).start()
    return built


def _load(built: Coach) -> None:
    try:
        built.warm()
    except CoachError as trouble:
        # Not the user's yet: the first turn that needs it says so where they are.
        _log.warning("loading ahead failed: %s", type(trouble).__name__)


def _secrets() -> dict[str, Any]:
    """Return Streamlit's secrets, where a deployment keeps its key; empty when there is no such file."""
    try:
        return dict(st.secrets)
    except FileNotFoundError:
        return {}
