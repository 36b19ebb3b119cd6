"""A leader the user described, as a persona: the moves are borrowed, what they ask and care about is theirs."""

import re
from collections.abc import Mapping

from app.coaching.rehearsal.themes import CUES
from app.domain.described import Described, Trait
from app.domain.library import Library
from app.domain.meeting import Meeting, StressVariant
from app.domain.personas import Fact, Persona, PrivateSide, PublicSide, Traits

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
WORDS: Mapping[Trait, str] = {
    "warm": "warm",
    "cool": "cool",
    "direct": "direct",
    "guarded": "guarded",
    "impatient": "impatient",
    "patient": "patient",
    "numbers": "wants numbers",
    "sceptical": "sceptical",
    "quiet": "quiet",
    "visionary": "thinks big",
    "courteous": "courteous",
    "people": "minds people",
    "scattered": "scattered",
    "new": "new to the role",
    "argues": "argues",
}
"""How a trait reads on the card."""
_MEASURES: Mapping[Trait, Mapping[str, int]] = {
    "warm": {"warmth": 4},
    "cool": {"warmth": 1, "small_talk_minutes": 0},
    "direct": {"directness": 5},
    "guarded": {"directness": 1},
    "impatient": {"patience": 1},
    "patient": {"patience": 5},
    "numbers": {"probing": 5},
    "sceptical": {"probing": 5},
    "quiet": {"small_talk_minutes": 0},
    "argues": {"probing": 5, "directness": 5},
}
_ABOUT = (
    "I keep coming back to {it}. What have you seen of that lately?",
    "{it}: how does that look from your desk?",
    "What would you tell me about {it} that no report does?",
)
"""How a leader asks about a thing they care about; {it} fits one thing or several."""
_HABITS: tuple[tuple[str, Mapping[str, int], StressVariant | None], ...] = (
    (r"interrupt|cuts? (?:people|you|me|us) off|phone|watch|laptop|email", {"patience": 1}, None),
    (r"asks? (?:me |us |you )?(?:for|about|why)|\bwhy\b|data|numbers|figures|evidence|details?", {"probing": 5}, None),
    (r"\blate\b", {}, "arrives_late"),
    (r"leaves? early|cuts? (?:it|meetings?) short|runs? off|ends? early", {}, "leaves_ten_minutes_early"),
    (r"silen|quiet|pauses?|says nothing|waits", {}, "silence"),
    (
        r"(?:about|after) (?:my|our|your) (?:manager|boss)|how (?:my|our) (?:manager|boss)",
        {},
        "asks_about_manager_early",
    ),
    (r"rumou?rs?|gossip|what people (?:say|are saying|think)", {}, "shares_rumour"),
    (r"projects?|tasks?|hands? out (?:work|jobs)|volunteers? (?:people|you|us)", {}, "offers_project"),
    (r"unannounced|drops? in|walks the floor|turns up|out of the blue", {}, "surprise_visit"),
)
"""Known habits: what they do to the traits, and which turn of a meeting they bring."""


def nearest(card: Described, library: Library) -> str:
    """Return the id of the persona who seems most like the card; empty where the library has no leaders.

    The first words count most; of equals the one whose measures are nearest is taken.
    """
    leaders = [p for p in library.personas if p.side == "leader"]
    weight = {trait: 1.0 - 0.08 * place for place, trait in enumerate(card.seems)}

    def likeness(persona: Persona) -> tuple[float, int]:
        shared = sum(weight.get(trait, 0.0) * (1.3 if place == 0 else 1.0) for place, trait in enumerate(persona.seems))
        wanted, has = _traits(card, PLAIN_LEADER.traits), persona.traits
        apart = sum(abs(getattr(wanted, name) - getattr(has, name)) for name in Traits.model_fields)
        return round(shared, 3), -apart

    return max(leaders, key=likeness).id if leaders else ""


def persona_of(meeting: Meeting, library: Library) -> Persona:
    """Return who sits across the table; a persona nobody knows gives a plain leader."""
    base = library.persona_by_id.get(meeting.persona, PLAIN_LEADER)
    if meeting.described is None or base.side == "ic":
        return base
    card = meeting.described
    lines = dict(base.lines)
    if card.questions:
        lines["ask.favourite"] = card.questions
    if card.cares:
        lines["ask.cares"] = tuple(
            frame.replace("{it}", thing)
            for frame, thing in zip(_ABOUT * 2, (listed((c,)) for c in card.cares), strict=False)
        )
    return base.model_copy(
        update={
            "name": card.title,
            "archetype": ", ".join(WORDS[trait] for trait in card.seems) or base.archetype,
            "public": base.public.model_copy(update=_public(card)),
            "private": PrivateSide(worry="", wants_from_meeting="", tell=""),
            "traits": _traits(card, base.traits),
            "lines": lines,
        }
    )


def _public(card: Described) -> dict[str, object]:
    """Return the public side in the card's words; what the card does not say stays as it was."""
    seems = ", ".join(WORDS[trait] for trait in card.seems)
    parts = [seems[:1].upper() + seems[1:]] if seems else []
    parts += [f"Cares about {listed(card.cares)}"] if card.cares else []
    parts += [habit[:1].upper() + habit[1:] for habit in card.habits[:2]]
    said: dict[str, object] = {"one_line": ". ".join(parts) + "."} if parts else {}
    if len(card.dislikes) >= 2:
        said["dislikes"] = card.dislikes
    return said


def _traits(card: Described, base: Traits) -> Traits:
    measures: dict[str, int] = {}
    for trait in reversed(card.seems):
        measures |= _MEASURES.get(trait, {})
    for habit in card.habits:
        for pattern, change, _ in _HABITS:
            if re.search(pattern, habit, re.I):
                measures |= change
    return base.model_copy(update=measures)


def trials_of(card: Described) -> tuple[StressVariant, ...]:
    """Return the turns of a meeting that this leader's habits bring; never two that take time."""
    found = [
        trial for habit in card.habits for pattern, _, trial in _HABITS if trial and re.search(pattern, habit, re.I)
    ]
    return tuple(dict.fromkeys(found))


def cares_by_theme(card: Described) -> frozenset[str]:
    """Return the themes that what they care about falls under."""
    text = " ".join(card.cares)
    return frozenset(theme for theme, cue in CUES.items() if cue.search(text))


def facts_of(card: Described) -> dict[str, tuple[Fact, ...]]:
    """Return what the card lets the leader say of themselves: what they care about, and nothing else."""
    if not card.cares:
        return {}
    say = f"Most of my attention goes on {listed(card.cares)}."
    return {"leader_priorities": (Fact(say=say, then="What do you see of that from where you sit?"),)}


def listed(things: tuple[str, ...]) -> str:
    """Return "a, b and c", said by the leader: "her team" becomes "my team"."""
    said = [re.sub(r"\b(?:her|his|their)\b", "my", thing) for thing in things]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
