"""Wording that leaves no doubt, and mild wording that may hide something grave."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.sentences import sentence_at

_BOSS = r"(?:my|our) (?:line )?(?:manager|boss|supervisor|lead|team lead|team leader)"
_RULES = re.compile(
    r"\b(?:polic(?:y|ies)|training|refresher|e-learning|handbook|workshop|procedure|template|module|(?<!of )course|poster|leaflet|"
    r"charity|insurer|customers?'? (?:threatened|complain\w*)|the supplier|the client|what if (?:someone|somebody|a colleague)|"
    r"in general|in theory|how (?:does|do|would) (?:the|a|our) (?:company|manager|site|policy)|prevention|detection|caught)\b",
    re.I,
)
_DENIED = re.compile(r"\b(?:nobody|no one|none of (?:us|them)|never|not)\s+(?:\w+\s+)?$", re.I)
_QUOTED = re.compile(r"[\"“][^\"”]{0,200}[\"”]")


class Hit(NamedTuple):
    """A pattern of `category` found at `text[start:end]`; `sure` is false for a hint, `abroad` true in another language."""

    category: str
    start: int
    end: int
    sure: bool
    abroad: bool = False


class Patterns:
    """All patterns of the taxonomy, compiled once; those naming the manager once per manager's name."""

    def __init__(self, categories: Sequence[RiskCategory], serious: Sequence[SeriousMatter]) -> None:
        """Compile what can be compiled now.

        Raises:
            re.error: a pattern in the content is wrong; the message names it.
        """
        self._always: list[tuple[str, bool, re.Pattern[str]]] = []
        self._abroad = frozenset(pattern for matter in serious for pattern in matter.abroad)
        self._with_boss: list[tuple[str, str]] = []
        self._grave = frozenset(matter.id for matter in serious)
        sources: list[RiskCategory | SeriousMatter] = [*categories, *serious]
        for source in sources:
            for pattern in source.patterns:
                if "{manager}" in pattern:
                    self._with_boss.append((source.id, pattern))
                else:
                    self._always.append((source.id, True, re.compile(pattern, re.I)))
        for matter in serious:
            self._always += [(matter.id, False, re.compile(pattern, re.I)) for pattern in matter.hints]
        self._for_boss = lru_cache(maxsize=32)(self._compile)

    def hits(self, stretch: str, boss: str) -> Iterator[Hit]:
        """Yield the first hit of each pattern, none that is denied.

        In a sentence about rules or courses, or in a quotation, an ordinary one is none; a serious one is a hint, because
        people also quote what was done to them.
        """
        quoted = [match.span() for match in _QUOTED.finditer(stretch)]
        for category, sure, pattern in (*self._always, *self._for_boss(boss.strip())):
            match = pattern.search(stretch)
            if not match or match.end() == match.start():
                continue
            start, end = match.span()
            if _DENIED.search(stretch, max(0, start - 30), start):
                continue
            told = any(opens < start and end < closes for opens, closes in quoted)
            doubtful = told or _RULES.search(stretch[slice(*sentence_at(stretch, start, end))]) is not None
            if not doubtful or category in self._grave:
                yield Hit(category, start, end, sure and not doubtful, pattern.pattern in self._abroad)

    def forget(self) -> None:
        """Forget the managers' names, in `re`'s own memory of patterns too."""
        self._for_boss.cache_clear()
        re.purge()

    def _compile(self, boss: str) -> list[tuple[str, bool, re.Pattern[str]]]:
        names = f"(?:{_BOSS}|{re.escape(boss)})" if boss else _BOSS
        return [(category, True, re.compile(p.replace("{manager}", names), re.I)) for category, p in self._with_boss]


def strongest(hits: Iterable[Hit]) -> dict[str, Hit]:
    """Return one hit a category: a sure one if there is one, and the longest of those."""
    best: dict[str, Hit] = {}
    for hit in sorted(hits, key=lambda hit: (hit.sure, hit.end - hit.start)):
        best[hit.category] = hit
    return best
