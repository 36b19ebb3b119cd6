"""What was promised but is for nobody else to read: what is serious, and what was said in confidence."""

import re
from collections.abc import Callable, Sequence

from app.coaching.emails.names import forms
from app.domain.commitments import Commitment
from app.domain.meeting import Meeting
from app.domain.rehearsal import Promise
from app.domain.risk import RiskContext, RiskReport

_TELLS = r"(?:tell|mention|say anything|share|repeat|discuss|talk|pass|let)\b"
_CONFIDENCE = re.compile(
    r"\bbetween (?:us|ourselves|you and me|the two of us)\b|\bconfidential|\bin confidence\b|\boff the record\b|\bsecret\b"
    r"|\b(?:keep|stay)\w*\b[^.!?;]{0,40}\b(?:quiet|private|to (?:my|your|him|her|them)sel(?:f|ves))\b"
    rf"|(?:^(?:not|never)|\b(?:wo|do)n['’]t|\b(?:will|do|shall|must|would) (?:not|never)|\b(?:not|never) to) {_TELLS}",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"^[^,;]*\b(?:it|this|that|these|all of|everything)\b", re.IGNORECASE)
_SETTLES = re.compile(
    r"\b(?:have a (?:\w+ )?word|drop|let|forget|deal with|sort|look into|handle|take care of|speak to|talk to|raise|report"
    r"|mention|tell|ask|bring|keep|move|see to|make) ?(?:it|that|this|him|her|them|me|us|everything|$|with|about|if|up|out)\b",
    re.IGNORECASE,
)
"""What settles a matter, or buries it."""
_SENTENCE = re.compile(r"(?:[^.!?;\n]|[.!?;](?!\s|$))+[.!?;]*")
_OUTSIDE = re.compile(
    r"\b(?:HR|human resources|police|union|ombuds\w*|hotline|helpline|lawyers?|solicitors?|regulator|ethics|compliance"
    r"|works council)\b"
)
_BARGAIN = re.compile(
    r"\b(?:drop|forget|overlook|let|leave)\b.*\b(?:it|that|this|rest|go)\b.*\bif (?:I|we)\b", re.IGNORECASE
)
"""A matter dropped for something in return."""
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
            or bool(against.search(each.what) or _BARGAIN.search(each.what))
            or any(report(said, about.said_in_it()).serious for said in {each.what, sentence} if said)
        )

    return tuple(each for each in kept if is_back(each))


def hangs_on_serious(promise: Promise, report: RiskReport) -> bool:
    """Say whether a promise found in notes belongs to a serious matter: "he'll have a word about it", "she'll drop it".

    It does where it stands in one line with what is certain, in one sentence with what may be so, or where it settles
    what the sentence or line before tells of. What is only a guess of some kind takes what settles it, no more.

    Args:
        promise: as found, with its line.
        report: the notes it was found in, as the risk detector read them.
    """
    sentences = [each for each in _SENTENCE.finditer(report.text) if each[0].strip()]
    first, last = _place(promise, report.text)
    here = [i for i, each in enumerate(sentences) if first <= each.start() and each.end() <= last]
    own = max(here, key=lambda i: _shared(promise.what, sentences[i][0]), default=None)
    if own is None:
        return False
    settles = _SETTLES.search(promise.what) is not None
    before = sentences[max(0, own - 1)].start() if settles else sentences[own].start()
    return any(
        (finding.certain and finding.start < last and first < finding.end)
        or ((finding.named or settles) and finding.start < sentences[own].end() and before < finding.end)
        for finding in report.serious
    )


def _place(promise: Promise, text: str) -> tuple[int, int]:
    """Return where the line of a promise stands in the notes; nowhere if it does not."""
    first = text.replace("’", "'").find(promise.line.replace("’", "'")) if promise.line else -1
    return (first, first + len(promise.line)) if first >= 0 else (0, 0)


def _around(commitment: Commitment) -> tuple[str, str]:
    """Return the sentence of the notes that tells of a promise, and the one after it; the user may have reworded it."""
    said = re.split(r"(?<=[.!?;])\s+", commitment.line)
    shared = [_shared(commitment.what, each) for each in said]
    best = shared.index(max(shared))
    return (said[best], "".join(said[best + 1 : best + 2])) if shared[best] else ("", "")


def _shared(what: str, sentence: str) -> int:
    return len(what) if what.lower() in sentence.lower() else len(_words(sentence) & _words(what))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{3,}", text.lower()))
