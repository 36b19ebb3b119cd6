"""The one thing shared by all visitors of this process: the coach. The only cache in the screens."""

from typing import Any

import streamlit as st

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.settings import Settings


@st.cache_resource(show_spinner="Opening the coach …")
def coach() -> Coach:
    """Return the coach, built once a process.

    Raises:
        CoachError: content, store or index cannot be used; the message says what to do.
    """
    return build_coach(Settings(**_secrets()))


def _secrets() -> dict[str, Any]:
    """Return Streamlit's secrets, where a deployment keeps its key; empty when there is no such file."""
    try:
        return dict(st.secrets)
    except FileNotFoundError:
        return {}
