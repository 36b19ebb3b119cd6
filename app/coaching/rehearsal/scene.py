"""Who sits across the table and what they know: the fixed part of a rehearsal."""

from dataclasses import dataclass
from functools import cached_property

from app.coaching.rehearsal.own_leader import cares_by_theme, facts_of, persona_of, trials_of
from app.domain.library import Library
from app.domain.meeting import Meeting, StressVariant
from app.domain.personas import Fact, Persona, Scenario


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
            persona=persona_of(meeting, library),
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

    @cached_property
    def facts(self) -> dict[str, tuple[Fact, ...]]:
        """What the person across the table knows, by theme: what the user told first, then the scenario's own."""
        told = {
            theme: tuple(Fact(say=line, told=True) for line in lines) for theme, lines in self.meeting.facts.items()
        }
        card = facts_of(self.meeting.described) if self.meeting.described else {}
        given = self.scenario.facts if self.scenario and not self.meeting.described else {}
        themes = dict.fromkeys([*told, *card, *given])
        return {theme: (*told.get(theme, ()), *card.get(theme, ()), *given.get(theme, ())) for theme in themes}

    @property
    def stress(self) -> tuple[StressVariant, ...]:
        """Stress variants that the scenario may bring."""
        return self.scenario.stress if self.scenario else ()

    @property
    def chosen(self) -> tuple[StressVariant, ...]:
        """Stress variants that come whatever the difficulty: those the user chose, and a described leader's habits."""
        habits = trials_of(self.meeting.described) if self.meeting.described else ()
        return tuple(dict.fromkeys((*self.meeting.trials, *habits)))

    @cached_property
    def cares(self) -> frozenset[str]:
        """Themes a described leader cares about."""
        return cares_by_theme(self.meeting.described) if self.meeting.described else frozenset()

    @property
    def manager(self) -> str:
        """The user's manager by first name, or "your manager"."""
        return self.meeting.people.boss.first or ("their manager" if self.swapped else "your manager")

    @property
    def opposite_first(self) -> str:
        """The first name of the person across the table; empty when none was given."""
        return self.meeting.opposite.first

    @cached_property
    def patience(self) -> int:
        """Words without a point before this leader loses the thread, 28 to 160."""
        words = 20 + 22 * self.persona.traits.patience - 12 * (self.meeting.difficulty - 3)
        return max(28, min(160, words))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names known in this meeting."""
        return self.meeting.names()
