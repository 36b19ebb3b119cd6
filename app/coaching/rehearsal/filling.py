"""Filling templates with the user's own words and the leader's facts, so that grammar and sense hold."""

import re
from collections.abc import Iterable, Mapping
from random import Random

from app.coaching.rehearsal.cues import topic
from app.domain.rehearsal import Beat, Move, NumberSaid, NumberShape, Reading

SLOT = re.compile(r"\{(\w+)\}")
ALWAYS = frozenset({"manager", "assistant", "minutes"})
"""Slots that are always filled; every other may be missing."""
ECHOES = frozenset({"phrase", "number"})
TELLING: tuple[NumberShape, ...] = ("from_to", "part_of", "rate", "cost", "percent", "plain", "date")
_SENTENCE = re.compile(r"[^.!?…]+(?:[.!?…]+[\"”’')]*|$)")
_PLURAL = re.compile(r"(?<![sui])s(?: (?:of|for|on|in) .*)?$|\b(?:those|these|two|people)\b", re.I)
_SINGULAR = re.compile(
    r"(?:does|Has|has) \{th|\{th\w+\} (?:goes|was|has|is)\b|\b(?:it|it's|its|itself|is that|was that|does that"
    r"|is this|that one|one of|lives|stands)\b",
    re.I,
)
_ARTICLE = re.compile(r"^(?:an?|some|one|another)\s+", re.I)
_OURS = re.compile(r"^(?:my|our)\s+", re.I)
_THEIRS = re.compile(r"\b(my|mine|ours?|myself|ourselves|me|us|i|we)\b", re.I)


def thing_said_back(thing: str) -> str:
    """Turn the user's noun phrase round: "my dock" becomes "your dock", "a list" "the list", "Sign-off" "sign-off"."""
    text = _OURS.sub("your ", thing.strip())
    text = _ARTICLE.sub("the ", text)
    if re.match(r"(?:The|Your|Those|These|His|Her)\b", text):
        text = text[0].lower() + text[1:]
    return text


def telling_number(reading: Reading) -> NumberSaid | None:
    """Return the number that tells most: a change before a share, a share before a count; None when there is none."""
    said = [n for n in reading.numbers if n.shape != "date"]
    return min(said, key=lambda n: (TELLING.index(n.shape), n.start), default=None)


def turns_round(thing: str) -> bool:
    """Say whether a noun phrase can be said back at all: no first person left inside it."""
    return not _THEIRS.search(_OURS.sub("", thing))


def sentences(text: str) -> list[str]:
    """Return the sentences of a line, each trimmed."""
    return [s for match in _SENTENCE.finditer(text) if (s := match.group().strip())]


def key(sentence: str) -> str:
    """Return what makes two sentences the same: letters and digits only, lower case."""
    return re.sub(r"[^a-z0-9]+", " ", sentence.lower()).strip()


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Put the slots in and capitalise after each full stop, also within quotation marks.

    Raises:
        KeyError: the template names a slot that is not there.
    """
    text = SLOT.sub(lambda m: slots[m.group(1)], template)
    text = (
        re.sub(r"\.\"\.", '."', text).replace("?.", "?").replace("..", ".").replace("...", "…")
        if ".." in text
        else text
    )
    return re.sub(
        r"(^|[.!?…][\"”’')]*\s+)([\"“(]?)([a-z])", lambda m: m.group(1) + m.group(2) + m.group(3).upper(), text
    )


def usable(template: str, slots: Mapping[str, str]) -> bool:
    """Say whether every slot of the template has something in it."""
    named = SLOT.findall(template)
    plural = any(name in {"thing", "thread"} and _PLURAL.search(slots.get(name, "")) for name in named)
    return all(slots.get(name) for name in named) and not (plural and _SINGULAR.search(template))


def echoes(template: str) -> bool:
    """Say whether the template quotes the user."""
    return bool(ECHOES & set(SLOT.findall(template)))


def slots_for(move: Move, reading: Reading | None, base: Mapping[str, str]) -> dict[str, str]:
    """Return what this move may put into its slots: a phrase of its kinds, a number of its shapes, the best thing."""
    slots = dict(base)
    if reading is None:
        return slots
    if move.phrases:
        by_kind = {phrase.kind: phrase.text for phrase in reversed(reading.phrases)}
        chosen = next((by_kind[kind] for kind in move.phrases if kind in by_kind), "")
        if chosen:
            slots["phrase"] = chosen.strip(" .,;:!?")
    number = telling_number(reading)
    if number is not None and (not move.shapes or number.shape in move.shapes):
        slots["number"] = number.text
    if "topic" in move.needs:
        slots["topic"] = topic(reading)
    asked = " ".join(reading.questions) if move.part == "answer" else ""
    thing = next((t.text for t in reading.things if turns_round(t.text) and (not asked or t.text in asked)), "")
    if thing:
        slots["thing"] = thing_said_back(thing)
    return slots


def beat(
    move: Move, templates: Iterable[str], slots: Mapping[str, str], used: Iterable[str], rng: Random, *, echo: bool
) -> Beat | None:
    """Return the move in words, or None when every wording was used or lacks a slot.

    Templates that take up the user's words come first where `echo` allows them; ties are drawn from `rng`. A template
    with a sentence already said in this meeting is out.
    """
    said = set(used)
    fitting = []
    for template in dict.fromkeys(templates):
        if not usable(template, slots) or (echoes(template) and not echo):
            continue
        text = fill(template, slots)
        if any(key(sentence) in said for sentence in sentences(text)) or not text.strip():
            continue
        own_words = bool({"phrase", "number", "thing", "thread", "fact", "topic"} & set(SLOT.findall(template)))
        fitting.append((not own_words, rng.random(), template, text))
    if not fitting:
        return None
    _, _, template, text = min(fitting)
    taken = {name: slots[name] for name in SLOT.findall(template)}
    return Beat(move=move.id, template=template, slots=taken, text=text, direction=move.direction)
