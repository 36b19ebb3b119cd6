"""Whom he, she and they mean in a letter: its reader, or somebody named just before."""

import re
from collections.abc import Iterator, Sequence

from app.domain.language import Parsed, Word

_GENDER = {
    form: pronoun
    for pronoun, forms in {
        "he": "he him his himself",
        "she": "she her hers herself",
        "they": "they them their theirs",
    }.items()
    for form in forms.split()
}
_OBJECT = {"dobj", "dative", "iobj", "pobj"}
TOLD = frozenset("ask tell send give show let help remind thank email invite introduce".split())
"""What is done to people: its object is a person, whatever the name looks like."""
_ASKED = frozenset("ask tell remind help let invite email".split())
_SOMEBODY = frozenset("colleague coworker co-worker teammate peer manager boss lead intern friend mentor".split())


def of_others(parsed: Parsed, names: Sequence[str], *, deed: bool) -> frozenset[int]:
    """Return where the pronouns start that mean somebody else than the letter's reader.

    In what somebody will do, a pronoun is the last one named. In what a meeting is for it is the reader, unless
    somebody else was spoken to or given something. One of another gender than the reader, and whoever stands in "Tom and his
    team", is always somebody else.

    Args:
        parsed: the user's own words as read; without parts of speech nobody is found.
        names: what the reader is called in them.
        deed: whether they say what somebody will do.
    """
    words = parsed.words
    spans = [m.span() for n in names if n for m in re.finditer(rf"(?<!\w){re.escape(n)}(?!\w)", parsed.text, re.I)]
    found: set[int] = set()
    reader = ""
    other: Word | None = None
    several = False
    for word in words:
        if any(start <= word.start < end for start, end in spans):
            other = None
        elif gender := _GENDER.get(word.text.lower()):
            differs = reader not in {"", gender} and (other or "they" not in {reader, gender})
            if (
                differs
                or (several and gender == "they")
                or (other and _means(other, word, parsed, deed=deed, known=bool(reader)))
            ):
                found.add(word.start)
            elif other is None:
                reader = reader or gender
        elif is_named(word, parsed) or (word.lemma in _SOMEBODY and word.text.lower() == word.lemma):
            other = word
        elif deed and word.pos == "NOUN" and word.dep != "pobj" and _strong(word, words, _ASKED):
            several = True
    return frozenset(found)


def _means(other: Word, word: Word, parsed: Parsed, *, deed: bool, known: bool) -> bool:
    """Tell whether a pronoun means somebody named before it; `known` is whether the reader was he or she already."""
    if word.dep == "poss" and parsed.text[other.end : word.start].strip() == "and":
        return True
    likely = deed or (not known and _strong(other, parsed.words))
    return likely and not _apart(other, word, parsed.words)


def is_named(word: Word, parsed: Parsed) -> bool:
    """Tell whether a word is somebody's name."""
    if word.pos != "PROPN" or word.dep == "compound":
        return False
    inside = next((e for e in parsed.entities if e.start <= word.start < e.end), None)
    return bool(inside and inside.label == "PERSON") or _strong(word, parsed.words, TOLD)


def _strong(word: Word, words: Sequence[Word], verbs: frozenset[str] = frozenset()) -> bool:
    """Tell whether somebody is spoken to, given something or let do it; by one of `verbs` where there are any."""
    head = words[word.head]
    if word.dep == "conj":
        return _strong(head, words, verbs) if head is not word and head.pos in {"PROPN", "NOUN"} else False
    if word.dep in {"nsubj", "poss"}:
        before = next((w for w in reversed(words[: words.index(word)]) if w.dep != "compound"), None)
        return bool(before and before.lemma in TOLD)
    if word.dep not in _OBJECT:
        return False
    return not verbs or any(each.lemma in verbs for each in (head, words[head.head]))


def _apart(other: Word, word: Word, words: Sequence[Word]) -> bool:
    """Tell whether two stand beside each other in one clause, so that they cannot be the same: "introduce Ken to her"."""
    if word.dep in {"poss", "nsubj", "nsubjpass"} or word.text.lower().endswith("self"):
        return False
    return word.head == words.index(other) or next(_verbs(other, words), None) == next(_verbs(word, words), None)


def _verbs(word: Word, words: Sequence[Word]) -> Iterator[int]:
    """Yield the verbs a word hangs on, the nearest first."""
    at = word.head
    while True:
        if words[at].pos in {"VERB", "AUX"}:
            yield at
        if words[at].head == at:
            return
        at = words[at].head
