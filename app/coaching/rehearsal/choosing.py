"""Which moves fit a turn, and how strongly: the conditions of the catalogue, the persona, and the difficulty."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import Move, Reading, RehearsalState

PROBES = ("probe.", "test.proposal", "thread.return", "vague.choice")
YIELDS = ("acknowledge.", "accept.", "mirror.", "notice.", "reassure.", "value.", "link.fact", "answer.deeper")
SAME_QUESTION = (
    frozenset({"ask.manager", "bait.manager", "stress.manager_early"}),
    frozenset({"ask.unsaid", "stress.nobody_says"}),
)
"""Moves that ask the same thing: one of each is enough for a meeting."""
KEPT = frozenset({"acknowledge.repair", "ease.nerves", "receive.personal"})
"""Kindness that no difficulty takes away."""
STAYING = ("follow.", "probe.", "test.", "redirect.")
AT_ONCE = ("interrupt.", "ic.alarm", "ic.retreat")
"""Moves that come again as soon as their cue does."""
QUESTIONS = (*STAYING, "ask.", "invite.", "thread.", "bait.", "press.", "stress.", "steer.")
OPENED = frozenset({"asks", "proposes", "commits", "includes_manager", "gives_example", "owns"})
"""Acts that a trial of this meeting does not cut across: it waits for another turn."""


@dataclass(frozen=True)
class Situation:
    """One turn as the director sees it. `present` names what the needs of a move may ask for."""

    scene: Scene
    state: RehearsalState
    reading: Reading
    present: frozenset[str]
    themes: tuple[str, ...] = ()
    rng: Random = field(default_factory=Random)

    @property
    def difficulty(self) -> int:
        """1 (easy) to 5 (hard)."""
        return self.scene.meeting.difficulty


def trials(scene: Scene) -> tuple[str, ...]:
    """Return the stress variants of this meeting; never two that take time.

    Those the user chose all come. Of a scenario's own there are none at difficulty 1, one at 2 and 3, two above.
    """
    drawn = Random(f"{scene.meeting.seed}/trials").sample(scene.stress, len(scene.stress))  # noqa: S311 - reproducible, not secret
    found = [*scene.chosen, *(name for name in drawn if name not in scene.chosen)]
    short = [name for name in found if name in {"arrives_late", "leaves_ten_minutes_early"}]
    most = max(len(scene.chosen), scene.meeting.difficulty // 2)
    return tuple([name for name in found if name not in short[1:]][:most])


def probing_chance(scene: Scene) -> float:
    """Return how likely this leader is to probe where a softer question would do, in [0, 1]."""
    return min(1.0, max(0.05, 0.17 * scene.meeting.difficulty + 0.06 * (scene.persona.traits.probing - 3)))


def yielding_chance(scene: Scene) -> float:
    """Return how likely this leader is to show that something landed, in [0, 1]."""
    return min(1.0, max(0.1, 1.12 - 0.17 * scene.meeting.difficulty + 0.05 * (scene.persona.traits.warmth - 3)))


def fits(move: Move, now: Situation) -> bool:
    """Say whether the move's conditions hold."""
    acts, state, scene = set(now.reading.acts), now.state, now.scene
    if any(move.id in same and same & set(state.used_moves) - {move.id} for same in SAME_QUESTION):
        return False
    if (move.side == "ic") is not scene.swapped or Counter(state.used_moves)[move.id] >= move.times:
        return False
    if move.times <= 4 and move.id in state.used_moves[-4:] and not move.id.startswith(AT_ONCE):
        return False
    if move.acts and not acts & set(move.acts):
        return False
    if acts & set(move.unless) or not set(move.needs) <= now.present:
        return False
    if not move.acts and move.part == "ask" and not (move.standing or move.needs or move.stress):
        return False
    if move.stress and (move.stress not in trials(scene) or move.stress in state.stress_done):
        return False
    if move.phases and state.phase not in move.phases:
        return False
    if move.themes and not set(move.themes) & set(now.themes):
        return False
    if move.asked_by and scene.asked_by not in move.asked_by:
        return False
    if move.formats and scene.meeting.format not in move.formats:
        return False
    if move.clock and not move.clock[0] < state.minutes_left <= move.clock[1]:
        return False
    low, high = move.difficulty
    if not low <= now.difficulty <= high:
        return False
    traits = scene.persona.traits
    return all(least <= getattr(traits, name) <= most for name, (least, most) in move.traits.items())


def ranked(moves: Iterable[Move], now: Situation) -> list[Move]:
    """Return the fitting moves, the best first.

    The better a move's acts match the strongest acts of the line, the higher it stands; a pinch of chance, drawn from
    the meeting's seed, keeps a second rehearsal from being a rerun of the first.
    """
    acts = now.reading.acts
    scored = []
    for move in moves:
        if not fits(move, now):
            continue
        place = min((acts.index(act) for act in move.acts if act in acts), default=4)
        beside = 1.5 if move.themes and move.themes[0] not in now.themes[:1] else 0.0
        press = 0.3 * (now.difficulty - 3) if is_probe(move.id) else 0.0
        dear = 2.0 if set(move.about) & now.scene.cares else 0.0
        worded = 0.4 if move.id in now.scene.persona.lines else 0.0
        scored.append((move.weight + worded + dear + press - beside - 0.12 * place + 0.9 * now.rng.random(), move))
    return [move for _, move in sorted(scored, key=lambda pair: -pair[0])]


def is_probe(move_id: str) -> bool:
    """Say whether a move presses for more than was offered."""
    return move_id.startswith(PROBES)


def is_yield(move_id: str) -> bool:
    """Say whether a move shows that something landed."""
    return move_id.startswith(YIELDS) and move_id not in KEPT


def heard(move: Move, state: RehearsalState) -> bool:
    """Say whether this clock mark, or one of the same stretch, was announced two lines ago or less."""
    recent = Counter(m for m in state.used_moves[-6:] if m.startswith(("clock.", "stress.leaves")))
    return bool(recent) and move.id != "clock.last"


def lingered(state: RehearsalState) -> bool:
    """Say whether the last two questions stayed with what was said: then it is time for another."""
    asked = [m for m in state.used_moves if m.startswith(QUESTIONS)][-2:]
    return len(asked) == 2 and all(m.startswith(STAYING) for m in asked)


def due(stress: str, now: Situation) -> bool:
    """Say whether a stress variant may come now: the manager question in the first minutes, silence after a claim."""
    turn, acts = now.state.turn, set(now.reading.acts)
    if OPENED & acts or any(number.shape not in {"plain", "date"} for number in now.reading.numbers):
        return False
    if stress == "asks_about_manager_early":
        return turn in {1, 2, 3}
    if stress == "silence":
        return turn >= 2 and bool(acts & {"raises_problem", "overclaims", "credits"}) and "asks" not in acts
    return turn >= 3
