"""One turn: the plan, the request to an engine, and the events a screen sees."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from app.domain.agenda import Agenda
from app.domain.base import Value
from app.domain.documents import OwnQuote
from app.domain.emails import EmailBrief, EmailDraft
from app.domain.meeting import Meeting
from app.domain.rehearsal import Debrief, LeaderTurn
from app.domain.risk import RiskReport, SeriousFinding


class Task(StrEnum):
    """What a line asks for."""

    ASK = "ask"
    REHEARSE = "rehearse"
    CHECK = "check"
    QUESTIONS = "questions"
    EMAIL = "email"
    PROGRAMME = "programme"
    SUPPORT = "support"
    DEBRIEF = "debrief"


Role = Literal["user", "coach", "leader"]


class Citation(Value):
    """A numbered mark in an answer: the card it opens and the source behind the sentence."""

    number: int = Field(ge=1)
    card: str
    source: str


class AgendaCard(Value):
    """A question list shown within the chat, with the goal it was chosen for."""

    kind: Literal["agenda"] = "agenda"
    agenda: Agenda
    goal: str = ""


class EmailCard(Value):
    """A letter shown within the chat, with the facts it was made from."""

    kind: Literal["email"] = "email"
    draft: EmailDraft
    brief: EmailBrief


class CheckCard(Value):
    """A checked text shown within the chat."""

    kind: Literal["check"] = "check"
    report: RiskReport
    better: str = ""


class RehearsalInvite(Value):
    """An offer to start a rehearsal with what is known so far."""

    kind: Literal["rehearsal"] = "rehearsal"
    meeting: Meeting


Attachment = AgendaCard | EmailCard | CheckCard | RehearsalInvite


class Plan(Value):
    """A complete, correct reply from content and rules, before anything is said.

    `planned` is Markdown and can always be shown as it is. `prompt` names the prompt an engine gets; empty means that
    no engine may reword this plan (support in a serious matter, figures, letters).
    """

    task: Task
    speaker: Role = "coach"
    intent: str = ""
    planned: str
    facts: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    cards: tuple[str, ...] = ()
    followups: tuple[str, ...] = ()
    attachment: Attachment | None = None
    serious: tuple[SeriousFinding, ...] = ()
    risk: RiskReport | None = None
    abstained: bool = False
    prompt: str = ""
    slots: dict[str, str] = Field(default_factory=dict)
    fields: tuple[str, ...] = ()
    """What an engine is to fill with words of the person's own, where the prompt asks it to read and not to speak."""
    leader: LeaderTurn | None = None
    debrief: Debrief | None = None
    searched: str = ""
    """Why its cards were found by words alone; empty when they were found by meaning too."""
    own: tuple[OwnQuote, ...] = ()
    """Places in the person's own documents, shown after the answer: apart from it, and never sent to an engine."""


class ChatLine(Value):
    """One line of a request in the engine's own form."""

    role: Literal["system", "user", "assistant"]
    content: str


class EngineRequest(Value):
    """What an engine is asked: the plan it may reword, and the rendered prompt. Temperature in [0, 2]."""

    plan: Plan
    lines: tuple[ChatLine, ...] = ()
    names: tuple[str, ...] = ()
    """Names from the meeting, to be replaced before anything leaves this machine."""
    private: tuple[str, ...] = ()
    """What the person wrote, as it stands in the lines: names are looked for here, and replaced everywhere."""
    fields: tuple[str, ...] = ()
    """Names of the lists of words in the one JSON object that is wanted; empty where a text is."""
    max_tokens: int = 400
    temperature: float = 0.4
    seed: int = 0

    def as_text(self) -> str:
        """The lines as one text, for showing what would be sent."""
        return "\n\n".join(f"{line.role}: {line.content}" for line in self.lines)


class Usage(Value):
    """Tokens one request took, as the engine counts them."""

    tokens_in: int = 0
    tokens_out: int = 0


class Provenance(Value):
    """Where a reply came from. Times in milliseconds.

    `replaced` says why planned words were shown instead; `searched` why its cards were found by words alone.
    """

    engine: str
    said_by: Literal["plan", "engine"] = "plan"
    prompt: str = ""
    prompt_version: int = 0
    prompt_sha: str = ""
    content: str = ""
    cards: tuple[str, ...] = ()
    overhead_ms: float = 0.0
    latency_ms: float = 0.0
    tokens_in: int = 0
    tokens_out: int = 0
    replaced: str = ""
    searched: str = ""


class RiskFlagged(Value):
    """The user's line carries something that could travel back."""

    report: RiskReport


class SeriousFound(Value):
    """The user's line is, or may be, a serious matter."""

    findings: tuple[SeriousFinding, ...]


class AsideGiven(Value):
    """The coach's remark beside the user's line; never part of the leader's words."""

    text: str


class TextReleased(Value):
    """One or more checked sentences, to be shown at once."""

    text: str


class ReplyReplaced(Value):
    """What was shown of this reply gives way to the planned words."""

    text: str
    reason: str
