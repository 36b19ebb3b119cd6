"""A better line from the user's own words: the risky part goes, the fact stays."""

import re

from app.coaching.rehearsal.filling import sentences, thing_said_back
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import Reading
from app.domain.risk import RiskFlag

_SLOT = re.compile(r"\{(\w+)\}")
_PREAMBLE = re.compile(
    r"^(?:(?:so|well|um+|uh+|er|and|but|yeah|honestly|actually|basically|i mean|you know|to be honest"
    r"|i guess|i suppose|"
    r"i think|look|like|just|sort of|kind of|maybe it's just me|it might just be me being new),?\s+)+",
    re.I,
)
_HEDGE = re.compile(
    r",?\s*(?:which i think is \w+|i think|i guess|i suppose|sort of|kind of|you know"
    r"|if that makes sense|or something)\b",
    re.I,
)


def better(reading: Reading, flag: RiskFlag, scene: Scene) -> str:
    """Return a safer line: what the detector suggests with its slots filled, or the user's own safe sentences."""
    own = safe_part(reading)
    suggested = _filled(flag.say_instead, reading, scene) if flag.say_instead else ""
    if own and len(own.split()) >= 6 and re.search(r"\d|\bbecause\b", own) and not suggested:
        return own
    return suggested or own


def safe_part(reading: Reading) -> str:
    """Return the sentences of the line that carry no flag and no act that travels badly, tidied, at most two."""
    text = reading.text
    kept = []
    for sentence in sentences(text):
        start = text.find(sentence)
        end = start + len(sentence)
        flagged = any(f.start < end and start < f.end for f in reading.risk.flags)
        if not flagged and not sentence.endswith("?") and len(sentence.split()) >= 4:
            kept.append(tidy(sentence))
    return " ".join(kept[:2])


def tidy(sentence: str) -> str:
    """Drop the run-up and the hedges of a sentence; the words that remain are the user's own."""
    text = _HEDGE.sub("", _PREAMBLE.sub("", sentence.strip()))
    text = re.sub(r"\s+", " ", text).strip(" ,")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _filled(template: str, reading: Reading, scene: Scene) -> str:
    """Fill the slots of a suggestion; one that cannot be filled makes it unusable."""
    thing = next((thing_said_back(t.text) for t in reading.things), "")
    thing = re.sub(r"^your ", "our ", thing)
    slots = {"manager": scene.manager, "leader": scene.opposite_first, "thing": thing}
    slots["manager"] = slots["manager"].replace("your manager", "my manager")
    if any(not slots.get(name) for name in _SLOT.findall(template)):
        return ""
    text = _SLOT.sub(lambda m: slots[m.group(1)], template)
    return text[:1].upper() + text[1:]
