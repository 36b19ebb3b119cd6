"""What the leader keeps of the user's own words: sentences to hold a later figure against, or to give back when asked."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal import signs
from app.coaching.rehearsal.exchanges import shortened
from app.coaching.rehearsal.figures import Figure, every_figure
from app.coaching.rehearsal.filling import sentences
from app.coaching.rehearsal.reading import CLOSED
from app.domain.rehearsal import Reading

MOST = 16
"""Sentences kept of one meeting; the oldest go first."""
WORDS = range(3, 41)
"""Words of a sentence that says something and can be said back."""
_NOT_KEPT = frozenset(
    "personal gossips demeans shares_confidential complains_person blames_colleague speaks_to_machine other_language hostile "
    "off_topic politics presses".split()
)
"""Acts of a line nobody says back."""
_ABOUT_TALK = frozenset(
    "what when where which that this with from have will would could should there they them your about does been were did "
    "said tell told remember recall earlier before mention mentioned minute many much long often just still something gave "
    "number figure".split()
)


_SUMMED = re.compile(
    r"\b(?:come|comes|came|add|adds|added|amounts?|works? out|makes?)\b[^?]*\b(?:to|up|at|in)\b|\btotal\b|\baltogether\b|\bin all\b"
    r"|\bhow (?:much|many)\b[^?]*\b(?:lose|losing|lost|cost|spend|a (?:night|day|week|shift))\b",
    re.I,
)
"""Asks for a sum."""
_EACH = re.compile(
    r"\b(?:each|every|per)(?: single)? ([a-z]{3,})\b|\b(?:seconds?|minutes?|hours?|pounds|euros|dollars) an? ([a-z]{3,})\b",
    re.I,
)
"""What a figure is for one of."""
_SPENT = frozenset({"second", "minute", "hour", "day", "£", "pound", "euro", "dollar"})
"""What each of them takes."""
_YOURS = re.compile(r"\b(?:did you|you)(?: just)? sa(?:y|id)\b", re.I)
"""They ask for the leader's own words, which nobody kept."""


def told(reading: Reading) -> tuple[str, ...]:
    """Return the sentences of a line that state something and may be said back: none private, hearsay, serious or asked."""
    if _NOT_KEPT & set(reading.acts):
        return ()
    closed = [(f.start, f.end) for f in reading.risk.flags if f.category in CLOSED]
    closed += [(s.start, s.end) for s in reading.risk.serious]
    kept = []
    for sentence in sentences(reading.text):
        start = reading.text.find(sentence)
        shut = any(a < start + len(sentence) and start < b for a, b in closed)
        asked = any(sentence in question or question in sentence for question in reading.questions)
        polite = signs.POLITE.search(sentence) and not every_figure(sentence)
        if not shut and not asked and not polite and len(sentence.split()) in WORDS:
            kept.append(sentence if sentence[-1] in ".!" else f"{sentence}.")
    return tuple(kept)


def is_claim(thread: str) -> bool:
    """Say whether a thread is a sentence of the user's, and not only the name of a thing."""
    return thread.endswith((".", "!"))


def recalled(said: Sequence[str], question: str) -> str:
    """Return what the user said about the thing they ask back: a figure where they ask for one, else the sentence; or ''.

    Args:
        said: the sentences kept, oldest first.
        question: "What did I say about the dock?", "Do you remember how many customers we lost?".
    """
    if _YOURS.search(question):
        return ""
    wanted = _stems(question)
    counted = re.search(r"\bhow (?:many|much|long|often)\b|\bwhat (?:number|figure)\b", question, re.I) is not None
    fitting = [sentence for sentence in said if not counted or every_figure(sentence)]
    if not fitting:
        return ""
    shared, _, best = max((len(wanted & _stems(sentence)), place, sentence) for place, sentence in enumerate(fitting))
    if wanted and not shared:
        return ""
    if counted:
        found = every_figure(best)
        return next(
            (figure.text for figure in found if figure.unit and wanted & _stems(f"{figure.unit}s")), found[0].text
        )
    return shortened(best.rstrip(" .!"))


def total(said: Sequence[str], question: str) -> tuple[str, str] | None:
    """Return the sum that is asked for and what it is made of: "54 minutes", "nine of six minutes each"; None for none.

    Args:
        said: the sentences kept, oldest first: "It stopped nine times.", "Each stop is about six minutes.".
        question: "What do the stops come to, in minutes?".
    """
    if not _SUMMED.search(question):
        return None
    for sentence in reversed(said):
        each = _EACH.search(sentence)
        rate = next((f for f in every_figure(sentence) if each and f.unit in _SPENT), None)
        counts = [f for other in said for f in every_figure(other) if each and _is_of(f, other, sentence, each)]
        if rate is not None and counts:
            return _product(counts[-1], rate, question), f"{counts[-1].number.lower()} of {rate.text} each"
    return None


def _is_of(figure: Figure, other: str, sentence: str, each: re.Match[str]) -> bool:
    """Say whether a figure counts what the other one is for one of."""
    noun = (each[1] or each[2]).lower()
    near = other == sentence if noun == "one" else re.search(rf"\b{noun[:4]}", other, re.I) is not None
    return near and figure.unit != "" and figure.unit not in _SPENT


def _product(count: Figure, rate: Figure, question: str) -> str:
    value, unit = count.value * rate.value, rate.unit
    if unit == "minute" and re.search(r"\bhours?\b", question, re.I):
        value, unit = round(value / 60, 1), "hour"
    return f"{rate.text[0]}{value:,.10g}" if unit == "£" else f"{value:,.10g} {unit}s"


def mended(said: Sequence[str], was: Figure, now: Figure) -> tuple[str, ...]:
    """Return the sentences with a figure that was taken back replaced by the one in its place."""
    place = max((i for i, sentence in enumerate(said) if was.text in sentence), default=None)
    return tuple(s.replace(was.number, now.number.lower(), 1) if i == place else s for i, s in enumerate(said))


def _stems(text: str) -> set[str]:
    return {
        re.sub(r"(?:ing|ed|es|e|s)$", "", word)
        for word in re.findall(r"[a-z]{4,}", text.lower())
        if word not in _ABOUT_TALK
    }
