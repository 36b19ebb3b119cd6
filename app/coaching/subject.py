"""Whether a question is about this subject at all: its words against the cards' own questions, and its nearest card."""

import math
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

SMOOTHING = 0.1
WEIGHT_OF_NEARNESS = 50.0
"""What a cosine counts against the words' log odds."""
ENOUGH = 44.6
"""The line between ours and elsewhere; chosen on the development half so that at most 2% of ours are refused."""
COMPARABLE = 0.7
"""Below this a cosine comes from another embedder's scale, and only the words decide."""
ENOUGH_IN_WORDS = 1.0
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


class Subject:
    """Naive Bayes over single words and pairs, with the nearest passage's cosine added."""

    def __init__(self, ours: Iterable[str], elsewhere: Iterable[str]) -> None:
        """Learn from questions of ours and from what people ask elsewhere."""
        here, there = (Counter(group for text in texts for group in _groups(text)) for texts in (ours, elsewhere))
        known = here.keys() | there.keys()
        total_here = sum(here.values()) + SMOOTHING * len(known)
        total_there = sum(there.values()) + SMOOTHING * len(known)
        self._odds = {
            group: math.log((here[group] + SMOOTHING) / total_here) - math.log((there[group] + SMOOTHING) / total_there)
            for group in known
        }

    def words(self, question: str) -> float:
        """Return the log odds that a question is ours by its words, 0 when nothing tells; long questions are evened."""
        groups = _groups(question)
        return sum(self._odds.get(group, 0.0) for group in groups) / math.sqrt(max(1, len(groups)))

    def covers(self, question: str, similarity: float) -> bool:
        """Say whether a question is ours; `similarity` is the best passage's cosine, in [-1, 1]."""
        if similarity < COMPARABLE:
            return self.words(question) >= ENOUGH_IN_WORDS
        return self.words(question) + WEIGHT_OF_NEARNESS * similarity >= ENOUGH


def _groups(text: str) -> set[str]:
    words = ["<", *_WORD.findall(text.lower().replace("’", "'")), ">"]
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}
