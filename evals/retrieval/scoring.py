"""Scores of a ranking, with bootstrap intervals."""

from collections.abc import Mapping, Sequence

import ir_measures
import numpy as np
from ir_measures import RR, Success, nDCG
from numpy.typing import NDArray

from app.domain.base import Value
from evals.retrieval.dataset import ANSWERS, Query

DEPTH = 10
MEASURES = {"right in top 3": Success(rel=ANSWERS) @ 3, "nDCG@5": nDCG @ 5, "RR": RR(rel=ANSWERS) @ 10}
RESAMPLES = 2_000
PLACES = 5
"""Digits of a score that decide a ranking: the next ones differ from processor to processor."""


class Score(Value):
    """A mean over queries, in [0, 1], with its 95% bootstrap interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        """The mean and its interval."""
        return f"{self.mean:.3f} [{self.low:.3f}, {self.high:.3f}]"


def best_first(scores: NDArray[np.floating]) -> list[int]:
    """Return the places of the scores, shape (n,), highest first; of two alike the earlier one."""
    return [int(i) for i in np.argsort(-np.round(scores, PLACES), kind="stable")]


def score(queries: Sequence[Query], ranked: Sequence[Sequence[str]]) -> dict[str, Score]:
    """Return every measure for rankings of cards, one ranking a query."""
    return {name: interval(values) for name, values in each(queries, ranked).items()}


def each(queries: Sequence[Query], ranked: Sequence[Sequence[str]]) -> dict[str, list[float]]:
    """Return every measure query by query, in the order of the queries."""
    judged = {str(i): dict(query.cards) for i, query in enumerate(queries)}
    run = {str(i): {card: float(-place) for place, card in enumerate(cards[:DEPTH])} for i, cards in enumerate(ranked)}
    names: Mapping[str, str] = {str(measure): name for name, measure in MEASURES.items()}
    found = {name: [0.0] * len(queries) for name in MEASURES}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), judged, run):
        found[names[str(metric.measure)]][int(metric.query_id)] = float(metric.value)
    return found


def interval(values: Sequence[float]) -> Score:
    """Return the mean with its 95% bootstrap interval (percentiles, fixed seed)."""
    data = np.asarray(values, dtype=np.float64)
    if not len(data):
        return Score(mean=0.0, low=0.0, high=0.0)
    draws = np.random.default_rng(0).integers(0, len(data), (RESAMPLES, len(data)))
    low, high = np.percentile(data[draws].mean(axis=1), [2.5, 97.5])
    return Score(mean=float(data.mean()), low=float(low), high=float(high))
