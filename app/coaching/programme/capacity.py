"""How many hours meeting people takes: arithmetic only."""

from dataclasses import dataclass
from math import ceil

WEEKS_A_QUARTER = 13.0
WEEK_HOURS = 40.0
NOTES = 15.0
"""Minutes for notes and follow-up after one meeting, where nobody says otherwise."""
GROUP_MINUTES = 60.0
GROUP_NOTES = 30.0


@dataclass(frozen=True)
class Capacity:
    """What one way of meeting people costs. Hours are of 60 minutes and count one leader's time."""

    people: int
    group: int
    minutes: float
    extra: float
    rounds: float
    weeks: float
    week_hours: float

    @property
    def sessions(self) -> int:
        """Meetings in one round: one a person, or one a group, the last group perhaps smaller."""
        return ceil(self.people / self.group)

    @property
    def round_hours(self) -> float:
        """Hours to meet everyone once."""
        return self.sessions * (self.minutes + self.extra) / 60

    @property
    def hours(self) -> float:
        """Hours in the period."""
        return self.round_hours * self.rounds

    @property
    def hours_a_week(self) -> float:
        """Hours in each week of the period."""
        return self.hours / self.weeks

    @property
    def hours_a_year(self) -> float:
        """Hours in four periods, that is, a year of quarters."""
        return self.hours * 4

    @property
    def meetings_a_week(self) -> float:
        """Meetings in each week of the period."""
        return self.sessions * self.rounds / self.weeks

    @property
    def share(self) -> float:
        """Part of the working week this takes: 0.1 is a tenth, above 1 does not fit at all."""
        return self.hours_a_week / self.week_hours

    @property
    def their_hours(self) -> float:
        """Hours of the people met, in the period: the meeting, and half an hour each to prepare."""
        return self.people * self.rounds * (self.minutes + 30) / 60


def capacity(
    people: int,
    minutes: float,
    *,
    extra: float = 0.0,
    rounds: float = 1.0,
    group: int = 1,
    weeks: float = WEEKS_A_QUARTER,
    week_hours: float = WEEK_HOURS,
) -> Capacity:
    """Return the cost of meeting everybody at one rhythm.

    The formulas are plain arithmetic: sessions a round = people / group, rounded up; hours a period =
    sessions x (minutes + extra) / 60 x rounds; a week = that / weeks; share of the week = that / week_hours.
    A quarter has 13 weeks and a week 40 hours unless told otherwise. Nothing in it is measured.

    Args:
        people: how many are to be met, at least 1.
        minutes: length of one meeting, above 0.
        extra: minutes of preparation, notes and follow-up for one meeting, 0 or more.
        rounds: how often everybody is met in the period, above 0: with a quarter as the period, quarterly is 1,
            monthly 3, twice a year 0.5, yearly 0.25.
        group: people in one meeting, at least 1; 1 is one-to-one.
        weeks: weeks in the period, above 0.
        week_hours: working hours in a week, above 0.

    Raises:
        ValueError: a figure is outside its range.
    """
    if people < 1 or group < 1 or extra < 0 or min(minutes, rounds, weeks, week_hours) <= 0:
        raise ValueError("people and group must be 1 or more, extra 0 or more, and the other figures above 0")
    return Capacity(people, group, minutes, extra, rounds, weeks, week_hours)


def round_weeks(people: int, a_week: float, group: int = 1) -> float:
    """Return the weeks it takes to meet everybody once, `a_week` meetings each week (above 0)."""
    return ceil(people / group) / a_week


def slots(hours_a_week: float, minutes: float) -> float:
    """Return the meetings that fit into `hours_a_week` when one takes `minutes`, notes included (above 0)."""
    return hours_a_week * 60 / minutes
