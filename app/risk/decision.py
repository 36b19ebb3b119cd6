"""From chances and pattern hits to a verdict on one stretch of text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.risk.patterns import Hit
from app.risk.training import Matrix

POSSIBLE = 0.5
"""Share of a serious label's own threshold at which a flagged line is asked about gently."""
SECOND = 0.8
"""A further ordinary label is named when it passes its threshold and reaches this share of the best one's strength."""


@dataclass
class Verdict:
    """Labels found in one stretch. `doubtful` serious matters are asked about, not asserted."""

    ordinary: list[str] = field(default_factory=list)
    serious: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    @property
    def flagged(self) -> bool:
        """Say whether anything was found."""
        return bool(self.ordinary or self.serious or self.doubtful)


def decide(labels: tuple[str, ...], chances: Matrix | None, thresholds: Matrix | None, hits: Iterable[Hit]) -> Verdict:
    """Return the verdict for one stretch.

    `chances` and `thresholds` have shape (len(labels),); labels[0] is "any" and labels[1] "serious" where there are
    serious matters. Without a model the patterns decide alone.
    """
    verdict = Verdict()
    sure = {hit.category for hit in hits if hit.sure}
    hinted = {hit.category for hit in hits if not hit.sure and hit.category.startswith("serious_")}
    if chances is not None and thresholds is not None:
        strength = {name: float(chances[i] / thresholds[i]) for i, name in enumerate(labels)}
        _from_model(verdict, strength, sure)
    for category in sorted(sure):
        target = verdict.serious if category.startswith("serious_") else verdict.ordinary
        if category not in target:
            target.append(category)
    verdict.doubtful = sorted({*verdict.doubtful, *hinted} - {*verdict.serious})
    return verdict


def _from_model(verdict: Verdict, strength: dict[str, float], sure: set[str]) -> None:
    named = sorted((n for n in strength if n not in {"any", "serious"}), key=lambda n: -strength[n])
    ordinary = [n for n in named if not n.startswith("serious_")]
    serious = [n for n in named if n.startswith("serious_")]
    if strength["any"] < 1:
        return
    best = max(strength[named[0]], 1e-6)
    if strength.get("serious", 0) >= 1 and serious:
        clear = [n for n in serious if strength[n] >= max(1, SECOND * strength[serious[0]])]
        verdict.serious = clear[:2] or serious[:1]
    elif serious and strength.get("serious", 0) >= POSSIBLE:
        verdict.doubtful = serious[:1]
    if ordinary and not verdict.serious:
        verdict.ordinary = [n for n in ordinary if strength[n] >= max(1, SECOND * best)][:3]
        if not verdict.ordinary and not verdict.doubtful and not sure:
            verdict.ordinary = ordinary[:1]
