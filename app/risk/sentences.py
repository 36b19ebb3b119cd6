"""Cut a text into sentences, and sentences into stretches of the length the examples have."""

import re
from dataclasses import dataclass

from app.domain.risk import LONGEST_TEXT

STRETCH = 80
"""Words in a stretch at most, unless one sentence is longer: a short message is read whole, as people mean it."""
_SHORTENED = re.compile(r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|approx|no|e\.g|i\.e)|\b[a-z])\.$", re.I)
_ASKS = re.compile(r"[?？][.!?…？\"'”’)\]\s]*$")
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|[。！？]+|\n+")


@dataclass(frozen=True)
class Stretch:
    """One or a few sentences read together; `text[start:end]` of the whole, with the spans of its sentences."""

    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences with a letter in them, in order, trimmed, within the first LONGEST_TEXT characters."""
    read = text[:LONGEST_TEXT]
    spans, start = [], 0
    for match in _END.finditer(read):
        if match.group().startswith(".") and _SHORTENED.search(read[max(start, match.start() - 6) : match.start() + 1]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(read)))
    return [span for span in (_trimmed(read, *span) for span in spans) if any(c.isalpha() for c in read[slice(*span)])]


def stretches(text: str) -> list[Stretch]:
    """Return neighbouring sentences gathered into stretches of up to STRETCH words, never across a blank line."""
    found: list[list[tuple[int, int]]] = []
    words = 0
    for span in sentences(text):
        length = len(text[slice(*span)].split())
        if found and words + length <= STRETCH and "\n\n" not in text[found[-1][-1][1] : span[0]]:
            found[-1].append(span)
            words += length
        else:
            found.append([span])
            words = length
    return [Stretch(spans[0][0], spans[-1][1], tuple(spans)) for spans in found]


def without_questions(text: str, part: Stretch) -> Stretch | None:
    """Return the stretch without the questions it begins or ends with; None where it has none, or nothing else."""
    told = [i for i, (_, end) in enumerate(part.sentences) if not _ASKS.search(text, max(0, end - 8), end)]
    if not told or (inside := part.sentences[told[0] : told[-1] + 1]) == part.sentences:
        return None
    return Stretch(inside[0][0], inside[-1][1], inside)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence, or run of sentences, that holds `text[start:end]`."""
    inside = [span for span in sentences(text) if span[0] < end and span[1] > start]
    return (inside[0][0], inside[-1][1]) if inside else (start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
