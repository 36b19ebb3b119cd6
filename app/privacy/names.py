"""Finding names in what a person wrote: by reading, by spelling, and by what our own content never calls a word."""

import re
import unicodedata
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from app.domain.language import Parsed
from app.domain.ports import English
from app.privacy.contacts import contacts
from app.privacy.standing import Standing, Word
from app.privacy.words import ALSO_WORDS, BEFORE_A_PERSON, MODALS, MONTHS, ORDINARY, SAYS, SMALL_WORDS

PART = 4_000
"""Characters read at a time: readers of English stop at a limit, names do not."""
KEPT = 1_024
"""Texts whose names are remembered: a line of history is read once, not once a turn."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S|d|ll|re|ve|m)$|(?<=s)['’]$")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.[ -]?){2,4}(?!\w)|(?<!\w)[^\W\d_]\.(?= ?[^\W\d_]{2})")
_NO_INITIALS = re.compile(r"(?i)^(?:e\.g|i\.e|a\.m|p\.m|u\.s|u\.k|e\.u|u\.n|i)\.")
_BEFORE_A_MONTH = re.compile(
    r"(?i)(?:\b(?:in|until|till|since|next|last|this|early|late|mid|end of)|\d(?:st|nd|rd|th)?)[ -]$"
)
_CAPITAL = re.compile(r"\b(?!I\b)[A-Z]")
_CALLED = re.compile(r"(?i)\b(?:called|named|(?:report|reports|reported|reporting) to) $")
_IS_MINE = re.compile(
    r"(?i)(?:['’]s| is| was) (?:my|our|the) (?:new |old |own )?(?:boss|grandboss|manager|lead|director|vp|skip)\b"
)
_NO_VERBS = frozenset("this thus less plus need".split())
"""Words that end like a person's verb and may follow "May" or "Will" in a question."""
_SENTENCE_END = re.compile(r"[.!?…\n]+")
_STARTS = re.compile(r"(?:^|[.!?…:;\n•*\-–—|])[\s\"'“”‘’(\[*_>#-]*$|[\"“‘(\[]$")
_KINDS = {"PERSON": "person", "ORG": "company", "PRODUCT": "product", "FAC": "place", "GPE": "place", "LOC": "place",
          "NORP": "person", "WORK_OF_ART": "product", "EVENT": "product", "LAW": "product"}  # fmt: skip
_LOWER = re.compile(r"(?<![\w'’+|\]})*\\-])[a-z]+(?:['-][a-z]+)*(?![\w'’|\[-])")
"""Words of prose, and not the pieces of words in a pattern."""


class Found(NamedTuple):
    """A name in a text: `text[start:end]`, and what it seems to name."""

    start: int
    end: int
    kind: str


