"""Better lines in the user's own words, and the whole text with them in place."""

import re
from collections.abc import Iterator

from app.domain.risk import RiskCategory, RiskContext, RiskReport
from app.risk.sentences import sentence_at

_SLOT = re.compile(r"\{(\w+)\}")
_THING = re.compile(
    r"\b(the|our|this)\s+((?:[a-z][a-z-]+\s+){0,2}?[a-z][a-z-]+)"
    r"(?=\s*(?:[.,;:!?)]|$)|\s+(?:is|are|was|were|has|have|had|and|or|but|because|since|for|to|from|on|in|at|by|with|of|"
    r"that|which|who|when|if|so|until|before|after|without|will|would|can|could|should|must|keeps?|never|always)\b)",
    re.I,
)
_NOT_A_THING = frozenset(
    "way thing things time times day days week weeks month months year years end truth fact same best worst rest other "
    "others people person team manager boss lead leader supervisor director company firm place job life one ones guy man "
    "woman lads girls boys kids point reason moment case room table world money pay salary raise bonus promotion title only "
    "ball first last next few lot bit kind sort whole very more most much many all both each what how why not just really still "
    "again ever never always too so as than then there here now who it is are was were be been do does did get got go me my "
    "we you he she they him her them us your his their this that these those the a an of to in on at by for with from about "
    "into over under up down out off staff others colleague colleagues crew department office board public idiot clueless "
    "useless incompetent lazy stupid clown joke worse better worth right wrong true false sure able record list meeting".split()
)
_LIKE_A_VERB = re.compile(r"(?:ed|ly|n't|ing)$")
_NOUN_ANYWAY = frozenset(
    "training planning meeting pricing funding parking staffing onboarding briefing building feed".split()
)


def say_instead(category: RiskCategory, sentence: str, context: RiskContext) -> str:
    """Return the first template whose slots can all be filled from the sentence and its context, or ""."""
    known = {
        "manager": context.boss.strip() or "my manager",
        "leader": context.leader.strip(),
        "colleague": _colleague(sentence, context),
        "thing": next(_things(sentence), ""),
    }
    for template in category.templates:
        if all(known.get(slot) for slot in _SLOT.findall(template)):
            filled = _SLOT.sub(lambda match: known[match.group(1)], template)
            return _capitals(filled)
    return ""


def better(text: str, report: RiskReport) -> str:
    """Return the text with each flagged sentence replaced by its better line; sentences with a serious matter stay."""
    kept = [sentence_at(text, found.start, found.end) for found in report.serious]
    chosen: dict[tuple[int, int], str] = {}
    for flag in sorted(report.flags, key=lambda flag: -flag.severity):
        span = sentence_at(text, flag.start, flag.end)
        if flag.say_instead and not any(span[0] < end and start < span[1] for start, end in (*kept, *chosen)):
            chosen[span] = flag.say_instead
    pieces, at, said = [], 0, set[str]()
    for (start, end), line in sorted(chosen.items()):
        pieces += [text[at:start], "" if line in said else line]
        said.add(line)
        at = end
    return "".join([*pieces, text[at:]])


def _things(sentence: str) -> Iterator[str]:
    for match in _THING.finditer(sentence):
        words = match.group(2).split()
        if any(word.lower() in _NOT_A_THING for word in words):
            continue
        if _LIKE_A_VERB.search(words[-1]) and words[-1].lower() not in _NOUN_ANYWAY:
            continue
        yield f"{match.group(1).lower()} {match.group(2)}"


def _colleague(sentence: str, context: RiskContext) -> str:
    theirs = {context.boss, context.leader}
    return next((n for n in context.names if n and n not in theirs and re.search(rf"\b{re.escape(n)}\b", sentence)), "")


def _capitals(line: str) -> str:
    return re.sub(r"(^|[.?!]\s+)([a-z])", lambda match: match.group(1) + match.group(2).upper(), line)
