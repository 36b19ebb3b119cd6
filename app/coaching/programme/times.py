"""When and how long: lengths, notes, rhythms, periods, and the time the asker can give."""

import re
from dataclasses import replace

from app.coaching.programme.capacity import WEEK_HOURS, WEEKS_A_QUARTER
from app.coaching.programme.figures import (
    A_YEAR,
    HOW_LONG,
    NUMBER,
    PEOPLE,
    RANGE,
    SPAN,
    TIME,
    Figures,
    Left,
    minutes_of,
)

_EACH = r"(?:each|apiece|a head|per (?:person|head|report|employee|one)|with (?:each|every|all)|for (?:each|every)|everyone)\b"
_KEEP = (
    r"(?:prep(?:aration|aring|are|ping)?|notes?|note[- ]taking|follow[- ]?ups?|following up|write[- ]?ups?"
    r"|writ(?:e|ing)(?: it| them)?(?: up)?|admin|buffer|travel(?:ling)?|wrap[- ]up|debriefs?|reflection)\b"
)
_KEEPING = rf"{_KEEP}(?:(?: and |, | & |/){_KEEP})*"
_OF = r"(?:(?:of|for|to|on|my|the|their|taking|making|some|each|extra|more|a|write|doing) )*"
_IS = r"(?: (?:time|is|are|takes?|take|of|at|for|each|another|about|say|needs?|me|it|will|be|adds?|=))*[ :=(]+"
_SPARE = (
    r"\b(?:spare|have|'ve|got|free|available|afford|give|giving|set aside|block|budget|max|only|within|limit|cap|spend"
    r"|put in|invest|fit into|in)\b[^.;?]*$"
)
_UNIT = r"(?:a|per|each|every|/|of (?:my|each|every|the)) ?(?:week|month|quarter|year|day)\b"
_TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
_NAMED = (
    (r"\btwice (?:yearly|annually)\b()", 2.0),
    (r"\btwice quarterly\b()", 8.0),
    (r"\btwice monthly\b()", 24.0),
    (rf"\b({NUMBER})[- ]weekly\b", 52.0),
    (rf"\b({NUMBER})[- ]monthly\b", 12.0),
    (r"\b(?:half|semi|bi)[- ]?(?:yearly|annual)(?:ly)?\b|\bbiannual(?:ly)?\b|\bevery half\b()", 2.0),
    (r"\bbi-?monthly\b()", 6.0),
    (r"\bbi-?weekly\b|\bfortnightly\b()", 26.0),
    (r"\bquarterly\b()", 4.0),
    (r"\bmonthly\b()", 12.0),
    (r"\bweekly\b()", 52.0),
    (r"\b(?:yearly|annual(?:ly)?)\b()", 1.0),
)


def working_time(left: Left, figures: Figures) -> Figures:
    """Read a working week other than 40 hours and a quarter with other than 13 weeks."""
    if found := left.first(
        rf"({NUMBER}) hours? (?:working |work )?weeks?\b",
        rf"\bwork(?:ing)? ({NUMBER}) hours (?:a|per) week",
        rf"\bweek (?:of|is|has) ({NUMBER}) hours",
    ):
        figures = replace(figures, week_hours=float(found[1]) or WEEK_HOURS)
    found = left.first(
        rf"({NUMBER}) (?:working |usable |real )?weeks? (?:a|per|in a|in the|in each|each|to the) (quarter|year)\b",
        rf"({NUMBER}) weeks? (quarter)s?\b",
    )
    if found:
        weeks = float(found[1]) / (4 if found[2] == "year" else 1)
        return replace(figures, weeks_a_quarter=weeks or WEEKS_A_QUARTER)
    away = left.first(
        rf"(?:away|off|on leave|on holiday|lose)(?: for)? ({NUMBER}) weeks?",
        rf"({NUMBER}) weeks? (?:away|off|of leave|of holiday)",
    )
    return replace(figures, weeks_a_quarter=max(1.0, WEEKS_A_QUARTER - float(away[1]))) if away else figures


