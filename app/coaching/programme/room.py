"""When the asker says what they can give: what rhythm, how many people, or how long a meeting that carries."""

from math import ceil, floor

from app.coaching.programme.amounts import counted, plain, rhythm, weeks
from app.coaching.programme.capacity import NOTES, Capacity, round_weeks, slots
from app.coaching.programme.figures import Figures
from app.coaching.programme.ways import Way, readings, ways

SUM = "[leader-how-many-hours:TMPN]"
TRUST = "[leader-how-many-hours:RWT2]"
GROUPS = "[leader-how-many-hours:GUI]"
KEEPING = "[leader-how-often:RWT2]"
COACH = "[coach]"
SHORTEST = 20.0
"""Minutes to talk below which the coach speaks up: its own sense, no finding."""
_LENGTH = r"\bhow long (?:can|could|should|may|would|will) (?:each|every|a|the|one|my|they|it|single|meetings)\b|\bhow many minutes\b"


def asks_length(figures: Figures) -> bool:
    """Say whether the length of a meeting is what is asked."""
    return figures.asks(_LENGTH)


def fits(figures: Figures, way: Way, cost: Capacity) -> str:
    """Set a load against the hours or meetings the asker can give; empty where they did not say."""
    if figures.hours_a_week:
        have = figures.hours_a_week
        verdict = "It fits" if have >= cost.hours_a_week else "It does not fit"
        takes = weeks(round_weeks(cost.people, slots(have, way.whole), way.group))
        return (
            f"{verdict}: you have {counted(have, 'hour')} a week and this needs {plain(cost.hours_a_week)}. "
            f"At {way.whole:g} minutes each, notes included, a round takes {takes}. {SUM}"
        )
    if figures.meetings_a_week:
        rate = max(figures.meetings_a_week)
        verdict = "It fits" if rate >= cost.meetings_a_week else "It does not fit"
        takes = weeks(round_weeks(cost.people, rate, way.group))
        return f"{verdict}: it needs {plain(cost.meetings_a_week)} meetings a week; at {plain(rate)} a round takes {takes}. {SUM}"
    return ""


def cycle(figures: Figures) -> list[str]:
    """People, and what the asker can give, but no rhythm: say what rhythm that carries."""
    way, heads = ways(figures)[0], readings(figures)
    rates = figures.meetings_a_week or (slots(figures.hours_a_week, way.whole),)
    sums = []
    for lead, people in heads:
        sessions = ceil(people / way.group)
        each = [
            f"{sessions:,} ÷ {plain(rate)} a week = **{weeks(round_weeks(people, rate, way.group))}**" for rate in rates
        ]
        sums.append(f"{lead}: {' or '.join(each)}" if lead else " or ".join(each))
    origin = f"{figures.product} = {figures.people[0]:,} people. " if figures.product else ""
    grouped = (
        f"In groups of {way.group} that is {counted(ceil(heads[0][1] / way.group), 'meeting')}. "
        if way.group > 1
        else ""
    )
    around = f"{way.extra:g} of them for notes" if way.extra else "no notes counted"
    if figures.hours_a_week:
        bare = f" ({plain(slots(figures.hours_a_week, way.minutes))} without notes)" if way.extra else ""
        held = f"{counted(figures.hours_a_week, 'hour')} a week hold {plain(rates[0])} meetings of {way.whole:g} minutes, {around}{bare}."
        lines = [f"{origin}{held} {grouped}To meet everyone once: {'; '.join(sums)}. {SUM}"]
    else:
        bare_hours, hours = (
            " or ".join(plain(rate * minutes / 60) for rate in rates) for minutes in (way.minutes, way.whole)
        )
        lines = [
            f"{origin}{grouped}To meet everyone once: {'; '.join(sums)}. {SUM}",
            f"In hours a week: {bare_hours} at {way.minutes:g} minutes each, {hours} with {way.extra:g} more for notes. {SUM}",
        ]
    return [*lines, _promise(way, heads[0][1], max(rates))]


def _promise(way: Way, people: int, rate: float) -> str:
    """Say which rhythm a rate of meetings carries for so many people."""
    longest = round_weeks(people, rate, way.group)
    kept = next((per_year for per_year in (12.0, 4.0, 2.0, 1.0) if longest <= 52 / per_year + 1e-9), 0.0)
    if kept:
        quicker = "" if kept >= 4 else f" Quarterly would need {plain(ceil(people / way.group) / 13)} meetings a week."
        return (
            f"So the rhythm you can promise is {rhythm(kept)}.{quicker} {SUM} "
            f"A kept yearly meeting is worth more than a cancelled quarterly one. {KEEPING}"
        )
    groups = ceil(people / 8)
    return (
        f"That is more than a year for one round. In groups of eight it is {counted(groups, 'meeting')}: twice a year, at an hour "
        f"plus half an hour each, {plain(groups * 1.5 / 26)} hours a week. {GROUPS}"
    )


def reach(figures: Figures) -> list[str]:
    """No headcount, but hours or meetings a week: say how many people that reaches."""
    way = ways(figures)[0]
    rate = max(figures.meetings_a_week) if figures.meetings_a_week else slots(figures.hours_a_week, way.whole)
    seats = f" of {way.group} people" if way.group > 1 else ""
    lines = []
    if figures.hours_a_week:
        split = f"{way.minutes:g} + {way.extra:g} for notes" if way.extra else f"{way.minutes:g}"
        held = f"{counted(figures.hours_a_week, 'hour')} a week ÷ ({split}) minutes = {plain(rate)} meetings a week{seats}."
        bare = (
            f" Without notes it would be {plain(slots(figures.hours_a_week, way.minutes))}."
            if way.extra and not way.given
            else ""
        )
        lines.append(f"{held}{bare} {SUM}")
    if figures.once_in and not figures.per_year:
        people = _reached(rate, figures.once_in, way.group)
        return [*lines, f"{plain(rate)} a week × {counted(figures.once_in, 'week')} = **{people:,} people**. {SUM}"]
    asked = figures.per_year[:1]
    names = dict.fromkeys([*asked, 4.0, 2.0, 1.0])
    parts = [f"{_reached(rate, 52 / each, way.group):,} {rhythm(each)}" for each in names]
    parts[0] = f"**{parts[0].replace(' ', ' people ', 1)}**"
    return [*lines, f"{plain(rate)} a week reaches {', '.join(parts[:-1])} or {parts[-1]}. {SUM}"]


def _reached(rate: float, span: float, group: int) -> int:
    return floor(rate * span + 1e-9) * group


def length(figures: Figures) -> list[str]:
    """People, a rhythm and hours a week: say how long each meeting can be."""
    way = ways(figures)[0]
    lines, least = [], SHORTEST
    for lead, people in readings(figures):
        sessions = ceil(people / way.group)
        span = way.once or way.weeks
        rounds = 1.0 if way.once else way.per_year / 4
        each = figures.hours_a_week * span * 60 / (sessions * rounds)
        talk = max(0.0, each - (NOTES if figures.extra is None else figures.extra))
        least = min(least, talk)
        often = "" if rounds == 1 else f" ÷ {plain(rounds)} rounds"
        lines.append(
            f"{lead + ': ' if lead else ''}{counted(figures.hours_a_week, 'hour')} × {plain(span)} weeks ÷ {sessions:,} meetings{often} = "
            f"**{plain(round(each, 1))} minutes each**; with {way.extra:g} of them for notes, {plain(round(talk, 1))} to talk. {SUM}"
        )
    if least < SHORTEST:
        lines.append(f"That is short for a real conversation. Meet half as often and the minutes double. {COACH}")
    return lines
