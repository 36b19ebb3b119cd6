"""A leader's programme: what is wished for, what it costs, and its steps with their days."""

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from app.domain.base import Value

Cadence = Literal["fits", "monthly", "quarterly", "twice-a-year", "yearly"]
"""How often everybody is met; `fits` is what the leader's hours carry, quarterly at the most."""
Format = Literal["one-to-one", "groups"]
Place = Literal["on-site", "remote", "both"]
Anchor = Literal["begin", "first", "end", "second"]
"""The first day, the first meeting, the last meeting of the first round, and of the second."""

ANCHORS: tuple[Anchor, ...] = ("begin", "first", "end", "second")


class ProgrammeStep(Value):
    """One step of a start: what to do and why, with the cards and sources behind it."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=3, max_length=70)
    what: str = Field(min_length=10)
    why: str = Field(min_length=10)
    sources: tuple[str, ...] = Field(min_length=1)
    cards: tuple[str, ...] = Field(min_length=1)
    letter: str = ""
    """The kind of email that belongs to it, empty for none."""
    anchor: Anchor
    days: int = Field(ge=0, le=90)
    longer_than: int = Field(default=0, ge=0)
    """Only where a round takes more weeks than this."""
    groups: str = ""
    """What to do instead where people are met in groups."""
    few: str = ""
    """What to do instead where so few are met that a theme would name them."""
    remote: str = ""
    """What to do besides where people are met by video."""
    on_site: str = ""


class ProgrammeSteps(Value):
    """The steps in their order: their days never go back."""

    lead_days: int = Field(default=42, ge=1, le=180)
    """Days from the first day to the first meeting."""
    steps: tuple[ProgrammeStep, ...] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        places = [(ANCHORS.index(step.anchor), step.days) for step in self.steps]
        for step, before, here in zip(self.steps[1:], places, places[1:], strict=False):
            if here < before:
                raise ValueError(f"{step.id} stands after a step that comes later")
        if late := [step.id for step in self.steps if step.anchor == "begin" and step.days >= self.lead_days]:
            raise ValueError(f"{', '.join(late)} would come on or after the first meeting")
        return self


class ProgrammeWish(Value):
    """What a leader puts on the form. The planner refuses figures nobody can plan with, with a word about it."""

    people: int = 30
    """Two levels down."""
    managers: int = 0
    """Between the leader and the people; 0 is not said."""
    managers_counted: bool = False
    """Whether `people` has the managers in it."""
    first_day: date
    minutes: int = 30
    """Of one meeting."""
    cadence: Cadence = "fits"
    hours_a_week: float = 2.0
    """What the leader can give, with preparation and notes."""
    place: Place = "on-site"
    format: Format = "one-to-one"
    group: int = 8
    """People in one meeting, where they are met in groups."""


class Load(Value):
    """What one way of meeting people costs the leader. Hours hold preparation and notes."""

    name: str
    people: int
    meetings: int
    """In one round."""
    minutes: int
    around: int
    """Minutes of preparation and notes for one meeting."""
    hours_a_quarter: float
    hours_a_week: float
    share: float
    """Part of a 40-hour week."""
    card: str = ""
    """The card an alternative stands on."""


class PlannedStep(Value):
    """A step on its day. Never a weekend."""

    id: str
    title: str
    day: date
    what: str
    why: str
    cards: tuple[str, ...]
    sources: tuple[str, ...]
    letter: str = ""


class ProgrammePlan(Value):
    """A programme worked out: the load, what fits, and the steps in their order."""

    wish: ProgrammeWish
    headline: str
    """One sentence: what can be promised."""
    sums: tuple[str, ...]
    """The arithmetic in words."""
    assumed: tuple[str, ...]
    load: Load
    """At the rhythm asked for, or at the one that fits."""
    fits: bool
    """Whether the rhythm asked for fits into the hours."""
    rhythm: str
    """The rhythm the days below are for, in words."""
    reached: int
    """People met in the first round."""
    weeks_a_round: int
    first_meeting: date
    last_meeting: date
    alternatives: tuple[Load, ...] = ()
    steps: tuple[PlannedStep, ...]
    facts: dict[str, str] = Field(default_factory=dict)
    """What is known for the letters, by field."""
