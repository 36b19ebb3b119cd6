"""Reversible replacement of names before a hosted engine is asked."""

import re
from collections.abc import Iterable, Sequence

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
_LABELS = {"PERSON": "person", "ORG": "company", "PRODUCT": "product", "FAC": "place", "GPE": "place", "LOC": "place"}


class Pseudonyms:
    """One consistent set of stand-ins. The same name always gets the same stand-in; `restore` undoes `hide`."""

    def __init__(self, names: Sequence[str], english: English) -> None:
        """`names` are those given with the meeting; others are found by reading."""
        self._english = english
        self._given = sorted({part for name in names for part in (name, *name.split()) if len(part) > 1}, key=len)[::-1]
        self._stand_ins: dict[str, str] = {}
        self._real: dict[str, str] = {}

    def hide(self, text: str) -> str:
        """Return the text with people, companies, products, places, addresses and numbers replaced."""
        for kind, pattern in _CONTACT:
            text = pattern.sub(lambda match, kind=kind: self._stand_in(match.group(), kind), text)  # type: ignore[misc]
        for start, end, name, kind in sorted(self._found(text), reverse=True):
            text = text[:start] + self._stand_in(name, kind) + text[end:]
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

    def _found(self, text: str) -> Iterable[tuple[int, int, str, str]]:
        """Names in the text as (start, end, name, kind), none overlapping."""
        parsed = self._english.parse(text)
        proper = {word.start for word in parsed.words if word.pos in {"PROPN", "X"}}
        starts = {sentence.start for sentence in parsed.sentences}
        taken: list[tuple[int, int]] = []

        def free(start: int, end: int) -> bool:
            return all(end <= a or start >= b for a, b in taken)

        for name in self._given:
            word_too = name.lower() in ALSO_WORDS
            flags = 0 if word_too else re.IGNORECASE
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags):
                start, end = match.span()
                if word_too and start in starts and start not in proper:
                    continue
                if free(start, end):
                    taken.append((start, end))
                    yield start, end, match.group(), "person"
        for entity in parsed.entities:
            kind = _LABELS.get(entity.label)
            name = entity.text.strip()
            if kind and len(name) > 1 and not self._is_stand_in(name) and free(entity.start, entity.end):
                taken.append((entity.start, entity.end))
                yield entity.start, entity.start + len(name), name, kind

    def _is_stand_in(self, name: str) -> bool:
        return any(part in self._real for part in (name, *name.split()))

    def _stand_in(self, name: str, kind: str) -> str:
        if name in self._real:
            return name
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
