"""A programme worked out from a small form: what it costs, what fits, and its steps with their days."""

from dataclasses import replace
from datetime import date
from math import ceil, floor

from app.coaching.programme.amounts import counted, plain, rhythm, share, weeks
from app.coaching.programme.capacity import (
    GROUP_MINUTES,
    GROUP_NOTES,
    NOTES,
    WEEK_HOURS,
    WEEKS_A_QUARTER,
    Capacity,
    round_weeks,
    slots,
)
from app.coaching.programme.figures import Figures
from app.coaching.programme.reading import read
from app.coaching.programme.timeline import Timeline, meets_break, timeline
from app.coaching.programme.ways import Way
from app.coaching.programme.words import STEADY, lighter
from app.coaching.text import capital, how_many
from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.programme import Cadence, Load, PlannedStep, ProgrammePlan, ProgrammeStep, ProgrammeWish

YEARLY: dict[Cadence, float] = {"monthly": 12.0, "quarterly": 4.0, "twice-a-year": 2.0, "yearly": 1.0}
"""Rounds a year."""
FEW = 5
"""People up to whom a theme would name somebody: the coach's own sense, no finding."""
LIMITS = {
    "people": (1, 20_000, "people"),
    "managers": (0, 2_000, "managers"),
    "minutes": (10, 240, "minutes for a meeting"),
    "group": (2, 30, "people in a group"),
    "hours_a_week": (0.5, 40, "hours a week"),
}
"""What can be planned with: least, most, and the words for it."""
_PLACES = {"on-site": "in person", "remote": "by video", "both": "in person or by video"}


def plan_programme(library: Library, wish: ProgrammeWish) -> ProgrammePlan:
    """Return the programme for a wish: the load, the rhythm that fits, and every step on a working day, in order.

    Hours count preparation and notes: 15 minutes a meeting, 30 a group. Where even a yearly round is too much for
    the hours given, the days are for as many people as a year holds.

    Raises:
        InputRefused: a figure nobody can plan with; the text says which, and the range.
    """
    _accept(wish)
    people = wish.people - (wish.managers if wish.managers_counted else 0)
    asked = _way(wish, YEARLY.get(wish.cadence, 4.0))
    rate = slots(wish.hours_a_week, asked.whole)
    held = next((each for each in YEARLY.values() if _holds(each, asked, people, rate)), 0.0)
    kept = replace(asked, per_year=held or 1.0)
    # What nobody named is no wish that failed: "what fits" costs what the rhythm found costs.
    way = kept if wish.cadence == "fits" and held else asked
    cost = way.cost(people)
    reached = people if held else min(people, floor(rate * 52) * kept.group)
    span = ceil(round_weeks(reached, rate, kept.group) - 1e-9)
    days = timeline(wish.first_day, library.programme.lead_days, span, max(span, round(52 / kept.per_year)))
    fits = held == way.per_year
    too_much = held != asked.per_year or cost.share > STEADY
    said = rhythm(kept.per_year)
    steps = tuple(
        _step(each, wish, days, reached)
        for each in library.programme.steps
        if not each.longer_than or span > each.longer_than
    )
    return ProgrammePlan(
        wish=wish,
        headline=_headline(people, reached, span, said, wish, fits=fits),
        sums=_sums(way, cost, wish, rate, people),
        assumed=_assumed(wish, way, over_christmas=meets_break(wish.first_day, max(each.day for each in steps))),
        load=_load(capital(rhythm(way.per_year)), way, cost),
        fits=fits,
        rhythm=said,
        reached=reached,
        weeks_a_round=span,
        first_meeting=days.first,
        last_meeting=days.end,
        alternatives=_alternatives(people, asked) if too_much else (),
        steps=steps,
        facts=_facts(wish, said, days.first),
    )


def wish_from(text: str, first_day: date) -> ProgrammeWish | None:
    """Return what a line of the chat says about a programme, the rest as nobody said it; None where it says no headcount."""
    figures = read(text)
    if not figures.people:
        return None
    said: dict[str, object] = {"first_day": first_day, "managers": figures.managers, "people": figures.people[0]}
    said["managers_counted"] = bool(figures.managers_counted)
    if figures.minutes:
        said["minutes"] = round(figures.minutes[0])
    if figures.hours_a_week:
        said["hours_a_week"] = figures.hours_a_week
    if figures.group > 1 and not figures.single_too:
        said |= {"format": "groups", "group": figures.group}
    wish = ProgrammeWish.model_validate(said | {"cadence": _cadence(figures)})
    try:
        _accept(wish)
    except InputRefused:
        return None
    return wish


def _cadence(figures: Figures) -> Cadence:
    asked = figures.per_year[0] if figures.per_year else 0.0
    return next((name for name, per_year in YEARLY.items() if per_year == asked), "fits")


def _accept(wish: ProgrammeWish) -> None:
    if wish.people < 1:
        raise InputRefused(
            "A programme needs somebody to meet. How many people report to your managers? One is enough."
        )
    for field, (least, most, words) in LIMITS.items():
        if not least <= getattr(wish, field) <= most:
            raise InputRefused(f"I can plan with {least:g} to {most:,} {words}; please give a figure in between.")
    if wish.managers_counted and wish.managers >= wish.people:
        raise InputRefused(
            f"{wish.people} people less {wish.managers} managers leaves nobody to meet. "
            "Give the people without their managers."
        )
    if not date(2000, 1, 1) <= wish.first_day <= date(2100, 1, 1):
        raise InputRefused("I can plan from the year 2000 to 2100; please give a first day in between.")


def _way(wish: ProgrammeWish, per_year: float) -> Way:
    groups = wish.format == "groups"
    return Way(
        minutes=wish.minutes,
        extra=GROUP_NOTES if groups else NOTES,
        given=True,
        per_year=per_year,
        once=0.0,
        group=wish.group if groups else 1,
        weeks=WEEKS_A_QUARTER,
        week_hours=WEEK_HOURS,
    )


