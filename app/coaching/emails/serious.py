"""A brief that tells of something serious: no letter, but where to take it."""

import re
from collections.abc import Sequence

from app.coaching.emails.names import forms
from app.domain.knowledge import Audience
from app.domain.ports import RiskDetector
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


def where_to_take(findings: Sequence[SeriousFinding]) -> tuple[str, ...]:
    """Return one line for each serious matter found."""
    return tuple(dict.fromkeys(_route(f.name, [r.name for r in f.routes]) for f in findings))


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


def _route(name: str, routes: list[str]) -> str:
    ways = "; ".join(routes[:4])
    return (
        f"This sounds like {name[0].lower() + name[1:]}. It does not have to wait for a meeting, and it is not "
        f"for a letter like this. Where to take it: {ways}. Not legal advice; check your local rules."
    )
