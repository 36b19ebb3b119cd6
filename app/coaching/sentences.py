"""Regrouping pieces of a stream into whole sentences, so that each can be checked before it is shown."""

import re
from collections.abc import Iterable, Iterator

_END = re.compile(r"(?:[.!?…][\"'”’)\]*_]*(?:\s*\[[^\]]{1,12}\])*\s+)|\n+")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|vs|etc|e\.g|i\.e|approx|No)|\b[A-Z])\.\s+$")


def sentences(pieces: Iterable[str]) -> Iterator[str]:
    """Yield whole sentences, each with the space after it; their concatenation is the pieces' own."""
    held = ""
    for piece in pieces:
        held += piece
        while (cut := _first_end(held)) is not None:
            yield held[:cut]
            held = held[cut:]
    if held:
        yield held


def _first_end(text: str) -> int | None:
    for match in _END.finditer(text):
        # A mark such as [1] may still be coming after the full stop at the very end of what is here.
        if match.end() < len(text) and text[match.end()] != "[" and not _SHORT.search(text[: match.end()]):
            return match.end()
    return None