def _holds(per_year: float, asked: Way, people: int, rate: float) -> bool:
    """Say whether a rhythm, no quicker than the one asked for, leaves time to meet everybody once."""
    return per_year <= asked.per_year and round_weeks(people, rate, asked.group) <= 52 / per_year + 1e-9


def _headline(people: int, reached: int, span: int, said: str, wish: ProgrammeWish, *, fits: bool) -> str:
    hours = counted(wish.hours_a_week, "hour")
    who = "one person" if people == 1 else f"{people:,} people"
    if reached < people:
        return (
            f"A year of {hours} a week reaches {reached:,} of {people:,} people. "
            "The days below are for those, drawn by a rule you publish."
        )
    round_ = f"a round takes {weeks(span)}"
    if fits:
        return f"{capital(said)} fits: {who} in {hours} a week, and {round_}."
    asked = rhythm(YEARLY[wish.cadence])
    return f"{capital(asked)} does not fit into {hours} a week. {capital(said)} does: {round_}. The days below are for that."


def _sums(way: Way, cost: Capacity, wish: ProgrammeWish, rate: float, people: int) -> tuple[str, ...]:
    met = f"{people:,} {'person' if people == 1 else 'people'}"
    if way.group > 1:
        met += f" in groups of {way.group} is {counted(cost.sessions, 'meeting')}"
    told = "preparation and notes"
    period = (
        ""
        if way.per_year == 4
        else f" × {plain(way.per_year / 4)} {'rounds' if way.per_year > 4 else 'round'} a quarter"
    )
    return (
        f"{met}: {cost.sessions:,} × ({way.minutes:g} + {way.extra:g} for {told}) minutes = "
        f"{counted(cost.round_hours, 'hour')} a round.",
        f"{capital(rhythm(way.per_year))}{period}: {counted(cost.hours, 'hour')} a quarter, "
        f"{plain(cost.hours_a_week)} a week over 13 weeks, {share(cost)} of a 40-hour week.",
        f"{counted(wish.hours_a_week, 'hour')} a week hold {counted(rate, 'meeting')}: "
        f"a round takes {weeks(ceil(round_weeks(people, rate, way.group) - 1e-9))}.",
    )


def _assumed(wish: ProgrammeWish, way: Way, *, over_christmas: bool) -> tuple[str, ...]:
    lines = []
    if not wish.managers_counted and wish.people < 2 * wish.managers:
        people = "person" if wish.people == 1 else "people"
        lines.append(
            f"Is it right that {how_many(wish.managers, 'manager')} and {wish.people:,} {people} are two "
            "groups? That is fewer than two people to a manager. If they are the same people, these are meetings with your "
            "own reports; the people to count are those who report to them."
        )
    if wish.managers:
        named = f"your {how_many(wish.managers, 'manager')}"
        less = wish.people - wish.managers
        if wish.managers_counted:
            lines.append(f"{wish.people:,} less {named} is {less:,} people. You meet the managers anyway.")
        elif less > 0:
            hours = plain(way.cost(less).hours)
            lines.append(
                f"I took {wish.people:,} without {named}. If they are in it, you meet {less:,}: {hours} hours a quarter."
            )
    if wish.format == "groups" and wish.minutes < GROUP_MINUTES:
        lines.append(f"A group usually takes 60 to 90 minutes; you gave {wish.minutes}.")
    christmas, other = (", and so is 24 December to 1 January", "other ") if over_christmas else ("", "")
    lines.append(
        f"Preparation and notes are {way.extra:g} minutes a {'group' if way.group > 1 else 'meeting'}, "
        f"the coach's own figure. Weekends are left out{christmas}; your {other}holidays are not known here."
    )
    return tuple(lines)


def _load(name: str, way: Way, cost: Capacity, card: str = "") -> Load:
    return Load(
        name=name,
        people=cost.people,
        meetings=cost.sessions,
        minutes=round(way.minutes),
        around=round(way.extra),
        hours_a_quarter=round(cost.hours, 2),
        hours_a_week=round(cost.hours_a_week, 2),
        share=round(cost.share, 4),
        card=card,
    )


def _alternatives(people: int, asked: Way) -> tuple[Load, ...]:
    """Return what is lighter than the rhythm asked for; where none was, than quarterly."""
    cost = asked.cost(people)
    ways = ((name, other, other.cost(people), mark) for name, other, mark in lighter(people, asked))
    return tuple(
        _load(name, other, less, mark.strip("[]").partition(":")[0])
        for name, other, less, mark in ways
        if less.hours_a_week < cost.hours_a_week
    )


def _step(step: ProgrammeStep, wish: ProgrammeWish, days: Timeline, reached: int) -> PlannedStep:
    what = step.groups if wish.format == "groups" and step.groups else step.what
    if step.few and reached <= FEW:
        what = step.few
    besides = [step.remote] if wish.place != "on-site" else []
    besides += [step.on_site] if wish.place != "remote" else []
    return PlannedStep(
        id=step.id,
        title=step.title,
        day=days.day(step.anchor, step.days),
        what=" ".join(filter(None, [what, *besides])),
        why=step.why,
        cards=step.cards,
        sources=step.sources,
        letter=step.letter,
    )


def _facts(wish: ProgrammeWish, said: str, first: date) -> dict[str, str]:
    single = "in groups" if wish.format == "groups" else "one to one"
    return {
        "start": f"{first.day} {first:%B}",
        "minutes": f"{wish.minutes}",
        "cadence": said,
        "format": f"{single}, {_PLACES[wish.place]}",
        "confidentiality": "themes, never names",
    }
