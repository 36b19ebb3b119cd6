"""What has a form of its own in a brief: minutes, word limit, tone, length, language."""

import re

from app.domain.emails import Length, Tone

NUMBERS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50,
    "sixty": 60, "ninety": 90, "hundred": 100, "a hundred": 100, "one hundred": 100,
}  # fmt: skip
_NUM = r"(\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"


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
