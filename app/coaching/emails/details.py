"""The practical facts of a brief: role, minutes, times, tone, word limit, what the manager knows."""

import re

from app.coaching.emails.wording import DAYS, MONTHS
from app.domain.emails import Length, Tone

NUMBERS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50,
    "sixty": 60, "ninety": 90, "hundred": 100, "a hundred": 100, "one hundred": 100,
}  # fmt: skip
_NUM = r"(\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_DAY = "|".join((*DAYS, "mon\\b", "tues?\\b", "wed\\b", "thur?s?\\b", "fri\\b"))
MONTH = "|".join((*MONTHS, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept?", "oct", "nov", "dec"))
_ORDINAL = (
    "third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth"
    "|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth"
)
_CLOCK = (
    r"(?:\s*,?\s*(?:any\s?time\s+)?(?:at|around|from|after|before|@)?\s*(?:noon\b|lunch\b|\d{1,2}(?:[:.]\d{2})?\s*-\s*\d{1,2}(?:[:.]\d{2})?\b|\d{1,2}(?:[:.]\d{2})?(?:\s*(?:am|pm|a\.m\.|p\.m\.|h\b"
    r"|o['’]clock))?(?![\d%])(?!\s*-?\s*(?:min|words|people|weeks|days|hours))|noon|half past \w+))"
)
_PART = r"(?:\s+(?:mornings?|afternoons?|evenings?|lunchtime|am|pm))"
MOMENT = (
    rf"(?:(?:on\s+)?(?:(?:this|next|last|coming)\s+)?(?:{_DAY})s?(?:\s+(?:the\s+)?\d{{1,2}}(?!\s*(?:[:.-]?\d|am\b|pm\b"
    rf"|h\b))(?:st|nd|rd"
    rf"|th)?(?:\s+(?:of\s+)?(?:{MONTH}))?)?{_PART}?{_CLOCK}?"
    rf"|(?:on\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\b{_CLOCK}?"
    rf"|(?:on\s+)?the\s+(?:{_ORDINAL})\b(?:\s+of\s+(?:{MONTH}))?{_CLOCK}?(?:\s+at\s+(?:one|two|three|four|five|nine|ten|eleven|noon))?"
    rf"|(?:on\s+)?the\s+\d{{1,2}}(?:st|nd|rd|th)\b(?:\s+(?:or|and)\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd"
    rf"|th))?(?:\s+in\s+the\s+(?:morning|afternoon|evening))?{_CLOCK}?"
    rf"|(?:on\s+)?(?:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b{_CLOCK}?"
    rf"|(?:today|tomorrow|yesterday){_PART}?{_CLOCK}?|(?:this|last|next)\s+(?:morning|afternoon|week|month)"
    r"|(?:in|within)\s+(?:two|three|\d+)\s+weeks|(?:a|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)\s+(?:days?|weeks?|months?)\s+ago"
    rf"|any\s?time\s+(?:on\s+)?(?:{_DAY})|any\s+(?:time\s+)?(?:next|this)\s+week|the\s+(?:week|day)\s+(?:of"
    rf"|after)\b(?:\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?(?:{MONTH}))?)?)"
)


def number(word: str) -> int:
    """Return a number written in figures or words; 0 when it is neither."""
    return int(word) if word.isdigit() else NUMBERS.get(word.lower(), 0)


def find_minutes(text: str) -> str:
    """Return the length asked for in minutes, or an empty string. 5 to 180."""
    spans = (
        (rf"\b(?:minutes?|mins?|length|duration)\s*[:=]\s*{_NUM}", 1),
        (rf"\b{_NUM}[\s-]*(?:to\s*\d+\s*)?(?:minutes?|minuts?|mins?|min\b|m\b|mn\b|minuten|minutos)", 1),
        (r"(?:\bhalf|1/2|½)[\s-]*(?:of\s+)?(?:an?\s+)?(?:hour|hr|h)\b|\b30m\b", 30),
        (r"\b(?:three[- ]quarters? of an hour)|(?:3/4|¾)[\s-]*(?:of\s+)?(?:an?\s+)?(?:hours?|hrs?|h)\b", 45),
        (r"\bquarter[- ](?:of an )?hour|(?:1/4|¼)[\s-]*(?:of\s+)?(?:an?\s+)?(?:hour|hr|h)\b", 15),
        (r"\bhour and a half\b", 90),
        (r"\b(?:an|one|1)[\s-]*(?:hour|hr|h)\b", 60),
    )
    for pattern, value in spans:
        if match := re.search(pattern, text, re.I):
            found = number(match[1]) if match.groups() else value
            if 5 <= found <= 180:
                return str(found)
    return ""


def find_limit(text: str) -> int:
    """Return the most words the letter may have; 0 when no limit was set."""
    num = r"(\d{2,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
    for pattern, less in (
        (rf"\b(?:under|below|less than|fewer than|shorter than|not (?:reach|hit))\s+{num}\s*(?:-\s*)?words?", 1),
        (rf"<\s*{num}\s*(?:words?)?", 1),
        (
            (
                r"\b(?:max(?:imum|\.)?(?: of)?|at most|no more than|not more than|up to|within|not over"
                r"|not exceed(?:ing)?|limit(?: of| is|:)?|in|to|about|around|roughly|approximately|~|≤|<="
                rf"|words:)\s*{num}\s*(?:-\s*)?(?:words?|w\b)"
            ),
            0,
        ),
        (rf"\b{num}[\s-]*words?\s*(?:max|maximum|limit|or (?:less|fewer)|at most|tops|long)?", 0),
        (rf"\bwords?\s*(?:max|limit|count)?\s*[:=]\s*{num}", 0),
        (rf"\b(?:under|max(?:imum)?|at most|no more than)\s+{num}\b(?!\s*(?:min|hour|%|people))", 0),
    ):
        if match := re.search(pattern, text, re.I):
            return max(0, number(match[1]) - less)
    return 0


def find_tone(text: str) -> Tone:
    """Return the tone asked for; plain when none is."""
    if re.search(
        r"\bformal(?:ly)?\b|\bvery polite\b|\bofficial\b|\btraditional\b|\bhierarchical\b", text, re.I
    ) and not re.search(r"\b(?:in|not (?:too|so|very) )formal", text, re.I):
        return "formal"
    return "warm" if re.search(r"\b(?:warm|friendly|casual|informal|relaxed)\b(?! up)", text, re.I) else "plain"


def find_length(text: str) -> Length:
    """Return short when the user wants it short."""
    return (
        "short"
        if re.search(
            (
                r"\b(?:short|brief|concise|quick|tiny|few lines|two lines|three lines)\b(?=[^.]{0,25}(?:$"
                r"|[.,;!\n]|e-?mail|note|letter|message|one|version|please|and))"
            ),
            text,
            re.I,
        )
        else "standard"
    )


def find_language(text: str) -> str:
    """Return fr, es or de when the letter is wanted in that language, else en."""
    for code, words in (
        ("fr", "french|français|francais"),
        ("es", "spanish|español|espanol"),
        ("de", "german|deutsch"),
    ):
        if re.search(rf"\b(?:in|auf|en|into|write it in|language:?)\s+(?:{words})\b", text, re.I):
            return code
    return "en"


def find_team(text: str) -> str:
    """Return the writer's team in their words, or an empty string."""
    for pattern in (
        r"\b(?:my\s+)?team\s*(?:is|:|=)\s*(?:the\s+)?([\w&/ -]{2,30}?)(?=[,.;\n]|$)",
        r"\b(?:on|in|from|of|at)\s+(?:the\s+|our\s+)?((?!my\b|his\b|her\b|their\b|your\b)(?:[\w&/-]+ ){1,3})team\b",
        (
            r"\b(?:i['’]?m|i am|i work|work|working)\s+(?:on|in)\s+(?:the\s+)?((?!my\b|a\b|an\b|his\b"
            r"|her\b)[\w&/-]+(?: [\w&/-]+)?)(?=\s*(?:[,.;\n]|$|\band\b|\bunder\b|\bfor\b))"
        ),
    ):
        if match := re.search(pattern, text, re.I):
            team = match[1].strip()
            if team.lower() not in {
                "the",
                "a",
                "his",
                "her",
                "their",
                "my",
                "same",
                "whole",
                "your",
                "new",
            } and not re.search(r"\b(?:week|month|minutes|words|person|\d+|next|hurry|trouble)\b|['’]s\b", team, re.I):
                return team
    return ""


def find_times(text: str) -> str:
    """Return when the writer is free, in their words."""
    part = (
        r"([^.;\n]{3,70}?)(?=\s*(?:[.;\n]|$|,\s*(?:and\s+)?(?:my|i\b|he|she|please|under|keep|max)|\band (?:my"
        r"|i\b|he\b|she\b)|\b(?:under|max) \d))"
    )
    for pattern in (
        (
            r"\b(?:i['’]?m|i am|am|we['’]re|are)\s+(?:usually\s+|mostly\s+|generally\s+)?(?:free|available|around"
            r"|flexible)\s+(?!to\b|for (?:a|the)\b)"
        )
        + part,
        r"\b(?:my\s+)?(?:availability|free times?|times?|slots?|times that suit(?: me)?)\s*(?:is|are|:|=)\s*" + part,
        rf"\b((?:{_DAY}|mornings?|afternoons?|evenings?|lunch(?:time)?s?|any (?:day|time))s?[^.;\n]{{0,40}}?)"
        r"\s+(?:works?|suits?|would work|are good|is good|are best|is best)\b",
        r"\bcan do\s+" + part,
    ):
        if (
            (match := re.search(pattern, text, re.I))
            and re.search(rf"{_DAY}|morning|afternoon|evening|lunch|\bam\b|\bpm\b|\d|week|day|tomorrow", match[1], re.I)
            and not find_minutes(match[1])
        ):
            return match[1].strip(" ,")
    perhaps = r"(?:(?:any ?time|ideally|preferably|sometime|best|maybe|perhaps|say|either)\s+)*"
    alone = rf"(?:^|[.;,\n(]\s*){perhaps}({MOMENT}(?:\s+(?:or|and)\s+{MOMENT})*)"
    match = re.search(rf"{alone}(?=\s*(?:[.;,\n)]|$|if|please))", text, re.I)
    return match[1].strip(" ,") if match and not re.search(r"\b(?:last|ago|yesterday|today)\b", match[1], re.I) else ""


def find_when(text: str, *, past: bool = False) -> str:
    """Return the first date or time that is the meeting's, in the user's words; `past` takes "from 3 March" too."""
    masked = re.sub(
        r"\b(?:i['’]?m|i am|am)\s+(?:usually\s+)?(?:free|available)[^.;\n]*|\bfrom (?:now|then)\b", "", text, flags=re.I
    )
    for match in re.finditer(rf"\b{MOMENT}", masked, re.I):
        found = match.group().strip(" ,")
        if not re.match(r"(?:may|march)$", found, re.I) and not re.search(
            r"\b(?:by|until|before|since|from)\s*$" if not past else r"\b(?:by|until)\s*$",
            masked[: match.start()],
            re.I,
        ):
            return found
    return ""
