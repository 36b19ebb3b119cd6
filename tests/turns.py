"""A turn on its own: the real runner over a real store, with a planner and critics small enough to see through."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from app.coaching.compose import Composer
from app.coaching.turn import Critics, Rereading, TurnRunner, new_id
from app.domain.conversation import CoachingSession, Message, TurnEvent
from app.domain.meeting import Meeting, People, Person
from app.domain.ports import Engine
from app.domain.prompt import Prompt
from app.domain.rehearsal import LeaderTurn, RehearsalState
from app.domain.risk import Route, SeriousFinding
from app.domain.turn import Plan, Task
from app.engines.playbook import Playbook
from app.storage.store import SqlStore

OWNER = "ada"
PLANNED = "Write two lines to your manager first. Then ask for thirty minutes."
FORBIDDEN = "rumour"
"""A sentence with this word in it may not be shown."""
MEETING = Meeting(people=People(boss=Person(first="Marcus", last="Oyelaran"), user=Person(first="Elif")), seed=7)
PROMPTS = {
    name: Prompt(
        id=name,
        version=3,
        slots=("draft", "line"),
        body="You are kind.\n<!-- turn -->\n{{draft}}\n{{line}}",
        sha="ab" * 32,
        max_tokens=120,
        temperature=0.2,
    )
    for name in ("ask", "rehearse")
}


def answer(session: CoachingSession, thread: Sequence[Message], task: Task | None) -> Plan:
    """Plan an answer an engine may reword."""
    return Plan(
        task=Task.ASK,
        planned=PLANNED,
        prompt="ask",
        slots={"line": thread[-1].text},
        cards=("how-to-ask",),
        searched="It is away.",
    )


def leader(session: CoachingSession, thread: Sequence[Message], task: Task | None) -> Plan:
    """Plan a leader's turn an engine may reword."""
    return Plan(
        task=Task.REHEARSE,
        speaker="leader",
        planned=PLANNED,
        prompt="rehearse",
        slots={"line": thread[-1].text},
        leader=LeaderTurn(beats=(), planned=PLANNED, aside="Name the week.", state=RehearsalState(turn=1)),
    )


def support(session: CoachingSession, thread: Sequence[Message], task: Task | None) -> Plan:
    """Plan the reply to a serious matter: no prompt, so no engine."""
    routes = (Route(name="HR", note="In writing."), Route(name="A lawyer", note="Before you sign."))
    finding = SeriousFinding(category="retaliation", name="Retaliation", start=0, end=4, routes=routes)
    return Plan(task=Task.SUPPORT, planned=PLANNED, serious=(finding,))


def refuse_rumours(text: str, plan: Plan, session: CoachingSession, thread: Sequence[Message]) -> str:
    """Refuse a sentence with the forbidden word."""
    return "repeats a rumour" if FORBIDDEN in text else ""


def refuse_nothing_said(text: str, plan: Plan, session: CoachingSession, thread: Sequence[Message]) -> str:
    """Refuse a reply with no words in it."""
    return "" if text.strip() else "nothing that could be shown"


CRITICS = {task: Critics(sentence=refuse_rumours, whole=refuse_nothing_said) for task in (Task.ASK, Task.REHEARSE)}


@dataclass
class Turns:
    """One session of one owner, and what happens in it."""

    engine: Engine
    file: Path
    planner: object = answer
    critics: dict[Task, Critics] = field(default_factory=lambda: dict(CRITICS))
    rereadings: dict[Task, Rereading] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the store and begin a session."""
        self.store = SqlStore(f"sqlite:///{self.file}")
        now = datetime.now(UTC)
        self.id = new_id()
        self.store.create(
            CoachingSession(id=self.id, owner=OWNER, kind="chat", meeting=MEETING, created=now, changed=now)
        )

    def runner(self) -> TurnRunner:
        """Return the runner under test."""
        return TurnRunner(
            store=self.store,
            engine=self.engine,
            playbook=Playbook(),
            planner=self.planner,  # type: ignore[arg-type]
            critics=self.critics,
            composer=Composer(PROMPTS),
            content="0123456789abcdef",
            rereadings=self.rereadings,
        )

    def events(self, line: str = "How do I ask?") -> list[TurnEvent]:
        """Take one whole turn."""
        return list(self.runner().run(self.store.get(OWNER, self.id), line))

    def thread(self) -> list[Message]:
        """Return what a reload would show, read by another store on the same file."""
        return SqlStore(f"sqlite:///{self.file}").thread(OWNER, self.id)


def shown(events: Sequence[TurnEvent]) -> str:
    """Return the words on the screen after these events."""
    from app.domain.turn import ReplyReplaced, TextReleased

    text = ""
    for event in events:
        if isinstance(event, TextReleased):
            text += event.text
        elif isinstance(event, ReplyReplaced):
            text = event.text
    return text
