"""A leader's programme to take along: as Markdown, and as calendar entries."""

from datetime import date, datetime

from app.domain.library import Library
from app.domain.programme import Load, PlannedStep, ProgrammePlan
from app.exports.calendar_file import NINE, Slot, calendar

STEP_MINUTES = 30


def plan_markdown(plan: ProgrammePlan, library: Library) -> str:
    """Return the programme as Markdown: what fits, the arithmetic, the steps with their days, the sources."""
    parts = ["# Skip-level programme", f"**{plan.headline}**", "\n".join(f"- {line}" for line in plan.sums)]
    if plan.alternatives:
        parts += ["Other ways, preparation and notes included:", "\n".join(map(_lighter, plan.alternatives))]
    parts += [*plan.assumed, "## Steps", *(_step(step, library) for step in plan.steps)]
    used = dict.fromkeys(name for step in plan.steps for name in step.sources)
    parts += ["## Sources", "\n".join(_source(library, name) for name in used if name in library.source_by_id)]
    return "\n\n".join(parts) + "\n"


def plan_calendar(plan: ProgrammePlan, timezone: str) -> bytes:
    """Return a calendar with every step at nine in the morning of its day, half an hour each; see `calendar`.

    The entries are private and leave the time free. Downloading again replaces them.

    Raises:
        InputRefused: no such time zone.
    """
    return calendar([_slot(step) for step in plan.steps], timezone)


def _slot(step: PlannedStep) -> Slot:
    return Slot(
        title=step.title,
        start=datetime.combine(step.day, NINE),
        minutes=STEP_MINUTES,
        description=f"{step.what}\n\nWhy: {step.why}",
        reminder_minutes=0,
        uid=f"skip-level-programme-{step.id}",
        busy=False,
    )


def _step(step: PlannedStep, library: Library) -> str:
    cards = ", ".join(library.card_by_id[card].title for card in step.cards)
    lines = [f"- [ ] **{_day(step.day)}. {step.title}**", step.what, f"Why: {step.why}"]
    lines += [f"Letter: {library.email_by_id[step.letter].name}"] if step.letter else []
    return "  \n  ".join([*lines, f"More in the library: {cards} ({', '.join(step.sources)})"])


def _lighter(load: Load) -> str:
    return (
        f"- {load.name}: {load.meetings:,} × {load.minutes + load.around} minutes, "
        f"{load.hours_a_quarter:g} hours a quarter, {load.hours_a_week:g} a week"
    )


def _source(library: Library, name: str) -> str:
    source = library.source_by_id[name]
    return f"- {name}: {source.author}, {source.title}, {source.year}"


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
