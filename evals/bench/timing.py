"""Timing one thing after another, and one beside another."""

import time
from collections.abc import Callable, Sequence

from evals.measuring import Figure


def timed(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Return the milliseconds each text took."""
    spent = []
    for text in texts:
        began = time.perf_counter()
        work(text)
        spent.append((time.perf_counter() - began) * 1000)
    return spent


def against(name: str, title: str, ours: float | None, theirs: float | None) -> Figure:
    """Return ours as a multiple of a yardstick; unscored where either was not measured."""
    value = ours / theirs if ours is not None and theirs else None
    return Figure(id=f"{name}_ratio", title=title, value=value, unit="ratio", exact=False)
