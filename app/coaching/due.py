"""The day a promise is due, worked out from the time as it was said and the day it was said on."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS |= {"the next": 1, "a couple of": 2, "a few": 3, "few": 3}
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri"
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    "|jul|aug|sept?|oct|nov|dec"
)
_MONTH, _DAY = rf"(?P<month>{MONTHS})\b", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_WORKING_WEEK = 4
"""Days from Monday to Friday."""


class Span(NamedTuple):
    """The days a time may mean, first to last."""

    first: date
    last: date


def day_of(due: str, said_on: date) -> date | None:
    """Return the day a promise is due; None when no day follows from the words ("after the next board").

    A weekday is the first one after `said_on`; "next Friday" is the one of the following calendar week. A week is a
    working week, Monday to Friday. Of a longer span its last day counts, unless the words say which part of it;
    "by March" is the first of March and "before Friday" a Thursday. "3/12" is the third of December. The user sees
    the day and can set it right.

    Args:
        due: the time as said, such as "by the end of the month"; may be empty.
        said_on: the day of the meeting, in the user's own time zone.
    """
    words = re.sub(r"\beow\b", "end of the week", " ".join(due.lower().split()))
    for pattern, span_of in _SPANS:
        match = re.search(pattern, words)
        span = span_of(match, said_on) if match else None
        if span:
            return max(_part(span, words, said_on), said_on)
    return None


def _part(span: Span, words: str, said_on: date) -> date:
    length = span.last - span.first
    if re.search(r"\b(?:end|close) of\b|\blate\b", words):
        return span.last
    if re.search(r"\b(?:start|beginning) of\b", words):
        return span.first
    if re.search(r"\bearly\b", words):
        return span.first + length // 3
    if re.search(r"\bmiddle of\b|\bmid\b", words):
        return span.first + length // 2
    if words.startswith("before"):
        return _working_day(span.first - timedelta(days=1))
    return span.first if words.startswith(("by", "until")) and span.first > said_on else span.last


def _working_day(day: date) -> date:
    """Return the day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - _WORKING_WEEK))


def _amount(match: re.Match[str], said_on: date) -> Span:
    count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"]]
    if match["few"] in _NUMBERS:
        count = _NUMBERS[match["few"]]
    match match["unit"]:
        case "hour":
            day = said_on + timedelta(days=round(count / 24))
        case "month":
            day = _months_on(said_on, count)
        case "week" | "fortnight":
            day = said_on + timedelta(weeks=count * (2 if match["unit"] == "fortnight" else 1))
        case _ if match["few"] in {"working", "business"}:
            day = said_on
            for _ in range(min(count, 400)):
                day += timedelta(days=1 if day.weekday() < _WORKING_WEEK else 7 - day.weekday())
        case _:
            day = said_on + timedelta(days=count)
    return Span(day, day)


def _months_on(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _date(match: re.Match[str], said_on: date) -> Span | None:
    """Return the next such date; the British order where both orders make one."""
    day, month = int(match["day"]), match["month"]
    number = int(month) if month.isdigit() else _month(month)
    if number > 12 >= day:
        day, number = number, day
    for year in range(said_on.year, said_on.year + 9):
        if 1 <= number <= 12 and 1 <= day <= monthrange(year, number)[1] and date(year, number, day) >= said_on:
            return Span(date(year, number, day), date(year, number, day))
    return None


def _day_of_month(match: re.Match[str], said_on: date) -> Span | None:
    wanted = int(match["day"])
    for later in range(3):
        month = _months_on(said_on.replace(day=1), later)
        if 1 <= wanted <= monthrange(month.year, month.month)[1] and month.replace(day=wanted) >= said_on:
            return Span(month.replace(day=wanted), month.replace(day=wanted))
    return None


def _weekday(match: re.Match[str], said_on: date) -> Span:
    wanted = ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(match["weekday"][:3])
    ahead = (wanted - said_on.weekday()) % 7
    if match["which"] == "next":
        day = said_on + timedelta(days=7 - said_on.weekday() + wanted)
    else:
        day = said_on + timedelta(days=ahead or (0 if match["which"] else 7))
    return Span(day, day)


def _unit(match: re.Match[str], said_on: date) -> Span:
    later = 1 if match["which"] == "next" else 0
    match match["unit"]:
        case "week":
            monday = said_on - timedelta(days=said_on.weekday()) + timedelta(weeks=later)
            monday += timedelta(weeks=1) if not later and said_on.weekday() > _WORKING_WEEK else timedelta()
            return Span(monday, monday + timedelta(days=_WORKING_WEEK))
        case "month":
            return _months(_months_on(said_on.replace(day=1), later), 1)
        case "quarter":
            begin = said_on.replace(month=(said_on.month - 1) // 3 * 3 + 1, day=1)
            return _months(_months_on(begin, 3 * later), 3)
        case _:
            return _months(date(said_on.year + later, 1, 1), 12)


def _named_month(match: re.Match[str], said_on: date) -> Span:
    number = _month(match["month"])
    return _months(date(said_on.year + (number < said_on.month), number, 1), 1)


def _quarter(match: re.Match[str], said_on: date) -> Span:
    number = int(match["quarter"])
    return _months(date(said_on.year + (number < (said_on.month + 2) // 3), number * 3 - 2, 1), 3)


def _feast(match: re.Match[str], said_on: date) -> Span:
    month, day = (12, 25) if match["feast"] == "christmas" else (1, 1)
    this_year = date(said_on.year, month, day)
    day_of_it = this_year if this_year >= said_on else date(said_on.year + 1, month, day)
    return Span(day_of_it, day_of_it)


def _months(first: date, count: int) -> Span:
    return Span(first, _months_on(first, count) - timedelta(days=1))


def _month(name: str) -> int:
    return ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec").index(name[:3]) + 1


def _after(days: int) -> Callable[[re.Match[str], date], Span]:
    def span(_: re.Match[str], said_on: date) -> Span:
        return Span(said_on + timedelta(days=days), said_on + timedelta(days=days))

    return span


_COUNT = r"\d{1,3}|a couple of|a few|the next|an?|one|two|three|four|five|six"
_SPANS: tuple[tuple[str, Callable[[re.Match[str], date], Span | None]], ...] = (
    (
        rf"\b(?P<count>{_COUNT})\s+(?P<few>few|working|business)?\s*(?P<unit>hour|day|week|fortnight|month)s?\b",
        _amount,
    ),
    (r"\b(?:today|tonight|eod|cob|noon|lunch)\b|\bof (?:the )?day\b", _after(0)),
    (r"\btomorrow\b", _after(1)),
    (rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}", _date),
    (rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}", _date),
    (r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})\b", _date),
    (r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)\b", _day_of_month),
    (rf"\b(?:(?P<which>this|next|coming)\s+)?(?P<weekday>{DAYS})\b", _weekday),
    (r"\b(?P<feast>christmas|new year)\b", _feast),
    (r"\b(?:(?P<which>this|next|coming|the)\s+)?(?P<unit>week|month|quarter|year)\b", _unit),
    (rf"\b{_MONTH}", _named_month),
    (r"\bq(?P<quarter>[1-4])\b", _quarter),
)
