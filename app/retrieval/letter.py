"""Long letters: the need stands in a sentence or two among the background, so they are read in parts."""

import re

LETTER = 80
"""Words from which a text is read in parts; up to 72 words, the whole was at least as good on the development half."""
SHORTEST, LONGEST = 6, 40
"""Words of a part: a shorter sentence joins its neighbour, a longer one is cut, as people write without full stops."""
PARTS = 24
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def is_letter(text: str) -> bool:
    """Say whether a text is so long that its parts are read one by one."""
    return len(text.split()) >= LETTER


def parts_of(text: str) -> list[str]:
    """Return the parts of a letter in order, at most 24, the last ones where there are more."""
    parts: list[list[str]] = []
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        if parts and (len(parts[-1]) < SHORTEST or len(words) < SHORTEST // 2):
            parts[-1] = parts[-1] + words
        elif words:
            parts.append(words)
    pieces = [part[start : start + LONGEST] for part in parts for start in range(0, len(part), LONGEST)]
    return [" ".join(piece) for piece in pieces][-PARTS:]
