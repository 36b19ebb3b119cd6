"""What a meeting is for, found in free text."""

import re
from collections.abc import Iterator

from app.coaching.emails.purpose_ends import OPINION, without_ends
from app.coaching.emails.verbs import GOALS, VERB
from app.coaching.emails.wording import a_or_an

_NO_TOPIC = re.compile(
    (
        r"^(?:meet|talk|speak|chat|connect|sit down|catch up)\s+(?:with|to)\b(?!.*\b(?:about|on|regarding|how"
        r"|what|why|to)\b)"
        r"|^meet\s+(?:with\s+)?(?!.*\b(?:about|on|regarding|how|what|why|to|and)\b)"
        r"|^(?:meet|see|visit)\s+(?:with\s+)?(?:(?:my|our|the|his|her|their)\s+(?:[\w-]+\s+){0,2}(?:boss|manager|skip|director|vp|ceo"
        r"|head"
        r"|leader)|him\b|her\b(?!\s+\w)|them\b|(?-i:[A-Z]))"
        r"(?!.*\b(?:about|on how|regarding)\b)"
    ),
    re.I,
)
_ASKS_PERSON = re.compile(
    r"^ask\s+[^.;]{2,40}?\s+(?:about|how|what|why|whether|for (?:advice|feedback|guidance))\b", re.I
)
_LOGISTICS = re.compile(
    r"^(?:(?:go for|grab|get|have)\s+(?:an?\s+)?(?:quick\s+)?(?:coffee|lunch|walk|tea|drink|breakfast)\b(?!.*\b(?:about|to)\b)"
    r"|(?:meet|talk|speak|chat|connect|sit down|catch up)(?:\s+(?:with|to))?(?:\s+(?:him|her|them|you"
    r"|my [\w'’ ]{3,25}|the \w+|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))?\s*$"
    r"|(?:ask|email|write|request|send|schedule|set\s?up|book|arrange|have(?!\s+an?\s+(?:\w+\s+)?(?:career"
    r"|development|mentoring|strategy|networking|growth|get-to-know-you)\b)|get|invite|organi[sz]e|reach"
    r"|contact|message|tell|let|say(?! hello| hi\b)|thank|propose|see if|find (?:a )?time|go (?:behind|around"
    r"|over|ahead)|help\s+(?:me\s+)?(?:with\s+)?(?:writ|draft|word|ask|sett|arrang|compos|get)\w*)\b"
    r"(?!.{0,12}\b(?:advice|perspective|feedback|guidance|view|views|opinion|to know|context|clarity|better"
    r"|ideas|insight|input|about|how|what|why|where|which|whether|who|when|if)\b)"
    r"|(?:a |the |my )?(?:meeting|request|email|note|message|call|chat)(?: (?:with|to|for|request)\b.{0,40})?$)",
    re.I,
)
_DANGLING = re.compile(
    r"^(?:\w+\s+){1,3}(?:how|why|when|where|what|whether|if)?\s*(?:it|they|that)\s+(?:gets?|is|are|was|works?|will|goes)\b",
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
_RULED_OUT = re.compile(
    r"\b(?:not|n't|never|rather than|instead of)\s*(?:here|there|going|about|trying|want)?\s*$", re.I
)
_WANT = (
    r"(?:want(?:ed)?|wanna|would like|['’]d like|like|would love|['’]d love|love|hope|hoping|wish|need|plan"
    r"|intend|looking|am looking|keen|trying|try|goal is|aim is|purpose is|reason is|point is|idea is)"
)


def find_purpose(text: str) -> str:
    """Return the first purpose the text gives, in its own words, or an empty string.

    One that speaks of an "it" from elsewhere waits for one that stands alone.
    """
    found = (cleaned for each in _candidates(text) if (cleaned := without_ends(each)))
    purposes = [each for each in found if _says_something(each) and not _is_logistics(_bare(each))]
    return next((each for each in purposes if not _DANGLING.search(each)), purposes[0] if purposes else "")


def _is_logistics(purpose: str) -> bool:
    """Tell whether it is only about arranging the meeting."""
    if re.match(r"get to know (?:her|him|them|you)\b", purpose, re.I):
        return False
    if re.match(
        r"know (?:if|whether) (?:there(?:'s| is)|(?:s?he|they|I)\b)|(?:meet|see)\s+me\b|hear (?:it|this"
        r"|about it) from me|(?:meet|see)\s+(?:you\s+|him\s+|her\s+)?(?:on|at"
        r"|next)\b|(?:bring|prepare) any"
        r"|my (?:calendar|diary)\b|.*\bfor how long\b",
        purpose,
        re.I,
    ):
        return True
    if re.match(r"(?:\d+|half an|an)\s*(?:-\s*\d+\s*)?(?:minutes?|mins?|hour)\b", purpose, re.I):
        return True
    if _ASKS_PERSON.match(purpose) and not re.match(r"ask\s+[^.;]{2,40}?\s+for\s+(?:\d|half|an hour)", purpose, re.I):
        return False
    return bool(_NO_TOPIC.match(purpose) or _LOGISTICS.match(purpose))


def _says_something(purpose: str) -> bool:
    """Tell whether anything is left but verbs: "find out" alone is no purpose."""
    return bool(re.match(r"get to know (?:her|him|them)\b", purpose, re.I)) or any(
        word.lower() not in _EMPTY for word in re.findall(r"[\w'’]+", purpose)
    )


def _candidates(text: str) -> Iterator[str]:
    stop = r"([^.;!?\n]+)"
    labelled = (
        r"(?:^|[\n.;,(?!]\s*)(?:the\s+|my\s+)?(?:purpose|goal|aim|reason|topic|topics|objective|point|what for"
        r"|what it is for|about what"
        r"|why|about|re|regarding|agenda)\s*(?:of (?:it|this|the meeting)\s*)?(?::|=|\(|\s-|–|—)\s*"
    )
    for match in re.finditer(labelled + stop, text, re.I):
        yield match[1]
    listed = (
        rf"\b(?:(?:two|three|four|some|few|these|my|the)\s+)(?:things|topics|questions|points|subjects)\s*:\s*{stop}"
    )
    for match in re.finditer(listed, text, re.I):
        if not re.match(r"(?:an?\s+)?(?:heads-up|request|e-?mail|note|letter)\b", match[1], re.I):
            yield match[1]
    for match in re.finditer(
        rf"(?:^|[\n.;!?]\s*)(?:topic|purpose|goal|aim|reason|subject matter|re|about)\s+(?!is\b|of\b|would\b|for\b"
        rf"|it\b){stop}",
        text,
        re.I,
    ):
        yield match[1]
    for match in re.finditer(
        r"\bI(?:['’]ve| have| got| had)(?: got)?\s+(?:an?|this|one)\s+((?:\w+\s+)?(idea|question|proposal|suggestion)s?\s+(?:how|for|about"
        r"|on|to|that)\b[^.;!?\n]+)",
        text,
        re.I,
    ):
        yield f"{'ask' if match[2].lower() == 'question' else 'share'} {a_or_an(match[1])}"
    for match in re.finditer(
        rf"\b(?:{_WANT}|for|after|get|getting|hear|have|,|;|\.|\n)\s*(?=(?:her|his"
        rf"|their)\s+(?:\w+\s+)?(?:{OPINION})\b){stop}",
        text,
        re.I,
    ):
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
    for match in re.finditer(rf"\basked\s+(?:me\s+)?(?:if|whether)\s+I\s+(?:could|can|would)\s+{stop}", text, re.I):
        yield match[1]
    for pattern in (
        rf"\bto\s+(?=(?:{VERB})\b){stop}",
        rf"\bfor\s+(?:to\s+)?(?=(?:{VERB})\b(?!\s+(?:time|meeting|and)\b)){stop}",
        (
            r"\b(?:(?<!ask )(?<!talk )about|for)\s+((?:learning|understanding|hearing|discussing|knowing|getting|talking|exploring"
            r"|sharing|asking|seeing|finding)\b[^.;!?\n]+)"
        ),
        rf"\b{_WANT}\s+(?:to\s+)?(?=(?:{VERB})\b){stop}",
        rf"\bso\s+(?:that\s+)?(?:i|we)\s+(?:(?:can|could)\s+|(?=(?:{VERB})\b)){stop}",
        rf"\b(?:suggested|said|proposed)\s+(?:that\s+)?I\s+(?:should\s+)?(?=get to know\b){stop}",
    ):
        for match in re.finditer(pattern, text, re.I):
            asked = re.search(r"\b(?:how|what|where|when|whether|who|which)\s+$", text[: match.start()], re.I)
            if asked and match.group()[:3].lower() == "to ":
                yield asked.group() + match.group()
            elif not _RULED_OUT.search(text[: match.start()]) and not (
                re.match(r"(?:know|hear)\b", match[1], re.I)
                and re.search(r"\b(?:want|like|need)\s+(?:him|her|them)\s+$", text[: match.start()], re.I)
            ):
                yield from _inner(match[1])
    for match in re.finditer(
        r"\b(an?\s+(?:quick\s+|short\s+|general\s+)?(?:career|development|mentoring|strategy|networking|growth"
        r"|get-to-know-you)\s+(?:chat|talk"
        r"|conversation|discussion|meeting|advice))\b",
        text,
        re.I,
    ):
        yield f"have {match[1]}"
    for match in re.finditer(
        (
            r"\b(?:talk|chat|speak|meeting|meet|conversation|discussion|call|minutes|mins?|hour|questions?|curious"
            r"|know|learn|write|ask|email|letter|note|skip[- ]level)\b[^.;!?\n]{0,40}?\b(?:about|regarding|around|re"
            r"|on(?!\s+(?:the\s+)?(?:\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
            r"|dec)))\s+"
        )
        + stop,
        text,
        re.I,
    ):
        if not re.search(r"\b(?:nothing|not|never|isn't|anything)\b[^.;!?\n]{0,20}$", text[: match.start(1)], re.I):
            yield match[1]
    for match in re.finditer(
        r"\b(?:it['’]?s|it is|it was|would be|this is|that was)\s+(?:just\s+|all\s+|mainly\s+)?about\s+([^.;!?\n]+)",
        text,
        re.I,
    ):
        yield match[1]
    for match in re.finditer(rf"\bsubject\s*[:=]\s*(?!re\b|fyi\b|request\b){stop}", text, re.I):
        yield match[1]
    for match in re.finditer(r"(?:[:–]|\s-)\s+((?:what|how|why|where|which)\s+\w+[^.;!?\n]+)", text, re.I):
        yield match[1]
    for match in re.finditer(
        rf"\b(?:curious|wondering|interested)\s+(?:about|in|to know)?\s*(?=[\w']){stop}", text, re.I
    ):
        yield match[1]
    bare = (
        r"((?!(?:my|i|i'm|under|max|boss|manager|he|she|please|his|her|next|no|maybe|if|to|me|from"
        r"|with)\b)(?:[\w'-]+\s?){1,6})"
    )
    for match in re.finditer(rf"\b(?:minutes?|mins?|hour)\s*[,;:–-]\s*{bare}(?=[.;,\n)]|$)", text, re.I):
        yield match[1]
    for match in re.finditer(
        r"(?:^|[,;:.\n]\s*)((?:what|how|why|where|which)\s+(?:s?he|they|the|we|our|things|my|i)\b[^.;!?\n]+)",
        text,
        re.I,
    ):
        yield match[1]
    for match in re.finditer(
        rf"\b(?:tell|show|explain to|teach)\s+me\s+(?=(?:how|what|why|where|which|about)\b){stop}", text, re.I
    ):
        yield f"hear {match[1]}"
    for match in re.finditer(
        rf"[.,;:\n]\s*(?=(?:getting to know|learning|understanding|hearing|discussing|talking)\b){stop}", text, re.I
    ):
        yield match[1]
    for match in re.finditer(
        r"(?:^|[.\n;:]\s*)((?:how|why|whether|what|which|where)\s+(?!about|are you|do you|is your|would|could|can"
        r"|should|else)"
        r"[^.;!?\n]{6,})",
        text,
        re.I,
    ):
        yield match[1]
    for match in re.finditer(
        (
            r"\b(?:for|of)\s+((?:some\s+|his\s+|her\s+|their\s+|a\s+|an\s+|the\s+)?(?:[\w-]+\s+){0,3}(?:advice|guidance"
            r"|feedback|perspective|introduction|mentoring|mentorship|networking|context|catch[- ]?up|intro"
            r"|insight|view|direction|priorities|strategy|vision|plans?)\b[^.;!?\n]*)"
        ),
        text,
        re.I,
    ):
        yield match[1]


def _inner(found: str) -> Iterator[str]:
    """Yield what comes after "meet her to …", innermost purpose first."""
    if re.match(r"get to know\b", found, re.I):
        yield found
        return
    verbs = rf"\b(?:to|for)\s+(?=(?:{VERB})\b)"
    if re.match(r"(?:meet|talk|speak|chat|have|get|ask|connect|see)\b", found, re.I):
        inner = re.split(verbs, found, maxsplit=1, flags=re.I)
        if len(inner) > 1 and not re.match(r"(?:ask|talk|learn|get to)\b.*\b(?:how|what|why|about)\b", inner[0], re.I):
            yield inner[1]
    yield found


def _bare(text: str) -> str:
    return re.sub(r"^(?:to\s+|in order to\s+)", "", text, flags=re.I)
