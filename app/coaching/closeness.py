"""How far a small model's words may stray from the planned ones: the words of the plan, of the person, and little else."""

import re
from collections.abc import Set

from app.domain.turn import Plan

KEPT = 0.55
"""Least share of the plan's words that must be there, and of its question's words in the question."""
NEW = 0.35
"""Most that may come from neither the plan nor the person, as a share of the words."""
_WORD = re.compile(r"[a-z][a-z'’]+|\d[\d.,]*")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+\b")
_NOT = re.compile(r"\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|\w+n['’]t)\b", re.IGNORECASE)
_AGREES = re.compile(
    r"\b(?:sure|of course|certainly|absolutely|definitely|happy to|no problem|(?:i|we|you)(?:'ll| will| can)"
    r"|i(?:'d| would| want| need| have|'m going)?(?: like| love)?(?: to)? (?:tell|talk|speak|raise|mention|share|report|pass))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:I|me|my|you|your|we|us|our)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|million|half|quarter|third|\d[\d.,]*)\b",
    re.IGNORECASE,
)
_VOICE = re.compile(r"\b(?:oh|ah|ha|mm|right|well|yes|listen|look|now|sir|so(?=[.,]))\b", re.IGNORECASE)
"""Small words that carry how somebody talks."""
_LOGIC = re.compile(
    r"\b(?:although|though|unless|because|since|if|except|only|until|before|after|without|instead|rather|still|yet|whether)\b",
    re.IGNORECASE,
)
"""Words that carry how two things hang together."""
_JOINS = re.compile(r"\b(?:and|but|so|because|since|which|who|that|as|then|for|or|while)\b|[:;–—-]", re.IGNORECASE)
_QUOTED = re.compile(r"\"[^\"]+\"|“[^”]+”")
_ENDS = re.compile(r"[.!?…]+(?:\s|$)")
_PLAIN = frozenset(
    "a an the and or but so if then than that this these those it its it's is are was were be been am do does did have has had "
    "i i'm i'd i'll i've you you're you'd you've your we our they their he she his her me my us to of in on at by for from with "
    "as about into out up what which who where when why how there here can could would will should may might let let's not no "
    "n't just only very too also yes well oh right them any all some more most".split()
)


def strays(text: str, plan: Plan) -> str:
    """Return why a text says something else than its plan, or an empty string."""
    planned, own = plan.planned, plan.slots.get("line", "")
    said, wanted, heard = _words(text), _words(planned), _words(own)
    if len(said & wanted) < KEPT * len(wanted):
        return "leaves out what was planned"
    if len(said - wanted - heard) > NEW * max(1, len(said)):
        return "adds to what was planned"
    question = _words(_question(planned))
    if len(_words(_question(text)) & question) < KEPT * len(question):
        return "asks another question"
    if _people(_question(text)) != _people(_question(planned)):
        return "asks it of somebody else"
    if missing := _names(planned) - set(re.findall(r"\b[A-Z][a-z]+\b", text)):
        return f"leaves out {min(missing)}"
    if _counts(text) != _counts(planned):
        return "changes a number"
    if bool(_NOT.search(text)) is not bool(_NOT.search(planned)):
        return "turns a yes into a no, or a no into a yes"
    if gone := _all(_VOICE, planned) - _all(_VOICE, text):
        return f"loses the voice: {min(gone)}"
    if changed := _all(_LOGIC, planned) ^ _all(_LOGIC, text):
        return f"changes how two things hang together: {min(changed)}"
    if any(quote not in text for quote in _QUOTED.findall(planned)):
        return "takes a quotation for its own"
    if _runs_on(text, planned):
        return "runs two sentences into one"
    if new := _people(text) - _people(planned):
        return f"changes who does what: {min(new)}"
    if new := _agreed(text) - _agreed(planned):
        return f"agrees to something: {min(new)}"
    return ""


def _people(text: str) -> set[str]:
    return {match.lower() for match in _PEOPLE.findall(text)}


def _agreed(text: str) -> set[str]:
    return {match.lower() for match in _AGREES.findall(text.replace("’", "'"))}


def _all(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match.lower() for match in pattern.findall(text)}


def _runs_on(text: str, planned: str) -> bool:
    """Say whether sentences were joined by a comma alone, with no new word between them."""
    joined = len(_ENDS.findall(planned)) - len(_ENDS.findall(text))
    return joined > 0 and len(_JOINS.findall(text)) - len(_JOINS.findall(planned)) < joined


def _question(text: str) -> str:
    return next(iter(re.findall(r"[^.!?…]+\?", text)[::-1]), "")


def _words(text: str) -> Set[str]:
    found = _WORD.findall(text.lower().replace("’", "'"))
    return {re.sub(r"(?:ing|ed|es|s)$", "", word) for word in found if word not in _PLAIN}


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text))


def _counts(text: str) -> set[str]:
    return {match.lower() for match in _COUNT.findall(text)}
