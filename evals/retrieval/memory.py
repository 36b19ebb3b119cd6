"""An embedder that embeds the same line once, so that a run stays short. Nothing is timed with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.retrieval.vector_cache import CachedEmbedder

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Remembering(CachedEmbedder):
    """A cached embedder that remembers every line; a user's words never go through this one."""

    def __init__(self, other: CachedEmbedder) -> None:
        """Take over another's model and vectors, and what it remembers."""
        self._lines: dict[tuple[str, bool], NDArray[np.float32]] = {}
        self.__dict__.update(other.__dict__)

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text."""
        return self._remembered(texts, question=True)

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text."""
        return self._remembered(texts, question=False)

    def _remembered(self, texts: Sequence[str], *, question: bool) -> "NDArray[np.float32]":
        read = super().queries if question else super().passages
        for text in texts:
            if (text, question) not in self._lines:
                self._lines[text, question] = read([text])[0]
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.stack([self._lines[text, question] for text in texts])
