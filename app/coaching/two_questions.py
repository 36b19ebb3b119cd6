"""Two questions in one line: each is answered for itself."""

import re

ASKS_FIRST = re.compile(
    r"^(?:is|are|am|do|does|did|can|could|may|must|should|will|would|has|have|what|how|why|when|who|which|where|if)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"^(?:and|also|plus)[ ,]+|[,;]?\s+(?:and|also|plus|\+|&)\s+(?=(?:also\s+)?(?:how|what|when|who|which|where|should|do|does|can|"
    r"could|is|are|will)\b)|[,;:.!]\s+(?=(?:also,? )?(?:how|what|should|do|does|can|could|is|will)\b)",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"^(?:what (?:do|should|can|could|would) (?:i|we) (?:do|say|answer|think)|is (?:this|that|it) (?:ok|okay|normal|bad|fine|weird))"
    r"\W*$",
    re.IGNORECASE,
)
"""Questions that ask nothing without the sentence before them."""
_SHORTEST_PART = 3
LONGEST_PAIR = 40
"""Words; a longer text with questions in it is a story, and one need."""


def split_questions(text: str) -> list[str]:
    """Return the questions of a text when there are exactly two that stand alone, else the text."""
    if len(text.split()) > LONGEST_PAIR:
        return [text]
    parts = [part.strip(" ,;.") for asked in re.findall(r"[^?]+[?]*", text) for part in _JOINT.split(asked)]
    parts = [part for part in parts if part]
    asking = [part for part in parts if _asks(part)]
    # A statement before the questions is their background; one between or after them ties them together.
    return asking if len(asking) == 2 and parts[-2:] == asking and not any(map(_EMPTY.match, asking)) else [text]


def _asks(part: str) -> bool:
    if len(part.split()) < _SHORTEST_PART:
        return False
    return part.endswith("?") or (bool(ASKS_FIRST.match(part)) and not part.lower().startswith("if "))
