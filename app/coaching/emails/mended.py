"""What a writer takes back, or wants kept out, gone before anything is looked for."""

import re

from app.coaching.emails.private import is_private
from app.coaching.emails.wording import DAYS, MONTHS

_BACK = r"(?:no|nope|wait|sorry|oops|actually|rather|correction|scratch that|i mean|i meant|make (?:it|that)|or rather)"
_TAKEN_BACK = rf"(?:\s*[,.…(–-]+\s*|\s+)(?:{_BACK}\b[\s,.…:–-]*)+"
_NUMBER = r"(?:\d{1,3}|ten|fifteen|twenty|twenty-five|thirty|forty|forty-five|fifty|sixty)"
_UNIT = r"(?:\s*-?\s*(?:minutes?|mins?|words?))"
_DAY = rf"(?:{'|'.join((*DAYS, *MONTHS))}|tomorrow|today|next week|this week)\b(?:\s+(?:morning|afternoon|evening|\d{{1,2}}\b))?"
_PERSON = r"(?-i:[A-Z][a-zà-ÿ]+)(?:\s(?-i:[A-Z][a-zà-ÿ]+))?"
_SAME_KIND = (
    re.compile(rf"\b{_NUMBER}(?P<unit>{_UNIT}?){_TAKEN_BACK}(?P<said>{_NUMBER})(?P<own>{_UNIT}?)\b", re.I),
    re.compile(rf"\b(?:on\s+)?{_DAY}{_TAKEN_BACK}(?P<said>(?:on\s+)?{_DAY})", re.I),
    re.compile(rf"\b{_PERSON}\s*[,.…–-]+\s*(?:no|sorry|wait|i mean|i meant)\b[\s,.:–-]*(?P<said>{_PERSON})", re.I),
)
"""A number, a day or a name, taken back for another of its kind: "20 minutes, no wait, make it 30"."""
_AGAIN = re.compile(
    r"\b([\w']+)\b[^!?\n]{0,80}?[\s,.…-]+(?:no,? wait|scratch that|sorry,? i mean|i mean|i meant|correction)\b[\s,:]*"
    r"(?:simpler|rather|better)?[\s,:]*\1\b",
    re.I,
)
"""Somebody who starts again: "about A, no wait, about B"."""


def as_meant(text: str) -> str:
    """Return the text without what its writer took back."""
    for pattern in _SAME_KIND:
        text = pattern.sub(lambda m: m["said"] + (m.groupdict().get("own") or m.groupdict().get("unit") or ""), text)
    return _AGAIN.sub(r"\1", text)


_LEAVE_OUT = re.compile(
    r"\b(?:keep|leave)\s+(?:that|it|this|those|him|her|them|(?:his|her|their|the)\s+names?)\s+(?:out|private|to (?:yourself|ourselves))\b"
    r"|\b(?:do not|don't|dont|never|no need to|please not)\s+(?:mention|include|put|write|say|name|bring up)\b"
    r"|\bomit\s+(?:that|it|this|those|them)\b"
    r"|\b(?:that|it|this)(?:'s| is)\s+(?:private|confidential|off the record|not for (?:him|her|them))\b|\boff the record\b",
    re.I,
)
_NAMES_IT = re.compile(
    r"[\s*•-]*(?:and\s+)?(?:please\s+)?(?:do not|don't|dont|never|no need to|please not)\s+"
    r"(?:mention|include|put|write|say|name|bring up)\s+"
    r"(?:that\s+(?:I|we|s?he|they|you|my|our|his|her|their|the|there)\b|about\s+(?!(?:it|this|that|these|those|them)\b)\w"
    r"|(?!(?:it|this|that|these|those|them|any|anything|either|to|in|at|here|yet|please|about)\b)\w)",
    re.I,
)
"""A request that says itself what is to stay out; one that only points at it means the sentence before."""
_GOES_ON = re.compile(
    r"[,;]\s*(?:and\s+)?(?:(?:just|please|instead)\s+)*(?:offer|ask|say|tell|propose|suggest|move|invite|thank|could|my name|I'm"
    r"|(?:to|from)\s+(?-i:[A-Z]))\b.*|[,;]\s*(?:to|from)\s+(?-i:[A-Z]).*",
    re.I | re.S,
)
"""Where a sentence goes on with something else for the letter."""
_OWN_WORDS = 5
"""So many words before the request to leave something out are the thing itself; with fewer it stands in the sentence before."""


def stays_out(clause: str) -> bool:
    """Tell whether a clause asks to leave something out."""
    return bool(_LEAVE_OUT.search(clause))


def without_what_stays_out(text: str) -> str:
    """Return the text without the sentences its writer wants kept out of the letter."""
    kept: list[str] = []
    for sentence in re.findall(r".+?(?:[.;!?](?=\s)\s*|\n|$)|\n", text, re.S):
        out = _LEAVE_OUT.search(sentence)
        if not out:
            kept.append(sentence)
            continue
        if _NAMES_IT.match(sentence):
            continue
        head, _, own = sentence[: out.start()].rpartition(",")
        beside = len(own.split()) > 1 or (head and _NAMES_IT.match(sentence, out.start() - len(own)))
        if beside and (tail := _GOES_ON.search(sentence, out.end())) and not is_private(head):
            # What stays out stands right beside the request: the rest of the sentence is for the letter.
            kept.append(f"{head}{tail.group()}")
            continue
        before = re.split(r",\s*(?:and\s+)?(?=(?:im|i|we|s?he|they)\b)", sentence[: out.start()], flags=re.I)
        points_back = re.match(r"\s*(?:that|this|it|which)(?:'s|\s+is|\s+was)\b", sentence, re.I)
        if kept and (points_back or len(sentence[: out.start()].split()) < _OWN_WORDS):
            kept.pop()
        elif len(before) > 1:
            kept.append(", ".join(before[:-1]) + ". ")
    return "".join(kept)
