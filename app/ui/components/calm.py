"""Trouble, shown where it happened: one sentence with the cure, never a wall of red."""

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

import streamlit as st

from app.domain.errors import CoachError
from app.ui import state
from app.ui.components.words import as_typed

P = ParamSpec("P")
_log = logging.getLogger(__name__)

UNEXPECTED = (
    "Something went wrong here. It is our fault, not yours, and what you wrote before is kept. "
    "Reload the page and try again. If it comes back, the terminal you started the app from "
    "names the place in the code; it shows none of your words."
)


@contextmanager
def calm() -> Iterator[None]:
    """Run a part of the page; trouble inside becomes a sentence in its place.

    The log gets the kind of error and where it arose, not its message: messages may quote the user.
    """
    try:
        yield
    except CoachError as trouble:
        st.warning(as_typed(str(trouble)))
    except Exception as trouble:  # the last line of defence: nothing may put a traceback on the screen
        frames = traceback.extract_tb(trouble.__traceback__)
        _log.error("%s at %s", type(trouble).__name__, " < ".join(f"{f.filename}:{f.lineno}" for f in frames[::-1]))
        st.warning(UNEXPECTED)


def calmly(act: Callable[P, object]) -> Callable[P, None]:
    """Return what a button does so that its trouble, too, becomes a sentence: a button acts before the page is drawn."""

    @wraps(act)
    def acted(*args: P.args, **named: P.kwargs) -> None:
        with calm():
            act(*args, **named)

    return acted


def show_notice(page: str) -> None:
    """Draw what an earlier run left to be said on this page."""
    if text := state.notice_on(page):
        st.info(as_typed(text))
