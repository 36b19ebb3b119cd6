"""An embedder that remembers passages: the committed cache first, then this machine's own, then the model."""

import hashlib
import os
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from app.domain.ports import Embedder

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEY_BYTES = 16


class CachedEmbedder:
    """Wraps an embedder; passages are kept as float16 under the SHA-256 of embedder and text."""

    def __init__(self, inner: Embedder, shipped: Path, own: Path | None = None) -> None:
        """Read from `shipped` (never written here) and `own` (this machine's, appended to by `keep`)."""
        self.inner = inner
        self.spec = inner.spec
        self.shipped = shipped
        self._own = own / f"{inner.spec}.npz" if own else None
        self._known = _read(shipped / f"{inner.spec}.npz") | (_read(self._own) if self._own else {})
        self._new: dict[bytes, NDArray[np.float16]] = {}

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.inner.dimensions

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text; never cached, because these are a user's words."""
        return self.inner.queries(texts)

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text; what is not known yet is computed, and not kept."""
        return self._rows(texts, questions=False)

    def content(self, texts: Sequence[str], *, questions: bool = False, batch: int = 64) -> "NDArray[np.float32]":
        """Return rows for content of ours, computing what is missing in batches and remembering it for `keep`.

        `questions` reads the texts as queries: a question is compared best with another question read the same way.
        """
        keys = {text: key_of(self.spec, text, question=questions) for text in texts}
        missing = [text for text, key in keys.items() if key not in self._known]
        compute = self.inner.queries if questions else self.inner.passages
        for start in range(0, len(missing), batch):
            part = missing[start : start + batch]
            for text, row in zip(part, compute(part), strict=True):
                self._known[keys[text]] = self._new[keys[text]] = row.astype(np.float16)
        if self._new and self._own:
            self.keep()
        return self._rows(texts, questions=questions)

    def _rows(self, texts: Sequence[str], *, questions: bool) -> "NDArray[np.float32]":
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        missing = []
        for i, text in enumerate(texts):
            vector = self._known.get(key_of(self.spec, text, question=questions))
            if vector is not None and vector.shape == rows[i].shape:
                rows[i] = vector
            else:
                missing.append(i)
        if missing:
            compute = self.inner.queries if questions else self.inner.passages
            rows[missing] = compute([texts[i] for i in missing])
        return rows

    def keep(self) -> None:
        """Write what was computed to this machine's cache."""
        if self._own and self._new:
            _write(self._own, _read(self._own) | self._new)
            self._new = {}


def key_of(spec: str, text: str, *, question: bool = False) -> bytes:
    """Return the key of one text under one embedder, 16 bytes; a text read as a question has another vector."""
    return hashlib.sha256(f"{spec}{'?' if question else ''}\0{text}".encode()).digest()[:KEY_BYTES]


def write_shipped(folder: Path, embedder: CachedEmbedder, texts: Iterable[str], questions: Iterable[str] = ()) -> int:
    """Write the cache that goes with the content: these texts and questions and no others; return how many."""
    vectors: dict[bytes, NDArray[np.float16]] = {}
    for wanted, asked in ((sorted(set(texts)), False), (sorted(set(questions)), True)):
        rows = embedder.content(wanted, questions=asked).astype(np.float16)
        keys = [key_of(embedder.spec, text, question=asked) for text in wanted]
        vectors |= dict(zip(keys, rows, strict=True))
    _write(folder / f"{embedder.spec}.npz", vectors)
    return len(vectors)


def _read(path: Path) -> "dict[bytes, NDArray[np.float16]]":
    if not path.exists():
        return {}
    try:
        with np.load(path, allow_pickle=False) as stored:
            keys, rows = stored["keys"], stored["rows"]
            return {key.tobytes(): row for key, row in zip(keys, rows, strict=True)}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, zlib.error):
        return {}  # a damaged cache costs time, never correctness: what is missing is computed again


def _write(path: Path, vectors: "dict[bytes, NDArray[np.float16]]") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    order = sorted(vectors)
    keys = np.frombuffer(b"".join(order), dtype=np.uint8).reshape(len(order), KEY_BYTES)
    rows = np.stack([vectors[key] for key in order]) if order else np.zeros((0, 1), dtype=np.float16)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
    with os.fdopen(handle, "wb") as file:
        np.savez(file, keys=keys, rows=rows)
    Path(name).chmod(0o644)  # the shipped one is read by whoever runs the app; no user's words are in either
    Path(name).replace(path)
