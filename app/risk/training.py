"""Learn from the taxonomy's own examples, and say how well on lines that were held back."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.evidence import SERIOUS, Matrix, chances, evidence, general, learn
from app.risk.solving import Kernel

FOLDS = 5
SAME_LINE = 0.6
"""Cosine of rarer words above which two lines count as one and stay in one fold."""
COMMON = 0.01
"""Share of lines from which on a word is too common to tell whether two lines are the same."""
STEPS, FEWER_STEPS = 40, 20
"""Steps of the solver: for all lines, and from there for a fold; more do not change a verdict in a thousand."""
FALSE_ALARMS = 0.105
"""Share of safe lines that may be flagged on held-back folds: there harder than in life, where it is about 0.09."""
SERIOUS_ALARMS = 0.08
"""The part of it spent on asking gently about serious matters: missing one costs more than asking once too often."""


@dataclass(frozen=True)
class Examples:
    """Lines and their labels; `table[i, j]` is 1 when line i belongs under label j."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    table: Matrix


@dataclass(frozen=True)
class Scale:
    """How scores become chances: what each kind of evidence counts, the scale of the other labels, the thresholds."""

    weights: Matrix
    """What each kind of evidence counts for the general labels, shape (general labels, kinds + 1)."""
    named: Matrix
    """Slope and offset of the other labels, shape (2, other labels)."""
    limits: Matrix
    """The threshold of each label, shape (labels,)."""


@dataclass(frozen=True)
class Fit:
    """What was learnt, and chances for every example from a fit that had not seen it, shape (lines, labels)."""

    dual: Matrix
    scale: Scale
    held_back: Matrix
    words_scale: Scale
    """The same for reading by words alone."""
    held_back_by_words: Matrix


def centred(rows: Matrix, centre: Matrix) -> Matrix:
    """Return the rows moved by the centre of the examples and scaled to unit length."""
    moved = rows - centre
    lengths = np.linalg.norm(moved, axis=1, keepdims=True)
    return np.asarray(moved / np.where(lengths == 0, 1, lengths), dtype=np.float32)


def folds(words: Any, seed: int = 0) -> NDArray[np.int64]:
    """Return a fold for each line, near-duplicates always together; `words` are sparse rows of weighted words."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    seen = np.bincount(words.indices, minlength=words.shape[1])
    rare = words[:, (seen > 1) & (seen <= max(2, COMMON * words.shape[0]))].tocsr()
    lengths = np.sqrt(np.asarray(words.multiply(words).sum(axis=1)).ravel())
    unit = sparse.diags_array(1.0 / np.where(lengths == 0, 1.0, lengths)) @ rare
    alike = unit @ unit.T
    count, groups = connected_components(alike > SAME_LINE, directed=False)
    return np.asarray(np.random.default_rng(seed).integers(0, FOLDS, count)[groups], dtype=np.int64)


def fit(kernel: Kernel, examples: Examples, groups: NDArray[np.int64]) -> Fit:
    """Solve for all labels at once, again for each fold with that fold left out, and calibrate on what was left out."""
    target = examples.table * 2 - 1
    everyone = np.ones(len(target), bool)
    with all_cores():
        dual = kernel.solve(target, everyone, STEPS)
        scores, by_words = np.zeros_like(target), np.zeros_like(target)
        for fold in np.unique(groups):
            inside = groups == fold
            other = kernel.solve(target, ~inside, FEWER_STEPS, start=dual)
            by_words[inside] = kernel.by_words(inside, other)
            scores[inside] = by_words[inside] + kernel.by_meaning(inside, other)
        kinds = _held_back(kernel, examples, scores, groups, near=True)
        kinds_by_words = _held_back(kernel, examples, by_words, groups, near=False)
    scale, found = _calibrated(kinds, scores, examples, groups)
    words_scale, found_by_words = _calibrated(kinds_by_words, by_words, examples, groups)
    return Fit(dual, scale, found, words_scale, found_by_words)


def _held_back(kernel: Kernel, examples: Examples, scores: Matrix, groups: NDArray[np.int64], *, near: bool) -> Matrix:
    """Return the evidence for each example, asking as neighbours only examples of other folds."""
    found: dict[int, Matrix] = {}
    for fold in np.unique(groups):
        inside, outside = np.flatnonzero(groups == fold), np.flatnonzero(groups != fold)
        nearness = kernel.likeness(inside, outside) if near else None
        texts = [examples.texts[i] for i in inside.tolist()]
        rows = evidence(texts, scores[inside], nearness, examples.table[outside], examples.labels)
        found |= dict(zip(inside.tolist(), rows, strict=True))
    return np.stack([found[i] for i in range(len(scores))])


def _calibrated(kinds: Matrix, scores: Matrix, examples: Examples, groups: NDArray[np.int64]) -> tuple[Scale, Matrix]:
    """Return the scale learnt from all held-back scores, and each line's chances by one learnt from the other folds."""
    table, labels = examples.table, examples.labels
    found = np.zeros_like(scores)
    for fold in np.unique(groups):
        inside = groups == fold
        learnt = _weigh(kinds[~inside], scores[~inside], table[~inside], labels)
        found[inside] = chances(kinds[inside], scores[inside], *learnt)
    return Scale(*_weigh(kinds, scores, table, labels), _thresholds(found, table, labels)), found


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
