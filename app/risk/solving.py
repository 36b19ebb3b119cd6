"""Kernel ridge over some ten thousand lines, solved step by step: the work grows with the square of the lines, not the cube."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.risk.evidence import Matrix

RIDGE = np.float32(0.5)
WORDS_WITH_MEANING, WORDS_ALONE = np.float32(0.2), np.float32(0.5)
"""Weight of the words' kernel beside that of meaning, and without it; all three chosen by cross-validation."""
_BIAS = np.float32(0.1)


def meaning_kernel(likeness: Matrix) -> Matrix:
    """Return the kernel of cosines of centred unit vectors, in (0, 2]."""
    return np.asarray(2 * np.exp(2 * likeness - 2), dtype=np.float32)


def words_of(rows: Any, dual: Matrix, *, with_meaning: bool) -> Matrix:
    """Return what each word counts for each label, and last what counts for every line, shape (words + 1, labels)."""
    counts = _weight(with_meaning=with_meaning) * (rows.T @ dual)
    return np.asarray(np.vstack([counts, _BIAS * dual.sum(axis=0, keepdims=True)]), dtype=np.float32)


def _weight(*, with_meaning: bool) -> np.float32:
    return WORDS_WITH_MEANING if with_meaning else WORDS_ALONE


class Kernel:
    """The likeness of the examples to one another: by words, and by meaning where there are vectors."""

    def __init__(self, rows: Any, vectors: Matrix) -> None:
        """Take sparse rows of words, shape (lines, words), and centred vectors, shape (lines, dimensions) or empty."""
        self._rows, self._columns = rows, rows.T.tocsr()
        self._vectors = vectors
        self._meaning = meaning_kernel(vectors @ vectors.T) if vectors.size else None
        self._weight = _weight(with_meaning=self._meaning is not None)

    def solve(self, target: Matrix, chosen: NDArray[np.bool_], steps: int, start: Matrix | None = None) -> Matrix:
        """Return the dual weights for `target`, learnt from the chosen lines and 0 for the others, shape as `target`.

        Conjugate gradients, a column a label (Hestenes and Stiefel, 1952), from `start` where that is given.
        """
        mask = chosen[:, None].astype(np.float32)
        found = np.zeros_like(target) if start is None else start * mask
        rest = mask * target - self._applied(found, mask)
        way = rest.copy()
        size = (rest * rest).sum(axis=0)
        for _ in range(steps):
            if not size.any():
                break
            image = self._applied(way, mask)
            length = size / np.maximum((way * image).sum(axis=0), 1e-20)
            found += length * way
            rest -= length * image
            left = (rest * rest).sum(axis=0)
            way = rest + (left / np.maximum(size, 1e-20)) * way
            size = left
        return found

    def by_words(self, chosen: NDArray[np.bool_], dual: Matrix) -> Matrix:
        """Return the part of the chosen lines' scores that comes from words."""
        learnt = words_of(self._rows, dual, with_meaning=self._meaning is not None)
        return np.asarray(self._rows[chosen] @ learnt[:-1] + learnt[-1], dtype=np.float32)

    def by_meaning(self, chosen: NDArray[np.bool_], dual: Matrix) -> Matrix:
        """Return the part that comes from meaning; zeros without vectors."""
        if self._meaning is None:
            return np.zeros((int(chosen.sum()), dual.shape[1]), np.float32)
        return np.asarray(self._meaning[chosen] @ dual)

    def likeness(self, some: NDArray[np.int64], others: NDArray[np.int64]) -> Matrix | None:
        """Return the cosines of some lines with others by meaning, or None without vectors."""
        return self._vectors[some] @ self._vectors[others].T if self._vectors.size else None

    def _applied(self, way: Matrix, mask: Matrix) -> Matrix:
        image = self._weight * (self._rows @ (self._columns @ way)) + _BIAS * way.sum(axis=0, keepdims=True)
        if self._meaning is not None:
            image += self._meaning @ way
        return np.asarray(mask * image + RIDGE * way, dtype=np.float32)
