"""How like a card a question is, judged by all of the card's passages and by what sets cards apart."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.retrieval.splitting import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARPNESS = 5.0
"""0 would average a card's passages, a large value would take the nearest one only."""
SHRINKAGE = 0.5
"""How far the spread within cards is drawn towards an even one, in [0, 1]."""

QUESTION = 0.1
"""What a part of a letter gains that asks something; 0.2 drowns the rest."""


class Likeness:
    """Scores cards for a question from its vector.

    The embedder puts all of this subject close together, and passages of one card vary along directions that say little
    about which card it is (wording, length). So vectors are centred, and those directions are scaled down (within-class
    covariance normalisation, the classes being the cards). A card's score is a soft maximum over its passages. Where a
    map was learned (`learning.py`), it stands between the question and the passages.
    """

    def __init__(
        self, passages: Sequence[Passage], rows: "NDArray[np.float32]", learned: "NDArray[np.float32] | None" = None
    ) -> None:
        """Learn from the passages' vectors, shape (len(passages), dimensions); passages of a card stand together."""
        self._slices = _slices(passages)
        self._starts = [one.start for one in self._slices.values()]
        self._counts = np.array([one.stop - one.start for one in self._slices.values()])
        self._given = rows
        self._mean = rows.mean(axis=0)
        centred = rows - self._mean
        self._turn = _flattening(centred, self._slices.values())
        self.rows = _unit(centred @ self._turn)
        if learned is not None:
            self.rows = self.rows @ learned.T

    def of(self, parts: "NDArray[np.float32]", asks: Sequence[bool] = ()) -> dict[str, float]:
        """Return every card's likeness to a text, about 0 for a stranger and 0.3 to 0.6 for a card that fits.

        Args:
            parts: the vector of a question, or those of a letter's parts, shape (parts, dimensions).
            asks: which parts ask something. Of several parts the best one counts twice, their mean once.
        """
        if len(parts) == 1:
            return self._by_card(self._each(parts)[:, 0])
        more = QUESTION * np.array(asks or [False] * len(parts), dtype=np.float32)
        each = self._each(np.concatenate([parts, _unit(parts.mean(axis=0, keepdims=True))]))
        return self._by_card((each[:, -1] + 2 * (each[:, :-1] + more).max(axis=1)) / 3)

    def similarity(self, parts: "NDArray[np.float32]", card: str) -> float:
        """Return the cosine of a card's nearest passage to the nearest part, in [-1, 1]; nothing is scaled or learned."""
        return float((self._given[self._slices[card]] @ parts.T).max())

    def _by_card(self, scores: "NDArray[np.float32]") -> dict[str, float]:
        return dict(zip(self._slices, map(float, scores), strict=True))

    def _each(self, vectors: "NDArray[np.float32]") -> "NDArray[np.float32]":
        """Return the soft maximum over each card's passages, shape (cards, vectors)."""
        near = self.rows @ _unit((vectors - self._mean) @ self._turn).T
        # Divided by the root of the count: a card with many passages gains a little from them, not in proportion.
        summed = np.add.reduceat(np.exp(SHARPNESS * near), self._starts) / np.sqrt(self._counts)[:, np.newaxis]
        return np.asarray(np.log(summed) / SHARPNESS, dtype=np.float32)


def _slices(passages: Sequence[Passage]) -> dict[str, slice]:
    starts: dict[str, int] = {}
    for i, passage in enumerate(passages):
        starts.setdefault(passage.card, i)
    ends = [*list(starts.values())[1:], len(passages)]
    return {card: slice(start, end) for (card, start), end in zip(starts.items(), ends, strict=True)}


def _flattening(centred: "NDArray[np.float32]", cards: Iterable[slice]) -> "NDArray[np.float32]":
    spread = np.zeros((centred.shape[1], centred.shape[1]), dtype=np.float64)
    for card in cards:
        own = centred[card] - centred[card].mean(axis=0)
        spread += own.T @ own
    spread /= len(centred)
    even = float(np.trace(spread)) / len(spread) or 1.0
    values, vectors = np.linalg.eigh((1 - SHRINKAGE) * spread + SHRINKAGE * even * np.eye(len(spread)))
    return np.asarray((vectors * values**-0.5) @ vectors.T, dtype=np.float32)


def _unit(rows: "NDArray[np.float32]") -> "NDArray[np.float32]":
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths == 0, 1, lengths), dtype=np.float32)
