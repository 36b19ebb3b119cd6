"""How a letter sounds: its tone, its length and its language."""

from typing import get_args

import streamlit as st

from app.coaching.emails.abroad import ABROAD
from app.coaching.emails.letters import LANGUAGES
from app.domain.emails import EmailBrief, EmailKind, Length, Tone


def of(kind: EmailKind, brief: EmailBrief) -> dict[str, str]:
    """Return the three as they stand in a brief, in a language that the kind exists in."""
    language = brief.language if brief.language in _codes(kind) else "en"
    return {"tone": brief.tone, "length": brief.length, "language": language}


def choose(kind: EmailKind, start: EmailBrief, key: str) -> dict[str, str]:
    """Draw the three choices as they stand in `start`, and return them as the brief's fields."""
    given = of(kind, start)
    return {
        "tone": _choice("Tone", get_args(Tone), given["tone"], f"{key}_tone"),
        "length": _choice("Length", get_args(Length), given["length"], f"{key}_length"),
        "language": _language(kind, given["language"], f"{key}_language"),
    }


def _codes(kind: EmailKind) -> tuple[str, ...]:
    return LANGUAGES.get(kind.id, ("en",))


def _choice(name: str, options: tuple[str, ...], value: str, key: str) -> str:
    chosen = st.segmented_control(name, options, default=value, format_func=str.capitalize, required=True, key=key)
    return chosen or value


def _language(kind: EmailKind, value: str, key: str) -> str:
    """Draw the choice of a language for the kinds that have one."""
    codes = _codes(kind)
    if len(codes) == 1:
        return "en"
    names = {"en": "English"} | {code: words["name"] for code, words in ABROAD.items()}
    return st.selectbox("Language", codes, codes.index(value), format_func=names.__getitem__, key=key) or value
