"""Small grammar: articles, lists, capitals, and turning "her priorities" into "your priorities"."""

import re
from collections.abc import Sequence

from app.coaching.emails.others import of_others
from app.domain.language import Parsed

_VOWEL = re.compile(r"^(?:[aeiou]|hour|honest|heir)", re.I)
_NOT_VOWEL = re.compile(r"^(?:uni(?!n)|use|user|ux\b|uk\b|us\b|eu|one\b|once\b)", re.I)
_LETTERS = re.compile(r"^[AEFHILMNORSX][A-Z&]")
_CAPS = (
    "ai api b2b bi ceo cfo cio cmo coo crm cto erp eu evp hr ict kpi okr ops pmo pr qa r&d seo sql sre svp uat "
    "uk us ux vp"
)
ACRONYMS = frozenset(_CAPS.split()) - {"ops", "us"}
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = "january february march april may june july august september october november december".split()
_IRREGULAR = {
    "is": "are",
    "has": "have",
    "does": "do",
    "was": "were",
    "isn't": "aren't",
    "hasn't": "haven't",
    "doesn't": "don't",
    "wasn't": "weren't",
    "goes": "go",
}
_ADVERBS = (
    "really|usually|currently|now|also|still|most|mostly|always|often|personally|actually|already|just|first|best|"
    "himself|herself|then|typically|normally|daily|never|only|rarely"
)
_SUBJECT_BEFORE = r"(?:how|what|why|where|when|that|if|whether|because|who|as|than|before|after|while|and)"
_POSSESSED = re.compile(
    r"\s+(?!(?:and|or|to|about|for|on|in|with|at|of|how|what|why|if|when|by|from|so|but|after|the|a|an|my|our"
    r"|some|any|this|that|these|two|three|more|before|as|is|was|will|would|could|directly|again)\b)[\w'’]"
)


def a_or_an(phrase: str) -> str:
    """Return the phrase with its indefinite article, unless it has a determiner already."""
    if re.match(r"(?:an?|the|one|your|our|my|his|her|their|head of|chief|vice)\b", phrase, re.I):
        return phrase
    first = phrase.split()[0] if phrase.split() else ""
    vowel = _LETTERS.match(first) if first.isupper() else _VOWEL.match(first) and not _NOT_VOWEL.match(first)
    if first.isupper() and first[:1] == "U":
        vowel = None
    return f"{'an' if vowel else 'a'} {phrase}"


def joined(items: Sequence[str], word: str = "and") -> str:
    """Return "a", "a and b", or "a, b and c"."""
    parts = [item.strip(" .;,") for item in items if item.strip(" .;,")]
    if len(parts) < 2:
        return "".join(parts)
    comma = "; " if any("," in part for part in parts) else ", "
    return f"{comma.join(parts[:-1])}{';' if comma == '; ' else ''} {word} {parts[-1]}"


def possessive(name: str) -> str:
    """Return "Marcus's", "Priya's"."""
    return f"{name}'s" if name else ""


def capital(text: str) -> str:
    """Return the text with its first letter capital, the rest as it is."""
    return text[:1].upper() + text[1:]


_SHORT_DAY = re.compile(
    r"\b(mon|tue|tues|wed|thu|thur|thurs|fri)\b\.?(?=\s*(?:\d|at\b|morning|afternoon|evening|before|after|or\b|and\b|,|$))",
    re.I,
)


def tidy(text: str) -> str:
    """Return typed words with capitals where English wants them: I, days, months, well-known acronyms."""
    text = re.sub(r"\bi\b(?=$|[\s,'’.])", "I", text)
    text = re.sub(
        r"\b(?:may|march)(?=\s+(?:\d{1,2}(?:st|nd|rd|th)?\b|20\d\d))|(?<=\d )(?:may|march)\b",
        lambda m: m.group().capitalize(),
        text,
    )
    text = _SHORT_DAY.sub(lambda m: next(day for day in DAYS if day.startswith(m[1].lower()[:3])), text)

    def fix(match: re.Match[str]) -> str:
        word = match.group()
        low = word.lower()
        if low in ACRONYMS:
            return low.upper()
        if low in DAYS or (low[:-1] in DAYS and low.endswith("s")) or (low in MONTHS and low not in {"may", "march"}):
            return low.capitalize()
        return word

    return " ".join(re.sub(r"[A-Za-z&0-9]+", fix, text).split())


def base_verb(word: str) -> str:
    """Return the plain form of a verb in the third person: "thinks" gives "think"."""
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if re.search(r"(?:ch|sh|ss|x|zz)es$", low):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    return word


