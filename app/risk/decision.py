"""From chances and pattern hits to a verdict on one stretch of text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from app.risk.patterns import Hit
from app.risk.training import SERIOUS, Matrix

CERTAIN = 0.65
"""Chance of a serious matter from which words alone end a rehearsal; below, it is asked about, with the routes."""
POSSIBLE = 0.5
"""Share of the serious threshold at which a flagged line that looks most like a serious matter is asked about."""
ALSO = 0.8
"""A further label is named when its chance reaches this share of the likeliest one's."""


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


def decide(
    labels: tuple[str, ...],
    chances: Matrix | None,
    thresholds: Matrix | None,
    hits: Iterable[Hit],
    certain: float = CERTAIN,
) -> Verdict:
    """Return the verdict for one stretch; a serious matter is asserted from the chance `certain` on.

    `chances` and `thresholds` have shape (len(labels),); "any" is always among the labels, and "serious" where there
    are serious matters. Without a model the patterns decide alone. A serious matter known only by a hint is asked about.
    """
    verdict = Verdict()
    sure = {hit.category for hit in hits if hit.sure}
    hinted = {hit.category for hit in hits if not hit.sure and hit.category.startswith("serious_")}
    if chances is not None and thresholds is not None:
        found = dict(zip(labels, zip(chances, thresholds, strict=True), strict=True))
        _from_model(verdict, found, bool(sure), certain)
    for category in sorted(sure):
        target = verdict.serious if category.startswith("serious_") else verdict.ordinary
        if category not in target:
            target.append(category)
    verdict.serious = [name for name in verdict.serious if name in sure or name not in hinted]
    verdict.doubtful = sorted({*verdict.doubtful, *hinted} - {*verdict.serious})
    return verdict


def _from_model(
    verdict: Verdict, found: Mapping[str, tuple[float, float]], patterns_said: bool, certain: float
) -> None:
    chance = {name: float(pair[0]) for name, pair in found.items()}
    limit = {name: float(pair[1]) for name, pair in found.items()}
    named = sorted((name for name in chance if name not in {"any", SERIOUS}), key=lambda name: -chance[name])
    likely = [name for name in named if chance[name] >= ALSO * chance[named[0]]]
    grave = [name for name in named if name.startswith("serious_")]
    flagged = chance["any"] >= limit["any"]
    if grave and chance[SERIOUS] >= limit[SERIOUS]:
        if chance[SERIOUS] >= certain:
            verdict.serious = [name for name in likely if name in grave][:2] or grave[:1]
        else:  # whatever ordinary pattern fired too: a serious matter is never covered by one
            verdict.doubtful = grave[:1]
    elif (
        grave and flagged and likely[0] in grave and chance[SERIOUS] >= POSSIBLE * limit[SERIOUS] and not patterns_said
    ):
        verdict.doubtful = grave[:1]
    if flagged and not verdict.serious:
        verdict.ordinary = [name for name in likely if name not in grave][:3]
        if not verdict.ordinary and not verdict.doubtful and not patterns_said:
            verdict.ordinary = [name for name in named if name not in grave][:1]
