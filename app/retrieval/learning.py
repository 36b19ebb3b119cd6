"""What likeness learns from the cards' own wordings: which directions of the vectors tell one card from another.

A wording is taken from its card and has to find its way back to it; a map is sought with which it does, and which stays
near the identity (a softmax over the cards, as in neighbourhood components analysis, Goldberger et al. 2004).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

import numpy as np

from app.retrieval.likeness import SHARPNESS, Likeness
from app.retrieval.splitting import Passage

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONFIDENCE = 20.0
"""How sharply likeness becomes a chance; 10 and 30 did no better."""
RESTRAINT = 0.008
"""What it costs to leave the identity. Chosen by wordings held out and on queries no card had seen; 0.004 learns by heart."""
ROUNDS = 15
"""Most steps of the search; it settles after about nine."""
BATCH = 512
ABSENT = -30.0


def learn(passages: Sequence[Passage], rows: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Return the map, shape (dimensions, dimensions), to be used between a question and a passage once flattened.

    Takes about half a minute for 5,000 passages of 384 dimensions, and 200 MB.

    Args:
        passages: those of one card stand together.
        rows: their vectors, shape (len(passages), dimensions), wordings read as questions.
    """
    from scipy.optimize import minimize

    task = _Task(passages, Likeness(passages, rows).rows)
    start = np.eye(rows.shape[1], dtype=np.float64).ravel()
    found = minimize(task, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    return np.asarray(found.x.reshape(rows.shape[1], -1), dtype=np.float32)


@dataclass
class _Task:
    """The loss and its slope for a map."""

    passages: Sequence[Passage]
    rows: "NDArray[np.float32]"

    def __post_init__(self) -> None:
        cards = [passage.card for passage in self.passages]
        self.starts = np.array([i for i, card in enumerate(cards) if i == 0 or card != cards[i - 1]])
        self.counts = np.diff([*self.starts, len(cards)])
        self.card_of = np.repeat(np.arange(len(self.starts)), self.counts)
        self.asks = np.array([i for i, passage in enumerate(self.passages) if passage.kind == "ask"])

    def __call__(self, flat: "NDArray[np.float64]") -> tuple[float, "NDArray[np.float64]"]:
        """Return the mean loss over the wordings, with the restraint, and its gradient, both for the flattened map."""
        size = self.rows.shape[1]
        learned = flat.reshape(size, size).astype(np.float32)
        away = learned - np.eye(size, dtype=np.float32)
        loss, slope = 0.0, np.zeros_like(learned)
        for begin in range(0, len(self.asks), BATCH):
            part_loss, part_slope = self._part(self.asks[begin : begin + BATCH], learned)
            loss, slope = loss + part_loss, slope + part_slope
        loss = loss / len(self.asks) + RESTRAINT * float((away * away).sum())
        return loss, (slope / len(self.asks) + 2 * RESTRAINT * away).ravel().astype(np.float64)

    def _part(self, asks: "NDArray[Any]", learned: "NDArray[np.float32]") -> tuple[float, "NDArray[np.float32]"]:
        every, own = np.arange(len(asks)), self.card_of[asks]
        near = SHARPNESS * (self.rows[asks] @ learned) @ self.rows.T
        near[every, asks] = ABSENT  # a wording may not find itself
        weight = np.exp(near)
        of_card = np.add.reduceat(weight, self.starts, axis=1)
        scores = CONFIDENCE / SHARPNESS * (np.log(of_card) - 0.5 * np.log(self.counts).astype(np.float32))
        chances = np.exp(scores - scores.max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        loss = -float(np.log(chances[every, own] + 1e-12).sum())
        chances[every, own] -= 1
        weight *= np.repeat(CONFIDENCE * chances / of_card, self.counts, axis=1)
        return loss, self.rows[asks].T @ (weight @ self.rows)


def write_map(folder: Path, spec: str, learned: "NDArray[np.float32]") -> None:
    """Write the map that goes with an embedder's vectors; it holds nothing of a user's."""
    np.savez(_place(folder, spec), map=learned.astype(np.float16))


def read_map(folder: Path, spec: str, dimensions: int) -> "NDArray[np.float32] | None":
    """Return the map that goes with an embedder, or None where there is none that fits: likeness does without."""
    if not _place(folder, spec).exists():
        return None
    try:
        with np.load(_place(folder, spec), allow_pickle=False) as stored:
            learned = np.asarray(stored["map"], dtype=np.float32)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None
    return learned if learned.shape == (dimensions, dimensions) else None


def _place(folder: Path, spec: str) -> Path:
    return folder / f"{spec}.map.npz"
