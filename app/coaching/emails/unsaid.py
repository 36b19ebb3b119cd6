"""What a brief tells, clause by clause, so that nothing it tells vanishes from the letter unseen."""

import re
from collections.abc import Mapping, Sequence

from app.coaching.emails.mended import stays_out
from app.coaching.emails.refusals import find_refusals
from app.coaching.emails.said import is_said
from app.coaching.emails.wording import DAYS, MONTHS
from app.domain.language import Mark

_CLAUSE = re.compile(r"(?:[^.;,:!?\n]|(?<=\d)[.,:](?=\d)|(?<=\b(?:Dr|Mr|Ms|St))\.|(?<=\bMrs)\.)+")
_HOW = re.compile(
    r"\b(?:words?|lines?|formal\w*|warm\w*|friendly|casual|polite\w*|short\w*|brief\w*|concise|tone|sign(?:ed)?|letter|e-?mail|message|note|draft"
    r"|reply|answer|version|in (?:French|German|Spanish|English))\b",
    re.I,
)
"""Words about the letter itself, and not for it."""
_MINUTES = re.compile(r"\d+\s*(?:-\s*)?(?:minutes?|mins?|m\b|hours?|hrs?|h\b|words?|%\s)", re.I)
SURE = 0.6
"""How sure a mark must be that something was understood."""
COUNTED = re.compile(r"(?:^|[\s:,])1\s+[a-z][^.;\n]*?\s2\s+[a-z]", re.I)
"""A list that is counted without stops: "1 lights 2 rota"."""
_WEEKDAY = {day[:3]: day for day in DAYS}
_MONTH = {month[:3]: month for month in MONTHS}
_NOT_TOLD = frozenset({"out", "unwise", "leader_title", "employer", "writing"})
_WHO = re.compile(
    r"\b(?:boss(?:es)?|managers?|reports?|supervisor|name|called|director|head|chief|vp|ceo|skip[- ]?level|meet|met|colleague|above|under"
    r"|thanks?|please|hi|hello|dear|know|knows|told|ask(?:ed)?|complain|bad|that's (?:all|it))\b",
    re.I,
)
"""Words of who is who, and of the request for the letter itself."""


def clauses_of(text: str, marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return the clauses of a brief that a letter might be missed to say.

    Those with a date, a time or a number, and those the reader marked nothing in. Not what is to stay out, who is who, or how
    to write it.
    """
    kept = []
    sure = [m for m in marks if m.sure >= SURE]
    if COUNTED.search(text):
        text = re.sub(r"(?<=[\s:,])[1-9](?=\s+[a-z])", " ", text)
    for match in _CLAUSE.finditer(text):
        clause = " ".join(match.group().split()).strip(" ,:-–—\"'()")
        over = {m.tag for m in sure if m.start < match.end() and match.start() < m.end}
        asks = (
            over & _NOT_TOLD or any(tag.startswith("knows") for tag in over) or _HOW.search(clause) or stays_out(clause)
        )
        if asks or find_refusals(clause):
            continue
        if _numbers(clause) or _days(clause) or not (over or _WHO.search(clause)):
            kept.append(clause)
    return tuple(kept)


def is_missed(clause: str, letter: str, facts: Mapping[str, str]) -> bool:
    """Tell whether a letter leaves out what a clause tells: a date, a time or a number, or most of its words."""
    if not _numbers(clause) <= _numbers(letter) or not _days(clause) <= _days(letter):
        return True
    return not is_said(clause, f"{letter} {' '.join(facts.values())}")


def _numbers(text: str) -> set[str]:
    return {str(int(n)) if n.isdigit() else n for n in re.findall(r"\d+(?:[:.,]\d+)?", _MINUTES.sub("", text))}


def _days(text: str) -> set[str]:
    words = re.findall(r"[a-z]+", text.lower())
    named = {_WEEKDAY[w[:3]] for w in words if w[:3] in _WEEKDAY and _WEEKDAY[w[:3]].startswith(w.rstrip("s"))}
    return named | {
        _MONTH[w[:3]]
        for w in words
        if w[:3] in _MONTH and w in {w[:3], _MONTH[w[:3]]} and w not in {"may", "mar", "march"}
    }
