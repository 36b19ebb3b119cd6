"""What a line holds that a follow-up can take up: something that happened, an effort, a large noun with no case."""

import re

from app.domain.rehearsal import Reading

_PAST = (
    r"(?!need\b|speed\b|feed\b|indeed\b|exceed\b)\w{2,}ed|was|were|went|had|took|got|came|rang|sat|told|lost|broke"
    r"|fell|sent|said|gave|made|found|wrote|ran|left|met|did|kept|built|brought|began|saw|taught|held|spent"
)
_EVENT = re.compile(rf"\b(?:{_PAST})\b", re.I)
_EFFORT = re.compile(
    rf"\b(?:we|i|(?:the|our|my) team)(?:'ve| have|'d| had)?(?: also| just| now| already| finally)?"
    rf" (?!got\b)(?:{_PAST}|cut|put|set up)\b",
    re.I,
)
_BAD_NEWS = re.compile(r"\b(?:never|not|late|fail\w*|lost|missed|waited|needed)\b|n't\b", re.I)
TOPIC = re.compile(
    r"\b(communication|morale|planning|leadership|workload|culture|trust|support|training|onboarding|recognition"
    r"|direction|staffing|tooling|documentation|visibility|collaboration|transparency|feedback|coordination|teamwork"
    r"|cooperation|information)\b(?! (?:team|desk|system|centre|center|manager|session|course|form|sheet|department)s?\b)",
    re.I,
)
"""Nouns so large that everybody means another thing by them; each takes "whose?" and "it"."""
_WANTING = re.compile(
    r"\b(?:could be|should be|isn't|is not|not|more|better|worse|bad|poor|lack(?:ing|s)?|low|terrible|awful"
    r"|a problem|an issue|an? (?:bit|lot) of)\b"
)
VIEWS = frozenset({"asks_why", "asks_yours", "asks_did"})
"""Kinds of question to which a habit of mind is something to say."""
_PARTICULAR = re.compile(r"\b(?:when|who|whose|how (?:many|much|long|often)|of me)\b", re.I)
"""What is asked for where a habit of mind says nothing: a name, a date, a number."""
_BROAD = 14
"""Words up to which a line about a large noun holds no case."""


def topic(reading: Reading) -> str:
    """Return the large noun a line is about when nothing in it can be pictured, in lower case; else ''."""
    low = reading.text.lower().replace("’", "'")
    found = TOPIC.search(low)
    if found is None or reading.numbers or {"gives_example", "proposes", "credits", "owns"} & set(reading.acts):
        return ""
    broad = "vague" in reading.acts or (len(low.split()) <= _BROAD and _WANTING.search(low) is not None)
    return found[1] if broad else ""


def asks_a_view(reading: Reading) -> bool:
    """Say whether the questions of a line can be met with how somebody judges such things."""
    return bool(VIEWS & set(reading.acts)) and not any(_PARTICULAR.search(asked) for asked in reading.questions)


def cues(reading: Reading) -> frozenset[str]:
    """Return which of "event", "effort" and "topic" a line holds, as the needs of a move name them."""
    told = reading.text.replace("’", "'")
    for question in reading.questions:
        told = told.replace(question, "")
    effort = _EFFORT.search(told) is not None and _BAD_NEWS.search(told) is None
    held = {"event": _EVENT.search(told) is not None, "effort": effort, "topic": bool(topic(reading))}
    return frozenset(name for name, there in held.items() if there)
