"""Reversible replacement of names before a hosted engine is asked."""

import re
import unicodedata
from collections.abc import Sequence

from app.domain.ports import English
from app.privacy.names import WORD, Found, NameFinder
from app.privacy.words import ALSO_WORDS, MODALS, NICKNAMES, ORDINARY, SMALL_WORDS

FIRST_NAMES = (
    "Robin", "Sasha", "Jules", "Marlow", "Devon", "Emery", "Lennox", "Quinn", "Rowan", "Skyler", "Tatum", "Wren",
    "Arden", "Briar", "Campbell", "Dallas", "Ellery", "Finley", "Greer", "Hollis", "Indigo", "Jordan", "Kendall", "Lane",
)  # fmt: skip
_STAND_IN = re.compile(rf"\b(?:{'|'.join(FIRST_NAMES)})\b")
_FORMS = {
    "mail": "mail{}@example.invalid",
    "address": "https://example.invalid/{}",
    "phone": "+00 000 {:04d}",
    "number": "00-{:06d}",
    "handle": "@someone{}",
}
_SHORT_FORMS = {
    form: [short for line in NICKNAMES if form in line.split() for short in line.split()]
    for form in " ".join(NICKNAMES).split()
}
_NOT_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "ħ": "h", "ŧ": "t"}


class Pseudonyms:
    """One consistent set of stand-ins. The same name always gets the same stand-in; `restore` undoes `hide`."""

    def __init__(self, names: Sequence[str], english: English | None = None, finder: NameFinder | None = None) -> None:
        """`names` are those given with the meeting; `learn` finds others with `finder`, or by reading `english`."""
        if finder is None:
            if english is None:
                raise ValueError("either a reader of English or a finder of names is needed")
            finder = NameFinder(english)
        self._finder = finder
        self._learnt: dict[str, tuple[Found, ...]] = {}
        self._given = {name for name in names if name.strip()}
        self._sure: set[str] = set()
        """Folded names that are no words: hidden wherever they stand."""
        self._words: set[str] = set()
        """Folded names that are words too: hidden where they are read as names."""
        self._exact: set[str] = set()
        """Initials and other forms hidden only as they are written here."""
        self._stand_ins: dict[str, str] = {}
        self._real: dict[str, str] = {}
        for name in sorted(self._given):
            self._know(name)
        # Numbered in one order whatever is written later, so that the stable part of a prompt stays the same.
        for name in sorted(self._given):
            for word in WORD.findall(name):
                if folded(word) in self._sure:
                    self._stand_in(word, "person")

    def learn(self, texts: Sequence[str]) -> None:
        """Read what the person wrote, and remember the names in it for every text that is hidden from now on."""
        for text in texts:
            if text not in self._learnt:
                self._learnt[text] = found = self._finder.find(text)
                for start, end, kind in found:
                    name = text[start:end]
                    (self._words if kind == "person" and self._finder.is_word(name) else self._sure).add(folded(name))
                    self._stand_in(name, kind)
                    self._know_parts(name)

    def hide(self, text: str) -> str:
        """Return the text with every name that is known replaced."""
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

    def _know(self, name: str) -> None:
        """Add every form a given name may be written in."""
        words = [word for word in WORD.findall(name) if len(word) > 1 and word.lower() not in SMALL_WORDS]
        others = [short for word in words for short in _SHORT_FORMS.get(folded(word), ())]
        for word in (*words, *others):
            (self._words if self._finder.is_word(word) else self._sure).add(folded(word))
        if len(words) > 1:
            self._sure.add(folded(name))
            letters = "".join(word[0].upper() for word in words)
            self._exact |= {letters} if letters.lower() not in ORDINARY else set()

    def _know_parts(self, name: str) -> None:
        """A part of a longer name gives it away too, unless it is an ordinary word and nobody's name."""
        parts = [part for part in WORD.findall(name) if part != name and len(part) > 1]
        for part in parts if "@" not in name and "/" not in name else ():
            if part.lower() in ALSO_WORDS:
                self._words.add(folded(part))
            elif not self._finder.is_word(part) and part.lower() not in SMALL_WORDS and not part.isdigit():
                self._sure.add(folded(part))

    def _found(self, text: str) -> list[Found]:
        """What has to be hidden in the text, none overlapping."""
        taken: list[Found] = []

        def take(found: Found) -> None:
            if all(found.end <= other.start or found.start >= other.end for other in taken):
                taken.append(found)

        for own, names in self._learnt.items():  # what the person wrote, wherever it stands in the prompt
            at = text.find(own) if own else -1
            while at >= 0:
                for start, end, kind in names:
                    take(Found(at + start, at + end, kind))
                at = text.find(own, at + len(own))
        low = folded(text)
        for start, end in self._known(text, low):
            if text[start:end] in self._stand_ins:
                take(Found(start, end, "known"))
            else:  # a full name goes word by word: each word keeps its stand-in wherever it stands alone
                for word in WORD.finditer(text, start, end):
                    if word.group().lower() not in SMALL_WORDS:
                        take(Found(*word.span(), "person"))
        for start, end in self._read_as_names(text, low):
            take(Found(start, end, "person"))
        for match in _STAND_IN.finditer(text):  # a real Robin would come back as whoever Robin stands for
            take(Found(*match.span(), "person"))
        return taken

    def _known(self, text: str, low: str) -> list[tuple[int, int]]:
        found = []
        for names, where in ((self._sure, low), (self._exact, text)):
            if names:
                pattern = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
                found += [match.span() for match in re.finditer(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", where)]
        return found

    def _read_as_names(self, text: str, low: str) -> list[tuple[int, int]]:
        """Where a name that is also a word stands as a name. Only the lines it stands in are read."""
        if not self._words:
            return []
        names = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(self._words)))})(?![^\W_])")
        found = []
        at = 0
        for line in text.split("\n"):
            for start, end in (match.span() for match in names.finditer(low, at, at + len(line))):
                capital = text[start].isupper() and low[start:end] not in MODALS
                if capital or any(each.start <= start - at < each.end for each in self._finder.find(line)):
                    found.append((start, end))
            at += len(line) + 1
        return found

    def _stand_in(self, name: str, kind: str) -> str:
        if name not in self._stand_ins:
            made = self._new(kind)
            self._stand_ins[name], self._real[made] = made, name
        return self._stand_ins[name]

    def _new(self, kind: str) -> str:
        number = len(self._real) + 1
        if kind in {"person", "known"}:
            known = self._sure | self._words
            free = (name for name in FIRST_NAMES if name not in self._real and folded(name) not in known)
            return next(free, f"Person {number}")
        return _FORMS.get(kind, kind.capitalize() + " {}").format(number)


def folded(text: str) -> str:
    """Return the text in lower case without accents, letter for letter: positions stay the same."""
    return "".join(_fold(letter) for letter in text) if not text.isascii() else text.lower()


def _fold(letter: str) -> str:
    low = letter.lower()[:1]
    return _NOT_LETTERS.get(low) or unicodedata.normalize("NFD", low)[:1] or letter
