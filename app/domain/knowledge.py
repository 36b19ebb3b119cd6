"""Guidance and its sources: what the coach knows, as data."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from app.domain.base import Value

Audience = Literal["ic", "leader", "manager"]
"""Whom a piece of guidance is for: the employee, the boss's boss, or the manager between them."""


class Evidence(StrEnum):
    """How well a card is grounded."""

    STUDY = "study"
    PRACTICE = "practice"
    OPINION = "opinion"
    DOUBTFUL = "doubtful"


class Source(Value):
    """Something we read. `read` says how: in full, as an excerpt, or only through another source."""

    id: str
    title: str
    author: str
    year: str
    link: str
    licence: str
    read: Literal["full", "excerpt", "second-hand"]


class Theme(Value):
    """A subject. `asked` marks the twenty that a person can ask a leader about."""

    id: str
    name: str
    asked: bool = False


class Point(Value):
    """One line of a card. Without sources it is the coach's own suggestion and is shown as such."""

    text: str
    sources: tuple[str, ...] = ()


class Card(Value):
    """One piece of guidance: the questions it answers, the direct answer, and how to act on it."""

    id: str
    title: str
    audience: tuple[Audience, ...] = Field(min_length=1)
    themes: tuple[str, ...] = Field(min_length=1)
    asks: tuple[str, ...] = Field(min_length=5)
    button: str = Field(max_length=60)
    answer: tuple[Point, ...] = Field(min_length=1, max_length=3)
    """The direct answer, a sentence each; the first answers the question at once."""
    evidence: Evidence
    sources: tuple[str, ...] = Field(min_length=1)
    opposite_when: tuple[str, ...] = ()
    differs: str = ""
    related: tuple[str, ...] = ()
    what_to_do: tuple[Point, ...] = Field(min_length=1)
    say_it: tuple[str, ...] = ()
    watch_out: tuple[Point, ...] = ()

    @property
    def direct(self) -> str:
        """The direct answer as one text, without marks."""
        return " ".join(point.text for point in self.answer)


class Direction(StrEnum):
    """Who asks: the employee asks the leader (`up`), or the leader asks the employee (`down`)."""

    UP = "up"
    DOWN = "down"


class Question(Value):
    """One question of the bank. `bold` runs from 1 (safe with any leader) to 3 (needs some trust)."""

    id: str
    text: str
    theme: str
    direction: Direction = Direction.UP
    stage: Literal["open", "explore", "close"] = "explore"
    audience: Literal["ic", "leader"] = "ic"
    only_this_leader: bool = False
    bold: int = Field(default=1, ge=1, le=3)
    goals: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    template: str = ""
    """The same question with a {topic} slot for the user's own noun, if one fits."""
    why: str = ""
    follow_up: str = ""
    asked_like: tuple[str, ...] = ()
    """Other ways people word it; used to recognise the question when it is asked."""


class RubricLine(Value):
    """One line of the debrief rubric, anchored at 0, 2 and 4."""

    id: str
    name: str
    anchors: dict[int, str]


class Correction(Value):
    """A belief that leads people wrong, what sets it right, and the card that says more."""

    id: str
    when: tuple[tuple[str, ...], ...] = Field(min_length=1)
    """Patterns; each is a list of regular expressions that must all occur. One pattern is enough."""
    never: str = ""
    """A regular expression that lets the question pass: it asks and does not assume."""
    says: str
    """The coach's own words, one sentence or more, shown first."""
    card: str
