"""The knowledge index: candidates by meaning and by words, then ranked by likeness, words and who is asking."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from app.domain.errors import EngineError
from app.domain.knowledge import Audience, Card
from app.domain.ports import Hit
from app.retrieval.asker import Asker, fit
from app.retrieval.chroma_store import ChromaStore, Near, fingerprint
from app.retrieval.learning import read_map
from app.retrieval.letter import is_letter, parts_of
from app.retrieval.lexical import Lexical
from app.retrieval.likeness import Likeness
from app.retrieval.splitting import passages_of
from app.retrieval.vector_cache import CachedEmbedder
from app.retrieval.vectors import vectors_of

NEIGHBOURS = 100
"""Passages asked of Chroma; with the cards below, every right card of the development queries is a candidate."""
WORD_CANDIDATES = 20
"""Cards taken from the lexical half as candidates."""
WORDS_SHARE = 0.12
"""What the best card by words gains; likeness spreads by about 0.03 over the cards of one question."""
WORDS_SHARE_WITHOUT_MEANING = 0.4
"""The same where vectors are hashed words: they are no more than a second count of words."""
ASKER_SHARE = 0.02
"""What a card loses for each halving (in nats) of the chance that it is for the person asking."""
LONGEST_QUERY = 2_000


class FusedIndex:
    """Finds cards by meaning and by words. Every constant was chosen on the development half of the queries.

    While an endpoint that reads meaning does not answer, words alone find them, and `trouble` says why.
    """

    def __init__(self, cards: Sequence[Card], embedder: CachedEmbedder, folder: Path, url: str = "") -> None:
        """Index these cards; the vectors are opened, or built, when first asked for."""
        self._cards = {card.id: card for card in cards}
        self._passages = passages_of(cards)
        self._embedder = embedder
        self.reader = embedder.spec
        self.trouble = ""
        self._texts = {p.id: p.text for p in self._passages}
        self._lexical = Lexical(self._passages)
        self._asker = Asker(cards)
        self._words_share = WORDS_SHARE_WITHOUT_MEANING if embedder.spec.startswith("hashing") else WORDS_SHARE
        self._folder, self._url = folder, url
        self.fingerprint = fingerprint(self._passages, embedder.spec)

    @cached_property
    def _dense(self) -> ChromaStore:
        return ChromaStore(self._passages, self._embedder, self._folder, self._url)

    @cached_property
    def _likeness(self) -> Likeness:
        learned = read_map(self._embedder.shipped, self._embedder.spec, self._embedder.dimensions)
        return Likeness(self._passages, vectors_of(self._passages, self._embedder), learned)

    def warm(self) -> int:
        """Open or build everything a first search needs; return how many passages there are.

        Raises:
            IndexUnavailable: the vectors can neither be opened nor built.
        """
        self.search("a first search loads the model")
        return len(self._passages)

    def search(self, query: str, *, audience: Audience | None = None, limit: int = 8) -> list[Hit]:
        """Return the best cards, best first; an empty query gives an empty list.

        Raises:
            IndexUnavailable: the vectors can neither be opened nor built.
        """
        query = query.strip()[:LONGEST_QUERY]
        if not query or not self._cards:
            return []
        words = self._lexical.by_card(query)
        chances = self._asker.chances(query, audience)
        try:
            near, likeness = self._by_meaning(query, words)
            self.trouble = ""
        except EngineError as error:
            near, likeness, self.trouble = {}, dict.fromkeys(words, 0.0), str(error)
        hits = [
            Hit(
                card=card,
                score=like
                + self._words_share * words.get(card, 0.0)
                + ASKER_SHARE * fit(chances, self._cards[card].audience),
                similarity=near[card].similarity if card in near else 0.0,
                passage=self._texts[near[card].passage] if card in near else "",
            )
            for card, like in likeness.items()
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.card))[:limit]

    def _by_meaning(self, query: str, words: dict[str, float]) -> tuple[dict[str, Near], dict[str, float]]:
        """Return each candidate's nearest passage, where one is near, and its likeness; candidates by words are in it too."""
        parts = parts_of(query) if is_letter(query) else [query]
        vectors = self._embedder.queries(parts)
        near = best_by_card(one for vector in vectors for one in self._dense.nearest(vector, NEIGHBOURS))
        likely = sorted(words, key=lambda card: (-words[card], card))[:WORD_CANDIDATES]
        return near, self._likeness.of(vectors, dict.fromkeys([*near, *likely]), ["?" in part[-2:] for part in parts])


def best_by_card(near: Iterable[Near]) -> dict[str, Near]:
    """Return the nearest passage of each card, nearest card first."""
    best: dict[str, Near] = {}
    for one in near:
        if one.card not in best or one.similarity > best[one.card].similarity:
            best[one.card] = one
    return best
