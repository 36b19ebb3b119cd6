"""Numbers and times as people type them, in one plain form: "Eighty-five ppl, half an hour" is "85 people, 30 minutes"."""

import re
from collections.abc import Callable
from difflib import get_close_matches

_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_TENS["fourty"] = 40
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_WORD = rf"(?:{'|'.join([*_TENS, *_SCALES, *sorted(_ONES, key=len, reverse=True)])})"
_PHRASE = re.compile(
    rf"\b(?:\d+ (?=(?:dozen|hundred|thousand)\b))?(?:an? (?=(?:dozen|hundred|thousand)\b))?{_WORD}"
    rf"(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and ){_WORD})*\b"
)

_Change = str | Callable[[re.Match[str]], str]
_BEFORE: tuple[tuple[str, _Change], ...] = (
    (r"[‘’`]", "'"),
    (r"[‐-―−]", "-"),
    (r"[×✕*]", "x"),
    (r"(?<=\d)\s?½", ".5"),
    (r"\bone[- ](?:to|on|2)[- ]ones?\b|\b1\s?(?:-|:|to|on)\s?1'?s?\b(?!\.?\d)|\b1-2-1s?\b|\b121s\b", " single "),
    (r"\b(?:one|1) of me\b|\b24/7\b|\bq[1-4]\b|\b\d{1,2}:[0-5]\d\b|\b\d{1,2}\s?[ap]m\b|[£$€]\s?[\d,.]+k?\b", " "),
    (r"\b(?:in|by|from|since|during|for) 20[2-4]\d\b", " "),
    (r"\b(?:two|three|four|[234])[- ](?:levels?|layers?|rungs?|grades?)\b(?: (?:down|below|up|above|away|deep|under))?", " "),
    (r"(?<=\d),(?=\d{3}\b)", ""),
    (r"(?<=\d)[- ]?(?:ish|odd)\b|(?<=ty)[- ](?:ish|odd)\b|\bor so\b|~", " "),
    (r"\bhalf a dozen\b", "6"),
    (r"\b(?:a )?couple (?:of )?", "2 "),
    (r"\b(?:three[- ]quarters|3/4)(?: of)? an? hours?\b|\b3/4 hours?\b", "45 minutes"),
    (r"\b(?:a )?quarters?(?: of an|[- ])hours?\b", "15 minutes"),
    (r"\b(?:an|one|1) hour and a half\b|\b(?:one|1) and a half hours?\b", "90 minutes"),
    (r"\b(?:an|one|1) hour and a quarter\b", "75 minutes"),
    (r"\btwo and a half (?=hours|days)", "2.5 "),
    (r"\b(?:a )?half(?: an?)?[- ]hours?\b", "30 minutes"),
    (r"\b(?:a )?half(?: an?)?[- ]days?\b", "0.5 days"),
    (r"\ban (?=hour)", "1 "),
    (r"\b(\d+)\s?h(?:ours?|rs?)?\s?(?:and )?(\d+)(?:\s?(?:minutes?|mins?|m))?\b", lambda m: f"{60 * int(m[1]) + int(m[2])} minutes"),
)  # fmt: skip
_AFTER: tuple[tuple[str, _Change], ...] = (
    (r"\b(\d+(?:\.\d+)?) ?k\b", lambda m: f"{float(m[1]) * 1000:.0f}"),
    (r"(?<=\d)'(?!\w)", " minutes"),
    (r"\bbetween (\d+(?:\.\d+)?) and (?=\d)", r"\1-"),
    (r"(?<=\d) ?(?:-|\bto\b|\bor\b) ?(?=\d)", "-"),
    (r"(?<=\d)/(?=\d)", "-"),
    (r"(?<=\d)(?:-(?=[a-z])|(?=[a-z]))", " "),
    (r"\b(?:mins?|minuites?|min\.)(?!\w)|(?<=\d )m\b", "minutes"),
    (r"\b(?:hrs?|hr\.)(?!\w)|(?<=\d )h\b", "hours"),
    (r"(?<!\d )\bhour[- ](?=long|each|slots?|sessions?)", "1 hour "),
    (r"(?<=\d) ?x ?(?=\d)", " x "),
    (r"\bppl\b|\bpersons\b|\bpeeps\b", "people"),
    (r"\bmgrs?\b|\bem'?s\b", "managers"),
    (r"\bwks?\b", "weeks"),
    (r"\bqtr(?:ly)?s?\b", "quarterly"),
    (r"\s+", " "),
)
_KNOWN = (
    "people person managers manager minutes minute quarterly quarter monthly month weekly weeks week yearly annually annual "
    "fortnightly fortnight every meeting meetings hours hour groups group notes preparation employees reports engineers "
    "department twice"
).split()
_NOT_TYPOS = frozenset(
    "manages managing manage managed management grouped report reported meets minuted quarters months years persona "
    "employee employs engineer engineering hourly noted weekend weekday personal annuals overs departments never ever".split()
)


def plainly(text: str) -> str:
    """Return the text in lower case with digits for number words, "minutes" and "hours" spelt out, ranges as "80-90".

    One-to-ones become "single"; clock times, sums of money, years and "two levels down" are taken out, because they
    are numbers nobody wants counted. Common misspellings of the words that matter are mended.
    """
    for pattern, change in _BEFORE:
        text = re.sub(pattern, change, text.lower())
    text = _PHRASE.sub(_digits, text)
    for pattern, change in _AFTER:
        text = re.sub(pattern, change, text)
    return re.sub(r"[a-z]{5,}", _mended, text).strip()


def _digits(match: re.Match[str]) -> str:
    """Read a run of number words; words that do not make one number stay apart ("nine thirty" is "9 30")."""
    numbers: list[int] = []
    total = run = 0
    last = ""
    for word in re.findall(r"[a-z]+|\d+", match.group()):
        if word in {"a", "an", "and"}:
            continue
        value = int(word) if word.isdigit() else _ONES.get(word, _TENS.get(word, 0))
        if word in _SCALES:
            run = max(run, 1) * _SCALES[word]
            if word == "thousand":
                total, run = total + run, 0
        elif (last in _TENS and word in _ONES and 0 < value < 10) or last in {"hundred", "thousand"} or not last:
            run += value
        else:
            numbers.append(total + run)
            total, run = 0, value
        last = word
    return " ".join(str(number) for number in [*numbers, total + run])


def _mended(match: re.Match[str]) -> str:
    word = match.group()
    if word in _KNOWN or word in _NOT_TYPOS:
        return word
    near = get_close_matches(word, _KNOWN, 1, 0.84)
    return near[0] if near and near[0][0] == word[0] else word
