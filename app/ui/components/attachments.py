"""Cards inside the chat: each with the two actions people want, and a way to its own page."""

import streamlit as st

from app.domain.library import Library
from app.domain.turn import AgendaCard, Attachment, CheckCard, EmailCard, RehearsalInvite
from app.exports import markdown_agenda
from app.ui import resources, state
from app.ui.components import agenda_list, check_result, letter
from app.ui.components.tags import tag
from app.ui.navigation import go


def show(attachment: Attachment, key: str, library: Library) -> None:
    """Draw the card that belongs to this kind of attachment."""
    with st.container(border=True, key=f"card_{key}"):
        match attachment:
            case AgendaCard():
                _agenda(attachment, key)
            case EmailCard():
                _letter(attachment, key)
            case CheckCard():
                _check(attachment, key, library)
            case RehearsalInvite():
                _invite(attachment, key)


def _agenda(card: AgendaCard, key: str) -> None:
    st.html(agenda_list.as_html(card.agenda))
    with st.container(horizontal=True):
        text = markdown_agenda(card.agenda)
        st.download_button("Download", text, "questions.md", "text/markdown", key=f"take_{key}", on_click="ignore")
        _say("Rehearse with these", "Rehearse my meeting", key)
        if st.button("Open on its page", key=f"open_{key}", type="tertiary"):
            state.keep_meeting(resources.meeting().model_copy(update={"goal": card.goal}))
            go("questions")


def _letter(card: EmailCard, key: str) -> None:
    st.html(letter.as_html(card.draft))
    letter.take_along(card.draft, key)
    letter.missing(card.draft)
    if st.button("Open on its page", key=f"open_{key}", type="tertiary"):
        state.write_this(card.brief)
        go("emails")


def _check(card: CheckCard, key: str, library: Library) -> None:
    check_result.show(card, library, key, page=False)
    with st.container(horizontal=True):
        if card.report.flags and card.better:
            _say("Check the better text", f"Is this safe to say? {card.better}", key)
        if st.button("Open on its page", key=f"open_{key}", type="tertiary"):
            state.check_this(card.report.text)
            go("check")


def _invite(card: RehearsalInvite, key: str) -> None:
    meeting, other = card.meeting, card.meeting.opposite
    unnamed = "an employee" if meeting.leads else "your boss's boss"
    words = f"{meeting.minutes} minutes with {other.full or other.role or unnamed}"
    st.html(tag("p", words, cls="place"))
    with st.container(horizontal=True):
        if st.button("Set it up", key=f"start_{key}", type="primary"):
            state.keep_meeting(meeting)
            state.leave_conversation("rehearsal")
            go("rehearse")
        _say("Questions first", "What should I ask?", key)


def _say(name: str, line: str, key: str) -> None:
    st.button(name, key=f"next_{key}", on_click=state.say, args=(line,))
