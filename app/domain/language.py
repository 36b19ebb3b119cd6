"""What a reading of English yields: sentences, noun phrases, names, words."""

from app.domain.base import Value


class Span(Value):
    """A part of a text, as character offsets: `text[start:end]`."""

    text: str
    start: int
    end: int


class NounPhrase(Span):
    """A base noun phrase with at most one of/for/on/in phrase; `head` is its main noun, `determiner` may be empty."""

    head: str
    determiner: str = ""
    role: str = ""
    """The dependency label of the head (subject: nsubj, object: dobj, …)."""


class Entity(Span):
    """A named thing; `label` is PERSON, ORG, PRODUCT, GPE, DATE, TIME, MONEY or CARDINAL."""

    label: str


class Word(Span):
    """One token with its dictionary form, part of speech (universal tags), dependency label and head's index."""

    lemma: str
    pos: str
    dep: str = ""
    head: int = 0


class Parsed(Value):
    """A text that has been read."""

    text: str
    sentences: tuple[Span, ...] = ()
    phrases: tuple[NounPhrase, ...] = ()
    entities: tuple[Entity, ...] = ()
    words: tuple[Word, ...] = ()


class Mark(Span):
    """A stretch of a brief and what it is: a field of a letter, or what the letter must know or leave out."""

    tag: str
    sure: float = 1.0
    """How sure the reader is, in [0, 1]."""
