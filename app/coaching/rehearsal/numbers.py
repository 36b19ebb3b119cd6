"""Numbers as people say them, with the shape that tells how to ask about them."""

import re
from collections.abc import Iterator

from app.domain.language import Parsed
from app.domain.rehearsal import NumberSaid, NumberShape

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen"
)
_WORDS = rf"(?:an?\s+(?:hundred|thousand|million|dozen)|(?:{_ONES}))(?:(?:[ -]|(?<=hundred|housand) and )(?:{_ONES}))*"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?k?|\d+(?:\.\d+)?(?:k|m)?"
N = rf"(?:{_DIGITS}|{_WORDS})"
_MONEY = rf"(?:[£$€]\s?(?:{_DIGITS})(?:\s?(?:million|thousand|m|k))?|{N}\s+(?:pounds|dollars|euros|quid|pence|cents))"
_TIME = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_EVERY = (
    r"(?:a|an|per|every|each)\s+(?:second|minute|hour|day|shift|night|week|fortnight|month|quarter|year"
    r"|sprint|person|team|visit|call)"
)
_HEDGE = r"(?:about|around|roughly|nearly|almost|maybe|some|over|under|only)\s+"
_SHARE = (
    r"(?:^|(?<=[.!?;] ))(?:third|quarter|fifth|tenth)(?= of\b)|"
    r"\b(?<!in )(?<!per )(?<!for )(?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?\b(?!\s+(?:time|party|past))"
    r"|\b(?<!and a )(?<!one and )(?<!my )(?<!your )(?<!which )half\b(?!\s+(?:past|an?\s+(?:hour|day|page)|a page"
    r"|term|ten|nine|eight|seven|six"
    r"|five|four|three|two|one"
    r"|eleven|twelve|of (?:me|that)))"
)
_LOSING = re.compile(
    r"\b(?:cost|costs|lose|loses|lost|losing|wait|waits|waited|waste|wasted|takes?|took|spend"
    r"|spent)\b"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"

_PATTERNS: tuple[tuple[NumberShape, re.Pattern[str]], ...] = (
    (
        "date",
        re.compile(
            rf"\b(?:he's|she's|i'm|aged) {N}(?=[,.;]|\s+(?:and|but|now)\b)|"
            rf"\b(?:been (?:here|there|with us|a [a-z-]+|an [a-z-]+|in [a-z ]+?)|(?:for|nearly|almost) the (?:last"
            rf"|past)) (?:for )?(?:{_HEDGE})?{N}"
            rf"\s+(?:years?|months?|weeks?)\b|\b{N}\s+(?:out\s+)?of\s+(?:five|ten|5|10)\b|\b{N} (?:years?"
            rf"|months?) (?:old|here|in)\b|"
            rf"\b(?:19|20)\d\d\b|\bq[1-4]\b|\b\d{{1,2}}(?::\d\d|\s?(?:am|pm))\b"
            rf"|\b(?:{_MONTHS})\s+\d{{1,2}}\b"
            rf"|\b(?:at|by|after|before|until|till|past)\s+(?:half past\s+)?(?:{_ONES})(?:[- ](?:thirty"
            rf"|fifteen|forty-five|o'clock))?\b(?!\s+[a-z]*(?:day|week|hour|minute|month|per|out|of|more))"
            rf"|\b(?:version|turn|page|ward|room|team|line|bay|dock|gate|phase|step|tier|level"
            rf"|floor)\s+\d+\b"
        ),
    ),
    (
        "from_to",
        re.compile(
            rf"\b(?:before|was|were|used to be)\s+(?:{_HEDGE})?(?:{_MONEY}|{N})(?:\s*%|\s+percent"
            rf"|\s+per cent)?,?\s+(?:and\s+)?(?:is\s+|are\s+"
            rf"|it's\s+)?now\s+(?:it's\s+|is\s+)?(?:{_HEDGE})?(?:{_MONEY}|{N})(?:\s*(?:%|percent\b|per cent\b))?|"
            rf"\bfrom\s+(?:{_HEDGE})?(?:{_MONEY}|{N})(?:\s*%|(?:\s+[a-z'-]+){{0,5}}?)\s+(?:down\s+"
            rf"|up\s+)?to\s+(?:{_HEDGE})?(?:{_MONEY}|{N})(?:\s*(?:%|percent\b|per cent\b|{_TIME}\b))?"
        ),
    ),
    (
        "rate",
        re.compile(
            rf"\bone\s+(?:in|of every)\s+{N}\b|\b(?:{N}|once|twice)\s+(?:times\s+)?{_EVERY}\b"
            rf"|\b{N}\s+[a-z-]+\s+{_EVERY}\b"
        ),
    ),
    ("percent", re.compile(rf"\b{N}\s*(?:%|percent\b|per cent\b)|{_SHARE}|\b(?:double|twice (?:as|the))\b")),
    ("part_of", re.compile(rf"\b{N}\s+(?:out\s+)?of\s+(?:the\s+|our\s+|every\s+)?{N}\b")),
    ("cost", re.compile(_MONEY)),
    ("plain", re.compile(rf"\b(?:a couple of|{N})\b")),
)
_STOP = frozenset(
    "of in on at to and or but so for the a an is are was were be by with from that this it we i you "
    "they he she who more "
    "less than not as per if when because since before after now then though all our my their his "
    "her its us them "
    "gets get got did do does went last first".split()
)


def numbers(text: str, parsed: Parsed) -> tuple[NumberSaid, ...]:
    """Return the numbers of a line in order, verbatim with their unit, opening hedges left out."""
    low = text.lower()
    taken: list[tuple[int, int]] = []
    found: list[NumberSaid] = []
    nouns = {w.start: w.pos for w in parsed.words}
    for shape, pattern in _PATTERNS:
        for start, end in _free(pattern, low, taken):
            kind: NumberShape = shape
            if shape == "percent" and _ordinal(low, start, end, nouns):
                continue
            if shape in {"plain", "percent", "part_of"}:
                end = end if shape == "percent" else _with_unit(low, end, nouns)
                said = low[start:end]
                if shape == "plain" and not _worth(said, low, start, end):
                    continue
                if re.search(rf"\b{_TIME}$", said) and _LOSING.search(low):
                    kind = "cost"
            taken.append((start, end))
            found.append(NumberSaid(text=text[start:end], start=start, end=end, shape=kind))
    return tuple(sorted(found, key=lambda n: n.start))


def _ordinal(low: str, start: int, end: int, tags: dict[int, str]) -> bool:
    """Say whether a share is an ordinal before its noun: "a third environment"."""
    after = re.match(r"\s+(?=[a-z])", low[end:])
    return bool(
        after
        and re.search(r"\b(?:third|fifth|tenth)$", low[start:end])
        and tags.get(end + after.end()) in {"NOUN", "PROPN"}
    )


def _free(pattern: re.Pattern[str], low: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(low):
        start, end = match.span()
        while start < end and low[start].isspace():
            start += 1
        if start < end and not any(start < e and s < end for s, e in taken):
            yield start, end


def _with_unit(low: str, end: int, tags: dict[int, str]) -> int:
    """Stretch a bare number over the noun it counts, at most three words on."""
    unit = re.compile(r"\s+([a-z][a-z'-]*)")
    best, at = end, end
    for _ in range(3):
        match = unit.match(low, at)
        if match is None or match.group(1) in _STOP:
            break
        tag = tags.get(match.start(1), "X")
        if tag in {"NOUN", "PROPN"} or (tag == "X" and best == end):
            best = match.end()
        elif tag not in {"ADJ", "NUM", "VERB"} or best != end:
            break
        at = match.end()
    return best


def _worth(said: str, low: str, start: int, end: int) -> bool:
    """Say whether a plain number tells something: not a pronoun ("that one"), an ordinal idea or a way of speaking."""
    if re.fullmatch(rf"(?:one|a couple of)(?:\s.*)?|\d|{_ONES}", said):
        return False
    if re.search(r"\b(?:minutes?|things?|questions?|words?|seconds?)$", said) and re.search(
        r"\b(?:ask(?:ed)?|you|thank|need|have|got|take|spare)\b", low[max(0, start - 40) : start]
    ):
        return False
    if re.match(r"\s+of\s+(?:us|them|you|my|our|your)", low[end:]) and " " not in said:
        return False
    if re.fullmatch(rf"(?:two|three|four|five|six|a couple of) (?!{_TIME}$|calls$|incidents$)[a-z ]+", said):
        return False
    if re.search(
        r"\b(?:others?|tomorrow|today|yesterday|now|again|more|times|o'clock|ways|reasons|sides|ideas|decisions)$", said
    ):
        return False
    return not re.search(r"\b(?:the|these|those|us|of|zone|ward|level)\s+$", low[:start]) or " " in said


def has_cost(found: tuple[NumberSaid, ...]) -> bool:
    """Say whether any of the numbers is money or time lost."""
    return any(n.shape == "cost" for n in found)
