"""The lexical half: BM25 with stems for the sense, letter groups for typing errors, word pairs for who does what."""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from app.retrieval.splitting import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
STOP = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her him his how i if in is it its "
    "me my no not of on or our she should so than that the their them then there they this to us was we were what when "
    "which who why will with would you your am im i'm just really very about".split()
)
LETTERS = 4
"""Length of a letter group; three to five do equally well."""
BEST = 3
"""How many of a card's passages count: one lucky passage is not a card about the question."""


class Lexical:
    """BM25 (Lucene's variant, k1 = 1.2, b = 0.6), read twice.

    Over passages with stems and letter groups, and over whole cards with stems and word pairs.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Index the passages in memory when first asked."""
        self._passages = passages
        wholes: dict[str, list[str]] = {}
        for passage in passages:
            wholes.setdefault(passage.card, []).append(passage.text)
        self._wholes = {card: " ".join(texts) for card, texts in wholes.items()}

    def by_card(self, query: str) -> dict[str, float]:
        """Return each card's score by words: the mean of both readings, each divided by its best, in [0, 1]."""
        by_passage, by_whole = _scaled(self.by_passage(query)), _scaled(self.by_whole(query))
        return {
            card: (by_passage.get(card, 0.0) + by_whole.get(card, 0.0)) / 2
            for card in dict.fromkeys([*by_passage, *by_whole])
        }

    def by_passage(self, query: str) -> dict[str, float]:
        """Return each card's mean BM25 score over its three best passages (comparable within one query only)."""
        scores = self._scores(self._index, self.tokens(query))
        if scores is None:
            return {}
        best = np.sort(np.append(scores, 0.0)[self._places], axis=1)[:, -BEST:].sum(axis=1) / BEST
        return {card: float(score) for card, score in zip(self._wholes, best, strict=True) if score > 0}

    def by_whole(self, query: str) -> dict[str, float]:
        """Return each card's BM25 score as one document."""
        scores = self._scores(self._whole_index, self.pairs(query))
        if scores is None:
            return {}
        return {card: float(score) for card, score in zip(self._wholes, scores, strict=True) if score > 0}

    def tokens(self, text: str) -> list[str]:
        """Return the stems of a text's telling words (all words where only small ones are there), then letter groups."""
        words = words_of(text)
        telling = [word for word in words if word not in STOP] or words
        return [*self._stems(telling), *(group for word in words for group in letter_groups(word))]

    def pairs(self, text: str) -> list[str]:
        """Return the stems of all words, then each with its neighbour: small words tell who does what to whom."""
        stems = self._stems(words_of(text))
        return [*stems, *(f"{one} {other}" for one, other in pairwise(stems))]

    def _stems(self, words: list[str]) -> list[str]:
        import snowballstemmer

        # A stemmer keeps the word it is at: one shared by two threads mixes up their words.
        stems: list[str] = snowballstemmer.stemmer("english").stemWords(words)
        return stems

    @cached_property
    def _index(self) -> Any:
        return _indexed([self.tokens(passage.text) for passage in self._passages])

    @cached_property
    def _whole_index(self) -> Any:
        return _indexed([self.pairs(text) for text in self._wholes.values()])

    @cached_property
    def _places(self) -> "NDArray[np.int64]":
        """Where each card's passages stand, shape (cards, most passages of one); the rest points past the end, at 0."""
        mine: dict[str, list[int]] = {card: [] for card in self._wholes}
        for i, passage in enumerate(self._passages):
            mine[passage.card].append(i)
        widest = max(BEST, *map(len, mine.values()))
        end = len(self._passages)
        return np.array([[*each, *[end] * (widest - len(each))] for each in mine.values()], dtype=np.int64)

    def _scores(self, index: Any, tokens: list[str]) -> "NDArray[np.float32] | None":
        known = [token for token in tokens if token in index.vocab_dict]
        return np.asarray(index.get_scores(known)) if known else None


def words_of(text: str) -> list[str]:
    """Return a text's words in small letters."""
    return _WORD.findall(text.lower().replace("’", "'"))


def letter_groups(word: str) -> list[str]:
    """Return the overlapping groups of four letters of a word with its ends marked; a mistyped word keeps most."""
    marked = f"_{word}_"
    return [marked[i : i + LETTERS] for i in range(len(marked) - LETTERS + 1)]


def _indexed(documents: list[list[str]]) -> Any:
    import bm25s

    index = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
    index.index(documents, show_progress=False)
    return index


def _scaled(scores: dict[str, float]) -> dict[str, float]:
    top = max(scores.values(), default=1.0)
    return {card: score / top for card, score in scores.items()}
