"""The meeting as it is held: leader left, you right, the coach in the margin, and a thin clock."""

import streamlit as st

from app.domain.conversation import CoachingSession, Message
from app.domain.library import Library
from app.domain.rehearsal import RehearsalState
from app.ui.components import marks
from app.ui.components.tags import Html, joined, paragraphs, tag


def opposite(session: CoachingSession, library: Library) -> str:
    """Return name and role of the one opposite; the persona's name when no other is known."""
    meeting = session.meeting
    person = meeting.opposite
    persona = library.persona_by_id.get(meeting.persona)
    parts = ", ".join(part for part in (person.full, person.role) if part)
    return parts or (persona.name if persona else "Your employee" if meeting.leads else "Your boss's boss")


def clock(state: RehearsalState) -> None:
    """Draw the time as a thin bar with words."""
    gone = max(0, min(state.minutes, round(state.minutes - state.minutes_left)))
    share = round(100 * gone / state.minutes) if state.minutes else 0
    bar = tag("div", tag("span", style=f"width:{share}%"), cls="track", aria_hidden="true")
    with st.container(key="clock"):
        st.html(tag("div", bar, tag("span", f"{gone} of {state.minutes} minutes"), cls="clock", role="timer"))


def lines(messages: list[Message], name: str, *, asides: bool) -> Html:
    """Return the meeting. An aside stands beside the user's line it is about, before the leader's reply."""
    parts = []
    for at, message in enumerate(messages):
        if message.plan and message.plan.debrief:
            continue
        if message.role == "user":
            reply = messages[at + 1] if at + 1 < len(messages) else None
            parts.append(yours(message, reply, asides=asides))
        elif message.role == "leader":
            parts.append(line("leader", first_part(name), message.text))
    return joined(parts)


def first_part(name: str) -> str:
    """Return the name without the role: the role stands above the meeting, once."""
    return name.partition(", ")[0]


def line(who: str, name: str, text: str) -> Html:
    """Return one line of the meeting; `who` is leader or you."""
    return tag("div", tag("p", name, cls="who"), paragraphs(text), cls=f"line {who}")


def yours(message: Message, reply: Message | None, *, asides: bool) -> Html:
    """Return the user's line; with asides also what was found in it and the coach's remark."""
    turn = reply.plan.leader if reply and reply.plan else None
    if turn is None or not asides:
        return line("you", "You", message.text)
    found = turn.reading.risk if turn.reading and turn.reading.risk.text == message.text else None
    words = marks.marked(found) if found and found.flags else paragraphs(message.text)
    return joined((tag("div", tag("p", "You", cls="who"), words, cls="line you"), aside(turn.aside)))


def aside(text: str, name: str = "Coach") -> Html:
    """Return the coach's remark: visibly another voice, never in a bubble."""
    return tag("aside", tag("p", name, cls="who"), paragraphs(text), cls="aside") if text else Html()


def drawn(inside: Html) -> Html:
    """Return the frame around the lines."""
    return tag("section", inside, cls="room", aria_label="The meeting")
