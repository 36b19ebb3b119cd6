"""A small reader we taught ourselves: half of all-mpnet, int8, run by onnxruntime. How it was taught: `training/`, ADR 0027."""

import threading
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from app.domain.errors import ContentError

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 512
"""Tokens of a text that are read, all that the model has places for: some 400 words of plain English."""


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
        options.intra_op_num_threads, options.inter_op_num_threads = 2, 1
        # Without spinning a second thread costs nothing while it waits, and a line is read in two thirds of the time.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            return onnxruntime.InferenceSession(str(self._path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own errors share no class but this one
            raise _damaged(self._path) from error

    def scores(self, ids: Sequence[int], capitals: Sequence[int] | None = None) -> "NDArray[np.float32]":
        """Return what the model says of each token of one text: shape (tokens, labels).

        Of a text with more than LONGEST tokens the rest is not read. `capitals` has a 1 for every token that begins with
        one, for a model that was taught to see them.

        Each text is read alone: beside a longer one, int8 arithmetic would give it slightly different scores.

        Raises:
            ContentError: the file is missing or damaged.
        """
        with self._lock:
            session = self._session
        rows, scale = _vectors(self._path.with_name("words.npz"))
        known = np.array(ids[:LONGEST], np.int64)
        given = {"words": (rows[known] * scale[known, None])[None], "mask": np.ones((1, len(known)), np.int64)}
        if capitals is not None:
            given["capitals"] = np.array([capitals[:LONGEST]], np.int64)
        return np.asarray(session.run(None, given)[0][0], np.float32)


def _damaged(path: Path) -> ContentError:
    return ContentError([f"{path.name}: the reader is missing or damaged; install the app again"])


@cache
def _vectors(path: Path) -> tuple["NDArray[np.int8]", "NDArray[np.float32]"]:
    """Return the vector of every word, which all readers share, and what to multiply it with."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            return kept["rows"], kept["scale"]
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise _damaged(path) from error


@cache
def _words() -> Any:
    from tokenizers import BertWordPieceTokenizer

    return BertWordPieceTokenizer(str(Path(__file__).with_name("vocabulary.txt")), lowercase=True)


def tokens(text: str, before: str = "") -> tuple[list[int], list[tuple[int, int]]]:
    """Return the token ids of a text and where each stands in it; marks and tokens of `before` have the empty span (0, 0)."""
    read = _words().encode(before, text) if before else _words().encode(text)
    own = 1 if before else 0
    spans = [
        span if kind == own and not special else (0, 0)
        for span, kind, special in zip(read.offsets, read.type_ids, read.special_tokens_mask, strict=True)
    ]
    return list(read.ids), spans
