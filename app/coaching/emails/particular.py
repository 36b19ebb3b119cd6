"""Facts that only some letters have: what was learned, promised, moved, or planned as a programme."""

import re

from app.coaching.emails.details import MOMENT, MONTH, find_when
from app.coaching.emails.refusals import drop_refused
from app.coaching.followthrough import promises
from app.domain.emails import EmailKind


def find_learned(text: str) -> str:
    """Return what the writer took from the meeting, in their words, or an empty string."""
    stop = r"([^.;!\n]{4,160})"
    for pattern in (
        (
            r"\b((?:his|her|their|the)\s+(?:advice|point|idea|suggestion|story|tip|question|view|comment"
            r"|remark)\s+(?:to|that|about|on|of)\s+[^.;!\n]{4,160})"
        ),
        r"\b((?:told me|advised me) to\s+[^.;!\n]{4,160})",
        rf"\bhelped me(?: most| a lot)? to (?:hear|learn|see|know)\s+{stop}",
        rf"\bwhat I (?:really )?(?:used?|kept|keep|remember(?:ed)?|tried|took)\b[^:.\n]{{0,25}}:\s*{stop}",
        rf"\bwhat (?:really )?(?:stuck|stayed|stays|sticks|struck me|helped)(?: with me| me)?(?: most)?\s*(?:is|was"
        rf"|:)\s*{stop}",
        rf"\b(?:take-?aways?|learned|lesson|what i learned|what i took away)\s*(?:is|was|:|=|-)\s*{stop}",
        (
            r"\b(?:i\s+(?:really\s+)?(?:learn(?:ed|t)|took away|realised|realized|understood|now (?:know"
            r"|understand))|taught me|(?:she|he|they|[A-Z]\w+)\s+(?:said|told me|explained|pointed out"
            r"|mentioned))\s+(?!(?:(?:that\s+)?(?:she|he|they|i)(?:'ll|'d| will| would| can| could)\b)|to\b|it\b"
            r"|yes\b|no\b)((?:that|about|how|why|what|to)?\s*[^.;!\n]{4,160})"
        ),
        (
            r"\b(?:(?:what|thing|advice|point|part|story|tip|question)\s+(?:she|he|they)?\s*(?:said|gave|made"
            rf"|told|shared|mentioned|had)?(?: me)?)\s+about\s+{stop}"
        ),
        rf"\b(?:advice|insights?|thoughts|view|explanation|perspective|tips?)\s+(?:on|about|into|of)\s+{stop}",
        rf"\b(?:we\s+(?:talked|spoke|discussed|chatted))\s+(?:(?:today|yesterday|this morning|this afternoon|briefly"
        rf"|mostly|a lot)\s+)?(?:about\s+)?{stop}",
    ):
        for match in re.finditer(pattern, text, re.I):
            said = re.split(
                (
                    r",?\s+and\s+(?:said|told|offered|promised|suggested|asked)\b.*|,?\s+(?:and|but)\s+(?=(?:i|she|he"
                    r"|they|my|we)\b(?:'ll|'d| will| would| promised| said"
                    r"| offered| boss| manager| also| use| used| still| now))|,\s*(?=(?:i|she|he|they)\b)|,?\s+(?:please|keep it"
                    r"|under \d)"
                ),
                match[1],
                flags=re.I,
            )[0].strip(" ,")
            said = re.sub(
                (
                    r"\s+(?:has|have)\s+(?:\w+\s+)?(?:helped|saved|stuck|stayed|changed|made|been)\b.*$"
                    r"|\s+(?:was|were|is)\s+(?:the\s+)?(?:best|most \w+|highlight)\b.*$"
                    r"|\s+(?:has\s+)?(?:really\s+)?(?:helped|stuck|stayed|was (?:very |really |so )?(?:useful"
                    r"|helpful|great|good|interesting)|is (?:very |really )?(?:useful|helpful))\b.*$"
                ),
                "",
                said,
                flags=re.I,
            )
            said = re.sub(r"^(?:told|advised) me to\b", "your advice to", said, flags=re.I)
            if drop_refused([said]) and len(said.split()) >= 1:
                return said
    return ""


