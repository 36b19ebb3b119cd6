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
_EMPTY = frozenset(
    "what when where which that this with from have will would could should there they them your about does been were "
    "being more most much many some than then into just like know think want need make made take said tell still only "
    "also very year month week good best first last next right long time hear ever here come goes going each every "
    "other over under after before between because really could something anything everyone look help give keep".split()
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
    if reading and reading.questions and (named := _named(known, " ".join(reading.questions))):
        return named
    for theme in themes:
        open_ = known.open(theme)
        may = [found for found in open_ if found.key.endswith(".1") or earned] or open_[:0]
        if reading and "asks_promotion" in reading.acts:
            may = [found for found in open_ if _LEVEL.search(found.fact.say)] or may
        if may:
            return max(may, key=lambda found: (len(words & _stems(found.fact.say)) > 1, found.key.endswith(".1")))
    return None


def _named(known: Known, asked: str) -> Found | None:
    """Return the open fact that shares the question's own words, whatever its theme: two of them, or one told by the user."""
    words = _stems(asked) - _GENERAL - _EMPTY
    scored = [
        (len(words & _stems(found.fact.say)) + found.fact.told, found)
        for theme in known.facts
        for found in known.open(theme)
    ]
    shared, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best if best is not None and shared >= 2 and words & _stems(best.fact.say) else None


def near(thing: str, fact: str) -> bool:
    """Say whether a fact is about the thing asked for, or the thing is too general to be missed."""
    words = _stems(thing) - _GENERAL
    return not words or bool(words & _stems(fact))


def shares_word(said: str, fact: str) -> bool:
    """Say whether a fact takes up a telling word of what was said."""
    return bool((_stems(said) - _GENERAL - _EMPTY) & _stems(fact))


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|e|s)$", "", word) for word in re.findall(r"[a-z]{4,}", text.lower())}
