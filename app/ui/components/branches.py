"""Two tries of the same moment, side by side."""

from typing import NamedTuple

import streamlit as st

from app.domain.conversation import Message
from app.ui.components import answer, room
from app.ui.components.tags import joined, tag
from app.ui.components.words import muted


class Try(NamedTuple):
    """A line the user tried, and what came back."""

    line: Message
    reply: Message | None


def forks(messages: list[Message]) -> list[list[Try]]:
    """Return, for each point where the user tried more than one line, the tries in the order they were made."""
    after: dict[str, list[Message]] = {}
    for message in messages:
        after.setdefault(message.parent, []).append(message)
    mine = ([each for each in siblings if each.role == "user"] for siblings in after.values())
    return [[Try(line, next(iter(after.get(line.id, [])), None)) for line in tries] for tries in mine if len(tries) > 1]


def show(messages: list[Message], name: str, *, open_at_once: bool) -> None:
    """Draw the last two tries of every fork next to each other; nothing when there is none."""
    found = forks(messages)
    if not found:
        return
    with st.expander("Your tries side by side", expanded=open_at_once):
        for tries in found:
            for column, number in zip(st.columns(2, gap="large"), (len(tries) - 1, len(tries)), strict=True):
                with column:
                    muted(f"Try {number}")
                    _draw(tries[number - 1], name)


def _draw(one: Try, name: str) -> None:
    """Draw a line and what came back; a reply that stepped out of the meeting is the coach's, not the leader's."""
    is_leader = one.reply is not None and one.reply.role == "leader"
    reply = room.line("leader", room.first_part(name), one.reply.text) if one.reply and is_leader else ""
    st.html(tag("div", joined((room.yours(one.line, one.reply, asides=True), reply)), cls="stack"))
    if one.reply and not is_leader:
        with st.container(key=f"support_try_{one.reply.id}"):
            st.markdown(answer.in_progress(one.reply.text), unsafe_allow_html=True)
