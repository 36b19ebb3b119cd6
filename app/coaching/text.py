"""Text as it comes from a person: cleaned for storing, shortened for a title. The words themselves are never changed."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return the text without control characters and direction overrides, composed (NFC), with plain line ends."""
    even = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _CONTROL.sub("", even).encode("utf-8", "ignore").decode().strip()


def title_of(text: str) -> str:
    """Return a title of at most 60 characters, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:58].rsplit(" ", 1)[0] + "…"
