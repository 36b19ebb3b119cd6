"""Learn from the taxonomy's own examples: what each label's lines have in common, and from which chance on it is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.domain.risk import RiskCategory, SeriousMatter
from app.risk import features

Matrix = NDArray[np.float32]

ANY, SERIOUS = "any", "serious"
"""The labels of a line as a whole; every other label is a category's id."""
FOLDS = 5
SAME_LINE = 0.6
"""Cosine of rarer words above which two lines count as one and stay in one fold."""
COMMON = 0.01
"""Share of lines from which on a word is too common to tell whether two lines are the same."""
STIFF, LOOSE, WORDS = 0.003, 0.1, 20.0
"""How freely the general labels, which have many examples, and the others follow theirs, and how freely words are
followed: inverse regularisation, chosen on lines held back."""
NEVER = -20.0
FALSE_ALARMS = 0.078
"""Share of safe lines that may be flagged on held-back folds."""
SERIOUS_ALARMS = 0.065
"""The part of it spent on asking gently about serious matters: missing one costs more than asking once too often."""


@dataclass(frozen=True)
class Examples:
    """Lines and their labels; `table[i, j]` is 1 when line i belongs under label j."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    table: Matrix


@dataclass(frozen=True)
class Counts:
    """What was learnt: what each part of a vector, and each word, counts for each label, and last a constant.

    Shapes (width + 1, labels) and (words + 1, labels); `rarity` weighs the words, shape (words,).
    """

    meaning: Matrix
    words: Matrix
    rarity: Matrix

    def scores(self, vectors: Matrix, rows: Any) -> Matrix:
        """Return what meaning says and what words say of each line for each label, shape (2, lines, labels)."""
        meant = vectors @ self.meaning[:-1] + self.meaning[-1]
        said = rows @ self.words[:-1] + self.words[-1]
        return np.asarray(np.stack([meant, said]), dtype=np.float32)


@dataclass(frozen=True)
class Scale:
    """How scores become chances, and from which chance on a label is said.

    `slope` has shape (2, labels), for meaning and for words; `offset` and `limits` have shape (labels,).
    """

    slope: Matrix
    offset: Matrix
    limits: Matrix

    def chances(self, scores: Matrix) -> Matrix:
        """Return chances in [0, 1], shape (lines, labels), for scores of shape (2, lines, labels)."""
        whole = (scores * self.slope[:, None, :]).sum(axis=0) + self.offset
        return np.asarray(1 / (1 + np.exp(-whole)), dtype=np.float32)

    def moved(self, own: Sequence[str], labels: Sequence[str]) -> "Scale":
        """Return this scale of the labels `own` for other labels: a new one gets what most have."""
        place = {label: j for j, label in enumerate(own)}
        usual = [j for label, j in place.items() if label not in {ANY, SERIOUS}] or list(place.values())

        def of(values: Matrix) -> Matrix:
            middle = np.median(values[..., usual], axis=-1)
            columns = [values[..., place[label]] if label in place else middle for label in labels]
            return np.stack(columns, axis=-1).astype(np.float32)

        return Scale(of(self.slope), of(self.offset), of(self.limits))

    @classmethod
    def plain(cls, labels: int) -> "Scale":
        """Return the scale that takes both scores as they are."""
        return cls(
            np.full((2, labels), 0.5, np.float32), np.zeros(labels, np.float32), np.full(labels, 0.5, np.float32)
        )


def learn(vectors: Matrix, examples: Examples) -> Counts:
    """Return what the examples' vectors, shape (lines, width), and their words have in common for each label.

    Two logistic regressions a label; some 20 s for 20,000 lines. A label without an example is never said.
    """
    from sklearn.linear_model import LogisticRegression

    table = features.word_counts(examples.texts)
    rarity = features.rarity(table)
    rows = features.weighted_words(table, rarity)
    centre, spread = vectors.mean(axis=0), np.maximum(vectors.std(axis=0), 1e-6)
    parts = (vectors - centre) / spread
    labels = len(examples.labels)
    meaning = np.zeros((vectors.shape[1] + 1, labels), np.float32)
    words = np.zeros((rows.shape[1] + 1, labels), np.float32)
    for j, (label, truth) in enumerate(zip(examples.labels, examples.table.T, strict=True)):
        if not 0 < truth.sum() < len(truth):
            meaning[-1, j] = words[-1, j] = NEVER
            continue
        wanted = truth.astype(int)
        line = LogisticRegression(C=STIFF if label in {ANY, SERIOUS} else LOOSE, max_iter=300, tol=1e-3)
        line.fit(parts, wanted)
        meaning[:-1, j] = line.coef_[0] / spread
        meaning[-1, j] = line.intercept_[0] - meaning[:-1, j] @ centre
        line = LogisticRegression(C=WORDS, max_iter=60, solver="liblinear", random_state=0).fit(rows, wanted)
        words[:-1, j], words[-1, j] = line.coef_[0], line.intercept_[0]
    return Counts(meaning, words, rarity)


def calibrate(held_back: Matrix, examples: Examples) -> Scale:
    """Return the scale for scores of lines that the scorer had not seen, shape (2, lines, labels)."""
    from sklearn.linear_model import LogisticRegression

    plain = Scale.plain(len(examples.labels))
    slope, offset = plain.slope, plain.offset
    for j, truth in enumerate(examples.table.T):
        if 0 < truth.sum() < len(truth):
            line = LogisticRegression(C=1.0).fit(held_back[:, :, j].T, truth.astype(int))
            slope[:, j], offset[j] = line.coef_[0], line.intercept_[0]
    scale = Scale(slope, offset, plain.limits)
    return Scale(slope, offset, _limits(scale.chances(held_back), examples))


def _limits(found: Matrix, examples: Examples) -> Matrix:
    """Return a threshold for each label: first of "serious", then of "any", within their shares of false alarms.

    The others get the one with the best F1.
    """
    limits = np.full(found.shape[1], 0.5, np.float32)
    table, labels = examples.table, examples.labels
    safe = table[:, 0] == 0
    grave = np.zeros(len(found), bool)
    if SERIOUS in labels and safe.any():
        column = labels.index(SERIOUS)
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


def alike(words: Any) -> NDArray[np.int64]:
    """Return a number for each line, the same for near-duplicates; `words` are sparse rows of weighted words."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components

    seen = np.bincount(words.indices, minlength=words.shape[1])
    rare = words[:, (seen > 1) & (seen <= max(2, COMMON * words.shape[0]))].tocsr()
    lengths = np.sqrt(np.asarray(words.multiply(words).sum(axis=1)).ravel())
    unit = sparse.diags_array(1.0 / np.where(lengths == 0, 1.0, lengths)) @ rare
    near = unit @ unit.T
    return np.asarray(connected_components(near > SAME_LINE, directed=False)[1], dtype=np.int64)


