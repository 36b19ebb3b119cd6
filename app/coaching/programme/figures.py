"""What a capacity question says, and the small grammar its patterns share."""

import re
from dataclasses import dataclass

from app.coaching.programme.capacity import WEEK_HOURS, WEEKS_A_QUARTER

NUMBER = r"\d+(?:\.\d+)?(?!\d|\.\d)"
RANGE = rf"({NUMBER})(?:-({NUMBER}))?"
TIME = r"(?:minutes?|hours?|days?)\b"
HOW_LONG = rf"{RANGE} ({TIME})"
SPAN = r"(working day|day|week|fortnight|month|quarter|half[- ]year|half|year)s?\b"
A_YEAR = {"day": 260.0, "working day": 260.0, "week": 52.0, "fortnight": 26.0, "month": 12.0, "quarter": 4.0,
          "half": 2.0, "half year": 2.0, "year": 1.0}  # fmt: skip
"""How many of each a year has; days are working days."""
PEOPLE = (
    r"(?:people|staff|employees|engineers|reports|nurses|teachers|doctors|developers|devs|colleagues|workers|folks|members"
    r"|heads|individuals|designers|analysts|ics|individual contributors|contributors|indirects|skip[- ]levels|skips|souls"
    r"|humans|hires|of (?:them|us|you)|headcount)\b"
)


@dataclass(frozen=True)
class Figures:
    """What a text says about capacity; empty or zero where it says nothing."""

    people: tuple[int, ...] = ()
    """One headcount, or two where the text gives a range."""
    product: str = ""
    """How the headcount came about when it was multiplied or added up, e.g. "9 × 8"."""
    managers: int = 0
    managers_counted: bool | None = None
    """Whether the headcount has the managers in it; None when the text leaves it open."""
    take_up: float = 1.0
    minutes: tuple[float, ...] = ()
    extra: float | None = None
    """Minutes of preparation and notes for one meeting."""
    per_year: tuple[float, ...] = ()
    """Rounds a year, several when rhythms are compared."""
    once_in: float = 0.0
    """Weeks in which everybody is to be met once."""
    group: int = 0
    single_too: bool = False
    """Whether one-to-ones are to be compared with the groups."""
    hours_a_week: float = 0.0
    """What the asker can give."""
    meetings_a_week: tuple[float, ...] = ()
    weeks_a_quarter: float = WEEKS_A_QUARTER
    week_hours: float = WEEK_HOURS
    text: str = ""
    """The text in plain form, see `plain_numbers`."""

    def asks(self, pattern: str) -> bool:
        """Say whether the plain text holds this pattern."""
        return re.search(pattern, self.text) is not None

    @property
    def room(self) -> bool:
        """Whether the asker says what they can give."""
        return bool(self.hours_a_week or self.meetings_a_week)


class Left:
    """The text that is left to read: what a pattern takes cannot be read twice."""

    def __init__(self, text: str) -> None:
        """Begin with the whole text."""
        self.text = text

    def all(self, pattern: str) -> list[re.Match[str]]:
        """Take every match out of the text."""
        found = list(re.finditer(pattern, self.text))
        for match in found:
            self.take(match)
        return found

    def first(self, *patterns: str) -> re.Match[str] | None:
        """Take the first match of the first pattern that has one."""
        for pattern in patterns:
            if match := re.search(pattern, self.text):
                self.take(match)
                return match
        return None

    def take(self, match: re.Match[str]) -> None:
        """Blank a match; every other word keeps its place."""
        start, end = match.span()
        self.text = self.text[:start] + "·" * (end - start) + self.text[end:]


def minutes_of(number: str, unit: str | None) -> float:
    """Return a time in minutes; a day has eight hours, and no unit means minutes."""
    name = unit or "minutes"
    return float(number) * (60 if name.startswith("hour") else 480 if name.startswith("day") else 1)
