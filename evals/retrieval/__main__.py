"""Compare all arms on both halves and time a search: `python -m evals.retrieval`."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import process_time

import numpy as np

from app.bootstrap import build_embedder
from app.content.library import read_library
from app.domain.library import Library
from app.retrieval.index import FusedIndex
from app.retrieval.letter import LETTER
from app.retrieval.vector_cache import CachedEmbedder
from app.settings import Settings
from evals.retrieval.arms import Bench, arms, without_greeting
from evals.retrieval.crowd import Crowded, crowd
from evals.retrieval.dataset import Half, Query, forum, letters, needs
from evals.retrieval.memory import Remembering
from evals.retrieval.scoring import DEPTH, MEASURES, Score, best_first, score

HALVES: tuple[Half, ...] = ("dev", "report")
BARS = {"right in top 3": 0.90, "nDCG@5": 0.85}
"""Least means on the report half."""
LENGTHS = (("questions", 0, 30), ("stories", 30, LETTER), ("letters of 80 words and more", LETTER, 1_000))
"""Groups by length in words that are timed apart."""
SOME = 100
"""Questions a search is timed with in a library of another size."""


def main() -> int:
    """Print every arm for both halves, the shipped index itself, and its time; return 1 below a bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the shipped index only")
    parser.add_argument("--passages", type=int, default=0, help="only time a search among about that many passages")
    chosen = parser.parse_args()
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    embedder = build_embedder(settings)
    queries = needs()
    print(f"{len(library.cards)} cards, {len(queries)} queries, {embedder.spec}")
    if chosen.passages:
        timed(library, embedder, queries, chosen.passages)
        return 0
    if not chosen.quick:
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
            _line(name, some, [[bench.ids[j] for j in best_first(row)[:DEPTH]] for row in arm()])
        tidy = Bench(library.cards, embedder, some, cleaned[mine])
        scores = arms(tidy)["likeness + words + asker"]()
        _line("the same, greetings cut", some, [[bench.ids[j] for j in best_first(r)[:DEPTH]] for r in scores])


def shipped(library: Library, embedder: CachedEmbedder, queries: Sequence[Query]) -> dict[str, Score]:
    """Print the index as the app uses it, through Chroma, and how long a search takes; return the report half's scores."""
    groups = {half: [query for query in queries if query.half == half] for half in HALVES} | {
        "forum": forum(),
        "letters": letters("report"),
    }
    times: list[tuple[int, float]] = []
    reached: dict[str, dict[str, Score]] = {}
    with tempfile.TemporaryDirectory() as folder:
        index = FusedIndex(library.cards, embedder, Path(folder))
        passages = index.warm()
        for name, some in groups.items():
            ranked: list[list[str]] = []
            for query in some:
                began = process_time()
                ranked.append([hit.card for hit in index.search(query.text, limit=DEPTH)])
                times.append((len(query.text.split()), (process_time() - began) * 1000))
            _head(name, len(some))
            reached[name] = _line("as shipped", some, ranked)
    for name, least, most in LENGTHS:
        spent = [time for words, time in times if least <= words < most]
        p50, p95 = np.percentile(spent, [50, 95])
        print(f"a search, {name} ({len(spent)}), {passages} passages: p50 {p50:.0f} ms, p95 {p95:.0f} ms of one core")
    return reached["report"]


def timed(library: Library, embedder: CachedEmbedder, queries: Sequence[Query], passages: int) -> None:
    """Print how long a search takes in a library of another size, with and without the model's share."""
    with tempfile.TemporaryDirectory() as folder:
        index = FusedIndex(crowd(library.cards, passages), Crowded(embedder), Path(folder))
        count = index.warm()
        reading, searching = [], []
        for query in [query for query in queries if len(query.text.split()) < LENGTHS[0][2]][:SOME]:
            began = process_time()
            embedder.queries([query.text])
            read = process_time()
            index.search(query.text)
            reading.append((read - began) * 1000)
            searching.append((process_time() - read) * 1000)
    alone = np.subtract(searching, reading)
    for name, spent in (("a search", searching), ("of that, all but the model", alone)):
        p50, p95 = np.percentile(spent, [50, 95])
        print(f"{name}, {count} passages: p50 {p50:.0f} ms, p95 {p95:.0f} ms of one core")


def _head(half: str, count: int) -> None:
    print(f"\n{half} ({count} queries)".ljust(36) + "".join(name.ljust(24) for name in MEASURES))


def _line(name: str, queries: Sequence[Query], ranked: Sequence[Sequence[str]]) -> dict[str, Score]:
    scores = score(queries, ranked)
    print(name.ljust(35) + "".join(str(value).ljust(24) for value in scores.values()), flush=True)
    return scores


if __name__ == "__main__":
    sys.exit(main())