def folds(groups: NDArray[np.int64], lines: Sequence[str]) -> NDArray[np.int64]:
    """Return a fold in [0, FOLDS) for each line, the same for lines of one group.

    A line keeps its fold when others are added, unless one of them is nearly the same.
    """
    least: dict[int, int] = {}
    for group, line in zip(groups.tolist(), lines, strict=True):
        digest = int.from_bytes(sha256(line.encode()).digest()[:4])
        least[group] = min(digest, least.get(group, digest))
    return np.array([least[group] % FOLDS for group in groups.tolist()], dtype=np.int64)


def examples_of(
    categories: Sequence[RiskCategory], serious: Sequence[SeriousMatter], ordinary: Sequence[str] = ()
) -> Examples:
    """Gather the taxonomy's lines, each once: labels are "any", "serious" where there are serious matters, then the ids.

    `ordinary` lines are no look-alikes: they show what people say all day.
    """
    sources: list[RiskCategory | SeriousMatter] = [*categories, *serious]
    grave = {matter.id for matter in serious}
    labels = (ANY, *([SERIOUS] if serious else []), *(source.id for source in sources))
    given: dict[str, set[str]] = {}
    for source in sources:
        for text in source.risky:
            given.setdefault(text, set()).update({ANY, source.id, *([SERIOUS] if source.id in grave else [])})
        for text in source.safe:
            given.setdefault(text, set())
    for text in ordinary:
        given.setdefault(text, set())
    table = np.array([[label in named for label in labels] for named in given.values()], dtype=np.float32)
    return Examples(tuple(given), labels, table.reshape(len(given), len(labels)))
