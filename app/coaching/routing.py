"""Which task a chat line asks for. Rules, most telling first; a plain question is the default."""

import re

from app.domain.turn import Task

_REHEARSE = re.compile(
    r"\b(rehears\w*|role[- ]?play\w*|mock (?:meeting|interview|skip)|practi[cs]e (?:run|with|the meeting|my meeting|it)|"
    r"(?:let'?s|can we|want to|like to|help me) practi[cs]e|(?:you )?play (?:my|the|a|as) (?:boss|grandboss|skip|vp|director|leader|head)|"
    r"pretend (?:to be|you'?re)|act as (?:my|the|a))\b",
    re.IGNORECASE,
)
_QUESTIONS = re.compile(
    r"\b(?:what|which) (?:questions?\b|(?:should|can|could|do|would) i ask\b|to ask\b)|"
    r"\bquestions? (?:to|for|i (?:could|should|can)) (?:ask|my|the|a|bring)|"
    r"\b(?:suggest|give me|list|need|prepare|find|make)\b[^.?!]{0,30}\bquestions?\b|\bagenda for\b|\bwhat do i ask\b",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"\b(?:is (?:it|this) (?:safe|ok(?:ay)?|fine|wise|risky|too \w+) (?:to say|to tell|to mention|if i say)|"
    r"(?:can|could|should|may) i say\b|check (?:this|my|the) (?:wording|line|text|message|sentence|notes?|email|draft)|"
    r"is this safe|how does (?:this|it) sound|would it be (?:ok|safe|risky) to (?:say|tell)|check wording)",
    re.IGNORECASE,
)
_WRITE = re.compile(
    r"\b(?:write|draft|compose|word|send|need|help me with|prepare|make)\b[^.?!\n]{0,40}\b(?:e-?mails?|letter|mail|invitation|"
    r"invite|announcement|thank[- ]you(?: note)?|message to (?:my|the)|note to|request to)\b|"
    r"\b(?:e-?mail|letter) (?:to|for|asking|request\w*|that)\b|^write the email",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«](?P<line>[^\"”»]{12,})[\"”»]")
_PROGRAMME = re.compile(r"\b(?:start|set up|launch|begin|roll out|run|plan)\b[^.?!]{0,30}\bprogram(?:me)?\b", re.IGNORECASE)


def route(text: str) -> Task:
    """Return the task a chat line asks for. Serious matters are found before this, by the detector."""
    line = text.strip()
    if _REHEARSE.search(line) and not line.lower().startswith(("how do i", "should i", "is it worth")):
        return Task.REHEARSE
    if _CHECK.search(line):
        return Task.CHECK
    if _WRITE.search(line) and not re.match(r"(?:how|when|should|do i|what|is it)\b", line, re.IGNORECASE):
        return Task.EMAIL
    if _QUESTIONS.search(line):
        return Task.QUESTIONS
    return Task.PROGRAMME if _PROGRAMME.search(line) and "?" not in line else Task.ASK


def line_to_check(text: str) -> str:
    """Return what is to be checked: the quoted part, or what follows the colon, or the whole without its question."""
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted.group("line")
    if ":" in text and len(text.split(":", 1)[1].split()) >= 3:
        return text.split(":", 1)[1].strip()
    rest = _CHECK.sub("", text).strip(" ?.,\n-")
    return rest if len(rest.split()) >= 3 else ""
