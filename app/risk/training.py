"""Learn from the taxonomy's own examples, and say how well on lines that were held back."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.evidence import SERIOUS, Matrix, chances, evidence, general, held_back_evidence, learn

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


@dataclass(frozen=True)
class Examples:
    """Lines and their labels; `table[i, j]` is 1 when line i belongs under label j."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    table: Matrix


@dataclass(frozen=True)
class Fit:
    """One fit: kernel ridge, what each kind of evidence counts, the scale of the other labels, a threshold for each."""

    dual: Matrix
    weights: Matrix
    scale: Matrix
    thresholds: Matrix
    held_back: Matrix
    """Calibrated chances of the examples in `rows`, each from a fit that never saw it."""
    rows: NDArray[np.int64]


def likeness_by_words(rows: Any) -> Matrix:
    """Return the cosines of the lines with one another, from sparse rows of unit length."""
    return np.asarray((rows @ rows.T).toarray(), dtype=np.float32)


def meaning_kernel(likeness: Matrix) -> Matrix:
    """Return the kernel of cosines of centred unit vectors, in (0, 1]."""
    return np.asarray(np.exp(2 * likeness - 2), dtype=np.float32)


def centred(rows: Matrix, centre: Matrix) -> Matrix:
    """Return the rows moved by the centre of the examples and scaled to unit length."""
    moved = rows - centre
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def folds(letters: Matrix, seed: int = 0) -> NDArray[np.int64]:
    """Return a fold for each line, near-duplicates always together; `letters` is the lines' likeness by letters."""
    parent = list(range(len(letters)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in np.argwhere(np.triu(letters, 1) > SAME_LINE).tolist():
        parent[root(i)] = root(j)
    groups = np.array([root(i) for i in range(len(parent))])
    chosen = dict(zip(np.unique(groups), np.random.default_rng(seed).integers(0, FOLDS, len(groups)), strict=False))
    return np.array([chosen[group] for group in groups])


def fit(kernel: Matrix, nearness: Matrix | None, examples: Examples, groups: NDArray[np.int64]) -> Fit:
    """Solve kernel ridge for all labels at once, and weigh it with the neighbours by `nearness` if that is given.

    The held-back score of a fold comes from the full inverse, exactly as if the fold had been left out:
    for a fold b, y_b minus inverse(G_bb) @ (G y)_b, where G is the inverse of the kernel plus the ridge.
    `kernel` is overwritten.
    """
    from scipy.linalg import solve

    target = examples.table * 2 - 1
    kernel.flat[:: len(kernel) + 1] += RIDGE
    inverse = _inverse(kernel)
    dual = inverse @ target
    held = np.zeros_like(target)
    for fold in range(FOLDS):
        rows = np.flatnonzero(groups == fold)
        if len(rows):
            held[rows] = target[rows] - solve(inverse[np.ix_(rows, rows)], dual[rows], assume_a="pos")
    texts, labels, table = examples.texts, examples.labels, examples.table
    kinds = held_back_evidence(texts, held, nearness, table, labels, groups)
    found = np.zeros_like(target)
    for fold in np.unique(groups):
        inside = groups == fold
        found[inside] = chances(
            kinds[inside], held[inside], *_weigh(kinds[~inside], held[~inside], table[~inside], labels)
        )
    weights, scale = _weigh(kinds, held, table, labels)
    return Fit(dual, weights, scale, _thresholds(found, table, labels), found, np.arange(len(found)))


def fit_quickly(kernel: Matrix, examples: Examples, groups: NDArray[np.int64]) -> Fit:
    """Solve kernel ridge on all folds but the first, and calibrate it on that one: a sixth of the work of `fit`."""
    from scipy.linalg import solve

    seen, unseen = np.flatnonzero(groups != 0), np.flatnonzero(groups == 0)
    target = examples.table * 2 - 1
    inner = kernel[np.ix_(seen, seen)]
    inner.flat[:: len(seen) + 1] += RIDGE
    dual = np.zeros_like(target)
    with all_cores():
        dual[seen] = solve(inner, target[seen], assume_a="pos", overwrite_a=True)
    scores, table, labels = kernel[unseen] @ dual, examples.table[unseen], examples.labels
    kinds = evidence([examples.texts[i] for i in unseen], scores, None, table, labels)
    weights, scale = _weigh(kinds, scores, table, labels)
    found = chances(kinds, scores, weights, scale)
    return Fit(dual, weights, scale, _thresholds(found, table, labels), found, unseen)


def _weigh(kinds: Matrix, scores: Matrix, table: Matrix, labels: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Return what each kind of evidence counts for the general labels, and slope and offset of the others."""
    first = general(labels)
    weights = np.stack([learn(kinds, table[:, j]) for j in range(first)])
    named = [learn(scores[:, [j]], table[:, j]) for j in range(first, len(labels))]
    return weights, np.stack(named, axis=1) if named else np.zeros((2, 0), np.float32)


def all_cores() -> Any:
    """Let the solvers use every core: one thread is right for reading a line (see app/__init__.py), not for this."""
    from threadpoolctl import threadpool_limits

    return threadpool_limits(os.cpu_count())


def _inverse(matrix: Matrix) -> Matrix:
    """Return the inverse of a symmetric positive definite matrix, overwriting it; a third of the work of solving for it."""
    from scipy.linalg.lapack import spotrf, spotri

    with all_cores():
        factor, failed = spotrf(matrix.T, lower=True, overwrite_a=True, clean=False)
        inverse, failed_too = spotri(factor, lower=True, overwrite_c=True)
    if failed or failed_too:
        raise np.linalg.LinAlgError("the kernel of the examples is not positive definite")
    lower = np.tril(inverse)
    return np.asarray(lower + np.tril(lower, -1).T, dtype=np.float32)


def _thresholds(found: Matrix, table: Matrix, labels: Sequence[str]) -> Matrix:
    """Return a threshold for each label: first those of "serious", then of "any", within their shares of false alarms.

    The others get the one with the best F1; all on held-back lines.
    """
    limits = np.full(found.shape[1], 0.5, np.float32)
    safe = table[:, 0] == 0
    grave = np.zeros(len(found), bool)
    if SERIOUS in labels and safe.any():
        column = list(labels).index(SERIOUS)
        limits[column] = np.quantile(found[safe, column], 1 - SERIOUS_ALARMS)
        grave = found[:, column] > limits[column]
    for j in range(found.shape[1]):
        truth = table[:, j] > 0
        if labels[j] == SERIOUS or not 0 < truth.sum() < len(truth):
            continue
        best = -1.0
        for threshold in np.unique(np.quantile(found[:, j], np.linspace(0.02, 0.998, 300))):
            said = found[:, j] >= threshold
            if j == 0:
                said = said | grave
            score = 2 * (said & truth).sum() / (said.sum() + truth.sum())
            if score > best and (j > 0 or said[~truth].mean() <= FALSE_ALARMS):
                best, limits[j] = float(score), threshold
    return limits


def examples_of(
    categories: Sequence[RiskCategory], serious: Sequence[SeriousMatter], ordinary: Sequence[str] = ()
) -> Examples:
    """Gather the taxonomy's lines, each once: labels are "any", "serious" where there are serious matters, then the ids.

    `ordinary` lines are no look-alikes: they show what people say all day.
    """
    sources: list[RiskCategory | SeriousMatter] = [*categories, *serious]
    grave = {matter.id for matter in serious}
    labels = ("any", *([SERIOUS] if serious else []), *(source.id for source in sources))
    given: dict[str, set[str]] = {}
    for source in sources:
        for text in source.risky:
            given.setdefault(text, set()).update({"any", source.id, *([SERIOUS] if source.id in grave else [])})
        for text in source.safe:
            given.setdefault(text, set())
    for text in ordinary:
        given.setdefault(text, set())
    table = np.array([[label in named for label in labels] for named in given.values()], dtype=np.float32)
    return Examples(tuple(given), labels, table.reshape(len(given), len(labels)))
