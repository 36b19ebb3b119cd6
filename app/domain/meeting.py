"""The user's situation: who meets whom, why, and for how long."""

from typing import Literal

from pydantic import Field

from app.domain.base import Value
from app.domain.described import Described
from app.domain.knowledge import Audience
from app.domain.risk import RiskContext

AskedBy = Literal["ic", "leader", "programme"]
Format = Literal["video", "in_person", "phone", "group"]
StressVariant = Literal[
    "arrives_late",
    "asks_about_manager_early",
    "leaves_ten_minutes_early",
    "offers_project",
    "problem_nobody_talks_about",
    "shares_rumour",
    "silence",
    "surprise_visit",
]


class Person(Value):
    """Somebody in the meeting's world. Every part is optional: names are never required."""

    first: str = ""
    last: str = ""
    role: str = ""
    team: str = ""
    pronoun: Literal["", "she", "he", "they"] = ""

    @property
    def full(self) -> str:
        """First and last name, as far as given."""
        return f"{self.first} {self.last}".strip()


class People(Value):
    """The employee (`user`), their manager, the leader above, and the leader's assistant.

    Which of the two who meet is the one at the keyboard, the meeting says: `Meeting.me`.
    """

    user: Person = Person()
    boss: Person = Person()
    leader: Person = Person()
    assistant: str = ""


class Company(Value):
    """Where it happens; `size` counts people, 0 when unknown."""

    name: str = ""
    size: int = 0
    sector: str = ""


class Meeting(Value):
    """One skip-level meeting. `minutes` is its length; `difficulty` runs from 1 (easy) to 5 (hard)."""

    audience: Audience = "ic"
    people: People = People()
    company: Company = Company()
    minutes: int = Field(default=30, ge=5, le=120)
    asked_by: AskedBy = "ic"
    format: Format = "video"
    goal: str = ""
    """What the user wants from it. Private: the leader never sees it."""
    situation: str = ""
    topics: tuple[str, ...] = ()
    """The user's own nouns, to tailor questions with."""
    known: str = ""
    """What the user already knows and need not ask."""
    persona: str = ""
    described: Described | None = None
    """A leader of the user's own; `persona` is then the one whose voice they borrow."""
    facts: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """What the leader knows, by theme, in the leader's own words; "" for no theme."""
    told: str = ""
    """The lines `facts` were made from, as the user typed them."""
    trials: tuple[StressVariant, ...] = ()
    """What goes otherwise than hoped, chosen by the user; a scenario and the difficulty may add to it."""
    scenario: str = ""
    difficulty: int = Field(default=3, ge=1, le=5)
    seed: int = 0

    @property
    def leads(self) -> bool:
        """True when the user is the leader in it, and an employee sits opposite."""
        return self.audience == "leader"

    @property
    def me(self) -> Person:
        """The one the user is."""
        return self.people.leader if self.leads else self.people.user

    @property
    def opposite(self) -> Person:
        """The one the user meets."""
        return self.people.user if self.leads else self.people.leader

    def between(self, me: Person, opposite: Person) -> "Meeting":
        """Return the meeting with these two in it, each on their side."""
        user, leader = (opposite, me) if self.leads else (me, opposite)
        people = self.people.model_copy(update={"user": user, "leader": leader})
        return self.model_copy(update={"people": people})

    def seen_from(self, *, leads: bool) -> "Meeting":
        """Return the meeting with the user on this side.

        On the other side they meet somebody else, under another manager and in another job: only their own name stays.
        """
        if leads is self.leads:
            return self
        theirs = {"people": People(), "persona": "", "described": None, "facts": {}, "told": "", "scenario": ""}
        turned = self.model_copy(update={"audience": "leader" if leads else "ic"} | theirs)
        return turned.between(self.me.model_copy(update={"role": "", "team": ""}), Person())

    def said_in_it(self) -> RiskContext:
        """Return what is known around words that the user says in it."""
        people, side = self.people, "leader" if self.leads else "ic"
        known = {"names": self.names(), "boss": people.boss.full, "leader": people.leader.full, "side": side}
        return RiskContext.model_validate(known)

    def names(self) -> tuple[str, ...]:
        """Return every name given, longest first, for replacing before a hosted engine is asked."""
        people = self.people
        found = {self.company.name, people.assistant}
        for person in (people.user, people.boss, people.leader):
            found |= {person.full, person.first, person.last}
        if self.described:
            parts = (part for part in self.described.name.split() if part[0].isupper())
            found |= {self.described.name, *parts, *self.described.names}
        return tuple(sorted((name for name in found if name), key=len, reverse=True))
