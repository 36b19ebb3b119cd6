"""Setting a meeting up: from a scenario, or from a few words."""

import re
import zlib
from collections.abc import Mapping

from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.meeting import Meeting, People, Person

_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|sister|father|captain)\b\.?", re.I)
"""How somebody is addressed who is not called by a first name."""


def from_scenario(library: Library, scenario: str, *, difficulty: int = 0, seed: int = 0) -> Meeting:
    """Return the meeting a scenario sets up; `difficulty` 0 keeps the scenario's own.

    Raises:
        InputRefused: there is no such scenario.
    """
    found = library.scenario_by_id.get(scenario)
    if found is None:
        known = ", ".join(sorted(library.scenario_by_id))
        raise InputRefused(f"There is no scenario {scenario!r}. There are: {known}.")
    return Meeting(
        audience=found.audience,
        people=found.people,
        company=found.company,
        minutes=found.meeting.minutes,
        asked_by=found.meeting.asked_by,
        format=found.meeting.format,
        goal=found.meeting.goal,
        situation=found.summary,
        persona=found.persona,
        scenario=found.id,
        difficulty=difficulty or found.difficulty,
        seed=seed,
    )


def with_persona(
    library: Library,
    persona: str,
    situation: str = "",
    *,
    known: Mapping[str, str] | None = None,
    difficulty: int = 3,
    seed: int = 0,
) -> Meeting:
    """Return a meeting of the user's own with one of the personas.

    Args:
        library: the content.
        persona: who sits across the table.
        situation: the meeting in the user's words.
        known: what those words say, by the names letters use: me, role, boss, leader, leader_title, minutes, invited.
        difficulty: 1 (easy) to 5 (hard).
        seed: what chance is drawn from.

    Raises:
        InputRefused: there is no such persona.
    """
    found = library.persona_by_id.get(persona)
    if found is None:
        there = ", ".join(sorted(library.persona_by_id))
        raise InputRefused(f"There is no persona {persona!r}. There are: {there}.")
    audience = "leader" if found.side == "ic" else "ic"
    told = next((s for s in library.scenarios if s.persona == persona and s.audience == "leader"), None)
    if told is not None:  # an employee with no story of their own has nothing to say
        return from_scenario(library, told.id, difficulty=difficulty, seed=seed).model_copy(
            update={"situation": situation}
        )
    known = known or {}
    minutes = int(known["minutes"]) if known.get("minutes", "").isdigit() else 30
    return Meeting(
        audience=audience,
        people=People(
            user=_person(known.get("me", ""), known.get("role", "")),
            boss=_person(known.get("boss", "")),
            leader=_person(known.get("leader", ""), known.get("leader_title", "")),
        ),
        minutes=min(120, max(5, minutes)),
        asked_by="leader" if known.get("invited") == "yes" else "ic",
        persona=persona,
        situation=situation,
        difficulty=difficulty,
        seed=seed,
    )


def _person(name: str, role: str = "") -> Person:
    titled = _TITLE.match(name) is not None
    first, _, last = (name, "", "") if titled else name.partition(" ")
    return Person(first=first, last=last, role="" if re.match(r"(?:I|we)\b", role, re.I) else role)


def seed_of(text: str) -> int:
    """Return a seed that is the same for the same text, on every machine."""
    return zlib.crc32(text.encode())
