"""Who sits across the table and what they know: the fixed part of a rehearsal."""

import re
from dataclasses import dataclass
from functools import cached_property

from app.coaching.rehearsal.own_leader import cares_by_theme, facts_of, persona_of, trials_of
from app.domain.library import Library
from app.domain.meeting import AskedBy, Meeting, StressVariant
from app.domain.personas import Fact, Persona, Scenario

_CALLED = (
    r"(?:has |had |have )?(?:just )?(?:asked (?:for (?:it|this|me|the (?:time|meeting|talk))|(?:me )?to (?:see|meet|talk|come)|to have)"
    r"|invited (?:me|us)|sent for me|called (?:me in|it|this|the meeting)|wants? to (?:see|meet|talk to) me|summoned me"
    r"|(?:set|put) (?:it|this) (?:up|in (?:my|the) (?:diary|calendar)))\b"
)
_SENT_FOR = r"\bi(?:'ve been|'m| was| am| have been| got)(?: \w+)? (?:asked to (?:see|meet|come)|invited|called in|sent for|summoned)\b"
_WROTE = re.compile(
    r"\b(?:i|you)(?:'ve| have| had)? (?:already )?(?:wrote|written|e-?mailed|messaged|sent (?:a|an|her|him|them|my|you)\b)"
    r"|\b(?:my|your) (?:note|e-?mail|message|letter)\b",
    re.I,
)


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

    @cached_property
    def asked_by(self) -> AskedBy:
        """Who asked for the meeting: as it was set up, or as the user's own words say."""
        meeting = self.meeting
        names = [re.escape(name) for name in (meeting.people.leader.full, meeting.people.leader.first) if name]
        they = rf"(?:he|she|they|the [a-z]+(?: [a-z]+)?|my boss's boss{''.join(f'|{name}' for name in names)})"
        called = re.search(rf"\b{they} {_CALLED}|{_SENT_FOR}", meeting.situation.replace("’", "'"), re.I)
        return "leader" if called and meeting.asked_by == "ic" and not meeting.scenario else meeting.asked_by

    @cached_property
    def wrote(self) -> bool:
        """True when the user is known to have written for the meeting."""
        return _WROTE.search(f"{self.meeting.situation} {self.meeting.goal}") is not None

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
