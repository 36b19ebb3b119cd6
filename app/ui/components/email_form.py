"""The facts of a letter: from free text, then field by field."""

from typing import get_args

import streamlit as st

from app.coaching.coach import Coach
from app.domain.emails import EmailBrief, EmailKind, Length, Tone
from app.domain.knowledge import Audience
from app.ui import state
from app.ui.components.words import muted

FIRST = "request"
"""The letter most people come for."""


def show(coach: Coach, kept: EmailBrief | None) -> EmailBrief:
    """Draw the form and return the brief as it stands."""
    kinds = {
        each.id: each for each in sorted(coach.library.emails, key=lambda kind: get_args(Audience).index(kind.audience))
    }
    first = kept.kind if kept else FIRST
    at = list(kinds).index(first) if first in kinds else 0
    chosen = st.selectbox(
        "Which letter", list(kinds), at, format_func=lambda each: kinds[each].name, key=state.LETTER_KIND
    )
    kind = kinds[chosen or next(iter(kinds))]
    muted(kind.when)
    start = kept if kept and kept.kind == kind.id else EmailBrief(kind=kind.id)
    _from_words(coach, kind)
    key = f"email_{kind.id}"
    facts = {}
    for field in kind.fields:
        name = field.label if field.required else f"{field.label} (optional)"
        value, hint = start.facts.get(field.id, ""), field.hint or None
        facts[field.id] = st.text_input(name, value, key=f"{key}_{field.id}", help=hint, max_chars=400).strip()
    tone = _choice("Tone", get_args(Tone), start.tone, f"{key}_tone")
    length = _choice("Length", get_args(Length), start.length, f"{key}_length")
    given = {each: fact for each, fact in facts.items() if fact}
    return start.model_copy(update={"facts": given, "tone": tone, "length": length})


def _choice(name: str, options: tuple[str, ...], value: str, key: str) -> str:
    chosen = st.segmented_control(name, options, default=value, format_func=str.capitalize, required=True, key=key)
    return chosen or value


def _from_words(coach: Coach, kind: EmailKind) -> None:
    """Offer to take the facts from a few sentences, so that nobody has to fill a form."""
    with st.expander("Or tell me in your own words"), st.form(f"email_words_{kind.id}", border=False):
        text = st.text_area("In your own words", key=f"words_{kind.id}", max_chars=4_000, height=110)
        if st.form_submit_button("Fill the form") and text.strip():
            state.write_this(coach.brief(kind.id, text))
            st.rerun()
