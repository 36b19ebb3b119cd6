"""The days of a programme: forward from the first day, never on a weekend."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.programme import Anchor

SATURDAY = 5


@dataclass(frozen=True)
class Timeline:
    """The days that the steps are counted from."""

    begin: date
    first: date
    end: date
    second: date

    def day(self, anchor: Anchor, days: int) -> date:
        """Return the working day so many days after an anchor: a weekend's step waits until Monday."""
        since: date = getattr(self, anchor)
        return working_day(since + timedelta(days=days))


def timeline(begin: date, lead_days: int, weeks: int, cycle: int) -> Timeline:
    """Return the days for rounds of `weeks` weeks that begin every `cycle` weeks, `cycle` not below `weeks`."""
    begin = working_day(begin)
    first = working_day(begin + timedelta(days=lead_days))
    return Timeline(begin, first, _last(first, weeks), _last(first + timedelta(weeks=cycle), weeks))


def working_day(day: date) -> date:
    """Return the day, or the Monday after a weekend. Public holidays are not known here."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def _last(first: date, weeks: int) -> date:
    """Return the last working day of so many weeks from a working day."""
    last = first + timedelta(days=7 * weeks - 1)
    return last - timedelta(days=max(0, last.weekday() - SATURDAY + 1))
