"""What was marked in a brief, written as it may stand in a letter: names with capitals, words without shorthand."""

import re
import unicodedata
from collections.abc import Sequence

from app.coaching.emails.names import PARTICLES, RANKS, TITLES
from app.coaching.emails.wording import DAYS, MONTHS

_CHAT = {
    "im": "I'm", "i'm": "I'm", "ive": "I've", "i've": "I've", "i'd": "I'd", "i'll": "I'll", "hes": "he's", "shes": "she's",
    "theyre": "they're", "thats": "that's", "whos": "who's", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't",
    "havent": "haven't", "hasnt": "hasn't", "isnt": "isn't", "wasnt": "wasn't", "cant": "can't", "couldnt": "couldn't",
    "wanna": "want to", "gonna": "going to", "bc": "because", "cos": "because", "coz": "because", "cuz": "because",
    "u": "you", "ur": "your", "pls": "please", "plz": "please", "smth": "something", "sth": "something", "thx": "thanks",
    "theres": "there's", "whats": "what's", "abt": "about", "bout": "about", "mgr": "manager", "tmrw": "tomorrow", "tho": "though",
    "w/": "with", "w": "with", "b4": "before", "i": "I",
}  # fmt: skip
_CHAT_WORD = re.compile(
    rf"(?<![\w'@./-])(?:{'|'.join(map(re.escape, sorted(_CHAT, key=len, reverse=True)))})(?![\w'@/-])", re.I
)
_RANK = re.compile(
    rf"^(?:(?:chief \w+|head \w+|[se]?vp|c[etofi]o|{'|'.join(sorted(RANKS))})\s+)+(?=[^\W\d_][\w'.-]*\s+[^\W\d_])", re.I
)
"""A rank before a name of two words: the name does without it, as a surname does not."""
_DATED = re.compile(
    rf"\b(?:{'|'.join((*DAYS, *(month for month in MONTHS if month not in {'may', 'march'})))})\b", re.I
)
_FIRST = re.compile(
    r"^(?:to|about|that|because|cause|since|so that|regarding|re:|and|but|for(?=\s+(?:the|my|our|a|an)\b))\s+(?=\w)",
    re.I,
)


def plain_text(text: str) -> str:
    """Return the text with plain quotes and no pictures."""
    for signs, plain in (("’‘", "'"), ("“”„", '"')):
        text = re.sub(f"[{signs}]", plain, text)
    text = "".join(" " if unicodedata.category(c) in {"So", "Cs", "Sk"} and c not in "`^" else c for c in text)
    if re.search(r"\b1[.)]\s", text) and re.search(r"\b2[.)]\s", text):
        text = re.sub(r"(?<=[\s:(])[1-9][.)]\s+(?=[^\W\d_])", "- ", text)
    return re.sub(r"[\ufe0f\u200d]", "", text.replace("\r\n", "\n"))


def names_of(said: Sequence[tuple[str, float]]) -> list[str]:
    """Return who is named, the surest first, each as fully as anywhere and with capitals.

    `said` are the ways names stand in the text, and how sure each is; ways that share a word are one person.
    """
    persons: list[tuple[set[str], list[tuple[str, float]]]] = []
    for text, sure in said:
        name = _name(text)
        words = {word.lower() for word in name.split() if word.lower() not in TITLES}
        person = next((each for each in persons if each[0] & words), None)
        if person:
            person[0].update(words)
            person[1].append((name, sure))
        elif name:
            persons.append((words, [(name, sure)]))
    persons.sort(key=lambda person: -sum(sure for _, sure in person[1]))
    return [max((name for name, _ in ways), key=lambda name: len(name.split())) for _, ways in persons]


def _name(said: str) -> str:
    said = re.sub(r"'s?$", "", " ".join(said.split()).strip(' ,.;:!?"()'))
    turned = re.fullmatch(r"([^\W\d_][\w'-]+), ([^\W\d_][\w'-]+)", said)
    words = re.sub(_RANK, "", f"{turned[2]} {turned[1]}" if turned else said).split()
    return with_capitals(words)


def with_capitals(words: Sequence[str]) -> str:
    """Return the words of a name as one, each with its capital."""
    return " ".join(_capital(word, first=i == 0) for i, word in enumerate(words))


