"""Own documents over a real notebook and real vectors, in a folder that outlives a restart."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.coaching.documents import Documents
from app.domain.documents import OwnDocument, Progress
from app.domain.ports import Embedder
from app.retrieval.documents import DocumentVectors
from app.retrieval.documents_reading import read_document
from app.storage.store import SqlStore

LEVELS = b"""# Levels

## Staff
A staff engineer sets direction across teams. Packets are due on 15 March. Your manager writes the packet.

## Pay bands
Bands are published on the people portal every January.
"""


class Signs:
    """Vectors of sixteen quarters, plus or minus, by the text: of length one to the last bit, so they can be looked for."""

    spec = "signs"
    dimensions = 64

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for place, sign in enumerate(hashlib.sha256(text.encode()).digest()[:16]):
                row[4 * place + sign % 4] = 0.25 if sign > 127 else -0.25
        return rows


class Home:
    """A data folder; `open` gives the collection as a new process would see it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = f"sqlite:///{folder / 'coach.db'}"

    def open(self, embedder: Embedder | None = None, *, semantic: bool = False) -> Documents:
        vectors = DocumentVectors(embedder or Signs(), self.folder / "index" / "own")
        return Documents(SqlStore(self.store), vectors, read_document, semantic=semantic)

    def holding(self, what: bytes) -> list[str]:
        """The files that hold these bytes."""
        files = [path for path in self.folder.rglob("*") if path.is_file()]
        return [path.relative_to(self.folder).as_posix() for path in files if what in path.read_bytes()]


def added(documents: Documents, owner: str = "me", name: str = "levels.md", data: bytes = LEVELS) -> OwnDocument:
    """Add a document to its end."""
    steps: list[Progress] = list(documents.add(owner, name, data))
    assert steps[-1].document
    return steps[-1].document


def quotes(documents: Documents, question: str, owner: str = "me") -> list[str]:
    """What the documents say on a question, word for word."""
    return [each.quote for each in documents.shown(owner, documents.search(owner, question))]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def documents(home: Home) -> Documents:
    return home.open()


Add = Callable[..., OwnDocument]
