"""Check wording: what in a text could travel, why, and a better line."""

import streamlit as st

from app.ui import resources, state
from app.ui.components import check_result, check_side, frame, upload
from app.ui.components.calm import calm
from app.ui.components.words import muted

frame.wide()
coach = resources.coach()
meeting = resources.meeting()
st.title("Check wording", anchor=False)
# Said once the side is known, which is chosen below the box.
about = st.empty()

example = "For example: I know she said no, but could you tell her to drop the sign-off?"
box = st.container()
# Read before the box is drawn, which it fills; shown below it.
upload.notes(coach.documents.read)
with box, st.form("check", border=False):
    text = st.text_area("Your text", key=state.CHECK_TEXT, height=160, placeholder=example, persist_state="session")
    asked = st.form_submit_button("Check it", type="primary")
with box:
    leads = check_side.choose(meeting)
marked = "promises, judges or fishes" if leads else "could reach your manager the wrong way"
about.markdown(f"Paste a line, notes or an email. I mark what {marked}, and offer better words.")
if text.strip():
    with calm():
        with st.spinner("Reading it …"):
            found = coach.check(text, meeting.seen_from(leads=leads).said_in_it())
        check_result.show(found, coach.library, "page")
elif asked:
    muted("Nothing to check yet: put a line in the box above.")
