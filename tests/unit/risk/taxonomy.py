"""The shipped taxonomy, whole or with its patterns only, and an embedder that counts what it is asked."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from app.domain.risk import RiskCategory, SeriousMatter
from app.language.line_reader import LineReader
from app.risk import Detector

KNOWLEDGE = Path(__file__).parents[3] / "knowledge"
READER = LineReader(KNOWLEDGE / "readers" / "risk.onnx")


@cache
def categories() -> tuple[RiskCategory, ...]:
    paths = sorted((KNOWLEDGE / "risks").glob("*.yaml"))
    return tuple(RiskCategory(**yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths)


@cache
def serious() -> tuple[SeriousMatter, ...]:
    paths = sorted((KNOWLEDGE / "serious").glob("*.yaml"))
    return tuple(SeriousMatter(**yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths)


def some(*names: str) -> list[RiskCategory]:
    return [category for category in categories() if category.id in names]


@cache
def patterns_only() -> Detector:
    bare = {"risky": (), "safe": ()}
    categories_, serious_ = (
        [c.model_copy(update=bare) for c in categories()],
        [m.model_copy(update=bare) for m in serious()],
    )
    return Detector(categories_, serious_, READER)


class CountingEmbedder:
    """Letters counted, so that alike lines are near."""

    spec = "letters"
    dimensions = 26

    def __init__(self) -> None:
        self.asked = 0

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.passages(texts)

    def with_parts(self, text: str, places: Sequence[tuple[int, int]]) -> NDArray[np.float32]:
        self.asked += 1
        return self._rows([text, *(text[start:end] for start, end in places)])

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += len(texts)
        return self._rows(texts)

    def _rows(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = np.array([[text.lower().count(chr(97 + i)) + 0.01 for i in range(26)] for text in texts], np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)