def _capital(word: str, *, first: bool) -> str:
    if word.lower() in PARTICLES and not first:
        return word.lower() if word.isupper() else word
    if word.lower().rstrip(".") in TITLES:
        return word.rstrip(".").capitalize() if not word[0].isupper() else word.rstrip(".")
    if word.islower() or (word.isupper() and len(word) > 3):
        return "-".join(part.capitalize() for part in word.split("-"))
    return word


def said_well(said: str, names: Sequence[str]) -> str:
    """Return a stretch of a brief without shorthand and without the word that led to it, names and days with capitals."""
    text = " ".join(said.replace("\n", " ").split()).strip(' ,;:-–—"')
    text = _CHAT_WORD.sub(lambda m: _CHAT[m.group().lower()], text)
    text = re.sub(r",?;?\s+(?:\+|\d[.)]|[*•])\s+(?=\w)", " and ", text)
    text = _DATED.sub(lambda m: m.group().capitalize(), text)
    for name in names:
        if name and name[0].isupper():
            text = re.sub(rf"(?<![\w'@.]){re.escape(name.lower())}(?=\W|s\b|$)", name, text)
    return _FIRST.sub("", text).strip(" .,;")


def work(said: str) -> str:
    """Return a job as the letter says it: a name of work, or "I work …"."""
    said = re.sub(r"^(?:an?|the|i am|i'm|as)\s+", "", said, flags=re.I)
    said = re.sub(r"(?:\s+(?:on|in|at|for|with|of|from|the|and))+$", "", said, flags=re.I)
    if place := re.match(r"(?:work(?:ing)?\s+)?((?:in|on|at|for|with|from)\b.+)", said, re.I):
        return "I work " + re.sub(r"^from\b", "in", place[1], flags=re.I)
    said = _PLACE.sub(lambda m: f"{m[1]} {'on' if m[2].lower() in {'line', 'ward', 'shift'} else 'in'} {m[2]}", said)
    return re.sub(r"^(?:we|i)\s+(?=\w)", "I ", said, flags=re.I)


_PLACE = re.compile(
    r"\b(supervisor|manager|operator|clerk|lead|planner|technician|coordinator|nurse|engineer|analyst|assistant|worker)\s+"
    r"(packing|warehouse|dispatch|goods-in|stores|assembly|maintenance|production|line|ward|shift|kitchen|reception|payments|support)\b"
    r"(?!\s+(?:manager|lead|supervisor|engineer|assistant|worker|nurse|operator|clerk))",
    re.I,
)
"""A job and its place typed side by side: "supervisor packing hall"."""


def meeting_format(said: str) -> str:
    """Return how a meeting is held in the letter's words; empty where it has none."""
    for value, pattern in (
        ("groups of \\g<1>", r"\bgroups? of (\d+|\w+)\b"),
        ("group", r"\b(?:in )?(?:small )?groups?\b"),
        ("video", r"\b(?:video|zoom|teams|google meet|remote(?:ly)?|online)\b"),
        ("phone", r"\bphone\b|\bby telephone\b"),
        ("in person", r"\bin[- ]person\b|\bface[- ]to[- ]face\b"),
    ):
        if match := re.search(pattern, said, re.I):
            return match.expand(value)
    return (
        "one to one"
        if re.search(r"\b(?:one|1)[\s-]*(?:to|on|:)[\s-]*(?:one|1)\b|\b121\b|\balone\b", said, re.I)
        else ""
    )


def how_often(said: str) -> str:
    """Return how often something is, as it stands in a sentence: "quarterly" gives "once a quarter"."""
    for word, often in (("quarterly", "quarter"), ("monthly", "month"), ("yearly", "year"), ("annually", "year")):
        if re.fullmatch(rf"(?:a |the )?{word}", said, re.I):
            return f"once a {often}"
    return re.sub(r"^(?:each|every) (quarter|year|month)$", r"once a \1", said, flags=re.I)


def bare_title(said: str) -> str:
    """Return a title without article and punctuation."""
    return re.sub(r"^(?:the|our|my|an?|its|is)\s+", "", said.strip(" ,()."), flags=re.I)
