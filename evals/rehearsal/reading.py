"""Reading measured on labelled lines: one half to work on, the other held back."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.coaching.rehearsal.reading import Reader
from app.coaching.rehearsal.scene import Scene
from app.domain.ports import RiskDetector
from app.domain.risk import RiskContext

LINES = Path(__file__).with_name("lines.tsv")
PREVIOUS = "What do you see from your side?"
UNSCORED = frozenset({"answers", "gives_cost", "asks_pay_rule", "demeans", "essay", "rambles"})
"""Acts that hang on the line before or on length alone; the meetings test those."""


@dataclass(frozen=True)
class Labelled:
    """One line and what it does. `held_back` lines are never looked at while patterns are written."""

    text: str
    acts: frozenset[str]
    held_back: bool


def labelled() -> list[Labelled]:
    """Return every labelled line; the half is drawn from a hash of the line itself."""
    found = []
    for row in LINES.read_text(encoding="utf-8").splitlines():
        if not row or row.startswith("#"):
            continue
        acts, text = row.split("\t")
        half = hashlib.sha256(text.encode()).digest()[0] % 2 == 1
        found.append(Labelled(text, frozenset(acts.split(",")) - {"-"}, half))
    return found


@dataclass(frozen=True)
class Marks:
    """Counts of one act: right, wrongly found, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """F1 in [0, 1]."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


def measure(
    reader: Reader, detector: RiskDetector, scene: Scene, lines: Sequence[Labelled]
) -> tuple[float, dict[str, Marks], list[tuple[str, list[str], list[str]]]]:
    """Return macro-F1 over the acts that occur, the marks of each act, and the lines read wrongly."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    errors = []
    context = RiskContext(previous=PREVIOUS, names=scene.names, boss=scene.meeting.people.boss.first)
    for line in lines:
        reading = reader.read(line.text, scene, detector.check(line.text, context), previous=PREVIOUS)
        found = set(reading.acts) - UNSCORED
        right.update(found & line.acts)
        wrong.update(found - line.acts)
        missed.update(line.acts - found)
        if found != line.acts:
            errors.append((line.text, sorted(found - line.acts), sorted(line.acts - found)))
    acts = sorted({act for line in lines for act in line.acts})
    marks = {act: Marks(right[act], wrong[act], missed[act]) for act in acts}
    return sum(m.f1 for m in marks.values()) / len(marks), marks, errors
