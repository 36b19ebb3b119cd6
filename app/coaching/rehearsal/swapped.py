"""Sides swapped: the app plays an employee whose facts have a price in trust, and the user plays the leader."""

import re
from collections.abc import Sequence
from random import Random

from app.coaching.rehearsal import clock
from app.coaching.rehearsal.choosing import Situation, ranked
from app.coaching.rehearsal.facts import Found, Known
from app.coaching.rehearsal.filling import beat, key, sentences, slots_for
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import Beat, Move, Reading, RehearsalState

TRUST: dict[str, int] = {
    "states_rule": 1,
    "repairs": 2,
    "reassures": 1,
    "normalises": 1,
    "asks_safe": 1,
    "asks_status": -1,
    "talks_self": -1,
    "judges_manager": -1,
    "promises": -1,
    "fishes_dirt": -2,
}
"""What each act of the leader's does to trust, which runs from 0 to 5 and starts at 2."""
OPEN_ASKS = frozenset({"asks_open", "asks_effect", "asks_told", "asks_outcome", "asks_consent", "asks_help"})
"""Questions that are worth one more, together."""
TWO_ANSWERS = frozenset({"asks_told", "asks_outcome", "asks_consent", "asks_help"})
"""Questions that each get an answer of their own when two come at once."""
ALWAYS_SAYABLE = frozenset({"ic.unsure", "ic.quiet", "ic.safe", "ic.shrink"})
"""Moves to fall back on when nothing else fits."""
WIDE = frozenset({"asks_status", "asks_wide"})
"""Questions that any news of the work answers."""
_WORK = re.compile(
    r"\b(?:working on|piece of work|project|your (?:day|days|week|work|job|role|load|team|shift|time)|proud\w*|busy"
    r"|taking (?:up )?(?:most|up)|what do you do|how (?:is|are) things|going (?:well|on)|(?:normal|typical|usual) \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_WHAT_IF = re.compile(
    r"\bwhat if\b|\bwhat (?:would|might|could) (?:happen|change|be different|it be like) if\b|\b(?:how|what) would it be if\b"
    r"|\bwhat would you do if\b|\bwould it (?:help|be (?:better|easier)|make a difference) if\b|\b(?:suppose|imagine)\b",
    re.I,
)
MOST = 5
"""The most trust there is."""
EASED = 2
"""How much less trust the rest costs once the problem itself is told."""
GUARDED = 4
"""Difficulty from which nobody tells the problem in the first lines, whatever the trust."""
FIRST = 2
"""Lines of the leader's that are the first."""
RULED = frozenset({"ic.relief", "ic.test_rule"})
"""Moves with which the employee took in the leader's rule."""
FRIGHTENS = frozenset({"promises", "judges_manager", "fishes_dirt"})


class Swapped:
    """Plans the employee's lines."""

    def __init__(self, moves: Sequence[Move]) -> None:
        """Take the catalogue."""
        mine = [m for m in moves if m.side == "ic"]
        self._moves = {
            part: [m for m in mine if m.part == part] for part in ("open", "receive", "answer", "clock", "ask", "close")
        }

    def open(self, scene: Scene) -> tuple[tuple[Beat, ...], RehearsalState]:
        """Return the employee's first line and the state after it."""
        state = RehearsalState(minutes=scene.meeting.minutes, minutes_left=float(scene.meeting.minutes), trust=2)
        line = _Line(scene, state, Reading(text=""))
        line.first_of(self._moves["open"])
        return tuple(line.beats), line.settle(state.minutes_left, ended=False)

    def answer(self, scene: Scene, state: RehearsalState, reading: Reading) -> tuple[tuple[Beat, ...], RehearsalState]:
        """Return the employee's reply to what the leader said, and the state after it."""
        if any(_WHAT_IF.search(question) for question in reading.questions):
            reading = reading.model_copy(update={"acts": ("asks_what_if", *reading.acts)})
        acts = set(reading.acts)
        left = clock.spend(state.minutes_left, scene.meeting, reading.words)
        frightened = bool(FRIGHTENS & acts) and "repairs" not in acts
        gain = sum(TRUST.get(act, 0) for act in acts) + bool(OPEN_ASKS & acts and not frightened)
        trust = max(0, min(MOST, state.trust + max(-2, min(4, gain))))
        state = state.model_copy(
            update={
                "turn": state.turn + 1,
                "minutes_left": left,
                "trust": trust,
                "silent_turns": state.silent_turns + 1 if "silent" in acts else 0,
                "step_earned": state.step_earned
                or any(k.startswith(("problem", "told", "want")) for k in state.facts_said),
            }
        )
        line = _Line(scene, state, reading)
        if left <= 0.6 or ("closes" in acts and not reading.questions and state.turn >= 4):
            line.first_of(self._moves["close"])
            return tuple(line.beats), line.settle(left, ended=True)
        if frightened or "talks_self" in acts or not reading.questions or {"states_rule", "repairs"} & acts:
            line.first_of(self._moves["receive"])
        if reading.questions and not frightened and not (line.beats and "talks_self" in acts):
            line.first_of(self._moves["answer"])
            if len(TWO_ANSWERS & acts) > 1:
                line.first_of(
                    [move for move in self._moves["answer"] if TWO_ANSWERS & set(move.acts) and "fact" in move.needs]
                )
        if len(line.text.split()) < 30:
            line.first_of(self._moves["clock"])
        if "?" not in line.text and not frightened and ("states_rule" in acts or not reading.questions):
            line.first_of(self._moves["ask"])
        if not line.beats:
            line.any_of(
                [move for part in ("answer", "receive") for move in self._moves[part] if move.id in ALWAYS_SAYABLE]
            )
        return tuple(line.beats), line.settle(left, ended=False)


