"""The vectors of cards' passages: people's own wordings are read as questions, everything else as something to be found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.retrieval.splitting import Passage
from app.retrieval.vector_cache import CachedEmbedder

if TYPE_CHECKING:
    from numpy.typing import NDArray


def vectors_of(passages: Sequence[Passage], embedder: CachedEmbedder) -> "NDArray[np.float32]":
    """Return one unit row a passage, shape (len(passages), dimensions)."""
    rows = np.zeros((len(passages), embedder.dimensions), dtype=np.float32)
    for asked in (True, False):
        mine = [i for i, passage in enumerate(passages) if (passage.kind == "ask") is asked]
        rows[mine] = embedder.content([passages[i].text for i in mine], questions=asked)
    return rows
