"""A brief that tells of something serious: no letter, but where to take it."""

import re
from collections.abc import Mapping, Sequence

from app.coaching.emails.names import forms
from app.coaching.emails.phrases import items
from app.domain.knowledge import Audience
from app.domain.ports import English, RiskDetector
from app.domain.risk import RiskContext, RiskReport, SeriousFinding

_WHO_IS_WHO = re.compile(
    r"(?:[\s,.;:()!?-]*\b(?:good|morning|afternoon|evening|hello|hi|hey|dear|thanks?|you|regards|best|reports?|reporting|boss|manager"
    r"|director|employee|colleague|assistant|team|lead|deputy|person|head|name[sd]?|called|knows?|aware|informed|told|fine|happy"
    r"|good|is|was|has|been|are|be|am|i|i'm|im|me|my|the|an?|and|to|of|with|for|under|above|over|at|in|on|who|whose|s?he|they|her|his"
    r"|him|their|them|it|also|already|work|works|two|levels?|minutes?|half|hour|\d+|yes|ok|okay)\b(?:'s)?)*[\s,.;:()!?-]*",
    re.I,
)
"""A sentence that only says who is who: the detector was made for what happens, and reads something into these."""


STANDING = frozenset({"announcement", "invite_one", "invite_many", "themes_back", "leader_follow_up"})
"""Letters that name serious matters in general, where they say what is confidential."""

REPORTED = frozenset({"leader_follow_up", "manager_note", "themes_back"})
"""A leader's letters that repeat what people told them."""
_AGAINST_SOMEBODY = frozenset("harassment discrimination retaliation violence bullying".split())
"""Matters done to somebody by somebody: with a person in it, words that may mean one are an accusation."""
_SOMEBODY = re.compile(
    r"\b(?:s?he|him|(?:her|his|their|my|our|the|an?|one|some)\s+(?:\w+\s)?(?:manager|boss|supervisor|lead|foreman|chef|colleague|trainer))\b",
    re.I,
)
_SECRECY = re.compile(
    r"\b(?:promis|ke[ep]p|stay|remain|agree|swor|assur|leave)\w*\b[^.;\n]{0,40}\bbetween (?:us|ourselves|you and me|(?:the )?two of us)\b"
    r"|\bin (?:strict |complete |the strictest )?confidence\b|\bconfidentially\b"
    r"|\bkeep\w* (?:it|this|that|what \w+ (?:said|told \w+)) (?:all )?"
    r"(?:quiet|secret|confidential|private|to (?:my|our|your)sel(?:f|ves))\b"
    r"|\b(?:promis\w+|swore|gave (?:my|him|her) (?:my )?word|assured|told (?:him|her|them)|said)\b[^.;\n]{0,40}"
    r"(?:\b(?:not|never)|n't)\s+(?:to\s+)?(?:tell|say|mention|repeat|pass|report|act|do)\b"
    r"|\bpromis\w+ (?:him |her |them )?(?:full |total |complete )?(?:secrecy|confidentiality|silence)\b|\bgo(?:es)? no further\b",
    re.I,
)
"""A leader's promise to keep something to themselves."""
NO_SECRECY = (
    "You can't promise to keep everything to yourself: what is serious you have to pass on. Say so first, and then what you "
    "will pass on and to whom."
)
_COVERED_UP = re.compile(
    r"\b(?:audit|inspect|regulator|certif|visitor)\w*|\bvisits?\b|\b(?:sign|stamp|tick)(?:s|ed|ing)?\s+(?:for|off)\b"
    r"|\b(?:fill|back-?dat|log|hid)\w*\s+(?:in\b|the\b|it\b)|\bnever (?:came|arriv|see|saw|happen|got)\w*\b",
    re.I,
)
"""Words without which nothing is covered up: somebody looks, signs, fills in or hides."""
_LED_IN = re.compile(
    r"^(?:to\s+)?(?:(?:talk|ask|hear|learn|understand|discuss|know|raise)\s+)?(?:about\s+)?(?:how|why|that|whether|when|what)\s+",
    re.I,
)


def told_in(
    text: str, facts: dict[str, str], job: str, detector: RiskDetector, side: Audience
) -> tuple[SeriousFinding, ...]:
    """Return the serious matters that the brief tells of, each once: those that are certain, and those it may hide.

    A brief both tells and asks, and is read as either: whoever writes "they do not pay our overtime" asks nothing. What only
    one reading takes for possible is none: told to a machine, "she hasn't replied" is no grievance.

    Args:
        text: the brief, brought to ordinary writing.
        facts: the people found in it.
        job: the writer's role as found, may be empty.
        detector: finds serious matters.
        side: whose letter it is.
    """
    plain = _by_role(text, facts, job)
    said = detector.check(plain, RiskContext(side="leader" if side == "leader" else "ic")).serious
    asked = detector.check(plain, RiskContext(side="asked")).serious
    certain = {finding.category: finding for finding in (*asked, *said) if finding.certain}
    both = {finding.category for finding in said} & {finding.category for finding in asked}
    return (*certain.values(), *(f for f in asked if f.category in both and f.category not in certain))


def read_both_ways(said: str, detector: RiskDetector) -> tuple[SeriousFinding, ...]:
    """Return what a stretch of a brief may tell of, standing alone as a plain sentence; only what both readings take for it."""
    plain = _LED_IN.sub("", said).strip(" .?")
    if not plain:
        return ()
    told = detector.check(f"{plain[0].upper()}{plain[1:]}.", RiskContext(side="ic")).serious
    asked = {f.category for f in detector.check(f"{plain[0].upper()}{plain[1:]}.", RiskContext(side="asked")).serious}
    return tuple(finding for finding in told if finding.category in asked)


