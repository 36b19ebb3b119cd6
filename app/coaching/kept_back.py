"""What was promised but is for nobody else to read: what is serious, and what was said in confidence."""

import re
from collections.abc import Callable, Sequence

from app.coaching.emails.names import forms
from app.domain.commitments import Commitment
from app.domain.meeting import Meeting
from app.domain.risk import RiskContext, RiskReport

_TELLS = r"(?:tell|mention|say anything|share|repeat|discuss|talk|pass|let)\b"
_CONFIDENCE = re.compile(
    r"\bbetween (?:us|ourselves|you and me|the two of us)\b|\bconfidential|\bin confidence\b|\boff the record\b|\bsecret\b"
    r"|\b(?:keep|stay)\w*\b[^.!?;]{0,40}\b(?:quiet|private|to (?:my|your|him|her|them)sel(?:f|ves))\b"
    rf"|(?:^(?:not|never)|\b(?:wo|do)n['’]t|\b(?:will|do|shall|must|would) (?:not|never)|\b(?:not|never) to) {_TELLS}",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"^[^,;]*\b(?:it|this|that|these|all of|everything)\b", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"\b(?:HR|human resources|police|union|ombuds\w*|hotline|helpline|lawyers?|solicitors?|regulator|ethics|compliance"
    r"|works council)\b"
)
_OF_THEM = re.compile(r"\b(?:it|this|that|him|her|them|what happened)\b", re.IGNORECASE)
_AGAINST = r"\b(?:fire|sack|dismiss|replace|demote|remove|get rid of)\s+(?:my (?:boss|manager)"


def kept_back(
    kept: Sequence[Commitment], about: Meeting, report: Callable[[str, RiskContext], RiskReport]
) -> tuple[Commitment, ...]:
    """Return the promises that neither the manager's lines nor a letter may tell; they stay on the user's own list.

    Serious is what may be so, too: a report against the manager must not be announced to them on a guess that it is none.

    Args:
        kept: what was promised in one meeting, by whomever.
        about: the meeting as the user described it, for who the manager is.
        report: reads a text for what is serious.
    """
    boss = "|".join(re.escape(name) for name in forms(about.people.boss.full))
    against = re.compile(rf"{_AGAINST}{f'|{boss}' if boss else ''})(?!\w)", re.IGNORECASE)

    def is_back(each: Commitment) -> bool:
        sentence, after = _around(each)
        return (
            any(_CONFIDENCE.search(said) for said in (each.what, sentence))
            or bool(_CONFIDENCE.search(after) and _OF_IT.search(after))
            or bool(_OUTSIDE.search(each.what) and _OF_THEM.search(each.what))
            or bool(against.search(each.what))
            or any(report(said, about.said_in_it()).serious for said in {each.what, sentence} if said)
        )

    return tuple(each for each in kept if is_back(each))


def _around(commitment: Commitment) -> tuple[str, str]:
    """Return the sentence of the notes that tells of a promise, and the one after it; the user may have reworded it."""
    said = re.split(r"(?<=[.!?;])\s+", commitment.line)
    what = commitment.what.lower()
    shared = [len(what) if what in each.lower() else len(_words(each) & _words(what)) for each in said]
    best = shared.index(max(shared))
    return (said[best], "".join(said[best + 1 : best + 2])) if shared[best] else ("", "")


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower()))
