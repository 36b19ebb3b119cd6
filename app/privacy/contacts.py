"""Addresses and numbers that lead to a person: Presidio's patterns, and a few of our own."""

import re
from functools import cache
from typing import Any

_OURS = (
    ("number", re.compile(r"\b(?i:[a-z]{2}\d\d(?: ?[a-z\d]{4})?)(?: ?\d{4}){2,6}(?: ?(?=[A-Z]*\d)[A-Z\d]{1,4}){0,4}\b")),
    ("number", re.compile(r"(?<![\w.,-])\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?(?!\w)")),
    ("number", re.compile(r"\b[A-Z]{2} \d\d \d\d \d\d [A-D]\b")),
    ("number", re.compile(
        r"(?i)\b(?:(?:staff|employee|personnel|payroll|emp|badge|account|insurance|passport|tax)\.? ?(?:numbers?|no\b\.?|nr\b\.?|id|#)"
        r"|badge|ext\b\.?|extension)(?: is)?[ :#=]{0,3}([a-z]{0,3}-?\d[\da-z-]{2,})"
    )),
    ("mail", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("address", re.compile(r"\b(?:https?://|www\.)\S+[\w/]|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|example|co\.\w\w)\b(?:/\S*\w)?")),
    ("phone", re.compile(r"(?<![\w.])(?:\+|\()?\d(?:[ ()/.-]{0,2}\d){8,14}(?!\w)|(?<!\w)\+\d[\d ()/.-]{5,}\d(?!\w)")),
    ("number", re.compile(r"(?<![\w.,-])(?!(?:19|20)\d\d-(?:19|20)\d\d)(?=\d+-?\d+(?![\w,-]))(?=(?:-?\d){7})\d{3,}-?\d{2,}")),
    ("handle", re.compile(r"(?<![\w@])@[\w.-]*\w")),
)  # fmt: skip
_KINDS = {
    "EMAIL_ADDRESS": "mail",
    "PHONE_NUMBER": "phone",
    "IBAN_CODE": "number",
    "CREDIT_CARD": "number",
    "IP_ADDRESS": "address",
}
FEWEST_DIGITS = 7
"""A text with fewer has no telephone, bank or card number in it, and is not searched for one."""


REGIONS = ("US", "GB", "DE")
"""Countries whose short forms of a telephone number are known; every further one costs about a millisecond a text."""


def contacts(text: str) -> list[tuple[int, int, str]]:
    """Return where addresses and numbers stand in a text, as (start, end, kind)."""
    found = [(*match.span(pattern.groups), kind) for kind, pattern in _OURS for match in pattern.finditer(text)]
    if sum(letter.isdigit() for letter in text) >= FEWEST_DIGITS or "@" in text:
        for recognizer in _presidio():
            for result in recognizer.analyze(text, recognizer.supported_entities, None):
                found.append((result.start, result.end, _KINDS[result.entity_type]))
    return found


@cache
def _presidio() -> tuple[Any, ...]:
    """Presidio's recognisers that need no language model; imported on first need, which takes about a second."""
    from presidio_analyzer import PatternRecognizer
    from presidio_analyzer.predefined_recognizers import (
        CreditCardRecognizer,
        EmailRecognizer,
        IbanRecognizer,
        IpRecognizer,
        PhoneRecognizer,
    )

    # The mail recogniser itself asks tldextract, which fetches a list from the network: its patterns alone do not.
    mail = PatternRecognizer(supported_entity="EMAIL_ADDRESS", patterns=EmailRecognizer.PATTERNS)
    return mail, PhoneRecognizer(supported_regions=REGIONS), IbanRecognizer(), CreditCardRecognizer(), IpRecognizer()
