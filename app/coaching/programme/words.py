"""A capacity question answered in words, with the arithmetic shown.

Marks stand as [card:SOURCE] here; `plan.py` turns them into numbers.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.coaching.programme.amounts import counted, meetings, plain, rhythm, share
from app.coaching.programme.capacity import GROUP_MINUTES, GROUP_NOTES, NOTES, Capacity
from app.coaching.programme.figures import Figures
from app.coaching.programme.room import asks_length, cycle, fits, length, reach
from app.coaching.programme.ways import MINUTES, Way, readings, ways
from app.coaching.text import capital, in_words

SUM = "[leader-how-many-hours:TMPN]"
TRUST = "[leader-how-many-hours:RWT2]"
GROUPS = "[leader-how-many-hours:GUI]"
ROTA = "[leader-how-often:RUB]"
DEPTH = "[leader-group-or-one:TMPN]"
COACH = "[coach]"
LONGEST = 185
MANY = 300
"""People from which groups are larger and a sample is offered as well."""

LIGHT, STEADY, HEAVY = 0.05, 0.10, 0.25
"""Shares of a working week where a load stops being light, steady and heavy: the coach's own sense, no finding."""
_DOABLE = (
    r"\b(?:doable|feasible|realistic|manageable|possible|sustainable|workable|achievable|sane|crazy|mad|fit"
    r"|too (?:much|many|often)|can i|could i|how on earth)\b"
)
_OTHERWISE = r"\balternativ|\binstead\b|\bcut\b|\breduc|\boptions?\b|\bcheaper\b"
_THEIR_TIME = r"\b(?:their|staff|team'?s|people'?s|everyone'?s) (?:time|hours)\b|\bcost (?:the|my|our)\b"
_ROUND = {12.0: "a month", 1.0: "a year", 52.0: "a week"}


def answer(figures: Figures) -> str:
    """Return the Markdown of the answer, its marks not yet numbered; at most 185 words."""
    if not figures.people:
        lines = reach(figures) if figures.room else _ask(figures)
    elif figures.room and not figures.per_year and not figures.once_in:
        lines = cycle(figures)
    elif figures.hours_a_week and asks_length(figures):
        lines = length(figures)
    else:
        lines = _load(figures)
    lines = [line for line in lines if line]
    assumed = _assumed(figures)
    while len(lines) > 2 and len(" ".join([*lines, assumed]).split()) > LONGEST:
        lines.pop()
    return "\n\n".join([*lines, assumed] if assumed else lines)


def _load(figures: Figures) -> list[str]:
    heads, options = readings(figures), ways(figures)
    cases = [(way, lead, people) for way in options for lead, people in heads]
    costs = [way.cost(people) for way, _, people in cases]
    sums = [_sum(*case, figures, first=not i) for i, case in enumerate(cases)]
    opening = " ".join(filter(None, [_verdict(costs[0], figures), _origin(figures), *sums]))
    over = fits(figures, options[0], costs[0])
    lines = [f"{opening} {SUM}", f"{_whole(options, costs)} {SUM}", over]
    if over.startswith("It does not") or costs[0].share > STEADY or figures.asks(_OTHERWISE):
        trust = f"Cancelling later costs more trust than starting slower. {TRUST}"
        depth = f"One-to-ones tell you more; groups reach more people and hide more. {DEPTH}"
        return [*lines, _alternatives(heads[0][1], options[0], costs[0]), f"{trust} {depth}"]
    if figures.asks(_THEIR_TIME) or costs[0].share <= LIGHT:
        people = heads[0][1]
        theirs = counted(options[0].cost(people).their_hours, "hour") + ("" if options[0].once else " a quarter")
        return [
            *lines,
            f"Count their side too: with half an hour each to prepare, {people} people spend {theirs}. {SUM}",
        ]
    return [
        *lines,
        f"Book the slots now, and only as many as you will keep: cancelling again and again costs trust. {TRUST}",
    ]


def _sum(way: Way, lead: str, people: int, figures: Figures, *, first: bool) -> str:
    cost = way.cost(people, notes=way.given)
    each = f"({way.minutes:g} + {way.extra:g})" if way.given and way.extra else f"{way.minutes:g}"
    shown = "".join(f"{part}: " for part in (way.name, lead) if part)
    if way.group > 1:
        shown += f"{people:,} people in groups of {way.group} is {counted(cost.sessions, 'meeting')}: "
    shown += f"{cost.sessions:,} × {each} min = "
    hours, weekly = counted(cost.hours, "hour"), counted(cost.hours_a_week, "hour")
    if way.once:
        return f"{shown}**{hours}**, over {counted(way.once, 'week')} about **{weekly} and {meetings(cost)} a week**."
    if way.per_year != 4:
        named = "" if way.name or way.per_year in _ROUND else f"{rhythm(way.per_year)} "
        shown += f"{counted(cost.round_hours, 'hour')} {_ROUND.get(way.per_year, 'a round')}; {named}that is "
    if not first:
        return f"{shown}**{hours} a quarter**, {plain(cost.hours_a_week)} a week."
    month = (
        f"{plain(cost.hours / 3)} a month, "
        if figures.asks(r"(?:\b(?:a|per|each)|/) ?month\b|\bmonthly (?:hours|load)")
        else ""
    )
    about = f"about **{weekly} and {meetings(cost)} a week** ({way.weeks:g} weeks)"
    return f"{shown}**{hours} a quarter**, {about}, {month}{counted(cost.hours_a_year, 'hour')} a year."


