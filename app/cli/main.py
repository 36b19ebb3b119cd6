"""The commands."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli import knowledge, models
from app.cli.output import Json, each_line, kindly, show, stop

if TYPE_CHECKING:
    from app.coaching.coach import Coach

app = typer.Typer(
    name="skip-level",
    help="Prepare, rehearse and follow up the meeting with your boss's boss.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(models.app, name="models")

Jsonl = Annotated[str, typer.Option("--jsonl", help="A file with one case a line; - reads standard input.")]


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes COACH_PORT or 8501.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the app in the browser.")] = True,
    as_json: Json = False,
) -> None:
    """Open the app on this machine."""
    from app.cli.serve import address, run

    with kindly():
        where = address(port)
        show({"address": where}, as_json=as_json, text=f"Skip-Level Coach is opening on {where} (Ctrl+C stops it).")
        run(port, browser)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="Any question about skip-level meetings.")] = "",
    audience: Annotated[str, typer.Option(help="ic, leader or manager.")] = "ic",
    jsonl: Jsonl = "",
    as_json: Json = False,
) -> None:
    """Answer a question from the knowledge base, with sources."""
    from app.cli import cases

    _one_or_many(cases.ask, {"question": question, "audience": audience}, question, jsonl, as_json, "answer")


@app.command()
def check(
    text: Annotated[str, typer.Argument(help="What you mean to say or send.")] = "",
    jsonl: Jsonl = "",
    as_json: Json = False,
    second_opinion: Annotated[
        bool, typer.Option(help="Ask the model on this machine, if there is one, what the rules missed.")
    ] = False,
) -> None:
    """Mark what could travel back, and say it better."""
    from app.cli import cases
    from app.cli.people import report_text

    with kindly():
        if not jsonl and not text.strip():
            stop("give a text to check, or --jsonl FILE", 2)
        coach = _coach()
        if jsonl:
            each_line(jsonl, lambda case: cases.check(coach, case))
        else:
            show(
                cases.check(coach, {"text": text}),
                as_json=as_json,
                text=report_text(coach, text, second=second_opinion),
            )


@app.command()
def questions(
    goal: Annotated[str, typer.Argument(help="What you want from the meeting.")] = "",
    minutes: Annotated[int, typer.Option(min=5, max=120, help="Length of the meeting.")] = 30,
    persona: Annotated[str, typer.Option(help="Kind of leader; see the library.")] = "",
    as_json: Json = False,
) -> None:
    """List the questions to take into the meeting, in order, inside its time; a serious matter gets its routes."""
    from app.cli.asking import questions_for
    from app.domain.meeting import Meeting

    with kindly():
        coach = _coach()
        if persona and persona not in coach.library.persona_by_id:
            stop(f"there is no persona {persona!r}; there are: {', '.join(coach.library.persona_by_id)}", 2)
        result, words = questions_for(coach, Meeting(goal=goal, minutes=minutes, persona=persona))
        show(result, as_json=as_json, text=words)


@app.command()
def email(
    kind: Annotated[str, typer.Argument(help="Kind of email, for example request or thank_you.")] = "",
    brief: Annotated[str, typer.Argument(help="Who, to whom, what for, in your own words.")] = "",
    jsonl: Jsonl = "",
    as_json: Json = False,
) -> None:
    """Draft an email from a few words; what is missing is asked, never invented."""
    from app.cli import cases
    from app.cli.people import letter_text

    with kindly():
        coach = _coach()
        if jsonl:
            each_line(jsonl, lambda case: cases.email(coach, case))
        elif not kind:
            stop(f"give a kind: {', '.join(coach.library.email_by_id)}", 2)
        else:
            result = cases.email(coach, {"kind": kind, "brief": brief})
            show(result, as_json=as_json, text=letter_text(result))


@app.command()
def programme(
    people: Annotated[int, typer.Option(help="People two levels down.")] = 30,
    managers: Annotated[int, typer.Option(help="Managers in between; 0 when you do not say.")] = 0,
    managers_counted: Annotated[bool, typer.Option(help="The managers are among the people.")] = False,
    minutes: Annotated[int, typer.Option(help="Length of one meeting.")] = 30,
    cadence: Annotated[str, typer.Option(help="fits, monthly, quarterly, twice-a-year or yearly.")] = "fits",
    hours_a_week: Annotated[float, typer.Option(help="Hours you can give, preparation and notes included.")] = 2.0,
    first_day: Annotated[str, typer.Option(help="Day of the first step, like 2027-01-11; today without one.")] = "",
    place: Annotated[str, typer.Option(help="on-site, remote or both.")] = "on-site",
    groups: Annotated[int, typer.Option(help="People in one meeting; 1 is one-to-one.")] = 1,
    ics: Annotated[str, typer.Option(help="Write the steps into this calendar file.")] = "",
    timezone: Annotated[str, typer.Option(help="Time zone of the calendar file.")] = "UTC",
    jsonl: Jsonl = "",
    as_json: Json = False,
) -> None:
    """Plan a skip-level programme for a leader: the hours it takes, and every step with its day."""
    from datetime import UTC, datetime

    from app.cli import cases
    from app.cli.people import programme_text, write_calendar

    with kindly():
        coach = _coach()
        if jsonl:
            each_line(jsonl, lambda case: cases.programme(coach, case))
            return
        day = first_day or datetime.now(UTC).date().isoformat()
        case: dict[str, Any] = {"people": people, "managers": managers, "managers_counted": managers_counted}
        case |= {"minutes": minutes, "cadence": cadence, "hours_a_week": hours_a_week, "first_day": day, "place": place}
        case |= {"format": "groups", "group": groups} if groups != 1 else {}
        plan = cases.programme(coach, case)
        if ics:
            write_calendar(plan, ics, timezone)
        show(plan, as_json=as_json, text=programme_text(coach, plan))


@app.command()
def rehearse(
    scenario: Annotated[str, typer.Option(help="A ready-made meeting.")] = "",
    persona: Annotated[str, typer.Option(help="Or a kind of leader.")] = "",
    difficulty: Annotated[int, typer.Option(min=0, max=5, help="1 to 5; 0 keeps the scenario's own.")] = 0,
    jsonl: Jsonl = "",
    as_json: Json = False,
) -> None:
    """Rehearse in the terminal: one line a turn, /end for the debrief."""
    from app.cli import cases
    from app.cli.people import rehearse_here

    with kindly():
        coach = _coach()
        if jsonl:
            each_line(jsonl, lambda case: cases.rehearse(coach, case))
            return
        case = cases.RehearseCase(scenario=scenario, persona=persona, difficulty=difficulty)
        rehearse_here(coach, cases.meeting_of(coach, case), as_json=as_json)


@app.command(name="eval")
def evaluate(
    tasks: Annotated[list[str] | None, typer.Argument(help="Tasks to run; all without one.")] = None,
    engine: Annotated[str, typer.Option(help="Measure with this engine.")] = "playbook",
    full: Annotated[bool, typer.Option(help="The long version.")] = False,
    as_json: Json = False,
) -> None:
    """Measure how good the coach is, from a checkout."""
    from app.cli.measuring import measure

    with kindly():
        measure(tasks or [], engine, full, as_json=as_json)


def _coach() -> "Coach":
    from app.bootstrap import build_coach
    from app.settings import Settings
    from app.storage.store import SqlStore

    return build_coach(Settings(), store=SqlStore("sqlite://"))


def _one_or_many(work: Any, case: dict[str, Any], given: str, jsonl: str, as_json: bool, key: str) -> None:
    with kindly():
        if not jsonl and not given.strip():
            stop("give a question, or --jsonl FILE", 2)
        coach = _coach()
        if jsonl:
            each_line(jsonl, lambda one: work(coach, one))
        else:
            result = work(coach, case)
            show(result, as_json=as_json, text=result[key])


def main() -> None:
    """Run the command line."""
    app()
