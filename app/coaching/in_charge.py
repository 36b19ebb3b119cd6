"""Somebody in charge and a serious matter: what they were told before in the same talk, accusations, unions, adjustments."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.coaching.safety import CRISIS, FOR_ADJUSTMENTS, FOR_LEADERS, IN_CRISIS, cards_for, heard
from app.domain.conversation import Message
from app.domain.knowledge import Audience
from app.domain.risk import RiskReport
from app.domain.turn import Task

NO_DELAY = "leader-serious-no-delay"
ACCUSED = ("middle-accused",)
SILENCING = ("middle-not-to-mention",)
UNIONS = ("leader-union-membership", "leader-representative", "leader-union-drive")
LEADS = (NO_DELAY, *FOR_LEADERS, *IN_CRISIS)
"""Led by one of these, an answer is about a serious matter, however unsure what was found is."""
BACK = 3
"""Replies back within which a serious matter that was told is still what is talked about."""
_ABOUT_ONESELF = {
    "serious_harassment",
    "serious_discrimination",
    "serious_bullying",
    "serious_retaliation",
    "serious_violence",
}
_BELOW = (
    r"(?:(?:my|our|an?|one of (?:my|our|the)|some of my|two of my) (?:\w+ ){0,2}?"
    r"(?:reports?|team(?: members?)?|employees?|staff|people|crew|nurses?|engineers?|workers?|subordinates?|assistant|trainee|"
    r"apprentice|ics?|skips?)|some(?:one|body)|hr|people|they|she|he)"
)
_GRAVE = (
    r"(?:racis\w+|sexis\w+|bull(?:y|ied|ying)|harass\w*|discriminat\w+|homophobic|touch\w*|threaten\w*|treat\w*|unfair\w*|"
    r"ageist|retaliat\w*)"
)
_ACCUSES = re.compile(
    r"\b(?:accus\w+ me\b|i(?:'m| am|'ve been| have been| was| got) (?:\w+ )?accused\b|"
    r"(?:complain\w*|grievance|allegations?|accusations?|case|claim)\b[^.;!?]{0,30}\b(?:against|about|on) me\b|"
    r"(?:reported|investigat\w+|say\w*|said|told)\b[^.;!?]{0,25}\b(?:against|about) me\b|"
    rf"{_BELOW} (?:\w+ ){{0,3}}?(?:reported me|(?:called|calls|calling) me (?:a )?(?:racist|sexist|bully|homophobe|groper|predator)\b|"
    rf"(?:says?|said|claims?|claimed|thinks?|feels?|told|wrote)\b[^.;!?]{{0,25}}\bi(?:'m| am| was|'ve| have| had)? "
    rf"(?:\w+ ){{0,2}}?{_GRAVE}))",
    re.IGNORECASE,
)
_NAMES_IT = re.compile(
    r"\b(?:rac(?:e|is\w+)|sexis\w+|bull(?:y|ied|ying)|harass\w*|discriminat\w+|homophob\w+|touch\w*|grop\w+|threaten\w*|ageis\w+|"
    r"retaliat\w*|assault\w*|women|men|girls|older|disab\w+)\b",
    re.IGNORECASE,
)
"""Says what somebody is accused of, where what was found is only a guess."""
_SLUR = (
    r"(?:racist|sexist|racial|homophobic|sexual|offensive|nasty|disgusting) (?:\w+ )?"
    r"(?:things?|slurs?|names?|remarks?|jokes?|comments?|words?|insults?|abuse|way)"
)
_WRONGED = re.compile(
    rf"\b(?:after|because|since|when|for) i (?:\w+ )?(?:complain|report|rais|spoke|refus|object|told|ask|said)|\b{_SLUR}\b|"
    r"\bsomething (?:racist|sexist|homophobic|sexual)|\bbecause (?:i(?:'m| am)|of my)\b|"
    r"\bmy (?:boss|manager|director|supervisor) (?:\w+ )?(?:said|says|called|complained)\b",
    re.IGNORECASE,
)
"""Somebody it was done to, though they lead others."""
_SILENCES = re.compile(
    r"\b(?:tell|telling|ask|asking|instruct|forbid|stop|keep|make|remind|warn) (?:my|the|our) (?:\w+ )?"
    r"(?:team|people|staff|reports?|crew|nurses|workers|employees)\b[^.;!?]{0,40}\b(?:not|never|leave|out|from|quiet|silent|avoid|skip)\b",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"\b(?:secret|promise|confiden\w+|anonymous\w*|between us|keep (?:it|this|that) (?:to|from|quiet|between)|not (?:to )?tell|"
    r"tell (?:no ?one|nobody|anyone|anybody))\b",
    re.IGNORECASE,
)
_UNION = re.compile(
    r"\b(?:unions?|unioni[sz]\w*|works council|shop stewards?|reps?|representatives?|petitions?|organi[sz](?:e|ed|ing))\b",
    re.IGNORECASE,
)
_ORGANISED = re.compile(
    r"\b(?:told|warned|forbade|threatened|asked) (?:me|us) (?:not|to)\b|\bas a (?:member|rep|steward)\b|"
    r"\b(?:we|i)(?:'d like| want| would like| plan| hope| wish| joined|'ve joined| are)\b[^.?!]{0,25}\b(?:join|union|together|organi[sz]e)",
    re.IGNORECASE,
)
"""A leader who acts together with others, rather than asking what they may do about those who do."""
_OWN_NEED = re.compile(
    r"\bi (?:need|asked|requested|have|use|am|was)\b(?! (?:told|asked))|\bi'm (?:pregnant|disabled|ill|on)\b|"
    r"\bmy (?:own )?(?:doctor|leave|pregnancy|condition|disability|back|health|treatment|request)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:he|she|they|him|her|hers|his|them|their|theirs|that|it|this|hr|accused|manager|supervisor|person|employee|woman|man)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|a different|other|a new|one of my|some(?:one|body) else|my own|my) (?:\w+ )?"
    r"(?:managers?|boss|people|employees?|reports?|teams?|skips?|meetings?|questions?|rounds?)\b|\bskip[- ]levels?\b",
    re.IGNORECASE,
)
"""Points at somebody or something else than what was told."""
_WAITS = re.compile(
    r"\b(?:wait|later|delay|leave it|let it go|sleep on|think (?:about|it over)|"
    r"(?:for|in|another) (?:an? )?(?:day|week|month|while|few)|after (?:the|our|my)|"
    r"next (?:week|month|quarter)|until|till|tomorrow|monday|first|informal\w*|quiet\w*|off the record|privately|"
    r"coffee|beer|pint|drinks?|lunch|chat|a word|have it out|sort (?:it|this|that) out|settle|mediat\w+|"
    r"warn|tip (?:him|her|them) off|give (?:him|her|them) a|(?:his|her|their|both) sides?|confront|"
    r"(?:talk|speak|say something) (?:to|with) (?:him|the)|ask him|exaggerat\w+|overreact\w*|believe|proof|prove|evidence|sure|true|"
    r"investigate|look into|without hr|ignore|drop it|forget it|do nothing|not do anything|"
    r"before (?:i|we|going|it goes)|hear (?:what )?(?:he|she|they|him|her|them)|"
    r"sorry|apologi[sz]e|clear the air|explain(?: myself)?)\b",
    re.IGNORECASE,
)


def goes_on(thread: Sequence[Message], audience: Audience) -> tuple[RiskReport, str] | None:
    """Return what somebody in charge told before, or is accused of, and the card for the newest line, which goes on about it.

    It is looked for in the last replies of a thread, which ends with that line; None where nothing was, or it is of another.
    """
    line = thread[-1].text
    if not (_THERE.search(line) or _WAITS.search(line) or _SECRET.search(line)) or _ANOTHER.search(line):
        return None
    pairs = [(told, reply) for told, reply in pairwise(thread[:-1]) if told.role == "user"]
    for told, reply in reversed(pairs[-BACK:]):
        plan = reply.plan
        if plan is None or not plan.serious:
            continue
        lead = plan.cards[0] if plan.cards else ""
        report = RiskReport(text=told.text, serious=plan.serious, forward_safe=False, deciding=told.text)
        if plan.task is Task.SUPPORT and lead in (*ACCUSED, *FOR_ADJUSTMENTS):
            return report, lead
        named = any(finding.named for finding in plan.serious)
        begun = named and heard(told.text, audience) and cards_for(told.text, audience, report)
        if begun or (lead in LEADS and audience != "ic"):
            return report, _card_later(line, report)
    return None


def _card_later(line: str, before: RiskReport) -> str:
    if any(finding.category == CRISIS for finding in before.serious):
        return IN_CRISIS[0]
    serious, limits = FOR_LEADERS
    return limits if _SECRET.search(line) else NO_DELAY if _WAITS.search(line) else serious


def accused(line: str, audience: Audience, report: RiskReport) -> bool:
    """Say whether somebody who leads others is the one said to have done something serious, not the one it was done to."""
    plain = line.replace("’", "'")
    if audience == "ic" or not _ACCUSES.search(plain) or _WRONGED.search(plain):
        return False
    found = [finding for finding in report.serious if finding.category in _ABOUT_ONESELF]
    return any(finding.named for finding in found) or bool(found and _NAMES_IT.search(plain))


def cards_asked(line: str, audience: Audience, report: RiskReport) -> tuple[str, ...]:
    """Return the cards for a leader or manager who asks what they may do: one is to be chosen; none for any other line."""
    if audience == "ic":
        return ()
    plain = line.replace("’", "'")
    found = {finding.category for finding in report.serious}
    if accused(plain, audience, report):
        return ACCUSED
    if found and _SILENCES.search(plain):
        return SILENCING
    if "serious_collective" in found and _UNION.search(plain) and not _ORGANISED.search(plain):
        return UNIONS
    if found == {"serious_accommodation"} and not _OWN_NEED.search(plain):
        return FOR_ADJUSTMENTS
    return ()
