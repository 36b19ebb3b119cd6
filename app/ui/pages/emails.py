"""Emails: the facts left, the letter right."""

import streamlit as st

from app.ui import resources, state
from app.ui.components import email_form, frame, letter, letter_desk, letter_times
from app.ui.components.calm import calm
from app.ui.state import OWNER

frame.wide()
coach = resources.coach()
state.letter_asked_for(tuple(coach.library.email_by_id))
st.title("Emails", anchor=False)
st.markdown("Nothing is invented: what you leave out stays out. Each letter is one that anyone it mentions could read.")

# Where to take a serious matter comes before the form: on a narrow screen the letter stands far below it.
first = st.container()
form, page = st.columns([2, 3], gap="large")
with form, st.container(key="noprint_ask"):
    if handed := state.brief_handed_over():
        coach.drafts.hand_over(OWNER, handed, coach.draft)
    in_hand = email_form.show(coach)
with page, calm():
    brief, draft = in_hand.brief, letter_desk.show(coach, in_hand, first)
    if draft.body:
        letter.take_along(draft, f"page_{brief.kind}")
        letter_times.show(brief, coach.library.email_by_id[brief.kind])
        letter.missing(draft)
        letter.unused(draft)
        letter.checks(draft)
