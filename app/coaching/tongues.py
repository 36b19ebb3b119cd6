"""Telling a line in another language from an English one, and saying that only English is read."""

import re

from app.domain.library import Library

ENGLISH_ONLY = "I read English only and may have misread you; the routes are there in any case."
UNREAD = (
    "I read English only, so I may have missed what you wrote. If somebody may be in danger or harmed, it need not wait: "
    "emergency services, HR or a crisis line."
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_ENGLISH = frozenset(
    "the my is of and for it you your she they we with what how should would could his their our this that not have has be are "
    "can at i from about when who why which if but".split()
)


def is_english(text: str, library: Library) -> bool:
    """Say whether a text reads as English: not when most of its letters are of another script, or its commonest words abroad."""
    words = _WORD.findall(text.lower())
    letters = "".join(words)
    if len(_LATIN.findall(letters)) * 2 < len(letters):
        return False
    return sum(word in library.words_abroad for word in words) <= sum(word in _ENGLISH for word in words)
