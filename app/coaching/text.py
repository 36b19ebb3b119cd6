"""Small things with text: a person's is cleaned and shortened, its words never changed; ours gets counts in words."""

import re
import unicodedata

_ONES = "no one two three four five six seven eight nine ten".split()
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return the text without control characters and direction overrides, composed (NFC), with plain line ends."""
    even = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", even).encode("utf-8", "ignore").decode().strip()


def title_of(text: str) -> str:
    """Return a title of at most 60 characters, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:58].rsplit(" ", 1)[0] + "…"


def in_words(number: int) -> str:
    """Return a whole number up to ten as a word, else in digits."""
    return _ONES[number] if 0 <= number < len(_ONES) else f"{number:,}"


def how_many(number: int, unit: str) -> str:
    """Return "one line", "no lines", "12 lines"."""
    return f"{in_words(number)} {unit}{'' if number == 1 else 's'}"


def capital(text: str) -> str:
    """Return the text with its first letter capital."""
    return text[:1].upper() + text[1:]
