"""Emails: the facts left, the letter right."""

import streamlit as st

from app.ui import resources, state
from app.ui.components import email_form, frame, letter
from app.ui.components.calm import calm
from app.ui.components.words import muted

frame.wide()
coach = resources.coach()
state.letter_asked_for(tuple(coach.library.email_by_id))
st.title("Emails", anchor=False)
st.markdown("Nothing is invented: what you leave out stays out. Each letter is one your manager could read.")

form, page = st.columns([2, 3], gap="large")
with form, st.container(key="noprint_ask"):
    brief = email_form.show(coach, state.brief_in_hand())
with page, calm():
    draft = coach.draft(brief)
    if st.toggle("Edit the letter", key=f"edit_{brief.kind}"):
        # The key changes with the draft: facts changed in the form make a new letter to edit.
        key = f"{brief.kind}_{hash((draft.subject, draft.body))}"
        subject = st.text_input("Subject", draft.subject, key=f"subject_{key}", max_chars=200)
        body = st.text_area("Letter", draft.body, key=f"body_{key}", height=320, max_chars=8_000)
        draft = coach.check_letter(brief, subject, body)
    else:
        st.html(letter.as_html(draft))
    letter.take_along(draft, f"page_{brief.kind}")
    letter.missing(draft)
    for refused in brief.refused:
        muted(refused)
    letter.checks(draft)
