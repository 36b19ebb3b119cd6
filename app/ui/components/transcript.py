"""The meeting so far, and a reply while it is said."""

from collections.abc import Iterator

import streamlit as st

from app.domain.conversation import Message, TurnEvent
from app.domain.library import Library
from app.domain.turn import AsideGiven, ReplyReplaced, SeriousFound, TextReleased
from app.ui.components import answer, room
from app.ui.components.closing import closed_after
from app.ui.components.tags import Html, joined


def so_far(thread: list[Message], name: str, library: Library, *, asides: bool) -> Html:
    """Draw the meeting up to the coach's last step into it, and return the lines after that, not drawn yet."""
    begin = 0
    for at, message in enumerate(thread):
        if message.role == "coach" and message.plan and not message.plan.debrief:
            st.html(room.drawn(room.lines(thread[begin : at + 1], name, asides=asides)))
            with st.container(key=f"support_{message.id}"):
                answer.show(message, library)
            begin = at + 1
    return room.lines(thread[begin:], name, asides=asides)


def live(events: Iterator[TurnEvent], before: Html, line: str, name: str, *, asides: bool) -> None:
    """Draw the reply while it is said. Closing the events keeps what was said when the user stops.

    Raises:
        CoachError: the reply cannot be given; the message says what to do.
    """
    place, spoken, beside, in_meeting = st.empty(), "", Html(), True
    name = room.first_part(name)
    yours = room.line("you", "You", line)
    place.html(room.drawn(joined((before, yours, room.line("leader", name, "…")))))
    with closed_after(events) as stream:
        for event in stream:
            match event:
                case AsideGiven(text=text) if asides:
                    beside = room.aside(text)
                case SeriousFound():
                    in_meeting = False
                case TextReleased(text=text):
                    spoken += text
                case ReplyReplaced(text=text):
                    spoken = text
                case _:
                    continue
            reply = room.line("leader", name, spoken or "…") if in_meeting else ""
            place.html(room.drawn(joined((before, yours, beside, reply))))
