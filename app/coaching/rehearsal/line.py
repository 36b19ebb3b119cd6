"""One leader line while it is being put together, and the state it leaves behind."""

import re
from collections.abc import Sequence
from random import Random

from app.coaching.rehearsal import clock
from app.coaching.rehearsal.facts import Known, find_fact, near, shares_word
from app.coaching.rehearsal.figures import Figure, contradicted, figures, replaced, side_by_side
from app.coaching.rehearsal.filling import (
    beat,
    key,
    sentences,
    slots_for,
    telling_number,
    thing_said_back,
    turns_round,
)
from app.coaching.rehearsal.memory import MOST, is_claim, mended, recalled, told, total
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.unasked import said_already
from app.domain.rehearsal import Beat, Move, Phase, Promise, Reading, RehearsalState

ASKING = frozenset(
    "asks fishes asks_agenda asks_confidentiality small_talk asks_feedback asks_advice asks_view_on_manager asks_next "
    "asks_pay_rule".split()
)
NEAR = frozenset(
    "asks_job asks_recall asks_yours asks_ever asks_once asks_small asks_missed asks_hardest asks_keep asks_how_self asks_choice".split()
)
"""Questions about the leader, or about this talk, from which nobody is too far."""
UNSURE = frozenset("answer.whether answer.future answer.opinion answer.why answer.who answer.when".split())
"""Answers that leave a question open."""
NOTICED = {1: 0.25, 2: 0.25, 3: 0.1}
"""By difficulty, the share by which two figures for one thing may differ unnoticed; above 3 every difference counts."""
LONGEST = 85
"""Words of one line at most; a model's line may have a few more."""
PARTICULAR = frozenset({"strategy_rationale", "project_health", "customers_market", "industry_technology"})
"""Themes whose questions are about one thing, so that a fact about another is no answer."""

_OF_A_NOTE = re.compile(r"\bnote\b(?!book)|\byou (?:wrote|sent)\b|\bto write\b|\bfor writing\b|\bset it out\b", re.I)
"""An opening that tells of something the user has written."""
_CHOOSING = re.compile(
    r"\b(?:which|would|should|could|first|ones?|start|begin|tackle|choose|pick|take|mend|change|honestly|these|those|them|with)\b"
)


