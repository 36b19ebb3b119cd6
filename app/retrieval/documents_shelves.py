"""Where the vectors of people's own documents stand: numbered editions, in folders or on a Chroma server.

An edition is written under another name and renamed when it is whole, so a half-written one is never found.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from app.retrieval.chroma_store import client_for

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateCollectionConfiguration
    from chromadb.api.models.Collection import Collection

Fill = Callable[["Collection"], None]
_NAME = "own"


IN_THE_LOG: "CreateCollectionConfiguration" = {
    "hnsw": {"space": "cosine", "batch_size": 100_000, "sync_threshold": 1_000_000}
}
"""Vectors stay in Chroma's log and are compared one by one. Its HNSW file then has no vector in it, but it is written from
memory that is not cleared first and may show those of a removed document: so it is overwritten."""


class Shelf(Protocol):
    """Numbered editions by owner's key. A number is never used again."""

    def newest(self, key: str) -> int:
        """Return the newest whole edition, 0 for none."""
        ...

    def open(self, key: str, number: int) -> "Collection":
        """Return an edition. Raises what Chroma raises when it is broken or gone."""
        ...

    def write(self, key: str, number: int, fill: Fill) -> None:
        """Make an edition; it is there when `fill` is through, else not at all."""
        ...

    def drop(self, key: str, *, below: int) -> None:
        """Remove every edition below a number, and whatever was left half-written."""
        ...


class FolderShelf:
    """A folder an edition, so that removing it leaves nothing of it on the disk."""

    def __init__(self, folder: Path) -> None:
        """Keep the owners' folders in `folder`."""
        self._folder = folder
        self._clients: dict[tuple[str, int], ClientAPI] = {}

    def newest(self, key: str) -> int:
        """Return the highest number among the folders."""
        home = self._folder / key
        return max((int(p.name) for p in home.iterdir() if p.name.isdigit()), default=0) if home.is_dir() else 0

    def open(self, key: str, number: int) -> "Collection":
        """Open the folder's collection, and close the ones that it came after."""
        for older in [each for each in self._clients if each[0] == key and each[1] != number]:
            _close(self._clients.pop(older))
        if (key, number) not in self._clients:
            self._clients[key, number] = client_for(self._folder / key / str(number))
        return self._clients[key, number].get_collection(_NAME, embedding_function=None)

    def write(self, key: str, number: int, fill: Fill) -> None:
        """Fill a folder of another name, close it, and rename it."""
        home = self._folder / key
        home.mkdir(parents=True, exist_ok=True)
        pending = home / f"new-{uuid4().hex}"
        client = client_for(pending)
        try:
            fill(_created(client, _NAME))
        finally:
            _close(client)
        for empty in pending.glob("*/data_level0.bin"):
            empty.write_bytes(bytes(empty.stat().st_size))
        pending.rename(home / str(number))

    def drop(self, key: str, *, below: int) -> None:
        """Close and remove the folders."""
        home = self._folder / key
        for place in list(home.iterdir()) if home.is_dir() else []:
            if not place.name.isdigit() or int(place.name) < below:
                if client := self._clients.pop((key, int(place.name) if place.name.isdigit() else 0), None):
                    _close(client)
                shutil.rmtree(place)
        if home.is_dir() and not any(home.iterdir()):
            home.rmdir()


class ServerShelf:
    """A collection an edition; what a server leaves in its own files is up to the server."""

    def __init__(self, url: str) -> None:
        """Connect when first asked."""
        self._url = url
        self._client: ClientAPI | None = None

    def newest(self, key: str) -> int:
        """Return the highest number among the owner's collections."""
        return max((int(name.rpartition("-")[2]) for name in self._names(key) if name[-1].isdigit()), default=0)

    def open(self, key: str, number: int) -> "Collection":
        """Return the collection."""
        return self._connected().get_collection(f"{_NAME}-{key}-{number}", embedding_function=None)

    def write(self, key: str, number: int, fill: Fill) -> None:
        """Fill a collection of another name and rename it."""
        collection = _created(self._connected(), f"{_NAME}-{key}-{number}-new")
        fill(collection)
        collection.modify(name=f"{_NAME}-{key}-{number}")

    def drop(self, key: str, *, below: int) -> None:
        """Delete the collections."""
        for name in self._names(key):
            if not name[-1].isdigit() or int(name.rpartition("-")[2]) < below:
                self._connected().delete_collection(name)

    def _names(self, key: str) -> list[str]:
        return [c.name for c in self._connected().list_collections() if c.name.startswith(f"{_NAME}-{key}-")]

    def _connected(self) -> "ClientAPI":
        if self._client is None:
            self._client = client_for(Path(), self._url)
        return self._client


def _created(client: "ClientAPI", name: str) -> "Collection":
    return client.create_collection(name, embedding_function=None, configuration=IN_THE_LOG)


def _close(client: "ClientAPI") -> None:
    from chromadb.api.client import Client

    if isinstance(client, Client):
        client.close()
