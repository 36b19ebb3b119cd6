"""A leader's title in running text, with what it is of."""

import re

_FIELD = (
    r"sales|engineering|product|marketing|op(?:eration)?s|finance|people|hr|data|it|technology|quality|design|research"
    r"|customer\s+\w+|supply\s+chain|logistics|legal|risk|security|platform|support|clinical|nursing|manufacturing"
    r"|growth|strategy|learning|care|r&d|digital|commercial|programmes?|programs?|claims|procurement|facilities"
    r"|services"
)
_BEFORE = (
    r"(?:(?:senior|executive|deputy|associate|regional|global|assistant|interim|group|managing|medical|clinical"
    rf"|creative|technical|artistic|divisional|national|{_FIELD})\s+)*"
)
TITLE = (
    rf"(?:(?:the|our|an?|its)\s+)?{_BEFORE}"
    r"(?:chief\s+[\w-]+(?:\s+(?!of\b)[\w-]+)?\s+officer|chief\s+(?:nurse|executive|engineer|scientist|economist"
    r"|people|of\s+staff)"
    r"|c[etofimp]o\b|[se]?vp\b|vice[- ]president|director(?:\s+general)?|head(?!\s*(?:teacher|master|mistress|s?up"
    r"|ing|-))"
    r"|head\s?(?:teacher|master|mistress)|president"
    r"|(?:general|plant|works|regional|country|department|area|branch|district|division|site|factory|store|hotel"
    r"|programme|program)\s+manager"
    r"|gm\b|general\s+counsel|partner|principal|dean|provost|co-?founder|founder|superintendent|chancellor"
    r"|chair(?:man|woman)?"
    r"|matron|commander|department\s+head|site\s+lead|chief\b(?=\s+of))"
    r"(?:,?\s+(?:of|for)\s+(?:(?:the|our|all)\s+)?(?!maybe\b|about\b|an?\b|half\b|some\b|\d|to\b"
    r"|my\b)[\w&-]+(?:\s+(?:and|&)\s+[\w-]+|\s+(?-i:[A-Z])[\w-]+){0,2}"
    rf"|,?\s+(?:{_FIELD})\b)?"
)
"""A leader's title, with what it is of."""


def title_in(text: str) -> str:
    """Return the first title a text gives, without its article; empty when it gives none."""
    match = re.search(rf"\b{TITLE}", text, re.I)
    return bare_title(match.group()) if match else ""


def bare_title(text: str) -> str:
    """Return a title without article and punctuation."""
    return re.sub(r"^(?:the|our|my|an?|its)\s+", "", text.strip(" ,()."), flags=re.I)
