"""The critic for answers: every sentence stands on guidance it was given, or it is not shown."""

import re

from app.domain.turn import Plan

_MARK = re.compile(r"\[(\d{1,2}|coach)\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_CONTENT = re.compile(r"[a-z]{4,}")
_DISCOURAGES = re.compile(
    r"\b(?:don'?t|do not|never|avoid|shouldn'?t|must not|not allowed to)\b[^.]{0,40}\b(?:report|complain|tell hr|talk about (?:pay|wages|salar)|"
    r"discuss(?:ing)? (?:pay|wages|salar)|go to (?:hr|the regulator))",
    re.IGNORECASE,
)
SHARED = 0.25
"""Least share of a sentence's longer words that must occur in the guidance it cites."""


def review_answer(sentence: str, plan: Plan) -> str:
    """Return why a sentence of an answer may not be shown, or "" when it may."""
    text = sentence.strip()
    marks = _MARK.findall(text)
    plain = _MARK.sub("", text).strip(" -*•\n")
    if not plain:
        return ""
    if _DISCOURAGES.search(plain):
        return "discourages a protected act"
    if not marks:
        return "" if plain.endswith(":") and len(plain.split()) <= 6 else "no source"
    if "coach" in marks and len(set(marks)) == 1:
        return "a figure without a source" if _NUMBER.search(plain) else ""
    known = {str(citation.number) for citation in plan.citations}
    if unknown := [mark for mark in marks if mark not in known and mark != "coach"]:
        return f"cites [{unknown[0]}], which does not exist"
    given = _given(plan, set(marks))
    if strange := set(_NUMBER.findall(plain)) - set(_NUMBER.findall(given)):
        return f"the figure {min(strange)} is not in what it cites"
    words = set(_CONTENT.findall(plain.lower()))
    shared = len(words & set(_CONTENT.findall(given.lower()))) / len(words) if words else 1.0
    return "" if shared >= SHARED else "not supported by what it cites"


def _given(plan: Plan, marks: set[str]) -> str:
    lines = plan.slots.get("passages", "").splitlines()
    return " ".join(line for line in lines if any(line.startswith(f"[{mark}]") for mark in marks)) + " " + plan.planned