class Line:
    """One leader line while it is being put together."""

    def __init__(self, scene: Scene, state: RehearsalState, rng: Random, reading: Reading | None) -> None:
        self._scene, self._state, self._rng, self._reading = scene, state, rng, reading
        self.beats: list[Beat] = []
        self.left = state.minutes_left
        self.stress: list[str] = []
        self.then = ""
        self._known = Known(scene.facts, state.facts_said)
        self._moves: list[Move] = []
        self._closed_thread = ""
        self._said = tuple(thread for thread in state.threads if is_claim(thread))
        self._figures = self._compared()
        self._recalled = recalled(self._said, _asked_back(reading)) if reading else ""
        self._total = total(self._said, " ".join(reading.questions)) if reading else None
        acts = set(reading.acts) if reading else set()
        self.earned = (
            bool(acts & {"owns", "repairs", "gives_example"}) or state.rapport >= 2 + scene.meeting.difficulty // 2
        )

    @property
    def text(self) -> str:
        """The words so far."""
        return " ".join(b.text for b in self.beats)

    @property
    def asked(self) -> bool:
        """True once the line holds its one question, or a move that asks in its own way."""
        return "?" in self.text or any(m.part == "ask" for m in self._moves)

    def has(self, start: str) -> bool:
        """Say whether a move whose id starts so is in the line."""
        return any(m.id.startswith(start) for m in self._moves)

    def spent(self, themes: Sequence[str]) -> bool:
        """Say whether all facts on these themes were said."""
        return self._known.spent(themes)

    def present(self, then: str | None) -> frozenset[str]:
        """Return what moves may need in this turn."""
        state, reading = self._state, self._reading
        there = set()
        if reading:
            there |= {"number"} if any(n.shape != "date" for n in reading.numbers) else set()
            there |= {"thing"} if any(turns_round(t.text) for t in reading.things) else set()
            there |= (
                {"unanswered"}
                if state.open_question and "answers" not in reading.acts and not ASKING & set(reading.acts)
                else set()
            )
            there |= {"recall"} if {"asks_recall", "asks_which"} & set(reading.acts) and self._recalled else set()
            there |= {"total"} if self._total else set()
            if self._figures:
                there |= {"correction"} if "corrects_figure" in reading.acts else {"contradiction"}
        there |= {"thread"} if self._thread() else set()
        there |= {"then"} if then else set()
        there |= {"unsure"} if any(move.id in UNSURE for move in self._moves) else set()
        there |= {"step"} if state.step_earned else set()
        there |= {"vague_before"} if state.vague_turns >= 2 else set()
        there |= {"vague_twice"} if state.vague_turns >= 3 else set()
        return frozenset(there)

    def add(self, move: Move, extra: dict[str, str] | None = None) -> bool:
        """Add the move in words that were not said before; say whether it could be."""
        reading, people = self._reading, self._scene.meeting.people
        if move.id == "too_far" and reading and NEAR & set(reading.acts):
            return False
        if reading and "number" in move.needs and move.shapes:
            number = telling_number(reading)
            if number is None or number.shape not in move.shapes:
                return False
        base = {
            "first": people.user.first,
            "leader": people.leader.first,
            "manager": self._scene.manager,
            "assistant": people.assistant or "my office",
            "role": people.user.role,
            "team": people.user.team,
            "minutes": clock.in_words(clock.rounded(self.left)),
            "thread": self._thread(),
            "then": self.then,
            "words": self._recalled,
            "total": self._total[0] if self._total else "",
            "parts": self._total[1] if self._total else "",
        }
        if self._figures:
            base |= side_by_side(*self._figures)
        if extra and "{manager}" in extra.get("plain", ""):
            extra = extra | {"plain": extra["plain"].replace("{manager}", self._scene.manager)}
        slots = slots_for(move, reading, base | (extra or {}))
        templates = self._scene.persona.lines.get(move.id, ())
        echo = not self._state.echoed_last and not any("phrase" in b.slots for b in self.beats)
        used = [*self._state.used_lines, *(key(s) for s in sentences(self.text))]
        for wordings in (templates, move.says):
            allowed = [
                w for w in wordings if not ("?" in w and self.asked) and not said_already(move, w, reading, self._said)
            ]
            if move.part == "open" and not self._scene.wrote:
                allowed = [w for w in allowed if not _OF_A_NOTE.search(w)]
                if wordings and not allowed:
                    return False
            made = beat(move, allowed, slots, used, self._rng, echo=echo)
            if made and not _clashes(made, self.beats) and self._has_room(made):
                self.beats.append(made)
                self._moves.append(move)
                if "thread" in made.slots:
                    self._closed_thread = made.slots["thread"]
                return True
        return False

    def _has_room(self, made: Beat) -> bool:
        """Say whether the beat still fits a line that somebody would say in one breath."""
        return not self.beats or len(self.text.split()) + len(made.text.split()) <= LONGEST

    def offer_fact(self, move: Move, themes: Sequence[str], *, near_only: bool = False) -> bool:
        """Say the next fact on these themes, if there is one the user may hear; its own question is kept for the end.

        With `near_only` it must share a telling word with what the user said.
        """
        acts = self._reading.acts if self._reading else ()
        if "asks_recall" in acts:
            return False
        asked = "asks" in acts
        found = find_fact(self._known, themes, self._reading, earned=self.earned or asked)
        if found is None or (near_only and self._reading and not shares_word(self._reading.text, found.fact.say)):
            return False
        if not self.add(move, {"fact": found.fact.say}):
            return False
        self._known = self._known.told(found.key)
        self.then = found.fact.then or self.then
        return True

    def was_told(self) -> bool:
        """Say whether the user told the leader, for this meeting, the very thing that is asked."""
        found = find_fact(self._known, (), self._reading, earned=True)
        return found is not None and found.fact.told

    def beside(self, move: Move, themes: Sequence[str]) -> bool:
        """Say that the very thing asked about is too far away, then the nearest fact; only where the fact is about another."""
        reading = self._reading
        if reading is None or not themes or themes[0] not in PARTICULAR or not reading.questions:
            return False
        asked = [t.text for t in reading.things if any(t.text in q for q in reading.questions) and turns_round(t.text)]
        found = find_fact(self._known, themes[:1], reading, earned=True)
        if not asked or found is None or near(asked[0], found.fact.say):
            return False
        return self.offer_fact(move, themes[:1])

    def settle(self, left: float, reading: Reading, *, ended: bool = False) -> RehearsalState:
        """Return the state after this line."""
        state, scene = self._state, self._scene
        spent = len(self.text.split()) / clock.WORDS_A_MINUTE + scene.meeting.minutes / (2 * clock.TURNS)
        mood = sum(m.rapport for m in self._moves) - sum(1 for f in reading.risk.flags if f.severity >= 4)
        rapport = max(-9, min(5, state.rapport + mood))
        said = [key(s) for s in sentences(self.text)]
        questions = [s for s in sentences(self.text) if s.endswith("?")]
        thing = next((thing_said_back(t.text) for t in reading.things if turns_round(t.text)), "")
        threads = [t for t in state.threads if t != self._closed_thread and not is_claim(t)]
        if thing and {"raises_problem", "proposes", "commits"} & set(reading.acts) and thing not in threads:
            threads.append(thing)
        minutes = left if not state.turn and not reading.text else max(0.0, self.left - spent)
        return state.model_copy(
            update={
                "minutes_left": 0.0 if ended else minutes,
                "phase": "over" if ended else _phase(state, minutes, reading),
                "rapport": rapport,
                "rapport_line": (*state.rapport_line, rapport),
                "used_moves": (*state.used_moves, *(m.id for m in self._moves)),
                "used_lines": (*state.used_lines, *said),
                "facts_said": self._known.said,
                "threads": (*threads[-6:], *self._kept(reading)),
                "open_question": questions[-1] if questions and not ended else "",
                "echoed_last": any({"phrase"} & set(b.slots) for b in self.beats),
                "stress_done": (*state.stress_done, *self.stress),
                "promises": (*state.promises, *reading.promises, *self._offered()),
                "ended": ended,
                "ended_because": self._moves[-1].id if ended and self._moves else "",
            }
        )

    def _offered(self) -> tuple[Promise, ...]:
        name = self._scene.opposite_first or "the leader"
        return tuple(
            Promise(owner=name, what=sentence, line=b.text)
            for b in self.beats
            if b.move == "close.earned"
            for sentence in sentences(b.text)
            if "assistant" in b.slots and b.slots["assistant"].lower() in sentence.lower()
        )

    def _compared(self) -> tuple[Figure, Figure] | None:
        """Return an earlier figure of the user's and the one of this line that takes its place or contradicts it."""
        reading = self._reading
        if reading is None:
            return None
        if "corrects_figure" in reading.acts:
            return replaced(self._said, reading.text)
        new = [figure for sentence in told(reading) for figure in figures(sentence)]
        return contradicted(self._said, new, NOTICED.get(self._scene.meeting.difficulty, 0.0))

    def _kept(self, reading: Reading) -> tuple[str, ...]:
        """Return the user's sentences to remember, this line's among them; a figure put right replaces the old one."""
        if self._figures and "corrects_figure" in reading.acts:
            return mended(self._said, *self._figures)
        return (*self._said, *told(reading))[-MOST:]

    def _thread(self) -> str:
        """Return something they said and left, not from this line."""
        now = self._reading.text.lower() if self._reading else ""
        for thread in [t for t in self._state.threads if not is_claim(t)][:-1]:
            if not set(re.findall(r"[a-z]{4,}", thread.lower())) & set(re.findall(r"[a-z]{4,}", now)):
                return thread
        return ""


def _asked_back(reading: Reading) -> str:
    """Return the words that tell what is asked back; of a choice, all of them, and none where they name nothing."""
    if "asks_which" not in reading.acts:
        return " ".join(reading.questions)
    return reading.text if re.search(r"[a-z]{4,}", _CHOOSING.sub("", reading.text.lower())) else "?you said"


def _phase(state: RehearsalState, minutes: float, reading: Reading) -> Phase:
    if minutes <= 0.17 * state.minutes:
        return "closing"
    if state.turn == 0:
        return "opening"
    return "mine" if "asks" in reading.acts else "theirs"


def _clashes(made: Beat, beats: Sequence[Beat]) -> bool:
    """Say whether the new beat would repeat an echo or a noun that the line already has."""
    for name in ("phrase", "number", "thing"):
        said = made.slots.get(name)
        if said and any(said in b.text for b in beats):
            return True
    return False
