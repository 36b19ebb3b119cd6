"""The critic for answers: every sentence stands on guidance it was given, or it is not shown."""

import re

from app.domain.turn import Plan

_MARK = re.compile(r"\[(\d{1,2}|coach)\]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SPELLED = re.compile(
    r"\b(?:half|most|two thirds|three quarters|a third|a quarter|nine out of ten|one in \w+|\w+ per ?cent|\w+ percent) of (?:all )?"
    r"(?:employees|managers|leaders|people|companies|workers|staff)\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|research\w*|survey\w*|experts?|scientists?|professor|according to|harvard|gallup|mckinsey|stanford|forbes)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[a-z]{4,}")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_SECRET = re.compile(
    r"\b(?:between (?:us|you and me)|off the record|keep (?:this|it|that) (?:quiet|secret|between us|to yourself)|don['’]?t tell anyone"
    r"|(?:will|is going to|are going to) be (?:laid off|let go|fired|sacked|dismissed|promoted|closed|sold|merged))\b",
    re.IGNORECASE,
)
_WRONGS = (
    r"(?:harass\w*|discriminat\w*|retaliat\w*|assault\w*|bully\w*|abuse|fraud|brib\w*|unsafe|safety|hazards?|danger\w*|wage theft|"
    r"unpaid (?:overtime|wages)|overtime)"
)
_DISCOURAGING = (
    r"(?:do not|don'?t|never|avoid|should ?n[o']?t|must ?n[o']?t|not allowed to|can'?t|better not to|best not to|wiser not to|"
    r"hold off on|think twice before|refrain from|no need to|keep quiet|stay quiet|keep it to yourself|say nothing)"
)
_DISCOURAGES = re.compile(
    rf"\b{_DISCOURAGING}\b[^.;]{{0,30}}\b(?:report(?:ing)?\b(?! card)|tell(?:ing)? hr\b|go(?:ing)? to (?:hr|the (?:regulator|"
    rf"union|police|hotline|"
    rf"labou?r))|(?:talk|talking|speak|speaking|discuss|discussing|compare|comparing)\b[^.;]{{0,15}}\b(?:pay|wages?|"
    rf"salar\w+)\b[^.;]{{0,25}}\b"
    rf"(?:colleagues?|co-?workers?|each other|anyone|others|peers)|whistle|join(?:ing)? (?:a|the) union|organi[sz](?:e|ing)\b)|"
    rf"\b{_DISCOURAGING}\b[^.;]{{0,40}}\b(?:complain\w*|mention\w*|rais\w+|bring\w* up|about)\b[^.;]{{0,25}}\b{_WRONGS}\b|"
    rf"\b(?:wait|delay|sleep on it|hold off)\b[^.;]{{0,20}}\bbefore (?:you )?(?:report|reporting|complain|going to hr)",
    re.IGNORECASE,
)
_ENCOURAGES = re.compile(
    r"\b(?:don'?t|do not|never) (?:wait|hesitate|be afraid|have to|need|let|feel|delay|promise|ask|try to stop|discourage|"
    r"hold back|cover)\b|"
    r"\b(?:can'?t|cannot|must ?n[o']?t|may not|never) be (?:punished|dismissed|fired|stopped|forbidden)\b|\bforbid\b",
    re.IGNORECASE,
)
CLAUSES = {
    "discourages a protected act": "advised against something you have a right to do",
    "tells a secret": "told something that it cannot know",
    "no source": "said something without a source",
    "cites what does not exist": "named a source that does not exist",
    "a figure that is not in what it cites": "gave a figure that its source does not give",
    "a claim that is not in what it cites": "made a claim that its source does not make",
    "not supported by what it cites": "said something that its source does not say",
    "a figure without a source": "gave a figure without a source",
    "a study without a source": "spoke of a study without a source",
}
"""What each reason, up to its colon, means to the person, as a clause after "the model's reply"."""
SHARED = 0.25
"""Least share of a sentence's longer words that must occur in the guidance it cites."""


def review_answer(sentence: str, plan: Plan) -> str:
    """Return why a sentence of an answer may not be shown, or "" when it may."""
    text = sentence.strip()
    marks = _MARK.findall(text)
    plain = _MARK.sub("", text).strip(" -*•\n")
    if not plain:
        return ""
    if _DISCOURAGES.search(plain.replace("’", "'")) and not _ENCOURAGES.search(plain.replace("’", "'")):
        return "discourages a protected act"
    if not marks:
        return "" if plain.endswith(":") and len(plain.split()) <= 6 else "no source"
    if set(marks) == {"coach"}:
        return _own(plain, plan)
    known = {str(citation.number) for citation in plan.citations}
    if unknown := [mark for mark in marks if mark not in known and mark != "coach"]:
        return f"cites what does not exist: [{unknown[0]}]"
    given = _given(plan, set(marks))
    if strange := set(_NUMBER.findall(plain)) - set(_NUMBER.findall(given)):
        return f"a figure that is not in what it cites: {min(strange)}"
    if (claim := _SPELLED.search(plain)) and claim.group().lower() not in given.lower():
        return f"a claim that is not in what it cites: {claim.group()!r}"
    if (claim := _STUDY.search(plain)) and not _STUDY.search(given):
        return f"a claim that is not in what it cites: {claim.group()!r}"
    words = set(_CONTENT.findall(plain.lower()))
    shared = len(words & set(_CONTENT.findall(given.lower()))) / len(words) if words else 1.0
    return "" if shared >= SHARED else "not supported by what it cites"


def _own(plain: str, plan: Plan) -> str:
    """The coach's own words may carry no figure, no study and no news; words to say may, when they come from the plan."""
    if (secret := _SECRET.search(plain)) and secret.group().lower() not in plan.planned.lower():
        return "tells a secret"
    quotes = _QUOTED.findall(plain)
    outside = _QUOTED.sub("", plain)
    said = set(_NUMBER.findall(plan.planned))
    if set(_NUMBER.findall(outside)) - _with_times(plan) or set(_NUMBER.findall(" ".join(quotes))) - said:
        return "a figure without a source"
    if (_STUDY.search(outside) or _SPELLED.search(outside)) and outside.strip() not in plan.planned:
        return "a study without a source"
    return ""


def _with_times(plan: Plan) -> set[str]:
    """The figures of the plan's own unsourced lines: a length or a count in a suggestion, such as two dates."""
    own = [line for line in plan.planned.splitlines() if set(_MARK.findall(line)) == {"coach"}]
    return set(_NUMBER.findall(_MARK.sub("", " ".join(own))))


def _given(plan: Plan, marks: set[str]) -> str:
    """The guidance behind the marks. Planned words count only for their own marks: a citation must carry its sentence."""
    lines = [*plan.slots.get("passages", "").splitlines(), *plan.planned.splitlines()]
    return " ".join(line for line in lines if marks & set(_MARK.findall(line)))
