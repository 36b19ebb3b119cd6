"""Turns a line into a vector in which lines of one risk lie together: what the risk detector reads with."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.language.small_model import SmallModel, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray


class LineReader:
    """Implements the `LineEmbedder` port with the reader taught from the risk examples; about 0.4 ms a word.

    Its vectors are of no set length, and comparable with no other embedder's.
    """

    dimensions = 768

    def __init__(self, path: Path) -> None:
        """Load nothing yet; `spec` names the very file, since what is learnt holds for it alone."""
        self._model = SmallModel(path)
        self.spec = f"risk-{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}" if path.exists() else "risk-none"

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one row a text, shape (len(texts), 768)."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one row a text, shape (len(texts), 768).

        Raises:
            ContentError: the reader's file is missing or damaged.
        """
        rows = [self._model.scores(tokens(text)[0]).mean(axis=0) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)

    def with_parts(self, text: str, places: Sequence[tuple[int, int]]) -> "NDArray[np.float32]":
        """Return the row of the whole text, then one for each place in it, shape (1 + len(places), 768); read once.

        A part is what its tokens are like beside the others; one past the last token that is read is like the whole.
        """
        ids, spans = tokens(text)
        rows = self._model.scores(ids)
        found = [rows.mean(axis=0)]
        for start, end in places:
            own = [
                i for i, (first, last) in enumerate(spans[: len(rows)]) if start < last and first < end and first < last
            ]
            found.append(rows[own].mean(axis=0) if own else found[0])
        return np.stack(found)
