"""One case in, one result out: the same work for a single command and for a file of cases."""

import json
from typing import Any

from pydantic import BaseModel, Field

from app.cli.output import Case
from app.coaching.coach import Coach
from app.coaching.meetings import from_scenario, seed_of, with_persona
from app.coaching.programme import plan_programme
from app.domain.conversation import Message, TurnCompleted
from app.domain.errors import InputRefused
from app.domain.knowledge import Audience
from app.domain.meeting import Meeting
from app.domain.programme import ProgrammeWish
from app.domain.risk import RiskFlag, RiskReport
from app.domain.turn import Task

OWNER = "cli"


class AskCase(BaseModel):
    """A question to answer."""

    question: str
    audience: Audience | None = None


class CheckCase(BaseModel):
    """A text to check."""

    text: str


class EmailCase(BaseModel):
    """A letter to write; the brief is free text, or facts by name."""

    kind: str
    brief: str | dict[str, Any]


class Said(BaseModel):
    """One line of the user's."""

    user: str


class RehearseCase(BaseModel):
    """A meeting to hold; `difficulty` 0 keeps the scenario's own."""

    id: Any = ""
    scenario: str | None = None
    persona: str | None = None
    situation: str | None = None
    difficulty: int = Field(default=0, ge=0, le=5)
    seed: int | None = None
    turns: tuple[Said, ...] = ()


def ask(coach: Coach, case: Case) -> Case:
    """{"question", "audience"?} to {"answer", "citations", "cards", "abstained", "serious"}."""
    given = AskCase.model_validate(case)
    session = coach.start(OWNER, Meeting(audience=given.audience or "ic"))
    reply = said(coach, session.id, given.question, Task.ASK)
    plan = reply.plan
    return {
        "answer": reply.text,
        "citations": [{"card": c.card, "source": c.source} for c in plan.citations] if plan else [],
        "cards": list(plan.cards) if plan else [],
        "abstained": bool(plan and plan.abstained),
        "serious": [f.category for f in plan.serious] if plan else [],
    }


def check(coach: Coach, case: Case) -> Case:
    """{"text"} to {"flags", "serious", "forward_safe", "better"}."""
    card = coach.check(CheckCase.model_validate(case).text)
    return report_as_json(card.report) | {"better": card.better}


def email(coach: Coach, case: Case) -> Case:
    """{"kind", "brief"} to {"subject", "body", "missing", "warnings"}."""
    given = EmailCase.model_validate(case)
    kind, text = given.kind, given.brief
    if kind not in coach.library.email_by_id:
        raise InputRefused(f"There is no email kind {kind!r}. There are: {', '.join(coach.library.email_by_id)}.")
    draft = coach.draft(coach.brief(kind, text if isinstance(text, str) else json.dumps(text)))
    return {
        "subject": draft.subject,
        "body": draft.body,
        "missing": list(draft.missing),
        "warnings": list(draft.warnings),
    }


def programme(coach: Coach, case: Case) -> Case:
    """{"people", "first_day", "managers"?, "minutes"?, "cadence"?, ...} to the plan: load, alternatives, dated steps."""
    fields = {name: value for name, value in case.items() if name != "id"}
    return plan_programme(coach.library, ProgrammeWish.model_validate(fields)).model_dump(mode="json")


def rehearse(coach: Coach, case: Case) -> Case:
    """{"persona"?|"scenario"?, "situation"?, "turns": [{"user"}]} to {"turns", "ended", "debrief"}."""
    given = RehearseCase.model_validate(case)
    session = coach.rehearse(OWNER, meeting_of(coach, given))
    opening = coach.thread(OWNER, session.id)[0].text
    turns: list[dict[str, Any]] = []
    for turn in given.turns:
        if coach.session(OWNER, session.id).ended:
            break
        reply = said(coach, session.id, turn.user)
        turns.append({"user": turn.user, **_turn_as_json(reply)})
    ended = coach.session(OWNER, session.id).ended
    debrief = coach.end(OWNER, session.id).plan
    return {
        "opening": opening,
        "turns": turns,
        "ended": ended,
        "debrief": debrief.debrief.model_dump(mode="json") if debrief and debrief.debrief else None,
    }


def meeting_of(coach: Coach, case: RehearseCase) -> Meeting:
    """Return the meeting a case describes; the first leader persona when it names none."""
    seed = seed_of(str(case.id)) if case.seed is None else case.seed
    if case.scenario:
        return from_scenario(coach.library, case.scenario, difficulty=case.difficulty, seed=seed)
    persona = case.persona or next(p.id for p in coach.library.personas if p.side == "leader")
    situation = case.situation or ""
    found = coach.library.persona_by_id.get(persona)
    known = coach.letters.brief("request", situation).facts if situation and found and found.side == "leader" else {}
    return with_persona(coach.library, persona, situation, known=known, difficulty=case.difficulty or 3, seed=seed)


def said(coach: Coach, session: str, line: str, task: Task | None = None) -> Message:
    """Take one turn and return the stored reply."""
    done = [e for e in coach.reply(OWNER, session, line, task) if isinstance(e, TurnCompleted)]
    return done[-1].message


def report_as_json(report: RiskReport) -> Case:
    """Return a report in the form scripts read."""
    return {
        "flags": [_flag(flag) for flag in report.flags],
        "serious": [
            {"category": f.category, "certain": f.certain, "routes": [route.name for route in f.routes]}
            for f in report.serious
        ],
        "forward_safe": report.forward_safe,
    }


def _flag(flag: RiskFlag) -> Case:
    names = ("category", "severity", "start", "end", "reason", "say_instead")
    return flag.model_dump(include=set(names))


def _turn_as_json(reply: Message) -> Case:
    plan = reply.plan
    leader = plan.leader if plan else None
    return {
        "leader": reply.text if reply.role == "leader" else "",
        "coach": reply.text if reply.role == "coach" else "",
        "aside": leader.aside if leader else "",
        "flags": [flag.category for flag in plan.risk.flags] if plan and plan.risk else [],
        "serious": [finding.category for finding in plan.serious] if plan else [],
        "move": [beat.move for beat in leader.beats] if leader else [],
    }
