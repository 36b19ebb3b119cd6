"""The days of a programme: forward from the first day, never on a weekend or between Christmas and New Year."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.programme import Anchor

SATURDAY = 5
BREAK = timedelta(days=9)
"""24 December to 1 January, when few people are there to be told anything."""


@dataclass(frozen=True)
class Timeline:
    """The days that the steps are counted from."""

    begin: date
    first: date
    end: date
    second: date

    def day(self, anchor: Anchor, days: int) -> date:
        """Return the working day so many days after an anchor: a weekend's step waits until Monday."""
        return _later(getattr(self, anchor), days)


def timeline(begin: date, lead_days: int, weeks: int, cycle: int) -> Timeline:
    """Return the days for rounds of `weeks` weeks that begin every `cycle` weeks, `cycle` not below `weeks`."""
    begin = working_day(begin)
    first = _later(begin, lead_days)
    return Timeline(begin, first, _last(first, weeks), _last(first + timedelta(weeks=cycle), weeks))


def working_day(day: date) -> date:
    """Return the day, or the first working day after a weekend or the break. Other holidays are not known here."""
    if _in_break(day):
        day = date(day.year + (day.month == 12), 1, 2)
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def meets_break(first: date, last: date) -> bool:
    """Say whether the break lies between two days, or one of them in it."""
    return _in_break(first) or first <= date(first.year, 12, 24) <= last


def _later(since: date, days: int) -> date:
    """Return the working day so many days later; the days of the break do not count."""
    day = since + timedelta(days=days)
    return working_day(day + BREAK if since < date(since.year, 12, 24) <= day else day)


def _in_break(day: date) -> bool:
    return (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)


def _last(first: date, weeks: int) -> date:
    """Return the last working day of so many weeks from a working day."""
    last = first + timedelta(days=7 * weeks - 1)
    if _in_break(last):
        last = date(last.year - (last.month == 1), 12, 23)
    return last - timedelta(days=max(0, last.weekday() - SATURDAY + 1))
