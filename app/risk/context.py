"""What around a line makes it milder: agreed with the manager, or opened by the leader."""

import re
from typing import NamedTuple

from app.domain.risk import RiskContext


class Easing(NamedTuple):
    """Why a flag is milder; `clears` when nothing is left of it."""

    reason: str
    clears: bool


_BOSS = r"(?:my|our) (?:line |direct |team )?(?:manager|boss|supervisor|lead|leader|head)(?: of \w+)?"
_BRING = (
    r"(?:ask|raise|bring|mention|tell|show|put|talk|speak|come|say|write|go|take|share|discuss|pass|propose|suggest)\b"
)
_AGREED = (
    r"\b{boss} (?:has |have |already |also |herself |himself )*(?:suggested|encouraged me|advised me|proposed|supports|backs|"
    r"agrees|is fine with|is happy for me|(?:asked me|told me|wants me|wanted me|said i (?:should|could|can|may)|said)(?: to)? "
    rf"{_BRING})|"
    r"\b{boss} and i (?:have |had |both |already |also )*(?:agreed|agree|decided|would like|looked|measured|"
    r"proposed?|suggest|think|have raised|raised)\b|"
    r"\b(?:agreed|cleared|discussed|talked|shared|reviewed|settled|prepared) (?:it |this |that )?with {boss}\b|"
    r"\bwe(?:'ve| have)? agreed (?:to|(?:that )?i(?:'d| would| should|'ll)?) "
    rf"{_BRING}|\band i (?:have )?agreed (?:to|that|i)\b|"
    r"\b(?:suggested|asked|encouraged|proposed) (?:that )?(?:i|me|me to) (?:to )?(?:ask|raise|bring|mention|tell|show|pass)\b"
)
_ASKED = re.compile(
    r"\b(?:since|as|because|when|now that)? ?you (?:just |directly |already )?(?:asked|ask|wanted to know|wondered)\b|"
    r"\bto answer your question\b|\bin answer to\b|\bgood question\b",
    re.I,
)
_AGREEABLE = frozenset(
    "criticising_boss salary promotion more_responsibilities going_over_head complaint_without_proposal job_search "
    "oversharing_personal overpromising recording speaking_for_others favour_request ultimatum status_drift".split()
)
_ACCOMPANIED = re.compile(
    r"\b(?:bring|have|come|comes|join|joins|accompan\w+|attend|sit in|present|with)\b[^.?!]{0,40}\b(?:union|works council|shop)\b"
    r"[^.?!]{0,12}(?:rep\w*|steward\w*|member|official|person)?|\b(?:union rep\w*|works council(?:lor| member)|shop steward)\b[^.?!]{0,40}"
    r"\b(?:come|join|accompany|attend|sit in|be there|be present)\b",
    re.I,
)
"""Somebody who speaks for them is to come along: a right in many places, and no risk anywhere."""
_ORDINARY_THERE = frozenset(
    "going_over_head politics_religion more_responsibilities favour_request ultimatum loaded_question salary".split()
)
_OPENED_BY = {
    "criticising_boss": r"\b(?:your (?:manager|boss|lead|supervisor)|working with|feedback (?:on|about|for))\b",
    "salary": r"\b(?:pay|paid|salary|compensation|bonus|raise)\b",
    "promotion": r"\b(?:promot\w+|next level|career|title|next (?:step|role)|where do you (?:want|see))\b",
    "more_responsibilities": r"\b(?:interested|take on|responsib\w+|like to (?:lead|do|run)|next (?:step|role))\b",
    "complaint_without_proposal": r"\b(?:frustrat\w+|in (?:the|your) way|change|hard|difficult|annoy\w+|improve|not working)\b",
    "job_search": r"\b(?:leave|leaving|stay|offers?|looking around|recruiters?|other jobs?)\b",
    "oversharing_personal": r"\b(?:how are you|are you (?:ok|all right|alright)|how have you been|weekend|at home|family)\b",
    "status_drift": r"\b(?:status|update|where are (?:we|you)|on track|how is .{0,30}going|progress)\b",
    "speaking_for_others": r"\b(?:the team|others|people|everyone|colleagues|mood|morale)\b",
    "bragging": r"\b(?:proud|achiev\w+|result|accomplish\w+|strength)\b",
    "loaded_question": r"\b(?:disagree|dissent|wrong|critici\w+|honest|challenge|push back)\b",
}
_OPENERS = {category: re.compile(pattern, re.I) for category, pattern in _OPENED_BY.items()}


def easing(category: str, stretch: str, context: RiskContext) -> Easing | None:
    """Return why `category` is milder in this stretch of text, or None when nothing makes it so."""
    if category in _AGREEABLE and re.search(_agreed_pattern(context.boss), stretch, re.I):
        return Easing("You and your manager agreed on it, or they suggested it.", clears=category != "criticising_boss")
    if category in _ORDINARY_THERE and _ACCOMPANIED.search(stretch):
        return Easing("You may have somebody with you who speaks for you.", clears=True)
    opener = _OPENERS.get(category)
    if opener is None:
        return None
    if opener.search(context.previous) and "?" in context.previous:
        return Easing("They asked about it.", clears=False)
    if _ASKED.search(stretch):
        return Easing("You say they asked.", clears=False)
    return None


def _agreed_pattern(boss: str) -> str:
    return _AGREED.replace("{boss}", f"(?:{_BOSS}|{re.escape(boss)})" if boss.strip() else _BOSS)
