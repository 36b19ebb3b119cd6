"""What somebody promised, as something to do."""

import re

from app.coaching.emails.practical import is_clause
from app.domain.ports import English


def as_deed(fact: str, item: str, english: English) -> str:
    """Return a promise as something to do; "the chart" says no deed, so it is seen to."""
    if fact == "not_doing":
        return re.sub(r"^(?:I\s+|we\s+)?(?:can(?:no|')?t|can not|won't|will not)\s+(?=\w)", "", item, flags=re.I)
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


_I_HAVE = re.compile(r"^(?:(?:I|we)\s+(?:have\s+)?|(?:(?:I|we)'?)?ve\s+)(?:already\s+)?", re.I)


def is_done(said: str, english: English) -> bool:
    """Tell whether something was done already: "asked estates", and not "ask estates" or "two are ordered"."""
    bare = _I_HAVE.sub("", said)
    words = english.parse(f"I {bare}").words[1:2]
    return bool(words) and words[0].pos == "VERB" and words[0].text.lower() != words[0].lemma


def to_be(done: str) -> str:
    """Return what was done with what is to come of it: "asked estates, fixed by May" gives "asked estates, to be fixed by May"."""
    bare = _I_HAVE.sub("", done)
    return re.sub(r",\s+((?:ready|\w+ed|done|sent|built)\s+(?:by|before|on|in)\b)", r", to be \1", bare)
