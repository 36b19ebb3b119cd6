"""The leader's own facts: which was said, which comes next, which has to be earned."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.personas import Fact
from app.domain.rehearsal import Reading

_GENERAL = frozenset(
    "project decision company customer team strategy plan year month quarter thing work market data "
    "people week lot".split()
)
_LEVEL = re.compile(r"\b(?:level|look for|senior|lead|promot\w+|step up)\b", re.I)


@dataclass(frozen=True)
class Found:
    """A fact and its key, "theme.number" counting from 1."""

    key: str
    fact: Fact


@dataclass(frozen=True)
class Known:
    """The facts of one scenario and the keys of those already said."""

    facts: Mapping[str, tuple[Fact, ...]]
    said: tuple[str, ...] = ()

    def told(self, key: str) -> "Known":
        """Return this with one more said."""
        return Known(self.facts, (*self.said, key))

    def open(self, theme: str) -> list[Found]:
        """Return the facts of a theme not yet said, the plain one first."""
        return [
            Found(f"{theme}.{place}", fact)
            for place, fact in enumerate(self.facts.get(theme, ()), start=1)
            if f"{theme}.{place}" not in self.said
        ]

    def spent(self, themes: Sequence[str]) -> bool:
        """Say whether there were facts on these themes and all have been said."""
        return any(theme in self.facts for theme in themes) and not any(self.open(theme) for theme in themes)


def find_fact(known: Known, themes: Sequence[str], reading: Reading | None, *, earned: bool) -> Found | None:
    """Return the fact to say next, or None.

    The first fact of a theme is said when asked; later ones are for those who earned them. Among those that may be
    said, the one nearest to the user's words comes first.
    """
    words = _stems(reading.text) if reading else set()
    for theme in themes:
        open_ = known.open(theme)
        may = [found for found in open_ if found.key.endswith(".1") or earned] or open_[:0]
        if reading and "asks_promotion" in reading.acts:
            may = [found for found in open_ if _LEVEL.search(found.fact.say)] or may
        if may:
            return max(may, key=lambda found: (len(words & _stems(found.fact.say)) > 1, found.key.endswith(".1")))
    return None


def near(thing: str, fact: str) -> bool:
    """Say whether a fact is about the thing asked for, or the thing is too general to be missed."""
    words = _stems(thing) - _GENERAL
    return not words or bool(words & _stems(fact))


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s)$", "", word) for word in re.findall(r"[a-z]{4,}", text.lower())}
