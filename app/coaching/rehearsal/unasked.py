"""What the leader need not ask: the user has said it already."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal.filling import telling_number
from app.domain.rehearsal import Move, Reading

_SOURCE = re.compile(
    r"\b(?:i|we)(?:'ve| have)? (?:\w+ )?(?:counted|measured|timed|logged|tallied|recorded|added (?:it|them) up)\b"
    r"|\b(?:from|off|by|in) (?:the|our|my|their) (?:[\w-]+ ){0,2}(?:sheets?|logs?|logbook|system|records?|list|register|ledger"
    r"|database|tracker|dashboard|invoices?|spreadsheet|tickets?|books?|clock)\b",
    re.I,
)
"""Words that say where a figure comes from."""
_ASKS_SOURCE = re.compile(
    r"\b(?:who|you) count(?:ed|s)?\b|\bcount (?:that|it|or)\b|\bcounted\?|\bcount would\b|\b(?:is it|was it|was that|how it is) (?:counted"
    r"|obtained)\b|\bdoubted\b|\bsays (?:you|so|a)\b|\bguess\?|\bhow do you know\b",
    re.I,
)
_ASKS_WHOLE = re.compile(
    r"\bof (?:what|how many|which|everything|the whole)\b|\bof what,|\bdenominator\b|\bthe whole\b|\bhow many people\b",
    re.I,
)


def sourced(said: Sequence[str]) -> bool:
    """Say whether any of these sentences tells where a figure comes from."""
    return any(_SOURCE.search(sentence) for sentence in said)


def said_already(move: Move, template: str, reading: Reading | None, said: Sequence[str]) -> bool:
    """Say whether this wording asks for what the user has told.

    Args:
        move: the move it words.
        template: the wording, its slots unfilled.
        reading: the line it answers.
        said: the sentences kept so far, without that line.
    """
    if reading is None or not move.id.startswith("probe."):
        return False
    if (move.id == "probe.source" or _ASKS_SOURCE.search(template)) and sourced((*said, reading.text)):
        return True
    number = telling_number(reading)
    whole = number is not None and reading.text[number.end :].lstrip().startswith("of ")
    return whole and _ASKS_WHOLE.search(template) is not None