class _Line:
    """One line of the employee's while it is being put together."""

    def __init__(self, scene: Scene, state: RehearsalState, reading: Reading) -> None:
        self._scene, self._state, self._reading = scene, state, reading
        self._rng = Random(f"{scene.meeting.seed}/{scene.persona.id}/{state.turn}")  # noqa: S311 - reproducible, not secret
        self._known = Known(scene.facts, state.facts_said)
        self.beats: list[Beat] = []
        self._used: list[Move] = []

    @property
    def text(self) -> str:
        """The words so far."""
        return " ".join(b.text for b in self.beats)

    def first_of(self, moves: Sequence[Move]) -> bool:
        """Add the best of the moves that can be said; say whether one could."""
        ruled = any(move in self._state.used_moves for move in RULED)
        present = frozenset({"fact", "rule" if ruled else "no_rule"} | ({"step"} if self._state.step_earned else set()))
        now = Situation(self._scene, self._state, self._reading, present, rng=self._rng)
        chosen = ranked(moves, now)
        for move in chosen:
            found = self._fact(move)
            if "fact" in move.needs and found is None:
                continue
            if self._add(move, found):
                return True
        return False

    def any_of(self, moves: Sequence[Move]) -> None:
        """Add the first of the moves that has words left, whether or not its conditions hold."""
        for move in moves:
            if self._add(move, None):
                return

    def _fact(self, move: Move) -> Found | None:
        """Return the next fact of this move that the trust so far has bought."""
        if "hint" in move.facts and any(said.startswith("problem.") for said in self._known.said):
            return None
        if "work" in move.facts and not (WIDE & set(self._reading.acts) or _about_work(self._reading, self._known)):
            return None
        for name in move.facts:
            for found in self._known.open(name):
                alarm = move.id == "ic.alarm"
                if alarm or self._price(name, found) <= self._state.trust:
                    return found
                break
        return None

    def _price(self, theme: str, found: Found) -> int:
        """Return the trust a fact costs: the problem all there is in the first lines, what follows from it less once it is told."""
        if theme == "problem":
            early = self._scene.meeting.difficulty >= GUARDED and self._state.turn <= FIRST
            return found.fact.trust + (MOST if early else 0)
        told = any(said.startswith("problem.") for said in self._known.said)
        return found.fact.trust - (EASED if told else 0)

    def _add(self, move: Move, found: Found | None) -> bool:
        base = {
            "manager": self._scene.manager,
            "assistant": "my office",
            "first": self._scene.meeting.me.first,
            "minutes": clock.in_words(clock.rounded(self._state.minutes_left)),
            "fact": found.fact.say if found else "",
        }
        slots = slots_for(move, self._reading, base)
        used = [*self._state.used_lines, *(key(s) for s in sentences(self.text))]
        for wordings in (self._scene.persona.lines.get(move.id, ()), move.says):
            made = beat(move, wordings, slots, used, self._rng, echo=True)
            if made:
                self.beats.append(made)
                self._used.append(move)
                if found and "fact" in made.slots:
                    self._known = self._known.told(found.key)
                return True
        return False

    def settle(self, left: float, *, ended: bool) -> RehearsalState:
        """Return the state after this line."""
        state = self._state
        spent = len(self.text.split()) / clock.WORDS_A_MINUTE + self._scene.meeting.minutes / (2 * clock.TURNS)
        minutes = left if state.turn == 0 else max(0.0, left - spent)
        questions = [s for s in sentences(self.text) if s.endswith("?")]
        return state.model_copy(
            update={
                "minutes_left": 0.0 if ended else minutes,
                "phase": "over"
                if ended
                else "closing"
                if minutes <= 0.17 * state.minutes
                else "theirs"
                if state.turn
                else "opening",
                "rapport": state.trust - 2,
                "rapport_line": (*state.rapport_line, state.trust - 2),
                "used_moves": (*state.used_moves, *(m.id for m in self._used)),
                "used_lines": (*state.used_lines, *(key(s) for s in sentences(self.text))),
                "facts_said": self._known.said,
                "open_question": questions[-1] if questions and not ended else "",
                "promises": (*state.promises, *self._reading.promises),
                "ended": ended,
                "ended_because": self._used[-1].id if ended and self._used else "",
            }
        )


def _about_work(reading: Reading, known: Known) -> bool:
    """Say whether a question is about the work in general, or shares a word with what there is to say of it."""
    asked = " ".join(reading.questions).lower()
    told = " ".join(found.fact.say for found in known.open("work")[:1]).lower()
    return bool(_WORK.search(asked) or set(re.findall(r"[a-z]{5,}", asked)) & set(re.findall(r"[a-z]{5,}", told)))
