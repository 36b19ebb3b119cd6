"""The figures a sentence claims, with what each counts and when: enough to tell whether two are about the same thing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.coaching.programme.plain_numbers import plainly
from app.coaching.rehearsal.numbers import N

_SCALE = {"k": 1_000, "m": 1_000_000}
_FIGURE = re.compile(rf"(?P<money>[£$€]\s?)?(?<![\w.,:#/-])(?P<value>{N})(?![\w:/]|[.,]\d|-\w|th\b|st\b|nd\b|rd\b)")
_NAMED = re.compile(r"\b(?:band|ward|team|room|line|level|grade|version|phase|page|bay|gate|step|unit|at|aged)\s+$")
"""A number after one of these is a name or an hour."""
_BOUND = re.compile(
    r"\b(?:more than|less than|fewer than|at least|at most|up to|over|under|within|other|another|extra|every|next|last"
    rf"|between|of)\s+$|\bbetween {N} and\s+$|(?<!from )\b{N} (?:to|or)\s+$"
)
"""A number after one of these is a bound, a part or another lot."""
_NOT_CLAIMED = re.compile(
    r"\b(?:need|wants?|would|could|should|might|may be|if|suppose|plan(?:ned|ning)?|aim\w*|target|goal|budget|hop(?:e|ing)"
    r"|propos\w+|suggest\w*|trial|pilot|ask(?:ed|ing)? for|expect\w*|will|going to|instead of|rather than)\b|'ll\b|'d\b"
)
"""What is wished, planned or supposed is no claim about how things are."""
_MONTHS = "january february march april june july august september october november december".split()
_WHEN = re.compile(
    rf"\b(?:(?:last )?(?:{'|'.join(_MONTHS)}|spring|summer|autumn|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|q[1-4]|(?:19|20)\d\d|(?<=in )may|(?<=since )may|(?<=by )may|(?<=until )may|(?<=of )may|(?<=from )may|(?<=during )may"
    r"|(?:last|this|past) (?:week|month|quarter|year|sprint|night|time)|yesterday|today|now|currently|these days|before"
    r"|previously|originally|used to|at first|nights|weekends)\b"
)
_PER = re.compile(
    r"\b(?:a|an|per|every|each) (second|minute|hour|day|shift|night|week|fortnight|month|quarter|year|sprint|person|team)\b"
)
_GENERIC = frozenset(
    "second minute hour day week month year % £ people person time pound dollar euro thing case".split()
)
"""Units that count many different things, so that two figures need more in common."""
_PEOPLE = frozenset("people men women children staff".split())
_ENDS = frozenset(
    "of in on at to and or but so for the a an is are was were be by with from that this it we i you they he she who more less "
    "than not as per if when because since before after now then though all our my their his her its us them every each "
    "last next waiting".split()
)
_EMPTY = frozenset(
    "about around roughly nearly almost maybe some only have been were with from that this they them then than just really "
    "actually down over under after before since what when which there their would about also very still more most much many "
    "last this past every each well because into your ours mine went goes gone take takes took number numbers figure figures "
    "brought said told says thing things sorry".split()
)


@dataclass(frozen=True)
class Figure:
    """One number of a claim: `text` verbatim with its unit, `value` as a number, `unit` a singular noun or ''."""

    text: str
    number: str
    value: float
    unit: str
    later: bool
    """True for the second of a pair: "from 14 to 6", "ten, down to 6"."""
    hedged: bool
    when: frozenset[str]
    per: str
    about: frozenset[str]
    """Stems of the other telling words of the sentence."""


def figures(sentence: str) -> tuple[Figure, ...]:
    """Return the figures a sentence claims, in order; none for what is wished, planned or supposed."""
    low = sentence.lower().replace("’", "'")
    return () if _NOT_CLAIMED.search(low) else tuple(_read(sentence, low))


def every_figure(sentence: str) -> tuple[Figure, ...]:
    """Return the figures of a sentence whatever it does with them."""
    return tuple(_read(sentence, sentence.lower().replace("’", "'")))


def _read(sentence: str, low: str) -> Iterator[Figure]:
    found = [m for m in _FIGURE.finditer(low) if _counts(m, low)]
    whole = frozenset(_WHEN.findall(low))
    first_unit = ""
    for place, match in enumerate(found):
        end, unit = _unit(match, low)
        rest = low[end : found[place + 1].start() if place + 1 < len(found) else len(low)]
        later = (
            place > 0 and re.search(r"\b(?:to|now)\s+(?:about |around |nearly )?$", low[: match.start()]) is not None
        )
        unit = unit or (first_unit if later else "")
        first_unit = first_unit or unit
        near = frozenset(_WHEN.findall(rest))
        per = _PER.search(rest)
        about = {
            _stem(word) for word in re.findall(r"[a-z]{4,}", low) if word not in _EMPTY and not re.fullmatch(N, word)
        }
        yield Figure(
            text=sentence[match.start() : end],
            number=sentence[match.start() : match.end()],
            value=value_of(match["value"]),
            unit=unit,
            later=later,
            hedged=re.search(r"\b(?:about|around|roughly|nearly|almost|maybe|some)\s+$", low[: match.start()])
            is not None,
            when=near or whole,
            per=per[1] if per else "",
            about=frozenset(about - {_stem(unit)} - {_stem(word) for when in whole for word in when.split()}),
        )


def _counts(match: re.Match[str], low: str) -> bool:
    before, after = low[: match.start()], low[match.end() :]
    year = re.fullmatch(r"(?:19|20)\d\d", match["value"]) and not match["money"]
    hour = re.match(rf"\s?(?:am|pm|o'clock)\b|\s+(?:out )?of (?:the|them|us|our|my|those|these|{N})\b", after)
    range_ = re.match(rf"\s+(?:to|or) {N}\b", after) and not re.search(r"\bfrom\s+(?:about |around )?$", before)
    lone = match["value"] == "one" and not re.match(r"\s+[a-z]+ (?:a|per|every|each|in|of)\b", after)
    return not (year or hour or range_ or lone or _NAMED.search(before) or _BOUND.search(before))


def _unit(match: re.Match[str], low: str) -> tuple[int, str]:
    """Return where the figure with its unit ends, and the unit as one noun."""
    share = re.match(r"\s*(?:%|percent\b|per cent\b)", low[match.end() :])
    if share:
        return match.end() + share.end(), "%"
    if match["money"]:
        return match.end(), "£"
    at, words = match.end(), list[tuple[str, int]]()
    while len(words) < 3 and (word := re.match(r"\s+([a-z][a-z'-]*)", low[at:])) and word[1] not in _ENDS:
        at += word.end()
        words.append((word[1], at))
    for word_, end in words:
        if word_ in _PEOPLE or (word_.endswith("s") and not word_.endswith(("ss", "us", "is", "'s"))):
            return end, "people" if word_ == "people" else _singular(word_)
    return match.end(), ""


def same_thing(one: Figure, other: Figure) -> bool:
    """Say whether two figures are about the same thing: the same unit and period, and something more in common.

    Different months, a "before" against a "now", a rate and a count, and the two ends of a change are different things.
    """
    units = one.unit == other.unit != "" or _stem(one.unit) in other.about or _stem(other.unit) in one.about
    if not units or one.later is not other.later or ((one.when or other.when) and not one.when & other.when):
        return False
    if one.per != other.per:
        return False
    shared = len(one.about & other.about)
    common = shared + bool(one.when & other.when) + bool(one.per and one.per == other.per)
    if not {one.unit, other.unit} & _GENERIC:
        return common > 0
    return common > 1 or 2 * shared > min(len(one.about), len(other.about))


def apart(one: Figure, other: Figure, least: float) -> bool:
    """Say whether two values differ by more than `least`, a share of the greater; a rounded one is given a tenth."""
    least = max(least, 0.1) if one.hedged or other.hedged else least
    return abs(one.value - other.value) > least * max(abs(one.value), abs(other.value))


def value_of(number: str) -> float:
    """Return a number as said, in digits or words: "1,200" 1200, "5k" 5000, "twenty-two" 22, "a hundred and six" 106."""
    bare = number.replace(",", "")
    if bare[0].isdigit():
        return float(bare.rstrip("km")) * _SCALE.get(bare[-1], 1)
    words, million, _ = bare.partition("million")
    digits = re.match(r"\d+", plainly(words.strip()))
    return float(digits.group() if digits else 1) * (1_000_000 if million else 1)


def contradicted(said: Sequence[str], now: Sequence[Figure], least: float) -> tuple[Figure, Figure] | None:
    """Return the earlier figure and the new one that cannot both hold, or None.

    Only the latest earlier figure about the same thing counts.

    Args:
        said: earlier sentences, oldest first.
        now: the figures of the new line.
        least: share by which two values must differ to be noticed, in [0, 1).
    """
    for figure in now:
        for sentence in reversed(said):
            earlier = figures(sentence)
            same = next((old for old in earlier if same_thing(old, figure)), None)
            if same is None:
                continue
            if apart(same, figure, least) and not any(old.value == figure.value for old in earlier):
                return same, figure
            break
    return None


def replaced(said: Sequence[str], line: str) -> tuple[Figure, Figure] | None:
    """Return the earlier figure that a correction takes back and the one it puts there, or None.

    Args:
        said: earlier sentences, oldest first.
        line: the words of the correction.
    """
    new = [figure for figure in every_figure(line) if not _TAKEN_BACK.search(line[: line.find(figure.text)].lower())]
    earlier = [figure for sentence in reversed(said) for figure in reversed(every_figure(sentence))]
    back = {figure.value for figure in every_figure(line)} - {figure.value for figure in new}
    for figure in new[:1]:
        fitting = [old for old in earlier if old.value != figure.value and old.later is figure.later]
        named = [old for old in fitting if old.value in back]
        same = [old for old in fitting if figure.unit and old.unit == figure.unit]
        if old := next(iter([*named, *same, *([] if figure.unit or back else fitting)]), None):
            return old, figure
    return None


def side_by_side(was: Figure, now: Figure) -> dict[str, str]:
    """Return the slots `was` and `now`: both with their unit, or both without where one has none."""
    named = was.unit and now.unit
    pair = {"was": was.text if named else was.number, "now": now.text if named else now.number}
    return {slot: text[:1].lower() + text[1:] for slot, text in pair.items()}


_TAKEN_BACK = re.compile(r"\b(?:not|(?:said|told you|gave you|had|wrote)(?: it was| about| it's)?|instead of)\s+$")


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|e|s)$", "", word)


def _singular(noun: str) -> str:
    return re.sub(r"ies$", "y", noun) if noun.endswith("ies") else re.sub(r"(?<=[shxz])es$|s$", "", noun)
