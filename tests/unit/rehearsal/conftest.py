"""A rehearsal with the real content and English, and a detector that flags what a test says."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from app.coaching.rehearsal import Rehearsal
from app.domain.conversation import CoachingSession, Message
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.rehearsal import LeaderTurn
from app.domain.risk import RiskContext, RiskFlag, RiskReport, Route, SeriousFinding
from app.domain.turn import Plan, Task
from app.language.spacy_english import SpacyEnglish

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)


class Told:
    """A detector that finds exactly the phrases it was told about: text -> (category, severity)."""

    def __init__(
        self,
        flags: dict[str, tuple[str, int]] | None = None,
        serious: dict[str, bool] | None = None,
        *,
        named: bool = True,
    ) -> None:
        self.flags = flags or {}
        self.serious = serious or {}
        self.named = named

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        flags = tuple(
            RiskFlag(
                category=category, name=category, severity=severity, start=text.index(phrase),
                end=text.index(phrase) + len(phrase), phrase=phrase, reason="It travels back.",
                say_instead="What would you want to know before we tried it on one service?",
            )
            for phrase, (category, severity) in self.flags.items()
            if phrase in text
        )  # fmt: skip
        routes = (Route(name="HR", note=""), Route(name="Site safety", note=""))
        serious = tuple(
            SeriousFinding(category="serious_safety", name="Safety", start=text.index(p), end=text.index(p) + len(p),
                           routes=routes, certain=certain, named=self.named)
            for p, certain in self.serious.items()
            if p in text
        )  # fmt: skip
        return RiskReport(text=text, flags=flags, serious=serious)

    def better(self, report: RiskReport) -> str:
        return report.text


class Held:
    """One meeting being held: says lines, keeps messages."""

    def __init__(self, rehearsal: Rehearsal, meeting: Meeting) -> None:
        self.rehearsal, self.meeting = rehearsal, meeting
        self.messages: list[Message] = []
        self.turns: list[LeaderTurn] = [rehearsal.open(meeting)]
        self._keep("leader", self.turns[0].planned, self.turns[0])

    def say(self, line: str) -> LeaderTurn:
        turn = self.rehearsal.answer(self.meeting, self.turns[-1].state, self.messages, line)
        self._keep("user", line, None)
        self.turns.append(turn)
        self._keep("leader" if turn.planned else "coach", turn.planned or "…", turn)
        return turn

    def say_all(self, lines: Iterable[str]) -> "Held":
        for line in lines:
            self.say(line)
        return self

    def debrief(self):
        session = CoachingSession(id="s", owner="o", kind="rehearsal", meeting=self.meeting, created=NOW, changed=NOW)
        return self.rehearsal.debrief(session, self.messages)

    def _keep(self, role: str, text: str, turn: LeaderTurn | None) -> None:
        plan = Plan(task=Task.REHEARSE, planned=text, leader=turn) if turn else None
        self.messages.append(
            Message(id=str(len(self.messages)), session="s", role=role, text=text, created=NOW, plan=plan)
        )


@pytest.fixture(scope="session")
def dana(library: Library) -> Meeting:
    scenario = library.scenario_by_id["first-skip-level-logistics"]
    return Meeting(
        people=scenario.people, company=scenario.company, minutes=30, persona=scenario.persona, scenario=scenario.id,
        difficulty=1, goal="be made staff engineer this cycle without saying so", seed=1,
    )  # fmt: skip


@pytest.fixture
def hold(library: Library, english: SpacyEnglish):
    def start(meeting: Meeting, flags=None, serious=None, *, named=True) -> Held:
        return Held(Rehearsal(library, Told(flags, serious, named=named), english), meeting)

    return start
