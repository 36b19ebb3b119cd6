"""Finding the question of the bank that a text comes nearest to."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from app.domain.errors import EngineError
from app.domain.knowledge import Direction, Question
from app.domain.ports import Embedder

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

_STOP = frozenset(
    "a an the is are was were be been do does did you your yours i me my we our us it its that this these "
    "those of to in on at for with by as and or so if would could can will should have has had "
    "how what which who when where why about from there any some more most up out just".split()
)
_FLOOR, _SPREAD = 0.78, 0.17
"""Cosines of short English questions under e5-small lie between about 0.78 (unrelated) and 0.95 (the same)."""


def words_of(text: str) -> frozenset[str]:
    """Return the telling words of a text, cut to stems of at most six letters."""
    return frozenset(
        _stem(w) for w in re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", "")) if w not in _STOP
    )


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|ly)$", "", word)[:6] if len(word) > 4 else word


class Nearest:
    """Compares a text with questions and with the ways people word them."""

    def __init__(self, questions: Sequence[Question], embedder: Embedder | None) -> None:
        """Count words now; embed at the first call."""
        self._questions = tuple(questions)
        self._embedder = embedder
        self._bags = [[words_of(wording) for wording in (q.text, *q.asked_like)] for q in questions]
        counts = Counter(word for bags in self._bags for word in frozenset().union(*bags))
        self._weight = {word: math.log(1 + len(self._bags) / n) for word, n in counts.items()}

    @cached_property
    def _vectors(self) -> "NDArray[float32] | None":
        if self._embedder is None or not self._questions:
            return None
        return self._embedder.passages([wording for q in self._questions for wording in (q.text, *q.asked_like)])

    def scores(self, text: str) -> list[float]:
        """Return one score in [0, 1] for each question, in order; higher is nearer."""
        asked = words_of(text)
        lexical = [max((self._overlap(asked, bag) for bag in bags), default=0.0) for bags in self._bags]
        try:
            if self._embedder is None or self._vectors is None or not text.strip():
                return lexical
            cosines = (self._vectors @ self._embedder.passages([text])[0]).tolist()
        except EngineError:  # an endpoint that does not answer: words alone tell
            return lexical
        nearest, place = [], 0
        for bags in self._bags:
            nearest.append(max(cosines[place : place + len(bags)]))
            place += len(bags)
        return [
            0.3 * word + 0.7 * min(1.0, max(0.0, (cosine - _FLOOR) / _SPREAD))
            for word, cosine in zip(lexical, nearest, strict=True)
        ]

    def best(self, text: str, least: float, direction: Direction | None = None) -> Question | None:
        """Return the nearest question, of one direction if given, when its score is at least `least`."""
        fitting = [i for i, q in enumerate(self._questions) if direction in {None, q.direction}]
        if not fitting or not text.strip():
            return None
        scores = self.scores(text)
        top = max(fitting, key=scores.__getitem__)
        return self._questions[top] if scores[top] >= least else None

    def _overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        both = sum(self._weight.get(word, 3.0) for word in one & other)
        total = sum(self._weight.get(word, 3.0) for part in (one, other) for word in part)
        return 2 * both / total if total else 0.0
