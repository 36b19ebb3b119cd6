"""Vectors in Chroma: built once under a lock, checked when opened, rebuilt when broken, never half served."""

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from app.domain.base import Value
from app.domain.errors import IndexUnavailable
from app.retrieval.splitting import Passage
from app.retrieval.vector_cache import CachedEmbedder
from app.retrieval.vectors import vectors_of

if TYPE_CHECKING:
    import numpy as np
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection
    from numpy.typing import NDArray

SCHEMA = 2
BATCH = 500
PROBE = 10


class Near(Value):
    """A passage near a query; `similarity` is the cosine in [-1, 1]."""

    passage: str
    card: str
    similarity: float


class ChromaStore:
    """The passages' vectors in one collection, embedded in a folder or on a Chroma server."""

    def __init__(self, passages: Sequence[Passage], embedder: CachedEmbedder, folder: Path, url: str = "") -> None:
        """Open the collection for these passages, building it first if there is none.

        Raises:
            IndexUnavailable: it can neither be opened nor built.
            EngineError: its embedder is an endpoint that does not answer.
        """
        self._passages = passages
        self._embedder = embedder
        self._folder = folder
        self._url = url
        self.name = f"cards-{embedder.spec}-{fingerprint(passages, embedder.spec)}"
        self._collection = self._open_or_build()

    def nearest(self, vector: "NDArray[np.float32]", limit: int) -> list[Near]:
        """Return the nearest passages, nearest first; rebuild once if the index turns out broken."""
        try:
            return self._query(self._collection, vector, limit)
        except broken() as error:
            self._collection = self._open_or_build(after=error)
            return self._query(self._collection, vector, limit)

    def _query(self, collection: "Collection", vector: "NDArray[np.float32]", limit: int) -> list[Near]:
        found = collection.query(
            query_embeddings=vector.reshape(1, -1),
            n_results=min(limit, len(self._passages)),
            include=["metadatas", "distances"],
        )
        metadatas, distances = found["metadatas"], found["distances"]
        if metadatas is None or distances is None:
            return []
        return [
            Near(passage=name, card=str(meta["card"]), similarity=1.0 - float(distance))
            for name, meta, distance in zip(found["ids"][0], metadatas[0], distances[0], strict=True)
        ]

    def _open_or_build(self, after: Exception | None = None) -> "Collection":
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / ".lock", timeout=300):
                for place in self._places(skip_last=after is not None):
                    try:
                        client = client_for(place, self._url)
                        collection = self._ready(client) or self._build(client)
                    except broken():
                        continue
                    self._tidy(keep=place)
                    return collection
        except OSError as error:
            raise IndexUnavailable(
                f"The knowledge index in {self._folder} cannot be written ({error}); free space or set COACH_DATA_DIR."
            ) from error
        raise IndexUnavailable(
            f"The knowledge index could not be opened or built in {self._url or self._folder}; "
            "remove it and run: skip-level knowledge index"
        ) from after

    def _places(self, *, skip_last: bool) -> list[Path]:
        """The folder in use, then fresh ones: a broken folder is never written to again."""
        numbers = sorted(int(p.name) for p in self._folder.iterdir() if p.is_dir() and p.name.isdigit())
        last = numbers[-1] if numbers else 0
        first = last + 1 if skip_last else last
        return [self._folder / str(number) for number in range(first, last + 3)]

    def _ready(self, client: "ClientAPI") -> "Collection | None":
        """Return the collection if it is whole: marked ready, full, and answering a probe."""
        if self.name not in {c.name for c in client.list_collections()}:
            return None
        collection = client.get_collection(self.name, embedding_function=None)
        whole = (collection.metadata or {}).get("ready") == len(self._passages) == collection.count()
        if whole:
            probe = self._embedder.passages([self._passages[0].text])
            whole = len(self._query(collection, probe[0], PROBE)) == min(PROBE, len(self._passages))
        if not whole:
            client.delete_collection(self.name)
            return None
        return collection

    def _build(self, client: "ClientAPI") -> "Collection":
        collection = client.create_collection(
            self.name,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine"}},
            metadata={"ready": 0},
        )
        rows = vectors_of(self._passages, self._embedder)
        for start in range(0, len(self._passages), BATCH):
            part = self._passages[start : start + BATCH]
            metadatas: list[Any] = [{"card": p.card, "kind": p.kind} for p in part]
            collection.upsert(ids=[p.id for p in part], embeddings=rows[start : start + BATCH], metadatas=metadatas)
        collection.modify(metadata={"ready": len(self._passages)})
        for other in client.list_collections():
            if other.name != self.name and other.name.startswith("cards-"):
                client.delete_collection(other.name)
        return collection

    def _tidy(self, keep: Path) -> None:
        for place in self._folder.iterdir():
            if not self._url and place.is_dir() and place.name.isdigit() and place != keep:
                shutil.rmtree(place, ignore_errors=True)


def client_for(place: Path, url: str = "") -> "ClientAPI":
    """Return a client of the Chroma server at `url`, or of this folder when there is none; nothing is reported home."""
    import chromadb
    from chromadb.config import Settings

    quiet = Settings(anonymized_telemetry=False)
    if url:
        host, _, port = url.removeprefix("http://").removeprefix("https://").rstrip("/").partition(":")
        ssl = url.startswith("https://")
        return chromadb.HttpClient(host=host, port=int(port or (443 if ssl else 8000)), ssl=ssl, settings=quiet)
    return chromadb.PersistentClient(path=str(place), settings=quiet)


def fingerprint(passages: Sequence[Passage], spec: str) -> str:
    """Return 16 hex digits that change with any passage, the embedder or the layout of the index."""
    digest = hashlib.sha256(f"{SCHEMA}\0{spec}".encode())
    for passage in passages:
        digest.update(f"\0{passage.id}\0{passage.kind}\0{passage.text}".encode())
    return digest.hexdigest()[:16]


def broken() -> tuple[type[Exception], ...]:
    """Return what Chroma raises when its files or its server cannot be used."""
    from chromadb.errors import ChromaError

    return (ChromaError, ValueError)
