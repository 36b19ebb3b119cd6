"""A model's reading of a brief: what it quotes counts where the brief has the words, and stands beside the reader's marks."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.coaching.emails.typed import is_name
from app.coaching.emails.who import PEOPLE
from app.domain.base import Value
from app.domain.language import Mark
from app.domain.ports import BriefReader

SAYS_SO = frozenset(
    "knows_suggested knows_agreed knows_yes knows_no knows_unsure invited booked written from_leader".split()
)
"""Tags of words that tell something and are not repeated in a letter: they may stand around others."""
SURE = 0.8
"""How sure a quotation counts as, among marks."""
KEPT = frozenset({"out", "unwise"})
"""Tags of which a model may add to the reader's, and take away none."""
_SAYS = {
    "knows_suggested": r"\b(?:suggest|encourag|recommend|advi[sc]ed|propos|push|idea|(?:told|asked) me to|said (?:i|to)\b)",
    "knows_agreed": r"\b(?:agree|fine|ok\b|okay|happy|glad|support|approv|bless|green light|go[- ]ahead|said yes|on board|not mind"
    r"|cool|good with|no (?:objection|problem|issue))|n['’]?t mind",
    "knows_yes": r"\b(?:knows?|knew|aware|told|inform|notified|heard|mention|said|cc\b|copied|in the loop)",
    "knows_no": r"n['’]?t\b|\b(?:not|no|never|without|before i|unaware)\b",
}
"""What must stand in words that are to say so of a manager: a model alone has nobody know or agree."""
_AROUND = ' \t\n.,;:!?"“”()[]-–—*•|'


class Quote(Value):
    """What a model copied out of a brief, and as what."""

    tag: str
    words: str


class ReadTwice:
    """Implements `BriefReader` for one brief that a model has read besides."""

    def __init__(self, reader: BriefReader, quotes: Iterable[Quote]) -> None:
        """`quotes` may be anything a model said; `marks` keeps what the text bears out."""
        self._reader = reader
        self._quotes = tuple(quotes)

    def marks(self, kind: str, text: str) -> tuple[Mark, ...]:
        """Return the reader's marks, and those quotations that add to them, in the text's order."""
        return beside(self._reader.marks(kind, text), list(located(self._quotes, text)))


def located(quotes: Iterable[Quote], text: str) -> Iterator[Mark]:
    """Yield each quotation where the text has its words, the longest first; no two of what is repeated in one place."""
    taken: list[Mark] = []
    for quote in sorted(dict.fromkeys(quotes), key=lambda each: -len(each.words)):
        words = quote.words.strip(_AROUND).split()
        if not words or (quote.tag in PEOPLE and not is_name(" ".join(words))):
            continue
        if quote.tag in _SAYS and not re.search(_SAYS[quote.tag], quote.words, re.I):
            continue
        # A model writes quotation marks its own way, and a name typed small with its capital.
        pattern = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words)
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.I):
            mark = Mark(tag=quote.tag, text=match.group(), start=match.start(), end=match.end(), sure=SURE)
            if not any(_in_the_way(mark, other) for other in taken):
                taken.append(mark)
                yield mark
                break


def beside(own: Sequence[Mark], quoted: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the reader's marks with the quotations in place of those of the same tag, or in the same place.

    What a manager knows is the reader's to say where it says anything: a quotation only fills that where it is empty. What
    the reader takes for unwise, or for to be left out, stays.
    """
    knows = any(mark.tag.startswith("knows_") for mark in own)
    new = [mark for mark in quoted if not (knows and mark.tag.startswith("knows_"))]
    said = {mark.tag for mark in new} - KEPT
    kept = [
        mark
        for mark in own
        if mark.tag in KEPT or (mark.tag not in said and not any(_in_the_way(mark, other) for other in new))
    ]
    return tuple(sorted((*kept, *new), key=lambda each: (each.start, each.end)))


def _in_the_way(one: Mark, other: Mark) -> bool:
    around = {*SAYS_SO, *PEOPLE}
    apart = one.tag != other.tag and (one.tag in around or other.tag in around)
    return not apart and one.start < other.end and other.start < one.end
