"""The knowledge index: dense and lexical search over the same passages, fused into ranked cards."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from app.domain.knowledge import Audience, Card
from app.domain.ports import Hit
from app.retrieval.chroma_store import ChromaStore, fingerprint
from app.retrieval.lexical import Lexical
from app.retrieval.splitting import passages_of
from app.retrieval.vector_cache import CachedEmbedder

NEIGHBOURS = 60
"""Passages asked of Chroma: enough for the best ten cards even when one need has nine wordings."""
LEXICAL_SHARE = 0.35
OTHER_AUDIENCE = 0.08
"""What a card for somebody else loses of a score that runs from 0 to 1: enough to break ties, not to hide."""
LONGEST_QUERY = 2_000


class FusedIndex:
    """Finds cards by meaning and by words; the score is (1 - share) x cosine + share x scaled BM25."""

    def __init__(self, cards: Sequence[Card], embedder: CachedEmbedder, folder: Path, url: str = "") -> None:
        """Index these cards; the vectors are opened, or built, when first asked for."""
        self._cards = {card.id: card for card in cards}
        self._passages = passages_of(cards)
        self._embedder = embedder
        self._texts = {p.id: p.text for p in self._passages}
        self._lexical = Lexical(self._passages)
        self._folder, self._url = folder, url
        self.fingerprint = fingerprint(self._passages, embedder.spec)

    @cached_property
    def _dense(self) -> ChromaStore:
        return ChromaStore(self._passages, self._embedder, self._folder, self._url)

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
        if not query:
            return []
        dense = self.dense(query)
        words = self.words(query)
        hits = []
        for card in dense.keys() | words.keys():
            similarity, passage = dense.get(card, (min((s for s, _ in dense.values()), default=0.0), ""))
            score = (1 - LEXICAL_SHARE) * scaled(similarity) + LEXICAL_SHARE * words.get(card, 0.0)
            if audience and audience not in self._cards[card].audience:
                score -= OTHER_AUDIENCE
            hits.append(Hit(card=card, score=score, similarity=similarity, passage=self._texts.get(passage, "")))
        return sorted(hits, key=lambda hit: (-hit.score, hit.card))[:limit]

    def dense(self, query: str) -> dict[str, tuple[float, str]]:
        """Return each near card's best cosine and the passage that gave it."""
        vector = self._embedder.queries([query])[0]
        best: dict[str, tuple[float, str]] = {}
        for near in self._dense.nearest(vector, NEIGHBOURS):
            if near.similarity > best.get(near.card, (-1.0, ""))[0]:
                best[near.card] = (near.similarity, near.passage)
        return best

    def words(self, query: str) -> dict[str, float]:
        """Return each card's BM25 score divided by the best one's, in [0, 1]."""
        scores = self._lexical.by_card(query)
        top = max(scores.values(), default=1.0)
        return {card: score / top for card, score in scores.items()}


def scaled(similarity: float) -> float:
    """Spread e5's cosines, which live between about 0.75 and 1, over [0, 1]."""
    return min(1.0, max(0.0, (similarity - 0.75) / 0.2))
