"""Putting words on the screen safely: what a person typed is never read as HTML or Markdown."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from app.ui.components.tags import tag

DIFFICULTY = {1: "Very easy", 2: "Easy", 3: "Realistic", 4: "Demanding", 5: "Hard"}

_PICTURE = re.compile(r"!(?=\[)")
_COLOUR_OR_EMOJI = re.compile(r":(?=[\w+/-]+[\[:])")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+!|~$:<>-])")


def prose(text: str) -> str:
    """Return a reply's Markdown with everything disarmed that could draw HTML, formulas, colours or load pictures."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace("$", "&#36;")
    return _COLOUR_OR_EMOJI.sub("&#58;", _PICTURE.sub("&#33;", text))


def said(text: str) -> None:
    """Draw what a person typed, as typed."""
    st.html(tag("p", text, cls="said"))


def muted(text: str) -> None:
    """Draw a quiet line."""
    st.html(tag("p", text, cls="muted"))


def heading(text: str) -> None:
    """Draw a small heading."""
    st.subheader(text, anchor=False)


def shortened(text: str, limit: int = 60) -> str:
    """Return at most `limit` characters, cut at a word, with an ellipsis when something is missing."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rsplit(" ", 1)[0] + " …"


def as_typed(text: str) -> str:
    """Return a text whose Markdown signs are shown and not obeyed, for labels and notices."""
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", "  \n")


def label(text: str, limit: int = 60) -> str:
    """Return a person's text, shortened, for a button or an option."""
    return as_typed(shortened(text, limit))


def when(moment: datetime) -> str:
    """Return day and time in the reader's time zone, for example "21 November 2026, 9:05"."""
    try:
        local = moment.astimezone(ZoneInfo(st.context.timezone or "UTC"))
    except ZoneInfoNotFoundError:
        local = moment
    return f"{local.day} {local:%B %Y}, {local.hour}:{local:%M}"
