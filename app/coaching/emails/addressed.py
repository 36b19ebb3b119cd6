"""Whom a letter goes to: a name that is met, written to or invited and belongs to nobody else yet."""

import re

from app.coaching.emails.names import NOT_NAMES, take_name
from app.coaching.emails.scanning import after, before
from app.coaching.emails.wording import MONTHS
from app.domain.emails import EmailKind
from app.domain.language import Parsed

_TO = {
    "leader": (
        r"(?:meet(?:ing|s|up)?(?:\s+up)?|met|chat(?:ted)?|talk(?:ed|ing)?|spoke|speak|1:1|one[- ]on[- ]one"
        r"|skip[- ]?level|time|minutes|mins?|hour|coffee|call|e-?mail|write|wrote|letter|note|request|message"
        r"|thank(?:s|[- ]you)?|asking|ask|asked|emailed|promised|promise|told|owe|reply|respond|nudge|remind"
        r"|invited by|invitation|invite|follow[- ]?up|conversation|session|appointment|see|seeing)"
    ),
    "boss": r"(?:tell|told|let|inform|heads[- ]?up|warn|email|write|note|message|letter|reply|answer|convince|update)",
    "person": (
        r"(?:invite|inviting|invitation|write|email|note|letter|follow[- ]?up|message|met|meet(?:ing)?|thank"
        r"|reply|decline|tell|moving|reschedul\w+|request|talk|spoke)"
    ),
}


_LOWER = {
    "leader": (
        r"\b(?:thank(?:s|[- ]you)?(?:\s+(?:to|note to|note for|email to|email for))?|meet(?:ing)?(?:\s+with)?"
        r"|met(?:\s+with)?|with|ask|reply to|email|invited by|nudge|remind|promised|write to)\s+"
    ),
    "boss": r"\b(?:tell|let|to|inform)\s+",
    "person": r"\b(?:invite|with|thank|met|write to|note to)\s+",
}
THINGS = frozenset(
    "feedback advice help clarity context coffee lunch career guidance time permission approval information "
    "support visibility clients customers everyone finance marketing sales engineering product ops people "
    "questions topics strategy priorities growth plans data money work opportunities others leaders "
    "directors executives human resources regards kindness".split()
)
_DOES = {
    "leader": (
        r"(?:['’]s\s+(?:invitation|invite|request to meet|office|email)\b|\s*,?\s+(?:has\s+|have\s+|just\s+"
        r"|kindly\s+)*(?:and i\b|invited me|asked me|asked to (?:meet|see|talk)|wants to (?:meet|see|talk)|put (?:a|an"
        r"|\d+|half|time|something)|scheduled|booked|offered|said (?:she|he|they)(?:'d|'ll| would| will)"
        r"|mentioned|told me|gave me|(?:has not|hasn't|has n't) (?:answered|replied)|didn't (?:answer|reply)"
        r"|never (?:answered|replied))\b)"
    ),
    "boss": (
        r"\s+(?:has\s+|is\s+|just\s+)*(?:said no|said (?:s?he|that|it)\b|told me|pushed back|push(?:es|ing) back"
        r"|worried|not happy|against|refused|objects|objected|hesitat\w+|concerned|afraid|thinks|doesn't (?:like"
        r"|want))\b"
    ),
    "person": (
        r"\s*,?\s+(?:has\s+|just\s+)*(?:asked me|wrote to me|requested|wants to meet|told me|said|raised"
        r"|mentioned|works|is (?:an?|the|one))\b"
    ),
}


def find_addressed(text: str, kind: EmailKind, found: dict[str, str], parsed: Parsed) -> None:
    """Give the reader's place to a name nobody else has: who is met, written to, invited."""
    if kind.to == "all":
        return
    roles = ("leader",) if kind.to == "leader" else ("boss", "leader") if kind.to == "boss" else ("person",)
    for role in roles:
        if role in found:
            continue
        for name in before(_DOES[role], text):
            if not taken_by(name, found):
                found[role] = name
                break
        if role in found:
            continue
        cue = (
            rf"\b{_TO[role]}\b(?:\s+(?:with|to|for|from|of|off|back to|as well as|note to|email to"
            r"|know))*\s+(?:(?:our|my|the|an?)\s+(?:[\w-]+\s+)?(?:engineer|analyst|nurse|developer|designer"
            r"|colleague|employee|director|manager|specialist|technician|teacher|report|reports)\s+)?"
        )
        for pattern, lower in (
            (cue, False),
            (r"\b(?:with|to|for|from|by|of|tell|show)\s+", False),
            (_LOWER[role], True),
        ):
            if role in found or (lower and re.search(r"[A-Z]", re.sub(r"\bI\b", "", text[1:]))):
                continue
            for name, _, end in after(pattern, text, lower=lower):
                if (
                    not taken_by(name, found)
                    and not (pattern is not cue and name.lower() in MONTHS)
                    and (not lower or stands_alone(text, name, end))
                ):
                    found[role] = name
                    break
    role = roles[0]
    if role not in found and (match := re.match(r"\W*(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:to|for)\s+(?=[A-Z])", text)):
        name, _ = take_name(text, match.end())
        if name and not taken_by(name, found):
            found[role] = name
    if kind.to == "leader" and "leader" not in found and kind.audience != "leader":
        rest = [
            e.text
            for e in parsed.entities
            if e.label == "PERSON"
            and not taken_by(e.text, found)
            and e.text.lower() not in NOT_NAMES
            and take_name(e.text, 0)[0]
        ]
        if len(set(rest)) == 1 and "boss" in found:
            found["leader"] = take_name(rest[0], 0)[0]


def stands_alone(text: str, name: str, end: int) -> bool:
    """Tell whether a name without capitals stands as one: nothing but a small word or a stop comes after it."""
    rest = text[end:].lstrip()
    ends = not rest or re.match(
        (
            r"(?:[.,;:!?]|for\b|that\b|about\b|at\b|on\b|to\b|today|tomorrow|yesterday|next\b|this\b|after\b"
            r"|who\b|and\b|is\b|has\b|because\b|every\b|20|15|30)"
        ),
        rest,
    )
    return bool(ends) and not {w.lower() for w in name.split()} & THINGS


def taken_by(name: str, found: dict[str, str]) -> bool:
    """Tell whether somebody found already has this first name."""
    first = name.split()[0].lower()
    return any(
        first in value.lower().split()
        for role, value in found.items()
        if role in {"me", "boss", "leader", "person", "assistant"}
    )
