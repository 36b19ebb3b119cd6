"""What a measurement is: samples, scores by row, figures with intervals and bars. The words are those of inspect-ai."""

from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np

from app.domain.base import Value

Unit = Literal["share", "score", "count", "ms", "s", "words", "ratio"]
RESAMPLES = 2_000
"""Draws of a bootstrap."""


class Row(Value):
    """One sample with its score: 1 right, 0 wrong, between for a graded one, None where nothing could judge it."""

    id: str
    """The sample itself, or its name; unique within a task."""
    value: float | None
    said: str = ""
    wanted: str = ""


class Figure(Value):
    """One figure of a task with its 95% interval and, where the product promises one, its bar."""

    id: str
    title: str
    value: float | None
    """None is unscored: not measured here, neither a zero nor a pass."""
    unit: Unit = "share"
    low: float | None = None
    high: float | None = None
    n: int = 0
    bar: float | None = None
    at_least: bool = True
    """Whether the bar is a least or a most."""
    exact: bool = True
    """Whether two runs give the same value: times do not."""
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None without a bar or a value."""
        if self.bar is None or self.value is None:
            return None
        return self.value >= self.bar if self.at_least else self.value <= self.bar

    @property
    def line(self) -> str:
        """The figure as it is printed."""
        verdict = {True: "met", False: "SHORT", None: ""}[self.met]
        return f"{self.title.ljust(72)} {self.shown.rjust(12)}  {verdict}"

    @property
    def shown(self) -> str:
        """The value in the words of its unit."""
        return shown(self.value, self.unit)


class Series(Value):
    """Points of one line or one set of bars."""

    name: str
    points: tuple[tuple[str | float, float], ...]


class Picture(Value):
    """Something to look at: bars by name, or lines over numbers."""

    title: str
    kind: Literal["bars", "lines"]
    series: tuple[Series, ...]
    x: str = ""
    y: str = ""
    bar: float | None = None


class Table(Value):
    """A table of words, for confusions and errors."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Outcome(Value):
    """What one task found."""

    task: str
    title: str
    asks: str = ""
    """The question it answers, in a sentence."""
    figures: tuple[Figure, ...]
    rows: tuple[Row, ...] = ()
    """Deterministic scores by sample, compared with the baseline one by one."""
    pictures: tuple[Picture, ...] = ()
    tables: tuple[Table, ...] = ()
    seconds: float = 0.0

    @property
    def worst(self) -> list[Row]:
        """The rows that were wrong, lowest score first."""
        return sorted((row for row in self.rows if row.value is not None and row.value < 1), key=lambda r: r.value or 0)


def shown(value: float | None, unit: Unit) -> str:
    """Return a value as people read it: shares in percent, times rounded, counts whole."""
    if value is None:
        return "unscored"
    match unit:
        case "share":
            return f"{value:.1%}"
        case "count" | "words":
            return f"{value:,.0f}"
        case "ms":
            return f"{value:.0f} ms"
        case "s":
            return f"{value:.1f} s"
        case _:
            return f"{value:.3f}"


def interval(values: Sequence[float], of: Callable[[np.ndarray], np.ndarray] | None = None) -> tuple[float, float]:
    """Return the 95% bootstrap interval (percentiles, fixed seed) of a statistic over rows, the mean by default.

    Args:
        values: one number a sample.
        of: maps drawn values of shape (RESAMPLES, n) to one statistic a draw.
    """
    data = np.asarray(values, dtype=np.float64)
    draws = data[np.random.default_rng(0).integers(0, len(data), (RESAMPLES, len(data)))]
    low, high = np.percentile(draws.mean(axis=1) if of is None else of(draws), [2.5, 97.5])
    return float(low), float(high)


def mean(
    name: str,
    title: str,
    rows: Sequence[Row],
    *,
    bar: float | None = None,
    at_least: bool = True,
    unit: Unit = "share",
) -> Figure:
    """Return the mean of the scored rows as a figure; unscored when there are none, with the unscored counted apart."""
    values = [row.value for row in rows if row.value is not None]
    left = len(rows) - len(values)
    note = f"{left} unscored" if left else ""
    if not values:
        return Figure(id=name, title=title, value=None, unit=unit, bar=bar, at_least=at_least, note=note)
    low, high = interval(values)
    return Figure(
        id=name,
        title=title,
        value=float(np.mean(values)),
        unit=unit,
        low=low,
        high=high,
        n=len(values),
        bar=bar,
        at_least=at_least,
        note=note,
    )


def gain(name: str, title: str, ours: Sequence[float], theirs: Sequence[float], bar: float | None = None) -> Figure:
    """Return the mean gain over a baseline on the same samples, with its paired bootstrap interval."""
    differences = [mine - other for mine, other in zip(ours, theirs, strict=True)]
    low, high = interval(differences)
    value = float(np.mean(differences))
    return Figure(id=name, title=title, value=value, unit="score", low=low, high=high, n=len(differences), bar=bar)


def percentiles(
    name: str, title: str, milliseconds: Sequence[float], bar: float | None = None
) -> tuple[Figure, Figure]:
    """Return p50 and p95 of times in ms; they are not exact, and only p95 carries the bar."""
    middle, high = (float(p) for p in np.percentile(milliseconds, [50, 95]))
    n = len(milliseconds)
    return (
        Figure(id=f"{name}_p50", title=f"{title}, p50", value=middle, unit="ms", n=n, exact=False),
        Figure(
            id=f"{name}_p95", title=f"{title}, p95", value=high, unit="ms", n=n, bar=bar, at_least=False, exact=False
        ),
    )
