"""The ways of meeting people a question allows, with what it leaves open filled in."""

from dataclasses import dataclass, replace

from app.coaching.programme.amounts import rhythm
from app.coaching.programme.capacity import GROUP_MINUTES, GROUP_NOTES, NOTES, Capacity, capacity
from app.coaching.programme.figures import Figures
from app.coaching.text import capital, how_many

MINUTES = 30.0
"""Length of a one-to-one where nobody says otherwise."""
GROUP_FROM = 50.0
"""Minutes from which a single length in a comparison is taken to be the group's."""


@dataclass(frozen=True)
class Way:
    """One way of meeting them, with a name for when it stands beside another."""

    minutes: float
    extra: float
    given: bool
    """Whether the asker said what comes around a meeting, so that it belongs in the first sum."""
    per_year: float
    once: float
    """Weeks for a single round; 0 for a standing rhythm."""
    group: int
    weeks: float
    week_hours: float
    name: str = ""

    @property
    def whole(self) -> float:
        """Minutes of one meeting with what comes around it."""
        return self.minutes + self.extra

    def cost(self, people: int, *, notes: bool = True) -> Capacity:
        """Return the load for so many people, with the minutes around the meeting or without."""
        return capacity(
            people,
            self.minutes,
            extra=self.extra if notes else 0.0,
            rounds=1.0 if self.once else self.per_year / 4,
            group=self.group,
            weeks=self.once or self.weeks,
            week_hours=self.week_hours,
        )


def ways(figures: Figures) -> list[Way]:
    """Return the way asked about, or the two or three that are compared."""
    group = figures.group or 1
    around = NOTES if group == 1 else GROUP_NOTES
    minutes = figures.minutes or (MINUTES if group == 1 else GROUP_MINUTES,)
    rates = figures.per_year or (4.0,)
    base = Way(
        minutes=minutes[0],
        extra=around if figures.extra is None else figures.extra,
        given=figures.extra is not None,
        per_year=rates[0],
        once=0.0 if figures.per_year else figures.once_in,
        group=group,
        weeks=figures.weeks_a_quarter,
        week_hours=figures.week_hours,
    )
    if group > 1 and figures.single_too:
        return _single_and_group(base, figures)
    if len(minutes) > 1:
        return [replace(base, minutes=each, name=f"At {each:g} minutes") for each in minutes]
    if len(rates) > 1 and not base.once:
        return [replace(base, per_year=rate, name=capital(rhythm(rate))) for rate in rates]
    return [base]


def _single_and_group(base: Way, figures: Figures) -> list[Way]:
    lengths = figures.minutes
    short = min(lengths, default=MINUTES)
    long = max(lengths, default=GROUP_MINUTES)
    if len(lengths) == 1 and short >= GROUP_FROM:
        short = MINUTES
    elif len(lengths) == 1:
        long = GROUP_MINUTES
    extra = NOTES if figures.extra is None else figures.extra
    return [
        replace(base, name="One to one", group=1, minutes=short, extra=extra),
        replace(base, name="In groups", minutes=long),
    ]


def readings(figures: Figures) -> list[tuple[str, int]]:
    """Return the headcounts the text allows, each with the words that introduce it."""
    if len(figures.people) > 1:
        return [(f"At {n} people", n) for n in figures.people]
    count, bosses = figures.people[0], figures.managers
    less = count - bosses
    named = f"the {how_many(bosses, 'manager')}"
    if not bosses or less <= 0 or figures.managers_counted is False:
        return [("", count)]
    if figures.managers_counted:
        return [(f"{count} less {named} is {less} people", less)]
    return [(f"If the {count} does not count {named}", count), (f"If it does, you meet {less} people", less)]
