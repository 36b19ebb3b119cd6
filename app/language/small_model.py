"""A small reader we taught ourselves: all-MiniLM, int8, run by onnxruntime. How it was taught: `training/`, ADR 0026."""

import threading
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from app.domain.errors import ContentError

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 384
"""Tokens of a text that are read: some 280 words."""


class SmallModel:
    """One ONNX file of `knowledge/readers/`. Safe to share between threads; its first use takes about 0.2 s."""

    def __init__(self, path: Path) -> None:
        """Load nothing yet."""
        self._path = path
        self._lock = threading.Lock()

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        try:
            return onnxruntime.InferenceSession(str(self._path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own errors share no class but this one
            raise ContentError(
                [f"{self._path.name}: the reader is missing or damaged; install the app again"]
            ) from error

    def scores(self, ids: Sequence[int], capitals: Sequence[int] | None = None) -> "NDArray[np.float32]":
        """Return what the model says of one text: shape (labels,), or (tokens, labels) where it reads every token.

        `capitals` has a 1 for every token that begins with one, for a model that was taught to see them.

        Each text is read alone: beside a longer one, int8 arithmetic would give it slightly different scores.

        Raises:
            ContentError: the file is missing or damaged.
        """
        with self._lock:
            session = self._session
        row = np.array([ids], np.int64)
        given = {"ids": row, "mask": np.ones_like(row)}
        if capitals is not None:
            given["capitals"] = np.array([capitals], np.int64)
        return np.asarray(session.run(None, given)[0][0], np.float32)


@cache
def _words() -> Any:
    from tokenizers import BertWordPieceTokenizer

    words = BertWordPieceTokenizer(str(Path(__file__).with_name("minilm_vocab.txt")), lowercase=True)
    words.enable_truncation(LONGEST)
    return words


def tokens(text: str, before: str = "") -> tuple[list[int], list[tuple[int, int]]]:
    """Return the token ids of a text and where each stands in it; marks and tokens of `before` have the empty span (0, 0)."""
    read = _words().encode(before, text) if before else _words().encode(text)
    own = 1 if before else 0
    spans = [
        span if kind == own and not special else (0, 0)
        for span, kind, special in zip(read.offsets, read.type_ids, read.special_tokens_mask, strict=True)
    ]
    return list(read.ids), spans
