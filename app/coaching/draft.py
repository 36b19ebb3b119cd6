"""An answer as it grows: paragraphs, bullets, and the numbered marks that open a card and its source."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.knowledge import Card, Point
from app.domain.turn import Citation

LONGEST = 175
"""Words of a planned answer, about a minute's reading."""
COACH = "[coach]"
"""Marks a line that is the coach's own suggestion, with no source behind it."""
_WORD = re.compile(r"[a-z]{4,}")
_YES_OR_NO = re.compile(
    r"(?:^|[.,;!?:-] *|\b(?:and|but|or|so) )(?:is|are|am|do|does|did|can|could|should|may|must|will|would|has|have|isn.t|don.t|"
    r"aren.t|won.t)\b|"
    r"\b(?:should|can|could|may|must|would|will|do|does|am|is|are) (?:i|we|it|they|he|she|you|this|that|people|my|the|there)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^(?:yes|no)[,:] (?!if\b|and\b|but\b|from\b|they\b)", re.IGNORECASE)
_EVERYWHERE = frozenset(
    "about after again also away because been before being both boss could does don't down each even ever every first from "
    "give gets going good have here into just keep know leader level like line long made make manager many meet meeting "
    "more most much must need never only other over people person please question really said same says should skip some "
    "something still such take talk team tell than that their them then there these they thing things think this time told "
    "very want what when where which while will with work would your yours".split()
)


@dataclass
class Draft:
    """Holds the lines so far. `wanted` are the telling words of the person's question."""

    question: str
    lines: list[str] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    given: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the question once."""
        self.wanted = telling(self.question)

    def own(self, words: str) -> None:
        """Add a line of the coach's own."""
        self.lines.append(f"{words.strip()} {COACH}")

    def paragraph(self, card: Card, most: int = 3) -> None:
        """Add the direct answer, the first `most` sentences of it; a sentence without a source of its own stands on the card's first."""
        points = list(card.answer[:most])
        if not _YES_OR_NO.search(self.question):
            points[0] = points[0].model_copy(update={"text": _without_yes(points[0].text)})
        self.lines.append(" ".join(self.marked(p, card, p.sources or card.sources[:1]) for p in points))

    def bullets(self, card: Card, most: int) -> None:
        """Add what to do: the `most` nearest the person's words, in the card's order, as far as there is room."""
        by_fit = sorted(range(len(card.what_to_do)), key=lambda i: (-self.overlap(card.what_to_do[i].text), i))
        for i in sorted(by_fit[:most]):
            point = card.what_to_do[i]
            if self.fits(point.text, spare=20):
                self.lines.append("- " + self.marked(point, card, point.sources))

    def exception(self, card: Card, least: int) -> bool:
        """Add the case in which it is different that shares the most words, if it shares `least`; say whether it did."""
        told = "\n".join(self.lines)
        cases = [case.strip() for case in card.opposite_when if case.strip() not in told]
        best = max(cases, key=lambda case: self.overlap(case), default="")
        if not best or self.overlap(best) < least or not self.fits(best):
            return False
        self.lines.append(f"When it's different: {lowered(best)} [{self.mark(card, card.sources[0], best)}]")
        return True

    def words_to_say(self, card: Card) -> None:
        """Add the words to say that fit the question best."""
        said = max(card.say_it, key=lambda line: self.overlap(line), default="")
        if said and self.fits(said):
            quoted = said if said[:1] in '"“' else f'"{said}"'
            self.lines.append(f"You could say: {quoted} {COACH}")

    def warning(self, card: Card, least: int = 0) -> None:
        """Add the warning nearest the person's words, if it shares `least` of them."""
        point = max(card.watch_out, key=lambda p: self.overlap(p.text), default=None)
        if point is not None and self.overlap(point.text) >= least and self.fits(point.text):
            self.lines.append("Watch out: " + self.marked(point, card, point.sources))

    def difference(self, card: Card) -> None:
        """Add where sources differ."""
        if card.differs and self.fits(card.differs):
            text = card.differs.strip()
            self.lines.append(f"Advice differs: {text} [{self.mark(card, card.sources[0], text)}]")

    def neighbour(self, card: Card) -> None:
        """Add one sentence of another card that may be what was meant."""
        point = card.answer[0].model_copy(update={"text": _without_yes(card.answer[0].text)})
        if self.fits(f"{card.title} {point.text}", spare=8):
            self.lines.append(
                f"If you meant *{lowered(card.title)}*: {self.marked(point, card, point.sources or card.sources[:1])}"
            )

    def text(self) -> str:
        """The answer as Markdown: paragraphs apart, bullets together."""
        out = ""
        for before, line in zip(["", *self.lines], self.lines, strict=False):
            both = before.startswith("- ") and line.startswith("- ")
            out += ("" if not before else "\n" if both else "\n\n") + line
        return out

    def passages(self) -> str:
        """The guidance behind each number, for an engine."""
        return "\n".join(self.given)

    def fits(self, text: str, spare: int = 0) -> bool:
        """Say whether a line of this text still fits, with `spare` words left over."""
        return len(self.text().split()) + len(text.split()) + 6 + spare <= LONGEST

    def overlap(self, text: str) -> int:
        """Return how many of the person's telling words a text has."""
        return len(self.wanted & telling(text))

    def marked(self, point: Point, card: Card, sources: Sequence[str]) -> str:
        """Return a point's text with its marks."""
        marks = "".join(f"[{self.mark(card, source, point.text)}]" for source in sources[:2])
        return f"{point.text} {marks or COACH}"

    def mark(self, card: Card, source: str, said: str) -> int:
        """Return the number of a card and source, a new one if need be, and note what was said under it."""
        number = next((c.number for c in self.citations if (c.card, c.source) == (card.id, source)), 0)
        if not number:
            number = len(self.citations) + 1
            self.citations.append(Citation(number=number, card=card.id, source=source))
        self.given.append(f"[{number}] {said}")
        return number


def _without_yes(text: str) -> str:
    """A yes or no that answers nothing that was asked is left out."""
    rest = _YES.sub("", text)
    return rest[:1].upper() + rest[1:]


def telling(text: str) -> set[str]:
    """Return the beginnings of a text's telling words: five letters stand for a word in all its forms."""
    return {word[:5] for word in _WORD.findall(text.lower()) if word not in _EVERYWHERE}


def lowered(text: str) -> str:
    """Return the text with a small first letter, unless its first word is I or an abbreviation."""
    first = text.split(maxsplit=1)[0] if text.split() else ""
    return (
        text
        if first.rstrip("'.,") in {"I", "HR"} or first.startswith("I'") or first[1:2].isupper()
        else text[:1].lower() + text[1:]
    )