class NameFinder:
    """Finds names in texts. What it found is remembered; safe between threads."""

    def __init__(self, english: English, content: Path | None = None) -> None:
        """`content` is a folder whose lower-case words are ordinary words; without it every unknown word is judged by its reading."""
        self._english = english
        self._content = content
        self.find = lru_cache(KEPT)(self._find)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Words our own content writes in lower case; not the examples of what people type, names in small letters and all."""
        if self._content is None:
            return frozenset()
        files = (
            path
            for path in sorted(self._content.rglob("*"))
            if path.suffix in {".md", ".yaml"} and not {*path.parts, path.stem} & {"risks", "serious", "ordinary"}
        )
        return frozenset(word for file in files for word in _LOWER.findall(file.read_text(encoding="utf-8")))

    def forget(self) -> None:
        """Forget all texts whose names were found."""
        self.find.cache_clear()

    def is_word(self, name: str) -> bool:
        """Say whether a name is also an ordinary word, so that every place it stands in has to be read."""
        low = name.lower()
        return low in ALSO_WORDS or low in ORDINARY or low in self.vocabulary

    def _find(self, text: str) -> tuple[Found, ...]:
        taken: list[Found] = []

        def take(start: int, end: int, kind: str) -> None:
            if all(end <= other.start or start >= other.end for other in taken):
                taken.append(Found(start, end, kind))

        for start, end, kind in contacts(text):
            take(start, end, kind)
        for match in _INITIALS.finditer(text):
            if not _NO_INITIALS.match(match.group()):
                take(match.start(), match.start() + len(match.group().rstrip()), "person")
        for part in re.finditer(rf".{{1,{PART}}}(?:\s|$)|.{{1,{PART}}}", text, re.DOTALL):
            for start, end, kind in self._read(part.group()):
                take(part.start() + start, part.start() + end, kind)
        return tuple(sorted(taken))

    def _read(self, text: str) -> list[tuple[int, int, str]]:
        part = _Reading(text, self._english.parse(text), self.vocabulary)
        names = {word.start: word for word in part.words if part.is_name(word)}
        called = {word.low for word in part.words if part.is_called(word)}
        names |= {word.start: word for word in part.words if word.low in called}
        standing = part.standing.names(names.keys())
        names |= {word.start: word for word in part.words if word.start in standing}
        for before, word in zip(
            part.words, part.words[1:], strict=False
        ):  # elif demir: the surname gives the first name away
            if word.start in names and part.unknown(before) and text[before.end : word.start] == " ":
                names[before.start] = before
        found = []
        for start, end, kind in part.entities:
            inside = [word for word in part.words if start <= word.start and word.end <= end]
            if kind != "person" and any(word.start in names for word in inside):
                while inside and inside[0].low in SMALL_WORDS:
                    inside.pop(0)
                found.append((inside[0].start, inside[-1].end, kind))
        return found + [(word.start, word.end, "person") for word in names.values()]


class _Reading:
    """One text with its reading, and the rules that tell a name from a word."""

    def __init__(self, text: str, parsed: Parsed, vocabulary: frozenset[str]) -> None:
        self.text = text
        self.words = [_core(match) for match in WORD.finditer(text)]
        self.entities = [(e.start, e.end, _KINDS[e.label]) for e in parsed.entities if e.label in _KINDS]
        self._vocabulary = vocabulary
        self._proper = {word.start for word in parsed.words if word.pos == "PROPN"}
        self._typed_small = all(word.low in ORDINARY for word in self.words if _CAPITAL.search(word.text))
        self._shouted = sum(letter.isupper() for letter in text) > sum(letter.islower() for letter in text)
        small = [word for word in self.words if self._shouted or word.text[0].islower()]
        self.standing = Standing(text, self.words, {word.start for word in small}, self.unknown)
        self._after = {a.start: b for a, b in zip(self.words, self.words[1:], strict=False)}
        self._before = {b.start: a for a, b in zip(self.words, self.words[1:], strict=False)}

    def is_name(self, word: Word) -> bool:
        """Say whether a word names somebody or something."""
        text, low = word.text, word.low
        if any(letter.isalpha() and not _is_latin(letter) for letter in text):
            return True
        if low == "skip" and (after := self._after.get(word.start)) and after.low.startswith("level"):
            return False
        if low == "w" and self.text[word.end : word.end + 1] == "/":
            return False
        if not any(letter.isalpha() for letter in text) or low in ORDINARY or (len(text) == 1 and text in "aAIi"):
            return False
        if text[0].isupper() and not (self._shouted and self._knows(low)):
            return self._capital_is_name(word)
        if any(letter.isupper() for letter in text[1:]) and not self._knows(low):
            return True
        if not self.unknown(word):
            also = low in ALSO_WORDS and low not in MODALS and not self.standing.is_word(word)
            return also and self._read_as_name(word) and self._named(word)
        if self._typed_small:  # nobody's name has a capital here: what our content never says may be one
            return low not in ALSO_WORDS or not self.standing.is_word(word)
        before = self._before.get(word.start)
        return self._read_as_name(word) or (before is not None and before.low in BEFORE_A_PERSON)

    def is_called(self, word: Word) -> bool:
        """Say whether a word that is also a name stands where only a name can: "called sky", "hope is my manager"."""
        if word.low not in ALSO_WORDS:
            return False
        return bool(_CALLED.search(self.text, 0, word.start) or _IS_MINE.match(self.text, word.end))

    def unknown(self, word: Word) -> bool:
        """Say whether our content never uses this word."""
        return not self._knows(word.low) and word.low not in ORDINARY and word.text[0].isalpha()

    def _capital_is_name(self, word: Word) -> bool:
        start = bool(_STARTS.search(self.text[max(0, word.start - 12) : word.start]))
        if not start and word.low in MONTHS and self._is_month(word):
            return False
        if not start:
            return self._read_as_name(word) or word.low in ALSO_WORDS or self.unknown(word)
        if word.low in MODALS:
            return self._begins_a_statement(word)
        if word.low in ALSO_WORDS:
            return self._read_as_name(word) or self._begins_a_statement(word)
        return not self._knows(word.low) or self._read_as_name(word)

    def _begins_a_statement(self, word: Word) -> bool:
        after = self._after.get(word.start)
        if after is None:
            return False
        between = self.text[word.end : after.start]
        named = any(
            a <= word.start < b and b - a > word.end - word.start and kind == "person" for a, b, kind in self.entities
        )
        if (
            after.text[0].isupper() and after.low not in ORDINARY
        ):  # "May Fisher agrees." is no question, "Will Marcus agree?" is
            named = named or (end := _SENTENCE_END.search(self.text, after.end)) is None or "?" not in end.group()
        return (
            between != " "
            or named
            or after.low in SAYS
            or (after.low.endswith(("s", "ed")) and len(after.low) > 3 and after.low not in _NO_VERBS)
        )

    def _is_month(self, word: Word) -> bool:
        digit = re.match(r"[ .,]*\d", self.text[word.end :])
        return bool(digit or _BEFORE_A_MONTH.search(self.text[: word.start]))

    def _read_as_name(self, word: Word) -> bool:
        return word.start in self._proper or any(a <= word.start < b for a, b, _ in self.entities)

    def _named(self, word: Word) -> bool:
        return any(a <= word.start < b and kind == "person" for a, b, kind in self.entities)

    def _knows(self, low: str) -> bool:
        forms = (low, *(part for part in low.split("-") if "-" in low))
        known = self._vocabulary
        return (
            not known
            or low in known
            or (len(forms) > 1 and all(form in known for form in forms[1:]))
            or _stem(low) in known
        )


def _core(match: "re.Match[str]") -> Word:
    text = _POSSESSIVE.sub("", match.group())
    return Word(text, match.start(), match.start() + len(text))


def _stem(low: str) -> str:
    for ending, instead in (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ed", ""), ("ly", "")):
        if low.endswith(ending) and len(low) - len(ending) > 2:
            return low[: -len(ending)] + instead
    return low


@lru_cache(4_096)
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")
