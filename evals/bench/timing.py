"""Timing one thing after another."""

import time
from collections.abc import Callable, Sequence


def timed(work: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Return the milliseconds each text took."""
    spent = []
    for text in texts:
        began = time.perf_counter()
        work(text)
        spent.append((time.perf_counter() - began) * 1000)
    return spent
