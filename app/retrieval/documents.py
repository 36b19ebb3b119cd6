"""Vectors of people's own documents: an edition a change, each owner's apart, and no words in any of them.

Chroma leaves what was deleted in its files: rows in SQLite's free pages, vectors in HNSW files, whole HNSW folders. So a
change writes a fresh edition from the vectors that stay and removes the old one with its folder. It also means that
another process sees the change at its next question.
"""

import hashlib
import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from filelock import FileLock, Timeout

from app.domain.documents import NearPart, OwnPart
from app.domain.errors import IndexUnavailable
from app.domain.ports import Embedder
from app.retrieval.chroma_store import broken
from app.retrieval.documents_parts import parts_of
from app.retrieval.documents_shelves import FolderShelf, ServerShelf, Shelf

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

BATCH = 500
PROBE = 10
WAIT = 60
"""Seconds to wait for another process that is writing."""


class DocumentVectors:
    """Finds passages of an owner's documents by meaning. Safe to share between threads."""

    def __init__(self, embedder: Embedder, folder: Path, url: str = "") -> None:
        """Keep the vectors in `folder`, or on the Chroma server at `url`; nothing is opened until it is asked."""
        self._embedder = embedder
        self._folder, self._url = folder, url
        self._shelf: Shelf = ServerShelf(url) if url else FolderShelf(folder)
        self._in_use = threading.RLock()
        self._whole: dict[tuple[str, int], bool] = {}

    def parts(self, text: str) -> list[OwnPart]:
        """Return the passages of a text, in order."""
        return parts_of(text)

    def vectors(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a passage; about 2 ms a token with the bundled model."""
        return self._embedder.passages(texts)

    def keep(self, owner: str, document: str, rows: "Sequence[NDArray[np.float32]]") -> None:
        """Add a document's vectors, one row a passage in order, in as many pieces as they came in.

        Raises:
            IndexUnavailable: they cannot be written.
        """
        with self._changing(owner) as (key, collection):
            self._rewrite(key, collection, without=(document,), document=document, rows=np.concatenate(rows))

    def kept(self, owner: str) -> dict[str, int]:
        """Return how many passages of each document are here; nothing where the vectors are broken or another model's."""
        with self._in_use:
            collection = self._newest(_key(owner))
            counts: dict[str, int] = json.loads(collection.metadata["documents"]) if collection else {}
            return counts

    def near(self, owner: str, query: str, limit: int) -> list[NearPart]:
        """Return the nearest passages, nearest first; `nearness` is the cosine. Broken vectors find nothing."""
        with self._in_use:
            if self._newest(_key(owner)) is None:
                return []
        vector = self._embedder.queries([query])
        with self._in_use:
            return self._nearest(_key(owner), vector, limit)

    def discard(self, owner: str, documents: Sequence[str]) -> None:
        """Remove the vectors of some documents for good.

        Raises:
            IndexUnavailable: they cannot be removed.
        """
        with self._changing(owner) as (key, collection):
            self._rewrite(key, collection, without=documents)

    def forget(self, owner: str) -> None:
        """Remove every vector of this owner for good; errors as for `discard`."""
        with self._changing(owner) as (key, _):
            self._shelf.drop(key, below=self._shelf.newest(key) + 1)

    @contextmanager
    def _changing(self, owner: str) -> "Iterator[tuple[str, Collection | None]]":
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / ".lock", timeout=WAIT), self._in_use:
                yield _key(owner), self._newest(_key(owner))
        except _failures() as error:
            where, cure = (self._url, "start that server") if self._url else (self._folder, "free some space there")
            raise IndexUnavailable(
                f"The vectors of your documents in {where} cannot be changed ({error}); {cure}, then try again."
            ) from error

    def _rewrite(
        self,
        key: str,
        collection: "Collection | None",
        without: Sequence[str],
        document: str = "",
        rows: "NDArray[np.float32] | None" = None,
    ) -> None:
        # The time is part of the number, so that none is used again after everything was removed.
        number = max(self._shelf.newest(key) + 1, time.time_ns() // 1_000_000)
        stays = _rows(collection, self._embedder.dimensions) if collection else iter(())
        lines = [line for line in stays if line[1]["document"] not in without]
        if rows is not None:
            lines += [(f"{document}#{i}", {"document": document, "place": i}, row) for i, row in enumerate(rows)]
        if lines:
            self._shelf.write(key, number, _filling(lines, self._embedder.spec))
        self._shelf.drop(key, below=number)

    def _newest(self, key: str) -> "Collection | None":
        """Return the newest edition if it is of this model and whole. Its check is made once: editions do not change."""
        try:
            number = self._shelf.newest(key)
            if not number or not self._whole.get((key, number), True):
                return None
            try:
                collection = self._shelf.open(key, number)
                if (key, number) not in self._whole:
                    self._whole[key, number] = _is_whole(collection, self._embedder)
            except broken():
                self._whole[key, number] = False  # Chroma does not survive opening a broken folder twice
            return collection if self._whole[key, number] else None
        except _failures():
            return None  # the words in the notebook still serve, and the vectors are made again from them

    def _nearest(self, key: str, vector: "NDArray[np.float32]", limit: int) -> list[NearPart]:
        try:
            collection = self._newest(key)
            return _nearest(collection, vector, limit) if collection else []
        except _failures():
            self._whole[key, self._shelf.newest(key)] = False  # from now on the words serve, until it is made again
            return []


def _filling(lines: "Sequence[tuple[str, dict[str, Any], Any]]", spec: str) -> "Callable[[Collection], None]":
    def fill(collection: "Collection") -> None:
        rest = iter(lines)
        while part := list(islice(rest, BATCH)):
            ids, metas, rows = zip(*part, strict=True)
            collection.add(ids=list(ids), embeddings=np.stack(rows), metadatas=list(metas))
        documents = Counter(meta["document"] for _, meta, _ in lines)
        collection.modify(metadata={"spec": spec, "count": len(lines), "documents": json.dumps(documents)})

    return fill


def _rows(collection: "Collection", dimensions: int) -> "Iterator[tuple[str, dict[str, Any], NDArray[np.float32]]]":
    for start in range(0, collection.count(), BATCH):
        part = collection.get(limit=BATCH, offset=start, include=["embeddings", "metadatas"])
        metas: Any = part["metadatas"] or []
        rows = np.asarray(part["embeddings"], dtype=np.float32).reshape(-1, dimensions)
        yield from zip(part["ids"], metas, rows, strict=True)


def _nearest(collection: "Collection", vector: "NDArray[np.float32]", limit: int) -> list[NearPart]:
    found = collection.query(query_embeddings=vector, n_results=limit, include=["metadatas", "distances"])
    metas: Any = (found["metadatas"] or [[]])[0]
    distances = (found["distances"] or [[]])[0]
    return [
        NearPart(document=meta["document"], place=meta["place"], nearness=1.0 - float(distance))
        for meta, distance in zip(metas, distances, strict=True)
    ]


def _is_whole(collection: "Collection", embedder: Embedder) -> bool:
    """A folder without its HNSW files opens as if nothing were wrong: the count and a probe have to agree."""
    meta = collection.metadata or {}
    count = collection.count()
    if meta.get("spec") != embedder.spec or meta.get("count") != count or not count:
        return False
    _, _, row = next(_rows(collection, embedder.dimensions))
    return len(_nearest(collection, row.reshape(1, -1), PROBE)) == min(PROBE, count)


def _failures() -> tuple[type[Exception], ...]:
    from httpx import HTTPError  # what a Chroma server's client raises when the server goes away

    return (OSError, Timeout, HTTPError, *broken())


def _key(owner: str) -> str:
    """Return a name for an owner that says nothing about them: 16 hex digits."""
    return hashlib.sha256(owner.encode()).hexdigest()[:16]
