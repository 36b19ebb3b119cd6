"""Compare all arms on both halves and time a search: `python -m evals.retrieval`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from app.bootstrap import build_embedder
from app.content.library import read_library
from app.domain.library import Library
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
from app.settings import Settings
from evals.retrieval.arms import Bench, arms, without_greeting
from evals.retrieval.dataset import Half, Query, needs
from evals.retrieval.memory import Remembering
from evals.retrieval.scoring import DEPTH, MEASURES, Score, score

HALVES: tuple[Half, ...] = ("dev", "report")
BARS = {"right in top 3": 0.90, "nDCG@5": 0.85}
"""Least means on the report half."""


def main() -> int:
    """Print every arm for both halves, the shipped index itself, and its time; return 1 below a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the shipped index only")
    quick = parser.parse_args().quick
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    embedder = build_embedder(settings)
    queries = needs()
    print(f"{len(library.cards)} cards, {len(queries)} queries, {embedder.spec}")
    if not quick:
        compare(library, Remembering(embedder), queries)
    reached = shipped(library, embedder, queries)
    missed = [name for name, bar in BARS.items() if reached[name].mean < bar]
    print("below its bar: " + ", ".join(missed) if missed else "every bar met")
    return 1 if missed else 0


def compare(library: Library, embedder: CachedEmbedder, queries: Sequence[Query]) -> None:
    """Print one line an arm and half."""
    vectors = np.vstack([embedder.queries([query.text]) for query in queries])
    cleaned = np.vstack(
        [
            embedder.queries([t]) if (t := without_greeting(q.text)) != q.text else v
            for q, v in zip(queries, vectors, strict=True)
        ]
    )
    for half in HALVES:
        mine = [i for i, query in enumerate(queries) if query.half == half]
        some = [queries[i] for i in mine]
        bench = Bench(library.cards, embedder, some, vectors[mine])
        _head(half, len(some))
        for name, arm in arms(bench).items():
            _line(name, some, [[bench.ids[j] for j in np.argsort(-row, kind="stable")[:DEPTH]] for row in arm()])
        tidy = Bench(library.cards, embedder, some, cleaned[mine])
        scores = arms(tidy)["likeness + words + asker"]()
        _line("the same, greetings cut", some, [[bench.ids[j] for j in np.argsort(-r)[:DEPTH]] for r in scores])


def shipped(library: Library, embedder: CachedEmbedder, queries: Sequence[Query]) -> dict[str, Score]:
    """Print the index as the app uses it, through Chroma, and how long a search takes; return the report half's scores."""
    with tempfile.TemporaryDirectory() as folder:
        index = FusedIndex(library.cards, embedder, Path(folder))
        passages = index.warm()
        times: list[float] = []
        ranked: list[list[str]] = []
        for query in queries:
            began = perf_counter()
            ranked.append([hit.card for hit in index.search(query.text, limit=DEPTH)])
            times.append((perf_counter() - began) * 1000)
    for half in HALVES:
        mine = [i for i, query in enumerate(queries) if query.half == half]
        _head(half, len(mine))
        reached = _line("as shipped", [queries[i] for i in mine], [ranked[i] for i in mine])
    short = [t for t, q in zip(times, queries, strict=True) if len(q.text.split()) <= 25]
    for name, some in (("questions up to 25 words", short), ("all, with long stories", times)):
        print(
            f"search, {name}: {passages} passages, p50 {np.percentile(some, 50):.0f} ms, p95 {np.percentile(some, 95):.0f} ms"
        )
    return reached


def _head(half: str, count: int) -> None:
    print(f"\n{half} ({count} queries)".ljust(36) + "".join(name.ljust(24) for name in MEASURES))


def _line(name: str, queries: Sequence[Query], ranked: Sequence[Sequence[str]]) -> dict[str, Score]:
    scores = score(queries, ranked)
    print(name.ljust(35) + "".join(str(value).ljust(24) for value in scores.values()), flush=True)
    return scores


if __name__ == "__main__":
    sys.exit(main())
