"""What speaks for a line being risky, or serious, at all: scores, neighbours and length, weighed by logistic regression.

Which kind of risk it is, the label's own score says better than its neighbours do: they are many, and of every kind.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

SERIOUS = "serious"
NEIGHBOURS = ((50, 20.0), (200, 8.0))
"""How many nearest examples are asked, and how sharply the nearer ones count more; chosen by cross-validation."""
CLOSEST = 5
"""Examples of a kind whose mean nearness says how close a line is to that kind."""
_RARELY = 0.01


def general(labels: Sequence[str]) -> int:
    """Return how many of the first labels say what a line is as a whole: "any", and "serious" where there is one."""
    return 2 if SERIOUS in labels else 1


def evidence(
    texts: Sequence[str], scores: Matrix, nearness: Matrix | None, table: Matrix, labels: Sequence[str]
) -> Matrix:
    """Return what speaks for or against each line as a whole, shape (lines, kinds).

    `scores` has shape (lines, labels); `nearness` (lines, examples), and `table` the labels of those examples.
    """
    first = general(labels)
    grave = np.array([label.startswith("serious_") for label in labels[first:]])
    kinds = [scores[:, :first]]
    kinds += [scores[:, first:][:, some].max(axis=1, keepdims=True) for some in (~grave, grave) if some.any()]
    kinds.append(np.log([[1.0 + len(text.split())] for text in texts]))
    if nearness is not None:
        kinds += [np.log(_shares(nearness, table[:, :first], *which) + _RARELY) for which in NEIGHBOURS]
        kinds += [_closeness(nearness, some) for some in _kinds_of_example(table[:, :first])]
    return np.concatenate(kinds, axis=1).astype(np.float32)


def learn(kinds: Matrix, truth: Matrix) -> Matrix:
    """Return what each kind counts and a constant, shape (kinds + 1,), by logistic regression."""
    from sklearn.linear_model import LogisticRegression

    if not 0 < truth.sum() < len(truth):
        return np.zeros(kinds.shape[1] + 1, np.float32)
    centre, spread = kinds.mean(axis=0), np.maximum(kinds.std(axis=0), 1e-6)
    line = LogisticRegression(C=1.0, max_iter=300).fit((kinds - centre) / spread, truth.astype(int))
    counts = line.coef_[0] / spread
    return np.append(counts, line.intercept_[0] - counts @ centre).astype(np.float32)


def chances(kinds: Matrix, scores: Matrix, weights: Matrix, scale: Matrix) -> Matrix:
    """Return calibrated chances in [0, 1], shape (lines, labels).

    `weights` has shape (general labels, kinds + 1); `scale`, shape (2, other labels), has their slopes and offsets.
    """
    whole = kinds @ weights[:, :-1].T + weights[:, -1]
    named = scores[:, len(weights) :] * scale[0] + scale[1]
    return np.asarray(1 / (1 + np.exp(-np.concatenate([whole, named], axis=1))), dtype=np.float32)


def _shares(nearness: Matrix, table: Matrix, count: int, sharpness: float) -> Matrix:
    count = min(count, nearness.shape[1])
    nearest = np.argpartition(-nearness, count - 1, axis=1)[:, :count]
    closeness = np.take_along_axis(nearness, nearest, axis=1)
    weight = np.exp(sharpness * (closeness - closeness.max(axis=1, keepdims=True)))
    weight /= weight.sum(axis=1, keepdims=True)
    return np.stack([shares @ table[rows] for shares, rows in zip(weight, nearest, strict=True)])


def _closeness(nearness: Matrix, chosen: NDArray[np.bool_]) -> Matrix:
    columns = nearness[:, chosen]
    count = min(CLOSEST, columns.shape[1])
    if not count:
        return np.zeros((len(nearness), 1), np.float32)
    return np.asarray(-np.partition(-columns, count - 1, axis=1)[:, :count].mean(axis=1, keepdims=True))


def _kinds_of_example(table: Matrix) -> Iterator[NDArray[np.bool_]]:
    yield table[:, 0] == 0
    for column in table.T:
        yield column > 0
