"""Coaching sessions and their messages, as they are stored."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from app.domain.base import Value
from app.domain.meeting import Meeting
from app.domain.notebook import Entry
from app.domain.turn import (
    AsideGiven,
    Plan,
    Provenance,
    ReplyReplaced,
    RiskFlagged,
    Role,
    SeriousFound,
    TextReleased,
)

SessionKind = Literal["chat", "rehearsal"]


class Message(Value):
    """One line of a session. `parent` makes branches: a rewound rehearsal keeps both. Times are UTC."""

    id: str
    session: str
    parent: str = ""
    role: Role
    text: str
    created: datetime
    partial: bool = False
    plan: Plan | None = None
    """For replies: what was planned, with citations, attachment, leader's turn and findings."""
    provenance: Provenance | None = None


class CoachingSession(Value):
    """One conversation of one owner. `head` is the newest message of the branch in view."""

    id: str
    owner: str
    kind: SessionKind
    title: str = ""
    meeting: Meeting = Meeting()
    head: str = ""
    ended: bool = False
    asides: Literal["each", "end"] = "each"
    created: datetime
    changed: datetime


class TurnCompleted(Value):
    """The reply is stored; `message` is what a reload will show."""

    message: Message


TurnEvent = RiskFlagged | SeriousFound | AsideGiven | TextReleased | ReplyReplaced | TurnCompleted


class Export(Value):
    """Everything of one owner, for taking away."""

    exported: datetime
    sessions: tuple[CoachingSession, ...]
    messages: tuple[Message, ...] = Field(default=())
    entries: tuple[Entry, ...] = Field(default=())
