"""Vectors in Chroma: built once under a lock, read whole when opened, rebuilt when broken, never half served."""

import hashlib
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock

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
NEARLY = 1e-2
"""How far from 1 the length of a unit vector may be."""
PAGE = 5_000
"""Vectors read at once; Chroma reads no more than 32,766."""


class ChromaStore:
    """The passages' vectors in one collection, embedded in a folder or on a Chroma server.

    They are read once and compared in memory: of Chroma's neighbours three in a hundred are missing, others after each
    building, and at 50,000 passages all comparisons take 5 ms.
    """

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
        self.rows = self._opened()
        """One unit row a passage, shape (len(passages), dimensions)."""

    def _opened(self) -> "NDArray[np.float32]":
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / ".lock", timeout=300):
                for place in self._places():
                    try:
                        rows = self._read_or_build(client_for(place, self._url))
                    except broken():
                        continue
                    self._tidy(keep=place)
                    return rows
        except OSError as error:
            raise IndexUnavailable(
                f"The knowledge index in {self._folder} cannot be written ({error}); free space or set COACH_DATA_DIR."
            ) from error
        raise IndexUnavailable(
            f"The knowledge index could not be opened or built in {self._url or self._folder}; "
            "remove it and run: skip-level knowledge index"
        )

    def _places(self) -> list[Path]:
        """The folder in use, then fresh ones: a broken folder is never written to again."""
        last = max((int(p.name) for p in self._folder.iterdir() if p.is_dir() and p.name.isdigit()), default=0)
        return [self._folder / str(number) for number in range(last, last + 3)]

    def _read_or_build(self, client: "ClientAPI") -> "NDArray[np.float32]":
        if self.name in {c.name for c in client.list_collections()}:
            collection = client.get_collection(self.name, embedding_function=None)
            if (collection.metadata or {}).get("ready") == len(self._passages) == collection.count():
                with suppress(ValueError):
                    return self._read(collection)
            client.delete_collection(self.name)
        return self._read(self._build(client))

    def _read(self, collection: "Collection") -> "NDArray[np.float32]":
        """Return the rows in the order of the passages.

        Raises:
            ValueError: they are not all there, or are no unit vectors.
        """
        import numpy as np

        rows = np.zeros((len(self._passages), self._embedder.dimensions), dtype=np.float32)
        place = {passage.id: i for i, passage in enumerate(self._passages)}
        for start in range(0, len(rows), PAGE):
            part = collection.get(limit=PAGE, offset=start, include=["embeddings"])
            rows[[place[name] for name in part["ids"]]] = part["embeddings"]
        if not np.allclose(np.linalg.norm(rows, axis=1), 1, atol=NEARLY):
            raise ValueError("the vectors are not those that were written")
        return rows

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
