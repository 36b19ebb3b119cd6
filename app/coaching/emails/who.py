"""Who is who in a brief: the names that were marked, each in one place."""

import re
from collections.abc import Sequence

from app.coaching.emails.values import names_of
from app.coaching.emails.wording import DAYS, MONTHS
from app.domain.language import Mark

PEOPLE = ("me", "boss", "leader", "person", "assistant")
_ASSISTANT_IS = re.compile(
    r"\b(?:assistant|PA|EA|secretary)\b(?:'s name)?(?:\s+is|\s*[,:(])?\s+(?:called\s+)?([A-Z][a-zà-ÿ'-]+(?:\s[A-Z][a-zà-ÿ'-]+)?)"
)
_IS_ASSISTANT = re.compile(
    r"((?:(?:Mrs?|Ms|Miss|Frau|Herr|Dr)\.?\s)?[A-Z][a-zà-ÿ'-]+)(?:,?\s+(?:who|she|he|they))?(?:\s+is|\s+are|'s)\s+"
    r"(?:the\s+|his\s+|her\s+|their\s+|our\s+)?(?:personal\s+|executive\s+)?(?:assistant|PA|EA|secretary)\b"
    r"(?=\s*(?:[.,;:)\n]|$)|\s+(?:of|to|for|and)\b)(?:\s+(?:of|to|for)\s+(?P<leader>.{3,60}))?"
)
_IS_BOSS = re.compile(
    r"\b(?:(?P<one>[A-Z][a-zà-ÿ'-]+)(?:'s|\s+is)\s+my\s+(?:line\s+)?(?:manager|boss|supervisor|team lead)\b(?!'s)"
    r"|my\s+(?:line\s+)?(?:manager|boss|supervisor|team lead)(?:\s+is|,)?\s+(?P<other>[A-Z][a-zà-ÿ'-]+)(?!'s))"
)
_NO_ASSISTANT = re.compile(
    r"(?:has|have|with|got)\s+no\s+(?:assistant|pa\b|ea\b|secretary)|(?:doesn['’]?t|does not|dont)\s+have\s+(?:an?\s+)?"
    r"(?:assistant|pa\b|ea\b)|no assistant\b",
    re.I,
)
_ASSISTANT = re.compile(r"\b(?:assistant|PA|EA|secretary|diary|calendar is run)\b")
_PA_TO = re.compile(
    r"\b(?P<name>[A-Z][\w'-]+),?\s+\(?(?:PA|EA|assistant|secretary)\s+(?:to|of)\s+(?P<leader>(?:(?:Mrs?|Ms|Dr|Prof)\.?\s)?[A-Z][\w'-]+)"
)
_OF_ASSISTANTS = re.compile(r"\b(?:assistant|PA|EA|secretary|diary|calendar|front desk|office|arrange|through|via)\b")
_WORKS = re.compile(
    r"(?:stores?|packing|support|sales|finance|payroll|logistics|dispatch|goods-in|maintenance|operations|marketing|procurement|quality"
    r"|nights?|engineering|reception|kitchen|accounts|planning|warehouse|production|shipping|assembly|purchasing|training|security|legal"
    r"|admin|catering|housekeeping|transport|nursing|research|design|testing|costing)",
    re.I,
)
"""A place of work typed after a first name: "Sam stores" works in stores."""


def people(marks: Sequence[Mark], text: str) -> dict[str, str]:
    """Return the people of a brief by their part in it, and the writer's work where it stands in place of a surname."""
    names = {tag: names_of([(mark.text, mark.sure) for mark in marks if mark.tag == tag]) for tag in PEOPLE}
    found = {tag: ways[0] for tag, ways in names.items() if ways}
    for place, other in (("boss", "leader"), ("leader", "boss")):
        if place not in found and (second := names[other][1:2]) and second[0] not in found.values():
            # Two people in one place: the less sure one is the other's boss, or reports to them.
            found[place] = second[0]
    if told := _PA_TO.search(text):
        found = {place: name for place, name in found.items() if name != told["name"]} | {"assistant": told["name"]}
    if "leader" not in found and "person" not in found and "assistant" in found and not _OF_ASSISTANTS.search(text):
        # Without a word of an assistant the one who is written to is the reader.
        found["leader"] = found.pop("assistant")
    if "assistant" not in found and (told := _IS_ASSISTANT.search(text)):
        found["assistant"] = told[1]
        for place in ("boss", "leader", "person"):
            if found.get(place) == told[1]:
                del found[place]
        if "leader" not in found and found.get("boss", "#") in (told["leader"] or ""):
            found["leader"] = found.pop("boss")
    elif "assistant" not in found and (named := _ASSISTANT_IS.search(text)):
        found["assistant"] = named[1]
    elif "assistant" not in found and _NO_ASSISTANT.search(text):
        found["assistant"] = "none"
    elif "assistant" not in found and _ASSISTANT.search(text):
        found["assistant"] = "unknown"
    if "boss" not in found and (told := _IS_BOSS.search(text)):
        name = told["one"] or told["other"]
        if name.lower() not in {*DAYS, *MONTHS} and not any(name in other.split() for other in found.values()):
            found["boss"] = name
    first, _, work = found.get("me", "").partition(" ")
    if work and _WORKS.fullmatch(work) and re.search(rf"\b{re.escape(first)} {work.lower()}\b", text):
        found["me"], found["role"] = first, f"I work in {work.lower()}"
    return found
