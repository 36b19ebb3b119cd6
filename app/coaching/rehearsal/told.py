"""What the user says the leader should know, one thing a line: turned into the leader's own words, sorted by theme."""

import re
from collections.abc import Callable, Iterable

from app.domain.meeting import Person

MOST = 12
"""Facts of one meeting: more than a leader says in an hour."""
LONGEST = 240
"""Characters of one fact; the rest of a longer line is cut at a word."""
_VERBS = {
    "is": "am",
    "has": "have",
    "does": "do",
    "was": "was",
    "doesn't": "don't",
    "isn't": "am not",
    "hasn't": "haven't",
}
_SAME = frozenset("can could will would should must may might had was were did said took made went cut".split())
_SHORT = (
    (r"(?:he|she|they)'(?:s|re) (?=\w+ing\b|not\b|new\b|about\b)", "I'm "),
    (r"(?:he|she)'d ", "I'd "),
    (r"(?:he|she)'ll ", "I'll "),
)


def facts_told(
    text: str, leader: Person, theme_of: Callable[[str], str], say_back: Callable[[str], str] = lambda line: line
) -> dict[str, tuple[str, ...]]:
    """Return the leader's lines by theme, in the order they were written; "" holds those of no theme.

    Args:
        text: one fact a line, as the user typed it.
        leader: whose facts they are; their name or pronoun at the start of a line becomes "I".
        theme_of: returns the theme of a line, "" for none.
        say_back: a last look at each line; an empty result leaves the line out.
    """
    sorted_: dict[str, list[str]] = {}
    for raw in _lines(text):
        line = say_back(in_first_person(raw, leader))
        if line:
            sorted_.setdefault(theme_of(raw), []).append(line)
    return {theme: tuple(lines) for theme, lines in sorted_.items()}


def _lines(text: str) -> Iterable[str]:
    lines = [re.sub(r"^\W+", "", line).strip() for line in text.splitlines()]
    for line in [line for line in lines if line][:MOST]:
        yield line if len(line) <= LONGEST else line[:LONGEST].rsplit(" ", 1)[0]


def in_first_person(line: str, leader: Person) -> str:
    """Return a statement as the leader would say it: "She wants fewer systems" becomes "I want fewer systems."."""
    text = _about_you(" ".join(line.replace("’", "'").split()))
    for short, mine in _SHORT:
        text = re.sub(rf"^{short}", mine, text, flags=re.I)
    names = [re.escape(name) for name in (leader.full, leader.first, leader.last) if name]
    who = rf"(?:she|he|they|the leader|your (?:boss's boss|skip(?:-level)?(?: boss)?){''.join(f'|{name}' for name in names)})"
    match = re.match(
        rf"^{who} (?P<adverb>(?:also|really|just|now|often|always|never|still) )?(?P<verb>[a-z']+)\b", text, re.I
    )
    if match:
        rest = text[match.end() :]
        rest = re.sub(r"\b(?:her|his)\b(?= [a-z])", "my", rest)
        rest = re.sub(r"\b(?:she|he) ([a-z']+)", lambda m: f"I {_first(m[1])}", rest)
        text = f"I {match['adverb'] or ''}{_first(match['verb'])}{rest}"
    elif text.startswith("I'"):
        text = re.sub(r"\b(?:her|his)\b(?= [a-z])", "my", text)
    text = text[:1].upper() + text[1:]
    return text if text[-1:] in ".!?" else f"{text}."


def _about_you(text: str) -> str:
    """Return the user's own "I", "me" and "my" as the leader would say them to the user."""
    for mine, yours in (("I'm", "you're"), ("I am", "you are"), ("I was", "you were"), ("I", "you")):
        text = re.sub(rf"(?<![\w'])({mine})(?![\w-])", yours, text)
    text = re.sub(r"\bme\b", "you", text)
    text = re.sub(r"\bmy\b", "your", re.sub(r"\bMy\b", "Your", text))
    return re.sub(r"\bmyself\b", "yourself", text)


def _first(verb: str) -> str:
    """Return the verb as it goes with "I": "wants" becomes "want", "studies" "study", "goes" "go"."""
    low = verb.lower()
    if low in _VERBS:
        return _VERBS[low]
    if low in _SAME or not low.endswith("s") or low.endswith("ss"):
        return low
    if low.endswith("ies") and len(low) > 4:
        return f"{low[:-3]}y"
    return low[:-2] if re.search(r"(?:sh|ch|ss|x|z|o)es$", low) else low[:-1]
