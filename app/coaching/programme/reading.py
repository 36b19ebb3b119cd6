"""Reading a capacity question: how many people, how long, how often, and what the asker can give.

Each step takes its words out of the text, so that a number is never read twice: fifteen in "15 minutes of notes" is
neither a length nor a headcount. The order of the steps is therefore part of the grammar: the most telling go first.
"""

from dataclasses import replace

from app.coaching.programme import people, times
from app.coaching.programme.figures import Figures, Left
from app.coaching.programme.plain_numbers import plainly

_STEPS = (
    times.working_time, people.teams, people.groups, times.notes, times.shares, times.unit_asked, times.rates, times.budget,
    times.rhythm, times.period, people.managers, times.lengths, people.headcount,
)  # fmt: skip
LONGEST = 2_000
"""Characters read; a capacity question is a few lines."""
LARGEST = 100_000


def read(text: str) -> Figures:
    """Return the figures of a text. Never raises; what is not said stays empty."""
    left = Left(plainly(text[:LONGEST]))
    figures = Figures(text=left.text)
    for step in _STEPS:
        figures = step(left, figures)
    return _settled(figures)


def _settled(figures: Figures) -> Figures:
    """Mend what only the whole shows."""
    if figures.group and not figures.people and "groups" not in figures.text:
        figures = replace(figures, people=(figures.group,), group=0)
    if figures.managers and figures.people and figures.managers >= max(figures.people):
        figures = replace(figures, managers_counted=False)
    if figures.take_up < 1:
        figures = replace(figures, people=tuple(max(1, round(n * figures.take_up)) for n in figures.people))
    return replace(
        figures,
        people=tuple(n for n in figures.people if 0 < n <= LARGEST),
        meetings_a_week=tuple(rate for rate in figures.meetings_a_week if rate > 0),
    )
