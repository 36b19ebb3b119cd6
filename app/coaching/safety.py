"""Serious matters before anything else: acknowledgement, a safety check, routes, and honest limits."""

import re
from collections.abc import Sequence

from app.coaching.tongues import ENGLISH_ONLY, is_english
from app.domain.conversation import Message
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
    r"\bi(?:'ve| have)? (?:just )?heard (?:that|from|about|of|in)\b|\bcame to me\b|"
    r"\b(?:he|she|they) (?:\w+ ){0,4}?(?:says?|said) (?:that )?(?:he|she|they|her|his|their)\b(?![^.;!?]{0,40}\bm[ey]\b)|"
    r"\b(?:somebody|someone|people|one of them|he|she|they) (?:\w+ )?(?:hinted|let slip|admitted|implied|whispered|let on)\b|"
    r"\b(?:(?:one|two|three|some|several|a few) of (?:my|our|the) \w+|(?:an?|my|some(?:one|body))(?! (?:boss|manager|director|skip|ceo|vp))"
    r"(?: \w+){0,2}?) (?:in \w+ )?(?:says?|said|reports?|reported|complain(?:s|ed)|claims?|claimed)\b(?! (?:\w+ )?(?:about )?me\b)",
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
FOR_ADJUSTMENTS = ("leader-accommodation",)
SAFE_NOW = (
    "First: is anyone in danger, now or when they go back? If so, call your local emergency number, or site security."
)
ASKED_KINDLY = "ask kindly"
CRISIS = "serious_crisis"
ASKED_FIRST = (CRISIS, "serious_violence", "serious_harassment")
"""Where mild words may hide one of these, it is the one that is asked about; the gravest first."""
GUESSED = (
    "I may be reading too much into this, so I'll ask once: is somebody being hurt, threatened or wronged, or is it getting too "
    "much for you? You don't have to explain it to me. If it is so, you can turn to HR or employee relations, a speak-up line, a union "
    "or works council, or a labour or equality agency; where anybody may come to harm, to emergency services or a crisis line."
)
"""Asked where the words seem grave and the kind is a guess: the wrong question would frighten, and the wrong routes mislead."""
IF_NOT = "If it is nothing of the kind, tell me so, and I'll answer what you asked."
NEAR, FITS = 0.55, 0.75
"""Likeness to the question below which a card is off the point, and from which it is the answer."""
_DENIES = re.compile(
    r"^\W*(?:no|nope|nah|not at all|nothing|it(?:'s| is| was)(?: just| only| nothing| not)|just|only|"
    r"i(?:'m| am) (?:fine|ok|okay|safe|all right|alright)|"
    r"that(?:'s| is) not|all (?:good|fine))\b",
    re.IGNORECASE,
)
_LONGEST_DENIAL = 15
"""Words of a line that only says that nothing grave was meant."""
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
    cards = _cards(matter, library)
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


def gently(plan: Plan, report: RiskReport, library: Library, *, told: bool = False, likeness: float = 1.0) -> Plan:
    """Ask one kind question and give the routes before an ordinary reply, where mild words may hide a serious matter.

    Whoever was `told` of it is not asked as if it happened to them. The reply follows where it answers what was asked, going
    by its `likeness` to that; never where a life may be at stake. Where the matter is a guess and the reply fits well, it leads.
    """
    named = [finding.category for finding in report.serious if finding.named]
    first = next((each for each in (*ASKED_FIRST, *named) if each in named), "")
    matter = library.serious_by_id.get(first)
    asked = _for_reader(_asked(matter, told=told), report, library)
    grave = first == CRISIS and not told
    sure = matter or CRISIS in (finding.category for finding in report.serious) or not is_english(report.text, library)
    if likeness >= (FITS if sure else NEAR) and not grave and not plan.abstained:
        leads = not matter and likeness >= FITS and plan.attachment is None
        words = f"{plan.planned}\n\n*{asked}*" if leads else f"{asked}\n\n{plan.planned}"
        return plan.model_copy(update={"planned": words, "prompt": "", "serious": report.serious})
    cards = _cards(matter, library) if matter else ()
    return Plan(
        task=Task.ASK,
        intent=ASKED_KINDLY,
        planned=asked if told else f"{asked}\n\n{IF_NOT}",
        cards=cards,
        followups=tuple(library.card_by_id[card].button for card in cards)[:2],
        serious=report.serious,
    )


def set_aside(thread: Sequence[Message]) -> str:
    """Return the question that a kind one came before, where the newest line says that nothing grave is behind it."""
    line = thread[-1].text.replace("’", "'")
    plan = thread[-2].plan if len(thread) > 2 else None
    asked = plan is not None and plan.serious and not any(finding.certain for finding in plan.serious)
    denied = asked and "?" not in line and len(line.split()) <= _LONGEST_DENIAL and _DENIES.search(line)
    return thread[-3].text if denied else ""


