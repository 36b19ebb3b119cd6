"""Leaders to rehearse with, the situations they come in, and what they can say."""

from typing import Literal

from pydantic import Field

from app.domain.base import Value
from app.domain.described import Trait
from app.domain.knowledge import Audience
from app.domain.meeting import AskedBy, Company, Format, People, StressVariant


class PublicSide(Value):
    """What an employee could know about this leader."""

    one_line: str
    talks: str
    rewards: tuple[str, ...] = Field(min_length=2)
    dislikes: tuple[str, ...] = Field(min_length=2)
    trap: str


class PrivateSide(Value):
    """What only the director knows. A line reveals it, or it stays unsaid."""

    worry: str
    wants_from_meeting: str
    tell: str


class Traits(Value):
    """How this leader behaves, each 1 (little) to 5 (much); `small_talk_minutes` counts minutes."""

    warmth: int = Field(ge=1, le=5)
    directness: int = Field(ge=1, le=5)
    patience: int = Field(ge=1, le=5)
    probing: int = Field(ge=1, le=5)
    small_talk_minutes: int = Field(ge=0, le=10)
    tolerates_criticism: int = Field(ge=1, le=5)


class Persona(Value):
    """One leader. `lines` holds the moves in this leader's own wording, by move id."""

    id: str
    name: str
    archetype: str
    side: Literal["leader", "ic"] = "leader"
    """`ic` personas are met when the sides are swapped and the user plays the leader."""
    public: PublicSide
    private: PrivateSide
    traits: Traits
    seems: tuple[Trait, ...] = ()
    """The words somebody would describe this leader with; the nearest lends a described leader their voice."""
    lines: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Fact(Value):
    """Something the leader knows and may say: whole sentences, with a next question of its own."""

    say: str
    then: str = ""
    told: bool = False
    """Told by the user for this meeting: what they gave is meant to be asked about."""
    trust: int = Field(default=0, ge=0, le=5)
    """Only with sides swapped: the trust the IC needs before saying it."""


class ScenarioMeeting(Value):
    """The meeting a scenario sets up; `goal` is the user's, and private."""

    minutes: int = Field(ge=5, le=120)
    asked_by: AskedBy
    format: Format
    goal: str


class Scenario(Value):
    """A ready-made meeting with a leader and what that leader knows, by theme."""

    id: str
    title: str
    audience: Audience = "ic"
    summary: str
    meeting: ScenarioMeeting
    people: People
    company: Company
    persona: str
    difficulty: int = Field(default=3, ge=1, le=5)
    facts: dict[str, tuple[Fact, ...]]
    stress: tuple[StressVariant, ...] = ()
    starters: tuple[str, ...] = ()
    """Three first lines a user could say, from safe to bold."""
    good_run: tuple[str, ...] = ()
    """User lines of a good meeting, in order, for watching an example."""