def notes(left: Left, figures: Figures) -> Figures:
    """Read the minutes around a meeting: "30 + 15", "plus 10 for notes", "notes take 15 minutes", "no prep"."""
    minutes, extra, said = figures.minutes, 0.0, False
    found = left.first(
        rf"({NUMBER}) ?({TIME})? ?(?:\+|plus) ?({NUMBER}) ?({TIME})(?: (?:of |for )?{_KEEPING})?",
        rf"({NUMBER}) ({TIME}) ?(?:\+|plus) ?({NUMBER})(?! ?(?:{PEOPLE}|managers|%))()(?: (?:of |for )?{_KEEPING})?",
        r"\b(15|20|25|30|45|50|60|90)() ?\+ ?(5|10|15|20|30)\b(?! ?(?:[a-z]+s\b|people|staff))()",
    )
    if found:
        minutes = (minutes_of(found[1], found[2] or found[4]),)
        extra, said = minutes_of(found[3], found[4]), True
    around = (
        rf"({NUMBER}) ({TIME}) {_OF}{_KEEPING}",
        rf"(?:plus|\+|and|add|adding|with|another|extra) ?({NUMBER}) ()(?:for|of|on) (?:the |my )?{_KEEPING}",
        rf"{_KEEPING}{_IS}({NUMBER})(?: ({TIME}))?(?! ?(?:people|managers|%|weeks?))",
    )
    for pattern in around:
        for found in left.all(pattern):
            extra, said = extra + minutes_of(found[1], found[2]), True
    if left.first(rf"\b(?:no|without|not counting|excluding|ignor\w+|forget)(?: any| the| my)? {_KEEPING}"):
        extra, said = 0.0, True
    inside = left.first(
        rf"\b(?:including|incl|inc|counting)\.?(?: the| my)? {_KEEPING}|{_KEEPING} included\b|\ball in\b"
    )
    return replace(figures, minutes=minutes, extra=extra if said or inside else None)


def shares(left: Left, figures: Figures) -> Figures:
    """Read how many will come ("70% say yes") and a share of the week that can be given ("10% of my time")."""
    percent = rf"({NUMBER}) ?(?:%|percent|per cent)"
    comes = r"(?:accept|say yes|take it up|take-up|uptake|turn up|come|show up|sign up|agree|opt in)\b"
    if found := left.first(
        rf"{percent} (?:[a-z]+ ){{0,4}}?{comes}", rf"(?:take-up|uptake|acceptance)[^.\d]{{0,12}}{percent}"
    ):
        figures = replace(figures, take_up=min(1.0, float(found[1]) / 100) or 1.0)
    elif left.first(r"\bhalf (?:of )?(?:my|the|our|these|those) (?=\d|people\b|staff\b|team\b)"):
        figures = replace(figures, take_up=0.5)
    if found := left.first(rf"{percent}(?: of)?(?: (?:my|the|a|each|working|week|time|hours))*"):
        figures = replace(figures, hours_a_week=float(found[1]) / 100 * figures.week_hours)
    return figures


def unit_asked(left: Left, figures: Figures) -> Figures:
    """Take out the unit an answer is wanted in: "how many hours a week" is no rhythm."""
    left.all(
        rf"\bhow (?:many|much)(?: (?!{NUMBER})[a-z]+){{0,4}}? {_UNIT}"
        rf"|(?<!\d )(?<!\d)\b(?:hours?|time|load|workload|commitment) {_UNIT}"
        r"|(?<!minutes )\b(?:weekly|monthly|quarterly|yearly|annual) (?:hours?|load|workload|total|commitment|time|burden)\b"
        rf"|(?:is|'s|does|would) (?:that|it|this)(?: come to| be)? {_UNIT}|(?:, |\band |^){_UNIT}(?= ?\?|$)"
    )
    return figures


def rates(left: Left, figures: Figures) -> Figures:
    """Read meetings the asker can hold: "4 a week", "one or two a week", "2 a day"."""
    kinds = (
        r"(?:single|skip[- ]levels?|meetings?|slots?|sessions?|people|conversations?|chats?|calls?|groups?|staff|new"
        r"|of (?:them|these|those))"
    )
    what = rf"(?:{kinds} )*"
    each = rf"(?!(?: (?:per person|meeting|session|slot|chat|call))?,? {_EACH})"
    if timed := left.first(
        rf"\b({NUMBER}) (?:x )?({NUMBER}) ({TIME}) {what}(?:a|per|each|every|/) ?(day|week|fortnight|month)\b{each}"
    ):
        a_week = float(timed[1]) * A_YEAR[timed[4]] / 52
        return replace(figures, meetings_a_week=(a_week,), minutes=(minutes_of(timed[2], timed[3]),))
    found = left.first(
        rf"\b{RANGE} {what}(?:a|per|each|every|/) ?(working day|day|week|fortnight|month)\b{each}",
        rf"\b{RANGE} (?:{kinds} )+weekly()\b{each}",
        rf"\b{RANGE} weekly() {kinds}\b{each}",
    )
    if found is None:
        return figures
    unit = found[3] or "week"
    alone = re.search(r"\b(?:people|staff)\b", found[0]) and not re.search(rf"\d [a-z -]{{0,30}}{PEOPLE}", left.text)
    if alone and unit in {"month", "fortnight"} and float(found[1]) > 4:
        return replace(figures, people=(round(float(found[1])),), per_year=(A_YEAR[unit],))
    a_week = A_YEAR[unit] / 52
    return replace(figures, meetings_a_week=tuple(float(each) * a_week for each in (found[1], found[2]) if each))


