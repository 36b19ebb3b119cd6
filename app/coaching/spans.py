"""The days that a part of the calendar takes: weeks, months, quarters, and parts of them."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

WORKING_WEEK = 4
"""Days from Monday to Friday."""
_WEDNESDAY = 2


class Span(NamedTuple):
    """The days a time may mean, first to last."""

    first: date
    last: date


def single(day: date) -> Span:
    """Return one day as a span."""
    return Span(day, day)


def days_on(day: date, days: int) -> date:
    """Return the day so many days later, or earlier with a number below zero."""
    return day + timedelta(days=days)


def working_day(day: date) -> date:
    """Return the day, or the Friday before a weekend."""
    return days_on(day, -max(0, day.weekday() - WORKING_WEEK))


def working_days_on(day: date, count: int) -> date:
    """Return the day so many working days later."""
    for _ in range(count):
        day = days_on(day, 1 if day.weekday() < WORKING_WEEK else 7 - day.weekday())
    return day


def months_on(day: date, count: int) -> date:
    """Return the same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months(first: date, count: int = 1) -> Span:
    """Return so many months from a first of a month on."""
    return Span(first, days_on(months_on(first, count), -1))


def unit_around(day: date, unit: str, later: int) -> Span:
    """Return the working week, month, quarter or year that many after the one a day lies in."""
    match unit:
        case "week":
            monday = days_on(day, 7 * later - day.weekday())
            return Span(monday, days_on(monday, WORKING_WEEK))
        case "month":
            return months(months_on(day.replace(day=1), later))
        case "quarter":
            return months(months_on(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3 * later), 3)
        case _:
            return months(date(day.year + later, 1, 1), 12)


def piece_of(whole: Span, piece: str, index: int) -> Span | None:
    """Return a part of a span: the first Friday, the last week, the second half; None where there is none.

    A week belongs where its Wednesday lies; days of it beyond the span are left out.

    Args:
        whole: the days to choose from.
        piece: "half", "week", "month", "day", "working day", or the first three letters of a weekday.
        index: 0 for the first, -1 for the last.
    """
    length = (whole.last - whole.first).days + 1
    if piece == "half":
        middle = days_on(whole.first, length // 2)
        return Span(whole.first, days_on(middle, -1)) if index == 0 else Span(middle, whole.last)
    fitting = [day for day in (days_on(whole.first, each) for each in range(length)) if _fits(day, piece)]
    if not -len(fitting) <= index < len(fitting):
        return None
    if piece not in {"week", "month"}:
        return single(fitting[index])
    found = unit_around(fitting[index], piece, 0)
    return Span(max(found.first, whole.first), min(found.last, whole.last))


def _fits(day: date, piece: str) -> bool:
    match piece:
        case "day":
            return True
        case "week":
            return day.weekday() == _WEDNESDAY
        case "month":
            return day.day == 1
        case "working day":
            return day.weekday() <= WORKING_WEEK
        case _:
            return f"{day:%a}".lower() == piece
