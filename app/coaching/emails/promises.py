"""What somebody promised, as something to do."""

import re

from app.coaching.emails.practical import is_clause
from app.domain.ports import English


def as_deed(fact: str, item: str, english: English) -> str:
    """Return a promise as something to do; "the chart" says no deed, so it is seen to."""
    if fact not in {"mine", "theirs", "doing"}:
        return item
    bare = bare_promise(item)
    if fact == "doing":
        return bare
    thing = re.sub(r"\s+(?:which|that) I (?:undertook|promised|offered|agreed|said)\b.*$", "", bare)
    named = re.match(r"(?:the|an?|my|our|your)\s", thing, re.I) and not is_clause(thing, english)
    return f"see to {thing[0].lower()}{thing[1:]}" if named else bare


def bare_promise(text: str) -> str:
    """Return what was promised without who promised it: "I'll send the chart" gives "send the chart"."""
    return re.sub(
        (
            r"^(?:(?:i|we|s?he|they|you|[A-Z]\w+)\s*(?:['’](?:ll|d)|will|would|can|could|am going to|is going to"
            r"|promised|offered|agreed|said (?:i|s?he|they)(?:['’]d|['’]ll| would| will)|suggested)\s+(?:to\s+)?"
            r"|to\s+)"
        ),
        "",
        text.strip(" ."),
        flags=re.I,
    )
