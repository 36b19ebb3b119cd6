"""Cards to passages. Long sections are split where a reader would pause."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Literal

from app.domain.base import Value
from app.domain.knowledge import Card

if TYPE_CHECKING:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

LONGEST = 700
"""Characters of one passage: about 170 tokens, what the embedder reads well."""


class Passage(Value):
    """A part of a card that can be found. `kind` says which part; an `ask` is the need in people's own words."""

    id: str
    card: str
    kind: Literal["answer", "ask", "do", "say", "watch"]
    text: str


def passages_of(cards: Iterable[Card]) -> list[Passage]:
    """Return the passages of every card, in order, each with an id of its own."""
    return [passage for card in cards for passage in _of_card(card)]


def split_text(text: str, longest: int = LONGEST) -> list[str]:
    """Split a text into parts of at most `longest` characters, at paragraphs, then sentences, then words."""
    return [text] if len(text) <= longest else _splitter(longest).split_text(text)


def _of_card(card: Card) -> list[Passage]:
    parts: list[tuple[Literal["answer", "ask", "do", "say", "watch"], str]] = [
        ("answer", f"{card.title}. {card.direct}"),
        *(("ask", ask) for ask in (*card.asks, card.button)),
        *(("do", part) for part in split_text(f"{card.title}. {' '.join(p.text for p in card.what_to_do)}")),
        ("say", f"{card.title}. {' '.join(card.say_it)}"),
        ("watch", f"{card.title}. {' '.join((*(p.text for p in card.watch_out), *card.opposite_when, card.differs))}"),
    ]
    return [
        Passage(id=f"{card.id}#{number}", card=card.id, kind=kind, text=text)
        for number, (kind, text) in enumerate(parts)
    ]


@cache
def _splitter(longest: int) -> "RecursiveCharacterTextSplitter":
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    return RecursiveCharacterTextSplitter(
        chunk_size=longest, chunk_overlap=0, separators=["\n\n", "\n", ". ", " "], keep_separator="end"
    )
