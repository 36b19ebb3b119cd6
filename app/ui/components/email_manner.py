"""How a letter sounds: its tone, its length and its language."""

from typing import get_args

import streamlit as st

from app.coaching.emails.abroad import ABROAD
from app.coaching.emails.letters import LANGUAGES
from app.domain.emails import EmailBrief, EmailKind, Length, Tone


def choose(kind: EmailKind, start: EmailBrief, key: str) -> dict[str, str]:
    """Draw the three choices as they stand in `start`, and return them as the brief's fields."""
    return {
        "tone": _choice("Tone", get_args(Tone), start.tone, f"{key}_tone"),
        "length": _choice("Length", get_args(Length), start.length, f"{key}_length"),
        "language": _language(kind, start.language, f"{key}_language"),
    }


def _choice(name: str, options: tuple[str, ...], value: str, key: str) -> str:
    chosen = st.segmented_control(name, options, default=value, format_func=str.capitalize, required=True, key=key)
    return chosen or value


def _language(kind: EmailKind, value: str, key: str) -> str:
    """Draw the choice of a language for the kinds that have one."""
    codes = LANGUAGES.get(kind.id, ("en",))
    if len(codes) == 1:
        return "en"
    names = {"en": "English"} | {code: words["name"] for code, words in ABROAD.items()}
    at = codes.index(value) if value in codes else 0
    return st.selectbox("Language", codes, at, format_func=names.__getitem__, key=key) or value
