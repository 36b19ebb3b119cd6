"""Searching and building by size of the index, beside a plain Chroma query and plain BM25 over the same passages."""

import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.domain.knowledge import Card
from app.retrieval.index import FusedIndex
from app.retrieval.splitting import passages_of
from evals.bench.timing import against, timed
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Picture, Series, percentiles
from evals.retrieval.dataset import needs
from evals.retrieval.memory import Remembering

TITLE = "Searching by size"
SIZES = (200, 5_000, 50_000)
"""Passages; content is repeated under other names, with vectors moved a little, to reach the largest."""
QUERIES = 60
BATCH = 5_000


class Grown(Remembering):
    """An embedder over the committed vectors that gives each copy of a text a vector of its own near the original."""

    def content(self, texts: Sequence[str], *, questions: bool = False, batch: int = 64) -> NDArray[np.float32]:
        """Return the vectors of content, moved a little, the same each time."""
        rows = super().content(texts, questions=questions, batch=batch)
        moved = rows + np.random.default_rng(0).normal(0, 0.02, rows.shape).astype(np.float32)
        return np.asarray(moved / np.linalg.norm(moved, axis=1, keepdims=True), dtype=np.float32)


def measure(kit: Kit) -> Outcome:
    """Build and search indexes of each size; plain Chroma and plain BM25 search the same passages."""
    texts = [query.text for query in needs() if query.half == "dev" and len(query.text.split()) <= 25][:QUERIES]
    kit.embedder.queries(texts)  # known from here on: what is timed is the search, not the embedding
    figures: list[Figure] = []
    curves: dict[str, list[tuple[str | float, float]]] = {"the coach": [], "plain Chroma": [], "plain BM25": []}
    for size in SIZES:
        cards = grown(kit.library.cards, size)
        passages = passages_of(cards)
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            began = time.perf_counter()
            index = FusedIndex(cards, Grown(kit.embedder), Path(folder) / "ours")
            index.warm()
            built = time.perf_counter() - began
            index.search(texts[0])
            ours = timed(partial(index.search, limit=8), texts)
            rows = Grown(kit.embedder).content([passage.text for passage in passages])
            chroma, upsert = plain_chroma(kit, rows, texts, Path(folder) / "plain")
        words = plain_bm25([passage.text for passage in passages], texts)
        many = f"{len(passages):,} passages"
        bar = 50 if size == SIZES[1] else None
        figures += percentiles(f"search_{size}", f"one search without its embedding, {many}", ours, bar=bar)
        figures.append(
            Figure(
                id=f"build_{size}", title=f"building it, {many}", value=built, unit="s", n=len(passages), exact=False
            )
        )
        figures.append(against(f"build_{size}", f"building it, against plain Chroma, {many}", built, upsert))
        for name, theirs in (("Chroma", chroma), ("BM25", words)):
            title = f"one search, against plain {name}, {many}, p95"
            high = float(np.percentile(ours, 95)), float(np.percentile(theirs, 95))
            figures.append(against(f"search_{size}_{name.lower()}", title, *high))
        for name, spent in (("the coach", ours), ("plain Chroma", chroma), ("plain BM25", words)):
            curves[name].append((float(len(passages)), float(np.percentile(spent, 95))))
    series = tuple(Series(name=name, points=tuple(points)) for name, points in curves.items())
    picture = Picture(title="p95 of one search by passages", kind="lines", x="passages", y="ms", series=series)
    return Outcome(task="search", title=TITLE, figures=tuple(figures), pictures=(picture,))


def grown(cards: tuple[Card, ...], passages: int) -> list[Card]:
    """Return cards with about so many passages: some of them, or all of them several times under other names."""
    each = len(passages_of(cards)) / len(cards)
    wanted = max(2, round(passages / each))
    return [
        card if copy == 0 else card.model_copy(update={"id": f"{card.id}-{copy}", "related": ()})
        for copy in range(1 + wanted // len(cards))
        for card in cards
    ][:wanted]


def plain_chroma(kit: Kit, rows: NDArray[np.float32], texts: list[str], folder: Path) -> tuple[list[float], float]:
    """Return milliseconds of plain queries, and seconds of plain upserts."""
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
    collection = client.create_collection("plain", embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
    began = time.perf_counter()
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        collection.upsert(ids=[str(start + i) for i in range(len(part))], embeddings=part)
    upsert = time.perf_counter() - began
    vectors = {text: kit.embedder.queries([text]) for text in texts}
    spent = timed(lambda text: collection.query(query_embeddings=vectors[text], n_results=8), texts)
    return spent, upsert


def plain_bm25(passages: list[str], texts: list[str]) -> list[float]:
    """Return milliseconds of plain BM25 over the same passages."""
    import bm25s

    index = bm25s.BM25()
    index.index(bm25s.tokenize(passages, show_progress=False), show_progress=False)

    def find(text: str) -> object:
        return index.retrieve(bm25s.tokenize(text, show_progress=False), k=8, show_progress=False)

    return timed(find, texts)
