"""Coach: the chat. Ask anything; letters, questions and checks come inline."""

import streamlit as st

from app.domain.errors import SessionNotFound
from app.ui import resources, state
from app.ui.components import chat_reply, conversation, leaving, welcome
from app.ui.components.calm import calm, show_notice
from app.ui.navigation import go
from app.ui.state import OWNER

coach = resources.coach()
session_id = state.conversation("chat")
thread = []
if session_id:
    try:
        is_rehearsal = coach.session(OWNER, session_id).kind == "rehearsal"
        thread = coach.thread(OWNER, session_id)
    except SessionNotFound:
        state.leave_conversation("chat")
        state.notice("That conversation is not on this machine, or it was deleted. Here is a fresh one.")
        st.rerun()
    if is_rehearsal:
        state.leave_conversation("chat")
        go("rehearse", c=session_id)

placeholder = "Ask, or paste what you want to say"
typed = st.chat_input(placeholder, key=state.CHAT_INPUT, max_chars=state.LONGEST_LINE, submit_mode="stop")
line = (typed or state.line_to_say()).strip()
# A place of its own, so that the welcome is gone the moment the first line is sent.
opening = st.empty()
if thread:
    if again := conversation.show(thread, coach.library, waiting=bool(line)):
        coach.rewind(OWNER, session_id, again.parent)
        state.say(again.text)
        st.rerun()
elif not line:
    if not state.examples():
        state.keep_examples(coach.suggestions(len(coach.recent(OWNER))))
    with opening.container():
        welcome.show(state.examples(), " ".join(leaving.in_short(coach, resources.settings())))

if not line:
    show_notice("coach")
else:
    with calm():
        state.notice("")
        with state.kept_if_refused(state.CHAT_INPUT, line):
            if not session_id:
                session_id = coach.start(OWNER, resources.meeting()).id
                state.open_conversation("chat", session_id)
                state.keep_examples(())
            chat_reply.live(coach.reply(OWNER, session_id, line), line)
        st.rerun()
