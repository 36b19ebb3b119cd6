"""The chat as it is kept: its messages, and what could come next."""

import streamlit as st

from app.domain.conversation import Message
from app.domain.library import Library
from app.domain.turn import Task
from app.ui import state
from app.ui.components import answer, attachments, marks, newest, programme_offer
from app.ui.components.frame import MARK, YOU
from app.ui.components.words import label, muted, said


def show(thread: list[Message], library: Library, *, waiting: bool) -> Message | None:
    """Draw the conversation, oldest first; while nothing is `waiting` to be answered, offer what could come next.

    Returns:
        The user's line to ask again, when that was pressed.
    """
    for at, message in enumerate(thread):
        if message.role == "user":
            with st.container(key=f"line_{message.id}"):
                _yours(message, thread[at + 1] if at + 1 < len(thread) else None)
        else:
            _reply(message, library)
    if waiting:
        return None
    pressed = _next_steps(thread[-1], thread[-2].text if len(thread) > 1 else "")
    if asked := [message.id for message in thread if message.role == "user"]:
        newest.show(f"line_{asked[-1]}", thread[-1].id)
    return pressed


def _next_steps(last: Message, before: str) -> Message | None:
    """Offer what could be asked next, or to ask again when a line was left without an answer; `before` is the line answered."""
    if unanswered := last.role == "user":
        muted("This line has no answer yet.")
    with st.container(horizontal=True, key="noprint_followups"):
        again = unanswered and st.button("Ask again", key="ask_again")
        if last.plan and last.plan.task is Task.PROGRAMME:
            programme_offer.show(last.id, before)
        for follow in last.plan.followups[:2] if last.plan else ():
            st.button(label(follow, 80), key=f"follow_{last.id}_{follow}", on_click=state.say, args=(follow,))
        leave = state.leave_conversation
        st.button("New conversation", key="new_chat", type="tertiary", on_click=leave, args=("chat",))
    return last if again else None


def _yours(message: Message, reply: Message | None) -> None:
    """Draw the user's line, with marks where the reply found something that travels and no card below says so."""
    plan = reply.plan if reply else None
    risk = plan.risk if plan and not plan.attachment else None
    with st.chat_message("user", avatar=YOU):
        if risk and risk.flags and risk.text == message.text:
            st.html(marks.marked(risk))
        else:
            said(message.text)


def _reply(message: Message, library: Library) -> None:
    """Draw the coach's answer; support in a serious matter stands in a calm frame."""
    plan = message.plan
    with st.chat_message("assistant", avatar=MARK):
        frame = "support" if plan and plan.task is Task.SUPPORT else "reply"
        with st.container(key=f"{frame}_{message.id}"):
            answer.show(message, library)
        if plan and plan.attachment:
            attachments.show(plan.attachment, message.id, library)
