"""The chat: its messages, and a reply while it is said."""

from collections.abc import Iterator
from time import monotonic_ns

import streamlit as st

from app.domain.conversation import Message, TurnEvent
from app.domain.library import Library
from app.domain.turn import ReplyReplaced, Task, TextReleased
from app.ui import state
from app.ui.components import answer, attachments, marks, newest
from app.ui.components.closing import closed_after
from app.ui.components.frame import MARK, YOU
from app.ui.components.words import label, muted, said


def show(thread: list[Message], library: Library, *, waiting: bool) -> None:
    """Draw the conversation, oldest first; while nothing is `waiting` to be answered, offer what could come next."""
    for at, message in enumerate(thread):
        if message.role == "user":
            with st.container(key=f"line_{message.id}"):
                _yours(message, thread[at + 1] if at + 1 < len(thread) else None)
        else:
            _reply(message, library)
    if waiting:
        return
    with st.container(horizontal=True, key="noprint_followups"):
        _next_steps(thread[-1])
        st.button(
            "New conversation", key="new_chat", type="tertiary", on_click=state.leave_conversation, args=("chat",)
        )
    if asked := [message.id for message in thread if message.role == "user"]:
        newest.show(f"line_{asked[-1]}", thread[-1].id)


def _next_steps(last: Message) -> None:
    """Offer what could be asked next, or to ask again when a line was left without an answer."""
    if last.role == "user":
        muted("This line has no answer yet.")
        st.button("Ask again", key="ask_again", on_click=state.say, args=(last.text,))
    for follow in last.plan.followups[:2] if last.plan else ():
        st.button(label(follow, 80), key=f"follow_{last.id}_{follow}", on_click=state.say, args=(follow,))


def live(events: Iterator[TurnEvent], line: str) -> None:
    """Draw the user's line and the reply while it is said. Closing the events keeps what was said when the user stops.

    Raises:
        CoachError: the reply cannot be given; the message says what to do.
    """
    with st.container(key="line_now"), st.chat_message("user", avatar=YOU):
        said(line)
    newest.show("line_now", str(monotonic_ns()))
    with st.chat_message("assistant", avatar=MARK), closed_after(events) as stream:
        place, spoken = st.empty(), ""
        place.markdown(":shimmer[Thinking it through]")
        for event in stream:
            match event:
                case TextReleased(text=text):
                    spoken += text
                case ReplyReplaced(text=text):
                    spoken = text
                case _:
                    continue
            place.markdown(answer.in_progress(spoken), unsafe_allow_html=True)


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
