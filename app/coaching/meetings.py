"""Setting a meeting up: from a scenario, or from a few words."""

import zlib

from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.meeting import Meeting


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


def with_persona(library: Library, persona: str, situation: str = "", *, difficulty: int = 3, seed: int = 0) -> Meeting:
    """Return a meeting of the user's own with one of the personas.

    Raises:
        InputRefused: there is no such persona.
    """
    found = library.persona_by_id.get(persona)
    if found is None:
        known = ", ".join(sorted(library.persona_by_id))
        raise InputRefused(f"There is no persona {persona!r}. There are: {known}.")
    audience = "leader" if found.side == "ic" else "ic"
    return Meeting(audience=audience, persona=persona, situation=situation, difficulty=difficulty, seed=seed)


def seed_of(text: str) -> int:
    """Return a seed that is the same for the same text, on every machine."""
    return zlib.crc32(text.encode())
