"""The knowledge index: candidates by meaning and by words, then ranked by likeness, words and who is asking."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.knowledge import Audience, Card
from app.domain.ports import Hit
from app.retrieval.asker import Asker, fit
from app.retrieval.chroma_store import ChromaStore, Near, fingerprint
from app.retrieval.lexical import Lexical
from app.retrieval.likeness import Likeness
from app.retrieval.splitting import passages_of
from app.retrieval.vector_cache import CachedEmbedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEIGHBOURS = 100
"""Passages asked of Chroma; with the cards below, every right card of the development queries is a candidate."""
WORD_CANDIDATES = 20
"""Cards taken from the lexical half as candidates."""
WORDS_SHARE = 0.12
"""What the best card by words gains; likeness spreads by about 0.03 over the cards of one question."""
ASKER_SHARE = 0.02
"""What a card loses for each halving (in nats) of the chance that it is for the person asking."""
LONGEST_QUERY = 2_000
STORY = 30
"""Words from which a text is read sentence by sentence as well as whole."""
SENTENCES = 12
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


class FusedIndex:
    """Finds cards by meaning and by words. Every constant was chosen on the development half of the queries."""

    def __init__(self, cards: Sequence[Card], embedder: CachedEmbedder, folder: Path, url: str = "") -> None:
        """Index these cards; the vectors are opened, or built, when first asked for."""
        self._cards = {card.id: card for card in cards}
        self._passages = passages_of(cards)
        self._embedder = embedder
        self._texts = {p.id: p.text for p in self._passages}
        self._lexical = Lexical(self._passages)
        self._asker = Asker(cards)
        self._folder, self._url = folder, url
        self.fingerprint = fingerprint(self._passages, embedder.spec)

    @cached_property
    def _dense(self) -> ChromaStore:
        return ChromaStore(self._passages, self._embedder, self._folder, self._url)

    @cached_property
    def _likeness(self) -> Likeness:
        return Likeness(self._passages, self._embedder.content([p.text for p in self._passages]))

    def warm(self) -> int:
        """Open or build everything a first search needs; return how many passages there are.

        Raises:
            IndexUnavailable: the vectors can neither be opened nor built.
        """
        self.search("a first search loads the model")
        return len(self._passages)

    def search(self, query: str, *, audience: Audience | None = None, limit: int = 8) -> list[Hit]:
        """Return the best cards, best first; an empty query gives an empty list."""
        query = query.strip()[:LONGEST_QUERY]
        if not query or not self._cards:
            return []
        vector = self._embedder.queries([query])[0]
        near = best_by_card(self._dense.nearest(vector, NEIGHBOURS))
        words = self._lexical.by_card(query)
        likely = sorted(words, key=lambda card: (-words[card], card))[:WORD_CANDIDATES]
        likeness = self._like(query, vector, dict.fromkeys([*near, *likely]))
        chances = self._asker.chances(query, audience)
        hits = [
            Hit(
                card=card,
                score=like
                + WORDS_SHARE * words.get(card, 0.0)
                + ASKER_SHARE * fit(chances, self._cards[card].audience),
                similarity=near[card].similarity if card in near else 0.0,
                passage=self._texts[near[card].passage] if card in near else "",
            )
            for card, like in likeness.items()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.card))[:limit]

    def _like(self, query: str, vector: "NDArray[np.float32]", cards: Iterable[str]) -> dict[str, float]:
        whole = self._likeness.of(vector, cards)
        if not is_story(query):
            return whole
        parts = [part for part in _SENTENCE.split(query) if len(part.split()) >= 3][:SENTENCES]
        each = [self._likeness.of(row, whole) for row in self._embedder.queries(parts or [query])]
        return {card: (2 * like + sum(one[card] for one in each) / len(each)) / 3 for card, like in whole.items()}


def is_story(query: str) -> bool:
    """Say whether a query is so long that its sentences are read one by one too."""
    return len(query.split()) >= STORY


def best_by_card(near: Iterable[Near]) -> dict[str, Near]:
    """Return the nearest passage of each card, nearest card first."""
    best: dict[str, Near] = {}
    for one in near:
        if one.card not in best or one.similarity > best[one.card].similarity:
            best[one.card] = one
    return best
