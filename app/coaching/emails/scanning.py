"""Looking for names right after or right before a pattern, and for titles."""

import re
from collections.abc import Iterator

from app.coaching.emails.names import take_name

TITLE = (
    r"(?:(?:the|our|an?)\s+)?(?:(?:senior|executive|deputy|associate|regional|global|assistant|interim|group)\s+)*"
    r"(?:chief\s+[\w-]+(?:\s+[\w-]+)?\s+officer|c[etofimp]o\b|[se]?vp\b|vice[- ]president|director|head"
    r"|general manager|gm\b|managing director|president|"
    r"managing partner|partner|principal|dean|provost|founder|co-?founder|superintendent|chancellor"
    r"|chief nurse|chief of staff|matron|plant manager|regional manager|country manager|department head"
    r"|site lead)"
    r"(?:,?\s+(?:of|for)\s+(?:the\s+)?[\w&-]+(?:\s+(?:and|&)\s+[\w-]+|\s+(?-i:[A-Z])[\w-]+){0,2}|\s+(?:sales"
    r"|engineering|product|marketing|op(?:eration)?s|finance|people|hr|data|it|technology|quality|design"
    r"|research|customer\s+\w+|supply\s+chain|logistics|legal|risk|security|platform|support|clinical|nursing"
    r"|manufacturing|growth|strategy|learning|care|r&d|digital|commercial|programmes?|programs?)\b)?"
)
"""A leader's title, with what it is of."""


def after(pattern: str, text: str, *, lower: bool) -> Iterator[tuple[str, int, int]]:
    """Yield every name that stands right after the pattern, with where the match starts and the name ends."""
    for match in re.finditer(pattern, text, re.I):
        name, end = take_name(text, match.end(), lower=lower)
        if name:
            yield name, match.start(), end


def before(pattern: str, text: str) -> Iterator[str]:
    """Yield capitalised names that stand right before the pattern."""
    for match in re.finditer(pattern, text, re.I):
        starts = [m.start() for m in re.finditer(r"(?<![\w'’-])[^\W\d_a-z]", text[: match.start()])]
        for start in starts[-4:]:
            name, end = take_name(text, start)
            if name and (end == match.start() or (end == match.start() + 2 and text[match.start()] in "'’")):
                yield name
                break
