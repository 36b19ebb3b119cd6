"""What a meeting is for: found in free text, and brought into the form "to …"."""

import re
from collections.abc import Iterator

from app.domain.language import Parsed

GOALS = (
    "learn understand hear discuss explore know find get talk share ask seek introduce present connect "
    "network discover "
    "see gain build clarify align catch compare describe explain figure go look meet offer propose raise receive "
    "review say show tell thank think understand walk become improve develop check speak reconnect follow "
    "grow give help plan work "
    "run test agree bring make listen"
).split()
"""Verbs that can start a purpose."""
_NO_TOPIC = re.compile(
    (
        r"^(?:meet|talk|speak|chat|connect|sit down|catch up)\s+(?:with|to)\b(?!.*\b(?:about|on|regarding|how"
        r"|what|why|to)\b)"
    ),
    re.I,
)
_ASKS_PERSON = re.compile(
    r"^ask\s+[^.;]{2,40}?\s+(?:about|how|what|why|whether|for (?:advice|feedback|guidance))\b", re.I
)
_LOGISTICS = re.compile(
    r"^(?:(?:meet|talk|speak|chat|connect|sit down|catch up)(?:\s+(?:with|to))?(?:\s+(?:him|her|them|you"
    r"|my [\w'’ ]{3,25}|the \w+|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))?\s*$"
    r"|(?:ask|email|write|request|send|schedule|set\s?up|book|arrange|have|get|invite|organi[sz]e|reach"
    r"|contact|message|tell|let|say|thank|propose|see if|find (?:a )?time|go (?:behind|around|over))\b"
    r"(?!.{0,12}\b(?:advice|perspective|feedback|guidance|view|views|opinion|to know|context|clarity|better"
    r"|ideas|insight|input|about|how|what|why)\b))",
    re.I,
)
_TAILS = re.compile(
    r"""(?:
      [\s,]*(?:,|\band\b|\bbut\b|\bso\b)?\s*\b(?:please|pls|keep\ it|make\ it|use|tone|under\ \d+
        |max(?:imum)?\b|no\ more\ than|less\ than|fewer\ than|at\ most|within\ \d+\ words|in\ \d+\ words
        |about\ \d+\ words|around\ \d+\ words|limit|up\ to\ \d+\ words|\d+\ words)\b.*
    | [\s,]*\b(?:and|but)\s+(?:(?:my|our|the)\s+)?(?:(?:direct\ )?(?:boss|manager|lead|supervisor)|(?:s?he|they
        |i|we)\b(?!\s+(?:can|could|might)\b)|[A-Z][\w'’-]+)\s*(?:\w+\s+)?(?:knows?|is|was|are|am|has|have|had
        |does|do|did|don['’]t|doesn['’]t|said|says|told|agreed|supports?|suggested|will|would|can|['’]s|['’]m
        |['’]ve)\b.*
    | [\s,]*,\s*(?:(?:my|our)\s+(?:boss|manager|lead)|(?:s?he|they|i|i['’]m
        |[A-Z][\w'’-]+))\s+(?:already\s+)?(?:knows?|is|has|have|am|does|doesn['’]t|don['’]t|do|said|told|agreed
        |supports?|suggested|will|would|can)\b.*
    | [\s,]*\b(?:if\ (?:possible|that['’]?s\ ok(?:ay)?)|in\ the\ next\ few\ weeks|next\ (?:week|month)
        |this\ (?:week|month)|some\ ?time\ soon|sometime|asap)\b[\s,.]*$
    | [\s,]*\b(?:for|in|over|during|about)?\s*(?:\d+|thirty|twenty|fifteen|half\ an?|an)[\s-]*(?:minutes?|mins?
        |hour|h)\b[^,;]*$
    | [\s,]*,\s*(?:i['’]?m|i\ am|my\ name|this\ is)\b.*
    | \s+(?:with|from)\s+(?:him|her|them)\s*$
    )""",
    re.I | re.X,
)
_NOUNY = re.compile(
    (
        r"^(?:your |his |her |their |my |some |a |an |the )?(?:[\w-]+ ){0,2}?(?:advice|guidance|feedback"
        r"|perspective|opinion|input|views?|thoughts|insights?|help|mentoring|mentorship)\b"
    ),
    re.I,
)
_EMPTY = frozenset(
    (
        *GOALS,
        *(
            "to out more about it this that him her them me know back soon with my boss manager a an the some "
            "something things meeting chat call please in of and"
        ).split(),
    )
)
_VERB = "|".join(sorted(set(GOALS), key=len, reverse=True))
_WANT = (
    r"(?:want(?:ed)?|wanna|would like|['’]d like|like|would love|['’]d love|love|hope|hoping|wish|need|plan"
    r"|intend|looking|am looking|keen|trying|try|goal is|aim is|purpose is|reason is|point is|idea is)"
)