def _speaks_of_others(text: str, parsed: Parsed | None) -> bool:
    """Tell whether "they" may be somebody named before it: several things, or a team."""
    before = re.split(r"\b(?:they|them|their)\b", text, maxsplit=1, flags=re.I)[0]
    if re.search(r"\b(?:team|people|company|board|department|group|everyone)\b", text, re.I):
        return True
    if parsed and parsed.words:
        plurals = {
            w.text for w in parsed.words if w.pos == "NOUN" and w.text.lower() != w.lemma and w.text.endswith("s")
        }
        return any(re.search(rf"\b{re.escape(word)}\b", before) for word in plurals - {"priorities"})
    return bool(re.search(r"\b(?!(?:this|his|hers|is|was|has|does|as|us|priorities)\b)\w{3,}s\b", before, re.I))


_KEPT = "\u01c2"
"""Stands before a pronoun that stays as it is; a letter of no word a user types."""


def to_you(text: str, names: Sequence[str], *, pronouns: bool, parsed: Parsed | None = None, deed: bool = False) -> str:
    """Return the text as said to the person it speaks of; somebody else who is named in it stays he, she or they.

    Args:
        text: the user's own words, e.g. "learn about her role and how Ingrid decides".
        names: what the reader is called in it, e.g. ("Ingrid Solheim", "Ingrid", "the director").
        pronouns: whether he, she and their forms mean the reader.
        parsed: the text as read, to change verbs that hang together and to see who else is named; optional.
        deed: whether the text says what somebody will do.
    """
    verbs = {w.text for w in parsed.words if w.pos in {"VERB", "AUX"}} if parsed else set()
    if pronouns and parsed and parsed.text == text:
        others = of_others(parsed, names, deed=deed)
        for word in reversed(parsed.words):
            if word.start in others:
                text = f"{text[: word.start]}{_KEPT}{text[word.start :]}"
            elif word.text.lower() == "her" and word.dep in {"dobj", "pobj", "dative", "iobj"}:
                text = f"{text[: word.start]}you{text[word.end :]}"
    for name in sorted((n for n in names if n), key=len, reverse=True):
        text = re.sub(rf"(?<![\w]){re.escape(name)}['’]s?(?!\w)", "your", text, flags=re.I)
        text = re.sub(
            rf"(?<!\w)((?:{_SUBJECT_BEFORE})\s+){re.escape(name)}((?:\s+(?:{_ADVERBS}))?\s+)([\w'’]+)",
            lambda m: f"{m[1]}you{m[2]}{base_verb(m[3])}",
            text,
            flags=re.I,
        )
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "you", text, flags=re.I)
    text = re.sub(
        r"\b(?:our|the|my|your)\s+(?:(?!(?:to|with|for|about|in)\b)[\w'’-]+\s+){0,4}[\w'’-]+,\s+you\b,?|\byou,\s+you\b",
        "you",
        text,
        flags=re.I,
    )
    if not pronouns:
        return text
    if re.search(r"\b(?:they|them|their)\b", text, re.I) and not _speaks_of_others(text, parsed):
        text = re.sub(r"\bthey(['’](?:re|ve|d|ll))?\b", lambda m: "you" + (m[1] or ""), text, flags=re.I)
        text = re.sub(r"\btheirs\b", "yours", text, flags=re.I)
        text = re.sub(r"\btheir\b", "your", text, flags=re.I)
        named = any(w.pos == "NOUN" for w in parsed.words if w.start < text.lower().find("them")) if parsed else False
        text = text if named else re.sub(r"\bthem\b", "you", text, flags=re.I)
    text = re.sub(
        r"\b(is|was|has|does|did|would|could|will|can) s?he\b",
        lambda m: f"{_IRREGULAR.get(m[1].lower(), m[1])} you",
        text,
        flags=re.I,
    )
    text = re.sub(r"\b(?:s?he)['’]s\s+(got|been)\b", r"you've \1", text, flags=re.I)
    text = re.sub(r"\b(?:s?he)['’]s\b", "you're", text, flags=re.I)
    text = re.sub(r"\b(?:s?he)['’](d|ll)\b", r"you'\1", text, flags=re.I)
    text = re.sub(
        rf"\b(?:s?he)\b((?:\s+(?:{_ADVERBS}))*\s+)([\w'’]+)", lambda m: f"you{m[1]}{base_verb(m[2])}", text, flags=re.I
    )
    text = re.sub(r"\bs?he\b", "you", text, flags=re.I)
    text = re.sub(r"\b(?:him|her)self\b", "yourself", text, flags=re.I)
    text = re.sub(r"\bhis\b", "your", text, flags=re.I)
    text = re.sub(r"\bhim\b", "you", text, flags=re.I)
    text = re.sub(r"\bhers\b", "yours", text, flags=re.I)
    text = re.sub(r"\bher\b", lambda m: "your" if _POSSESSED.match(m.string, m.end()) else "you", text, flags=re.I)
    if verbs:
        text = re.sub(
            r"(\byou\b[^.;]{0,40}?\b(?:and|or)\s+)(\w+s)\b",
            lambda m: m[1] + (base_verb(m[2]) if m[2] in verbs else m[2]),
            text,
        )
    return text.replace(_KEPT, "")
