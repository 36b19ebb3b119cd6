"""Reading a question put to the coach: there, serious matters are rare, and ordinary worries sound much like them.

The taxonomy's lines are things said in a meeting. Somebody who asks "am I being laid off?" or "he told me no, may I
still go?" uses the same words and means something else, so this side also learns from what people ask.
"""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import numpy as np

from app.domain.base import Value
from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.model import RiskModel
from app.risk.training import SERIOUS, Examples, examples_of

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
    """Return the serious lines and look-alikes, some ordinary lines, and the questions; labels "any", "serious", the ids."""
    grave = examples_of([], serious, ordinary)
    given = dict(zip(grave.texts, grave.table, strict=True))
    nothing = np.zeros(len(grave.labels), np.float32)
    worried = nothing.copy()
    worried[[0, grave.labels.index(SERIOUS)]] = 1
    for text in examples_of(categories, []).texts:
        if sha256(text.encode()).digest()[0] % ONE_IN == 0:
            given.setdefault(text, nothing)
    for ask in asks:
        given.setdefault(ask.text, worried if ask.serious else nothing)
    return Examples(tuple(given), grave.labels, np.stack(list(given.values())))


def with_limit(model: RiskModel) -> RiskModel:
    """Return the model asking gently from ASKED_ABOUT on."""
    column = model.labels.index(SERIOUS)

    limits = model.scale.limits.copy()
    limits[column] = ASKED_ABOUT
    return replace(model, scale=replace(model.scale, limits=limits))
