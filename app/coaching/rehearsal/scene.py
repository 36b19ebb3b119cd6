"""Who sits across the table and what they know: the fixed part of a rehearsal."""

from dataclasses import dataclass
from functools import cached_property

from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.personas import Fact, Persona, PrivateSide, PublicSide, Scenario, Traits

PLAIN_LEADER = Persona(
    id="plain",
    name="A senior leader",
    archetype="plain, fair, busy",
    public=PublicSide(
        one_line="Fair, busy, plain-spoken.",
        talks="Short and plain.",
        rewards=("examples", "owning your part"),
        dislikes=("generalities", "blame"),
        trap="Talking in general.",
    ),
    private=PrivateSide(worry="", wants_from_meeting="", tell=""),
    traits=Traits(warmth=3, directness=3, patience=3, probing=3, small_talk_minutes=1, tolerates_criticism=3),
)
"""The leader of a meeting whose persona is not in the library."""


@dataclass(frozen=True)
class Scene:
    """One meeting with its persona and, where there is one, its scenario."""

    meeting: Meeting
    persona: Persona
    scenario: Scenario | None = None

    @classmethod
    def of(cls, meeting: Meeting, library: Library) -> "Scene":
        """Return the scene of a meeting; a persona or scenario nobody knows gives a plain leader and no facts."""
        return cls(
            meeting=meeting,
            persona=library.persona_by_id.get(meeting.persona, PLAIN_LEADER),
            scenario=library.scenario_by_id.get(meeting.scenario),
        )

    @property
    def swapped(self) -> bool:
        """True when the user plays the leader and the app an employee."""
        return self.persona.side == "ic"

    @property
    def side(self) -> str:
        """The side the user speaks for, as the risk detector names it."""
        return "leader" if self.swapped else "ic"

    @property
    def facts(self) -> dict[str, tuple[Fact, ...]]:
        """What the person across the table knows, by theme."""
        return self.scenario.facts if self.scenario else {}

    @property
    def stress(self) -> tuple[str, ...]:
        """Stress variants of this scenario."""
        return self.scenario.stress if self.scenario else ()

    @property
    def manager(self) -> str:
        """The user's manager by first name, or "your manager"."""
        return self.meeting.people.boss.first or ("their manager" if self.swapped else "your manager")

    @property
    def leader_first(self) -> str:
        """The first name of the person across the table; empty when none was given."""
        return self.meeting.people.leader.first

    @cached_property
    def patience(self) -> int:
        """Words without a point before this leader loses the thread, 28 to 160."""
        words = 20 + 22 * self.persona.traits.patience - 12 * (self.meeting.difficulty - 3)
        return max(28, min(160, words))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names known in this meeting."""
        return self.meeting.names()
