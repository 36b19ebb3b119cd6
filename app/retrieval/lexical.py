"""The lexical half: BM25 over the same passages, with stems for meaning and letter groups for typing errors."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from app.retrieval.splitting import Passage

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
    """BM25 (Lucene's variant, k1 = 1.2, b = 0.6) over passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Index the passages in memory."""
        self._passages = passages

    @cached_property
    def _stem(self) -> Any:
        import snowballstemmer

        return snowballstemmer.stemmer("english")

    @cached_property
    def _index(self) -> Any:
        import bm25s

        index = bm25s.BM25(method="lucene", k1=1.2, b=0.6)
        index.index([self.tokens(p.text) for p in self._passages], show_progress=False)
        return index

    def tokens(self, text: str) -> list[str]:
        """Return the stems of a text's telling words (all words where only small ones are there), then letter groups."""
        words = _WORD.findall(text.lower().replace("’", "'"))
        telling = [word for word in words if word not in STOP] or words
        stems: list[str] = self._stem.stemWords(telling)
        return [*stems, *(group for word in words for group in letter_groups(word))]

    def by_card(self, query: str) -> dict[str, float]:
        """Return each card's mean BM25 score over its three best passages (comparable within one query only)."""
        tokens = [t for t in self.tokens(query) if t in self._index.vocab_dict]
        if not tokens:
            return {}
        scores = np.asarray(self._index.get_scores(tokens))
        found: dict[str, list[float]] = {}
        for i in np.flatnonzero(scores > 0):
            found.setdefault(self._passages[int(i)].card, []).append(float(scores[i]))
        return {card: sum(sorted(each)[-BEST:]) / BEST for card, each in found.items()}


def letter_groups(word: str) -> list[str]:
    """Return the overlapping groups of four letters of a word with its ends marked; a mistyped word keeps most."""
    marked = f"_{word}_"
    return [marked[i : i + LETTERS] for i in range(len(marked) - LETTERS + 1)]
