"""Learn from the taxonomy's own examples, and say how well on lines that were held back."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.risk import RiskCategory, SeriousMatter

Matrix = NDArray[np.float32]

FOLDS = 5
SAME_LINE = 0.6
"""Cosine of letter n-grams above which two lines count as one and stay in one fold."""
RIDGE = 0.5
WORDS_WITH_MEANING = 0.2
"""Weight of the word kernel beside the meaning kernel; all three chosen by cross-validation."""
WORDS_ALONE = 0.5
FALSE_ALARMS = 0.09
"""Share of safe lines that may be flagged on held-back folds; the bar is 0.10."""
SERIOUS_ALARMS = 0.05
"""The part of it spent on asking gently about serious matters: missing one costs more than asking once too often."""
SERIOUS = "serious"


@dataclass(frozen=True)
class Examples:
    """Lines and their labels; `table[i, j]` is 1 when line i belongs under label j."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    table: Matrix


@dataclass(frozen=True)
class Fit:
    """One kernel ridge fit: its dual weights, calibration (slope, offset) and thresholds per label."""

    dual: Matrix
    slope: Matrix
    offset: Matrix
    thresholds: Matrix
    held_back: Matrix
    """Calibrated probabilities of each line from a fit that never saw it."""


def word_kernel(rows: Any, others: Any) -> Matrix:
    """Return the similarity of lines by words and letters, in [0, 2]."""
    return np.asarray((rows @ others.T).toarray(), dtype=np.float32)


def meaning_kernel(rows: Matrix, others: Matrix) -> Matrix:
    """Return the similarity of centred unit vectors, in (0, 1]."""
    return np.asarray(np.exp(2 * (rows @ others.T) - 2), dtype=np.float32)


def centred(rows: Matrix, centre: Matrix) -> Matrix:
    """Return the rows moved by the centre of the examples and scaled to unit length."""
    moved = rows - centre
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def folds(letters: Any, seed: int = 0) -> NDArray[np.int64]:
    """Return a fold for each line, near-duplicates always together."""
    alike = (letters @ letters.T).tocoo()
    parent = list(range(letters.shape[0]))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j, value in zip(alike.row, alike.col, alike.data, strict=True):
        if i < j and value > SAME_LINE:
            parent[root(int(i))] = root(int(j))
    groups = np.array([root(i) for i in range(len(parent))])
    chosen = dict(zip(np.unique(groups), np.random.default_rng(seed).integers(0, FOLDS, len(groups)), strict=False))
    return np.array([chosen[group] for group in groups])


def fit(kernel: Matrix, examples: Examples, groups: NDArray[np.int64]) -> Fit:
    """Solve kernel ridge for all labels at once.

    The held-back score of a fold comes from the full inverse, exactly as if the fold had been left out:
    for a fold b, y_b minus inverse(G_bb) @ (G y)_b, where G is the inverse of the kernel plus the ridge.
    """
    from scipy.linalg import solve

    size = len(kernel)
    target = (examples.table * 2 - 1).astype(np.float32)
    ridged = kernel.astype(np.float32, copy=True)
    ridged.flat[:: size + 1] += RIDGE
    inverse = _inverse(ridged)
    dual = inverse @ target
    held = np.zeros_like(target)
    for fold in range(FOLDS):
        rows = np.flatnonzero(groups == fold)
        if len(rows):
            held[rows] = target[rows] - solve(inverse[np.ix_(rows, rows)], dual[rows], assume_a="pos")
    slope, offset = _calibrate(held, examples.table)
    chances = 1 / (1 + np.exp(-(held * slope + offset)))
    return Fit(dual, slope, offset, _thresholds(chances, examples), chances.astype(np.float32))


def _inverse(matrix: Matrix) -> Matrix:
    """Return the inverse of a symmetric positive definite matrix, overwriting it; a third of the work of solving for it."""
    from scipy.linalg.lapack import spotrf, spotri
    from threadpoolctl import threadpool_limits

    # One thread is right for reading a line (see app/__init__.py); this once, every core helps.
    with threadpool_limits(os.cpu_count()):
        factor, failed = spotrf(matrix.T, lower=True, overwrite_a=True, clean=False)
        inverse, failed_too = spotri(factor, lower=True, overwrite_c=True)
    if failed or failed_too:
        raise np.linalg.LinAlgError("the kernel of the examples is not positive definite")
    lower = np.tril(inverse)
    return np.asarray(lower + np.tril(lower, -1).T, dtype=np.float32)


def _calibrate(scores: Matrix, table: Matrix) -> tuple[Matrix, Matrix]:
    from sklearn.linear_model import LogisticRegression

    slope, offset = np.ones(table.shape[1], np.float32), np.zeros(table.shape[1], np.float32)
    for j in range(table.shape[1]):
        if 0 < table[:, j].sum() < len(table):
            line = LogisticRegression(C=100.0).fit(scores[:, [j]], table[:, j].astype(int))
            slope[j], offset[j] = line.coef_[0, 0], line.intercept_[0]
    return slope, offset


def _thresholds(chances: Matrix, examples: Examples) -> Matrix:
    """Return a threshold for each label: first those of "serious", then of "any", within their shares of false alarms.

    The others get the one with the best F1; all on held-back lines.
    """
    found = np.full(chances.shape[1], 0.5, np.float32)
    safe = examples.table[:, 0] == 0
    grave = np.zeros(len(chances), bool)
    if SERIOUS in examples.labels:
        column = examples.labels.index(SERIOUS)
        found[column] = np.quantile(chances[safe, column], 1 - SERIOUS_ALARMS)
        grave = chances[:, column] > found[column]
    for j in range(chances.shape[1]):
        truth = examples.table[:, j] > 0
        if examples.labels[j] == SERIOUS or not 0 < truth.sum() < len(truth):
            continue
        best = -1.0
        for threshold in np.unique(np.quantile(chances[:, j], np.linspace(0.02, 0.998, 300))):
            said = chances[:, j] >= threshold
            if j == 0:
                said = said | grave
            score = 2 * (said & truth).sum() / (said.sum() + truth.sum())
            if score > best and (j > 0 or said[~truth].mean() <= FALSE_ALARMS):
                best, found[j] = float(score), threshold
    return found


def examples_of(categories: Sequence[RiskCategory], serious: Sequence[SeriousMatter]) -> Examples:
    """Gather the taxonomy's lines, each once: labels are "any", "serious" where there are serious matters, then the ids."""
    sources: list[RiskCategory | SeriousMatter] = [*categories, *serious]
    grave = {matter.id for matter in serious}
    labels = ("any", *([SERIOUS] if serious else []), *(source.id for source in sources))
    given: dict[str, set[str]] = {}
    for source in sources:
        for text in source.risky:
            given.setdefault(text, set()).update({"any", source.id, *([SERIOUS] if source.id in grave else [])})
        for text in source.safe:
            given.setdefault(text, set())
    table = np.array([[label in named for label in labels] for named in given.values()], dtype=np.float32)
    return Examples(tuple(given), labels, table.reshape(len(given), len(labels)))
