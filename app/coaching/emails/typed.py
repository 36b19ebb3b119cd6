"""What is typed into a letter's form, as its facts are meant: names without what stands around them, minutes in figures."""

import re
from collections.abc import Mapping

from app.coaching.emails.details import find_minutes, number
from app.coaching.emails.names import PARTICLES
from app.coaching.emails.values import with_capitals

_NOBODY = re.compile(
    r"(?:my|her|his|our|their|your|the)\s.+|none|nobody|no one|n/?a|unknown|not sure|(?:i )?do(?:n['’]t| not) know|[\W_]+",
    re.I,
)
"""A role, or that there is nobody, in place of a name."""
_NOT_A_FIRST_NAME = re.compile(
    r"\b(?:of|for|director|manager|head|lead|[es]?vp|c[a-z]o|chief|president|officer|engineer|analyst|phd|md|mba|rn|jr|sr|ii|iii)\b",
    re.I,
)
_KEEPER = re.compile(
    r"(?:(?:yes|yeah|yep|ja|oui|s[ií])\b[\s,;:.–-]*)?(?:(?:(?:my|her|his|their|the|your)\s+)?(?:assistant|pa|ea|secretary)\b[\s,:-]*)?"
    r"(?:(?:(?:her|his|their|the) )?name(?:'s| is)\s+|(?:it|she|he)(?:'s| is)\s+|(?:is )?(?:called|named)\s+)?",
    re.I,
)
"""What may stand before an assistant's name: "yes, Ann", "her assistant is called Ann"."""


_NAME = re.compile(
    r"(?!(?:my|her|his|our|their|the|an?|your|with|to|from|and|boss|manager)\b)(?:[^\W\d_][\w'’.-]*,?\s*){1,5}", re.I
)


def people_by_name(facts: Mapping[str, str]) -> dict[str, str]:
    """Return the facts with people by their names; whoever has none in them is left out, to be asked for."""
    meant = dict(facts)
    for field in ("me", "boss", "leader", "person"):
        if value := meant.get(field):
            meant[field] = name_of(value)
    if value := meant.get("assistant"):
        meant["assistant"] = _keeper(value)
    return {field: value for field, value in meant.items() if value}


def name_of(typed: str) -> str:
    """Return the name that was typed, first name first and with capitals: "O'Brien, Pat" gives "Pat O'Brien".

    It is empty where a role stands in place of a name.
    """
    said = " ".join(typed.split())
    if _NOBODY.fullmatch(said):
        return ""
    last, comma, first = (part.strip() for part in said.partition(","))
    if (comma and not first) or (comma and _NOT_A_FIRST_NAME.search(first)):
        said = last
    elif comma and len(first.split()) < 3 and "," not in first and (len(last.split()) == 1 or _surname(last)):
        said = f"{first} {last}"
    return with_capitals(said.split()) if said.islower() else said


def is_name(words: str) -> bool:
    """Tell whether words may be a person's name and nothing else: "Dr. Osei", not "my boss Dan"."""
    return bool(_NAME.fullmatch(words)) and name_of(words) != "" and not _NOT_A_FIRST_NAME.search(words)


def _surname(words: str) -> bool:
    return words.split()[0].lower() in PARTICLES


def _keeper(typed: str) -> str:
    """Return the assistant's name, "yes" where there is one without a name, "none", or "unknown"."""
    said = " ".join(typed.split())
    if re.match(r"(?:no|none|nope|n/?a)\b(?!\s+(?:idea|clue))|[\W_]+$", said, re.I):
        return "none"
    if re.search(r"\b(?:know|sure|unknown|idea|clue|maybe|perhaps)\b", said, re.I):
        return "unknown"
    name = said[match.end() :] if (match := _KEEPER.match(said)) else said
    return (with_capitals(name.split()) if name.islower() and not name.startswith("the ") else name) or "yes"


def minutes_of(typed: str) -> str:
    """Return the minutes that were typed, 5 to 240; empty where it cannot be told: "1.5 hours" gives "90"."""
    said = re.sub(r"(?<=\d)\s*(?:½|\s1/2)", ".5", typed)
    hours = re.search(
        r"(?<![\d/.,])(\d(?:[.,]\d+)?|two|three)[\s-]*(?:hours?|hrs?|h)(?:[\s,]*(?:and\s+)?(a half|\d{1,2}))?(?![^\W\d])",
        said,
        re.I,
    )
    if hours:
        whole = {"two": 2.0, "three": 3.0}.get(hours[1].lower()) or float(hours[1].replace(",", "."))
        more = 30 if hours[2] == "a half" else int(hours[2] or 0)
        found = round(whole * 60) + more
    else:
        bare = re.search(r"(?<![-\d.])\d+", said)
        found = int(find_minutes(said) or (bare.group() if bare else number(said.strip())))
    return str(found) if 5 <= found <= 240 else ""
