"""The ways of ranking that were compared, each from the same vectors and the same lexical scores."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.domain.knowledge import Audience, Card
from app.retrieval.asker import Asker, fit
from app.retrieval.index import ASKER_SHARE, WORDS_SHARE
from app.retrieval.learning import read_map
from app.retrieval.lexical import STOP, Lexical, words_of
from app.retrieval.likeness import Likeness
from app.retrieval.splitting import passages_of
from app.retrieval.vector_cache import CachedEmbedder
from app.retrieval.vectors import vectors_of
from evals.retrieval.dataset import Query

Scores = NDArray[np.float64]
"""Shape (queries, cards); higher is better."""
_GREETING = re.compile(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|so|ok(?: so)?|sorry|please)\b[^.!?,]*[.!?,]\s*", re.I
)


class OnlyStems(Lexical):
    """BM25 over passages as it is usually done: stems, no letter groups, no second reading."""

    def by_card(self, query: str) -> dict[str, float]:
        """Return the scores by passage."""
        return self.by_passage(query)

    def tokens(self, text: str) -> list[str]:
        """Return the stems of the telling words."""
        return self._stems([word for word in words_of(text) if word not in STOP])


class WithLetters(Lexical):
    """BM25 over passages with letter groups, without the reading of whole cards."""

    def by_card(self, query: str) -> dict[str, float]:
        """Return the scores by passage."""
        return self.by_passage(query)


@dataclass
class Bench:
    """Everything the arms share for one list of queries."""

    cards: Sequence[Card]
    embedder: CachedEmbedder
    queries: Sequence[Query]
    vectors: NDArray[np.float32]
    """Shape (queries, dimensions)."""

    def __post_init__(self) -> None:
        """Index the cards."""
        self.passages = passages_of(self.cards)
        self.rows = vectors_of(self.passages, self.embedder)
        self.ids = [card.id for card in self.cards]
        place = {card: i for i, card in enumerate(self.ids)}
        self.card_of = np.array([place[p.card] for p in self.passages])
        self.kind = np.array([p.kind for p in self.passages])
        self.cosines = np.asarray(self.vectors @ self.rows.T, dtype=np.float64)

    @cached_property
    def words(self) -> Scores:
        """The shipped lexical half, scaled to 1 for the best card."""
        return self.lexical(Lexical(self.passages))

    @cached_property
    def likeness(self) -> Scores:
        """The shipped likeness, for every card, of the whole text."""
        return self._likeness(read_map(self.embedder.shipped, self.embedder.spec, self.embedder.dimensions))

    @cached_property
    def unlearned(self) -> Scores:
        """Likeness without what was learned from the cards' wordings."""
        return self._likeness(None)

    def _likeness(self, learned: NDArray[np.float32] | None) -> Scores:
        likeness = Likeness(self.passages, self.rows, learned)
        found = [likeness.of(vector[np.newaxis]) for vector in self.vectors]
        return np.array([[each[card] for card in self.ids] for each in found])

    @cached_property
    def asker(self) -> Scores:
        """The log chance that each card is for the person asking."""
        return self.asking(lambda _query: None)

    def asking(self, stated: Callable[[Query], Audience | None]) -> Scores:
        """The same, with what is known about each person."""
        asker = Asker(self.cards)
        chances = [asker.chances(q.text, stated(q)) for q in self.queries]
        return np.array([[fit(one, card.audience) for card in self.cards] for one in chances])

    def best(self, scores: Scores, count: int = 1, kinds: frozenset[str] = frozenset()) -> Scores:
        """Aggregate passages to cards: the mean of each card's `count` best, of some kinds of passage or all."""
        wanted = np.isin(self.kind, list(kinds)) if kinds else np.ones(len(self.kind), dtype=bool)
        out = np.zeros((len(scores), len(self.ids)))
        for i in range(len(self.ids)):
            mine = np.sort(scores[:, (self.card_of == i) & wanted], axis=1)[:, ::-1][:, :count]
            out[:, i] = mine.mean(axis=1) if mine.shape[1] else scores.min()
        return out

    def lexical(self, lexical: Lexical) -> Scores:
        """Score every card by words, scaled to 1 for the best card of a query."""
        out = np.zeros((len(self.queries), len(self.ids)))
        for i, query in enumerate(self.queries):
            found = lexical.by_card(query.text)
            out[i] = [found.get(card, 0.0) for card in self.ids]
        return scaled(out)

    def audience_of(self, query: Query) -> Audience:
        """Whom the best card is for: what the app would know of a person who said who they are."""
        best = max(query.cards, key=lambda card: query.cards[card])
        return self.cards[self.ids.index(best)].audience[0]


def scaled(scores: Scores) -> Scores:
    """Divide each row by its best."""
    top = scores.max(axis=1, keepdims=True)
    return np.asarray(scores / np.where(top == 0, 1, top))


def by_rank(*parts: Scores) -> Scores:
    """Reciprocal rank fusion, k = 60."""
    ranks = (np.argsort(np.argsort(-part, axis=1), axis=1) for part in parts)
    return np.asarray(sum(1 / (60 + rank) for rank in ranks))


def arms(bench: Bench) -> dict[str, Callable[[], Scores]]:
    """Return every arm by name, in the order it was tried; the last is what ships."""
    dense, like = bench.cosines, bench.likeness
    stretched = np.clip((bench.best(dense) - 0.75) / 0.2, 0, 1)
    asks, rest = frozenset({"ask"}), frozenset({"answer", "do", "say", "watch"})
    return {
        "dense alone, nearest passage": lambda: bench.best(dense),
        "dense, without the asks": lambda: bench.best(dense, kinds=rest),
        "dense, asks only": lambda: bench.best(dense, kinds=asks),
        "dense, titles and answers only": lambda: bench.best(dense, kinds=frozenset({"answer"})),
        "dense, mean of the best 2": lambda: bench.best(dense, 2),
        "dense, mean of the best 3": lambda: bench.best(dense, 3),
        "BM25 alone, stems": lambda: bench.lexical(OnlyStems(bench.passages)),
        "BM25 alone, stems and letters": lambda: bench.lexical(WithLetters(bench.passages)),
        "BM25 alone, both readings": lambda: bench.words,
        "fused by rank": lambda: by_rank(bench.best(dense), bench.words),
        "fused by weight 0.35": lambda: 0.65 * stretched + 0.35 * bench.words,
        "likeness alone, nothing learned": lambda: bench.unlearned,
        "likeness alone": lambda: like,
        "likeness + title twice": lambda: like + 0.1 * bench.best(dense, kinds=frozenset({"answer"})),
        "the next but one, nothing learned": lambda: (
            bench.unlearned + WORDS_SHARE * bench.words + ASKER_SHARE * bench.asker
        ),
        "likeness + words": lambda: like + WORDS_SHARE * bench.words,
        "likeness + words + asker": lambda: like + WORDS_SHARE * bench.words + ASKER_SHARE * bench.asker,
        "the same, audience stated": lambda: (
            like + WORDS_SHARE * bench.words + ASKER_SHARE * bench.asking(bench.audience_of)
        ),
    }


def without_greeting(text: str) -> str:
    """Return the text without a greeting or a filler at its start."""
    return _GREETING.sub("", text, count=1) or text
