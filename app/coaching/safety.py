"""Serious matters before anything else: acknowledgement, a safety check, routes, and honest limits."""

import re
from collections.abc import Sequence

from app.coaching.tongues import ENGLISH_ONLY, is_english
from app.domain.knowledge import Audience
from app.domain.library import Library
from app.domain.risk import RiskReport, SeriousFinding, SeriousMatter
from app.domain.turn import Plan, Task

_TELLS = r"(?:told|tells|telling|says|said|disclosed|reported|confided|mentioned|came)"
_STAFF = r"(?:team|people|staff|group|department|reports|direct reports|skips|employees|ics|crew|managers)"
_HEARD = re.compile(
    rf"\b(?:(?:disclosed|reported|confided|opened up) (?:\w+ ){{0,2}}(?:to|in) (?:me|us)\b|"
    rf"(?:one|two|some|someone|somebody|a member|members) (?:of|in|on|from) my {_STAFF}\b|"
    rf"(?:an? (?:employee|ic|team member|direct report|report of mine)|someone|somebody) (?:\w+ ){{0,3}}{_TELLS} (?:me|us|in)\b|"
    r"as a (?:leader|director|vp)\b|my (?:direct reports?|team members?)\b)",
    re.IGNORECASE,
)
_TOLD_A_LEADER = re.compile(
    rf"(?<!my boss )(?<!my manager )(?<!director )(?<!ceo )\b{_TELLS} (?:me|us)\b(?! (?:not )?to\b)|"
    r"\bi (?:was|got|have been|'ve been) told\b(?! (?:not )?to\b)|"
    r"\b(?:asked|begged) me (?:not to (?:tell|report|say)|to keep (?:it|this|that))\b|\b(?:complain|report)(?:s|ed)? to me\b|"
    r"\bi(?:'ve| have)? (?:just )?heard (?:that|from|about|of|in)\b|\bcame to me\b",
    re.IGNORECASE,
)
"""Said by a leader or a manager of what somebody told them. "My boss told me to ..." is their own matter."""
_AT_THEM = re.compile(
    rf"\b{_TELLS} me\b[^.;!?]{{0,40}}\b(?:he|she|they)(?:'ll|'d| will| would| wants? to| (?:was|were) going to)\b"
    r"[^.;!?]{0,25}\b(?:me|my)\b",
    re.IGNORECASE,
)
"""A threat that was told to the one it is meant for: "he told me he'll hurt me"."""
_IN_CHARGE = re.compile(
    rf"\bmy {_STAFF}\b|\bas a (?:leader|director|vp)\b|\breport of mine\b|\bin (?:a|my) skip\b", re.IGNORECASE
)
FOR_LEADERS = ("leader-serious-matter", "leader-confidentiality-limits")
IN_CRISIS = ("leader-crisis", "leader-confidentiality-limits")
SAFE_NOW = (
    "First: is anyone in danger, now or when they go back? If so, call your local emergency number, or site security."
)
ASKED_FIRST = ("serious_crisis", "serious_violence", "serious_harassment")
"""Where mild words may hide one of these, it is asked about before anything else is said; the gravest first."""
NOT_LEGAL_ADVICE = "Rules differ by country, and this is not legal advice: check your local ones."


def support(report: RiskReport, library: Library, *, in_rehearsal: bool = False) -> Plan:
    """Plan the reply to a serious matter. Never a reframe, never a delay, never a question about growth.

    No engine rewords it: the prompt stays empty.
    """
    certain = [finding for finding in report.serious if finding.certain]
    finding = (certain or list(report.serious))[0]
    matter = library.serious_by_id[finding.category]
    words = _plain(matter) if certain else _gentle(matter)
    words = _for_reader(words, report, library)
    if in_rehearsal:
        stop = "Let's leave the rehearsal here. " if certain else "Stepping out of the rehearsal for a moment. "
        words = f"*{stop.strip()}*\n\n{words}"
    cards = tuple(card.id for card in library.cards if "serious" in card.themes and _about(card.sources, matter))[:3]
    buttons = tuple(library.card_by_id[card].button for card in cards)[:2]
    return Plan(
        task=Task.SUPPORT,
        intent=f"support: {matter.name}",
        planned=words,
        cards=cards,
        followups=buttons,
        serious=report.serious,
        risk=report,
    )


def told_of(ids: Sequence[str], text: str, library: Library) -> RiskReport:
    """Return the report that a text certainly tells of these serious matters."""
    matters = (library.serious_by_id[each] for each in ids)
    found = (SeriousFinding(category=m.id, name=m.name, start=0, end=len(text), routes=m.routes) for m in matters)
    return RiskReport(text=text, serious=tuple(found), forward_safe=False, deciding=text)