def heard(text: str, audience: Audience = "ic") -> bool:
    """Say whether the person was told of a matter rather than living it: a leader or manager asking what to do."""
    plain = text.replace("’", "'")
    told = audience != "ic" and _TOLD_A_LEADER.search(plain) and not _AT_THEM.search(plain)
    return bool(_HEARD.search(plain) or told)


def cards_for(text: str, audience: Audience, report: RiskReport) -> tuple[str, ...]:
    """Return the cards for somebody in charge who was told of a serious matter; none for a colleague who was."""
    if audience == "ic" and not _IN_CHARGE.search(text):
        return ()
    found = [finding.category for finding in report.serious]
    if CRISIS in found:
        return IN_CRISIS
    return FOR_ADJUSTMENTS if set(found) == {"serious_accommodation"} else FOR_LEADERS


def for_one_who_heard(answer: Plan, report: RiskReport, library: Library) -> Plan:
    """Plan the reply to somebody who was told of a serious matter: is anybody in danger, the routes, then the cards' advice.

    What the matter says to the person harmed is left out: its routes are named, as theirs.
    """
    matter = library.serious_by_id[next((f for f in report.serious if f.certain), report.serious[0]).category]
    advice = "" if answer.abstained else f"\n\n**What you can do**\n\n{answer.planned}"
    routes = "\n".join(f"- {route.name}" for route in matter.routes)
    planned = f"{SAFE_NOW}\n\n**Where it can go, and where they can turn themselves**\n\n{routes}\n\n{NOT_LEGAL_ADVICE}"
    return _supporting(answer, report, _for_reader(planned, report, library) + advice)


def advice_first(answer: Plan, report: RiskReport, library: Library) -> Plan:
    """Plan the reply to somebody in charge who asks what they may do in a serious matter: the answer, then others' routes."""
    matter = library.serious_by_id[next((f for f in report.serious if f.certain), report.serious[0]).category]
    routes = f"Where they can turn themselves, and may: {_names(matter)}. {NOT_LEGAL_ADVICE}"
    return _supporting(answer, report, f"{answer.planned}\n\n{_for_reader(routes, report, library)}")


def _supporting(answer: Plan, report: RiskReport, planned: str) -> Plan:
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
    return (
        f"{_question(matter)}\n\n"
        f"**If it is, you can raise it. Here is where.**\n\n{_routes(matter)}\n\n{_limits(matter)}"
    )


def _asked(matter: SeriousMatter | None, *, told: bool) -> str:
    """Return the kind question and the routes; without a matter, in general."""
    turn_to = _names(matter) if matter else "HR, a speak-up line, a union or works council, a labour or equality agency"
    if told:
        ask = "Could there be something grave behind what you were told? Ask for one example, and promise no secrecy."
        if matter and matter.id == CRISIS:
            ask = "Might they be thinking of ending their life? Ask them, plainly and kindly, and stay with them until help is there."
        return (
            f"{ask} If there is, take it the same day to HR or whoever handles it where you work; they can turn to: "
            f"{turn_to}. {NOT_LEGAL_ADVICE}"
        )
    if matter is None:
        return f"{GUESSED} {NOT_LEGAL_ADVICE}"
    if matter.id == CRISIS:
        return _gentle(matter)
    return f"{_question(matter)} If it is so, here is where you can turn: {turn_to}. {NOT_LEGAL_ADVICE}"


def _question(matter: SeriousMatter) -> str:
    return f"{matter.ask_gently or 'Is there more to this than the words say?'} You don't have to explain it to me."


def _names(matter: SeriousMatter) -> str:
    return ", ".join(route.name for route in matter.routes)


def _routes(matter: SeriousMatter) -> str:
    return "\n".join(f"- **{route.name}**: {route.note}" for route in matter.routes)


def _limits(matter: SeriousMatter) -> str:
    rights = matter.rights or ""
    closing = "" if "legal advice" in rights else NOT_LEGAL_ADVICE
    return " ".join(part for part in (matter.confidentiality, rights, closing) if part)


def _cards(matter: SeriousMatter, library: Library) -> tuple[str, ...]:
    """Return the employee's cards on a matter: those that share the most of their sources with it first."""
    about = set(matter.sources)
    cards = [card for card in library.cards if "serious" in card.themes and "ic" in card.audience]
    shared = {card.id: len(about & {*card.sources}) / len(about | {*card.sources}) for card in cards}
    return tuple(sorted((card for card in shared if shared[card]), key=lambda card: -shared[card]))[:3]
