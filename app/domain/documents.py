"""A person's own documents: what is kept of them, where a quote stands, and how far the reading is."""

from datetime import datetime
from typing import Literal

from pydantic import Field

from app.domain.base import Value

DocumentKind = Literal["md", "txt", "pdf"]


class DocumentText(Value):
    """What was read from a file: its name without the ending, and its words."""

    title: str
    kind: DocumentKind
    text: str


class OwnDocument(Value):
    """One document in a person's own collection. Time is UTC."""

    id: str
    title: str
    kind: DocumentKind
    characters: int = Field(ge=1)
    passages: int = Field(ge=1)
    added: datetime


class OwnPart(Value):
    """One passage of a document: `text[start:end]`, and the heading it stands under."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    heading: str = ""


class NearPart(Value):
    """A passage near a question: which document, and its place among the document's passages from 0."""

    document: str
    place: int = Field(ge=0)
    nearness: float
    """Higher is nearer; comparable within one search only."""


class OwnQuote(Value):
    """Where a quote stands in a document's text, and the passage around it.

    Places and no words: a quote can only be verbatim, and a removed document leaves no word behind in an answer.
    """

    document: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    opens: int = Field(ge=0)
    closes: int = Field(ge=0)


class OwnPassage(Value):
    """A quote with its words, as they are shown. `removed` says that the document is gone, and then there are none."""

    document: str
    title: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""
    removed: bool = False


class Progress(Value):
    """How many passages of a document are read; `document` comes last, when it is kept."""

    done: int = Field(ge=0)
    total: int = Field(ge=1)
    title: str = ""
    document: OwnDocument | None = None