def gently(plan: Plan, report: RiskReport, library: Library, *, told: bool = False) -> Plan:
    """Add one kind question and the routes to an ordinary reply, where mild words may hide a serious matter.

    They come below the reply; above it where somebody's safety is at stake, and where a card follows, since of such a
    reply the first paragraph alone is shown. Whoever was `told` of it is not asked as if it happened to them.
    """
    found = [finding.category for finding in report.serious]
    first = next((each for each in ASKED_FIRST if each in found), "")
    matter = library.serious_by_id[first or found[0]]
    routes = ", ".join(route.name for route in matter.routes)
    ask = matter.ask_gently or "Is there more to this than the words say?"
    asked = f"{ask} You don't have to explain it to me. If it is so, here is where you can turn: {routes}. {NOT_LEGAL_ADVICE}"
    if told:
        asked = (
            f"Could there be something grave behind what you were told? Ask for one example, and promise no secrecy. If there is, "
            f"take it the same day to HR or whoever handles it where you work; they can turn to: {routes}. {NOT_LEGAL_ADVICE}"
        )
    asked = _for_reader(asked, report, library)
    words = f"{asked}\n\n{plan.planned}" if first or plan.attachment else f"{plan.planned}\n\n*{asked}*"
    return plan.model_copy(update={"planned": words, "prompt": "", "serious": report.serious})


def heard(text: str, audience: Audience = "ic") -> bool:
    """Say whether the person was told of a matter rather than living it: a leader or manager asking what to do."""
    plain = text.replace("’", "'")
    told = audience != "ic" and _TOLD_A_LEADER.search(plain) and not _AT_THEM.search(plain)
    return bool(_HEARD.search(plain) or told)


def cards_for(text: str, audience: Audience, report: RiskReport) -> tuple[str, ...]:
    """Return the cards for somebody in charge who was told of a serious matter; none for a colleague who was."""
    if audience == "ic" and not _IN_CHARGE.search(text):
        return ()
    return IN_CRISIS if any(finding.category == "serious_crisis" for finding in report.serious) else FOR_LEADERS


def for_one_who_heard(answer: Plan, report: RiskReport, library: Library) -> Plan:
    """Plan the reply to somebody who was told of a serious matter: is anybody in danger, the routes, then the cards' advice.

    What the matter says to the person harmed is left out: its routes are named, as theirs.
    """
    matter = library.serious_by_id[next(f for f in report.serious if f.certain).category]
    advice = "" if answer.abstained else f"\n\n**What you can do**\n\n{answer.planned}"
    routes = "\n".join(f"- {route.name}" for route in matter.routes)
    planned = f"{SAFE_NOW}\n\n**Where it can go, and where they can turn themselves**\n\n{routes}\n\n{NOT_LEGAL_ADVICE}"
    planned = _for_reader(planned, report, library) + advice
    return answer.model_copy(
        update={
            "task": Task.SUPPORT,
            "planned": planned,
            "prompt": "",
            "serious": report.serious,
            "risk": report,
            "abstained": False,
        }
    )


def _for_reader(words: str, report: RiskReport, library: Library) -> str:
    return words if is_english(report.text, library) else f"{words} {ENGLISH_ONLY}"


def _plain(matter: SeriousMatter) -> str:
    now = "\n".join(f"- {step}" for step in matter.now)
    return (
        f"{matter.acknowledge} {matter.safety}\n\n**You can raise this. Here is where.**\n\n{_routes(matter)}\n\n"
        f"**Now**\n\n{now}\n\n{_limits(matter)}"
    )


def _gentle(matter: SeriousMatter) -> str:
    ask = matter.ask_gently or "Is there more to this than the words say?"
    return (
        f"{ask} You don't have to explain it to me.\n\n"
        f"**If it is, you can raise it. Here is where.**\n\n{_routes(matter)}\n\n{_limits(matter)}"
    )


def _routes(matter: SeriousMatter) -> str:
    return "\n".join(f"- **{route.name}**: {route.note}" for route in matter.routes)


def _limits(matter: SeriousMatter) -> str:
    rights = matter.rights or ""
    closing = "" if "legal advice" in rights else NOT_LEGAL_ADVICE
    return " ".join(part for part in (matter.confidentiality, rights, closing) if part)


def _about(sources: tuple[str, ...], matter: SeriousMatter) -> bool:
    return bool(set(sources) & set(matter.sources))
