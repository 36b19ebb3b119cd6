"""What a person reads in the terminal."""

import sys
from pathlib import Path
from typing import Any

import typer

from app.cli.cases import OWNER, rehearse, said
from app.cli.output import show, stop
from app.coaching.coach import Coach
from app.coaching.planning import verdict
from app.domain.meeting import Meeting
from app.domain.programme import ProgrammePlan
from app.exports.programme_plan import plan_calendar, plan_markdown


def report_text(coach: Coach, text: str, *, second: bool = False) -> str:
    """Return the check of a text in words, with a second opinion if it is asked for."""
    card = coach.check(text, second=second)
    if card.report.serious:
        session = coach.start(OWNER)
        return said(coach, session.id, text).text
    lines = [verdict(card.report)]
    lines += [f'{flag.severity}/5 {flag.name}: "{flag.phrase}"' for flag in card.report.flags]
    if card.report.flags:
        lines += ["", "The whole, reworded:", card.better]
    return "\n".join(lines)


def letter_text(result: dict[str, Any]) -> str:
    """Return a letter with what is missing and what to mind."""
    lines = [f"Subject: {result['subject']}", "", result["body"]]
    lines += ["", *(f"Missing: {question}" for question in result["missing"])] if result["missing"] else []
    lines += ["", *(f"Mind: {warning}" for warning in result["warnings"])] if result["warnings"] else []
    return "\n".join(lines)


def programme_text(coach: Coach, plan: dict[str, Any]) -> str:
    """Return a programme as a person reads it: the Markdown that can also be downloaded."""
    return plan_markdown(ProgrammePlan.model_validate(plan), coach.library).strip()


def write_calendar(plan: dict[str, Any], path: str, timezone: str) -> None:
    """Write a programme's steps into a calendar file."""
    raw = plan_calendar(ProgrammePlan.model_validate(plan), timezone)
    try:
        Path(path).write_bytes(raw)
    except OSError as error:
        stop(f"{path} cannot be written: {error.strerror}")


def rehearse_here(coach: Coach, meeting: Meeting, *, as_json: bool) -> None:
    """Hold a rehearsal line by line, until /end, the end of input, or the leader closes."""
    if as_json:
        turns = [{"user": line.strip()} for line in sys.stdin if line.strip()]
        case = meeting.model_dump(include={"scenario", "persona", "difficulty", "seed"})
        show(rehearse(coach, case | {"turns": turns}), as_json=True, text="")
        return
    session = coach.rehearse(OWNER, meeting)
    name = meeting.opposite.first or ("Employee" if meeting.leads else "Leader")
    typer.echo(f"{name}: {coach.thread(OWNER, session.id)[0].text}\n")
    while not coach.session(OWNER, session.id).ended:
        try:
            line = input("You: ").strip()
        except EOFError:
            break
        if line in {"/end", "/quit"}:
            break
        if line == "/hint":
            typer.echo(f"  Hint: {coach.hint(OWNER, session.id) or 'none just now'}\n")
        elif line:
            reply = said(coach, session.id, line)
            if reply.plan and reply.plan.leader and reply.plan.leader.aside:
                typer.echo(f"  Coach: {reply.plan.leader.aside}")
            typer.echo(f"\n{name if reply.role == 'leader' else 'Coach'}: {reply.text}\n")
    plan = coach.end(OWNER, session.id).plan
    if plan and plan.debrief:
        debrief = plan.debrief
        typer.echo(f"\n{debrief.headline}\n")
        for strength in debrief.strengths:
            typer.echo(f'What worked: "{strength.quote}" {strength.why}')
        for fix in debrief.fixes:
            typer.echo(f'What to change: "{fix.quote}" {fix.why} Say instead: {fix.say_instead}')
        typer.echo(f"Drill: {debrief.drill}")
