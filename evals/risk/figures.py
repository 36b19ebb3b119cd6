"""Held-back verdicts on the taxonomy's own examples, and the figures they give."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from app.domain.risk import RiskCategory, RiskContext, SeriousMatter
from app.risk.context import easing
from app.risk.decision import decide
from app.risk.patterns import Patterns, strongest
from app.risk.training import ANY, SERIOUS, Examples, Matrix, Scale

HELD_BACK = Path(__file__).with_name("held_back.npz")
"""What the folds gave: written by `python -m training.risk --scales`."""


@dataclass(frozen=True)
class Line:
    """One example with its true labels, and what was said of it by a fit that had not seen it."""

    text: str
    truth: frozenset[str]
    ordinary: tuple[str, ...]
    serious: tuple[str, ...]
    doubtful: tuple[str, ...]
    chance: float

    @property
    def said(self) -> frozenset[str]:
        """All labels given; a doubtful serious matter counts only where nothing else was said."""
        sure = frozenset((*self.ordinary, *self.serious))
        return sure or frozenset(self.doubtful)

    @property
    def grave(self) -> bool:
        """Say whether the line truly is a serious matter."""
        return any(label.startswith("serious_") for label in self.truth)


@dataclass(frozen=True)
class HeldBack:
    """Chances for each example from a reader and a classifier that had seen neither it nor its near-duplicates."""

    lines: dict[str, Matrix]
    scale: Scale
    labels: tuple[str, ...]


def read_held_back(path: Path) -> HeldBack:
    """Return what the folds gave when the reader was last taught; a line added since is not in it, and so unscored."""
    with np.load(path, allow_pickle=False) as kept:
        scale = Scale(kept["slope"], kept["offset"], kept["limits"])
        chances = scale.chances(kept["scores"].astype(np.float32))
        return HeldBack(dict(zip(kept["keys"].tolist(), chances, strict=True)), scale, tuple(kept["labels"].tolist()))


def key_of(text: str) -> str:
    """Return what a line is filed under."""
    return sha256(text.encode()).hexdigest()[:16]


def judged_apart(
    examples: Examples, kept: HeldBack, categories: Sequence[RiskCategory], serious: Sequence[SeriousMatter]
) -> list[Line]:
    """Return each example with the verdict of a fit that had not seen it, patterns and context included."""
    patterns = Patterns(categories, serious)
    lines = []
    for text, truth in zip(examples.texts, examples.table, strict=True):
        chances = kept.lines.get(key_of(text))
        if chances is None:
            continue
        verdict = decide(kept.labels, chances, kept.scale.limits, strongest(patterns.hits(text, "")).values())
        eased = {name: easing(name, text, RiskContext()) for name in verdict.ordinary}
        allowed = tuple(name for name in verdict.ordinary if not (reason := eased[name]) or not reason.clears)
        named = frozenset(
            label for label, value in zip(examples.labels, truth, strict=True) if value and label not in {ANY, SERIOUS}
        )
        lines.append(
            Line(
                text,
                named,
                () if verdict.serious else allowed,
                tuple(verdict.serious),
                tuple(verdict.doubtful),
                float(chances[0]),
            )
        )
    return lines


def figures(lines: Sequence[Line], labels: Sequence[str]) -> dict[str, float]:
    """Return the shares in [0, 1] the bars are about, and what lies behind them."""
    risky = [line for line in lines if line.truth]
    safe = [line for line in lines if not line.truth]
    grave = [line for line in lines if line.grave]
    caught, wrong = _share(risky, lambda line: bool(line.said)), _share(safe, lambda line: bool(line.said))
    hits = sum(1 for line in risky if line.said)
    alarms = sum(1 for line in safe if line.said)
    per_label = {label: f1(lines, label) for label in labels}
    ordinary = [value for label, value in per_label.items() if not label.startswith("serious_")]
    return {
        "lines": float(len(lines)),
        "flagged_f1": 2 * hits / (hits + alarms + len(risky)),
        "flagged_recall": caught,
        "false_alarms_on_safe": wrong,
        "category_macro_f1": float(np.mean(list(per_label.values()))),
        "ordinary_macro_f1": float(np.mean(ordinary)),
        "best_label_first": _share(risky, lambda line: bool(line.said & line.truth)),
        "serious_recall": _share(grave, lambda line: bool(line.serious or line.doubtful)),
        "serious_recall_certain": _share(grave, lambda line: bool(line.serious)),
        "serious_alarms_on_safe": _share(safe, lambda line: bool(line.serious or line.doubtful)),
        "serious_alarms_on_ordinary": _share(
            [line for line in risky if not line.grave], lambda line: bool(line.serious)
        ),
    }


def f1(lines: Sequence[Line], label: str) -> float:
    """Return the F1 of one label, in [0, 1]."""
    both = sum(1 for line in lines if label in line.truth and label in line.said)
    either = sum((label in line.truth) + (label in line.said) for line in lines)
    return 2 * both / either if either else 0.0


def confusions(lines: Sequence[Line]) -> Counter[tuple[str, str]]:
    """Count (true label, label said instead); "safe" and "nothing" stand for none."""
    table: Counter[tuple[str, str]] = Counter()
    for line in lines:
        missed, extra = line.truth - line.said, line.said - line.truth
        for true in missed or ({"safe"} if not line.truth else set()):
            for said in extra or ({"nothing"} if not line.said else set()):
                if (true, said) != ("safe", "nothing"):
                    table[true, said] += 1
    return table


def worst(lines: Sequence[Line], count: int = 20) -> list[Line]:
    """Return the errors about which the detector was surest."""
    wrong = [line for line in lines if bool(line.said) != bool(line.truth)]
    return sorted(wrong, key=lambda line: -abs(line.chance - float(bool(line.truth))))[:count]


def _share(lines: Sequence[Line], holds: Callable[[Line], bool]) -> float:
    return sum(1 for line in lines if holds(line)) / len(lines) if lines else 0.0
