"""Reversible replacement of names before a hosted engine is asked."""

import re
from collections.abc import Sequence

from app.domain.ports import English

FIRST_NAMES = (
    "Robin", "Sasha", "Jules", "Marlow", "Devon", "Emery", "Lennox", "Quinn", "Rowan", "Skyler", "Tatum", "Wren",
    "Arden", "Briar", "Campbell", "Dallas", "Ellery", "Finley", "Greer", "Hollis", "Indigo", "Jordan", "Kendall", "Lane",
)  # fmt: skip
ALSO_WORDS = frozenset(
    "will grace may mark bill rob jack art hope faith joy rose iris ivy june april august sunny frank rich drew grant chase "
    "dean earl guy king lance miles nick pat ray sky stone sue summer wade ward wood young bud cash christian cliff dale dawn "
    "don gene glen heath jean jade jasmine lee lily mercy miller penny piper pearl reed robin ruby sandy sage short swift "
    "teddy trip violet west white brown black green gray long best bond cook field fields hall hill lake price page park case".split()
)
"""Names that are also words: replaced in lower case never, at the start of a sentence only when read as a name."""
_CONTACT = (
    ("mail", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("address", re.compile(r"\bhttps?://\S+")),
    ("phone", re.compile(r"(?<![\w.])\+?\d[\d ()/.-]{7,}\d(?!\w)")),
)
SMALL_WORDS = frozenset("the and of for in at on de du la le van von der den bin el al".split())
"""Parts of names that are no names by themselves."""
PART = 4_000
"""Characters read at a time: readers of English stop at a limit, names do not."""
_SURNAME = re.compile(r" ((?!\d)\w[\w'’-]+)")
"""The word after a known name; it goes too where it is a proper noun."""
_LABELS = {"PERSON": "person", "ORG": "company", "PRODUCT": "product", "FAC": "place", "GPE": "place", "LOC": "place"}


class Pseudonyms:
    """One consistent set of stand-ins. The same name always gets the same stand-in; `restore` undoes `hide`."""

    def __init__(self, names: Sequence[str], english: English) -> None:
        """`names` are those given with the meeting; others are found by reading."""
        self._english = english
        parts = {part for name in names for part in (name, *name.split()) if len(part) > 1}
        self._given = sorted((part for part in parts if part.lower() not in SMALL_WORDS), key=lambda p: (-len(p), p))
        self._stand_ins: dict[str, str] = {}
        self._real: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """Return the text with people, companies, products, places, addresses and numbers replaced."""
        for start, end, kind in sorted(self._found(text), reverse=True):
            text = text[:start] + self._stand_in(text[start:end], kind) + text[end:]
        return text

    def restore(self, text: str) -> str:
        """Return the text with every stand-in replaced by what it stands for."""
        if not self._real:
            return text
        stand_ins = sorted(self._real, key=len, reverse=True)
        pattern = r"(?<!\w)(?:" + "|".join(map(re.escape, stand_ins)) + r")(?!\w)"
        return re.sub(pattern, lambda match: self._real[match.group()], text)

    def restore_part(self, text: str) -> tuple[str, str]:
        """Return what can be shown of a growing text, restored, and the tail that may be a stand-in's beginning."""
        for start in range(max(0, len(text) - self._longest()), len(text)):
            if (start == 0 or not text[start - 1].isalnum()) and any(s.startswith(text[start:]) for s in self._real):
                return self.restore(text[:start]), text[start:]
        return self.restore(text), ""

    def _longest(self) -> int:
        return max(map(len, self._real), default=0)

    def _found(self, text: str) -> list[tuple[int, int, str]]:
        """What has to be hidden in the text as (start, end, kind), none overlapping."""
        taken: list[tuple[int, int, str]] = []

        def take(start: int, end: int, kind: str) -> bool:
            free = all(end <= a or start >= b for a, b, _ in taken)
            if free:
                taken.append((start, end, kind))
            return free

        for kind, pattern in _CONTACT:
            for match in pattern.finditer(text):
                take(*match.span(), kind)
        proper, starts, entities = self._read(text)
        for name in self._given:
            word_too = name.lower() in ALSO_WORDS
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, 0 if word_too else re.IGNORECASE):
                if not (word_too and match.start() in starts and match.start() not in proper):
                    take(*match.span(), "person")
                    surname = _SURNAME.match(text, match.end())
                    if surname and surname.start(1) in proper:
                        take(*surname.span(1), "person")
        for start, end, kind in entities:
            if not take(start, end, kind):  # a known first name, say: the surname beside it has to go too
                for word in re.finditer(r"\w{2,}", text[start:end]):
                    if not word.group().islower():
                        take(start + word.start(), start + word.end(), kind)
        for name in FIRST_NAMES:  # a real Robin would come back as whoever Robin stands for
            for match in re.finditer(rf"\b{name}\b", text):
                take(*match.span(), "person")
        return taken

    def _read(self, text: str) -> tuple[set[int], set[int], list[tuple[int, int, str]]]:
        """Where proper nouns and sentences start, and the named things as (start, end, kind)."""
        proper: set[int] = set()
        starts: set[int] = set()
        entities: list[tuple[int, int, str]] = []
        for part in re.finditer(rf".{{1,{PART}}}(?:\s|$)|.{{1,{PART}}}", text, re.DOTALL):
            parsed, at = self._english.parse(part.group()), part.start()
            proper |= {at + word.start for word in parsed.words if word.pos in {"PROPN", "X"}}
            starts |= {at + sentence.start for sentence in parsed.sentences}
            for entity in parsed.entities:
                name = entity.text.strip()
                if len(name) > 1 and (kind := _LABELS.get(entity.label)):
                    start = at + entity.start + entity.text.index(name)
                    entities.append((start, start + len(name), kind))
        return proper, starts, entities

    def _stand_in(self, name: str, kind: str) -> str:
        if name not in self._stand_ins:
            made = self._new(kind)
            self._stand_ins[name], self._real[made] = made, name
        return self._stand_ins[name]

    def _new(self, kind: str) -> str:
        number = len(self._real)
        if kind == "person":
            known = {name.lower() for name in self._given}
            return next(
                (n for n in FIRST_NAMES if n not in self._real and n.lower() not in known), f"Person {number + 1}"
            )
        forms = {"mail": "mail{}@example.invalid", "address": "https://example.invalid/{}", "phone": "+00 000 {:04d}"}
        return forms.get(kind, kind.capitalize() + " {}").format(number + 1)
