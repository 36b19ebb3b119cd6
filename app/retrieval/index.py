"""The knowledge index: every card is ranked by likeness, words and who is asking. Chroma keeps the vectors."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from app.domain.errors import EngineError
from app.domain.knowledge import Audience, Card
from app.domain.ports import Hit
from app.retrieval.asker import Asker, fit
from app.retrieval.chroma_store import ChromaStore, fingerprint
from app.retrieval.learning import read_map
from app.retrieval.letter import is_letter, parts_of
from app.retrieval.lexical import Lexical
from app.retrieval.likeness import Likeness
from app.retrieval.splitting import passages_of
from app.retrieval.vector_cache import CachedEmbedder

WORDS_SHARE = 0.12
"""What the best card by words gains; likeness spreads by about 0.03 over the cards of one question."""
WORDS_SHARE_WITHOUT_MEANING = 0.4
"""The same where vectors are hashed words: they are no more than a second count of words."""
ASKER_SHARE = 0.02
"""What a card loses for each halving (in nats) of the chance that it is for the person asking."""
OTHERS = 0.15
"""What a card for others loses besides where a side is stated: about what sets a card that fits apart from one that nearly does."""
OWN_WORDS = 0.25
"""From this chance on, by its words alone, a question may well be the stated side's own, and theirs are the cards for it."""
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
        self._lexical = Lexical(self._passages)
        self._asker = Asker(cards)
        self._audiences = {card.audience for card in cards}
        self._words_share = WORDS_SHARE_WITHOUT_MEANING if embedder.spec.startswith("hashing") else WORDS_SHARE
        self._folder, self._url = folder, url
        self.fingerprint = fingerprint(self._passages, embedder.spec)

    @cached_property
    def _likeness(self) -> Likeness:
        kept = ChromaStore(self._passages, self._embedder, self._folder, self._url)
        learned = read_map(self._embedder.shipped, self._embedder.spec, self._embedder.dimensions)
        return Likeness(self._passages, kept.rows, learned)

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
        fits = {audiences: ASKER_SHARE * fit(chances, audiences) for audiences in self._audiences}
        if audience and self._asker.chances(query)[audience] >= OWN_WORDS:
            fits |= {others: loss - OTHERS for others, loss in fits.items() if audience not in others}
        parts = parts_of(query) if is_letter(query) else [query]
        try:
            vectors = self._embedder.queries(parts)
            likeness, self.trouble = self._likeness.of(vectors, ["?" in part[-2:] for part in parts]), ""
        except EngineError as error:
            vectors, likeness, self.trouble = None, dict.fromkeys(words, 0.0), str(error)
        scores = {
            card: like + self._words_share * words.get(card, 0.0) + fits[self._cards[card].audience]
            for card, like in likeness.items()
        }
        best = sorted(scores, key=lambda card: (-scores[card], card))[:limit]
        return [
            Hit(
                card=card,
                score=scores[card],
                similarity=0.0 if vectors is None else self._likeness.similarity(vectors, card),
            )
            for card in best
        ]
