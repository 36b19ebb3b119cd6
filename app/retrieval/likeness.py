"""How like a card a question is, judged by all of the card's passages and by what sets cards apart."""

import math
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


class Likeness:
    """Scores cards for a question from its vector.

    The embedder puts all of this subject close together, and passages of one card vary along directions that say little
    about which card it is (wording, length). So vectors are centred, and those directions are scaled down (within-class
    covariance normalisation, the classes being the cards). A card's score is a soft maximum over its passages.
    """

    def __init__(self, passages: Sequence[Passage], rows: "NDArray[np.float32]") -> None:
        """Learn from the passages' vectors, shape (len(passages), dimensions); passages of a card stand together."""
        self._slices = _slices(passages)
        self._mean = rows.mean(axis=0)
        centred = rows - self._mean
        self._turn = _flattening(centred, self._slices.values())
        self._rows = _unit(centred @ self._turn)

    def of(self, vector: "NDArray[np.float32]", cards: Iterable[str]) -> dict[str, float]:
        """Return each card's likeness to a question, about 0 for a stranger and 0.3 to 0.6 for a card that fits."""
        turned = _unit(((vector - self._mean) @ self._turn).reshape(1, -1))[0]
        return {card: _soft_maximum(self._rows[self._slices[card]] @ turned) for card in cards}


def _soft_maximum(likenesses: "NDArray[np.float32]") -> float:
    # Divided by the root of the count: a card with many passages gains a little from them, not in proportion.
    return math.log(float(np.exp(SHARPNESS * likenesses).sum()) / math.sqrt(len(likenesses))) / SHARPNESS


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
