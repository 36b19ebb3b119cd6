"""A purpose in the form "to …", and the verbs one starts with."""

import re

from app.domain.language import Parsed

GOALS = (
    "learn understand hear discuss explore know find get talk share ask seek introduce present connect "
    "network discover "
    "see gain build clarify align catch compare describe explain figure go look meet offer propose raise receive "
    "review say show tell thank think understand walk become improve develop check speak reconnect follow "
    "grow give help plan work "
    "run test agree bring make listen pitch suggest float collect gather outline map decide sort clear pass hand run "
    "understand demo argue weigh sound"
).split()
"""Verbs that can start a purpose."""
VERB = "|".join(sorted(set(GOALS), key=len, reverse=True))
_NOUNY = re.compile(
    (
        r"^(?:your |his |her |their |my |some |a |an |the )?(?:[\w-]+ ){0,2}?(?:advice|guidance|feedback"
        r"|perspective|opinion|input|views?|take|thoughts|insights?|help|mentoring|mentorship)\b"
    ),
    re.I,
)
_GERUND = {
    "learning": "learn", "understanding": "understand", "hearing": "hear", "discussing": "discuss", "knowing": "know",
    "getting": "get", "talking": "talk", "exploring": "explore", "asking": "ask", "seeing": "see",
    "finding": "find", "introducing": "introduce", "meeting": "meet", "presenting": "present",
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
    text = re.sub(
        r"^(?:could|can|would|will)\s+(?:s?he|they|you)\s+(?:please\s+)?(?:tell|show)\s+me\s+(?=\w)",
        "hear ",
        text,
        flags=re.I,
    )
    if text.endswith("?") and _YES_OR_NO.fullmatch(text.rstrip("? ")):
        return f"ask {inside(text)}"
    text = plain_question(
        re.sub(r"^(discuss|talk|ask|know)\s+about\s+discuss\b|^discuss\s+about\b", "discuss", text, flags=re.I)
    )
    if not text:
        return ""
    if re.fullmatch(r"(?:the\s+)?(?:career|development|growth|future)", text, re.I):
        return f"talk about my {text.split()[-1].lower()}"
    first, _, rest = text.partition(" ")
    low = first.lower()
    if low in _GERUND and rest:
        return f"{_GERUND[low]} {rest}"
    if low == "know" and re.match(r"(?:if|whether)\b", rest, re.I):
        return "ask " + re.sub(r"^if\b", "whether", rest, flags=re.I)
    if low in GOALS and not (low in {"work", "help", "plan", "share", "review", "test"} and not rest):
        return low + (f" {rest}" if rest else "")
    if low in {"how", "why", "what", "where", "which", "whether"}:
        return f"understand {text[0].lower() + text[1:]}"
    if low in {"about", "regarding", "on"} and rest:
        return f"talk about {rest}"
    if _NOUNY.match(text):
        wanted = re.sub(r"^(?:your|his|her|their|some|a|an|the)\s+", "", text, flags=re.I)
        return f"ask for your {wanted}"
    opens = re.match(
        r"(?:an?|the|my|our|your|his|her|their|this|some|about|how|what|why|with|for|on|out|up"
        r"|more)\b",
        rest,
        re.I,
    )
    if opens and parsed and parsed.words and parsed.words[0].pos == "VERB" and parsed.words[0].lemma == low:
        return f"{low} {rest}"
    lowered = text if first.isupper() or re.match(r"[A-Z]\w*\s+[A-Z]", text) else text[0].lower() + text[1:]
    return f"talk about {lowered}"


_YES_OR_NO = re.compile(
    r"(is|are|was|were|will|would|can|could|should|has|have|do|does|did)\s+((?:the|our|my|your|this|these)\s+[\w'-]+|there|we|you|I|they|it)\s+(.+)",
    re.I,
)


def inside(text: str) -> str:
    """Return a question as it stands inside a sentence: "Can we hire?" gives "whether we can hire"; the rest as it is."""
    if not text.endswith("?"):
        return text
    said = text.rstrip("? ")
    if match := _YES_OR_NO.fullmatch(said):
        verb = "" if match[1].lower() in {"do", "does", "did"} else f"{match[1].lower()} "
        return f"whether {match[2]} {verb}{match[3]}"
    return plain_question(said)


def plain_question(text: str) -> str:
    """Turn "discuss: visits" into "discuss visits", and a question asked outright into one that follows a verb."""
    text = (
        re.sub(
            r"^[^:]{0,120}\b(?:question|idea|discuss|know|learn|ask|pitch|propose|suggest|proposal)\b[^:]{0,120}:\s*",
            "",
            text,
            flags=re.I,
        )
        or text
    )
    text = re.sub(
        r"^((?:know|ask|learn|hear|understand)\s+)?(how|why|what|when|where)\s+(can|could|should|would|will)\s+(I|we|they|you|s?he)\b",
        r"\1\2 \4 \3",
        text,
        flags=re.I,
    )
    return re.sub(
        r"^(how|why|what|when|where)\s+(?:do|did)\s+((?:the\s+|our\s+|my\s+)?[\w'-]+)\s+(?=\w)",
        r"\1 \2 ",
        text,
        flags=re.I,
    )


def split_actions(purpose: str) -> list[str]:
    """Return the actions of a purpose one by one: "learn X and ask for Y" gives two."""
    return [
        part.strip()
        for part in re.split(
            rf"(?:,\s*(?:and\s+|plus\s+)?|\s+(?:and|plus)\s+)(?:also\s+)?(?:to\s+)?(?=(?:can\s+I|whether\s+I\s+can|{VERB}|complain|negotiate|request|vent|report|warn)\b)",
            purpose,
            flags=re.I,
        )
        if part and part.strip()
    ]
