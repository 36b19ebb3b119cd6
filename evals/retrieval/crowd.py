"""A library many times the size, to time a search in: every card in several copies with vectors a little apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.domain.knowledge import Card
from app.retrieval.splitting import passages_of
from app.retrieval.vector_cache import CachedEmbedder

if TYPE_CHECKING:
    from numpy.typing import NDArray

APART = 0.3
"""Length of the noise added to a unit vector: copies are as far apart as wordings of one card."""


class Crowded(CachedEmbedder):
    """An embedder whose content vectors are never twice the same; a user's question is read as ever."""

    def __init__(self, other: CachedEmbedder) -> None:
        """Take over another's model and vectors."""
        self.__dict__.update(other.__dict__)
        self._draw = np.random.default_rng(0)

    def content(self, texts: Sequence[str], *, questions: bool = False, batch: int = 64) -> "NDArray[np.float32]":
        """Return unit rows a little beside the real ones."""
        rows = super().content(texts, questions=questions, batch=batch)
        noise = self._draw.standard_normal(rows.shape, dtype=np.float32) * APART / np.sqrt(rows.shape[1])
        moved = rows + noise.astype(np.float32)
        return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def crowd(cards: Sequence[Card], passages: int) -> list[Card]:
    """Return copies of the cards, each with an id of its own, with about that many passages between them."""
    each = len(passages_of(cards))
    copies = max(1, round(passages / each))
    return [card.model_copy(update={"id": f"{card.id}-{n}"}) for n in range(copies) for card in cards]
