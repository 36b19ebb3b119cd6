"""The committed baseline: exact figures, and each row's score, so that a slip names the lines that fell."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from pydantic import Field

from app.domain.base import Value
from evals.measuring import Figure, Outcome, Row, shown

PLACES = 6
"""Digits after the point in which two runs have to agree; machines differ in the last bits of a float."""


class Kept(Value):
    """One task as it was written down: figures by id, and the rows that were not right, by a digest of their id."""

    figures: dict[str, float | None]
    rows: int = 0
    fallen: dict[str, float] = Field(default_factory=dict)


class Baseline(Value):
    """Every task that was written down."""

    tasks: dict[str, Kept] = Field(default_factory=dict)


def read(path: Path) -> Baseline:
    """Return the baseline; an empty one when there is none yet."""
    return Baseline.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else Baseline()


def write(path: Path, outcomes: Sequence[Outcome], before: Baseline) -> None:
    """Write these tasks down beside those that were not run."""
    tasks = before.tasks | {outcome.task: _kept(outcome) for outcome in outcomes}
    text = json.dumps(Baseline(tasks=dict(sorted(tasks.items()))).model_dump(), indent=1, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


def changes(outcomes: Sequence[Outcome], before: Baseline) -> list[str]:
    """Return what differs from the baseline, in words; empty when nothing does."""
    found: list[str] = []
    for outcome in outcomes:
        kept = before.tasks.get(outcome.task)
        if kept is None:
            found.append(f"{outcome.title}: not in the baseline yet; write it down with --accept")
            continue
        moved = [line for figure in outcome.figures if (line := _moved(figure, kept))]
        if moved:
            found += [f"{outcome.title}:", *moved, *_rows(outcome, kept)]
    return found


def digest(row: Row) -> str:
    """Return a short name of a row that does not repeat its words."""
    return sha256(row.id.encode()).hexdigest()[:12]


def _moved(figure: Figure, kept: Kept) -> str:
    if not figure.exact or figure.value is None:
        return ""
    if figure.id not in kept.figures:
        return f"  new: {figure.title} {figure.shown}"
    was = kept.figures[figure.id]
    now = round(figure.value, PLACES)
    if was == now:
        return ""
    better = was is None or (now > was) == figure.at_least
    return f"  {'better' if better else 'WORSE'}: {figure.title} {shown(was, figure.unit)} -> {figure.shown} ({was} -> {now})"


def _rows(outcome: Outcome, kept: Kept) -> list[str]:
    fell = [row for row in outcome.worst if row.value is not None and row.value < kept.fallen.get(digest(row), 1.0)]
    return [f"    fell: {row.id[:100]} (said {row.said[:60] or 'nothing'})" for row in fell[:20]]


def _kept(outcome: Outcome) -> Kept:
    return Kept(
        figures={f.id: None if f.value is None else round(f.value, PLACES) for f in outcome.figures if f.exact},
        rows=len(outcome.rows),
        fallen={digest(row): round(row.value or 0.0, 3) for row in outcome.worst},
    )