def find_purpose(text: str) -> str:
    """Return the first purpose the text gives, in its own words, or an empty string."""
    for candidate in _candidates(text):
        cleaned = _clean(candidate)
        if cleaned and _says_something(cleaned) and not _is_logistics(_bare(cleaned)):
            return cleaned
    return ""


def _is_logistics(purpose: str) -> bool:
    """Tell whether it is only about arranging the meeting."""
    if _ASKS_PERSON.match(purpose) and not re.match(r"ask\s+[^.;]{2,40}?\s+for\s+(?:\d|half|an hour)", purpose, re.I):
        return False
    return bool(_NO_TOPIC.match(purpose) or _LOGISTICS.match(purpose))


def _says_something(purpose: str) -> bool:
    """Tell whether anything is left but verbs: "find out" alone is no purpose."""
    return any(word.lower() not in _EMPTY for word in re.findall(r"[\w'’]+", purpose))


def _candidates(text: str) -> Iterator[str]:
    stop = r"([^.;!?\n]+)"
    labelled = (
        r"(?:^|[\n.;,(]\s*)(?:the\s+)?(?:purpose|goal|aim|reason|topic|subject|objective|what for|what it is for"
        r"|why)\s*(?:of the meeting\s*)?(?::|=|\s-|–|—)\s*"
    )
    for match in re.finditer(labelled + stop, text, re.I):
        yield match[1]
    for match in re.finditer(
        (
            r"\b(?:purpose|goal|aim|point|reason|idea|objective)\s+(?:of the (?:meeting|chat|call)\s+)?(?:is"
            r"|would be|=)\s+(?:just\s+|simply\s+)?"
        )
        + stop,
        text,
        re.I,
    ):
        yield match[1]
    for pattern in (
        rf"\bto\s+(?=(?:{_VERB})\b){stop}",
        rf"\bfor\s+(?:to\s+)?(?=(?:{_VERB})\b(?!\s+(?:time|meeting|and)\b)){stop}",
        (
            r"\b(?:for|about)\s+((?:learning|understanding|hearing|discussing|knowing|getting|talking|exploring"
            r"|sharing|asking|seeing|finding)\b[^.;!?\n]+)"
        ),
        rf"\b{_WANT}\s+(?:to\s+)?(?=(?:{_VERB})\b){stop}",
        rf"\bso\s+(?:that\s+)?(?:i|we)\s+(?:can|could)\s+{stop}",
    ):
        for match in re.finditer(pattern, text, re.I):
            yield from _inner(match[1])
    for match in re.finditer(
        (
            r"\b(?:talk|chat|speak|meeting|meet|conversation|discussion|call|minutes|mins|hour|questions?|curious"
            r"|know|learn|email|letter|note|skip[- ]level)\b[^.;!?\n]{0,40}?\b(?:about|regarding|around|re"
            r"|on(?!\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
            r"|dec)))\s+"
        )
        + stop,
        text,
        re.I,
    ):
        yield match[1]
    for match in re.finditer(
        r"\b(?:it['’]?s|it is|would be|this is)\s+(?:just\s+|all\s+|mainly\s+)?about\s+([^.;!?\n]+)", text, re.I
    ):
        yield match[1]
    for match in re.finditer(r"(?:[:–]|\s-)\s+((?:what|how|why|where|which)\s+\w+[^.;!?\n]+)", text, re.I):
        yield match[1]
    bare = (
        r"((?!(?:my|i|i'm|under|max|boss|manager|he|she|please|his|her|next|no|maybe|if|to|me|from"
        r"|with)\b)(?:[\w'-]+\s?){1,6})"
    )
    for match in re.finditer(rf"\b(?:minutes?|mins?|hour)\s*[,;:–-]\s*{bare}(?=[.;,\n]|$)", text, re.I):
        yield match[1]
    for match in re.finditer(
        r"(?:^|[,;:.\n]\s*)((?:what|how|why|where|which)\s+(?:s?he|they|the|we|our|things|my|i)\b[^.;!?\n]+)",
        text,
        re.I,
    ):
        yield match[1]
    for match in re.finditer(
        (
            r"\bfor\s+((?:some\s+|his\s+|her\s+|their\s+|a\s+|an\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:advice|guidance"
            r"|feedback|perspective|introduction|mentoring|mentorship|networking|context|catch[- ]?up|intro"
            r"|insight|view|direction|priorities|strategy|vision|plans?)\b[^.;!?\n]*)"
        ),
        text,
        re.I,
    ):
        yield match[1]


