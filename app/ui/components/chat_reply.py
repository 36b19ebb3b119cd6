"""A reply of the chat while it is said."""

from collections.abc import Iterator
from time import monotonic_ns

import streamlit as st

from app.domain.conversation import TurnEvent
from app.domain.turn import ReplyReplaced, TextReleased
from app.ui.components import answer, newest
from app.ui.components.closing import closed_after
from app.ui.components.frame import MARK, YOU
from app.ui.components.words import said


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
