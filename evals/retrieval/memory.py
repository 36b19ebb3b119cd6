"""An embedder that embeds the same query once, so that a run over many arms stays short."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.retrieval.vector_cache import CachedEmbedder

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Remembering(CachedEmbedder):
    """A cached embedder that remembers queries too; a user's words never go through this one."""

    def __init__(self, other: CachedEmbedder) -> None:
        """Take over another's model and vectors."""
        self.__dict__.update(other.__dict__)
        self._queries: dict[str, NDArray[np.float32]] = {}

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text."""
        for text in texts:
            if text not in self._queries:
                self._queries[text] = super().queries([text])[0]
        return np.stack([self._queries[text] for text in texts])
