"""The one thing shared by all visitors of this process: the coach. The only cache in the screens."""

import logging
from threading import Thread
from typing import Any

import streamlit as st

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.domain.errors import CoachError
from app.domain.meeting import Meeting
from app.engines.fetches import Fetches
from app.settings import Settings
from app.ui import state
from app.ui.state import OWNER

KEPT_MEETING = "meeting"
_log = logging.getLogger(__name__)


@st.cache_resource(show_spinner="Opening the coach …")
def shared() -> Coach:
    """Return the coach everybody shares, built once a process; what a first turn needs is loaded while the user reads the page.

    Raises:
        CoachError: content, store or index cannot be used; the message says what to do.
    """
    built = build_coach(settings())
    Thread(target=_load, args=(built,), name="load", daemon=True).start()
    return built


def coach() -> Coach:
    """Return the coach for this tab: the shared one, or the same without its model where that was chosen in Settings.

    Raises:
        CoachError: as `shared`.
    """
    return shared().without_engine() if state.playbook_only() else shared()


def meeting() -> Meeting:
    """Return the user's own meeting: as described in this tab, else as it was kept.

    Raises:
        CoachError: the notebook cannot be read.
    """
    described = state.meeting()
    return shared().drafts.remembered(OWNER, KEPT_MEETING, described) if described == Meeting() else described


@st.cache_resource
def fetches() -> Fetches:
    """Return the models being fetched, whoever began it."""
    return Fetches(settings().models_dir)


def settings() -> Settings:
    """Return the settings: from the environment, from Streamlit's secrets, and the engine chosen on the Settings page."""
    chosen = {"engine": chosen_engine()} if chosen_engine() else {}
    return Settings(**(_secrets() | chosen))


def chosen_engine() -> str:
    """Return the engine chosen on the Settings page, empty for the one the app was started with."""
    return _chosen().get("engine", "")


def use_engine(spec: str) -> None:
    """Let this engine speak, as COACH_ENGINE names it, until the app is stopped; empty goes back to the one before."""
    _chosen()["engine"] = spec
    shared.clear()


@st.cache_resource
def _chosen() -> dict[str, str]:
    return {}


def _load(built: Coach) -> None:
    try:
        built.warm()
        # Own documents that lost their vectors (a removed index folder, another model) are read again, in the background.
        for _ in built.documents.mend(OWNER):
            continue
    except CoachError as trouble:
        # Not the user's yet: the first turn that needs it says so where they are.
        _log.warning("loading ahead failed: %s", type(trouble).__name__)


def _secrets() -> dict[str, Any]:
    """Return Streamlit's secrets, where a deployment keeps its key; empty when there is no such file."""
    try:
        return dict(st.secrets)
    except FileNotFoundError:
        return {}
