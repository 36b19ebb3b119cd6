"""Questions about the coach itself: who it is, and where what is typed goes. And what it leaves to others, in a line."""

import re

_COACH = r"(?:this|the (?:app|coach|tool|chat|site)|this (?:app|chat|tool|site|coach|conversation)|you)"
_TYPED = (
    r"(?:what|everything|anything|the (?:things|words|stuff)) (?:that )?i(?:'m| am|'ve)? (?:just |have )?"
    r"(?:(?:typ|writ|enter|past|putt)(?:e|es|ed|ing|ten|er)?|wrote|put|(?:say|said|tell|told|ask|asked)(?= (?:here|you)\b))"
    r"(?: (?:to you|you|here|in here|into this|in this|this))?"
)
_MINE = rf"(?:{_TYPED}|my (?:data|messages|chats?|questions|words|text|conversations?)(?: here)?|this (?:chat|conversation))"
_READERS = r"(?:who|(?:can|could|does|will|is) (?:anyone|anybody|someone|hr|it|my (?:boss|manager|employer|company|director|grandboss)))"
_WHERE = re.compile(
    rf"\bwhere (?:does|do|is|are|will)\b[^?.!]{{0,15}}\b{_MINE} (?:\w+ )?(?:go|goes|kept|stored|saved|sent|end up)\b|"
    rf"\bwhat happens (?:to|with) {_TYPED}|"
    rf"\b{_READERS}\b[^?.!]{{0,20}}\b(?:see|sees|read|reads|gets?)\b[^?.!]{{0,12}}\b"
    r"(?:this (?:chat|conversation|app)|(?:i|we) (?:\w+ )?(?:type|write|put|paste|enter|ask|say)[^?.!]{0,9} here|"
    r"(?:i|we) (?:tell|told|ask) you)\b|"
    rf"\b(?:do|does|will|are|is) {_COACH} (?:\w+ )?(?:stor|keep|sav|shar|send|sell|upload|log|record|track|remember|train)\w* "
    rf"(?:on )?(?:{_MINE}|what i (?:say|tell|ask)|my employer)|"
    r"\bis (?:this|it) (?:private|confidential|anonymous|safe|secure) (?:to (?:use|type)|here)\b|"
    r"\bis this (?:chat|app|tool|conversation) (?:private|confidential|anonymous|safe|secure|monitored)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"^(?:so |and |hi[, ]+|hey[, ]+)*(?:who|what) are you(?=\W*$|,? and\b|[?.!])", re.IGNORECASE)
I_AM = "I'm a coach for one thing: the meeting with your boss's boss. I'm software, not a person."
STAYS = (
    "What you type is read and kept on the machine this app runs on. There is no account, no telemetry, and no view for a "
    "manager or an employer. Only if a hosted model was chosen in *Settings* do your lines go to it, with the names that were found "
    "in them replaced. *Settings* says which engine is in use, and there you can export or delete everything. If somebody else set "
    "this up for you, it's their machine: ask them who can open it."
)
_ELSEWHERE = re.compile(
    r"^(?:(?:hey|hi|ok|please|now|can you|could you|would you)[, ]+)*(?:tell|write|give|make|sing|compose|generate|code|create)"
    r"(?: me| us)? (?:an? |the |some |another )?(?:\w+ ){0,3}(?:jokes?|poems?|haikus?|limericks?|songs?|raps?|riddles?|"
    r"(?:short |bedtime |fairy )stor(?:y|ies)|essays?|recipes?|functions?|(?<!dress )code(?! of)|regex(?:es)?|sql|"
    r"macros?|spreadsheet formulas?)\b",
    re.IGNORECASE,
)


def about_itself(text: str) -> str:
    """Return the answer to a question about the coach itself; empty for any other."""
    plain = text.replace("’", "'")
    who, where = _WHO.search(plain), _WHERE.search(plain)
    return " ".join([*([I_AM] if who else []), *([STAYS] if who or where else [])])


def is_elsewhere(text: str) -> bool:
    """Say whether a line orders what this coach doesn't make: jokes, poems, code."""
    return _ELSEWHERE.search(text) is not None