def add_promises(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    """Add what either side said they would do."""
    mine: list[str] = []
    theirs: list[str] = []
    for promise in promises(text):
        said = (
            f"{promise.what} {promise.due}".strip()
            if promise.due and promise.due.lower() not in promise.what.lower()
            else promise.what
        )
        (mine if promise.owner == "you" else theirs).append(said)
    wanted = {field.id for field in kind.fields}
    for name, found in (("mine", drop_refused(mine)), ("theirs", drop_refused(theirs)), ("doing", drop_refused(mine))):
        if found and name in wanted and (name != "doing" or "doing" not in facts):
            facts[name] = " | ".join(dict.fromkeys(found))


def find_new_times(text: str) -> str:
    """Return the times offered instead, in the writer's words, or an empty string."""
    listed = rf"({MOMENT}(?:(?:\s*,\s*|\s+or\s+|\s+and\s+|,\s*or\s+){MOMENT})*)"
    for pattern in (
        (
            r"\b(?:new times?|new slots?|instead|could do|can do|we do|make it|could be|offer|propose|suggest|to|how about|free"
            rf"|available|works?|alternatives?)\b[:\s]+(?:on\s+|either\s+)?{listed}"
        ),
        rf"\b(?:is|are|would)\s+{listed}\s+(?:be\s+)?(?:possible|ok|okay|fine|free)",
        rf"{listed}\s+(?:instead|works?|would work|suits?|is better|are better)",
    ):
        if match := re.search(pattern, text, re.I):
            return match[1].strip(" ,")
    return ""


def add_programme(text: str, facts: dict[str, str]) -> None:
    """Add when the meetings start, how often they are, and for whom."""
    if match := re.search(
        (
            r"\b(?:((?:from|in|on|starting(?: in| on| from)?|start(?:s)?(?: in| on| from)?|beginning(?: in)?"
            r"|kick(?:ing)? off(?: in)?|as of)\s+(?:early\s+|mid-?\s*|late\s+|the\s+(?:(?:first|second|third"
            rf"|last)\s+(?:week|half|part)\s+of\s+)?)?(?:next (?:month|quarter|week|year)"
            rf"|(?:{MONTH})\b(?:\s+\d{{1,2}}(?:st|nd"
            rf"|rd|th)?)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})|q[1-4]|january|monday|the new year|spring"
            r"|summer|autumn))|\b(next (?:month|quarter|week)))"
        ),
        text,
        re.I,
    ):
        said = re.sub(
            r"^(?:starts?|starting|beginning|kick(?:ing)? off|as of)(?:\s+(?:in|on|from))?\s+",
            "from ",
            (match[1] or match[2]).strip(),
            flags=re.I,
        )
        facts.setdefault("start", said)
        facts["start"] = re.sub(rf"\b({MONTH})\b", lambda m: m[1].capitalize(), facts["start"], flags=re.I)
    elif match := re.search(
        r"\b(?:skip-?\s?levels?|meetings?|talks?|conversations?|they|it|we|round)\s+(?:will\s+)?(?:begins?|starts?)\s+(?!with\b)"
        r"([^,.;:\n]{3,40})|\b(?:any (?:day|time)\s+)?(from the \d{1,2}(?:st|nd|rd|th))"
        rf"|\b((?:the\s+)?(?:first|second|last)\s+(?:week|half|part)\s+of\s+(?:{MONTH}))",
        text,
        re.I,
    ):
        facts.setdefault("start", match[1] or match[2] or f"in the {match[3].removeprefix('the ')}")
    elif moment := find_when(text):
        facts.setdefault("start", moment)
    if match := re.search(
        (
            r"\b((?:once|twice|three times|four times)\s+(?:a|per|each|every)\s+(?:\w+\s+)?(?:year|quarter|month|term|season)"
            r"|every\s+(?:quarter|month|six months|half[- ]year|two months|year|other month)|quarterly|monthly"
            r"|yearly|annually|half[- ]yearly|twice yearly|two times (?:a|per) year)\b"
        ),
        text,
        re.I,
    ):
        facts["cadence"] = {
            "quarterly": "once a quarter",
            "monthly": "once a month",
            "yearly": "once a year",
            "annually": "once a year",
        }.get(match[1].lower(), match[1].lower())
    if match := re.search(
        (
            r"\b(?:with|for|to|invite|meet|everyone|all)\s+((?:each|every|all|everyone|everybody|the|my(?! leadership"
            r"| managers?\b(?! teams))|your"
            r"|their|\d+)\s+(?:of\s+)?(?:(?!\b(?:to|from|in may|so|and i|meetings?|managers?"
            r"|skip)\b)[\w'-]+\s?){0,6}?(?:teams?|people|reports|person|employees?|staff|engineers|nurses"
            r"|everyone|organi[sz]ation|department|group|ics|analysts|developers|designers)(?:\s+(?:in|on"
            r"|of)\s+(?:their|your|my|the)\s+(?:managers'?\s+)?(?:teams?|department|group|organi[sz]ation"
            r"|reports))?)"
        ),
        text,
        re.I,
    ):
        facts["who"] = _to_managers(match[1].strip())
    elif match := re.search(r"\b(everyone|everybody)\s+(?:in|on|two levels|below|under)[\w' ]{0,30}", text, re.I):
        facts["who"] = _to_managers(match.group().strip())


def _to_managers(text: str) -> str:
    """Say "their teams" to the managers as "your teams"."""
    text = re.sub(
        r"\b(?:my|our) managers'? teams?\b|\btheir teams?\b|\bmanagers'? teams?\b", "your teams", text, flags=re.I
    )
    return re.sub(r"\btheir (people|reports)\b", r"your \1", text, flags=re.I)
