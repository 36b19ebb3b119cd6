"""Telling a line in another language from an English one, and saying that only English is read."""

import re
from itertools import groupby

from app.domain.library import Library
from app.domain.turn import Plan, Task

ENGLISH_ONLY = "I read English only and may have misread you; the routes are there in any case."
UNREAD = (
    "I read English only, so I may have missed what you wrote. If somebody may be in danger or harmed, it need not wait: "
    "emergency services, HR or a crisis line."
)
IN_ENGLISH = "Write it in a few words of English, if you can, and I'll answer."
STRETCH = 3
"""Strange words in a row that are another language and not a name, a slip or a trade's own word."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_OTHER_SCRIPT = re.compile(r"(?:(?![A-Za-zÀ-ɏḀ-ỿ])[^\W\d_]){2}")
_SHORT = re.compile(r"[bcdfghjklmnpqrstvwxz]{1,4}", re.IGNORECASE)
"""An English word cut short, as in "tmrw" and "pls"."""
_ENGLISH = frozenset(
    "the my is of and for it you your she they we with what how should would could his their our this that not have has be are "
    "can at i from about when who why which if but".split()
)


def is_english(text: str, library: Library) -> bool:
    """Say whether all of a text reads as English: no other script, no stretch of strange words, not mostly words from abroad."""
    return not (_OTHER_SCRIPT.search(text) or _abroad(text, library) or _strange(text, library)[1])


def is_foreign(text: str, library: Library) -> bool:
    """Say whether most of a text is in another language than English."""
    letters = "".join(_WORD.findall(text))
    if len(_LATIN.findall(letters)) * 2 < len(letters) or _abroad(text, library):
        return True
    share, stretch = _strange(text, library)
    return stretch and share > 1 / 2


def as_read(plan: Plan, line: str, library: Library, *, fits: bool = True) -> Plan:
    """Return the plan for a line, with a word on what may have been missed where not all of it is English.

    Of a line that is mostly in another language no answer is guessed, nor of another one unless it `fits`.
    """
    if is_english(line, library):
        return plan
    if plan.task is Task.ASK and (plan.abstained or not fits or is_foreign(line, library)):
        return Plan(task=Task.ASK, intent="not read", planned=f"{UNREAD} {IN_ENGLISH}", abstained=True)
    return plan.model_copy(update={"planned": f"{UNREAD}\n\n{plan.planned}", "prompt": ""})


def _abroad(text: str, library: Library) -> bool:
    words = _WORD.findall(text.lower())
    return sum(word in library.words_abroad and not _SHORT.fullmatch(word) for word in words) > sum(
        word in _ENGLISH for word in words
    )


def _strange(text: str, library: Library) -> tuple[float, bool]:
    """Return the share of words that no English text of ours has, and whether they stand together or are all there is."""
    words = _WORD.findall(text)
    known = [library.knows(word) or bool(_SHORT.fullmatch(word)) for word in words]
    share = known.count(False) / len(words) if words else 0.0
    # A capital is a name's, save at the very beginning.
    plain = [
        not knows and (i == 0 or not word[0].isupper())
        for i, (word, knows) in enumerate(zip(words, known, strict=True))
    ]
    longest = max((len(list(run)) for strange, run in groupby(plain) if strange), default=0)
    return share, longest >= STRETCH or (len(words) > 1 and share == 1.0 and plain[-1])
