"""A letter worked on: edited in place, with live checks, and gone back to."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app.coaching.coach import Coach
from app.domain.drafts import LetterInHand
from app.domain.emails import EmailDraft
from app.ui import state
from app.ui.components import letter
from app.ui.components.words import as_typed, label, muted, when
from app.ui.state import OWNER


def show(coach: Coach, in_hand: LetterInHand, first: DeltaGenerator) -> EmailDraft:
    """Draw the letter in hand, as it was edited where it was, and return it with fresh checks.

    Where to take a serious matter is drawn in `first`.
    """
    drafted = coach.draft(in_hand.brief)
    if not drafted.body:
        with first:
            letter.grave(drafted, coach.library)
        return drafted
    if st.toggle("Edit the letter", key=f"edit_{drafted.kind}"):
        in_hand = _edited(coach, in_hand, drafted)
        draft = _shown(coach, in_hand, drafted)
    else:
        draft = _shown(coach, in_hand, drafted)
        st.html(letter.as_html(draft))
    if draft.matters:
        with first:
            letter.grave(draft, coach.library)
    if in_hand.versions:
        _versions(coach, in_hand)
    return draft


def _edited(coach: Coach, in_hand: LetterInHand, drafted: EmailDraft) -> LetterInHand:
    """Draw the letter's words as fields; a change is kept as a version as soon as its field is left."""
    before = _shown(coach, in_hand, drafted)
    # The key changes with the draft: facts changed in the form make a new letter to edit.
    key = f"{drafted.kind}_{hash((drafted.subject, drafted.body))}_{state.letter_round()}"
    subject = st.text_input("Subject", before.subject, key=f"subject_{key}", max_chars=200)
    body = st.text_area("Letter", before.body, key=f"body_{key}", height=320, max_chars=8_000)
    kept = {"subject": before.subject.strip(), "body": before.body.strip()}
    with state.changed_here(f"letter_{drafted.kind}", kept, {"subject": subject.strip(), "body": body.strip()}) as new:
        return coach.drafts.edited(OWNER, in_hand, **(kept | new)) if new else in_hand


def _shown(coach: Coach, in_hand: LetterInHand, drafted: EmailDraft) -> EmailDraft:
    """Return the letter in view: the newest version of the user's, or what follows from the form."""
    if not in_hand.edited:
        return drafted
    mine = in_hand.versions[-1]
    checked = coach.check_letter(in_hand.brief, mine.subject, mine.body)
    warnings = tuple(dict.fromkeys((*checked.warnings, *drafted.warnings)))
    return checked.model_copy(update={"missing": drafted.missing, "warnings": warnings, "unused": drafted.unused})


def _versions(coach: Coach, in_hand: LetterInHand) -> None:
    """Offer the user's earlier versions, newest first, and the letter that follows from the form."""
    earlier = in_hand.versions[:-1] if in_hand.edited else in_hand.versions
    with st.popover("Earlier versions", type="tertiary", key=f"versions_{in_hand.brief.kind}"):
        if in_hand.edited and st.button("The letter from the form", key="version_form"):
            coach.drafts.from_facts(OWNER, in_hand)
            state.next_letter_round()
            st.rerun()
        for place, version in reversed(list(enumerate(earlier))):
            muted(when(version.written))
            st.markdown(label(version.body, 160))
            if st.button("Go back to this", key=f"version_{place}", help=as_typed(version.subject)):
                coach.drafts.edited(OWNER, in_hand, version.subject, version.body)
                state.next_letter_round()
                st.rerun()
