"""Does a person's question find the right card, and more often than simpler ways of looking?"""

from collections.abc import Sequence

import numpy as np

from evals.kit import Kit
from evals.measuring import Figure, Outcome, Picture, Row, Series, Unit, gain, mean
from evals.retrieval.arms import Bench, arms
from evals.retrieval.dataset import Query, needs
from evals.retrieval.plain_recipe import PlainRecipe
from evals.retrieval.scoring import DEPTH, best_first, each

TITLE = "Retrieval"
TOP3, NDCG = "right in top 3", "nDCG@5"
BARS = {TOP3: 0.90, NDCG: 0.85}


def measure(kit: Kit) -> Outcome:
    """Rank the reporting half with the shipped index, BM25 alone, vectors alone, and LangChain's plain recipe."""
    queries = [query for query in needs() if query.half == "report"]
    kit.index.warm()
    vectors = kit.embedder.queries([query.text for query in queries])
    ours = [[hit.card for hit in kit.index.search(query.text, limit=DEPTH)] for query in queries]
    bench = Bench(kit.library.cards, kit.embedder, queries, vectors)
    other = arms(bench)
    ranked = {
        "as shipped": ours,
        "BM25 alone": _ranking(bench, other["BM25 alone, stems"]()),
        "vectors alone": _ranking(bench, other["dense alone, nearest passage"]()),
        "LangChain's plain recipe": PlainRecipe(kit.library.cards, kit.embedder).rank(vectors, DEPTH),
    }
    scores = {name: each(queries, cards) for name, cards in ranked.items()}
    figures: list[Figure] = []
    for measured, bar in BARS.items():
        for name, found in scores.items():
            rows = [Row(id=str(i), value=value) for i, value in enumerate(found[measured])]
            title = f"{measured.replace('right', 'a right card')}, {name}"
            unit: Unit = "share" if measured == TOP3 else "score"
            figures.append(mean(_id(measured, name), title, rows, bar=bar if name == "as shipped" else None, unit=unit))
        for name in list(scores)[1:]:
            figures.append(
                gain(
                    f"gain_{_id(measured, name)}",
                    f"{measured}, what we gain over {name}",
                    scores["as shipped"][measured],
                    scores[name][measured],
                    bar=0.0 if measured == NDCG else None,
                )
            )
    found_by_us = tuple(
        Row(id=q.text, value=hit, said=", ".join(cards[:3]), wanted=", ".join(_right(q)))
        for q, hit, cards in zip(queries, scores["as shipped"][TOP3], ours, strict=True)
    )
    return Outcome(
        task="retrieval", title=TITLE, figures=tuple(figures), rows=found_by_us, pictures=(_picture(figures),)
    )


def _right(query: Query) -> list[str]:
    best = max(query.cards.values())
    return [card for card, grade in query.cards.items() if grade == best]


def _ranking(bench: Bench, scores: "np.ndarray") -> list[list[str]]:
    return [[bench.ids[j] for j in best_first(row)[:DEPTH]] for row in scores]


def _id(measured: str, name: str) -> str:
    short = {TOP3: "top3", NDCG: "ndcg5"}[measured]
    end = {"as shipped": "", "BM25 alone": "_bm25", "vectors alone": "_dense"}.get(name, "_recipe")
    return short + end


def _picture(figures: Sequence[Figure]) -> Picture:
    def bars(prefix: str, name: str) -> Series:
        found = [f for f in figures if f.id.startswith(prefix) and f.value is not None]
        return Series(name=name, points=tuple((f.title.split(", ", 1)[1], f.value or 0.0) for f in found))

    return Picture(
        title="The same questions, four ways of looking", kind="bars", series=(bars("top3", TOP3), bars("ndcg5", NDCG))
    )
