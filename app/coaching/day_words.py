"""What one expression of time means, seen from the day it was said on: "next Friday", "3 March", "in two weeks"."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from app.coaching.spans import (
    WORKING_WEEK,
    Span,
    days_on,
    months,
    months_on,
    single,
    unit_around,
    working_days_on,
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NTH = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "last": -1,
    "final": -1,
}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NUMBERS |= {"eight": 8, "nine": 9, "ten": 10, "twelve": 12, "the next": 1, "a few": 3, "few": 3}
_COUPLE = 2


def after(days: int) -> Callable[[re.Match[str], date], Span]:
    """Return what gives the day so many days after the words were said."""
    return lambda _, said_on: single(days_on(said_on, days))


def amount(match: re.Match[str], said_on: date) -> Span | None:
    """Return the day so many days, weeks or months after `said_on`."""
    return moved(match, said_on)


def moved(match: re.Match[str], start: date, *, back: bool = False) -> Span | None:
    """Return the day so many days, weeks or months after a day, or before it; None for working days before it."""
    said = match["few"] if match["few"] in _NUMBERS else match["count"]
    count = int(said) if said.isdigit() else _NUMBERS.get(said, _COUPLE)
    count, sign = 2 if match["more"] else count, -1 if back else 1
    match match["unit"]:
        case "hour":
            return single(days_on(start, sign * round(count / 24)))
        case "month" | "quarter" | "year" as unit:
            return single(months_on(start, sign * count * {"month": 1, "quarter": 3, "year": 12}[unit]))
        case "week" | "fortnight" as unit:
            return single(days_on(start, sign * count * (14 if unit == "fortnight" else 7)))
        case _ if match["few"] in {"working", "business"}:
            return None if back else single(working_days_on(start, min(count, 400)))
        case _:
            return single(days_on(start, sign * count))


def dated(match: re.Match[str], said_on: date) -> Span | None:
    """Return the next such date, or that of the year given; the British order where both orders make one."""
    day, month = int(match["day"]), match["month"]
    number = int(month) if month.isdigit() else _month(month)
    if number > 12 >= day:
        day, number = number, day
    given = _year(match, said_on)
    for year in [given] if given else range(said_on.year, said_on.year + 9):
        if 1 <= number <= 12 and 1 <= day <= monthrange(year, number)[1] and date(year, number, day) >= said_on:
            return single(date(year, number, day))
    return None


def day_of_month(match: re.Match[str], said_on: date) -> Span | None:
    """Return the next 12th, or that of the next month."""
    wanted = int(match["day"])
    for later in (1,) if match["which"] == "next" else range(3):
        month = months(months_on(said_on.replace(day=1), later))
        if 1 <= wanted <= month.last.day and (day := month.first.replace(day=wanted)) >= said_on:
            return single(day)
    return None


def weekday(match: re.Match[str], said_on: date) -> Span:
    """Return the first such weekday; "this" may be the day itself, "next" is the one of the following week."""
    if match["which"] in {"next", "following"} or match["next"]:
        return weekday_after(said_on, match["weekday"], 1)
    ahead = (WEEKDAYS.index(match["weekday"][:3]) - said_on.weekday()) % 7
    return single(days_on(said_on, ahead or (0 if match["which"] else 7)))


def weekday_after(said_on: date, name: str, weeks: int) -> Span:
    """Return a weekday of the calendar week that many after the one of `said_on`."""
    return single(days_on(said_on, 7 * weeks - said_on.weekday() + WEEKDAYS.index(name[:3])))


def unit(match: re.Match[str], said_on: date) -> Span:
    """Return this week, month, quarter or year, or the next; at a weekend "this week" is the coming one."""
    later = 1 if match["which"] in {"next", "following"} or match["next"] else 0
    weekend = match["unit"] == "week" and said_on.weekday() > WORKING_WEEK
    return unit_around(said_on, match["unit"], later or int(weekend))


def named_month(match: re.Match[str], said_on: date) -> Span:
    """Return the month of that name, this one too."""
    number = _month(match["month"])
    return months(date(_year(match, said_on) or said_on.year + (number < said_on.month), number, 1))


def quarter(match: re.Match[str], said_on: date) -> Span:
    """Return the quarter of that number, this one too."""
    number = int(match["quarter"]) if match["quarter"] else NTH[match["nth"]] % 4 + 1
    year = _year(match, said_on) or said_on.year + (number < (said_on.month + 2) // 3)
    return months(date(year, number * 3 - 2, 1), 3)


def feast(match: re.Match[str], said_on: date) -> Span | None:
    """Return the next such day or its eve; "in the new year" is none."""
    month, day = (12, 25) if match["feast"] == "christmas" else (1, 1)
    eve = -1 if match["eve"] else 0
    days = [days_on(date(said_on.year + each, month, day), eve) for each in range(3)]
    return None if match["in"] else single(next(each for each in days if each >= said_on))


def _year(match: re.Match[str], said_on: date) -> int | None:
    if match["year"]:
        return int(match["year"]) + (0 if len(match["year"]) == 4 else 2000)
    return said_on.year + 1 if "next year" in match.string else None


def _month(name: str) -> int:
    return ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec").index(name[:3]) + 1
