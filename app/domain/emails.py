"""Emails around the meeting: their kinds, what one is made from, and the draft."""

from typing import Literal

from pydantic import Field

from app.domain.base import Value
from app.domain.knowledge import Audience

Tone = Literal["warm", "plain", "formal"]
Length = Literal["short", "standard"]
Addressee = Literal["leader", "boss", "person", "all"]
"""Who reads it: the boss's boss, the manager, one employee, or many people."""


class EmailField(Value):
    """One fact an email may need. `ask` is how the coach asks for it when it is missing."""

    id: str
    label: str
    ask: str
    required: bool = False
    hint: str = ""


class EmailPart(Value):
    """A sentence or two of an email. It is used when all slots in `needs` are known and none in `unless`.

    Parts with the same `id` are alternatives: the first that fits is used.
    """

    id: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    lengths: tuple[Length, ...] = ("short", "standard")
    paragraph: int = 1
    """Parts with the same number stand in one paragraph."""
    drop: int = Field(default=0, ge=0, le=9)
    """When a word limit presses, the highest goes first; 0 stays to the last."""
    assumes: str = ""
    """A default this part uses, for the user to confirm."""
    say: dict[str, str]
    """Wording by tone; `plain` is always there. `brief` is for a tight word limit. Other languages as `plain.fr`."""


class EmailMust(Value):
    """Something a letter of this kind has to hold, and how to see it in any letter, ours or pasted."""

    id: str
    label: str
    cure: str
    """What to change when it is not there."""
    patterns: tuple[str, ...] = ()
    """Regular expressions, case ignored; one match in the body is enough."""
    slots: tuple[str, ...] = ()
    """Or: one of these facts stands in the body."""
    when: tuple[str, ...] = ()
    """Checked only when these slots are known; a letter cannot hold what nobody said."""
    unless: tuple[str, ...] = ()


class EmailKind(Value):
    """One kind of email with its skeletons; parts whose facts are missing fall away, never stay as placeholders."""

    id: str
    name: str
    audience: Audience
    to: Addressee = "leader"
    when: str
    subject: tuple[str, ...] = Field(min_length=1)
    """In order of preference; the first whose slots are known and that has at most eight words is used."""
    subject_in: dict[str, str] = Field(default_factory=dict)
    """The subject in other languages, by code."""
    fields: tuple[EmailField, ...] = Field(min_length=1)
    parts: tuple[EmailPart, ...] = Field(min_length=2)
    must: tuple[EmailMust, ...]
    must_not: tuple[str, ...]
    closing: dict[str, str] = Field(default_factory=dict)
    """The line above the name, by tone, where the kind has its own."""
    min_words: int
    max_words: int
    asked_like: tuple[str, ...] = ()
    """Ways people ask for it in chat."""
    sources: tuple[str, ...] = ()


class EmailBrief(Value):
    """What the user said an email should hold. Values are the user's own words; nothing is added."""

    kind: str
    facts: dict[str, str] = Field(default_factory=dict)
    """By field id. Several items of one fact are separated by " | "."""
    tone: Tone = "plain"
    length: Length = "standard"
    language: str = "en"
    max_words: int = Field(default=0, ge=0)
    """A limit the user asked for, in words of the body; 0 means the kind's own."""
    refused: tuple[str, ...] = ()
    """Things the brief asked for that the draft will not do, each with the reason."""
    unplaced: tuple[str, ...] = ()
    """Sentences of a brief in free text that speak of something no fact holds."""
    serious: tuple[str, ...] = ()
    """Serious matters found, as lines on where to take them; such a brief gets no letter."""
    matters: tuple[str, ...] = ()
    """Ids of these matters, each once."""
    mild: tuple[str, ...] = ()
    """Serious matters that its words may hide, as lines on where to take them if it is so."""
    reading: str = ""
    """What part a model had in reading it, in a sentence; empty where none was asked."""


class EmailCheck(Value):
    """One check on a draft. `cure` says what to change; empty when met."""

    id: str
    label: str
    met: bool
    cure: str = ""


class EmailDraft(Value):
    """A letter ready to send, or as far as it could be written from what is known."""

    kind: str
    subject: str
    body: str
    missing: tuple[str, ...] = ()
    """Questions to ask the user for facts the letter needs."""
    warnings: tuple[str, ...] = ()
    checks: tuple[EmailCheck, ...] = ()
    unused: tuple[str, ...] = ()
    """What the user wrote that the letter does not say, for them to put where it belongs."""
    assumed: tuple[str, ...] = ()
    """Defaults used that the user should confirm."""
    matters: tuple[str, ...] = ()
    """Ids of the serious matters that it, or what it was to be written from, tells of for certain."""

    @property
    def words(self) -> int:
        """Number of words in the body."""
        return len(self.body.split())