def budget(left: Left, figures: Figures) -> Figures:
    """Read the hours the asker can give. "30 minutes a month" is a meeting unless words or other figures say it is not."""
    days = r"(week|day|month|quarter|year|fortnight|monday|tuesday|wednesday|thursday|friday)s?\b"
    spans = rf"(?:(?:a|per|each|every|of (?:my|each|every|the)|on|in my|/) ?{days}|(weekly|monthly)\b)"
    for found in re.finditer(rf"{HOW_LONG} ?{spans}", left.text):
        before, after = left.text[: found.start()], left.text[found.end() :]
        unit = found[4] or found[5].removesuffix("ly")
        is_day = found[3].startswith("day")
        each = re.match(rf",? {_EACH}", after) or re.search(rf"{_EACH} (?:\w+ ){{0,2}}$", before)
        given = (
            is_day
            or minutes_of(found[1], found[3]) > 90
            or (unit == "week" and found[3].startswith("hour"))
            or (
                unit not in {"month", "quarter", "year"}
                and (figures.minutes or re.search(rf"\d {TIME}", before + after))
            )
            or re.search(_SPARE, before[-28:])
        )
        if given and not each:
            number = found[2] or found[1]
            hours = float(number) * figures.week_hours / 5 if is_day else minutes_of(number, found[3]) / 60
            left.take(found)
            return replace(figures, hours_a_week=hours * A_YEAR.get(unit, 52.0) / 52)
    weekly = r"(?:week|monday|tuesday|wednesday|thursday|friday)s?\b"
    said = left.first(
        rf"\b(?:each|every|per|a|on) {weekly}[a-z ',]{{0,30}}?{HOW_LONG}(?! {_EACH})",
        rf"\bweekly (?:budget|limit|cap)[a-z ]{{0,8}}{HOW_LONG}",
    )
    return replace(figures, hours_a_week=minutes_of(said[1], said[3]) / 60) if said else figures


def rhythm(left: Left, figures: Figures) -> Figures:
    """Read how often: "quarterly", "every six weeks", "twice a year", "every other month"; several when compared."""
    found: list[tuple[int, float]] = []
    for m in left.all(rf"\bevery (?:{RANGE} )?(other |second |half[- ])?{SPAN}"):
        apart = float(m[2] or m[1] or 1) * (2 if m[3] in {"other ", "second "} else 0.5 if m[3] else 1)
        found.append((m.start(), A_YEAR[m[4].replace("-", " ")] / apart if apart else 0.0))
    often = rf"\b(once|twice|thrice|{NUMBER})(?: ?times| ?x| single| meetings?| rounds?)? (?:a|per|each|every|in a|/) ?{SPAN}"
    for m in left.all(often):
        count = _TIMES[m[1]] if m[1] in _TIMES else float(m[1])
        found.append((m.start(), count * A_YEAR[m[2].replace("-", " ")]))
    for pattern, rate in _NAMED:
        for m in left.all(pattern):
            apart = float(m[1] or 1)
            found.append((m.start(), rate / apart if apart else 0.0))
    if not found:
        for m in left.all(rf"\b(?:a|per|each|this|next|the|in one|one|/) ?{SPAN}"):
            found.append((m.start(), A_YEAR[m[1].replace("-", " ")] if "day" not in m[1] else 0.0))
    rhythms = tuple(dict.fromkeys(rate for _, rate in sorted(found) if rate > 0))
    return replace(figures, per_year=(*figures.per_year, *rhythms)[:3])


def period(left: Left, figures: Figures) -> Figures:
    """Read the weeks in which everybody is to be met once: "in 8 weeks", "my first 90 days"."""
    found = left.first(
        r"\b(?:in|within|over|during|across|inside|for|next|first|by)"
        r"(?: (?:the|my|a|space|of|next|first|coming|following|about))*"
        rf" {RANGE} (working |business )?(day|week|month|year)s?\b"
    )
    if found is None:
        return figures
    weeks = {"day": 1 / 5 if found[3] else 1 / 7, "week": 1.0, "month": 52 / 12, "year": 52.0}[found[4]]
    return replace(figures, once_in=float(found[2] or found[1]) * weeks)


def lengths(left: Left, figures: Figures) -> Figures:
    """Read how long a meeting is, several when lengths are compared; up to eight hours."""
    found = [minutes_of(part, m[3]) for m in left.all(HOW_LONG) for part in (m[1], m[2]) if part]
    if not found and (bare := left.first(r"(?: x |@ ?)(\d+)\b(?! ?(?:people|weeks?|groups?))")):
        found = [float(bare[1])]
    return replace(figures, minutes=figures.minutes or tuple(dict.fromkeys(m for m in found if 5 <= m <= 480))[:3])
