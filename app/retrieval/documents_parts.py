"""A document to short passages: under its headings, and where a reader would pause."""

import re
from collections.abc import Iterator

from app.domain.documents import OwnPart
from app.retrieval.splitting import split_text

LONGEST = 400
"""Characters of one passage, about 90 tokens: short ones are read quickly and quoted closely."""
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def parts_of(text: str) -> list[OwnPart]:
    """Return the passages of a text in order; none overlaps, and each is a stretch of the text as it stands."""
    parts = [part for start, end, heading in _sections(text) for part in _within(text, start, end, heading)]
    return parts or list(_within(text, 0, len(text), ""))


def _sections(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches between Markdown headings, each with its own heading under the ones above it."""
    above: list[tuple[int, str]] = []
    start = 0
    for match in _HEADING.finditer(text):
        yield start, match.start(), ". ".join(name for _, name in above)
        above = [(depth, name) for depth, name in above if depth < len(match[1])] + [(len(match[1]), match[2])]
        start = match.end()
    yield start, len(text), ". ".join(name for _, name in above)


def _within(text: str, start: int, end: int, heading: str) -> Iterator[OwnPart]:
    at = start
    for piece in split_text(text[start:end], LONGEST):
        words = piece.strip()
        if not words:
            continue
        at = text.index(words, at)
        # A text without blanks (a table of digits, Chinese) has no place to pause: it is cut by length.
        for cut in range(at, at + len(words), LONGEST):
            yield OwnPart(start=cut, end=min(cut + LONGEST, at + len(words)), heading=heading[-200:])
        at += len(words)
