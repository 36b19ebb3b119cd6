"""What a line of the user's promises, and by when."""

import re
from collections.abc import Mapping

from app.domain.language import Parsed
from app.domain.rehearsal import Promise

_DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTHS = "january|february|march|april|june|july|august|september|october|november|december|may(?= \\d)|(?<=in )may|(?<=by )may"
_DUE = re.compile(
    r"\b(?:(?:by|on|before|after|until|this|next) )?(?:today|tomorrow|tonight"
    rf"|{_DAYS}|next (?:week|month|quarter)|this (?:week|month|afternoon)|the end of (?:the )?\w+"
    r"|the (?:\d+(?:th|st|nd|rd)?|\w*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    rf"|eleventh|twelfth|teenth|tieth))|quarter-end|(?:{_MONTHS}))\b|\bin (?:a|two|three) (?:days?|weeks?|months?)\b",
    re.I,
)
DATED = (
    r"\bi(?:'ll| will) (?:also |then )?(?!be\b|have to|never|not\b|need|miss|know|hear|see\b|wait|make sure|get (?:you|him|her|it)\b"
    r"|talk to|speak to|fix|stop|deal)[a-z]+ [^.?!]*\b(?:by|on|before) (?:the )?(?:\d+(?:st|nd|rd|th)?\b|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|tomorrow|next (?:week|month)|end of)"
)
"""Whatever one says one will do by a day, in lower case."""


def promises(parsed: Parsed, patterns: Mapping[str, re.Pattern[str]]) -> tuple[Promise, ...]:
    """Return the sentences that commit the speaker, each with its day as said; `patterns` are those of the speaker's side."""
    promised = []
    for sentence in parsed.sentences:
        low = sentence.text.lower().replace("’", "'")
        if patterns["commits"].search(low) and not low.rstrip().endswith("?"):
            due = _DUE.search(sentence.text)
            promised.append(
                Promise(owner="you", what=sentence.text, due=due.group() if due else "", line=sentence.text)
            )
    return tuple(promised)
