"""The report as Markdown: bars first, then each task."""

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from evals.baseline import Baseline
from evals.measuring import Figure, Outcome, shown

VERDICT = {True: "met", False: "**short**", None: "unscored"}
WORST = 20


TITLE = "How good the coach is, measured"
LEAD = (
    "Playbook engine: no model, no key, no network. Made by one command, `make evals`, and the same figures twice, "
    "times aside. Intervals are 95% bootstraps over the samples. Unscored means not measured here: neither a zero nor a pass."
)


def as_markdown(outcomes: Sequence[Outcome], before: Baseline, title: str = TITLE, lead: str = LEAD) -> str:
    """Return the whole report."""
    return "\n".join([f"# {title}", "", f"{lead} {measured_when(outcomes)}", "", *_lines(outcomes, before)]) + "\n"


def measured_when(outcomes: Sequence[Outcome]) -> str:
    """Return when this was measured, how long it took and on how many processors."""
    minutes = sum(outcome.seconds for outcome in outcomes) / 60
    return f"Measured on {datetime.now(UTC):%-d %B %Y} on {os.cpu_count()} cores, {minutes:.0f} minutes of tasks."


def trend(figure: Figure, task: str, before: Baseline) -> str:
    """Return how a figure moved since the baseline: a signed difference, "same", "new", or nothing for times."""
    if not figure.exact or figure.value is None:
        return ""
    kept = before.tasks.get(task)
    was = kept.figures.get(figure.id) if kept else None
    if was is None:
        return "new"
    moved = figure.value - was
    if abs(moved) < 5e-5:
        return "same"
    sign = "+" if moved > 0 else "−"
    return sign + (f"{100 * abs(moved):.1f} points" if figure.unit == "share" else shown(abs(moved), figure.unit))


def spread(figure: Figure) -> str:
    """Return the 95% interval in the figure's unit, or nothing."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{shown(figure.low, figure.unit)} to {shown(figure.high, figure.unit)}"


def limit(figure: Figure) -> str:
    """Return the bar in words, or nothing."""
    if figure.bar is None:
        return ""
    return f"{'at least' if figure.at_least else 'at most'} {shown(figure.bar, figure.unit)}"


def _lines(outcomes: Sequence[Outcome], before: Baseline) -> Iterator[str]:
    barred = [figure for outcome in outcomes for figure in outcome.figures if figure.bar is not None]
    counts = [sum(figure.met is met for figure in barred) for met in (True, False, None)]
    yield f"**{counts[0]} of {len(barred)} bars met, {counts[1]} short, {counts[2]} unscored here.**"
    yield ""
    short = [figure for figure in barred if figure.met is False]
    yield from (f"- Short: {figure.title}, {figure.shown}, bar {limit(figure)}" for figure in short)
    yield ""
    yield "## The bars"
    yield ""
    yield from _table([(o, f) for o in outcomes for f in o.figures if f.bar is not None], before)
    for outcome in outcomes:
        yield f"## {outcome.title}"
        yield ""
        yield outcome.asks
        yield ""
        yield from _table([(outcome, figure) for figure in outcome.figures], before)
        for table in outcome.tables:
            yield f"### {table.title}"
            yield ""
            yield f"| {' | '.join(table.columns)} |"
            yield "|" + "---|" * len(table.columns)
            for row in table.rows:
                yield f"| {' | '.join(map(_cell, row))} |"
            yield ""
        if outcome.worst and not outcome.tables:
            yield f"### What went wrong, {min(WORST, len(outcome.worst))} of {len(outcome.worst)} rows"
            yield ""
            for missed in outcome.worst[:WORST]:
                wanted = f" (wanted {_cell(missed.wanted)})" if missed.wanted else ""
                yield f"- {_cell(missed.id)}: {_cell(missed.said)}{wanted}"
            yield ""


def _table(figures: Sequence[tuple[Outcome, Figure]], before: Baseline) -> Iterator[str]:
    yield "| what | measured | 95% | n | bar | | since the baseline |"
    yield "|---|---|---|---|---|---|---|"
    for outcome, figure in figures:
        cells = (
            figure.title,
            figure.shown,
            spread(figure),
            f"{figure.n:,}" if figure.n else "",
            limit(figure),
            VERDICT[figure.met] if figure.bar is not None else "",
            trend(figure, outcome.task, before),
        )
        yield f"| {' | '.join(map(_cell, cells))} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")[:300]
