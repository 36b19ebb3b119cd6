"""From chances and pattern hits to a verdict on one stretch of text."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from math import exp

from app.risk.patterns import Hit
from app.risk.training import SERIOUS, Matrix

CERTAIN = 0.85
"""Chance of a serious matter from which words alone end a rehearsal; below, it is asked about, with the routes."""
PLAIN = 0.9
"""Chance of a serious matter from which a mild wording no longer speaks for asking first."""
NAMED = 0.5
"""Chance of a matter itself below which the words seem grave and the kind is a guess: it is asked about in general."""
GUESSED = 0.35
"""Chance of a matter itself below which words alone assert none, however grave they seem (ADR 0024)."""
ALSO = 0.7
"""A further label is named when its chance reaches this share of the likeliest one's."""
NEARLY = 0.25
"""Of a line that is flagged, a serious matter this near to the likeliest label is asked about as well."""
BACKED = 3.0
"""What a pattern that leaves no doubt adds to the log-odds of its label; both chosen by cross-validation."""


@dataclass
class Verdict:
    """Labels found in one stretch. `doubtful` serious matters are asked about, not asserted."""

    ordinary: list[str] = field(default_factory=list)
    serious: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    """Those of the doubtful whose kind is a guess."""

    @property
    def all(self) -> set[str]:
        """Every label found."""
        return {*self.ordinary, *self.serious, *self.doubtful}

    @property
    def grave(self) -> bool:
        """Say whether a serious matter was found, or is asked about."""
        return bool(self.serious or self.doubtful)


def decide(
    labels: tuple[str, ...],
    chances: Matrix | None,
    thresholds: Matrix | None,
    hits: Collection[Hit],
    certain: float = CERTAIN,
    parts: Matrix | None = None,
) -> Verdict:
    """Return the verdict for one stretch; a serious matter is asserted from the chance `certain` on.

    `chances` and `thresholds` have shape (len(labels),); "any" is always among the labels, and "serious" where there
    are serious matters; `parts` has the chances of each sentence, shape (sentences, len(labels)). Without a model the
    patterns decide alone. A serious matter known only by a hint, or mildly put, is asked about; in general, where the
    model takes the stretch and every sentence of it for ordinary and a pattern alone speaks; not so in a language it cannot read.
    """
    verdict = Verdict()
    sure = {hit.category for hit in hits if hit.sure}
    hinted = {hit.category for hit in hits if not hit.sure and hit.category.startswith("serious_")}
    if chances is not None and thresholds is not None:
        found = dict(zip(labels, zip(chances, thresholds, strict=True), strict=True))
        _from_model(verdict, found, sure, certain)
    calm = _calm(labels, chances, thresholds, parts)
    if calm:
        abroad = {hit.category for hit in hits if hit.sure and hit.abroad}
        hinted |= {name for name in sure if name.startswith("serious_") and name not in abroad}
        sure -= hinted
    for category in sorted(sure):
        target = verdict.serious if category.startswith("serious_") else verdict.ordinary
        if category not in target:
            target.append(category)
    plain = chances is not None and SERIOUS in labels and chances[labels.index(SERIOUS)] >= PLAIN
    kept = [name for name in verdict.serious if name in sure or name not in hinted or plain]
    verdict.serious = sorted(kept, key=lambda name: name not in sure)  # what the words name outright leads
    verdict.doubtful = sorted({*verdict.doubtful, *hinted} - {*verdict.serious})
    guessed = {*verdict.unnamed}
    verdict.unnamed = sorted(guessed | hinted if calm else guessed - hinted)
    return verdict


def _calm(labels: tuple[str, ...], chances: Matrix | None, thresholds: Matrix | None, parts: Matrix | None) -> bool:
    if chances is None or thresholds is None or SERIOUS not in labels:
        return False
    column = labels.index(SERIOUS)
    said = chances[column] if parts is None else max(chances[column], parts[:, column].max())
    return bool(said < thresholds[column])


def _from_model(
    verdict: Verdict, found: Mapping[str, tuple[float, float]], sure: AbstractSet[str], certain: float
) -> None:
    chance = {name: _backed(float(pair[0])) if name in sure else float(pair[0]) for name, pair in found.items()}
    limit = {name: float(pair[1]) for name, pair in found.items()}
    named = sorted((name for name in chance if name not in {"any", SERIOUS}), key=lambda name: -chance[name])
    likely = [name for name in named if chance[name] >= ALSO * chance[named[0]]]
    grave = [name for name in named if name.startswith("serious_")]
    flagged = chance["any"] >= limit["any"]
    if grave and chance[SERIOUS] >= limit[SERIOUS]:
        # Words alone assert only a matter they can name; where its kind is a guess it is asked about.
        if chance[SERIOUS] >= certain and chance[grave[0]] >= GUESSED:
            verdict.serious = [name for name in likely if name in grave][:2] or grave[:1]
        else:  # whatever ordinary pattern fired too: a serious matter is never covered by one
            verdict.doubtful = grave[:1]
    elif flagged and grave and chance[grave[0]] >= NEARLY * chance[named[0]]:
        verdict.doubtful = grave[:1]
    verdict.unnamed = [name for name in verdict.doubtful if chance[name] < NAMED]
    if flagged and not verdict.serious:
        verdict.ordinary = [name for name in likely if name not in grave][:3]
        if not verdict.ordinary and not verdict.doubtful and not sure:
            verdict.ordinary = [name for name in named if name not in grave][:1]


def _backed(chance: float) -> float:
    odds = chance / max(1 - chance, 1e-6) * exp(BACKED)
    return odds / (1 + odds)
