"""Finding an entry of a list by words: every word begins one of the entry's, in any order."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

Entry = TypeVar("Entry")
_WORD = re.compile(r"[a-z0-9']+")


def matching(entries: Iterable[Entry], query: str, words: Callable[[Entry], str]) -> list[Entry]:
    """Return the entries that have every word of the query; if none has, those with the most of them. Order is kept."""
    asked = set(_WORD.findall(query.lower().replace("’", "'")))
    pairs = [(each, _count(asked, words(each))) for each in entries]
    most = max((count for _, count in pairs), default=0)
    return [each for each, count in pairs if count == most and (count or not asked)]


def _count(asked: set[str], text: str) -> int:
    there = set(_WORD.findall(text.lower().replace("’", "'")))
    return sum(any(word.startswith(one) for word in there) for one in asked)
