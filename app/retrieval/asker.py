"""Who is asking: the employee, the leader, or the manager between them, judged by the small words of a question."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from app.domain.knowledge import Audience, Card

AUDIENCES: tuple[Audience, ...] = ("ic", "leader", "manager")
SMOOTHING = 0.3
RARE = 2
"""Word groups seen less often are left out."""
KNOWN = 0.98
"""How sure a stated audience is: a leader may still ask as somebody's employee. From 0.99 on those are not found."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


class Asker:
    """Naive Bayes over groups of one to three words, learned from the questions the cards answer.

    "my boss wants to meet my team" and "my team wants to meet my boss" share their words; the groups tell them apart.
    """

    def __init__(self, cards: Sequence[Card]) -> None:
        """Learn from the cards' `asks`."""
        counts: dict[Audience, Counter[str]] = {audience: Counter() for audience in AUDIENCES}
        for card in cards:
            for ask in card.asks:
                groups = word_groups(ask)
                for audience in card.audience:
                    counts[audience].update(groups)
        everywhere = sum(counts.values(), Counter())
        known = [group for group, count in everywhere.items() if count >= RARE]
        totals = {a: sum(counts[a][group] for group in known) + SMOOTHING * max(1, len(known)) for a in AUDIENCES}
        self._table = {
            group: [math.log((counts[a][group] + SMOOTHING) / totals[a]) for a in AUDIENCES] for group in known
        }

    def chances(self, question: str, stated: Audience | None = None) -> dict[Audience, float]:
        """Return how likely each audience asks this, summing to 1; `stated` is what is known about the person."""
        seen = [self._table[group] for group in word_groups(question) if group in self._table]
        # The groups overlap, so their evidence is not independent: the root of the count, not the count.
        evidence = [sum(row[i] for row in seen) / math.sqrt(max(1, len(seen))) for i in range(len(AUDIENCES))]
        prior = [KNOWN if a == stated else (1 - KNOWN) / 2 if stated else 1 / len(AUDIENCES) for a in AUDIENCES]
        top = max(evidence)
        weights = [p * math.exp(e - top) for p, e in zip(prior, evidence, strict=True)]
        return {a: weight / sum(weights) for a, weight in zip(AUDIENCES, weights, strict=True)}


def word_groups(text: str) -> set[str]:
    """Return the groups of one to three neighbouring words, with the ends of the text as words of their own."""
    words = ["<", *_WORD.findall(text.lower().replace("’", "'")), ">"]
    return {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}


def fit(chances: dict[Audience, float], audience: Iterable[Audience]) -> float:
    """Return the log chance that a card for these audiences is for the person asking, at most 0."""
    return math.log(min(1.0, sum(chances[a] for a in audience)) + 0.01)
