"""Serious matters before anything else: acknowledgement, a safety check, routes, and honest limits."""

import re
from collections.abc import Sequence

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
NOT_LEGAL_ADVICE = "Rules differ by country, and this is not legal advice: check your local ones."


def support(report: RiskReport, library: Library, *, in_rehearsal: bool = False) -> Plan:
    """Plan the reply to a serious matter. Never a reframe, never a delay, never a question about growth.

    No engine rewords it: the prompt stays empty.
    """
    certain = [finding for finding in report.serious if finding.certain]
    finding = (certain or list(report.serious))[0]
    matter = library.serious_by_id[finding.category]
    words = _plain(matter) if certain else _gentle(matter)
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


def gently(plan: Plan, report: RiskReport, library: Library) -> Plan:
    """Add one kind question and the routes to an ordinary reply, where mild words may hide a serious matter."""
    matter = library.serious_by_id[report.serious[0].category]
    routes = ", ".join(route.name for route in matter.routes)
    ask = matter.ask_gently or "Is there more to this than the words say?"
    words = f"{plan.planned}\n\n*{ask} You don't have to explain it to me. If it is so, you can raise it: {routes}. {NOT_LEGAL_ADVICE}*"
    return plan.model_copy(update={"planned": words, "prompt": "", "serious": report.serious})


def heard(text: str) -> bool:
    """Say whether the person was told of a matter rather than living it: a leader or manager asking what to do."""
    return _HEARD.search(text) is not None


def for_one_who_heard(answer: Plan, report: RiskReport, library: Library) -> Plan:
    """Plan the reply to somebody who was told of a serious matter: is anybody in danger, the routes, then the cards' advice."""
    matter = library.serious_by_id[next(f for f in report.serious if f.certain).category]
    advice = "" if answer.abstained else f"\n\n**What you can do**\n\n{answer.planned}"
    planned = f"{matter.safety}\n\n**Where it can go**\n\n{_routes(matter)}\n\n{_limits(matter)}{advice}"
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
