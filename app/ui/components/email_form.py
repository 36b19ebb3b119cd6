"""The facts of a letter: from free text, then field by field."""

from typing import get_args

import streamlit as st

from app.coaching.coach import Coach
from app.domain.emails import EmailBrief, EmailKind
from app.domain.knowledge import Audience
from app.ui import state
from app.ui.components import email_manner, email_words, kept_field
from app.ui.components.words import muted
from app.ui.state import OWNER

FIRST = "request"
"""The letter most people come for."""
PEOPLE = ("me", "leader", "boss")
"""Facts that are the same in every letter of one side: given once, they stand in the next one too. `me` is on both."""


def show(coach: Coach) -> EmailBrief:
    """Draw the form, filled with what is kept, and return the brief as it stands."""
    newest = coach.drafts.newest_letter(OWNER)
    kinds = {
        each.id: each for each in sorted(coach.library.emails, key=lambda kind: get_args(Audience).index(kind.audience))
    }
    first = newest.brief.kind if newest else FIRST
    at = list(kinds).index(first) if first in kinds else 0
    chosen = st.selectbox(
        "Which letter", list(kinds), at, format_func=lambda each: kinds[each].name, key=state.LETTER_KIND
    )
    kind = kinds[chosen or next(iter(kinds))]
    muted(kind.when)
    in_hand = coach.drafts.letter(OWNER, kind.id)
    same_side = newest and newest.brief.kind in kinds and kinds[newest.brief.kind].audience == kind.audience
    start = in_hand.brief if in_hand else _fresh(kind, newest.brief if newest else None, same_side=bool(same_side))
    email_words.show(coach, kind)
    # A browser keeps what stands in a field for as long as its key; facts from elsewhere need fresh ones.
    key = f"email_{kind.id}" + (f"_{state.letter_round()}" if state.letter_round() else "")
    facts = {}
    more = any(start.facts.get(field.id) for field in kind.fields if not field.required)
    needed, optional = st.container(), st.expander("More, if you like", expanded=more)
    for field in kind.fields:
        place = needed if field.required else optional
        name, value, hint = field.label, start.facts.get(field.id, ""), field.hint or None
        facts[field.id] = place.text_input(
            name, value, key=f"{key}_{field.id}", help=hint, max_chars=400, live=kept_field.PAUSE
        ).strip()
    manner = email_manner.choose(kind, start, key)
    afresh = "The facts and versions of this letter leave this machine"
    st.button("Start afresh", key=f"{key}_over", type="tertiary", help=afresh, on_click=_over, args=(coach, kind))
    given = {each: fact for each, fact in facts.items() if fact}
    return start.model_copy(update={"facts": given} | manner)


def _over(coach: Coach, kind: EmailKind) -> None:
    coach.drafts.forget_letter(OWNER, kind.id)
    state.empty_letter(kind.id)
    email_words.forget(coach, kind)


def _fresh(kind: EmailKind, other: EmailBrief | None, *, same_side: bool) -> EmailBrief:
    """Return a brief with the names known already: from another letter, else from the meeting.

    The writer is the same in all of them; the others are so only on the same side.
    """
    meeting = state.meeting()
    known = {"me": meeting.me.full}
    if meeting.leads is (kind.audience == "leader"):
        known |= {"leader": meeting.people.leader.full, "boss": meeting.people.boss.full}
    if other:
        same = PEOPLE if same_side else ("me",)
        known |= {name: other.facts[name] for name in same if name in other.facts}
    asked = {field.id for field in kind.fields}
    return EmailBrief(kind=kind.id, facts={name: value for name, value in known.items() if value and name in asked})