def covered_up(text: str, facts: Mapping[str, str], detector: RiskDetector) -> tuple[SeriousFinding, ...]:
    """Return what a purpose or topic may cover up: "how the guards go back on for the audit" tells it as a question."""
    told = [each for name in ("purpose", "topics") for each in items(facts.get(name, ""))]
    # The reader may stop short: "how we sign for deliveries" goes on with "nobody has seen".
    said = [m.group() for each in told if (m := re.search(rf"{re.escape(each)}[^.,;\n]*", text, re.I))]
    found = {
        f.category: f.model_copy(update={"certain": False})
        for each in said
        if _COVERED_UP.search(each)
        for f in read_both_ways(each, detector)
    }
    return tuple(f for name, f in found.items() if name.removeprefix("serious_") in {"safety", "fraud"})


def promises_secrecy(text: str) -> bool:
    """Tell whether a leader says that something will stay with them."""
    return bool(_SECRECY.search(text))


def passed_on(
    text: str, facts: Mapping[str, str], found: Sequence[SeriousFinding], detector: RiskDetector, english: English
) -> tuple[SeriousFinding, ...]:
    """Return the serious matters that a leader was told of and would write down, mild as the words may be.

    With a promise of secrecy every matter counts that the words may mean; without one, what somebody may have done to
    somebody.

    Args:
        text: the leader's brief.
        facts: as read from it.
        found: what the brief as a whole may tell of.
        detector: finds serious matters.
        english: tells names from other words.
    """
    own = set(forms(facts.get("me", "")))
    grave: dict[str, SeriousFinding] = {}
    for said in (*items(facts.get("heard", "")), *items(facts.get("praise", ""))):
        words = english.parse(said).words
        person = _SOMEBODY.search(said) or any(w.pos == "PROPN" and w.text not in own for w in words)
        for each in read_both_ways(said, detector):
            if promises_secrecy(text) or (person and each.category.removeprefix("serious_") in _AGAINST_SOMEBODY):
                grave.setdefault(each.category, each)
    if promises_secrecy(text):
        grave |= {f.category: f for f in found if f.category not in grave}
    return tuple(grave.values())


def where_to_take(findings: Sequence[SeriousFinding], side: Audience = "ic") -> tuple[str, ...]:
    """Return one line for each serious matter found; a leader also hears that they cannot promise secrecy."""
    lines = dict.fromkeys(_route(f.name, [r.name for r in f.routes], side) for f in findings)
    return (*lines, NO_SECRECY) if lines and side == "leader" else tuple(lines)


def ids(findings: Sequence[SeriousFinding]) -> tuple[str, ...]:
    """Return the matters' ids, each once."""
    return tuple(dict.fromkeys(f.category for f in findings))


def certain_in(kind: str, report: RiskReport) -> tuple[SeriousFinding, ...]:
    """Return the serious matters that a letter's own words certainly tell of."""
    return () if kind in STANDING else tuple(f for f in report.serious if f.certain)


def if_it_is_meant(findings: Sequence[SeriousFinding]) -> tuple[str, ...]:
    """Return one line for each serious matter that mild words may hide: it is not silenced, nor taken for sure."""
    return tuple(
        dict.fromkeys(
            f"If this is about {_matter(f)}, it need not wait for a letter. Where to take it: "
            f"{'; '.join(route.name for route in f.routes[:3])}."
            for f in findings
            if not f.certain
        )
    )


def _matter(finding: SeriousFinding) -> str:
    """Return what a matter is about, as it stands inside a sentence."""
    name = "somebody's safety" if finding.category == "serious_crisis" else finding.name
    return name[0].lower() + name[1:]


def _by_role(text: str, facts: dict[str, str], job: str) -> str:
    """Return the brief with people by their part in it: names and jobs tell nothing of a serious matter, and mislead."""
    if job:
        text = re.sub(rf"(?:\b(?:an?|the)\s+)?(?<!\w){re.escape(job)}(?!\w)", "an employee", text, flags=re.I)
    for field, role in (
        ("boss", "my manager"),
        ("leader", "the director"),
        ("person", "a colleague"),
        ("assistant", "the assistant"),
    ):
        for name in forms(facts.get(field, "")) if facts.get(field) not in {"none", "unknown"} else ():
            text = re.sub(rf"(?:\b(?:my|our)\s+(?:boss|manager)[\s,]+)?(?<!\w){re.escape(name)}(?!\w)", role, text)
    for name in forms(facts.get("me", "")):
        text = re.sub(
            rf"(?:\b(?:I'm|I am|my name is|name is"
            rf"|this is)\s+)?(?<!\w){re.escape(name)}(?!\w)[,.]?(?=\s*(an employee)?)",
            lambda m: "I'm" if m[1] else "",
            text,
        )
    news = (each for each in re.split(r"(?<=[.!?;\n])\s*", text) if not _WHO_IS_WHO.fullmatch(each.strip()))
    return " ".join(news).strip() or "."


def _route(name: str, routes: list[str], side: Audience) -> str:
    matter, ways = name[0].lower() + name[1:], "; ".join(routes[:4])
    if side == "leader":
        return (
            f"This may be {matter}. You have to act on it today, and it is not for a letter like this. Take it to: {ways}. "
            "Warn nobody it is about. Not legal advice; check your local rules."
        )
    return (
        f"This sounds like {matter}. It does not have to wait for a meeting, and it is not "
        f"for a letter like this. Where to take it: {ways}. Not legal advice; check your local rules."
    )