def _inner(found: str) -> Iterator[str]:
    """Yield what comes after "meet her to …", innermost purpose first."""
    verbs = rf"\b(?:to|for)\s+(?=(?:{_VERB})\b)"
    if re.match(r"(?:meet|talk|speak|chat|have|get|ask|connect|see)\b", found, re.I):
        inner = re.split(verbs, found, maxsplit=1, flags=re.I)
        if len(inner) > 1 and not re.match(r"(?:ask|talk|learn|get to)\b.*\b(?:how|what|why|about)\b", inner[0], re.I):
            yield inner[1]
    yield found


def _clean(text: str) -> str:
    text = text.strip(" ,;:-–—\"'“”")
    before = ""
    while before != text:
        before, text = text, _TAILS.sub("", text).strip(" ,;:-–—\"'“”()")
    text = re.sub(r"^(?:just|simply|basically|mainly|only)\s+", "", text, flags=re.I)
    return re.sub(r"\s+(?:and|or|to|for|so|but|with|because)$", "", text, flags=re.I)


def _bare(text: str) -> str:
    return re.sub(r"^(?:to\s+|in order to\s+)", "", text, flags=re.I)


_GERUND = {
    "learning": "learn", "understanding": "understand", "hearing": "hear", "discussing": "discuss", "knowing": "know",
    "getting": "get", "talking": "talk", "exploring": "explore", "sharing": "share", "asking": "ask", "seeing": "see",
    "finding": "find", "introducing": "introduce", "building": "build", "meeting": "meet", "presenting": "present",
}  # fmt: skip


def as_verb(purpose: str, parsed: Parsed | None = None) -> str:
    """Return the purpose as a verb phrase without "to": "her priorities" gives "talk about her priorities".

    Args:
        purpose: as found, or as typed into a form.
        parsed: the purpose as read; tells verbs the list does not know. Optional.
    """
    text = re.sub(
        (
            r"^(?:(?:i|we)\s*(?:['’]d| would)?\s*(?:just\s+|really\s+)?(?:want|like|love|hope|wish"
            r"|need)\s+(?:to\s+)?|(?:in order )?to\s+|so (?:that )?i can\s+|for\s+)"
        ),
        "",
        purpose.strip(" .;,"),
        flags=re.I,
    ).strip()
    if not text:
        return ""
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in _GERUND and rest:
        return f"{_GERUND[low]} {rest}"
    if low in GOALS and not (low in {"work", "help", "plan", "share", "review", "test"} and not rest):
        return low + (f" {rest}" if rest else "")
    if low in {"how", "why", "what", "where", "which", "whether"}:
        return f"understand {text[0].lower() + text[1:]}"
    if low in {"about", "regarding", "on"} and rest:
        return f"talk about {rest}"
    if _NOUNY.match(text):
        wanted = re.sub(r"^(?:your|his|her|their|some|a|an|the)\s+", "", text, flags=re.I)
        return f"ask for your {wanted}"
    if parsed and parsed.words and parsed.words[0].pos == "VERB" and parsed.words[0].lemma == low and rest:
        return f"{low} {rest}"
    lowered = text if first.isupper() or re.match(r"[A-Z]\w*\s+[A-Z]", text) else text[0].lower() + text[1:]
    return f"talk about {lowered}"


def split_actions(purpose: str) -> list[str]:
    """Return the actions of a purpose one by one: "learn X and ask for Y" gives two."""
    return [
        part.strip()
        for part in re.split(
            rf"(?:,\s*(?:and\s+)?|\s+and\s+)(?:to\s+)?(?=(?:{_VERB}|complain|negotiate|request|vent|report|warn)\b)",
            purpose,
            flags=re.I,
        )
        if part and part.strip()
    ]