def _whole(options: Sequence[Way], costs: Sequence[Capacity]) -> str:
    """Say what it comes to with notes, and what part of a working week that is."""
    week = f"of a {options[0].week_hours:g}-hour week"
    shares = _listed([share(cost) if len(costs) == 1 else f"{plain(round(cost.share * 100, 1))}%" for cost in costs])
    if options[0].given:
        return f"That is {shares} {week}."
    around = {f"{way.extra:g} minutes {'each' if way.group == 1 else 'a group'}" for way in options}
    hours = _listed([plain(cost.hours) for cost in costs])
    period = "" if options[0].once else " a quarter"
    weekly = _listed([plain(cost.hours_a_week) for cost in costs])
    return (
        f"Add {' or '.join(sorted(around))} for notes and follow-up and it is **{hours} hours{period}**: "
        f"{weekly} a week, {shares} {week}."
    )


def _verdict(cost: Capacity, figures: Figures) -> str:
    if figures.room or not figures.asks(_DOABLE):
        return ""
    if cost.share <= LIGHT:
        return "It fits comfortably."
    if cost.share <= STEADY:
        return "It fits if you protect the time."
    return "It is a heavy load." if cost.share <= HEAVY else "It does not fit at this rhythm."


def _alternatives(people: int, way: Way, cost: Capacity) -> str:
    """List lighter ways, notes included."""
    lines = []
    for name, other, mark in lighter(people, way):
        less = other.cost(people)
        if less.hours_a_week < cost.hours_a_week:
            hours = counted(less.hours, "hour") + ("" if other.once else " a quarter")
            sums = f"{less.sessions:,} × {other.whole:g} min, {hours}, {plain(less.hours_a_week)} a week"
            lines.append(f"- {name}: {sums}. {mark}")
    if people > MANY:
        sample = f"two a week reaches 104 of the {people:,} in a year, drawn by a rule you publish"
        lines.append(f"- Or a sample: {sample}. {ROTA}")
    return "\n".join(["With notes, instead:", *lines]) if lines else ""


def lighter(people: int, way: Way) -> list[tuple[str, Way, str]]:
    """Return lighter ways of meeting the same people, each with its name and the mark of what it stands on."""
    size = 8 if people <= MANY else 12
    calm = min(way.per_year, 4.0)
    slower = next((rate for rate in (4.0, 2.0, 1.0) if rate < way.per_year), 0.0)
    same = "one to one" if way.group == 1 else "same groups"
    found = []
    if way.once:
        found.append((f"Over {counted(2 * way.once, 'week')}", replace(way, once=2 * way.once), SUM))
    elif slower:
        found.append((f"{capital(rhythm(slower))}, {same}", replace(way, per_year=slower), SUM))
    groups = replace(way, group=size, minutes=GROUP_MINUTES, extra=GROUP_NOTES, once=0.0, per_year=calm)
    found.append((f"Groups of {in_words(size)}, {rhythm(calm)}", groups, GROUPS))
    if way.once or slower != 1.0 or way.group > 1:
        alone = way if way.group == 1 else replace(way, minutes=MINUTES, extra=NOTES)
        yearly = replace(alone, group=1, once=0.0, per_year=1.0)
        found.append(("Everyone once a year, by a published rota", yearly, ROTA))
    return found


def _ask(figures: Figures) -> list[str]:
    way = ways(figures)[0]
    bare, full = way.cost(10, notes=False), way.cost(10)
    managers = f", and are the {in_words(figures.managers)} managers among them" if figures.managers else ""
    period = f"over {counted(way.once, 'week')}" if way.once else "a quarter"
    often = "" if way.once or way.per_year == 4 else f" × {counted(way.per_year / 4, 'round')}"
    return [
        f"How many people would you meet{managers}? With that I can do the whole sum. {COACH}",
        f"Until then: every ten people cost {bare.sessions} × {way.minutes:g} min{often} = "
        f"**{counted(bare.hours, 'hour')} {period}**, {plain(full.hours)} with {way.extra:g} minutes of notes each. {SUM}",
    ]


def _origin(figures: Figures) -> str:
    """Say where a headcount came from when it was not said outright."""
    if figures.take_up < 1:
        return f"{figures.take_up:.0%} of them is {figures.people[0]:,} people."
    return f"{figures.product} = {figures.people[0]:,} people." if figures.product else ""


def _assumed(figures: Figures) -> str:
    unused = asks_length(figures) if figures.hours_a_week else figures.room and not figures.people
    taken = [] if figures.minutes or unused else ["an hour" if figures.group else "half an hour"]
    if not (figures.per_year or figures.once_in or figures.room):
        taken.append("quarterly")
    said = (
        [f"I took {' and '.join(taken)}, since you did not say; give me yours and I'll redo the sum."] if taken else []
    )
    said += [
        f"I read {word} as every two {spans}."
        for word, pattern, spans in (
            ("bimonthly", r"\bbi-?monthly\b", "months"),
            ("biweekly", r"\bbi-?weekly\b", "weeks"),
        )
        if figures.asks(pattern)
    ]
    return f"{' '.join(said)} {COACH}" if said else ""


def _listed(amounts: Sequence[str]) -> str:
    """Return "63.75", or "63.75 (or 57)" where there are several."""
    return amounts[0] if len(set(amounts)) == 1 else f"{amounts[0]} (or {', '.join(amounts[1:])})"
