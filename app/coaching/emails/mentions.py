"""Every name in a brief, and the brief with each name replaced by a mark, so that rules speak of people and not of spelling."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.coaching.emails.first_names import FIRST_NAMES
from app.coaching.emails.names import NOT_NAMES, TITLES, take_name
from app.coaching.emails.typed import plain
from app.coaching.emails.wording import DAYS, MONTHS
from app.domain.language import Parsed

NAME = r"⟦(?:\d+)⟧"
"""A name's mark in a masked text."""
_STARTERS = frozenset(
    "half morning mornings"
    " afternoon purpose topic topics goal reason availability sorry quick good great after before during "
    "could would say nothing"
    " yes max maximum tone language boss's hi hey dear hello re two three one ten fifteen twenty thirty "
    "forty formal informal"
    " friendly warm plain short note reply reporting line dr subject sent date cc to from question "
    "questions needed needs"
    " want wants looking learned takeaways takeaway heard found tell ask thank politely gentle please "
    "move met send answer write"
    " invite accept decline announce remind confirm postpone cancel propose offer also then still "
    "spanish french german"
    " english british company team department office hr it qa ux ui pr rd r&d ceo cto cfo coo vp svp evp "
    "monday tuesday wednesday"
    " thursday friday saturday sunday zoom teams slack google meet deputy chief head director senior "
    "teacher nurse analyst"
    " engineer developer designer accountant therapist writer summary background context asking signed "
    "best cheers regards sincerely"
    " thanks recently currently basically honestly actually everyone nobody somebody people "
    "executive finance operations"
    " marketing sales product"
    " engineering people quality"
    " platform group regional global logistics growth security research design data claims facilities".split()
)


@dataclass(frozen=True)
class Mention:
    """One place where a person is named; `person` is the index of who it is."""

    start: int
    end: int
    text: str
    person: int


@dataclass(frozen=True)
class Cast:
    """The people of a brief: their fullest names, and the text with marks in their places."""

    names: tuple[str, ...]
    masked: str
    mentions: tuple[Mention, ...]

    def of(self, mark: str) -> int:
        """Return which person a mark such as ⟦3⟧ stands for."""
        return int(mark.strip("⟦⟧"))


def find_cast(text: str, parsed: Parsed) -> Cast:
    """Return everybody named in a text that has been brought to ordinary writing."""
    places = list(_names(text, parsed))
    people: list[list[str]] = []
    mentions = []
    for start, end, name in places:
        person = next((i for i, known in enumerate(people) if any(_same(name, other) for other in known)), len(people))
        if person == len(people):
            people.append([])
        people[person].append(name)
        mentions.append(Mention(start, end, name, person))
    masked, at = "", 0
    for mention in mentions:
        masked += f"{text[at : mention.start]}⟦{mention.person}⟧"
        at = mention.end
    return Cast(tuple(max(known, key=len) for known in people), masked + text[at:], tuple(mentions))


def _names(text: str, parsed: Parsed) -> Iterator[tuple[int, int, str]]:
    """Yield names with where they stand, a possessive "'s" left outside."""
    proper = {word.start for word in parsed.words if word.pos == "PROPN"}
    persons = [(e.start, e.end) for e in parsed.entities if e.label == "PERSON"]
    places = {e.start for e in parsed.entities if e.label in {"GPE", "DATE", "TIME", "LOC"}}
    at = 0
    for match in re.finditer(r"(?<![\w'’@.-])[^\W\d_]", text):
        if match.start() < at or not match.group().isupper():
            continue
        name, end = take_name(text, match.start())
        if not name:
            continue
        end -= len(re.search(r"(?:['’]s?)?$", text[match.start() : end]).group())  # type: ignore[union-attr]
        words = name.split()
        first = plain(words[0])
        known = first in FIRST_NAMES or first in TITLES or any(s <= match.start() < e for s, e in persons)
        opens = bool(re.search(r"(?:^|[.!?:\n(]\s*|[-–—]\s+)$", text[: match.start()]))
        ends = opens and not text[end:].strip(" .\n")
        if len(words) == 1 and first in {*DAYS, *MONTHS} and not ends:
            continue
        if (
            not known
            and not ends
            and (first in _STARTERS or (opens and len(words) == 1 and match.start() not in proper))
        ):
            continue
        if not known and len(words) > 1 and opens and words[0].lower() in NOT_NAMES:
            continue
        if (
            not known
            and match.start() in places
            and len(words) == 1
            and re.search(r"\b(?:in|at|near|from)\s+$", text[: match.start()])
        ):
            continue
        if len(words) == 1 and words[0].isupper() and len(words[0]) <= 4 and not known:
            continue
        yield match.start(), end, name
        at = end


def _same(one: str, other: str) -> bool:
    """Tell whether two names are one person's: the same, or one of them a part of the other."""
    a, b = ([plain(w) for w in name.split() if w.lower() not in TITLES] for name in (one, other))
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return short == long or (len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short))
