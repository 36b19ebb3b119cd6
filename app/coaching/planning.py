"""Safety, then routing, then the plan for each task a line can ask for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.coaching import in_charge
from app.coaching.answers import Answers
from app.coaching.carried import answered_by, with_people
from app.coaching.country_law import place_of_law, with_its_limits
from app.coaching.emails import Letters
from app.coaching.emails.details import find_minutes
from app.coaching.follow_up import context_of
from app.coaching.programme import Programme, is_capacity_question
from app.coaching.questions import Questions
from app.coaching.rehearsal import Rehearsal
from app.coaching.rehearsal.rehearsal import IF_GRAVE
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.voice import card, voice
from app.coaching.routing import line_to_check, route
from app.coaching.safety import (
    FITS,
    advice_first,
    cards_for,
    for_one_who_heard,
    gently,
    heard,
    set_aside,
    support,
    told_of,
)
from app.coaching.second_reading import SecondReading
from app.coaching.tongues import as_read
from app.domain.agenda import Agenda
from app.domain.conversation import CoachingSession, Message
from app.domain.emails import EmailBrief
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.ports import RiskDetector
from app.domain.rehearsal import LeaderTurn, RehearsalState
from app.domain.risk import RiskContext, RiskReport
from app.domain.turn import AgendaCard, CheckCard, EmailCard, Plan, RehearsalInvite, Task

_BARE_ASK = re.compile(
    r"\W*(?:(?:so|and|ok|okay|but)\W+)?(?:what|which questions?) (?:should|can|could|do|would) (?:i|we) ask"
    r"(?: (?:them|her|him|my boss['’]s boss|in (?:my|the|a) (?:skip[- ]level|meeting)))?\W*",
    re.I,
)
"""Asks for questions without a word on what the meeting is for."""
ABOUT_BEFORE = 500
"""Characters of an earlier line that help to read a follow-up."""
ABOUT_LENGTH = 20_000
"""Characters of one line that are answered; all of it is read for serious matters, and stored."""


@dataclass(frozen=True)
class _Line:
    """A chat line to be planned: its text, the meeting it is about, and what it may lean on: lines and cards before it."""

    text: str
    meeting: Meeting
    before: str
    said: tuple[str, ...]
    told: tuple[str, ...]


class Planning:
    """Plans every turn. Holds the planners, and no state."""

    def __init__(
        self,
        library: Library,
        detector: RiskDetector,
        answers: Answers,
        questions: Questions,
        letters: Letters,
        programme: Programme,
        rehearsal: Rehearsal,
        second_reading: SecondReading,
    ) -> None:
        """All planners over one library."""
        self._second_reading = second_reading
        self._library = library
        self._detector = detector
        self._answers = answers
        self._questions = questions
        self._letters = letters
        self._programme = programme
        self._rehearsal = rehearsal
        self._chat: dict[Task, Callable[[_Line], Plan]] = {
            Task.ASK: self._ask,
            Task.CHECK: self._check,
            Task.EMAIL: self._email,
            Task.QUESTIONS: self._agenda,
            Task.PROGRAMME: self._capacity,
            Task.REHEARSE: self._invite,
        }

    def plan(self, session: CoachingSession, thread: Sequence[Message], task: Task | None = None) -> Plan:
        """Return the plan for the newest line of a session; `task` overrides the routing, never safety."""
        whole = thread[-1].text
        line = whole[:ABOUT_LENGTH]
        if session.kind == "rehearsal" and not session.ended:
            return self._rehearse(session, thread, line)
        report = self._detector.check(whole, RiskContext(side="asked"))
        said = tuple(m.text[:ABOUT_BEFORE] for m in thread[:-1] if m.role == "user")
        asked = _Line(line, session.meeting, context_of(said), said, answered_by(thread))
        audience = session.meeting.audience
        before = in_charge.goes_on(thread, audience)
        told = heard(line, audience) or before is not None
        if not place_of_law(line) and (cards := in_charge.cards_asked(line, audience, report)):
            return advice_first(self._answers.of_nearest(line, cards), report, self._library)
        if any(finding.certain for finding in report.serious):
            if told:
                cards = cards_for(line, audience, report)
                answer = self._answers.heard(line, cards) if cards else self._ask(asked)
                return for_one_who_heard(answer, report, self._library)
            return support(report, self._library)
        if before is not None:
            earlier, fitting = before
            return advice_first(self._answers.heard(line, [fitting]), earlier, self._library)
        if put_off := set_aside(thread) if not report.serious else "":
            line, asked = put_off, replace(asked, text=put_off)
        if is_capacity_question(line):
            task = Task.PROGRAMME
        plan = self._chat[task or route(line)](asked)
        if plan.task is Task.SUPPORT:
            return plan
        likeness = self._likeness(plan, asked)
        if place_of_law(line):
            plan, likeness = with_its_limits(plan, line, audience, likeness), 1.0
        if report.serious:
            return gently(plan, report, self._library, told=told, likeness=likeness)
        return as_read(plan, line, self._library, fits=likeness >= FITS)

    def _likeness(self, plan: Plan, line: _Line) -> float:
        if plan.task is not Task.ASK or not plan.cards:
            return 1.0
        return self._answers.likeness(line.text, plan.cards[0], line.meeting.audience, line.before)

    def _rehearse(self, session: CoachingSession, thread: Sequence[Message], line: str) -> Plan:
        meeting = session.meeting
        before = state_of(thread)
        turn = self._rehearsal.answer(meeting, before, thread[:-1], line)
        report = turn.reading.risk if turn.reading else RiskReport(text=line)
        if report.serious and (not turn.beats or (turn.aside == IF_GRAVE and session.asides == "end")):
            certain = any(finding.certain for finding in report.serious)
            held = LeaderTurn(beats=(), planned="", reading=turn.reading, state=turn.state if certain else before)
            return support(report, self._library, in_rehearsal=True).model_copy(update={"leader": held})
        plan = leader_plan(self._library, meeting, turn, line)
        return plan.model_copy(update={"serious": report.serious}) if turn.aside == IF_GRAVE else plan

    def _ask(self, line: _Line) -> Plan:
        return self._answers.plan(line.text, audience=line.meeting.audience, before=line.before, told=line.told)

    def _check(self, line: _Line) -> Plan:
        text = line_to_check(line.text)
        if not text:
            words = (
                "Paste the line, the notes or the email, and I'll mark what could travel back and how to say it better."
            )
            return Plan(task=Task.CHECK, intent="ask for the text", planned=words)
        return self.check_plan(text, line.meeting.said_in_it())

    def check_plan(self, text: str, context: RiskContext) -> Plan:
        """Return the plan for a text to be checked."""
        report = self._detector.check(text, context)
        if any(finding.certain for finding in report.serious):
            return support(report, self._library)
        card = CheckCard(report=report, better=self._detector.better(report))
        return Plan(
            task=Task.CHECK,
            intent="check wording",
            planned=verdict(report),
            risk=report,
            attachment=card,
            followups=("Write the email", "What should I ask?"),
        )

    def _email(self, line: _Line) -> Plan:
        audience = line.meeting.audience
        usual = "announcement" if audience == "leader" else "request"
        kind = self._letters.kind_for(line.text, audience) or usual
        brief = self._letters.brief(kind, line.text)
        plan = self._letter(brief, line.text)
        asked = self._second_reading.asked(brief, line.text)
        return plan.model_copy(update=asked.model_dump(include={"prompt", "slots", "fields"})) if asked else plan

    def reread(self, plan: Plan, said: str, spec: str) -> Plan:
        """Return the plan for a letter once an engine, named by `spec`, has read its brief too; `said` is its answer."""
        if not isinstance(plan.attachment, EmailCard):
            return plan
        text = plan.slots["line"]
        return self._letter(self._second_reading.with_answer(plan.attachment.brief, text, said, spec), text)

    def _letter(self, brief: EmailBrief, text: str) -> Plan:
        if brief.matters:
            plan = support(told_of(brief.matters, text, self._library), self._library)
            besides = brief.serious[len(brief.matters) :]
            return plan.model_copy(update={"planned": "\n\n".join((plan.planned, *besides))})
        draft = self._letters.draft(brief)
        name = self._library.email_by_id[brief.kind].name
        words = [f"Here is a first draft: {name[:1].lower()}{name[1:]}."]
        if draft.missing:
            words.append("Tell me more and I'll fill it in: " + " ".join(draft.missing))
        words += draft.warnings
        return Plan(
            task=Task.EMAIL,
            intent=f"letter: {brief.kind}",
            planned="\n\n".join(words),
            attachment=EmailCard(draft=draft, brief=brief),
            followups=("How long should it be?", "Do I tell my manager first?"),
        )

    def _agenda(self, line: _Line) -> Plan:
        goal = line.meeting.goal or ("" if _BARE_ASK.fullmatch(line.text) else line.text)
        minutes = min(int(find_minutes(line.text) or line.meeting.minutes), 120)  # no meeting is longer
        agenda = self._questions.agenda(line.meeting.model_copy(update={"goal": goal, "minutes": minutes}))
        return Plan(
            task=Task.QUESTIONS,
            intent="agenda",
            planned=agenda_words(agenda),
            attachment=AgendaCard(agenda=agenda, goal=goal),
            followups=("Rehearse my meeting", "Which questions to avoid?"),
        )

    def _capacity(self, line: _Line) -> Plan:
        return self._programme.plan(with_people(line.text, line.said))

    def _invite(self, line: _Line) -> Plan:
        return Plan(
            task=Task.REHEARSE,
            intent="offer a rehearsal",
            planned="Pick who you are meeting, or describe them. You can start with everything else left open.",
            attachment=RehearsalInvite(meeting=line.meeting),
            followups=("What should I ask?", "What might they ask me?"),
        )


def leader_plan(library: Library, meeting: Meeting, turn: LeaderTurn, line: str) -> Plan:
    """Return the plan for one turn of the leader: the beats as stage direction, the planned line as safety net."""
    scene = Scene.of(meeting, library)
    persona = scene.persona
    facts = tuple(beat.slots["fact"] for beat in turn.beats if beat.slots.get("fact"))
    described = f"{persona.public.one_line} {persona.public.talks}"
    you, they = ("an employee", "a senior leader") if meeting.leads else ("a senior leader", "an employee")
    setting = f"You are {you}, they are {they}. The meeting lasts {meeting.minutes} minutes."
    if meeting.people.user.role:
        setting += f" The employee's role: {meeting.people.user.role}."
    return Plan(
        task=Task.REHEARSE,
        speaker="leader",
        intent="; ".join(beat.move for beat in turn.beats),
        planned=turn.planned,
        facts=facts,
        risk=turn.reading.risk if turn.reading else None,
        prompt="rehearse",
        slots={
            "leader": meeting.opposite.full or ("the employee" if meeting.leads else "the leader"),
            "persona": described,
            "voice": voice(scene),
            "card": card(scene, turn),
            "meeting": setting,
            "direction": "; ".join(beat.direction or beat.move for beat in turn.beats),
            "facts": " ".join(facts) or "none",
            "line": line,
        },
        leader=turn,
    )


def state_of(thread: Sequence[Message]) -> RehearsalState:
    """Return what the director remembered after the newest reply of the branch in view."""
    for message in reversed(thread):
        if message.plan is not None and message.plan.leader is not None:
            return message.plan.leader.state
    return RehearsalState()


def verdict(report: RiskReport) -> str:
    """Say in a sentence or two whether a text would survive being forwarded to the user's manager."""
    if not report.flags:
        return "Nothing here would embarrass you if it were forwarded to your manager."
    worst = max(report.flags, key=lambda flag: flag.severity)
    head = (
        "It would survive being forwarded, with a line you could word better."
        if report.forward_safe
        else f'It would not survive being forwarded to your manager. The phrase that decides it: "{report.deciding}"'
    )
    return f"{head}\n\n{worst.reason}" + (f"\n\nSay instead: {worst.say_instead}" if worst.say_instead else "")


def agenda_words(agenda: Agenda) -> str:
    """Return an agenda as Markdown, minutes first."""
    lines = [f"For {agenda.minutes} minutes, in this order:", ""]
    lines += [f"{n}. {item.text} *({item.minutes} min)*" for n, item in enumerate(agenda.items, 1)]
    if agenda.fallback:
        lines += ["", f"If it stalls: {agenda.fallback.text}"]
    lines += ["", *agenda.warnings] if agenda.warnings else []
    return "\n".join(lines)
