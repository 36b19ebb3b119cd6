"""History: every conversation and rehearsal on this machine."""

import streamlit as st

from app.ui import resources, state
from app.ui.components.calm import calm
from app.ui.components.words import label, muted, when
from app.ui.navigation import go
from app.ui.state import OWNER

coach = resources.coach()
st.title("History", anchor=False)
recent = coach.recent(OWNER, limit=100)
if not recent:
    st.markdown("Nothing here yet. What you ask and rehearse is kept on this machine, and only here.")
    if st.button("Start in the chat", type="primary", key="history_start"):
        go("coach")

for session in recent:
    what = "Rehearsal" if session.kind == "rehearsal" else "Chat"
    with st.container(key=f"row_{session.id}", gap="xxsmall"):
        if st.button(label(session.title or what, 90), key=f"open_{session.id}", type="tertiary"):
            go("rehearse" if session.kind == "rehearsal" else "coach", c=session.id)
        muted(f"{what}, {when(session.changed)}{', ended' if session.ended else ''}")
        with st.container(horizontal=True, gap="medium", key=f"quiet_{session.id}"):
            with st.popover("Rename", type="tertiary", key=f"name_{session.id}_{session.changed}"):
                title = st.text_input("New name", session.title, max_chars=120, key=f"title_{session.id}")
                if st.button("Save this name", key=f"keep_{session.id}"):
                    with calm():
                        coach.rename(OWNER, session.id, title.strip())
                        st.rerun()
            with st.popover("Delete", type="tertiary", key=f"gone_{session.id}"):
                muted("It leaves this machine for good.")
                if st.button("Delete for good", key=f"delete_{session.id}"):
                    with calm():
                        coach.delete(OWNER, session.id)
                        state.forget(session.id)
                        st.rerun()
