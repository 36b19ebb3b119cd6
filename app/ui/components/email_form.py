"""The facts of a letter: from free text, then field by field."""

from typing import get_args

import streamlit as st

from app.coaching.coach import Coach
from app.domain.drafts import LetterInHand
from app.domain.emails import EmailKind
from app.domain.knowledge import Audience
from app.ui import state
from app.ui.components import email_manner, email_start, email_words, kept_field
from app.ui.components.calm import calmly
from app.ui.components.words import muted
from app.ui.state import OWNER

FIRST = "request"
"""The letter most people come for."""


def show(coach: Coach) -> LetterInHand:
    """Draw the form, filled with what is kept, and return the letter in hand as it then stands."""
    newest = coach.drafts.newest_letter(OWNER)
    kinds = {
        each.id: each for each in sorted(coach.library.emails, key=lambda kind: get_args(Audience).index(kind.audience))
    }
    first = newest.brief.kind if newest else FIRST
    state.letter_first(first if first in kinds else next(iter(kinds)))
    chosen = st.selectbox("Which letter", list(kinds), format_func=lambda each: kinds[each].name, key=state.LETTER_KIND)
    kind = kinds[chosen or next(iter(kinds))]
    muted(kind.when)
    in_hand = coach.drafts.letter(OWNER, kind.id)
    start = in_hand.brief if in_hand else email_start.fresh(coach, kind, newest.brief if newest else None)
    own_words = st.container()
    # A browser keeps what stands in a field for as long as its key; facts from elsewhere need fresh ones.
    key = f"email_{kind.id}" + (f"_{state.letter_round()}" if state.letter_round() else "")
    now = {}
    more = any(start.facts.get(field.id) for field in kind.fields if not field.required)
    needed, optional = st.container(), st.expander("More, if you like", expanded=more)
    for field in kind.fields:
        place = needed if field.required else optional
        name, value, hint = field.label, start.facts.get(field.id, ""), field.hint or None
        now[field.id] = place.text_input(
            name, value, key=f"{key}_{field.id}", help=hint, max_chars=400, live=kept_field.PAUSE
        ).strip()
    now |= email_manner.choose(kind, start, key)
    afresh = "The facts and versions of this letter leave this machine"
    over = calmly(_over)
    st.button("Start afresh", key=f"{key}_over", type="tertiary", help=afresh, on_click=over, args=(coach, kind))
    facts = {field.id: start.facts.get(field.id, "") for field in kind.fields}
    with state.changed_here(f"email_{kind.id}", facts | email_manner.of(kind, start), now) as changed:
        # What words told that has no field, such as who asked for the meeting, is part of the letter too.
        given = {each: fact for each, fact in start.facts.items() if each not in facts}
        given |= {each: fact for each in facts if (fact := changed.pop(each, facts[each]))}
        brief = start.model_copy(update={"facts": given} | email_manner.of(kind, start) | changed)
        # A letter that only has the names from elsewhere is nothing to keep yet.
        fresh = not in_hand and brief == start
        letter = LetterInHand(brief=brief) if fresh else coach.drafts.with_facts(OWNER, brief)
    # Drawn last: filling the form begins it anew, and what was typed into it has to be kept before.
    with own_words:
        email_words.show(coach, kind)
        if letter.brief.reading:
            muted(letter.brief.reading)
    return letter


def _over(coach: Coach, kind: EmailKind) -> None:
    coach.drafts.forget_letter(OWNER, kind.id)
    state.empty_letter(kind.id)
    email_words.forget(coach, kind)
