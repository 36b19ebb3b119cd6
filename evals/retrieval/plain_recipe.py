"""LangChain's plain retrieval recipe over the same cards and embeddings, as a baseline.

Whole cards as documents, split at 1,000 characters with 200 of overlap, nearest chunks by cosine: what a tutorial builds.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from langchain_core.documents import Document
from langchain_text_splitters import RecursiveCharacterTextSplitter
from numpy.typing import NDArray

from app.domain.knowledge import Card
from app.domain.ports import Embedder
from evals.retrieval.scoring import best_first

KEPT = Path(__file__).with_name("plain_recipe.npz")
"""Vectors of the chunks by SHA-256 of their text: they take minutes to compute and change only with the cards."""


class PlainRecipe:
    """Chunks of the cards and their vectors."""

    def __init__(self, cards: Sequence[Card], embedder: Embedder) -> None:
        """Split the cards, and embed the chunks that are not kept yet."""
        splitter = RecursiveCharacterTextSplitter(chunk_size=1_000, chunk_overlap=200)
        whole = [Document(page_content=text_of(card), metadata={"card": card.id}) for card in cards]
        self.chunks = splitter.split_documents(whole)
        self._rows = _vectors([chunk.page_content for chunk in self.chunks], embedder)

    def rank(self, queries: NDArray[np.float32], depth: int) -> list[list[str]]:
        """Return the cards of the nearest chunks, best first, no card twice.

        Args:
            queries: unit rows, shape (queries, dimensions).
            depth: most cards a query.
        """
        return [self._cards(row, depth) for row in queries @ self._rows.T]

    def nearest(self, query: NDArray[np.float32], count: int = 4) -> list[str]:
        """Return the texts of the nearest chunks: what the recipe stuffs into a prompt."""
        return [self.chunks[i].page_content for i in best_first(self._rows @ query)[:count]]

    def _cards(self, scores: NDArray[np.float32], depth: int) -> list[str]:
        cards = dict.fromkeys(str(self.chunks[i].metadata["card"]) for i in best_first(scores))
        return list(cards)[:depth]


def text_of(card: Card) -> str:
    """Return a card as one document, every part of it."""
    parts = [
        card.title,
        *card.asks,
        card.direct,
        *(point.text for point in card.what_to_do),
        *card.say_it,
        *(point.text for point in card.watch_out),
        *card.opposite_when,
        card.differs,
    ]
    return "\n".join(part for part in parts if part)


def _vectors(texts: Sequence[str], embedder: Embedder) -> NDArray[np.float32]:
    kept: dict[str, NDArray[np.float32]] = {}
    if KEPT.exists():
        with np.load(KEPT) as file:
            kept = dict(zip(file["keys"].tolist(), file["rows"].astype(np.float32), strict=True))
    keys = [sha256(f"{embedder.spec}\n{text}".encode()).hexdigest() for text in texts]
    missing = [i for i, key in enumerate(keys) if key not in kept]
    for i in missing:
        kept[keys[i]] = np.asarray(embedder.passages([texts[i]])[0], dtype=np.float32)
    rows = np.stack([kept[key] for key in keys])
    if missing:
        np.savez_compressed(KEPT, keys=np.array(keys), rows=rows.astype(np.float16))
    return rows.astype(np.float16).astype(np.float32)
