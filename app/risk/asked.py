"""Reading a question put to the coach: there, serious matters are rare, and ordinary worries sound much like them.

The taxonomy's lines are things said in a meeting. Somebody who asks "am I being laid off?" or "he told me no, may I
still go?" uses the same words and means something else, so this side also learns from what people ask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from app.domain.base import Value
from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.model import RiskModel
from app.risk.training import ANY, SERIOUS, Examples, Matrix, examples_of

ONE_IN = 6
"""Of the ordinary lines every sixth is learnt: enough to know them, and training stays short."""
ASKED_ABOUT = 0.12
"""Chance from which a question gets one kind question and the routes below its answer."""
CERTAIN = 0.8
"""Chance from which the routes come first. Both chosen on the cards' own questions and the development half of the evals:
16 in 100 ordinary questions are asked about, below their answer, and all of its 18 serious ones are found."""


class Ask(Value):
    """A question as people put it, and whether it is about a serious matter."""

    text: str
    serious: bool


def asked_examples(
    categories: Sequence[RiskCategory],
    serious: Sequence[SeriousMatter],
    asks: Sequence[Ask],
    ordinary: Sequence[str] = (),
) -> Examples:
    """Return the serious lines and look-alikes, some ordinary lines, and the questions; labels "any" and "serious" alone."""
    grave = examples_of([], serious, ordinary)
    given = dict(zip(grave.texts, grave.table[:, 1], strict=True))
    for text in examples_of(categories, []).texts:
        if sha256(text.encode()).digest()[0] % ONE_IN == 0:
            given.setdefault(text, np.float32(0))
    for ask in asks:
        given.setdefault(ask.text, np.float32(ask.serious))
    table = np.array([[truth, truth] for truth in given.values()], np.float32)
    return Examples(tuple(given), (ANY, SERIOUS), table)


@dataclass(frozen=True)
class AskedModel:
    """Reads a question: `whether` it is grave, as questions go, and `which` matter it is, as things said in a meeting go.

    Only what is said carries the matter's name in the examples, and a matter keeps its name whoever is told of it.
    """

    whether: RiskModel
    which: RiskModel

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of both, each once."""
        return (*self.whether.labels, *(self.which.labels[j] for j in self._matters))

    @property
    def limits(self) -> Matrix:
        """From which chance on a label is said, shape (labels,)."""
        own = self.whether.limits.copy()
        own[self.whether.labels.index(SERIOUS)] = ASKED_ABOUT
        return np.concatenate([own, self.which.limits[self._matters]])

    def chances(self, lines: Sequence[str], vectors: Matrix) -> Matrix:
        """Return chances in [0, 1], shape (lines, labels), for lines and their vectors, shape (lines, width)."""
        which = self.which.chances(lines, vectors)[:, self._matters]
        return np.concatenate([self.whether.chances(lines, vectors), which], axis=1)

    @property
    def _matters(self) -> list[int]:
        return [j for j, label in enumerate(self.which.labels) if label.startswith("serious_")]
