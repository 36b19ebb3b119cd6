"""What the leader does next: at most four beats, from the catalogue, their own facts and the user's words."""

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from app.coaching.rehearsal import clock
from app.coaching.rehearsal.choosing import Situation, is_probe, is_yield, probing_chance, ranked, trials, yielding_chance
from app.coaching.rehearsal.facts import Known, find_fact, near
from app.coaching.rehearsal.filling import beat, key, sentences, slots_for, telling_number, thing_said_back, turns_round
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import Beat, Move, Promise, Reading, RehearsalState

ODD = frozenset({"silent", "speaks_to_machine", "other_language", "demeans", "hostile"})
ASKING = frozenset(
    "asks fishes asks_agenda asks_confidentiality small_talk asks_feedback asks_advice asks_view_on_manager asks_next "
    "asks_pay_rule".split()
)
FROM_FACTS = frozenset({"asks", "asks_promotion", "asks_pay", "asks_pay_rule"})
ANSWERED = ASKING | FROM_FACTS
SUBSTANCE = frozenset({"shares_result", "raises_problem", "gives_example", "proposes", "credits"})
PARTICULAR = frozenset({"strategy_rationale", "project_health", "customers_market", "industry_technology"})
"""Themes whose questions are about one thing, so that a fact about another is no answer."""
SHORT = 40
"""Words up to which an answer may be followed by a second fact."""


class Director:
    """Plans the leader's lines. Everything it remembers is in the state; the same seed gives the same meeting."""

    def __init__(self, moves: Sequence[Move]) -> None:
        """Take the catalogue."""
        self._moves = {
            part: [m for m in moves if m.part == part and m.side == "leader"]
            for part in ("open", "receive", "answer", "clock", "ask", "close")
        }

    def open(self, scene: Scene) -> tuple[tuple[Beat, ...], RehearsalState]:
        """Return the first line and the state after it."""
        minutes = scene.meeting.minutes
        late = "arrives_late" in trials(scene)
        left = float(minutes if not late else max(5, minutes - 8))
        state = RehearsalState(minutes=minutes, minutes_left=left, trust=2)
        now = Situation(scene, state, Reading(text=""), frozenset(), rng=_rng(scene, state))
        line = _Line(scene, state, now.rng, None)
        for move in ranked(self._moves["open"], now):
            if line.add(move):
                break
        return tuple(line.beats), line.settle(left, Reading(text=""))

    def answer(self, scene: Scene, state: RehearsalState, reading: Reading) -> tuple[tuple[Beat, ...], RehearsalState]:
        """Return the leader's line to what was read, and the state after it."""
        left = clock.spend(state.minutes_left, scene.meeting, reading.words)
        state = _noted(state, reading, left)
        rng = _rng(scene, state)
        line = _Line(scene, state, rng, reading)
        now = Situation(scene, state, reading, line.present(None), _themes(reading), rng)
        if self._closes(line, now):
            return tuple(line.beats), line.settle(left, reading, ended=True)
        draw_yield, draw_probe = rng.random(), rng.random()
        self._receive(line, now, draw_yield)
        if not line.asked and not ODD & set(reading.acts):
            self._answer(line, now)
        self._clock(line, now)
        if not line.asked:
            self._ask(line, now, draw_probe)
        return tuple(line.beats), line.settle(line.left, reading)

    def _closes(self, line: "_Line", now: Situation) -> bool:
        """Close when the user does, when time is up, or when patience is gone."""
        acts, state = set(now.reading.acts), now.state
        worn = state.rapport <= -3 - now.scene.persona.traits.patience and "hostile" in acts
        late = state.minutes_left <= state.minutes / 4
        leaving = "closes" in acts and (state.turn >= 3 or "asks" not in acts)
        leaving = leaving or (late and {"thanks", "asks_next"} <= acts) or (late and {"thanks", "commits"} <= acts)
        if not (worn or leaving or state.minutes_left <= 0.6):
            return False
        if "asks" in acts and not worn:
            self._answer(line, now, then=False)
        present = now.present | ({"patience_gone"} if worn else set()) | (set() if leaving else {"no_time"})
        for move in ranked(self._moves["close"], _with(now, present)):
            if ("no_time" in move.needs) is (leaving or worn):
                continue
            if line.add(move):
                break
        return True

    def _receive(self, line: "_Line", now: Situation, draw: float) -> None:
        """Take in what was said; yielding beats only as often as this leader and difficulty give them."""
        willing = draw < yielding_chance(now.scene)
        acts = set(now.reading.acts)
        pure_question = acts <= {"asks", "thanks", "greets", "asks_advice", "states_purpose"} and "asks" in acts
        for move in ranked(self._moves["receive"], now):
            if is_yield(move.id) and (not willing or (pure_question and move.id != "acknowledge.headline")):
                continue
            if move.id == "link.fact" and ASKING & acts:
                continue
            if line.add(move):
                return

    def _answer(self, line: "_Line", now: Situation, *, then: bool = True) -> None:
        """Answer what was asked: from a fact, in general, or with an honest "too far"."""
        acts = set(now.reading.acts)
        if not ANSWERED & acts:
            if line.earned and now.themes and now.rng.random() < 0.4 and not line.has("link.fact"):
                line.offer_fact(self._move("link.fact"), now.themes)
            return
        if FROM_FACTS & acts and (line.beside(self._move("answer.beside"), now.themes) or line.offer_fact(self._move("answer.fact"), now.themes)):
            if line.earned and len(line.text.split()) < SHORT:
                line.offer_fact(self._move("answer.deeper"), now.themes)
            return
        for move in ranked(self._moves["answer"], now):
            if "fact" in move.needs or (move.asks and not then):
                continue
            if move.id == "answer.spent" and not line.spent(now.themes):
                continue
            if move.id == "too_far" and now.themes and not line.spent(now.themes) and "asks" in acts:
                continue
            if line.add(move):
                return
        if "asks" in acts and then and line.add(self._move("too_far")):
            return

    def _clock(self, line: "_Line", now: Situation) -> None:
        """Say the time when a mark is passed; a stress variant may take ten minutes away."""
        early = "leaves_ten_minutes_early"
        for move in ranked(self._moves["clock"], now):
            if move.stress:
                if early in trials(now.scene) and early not in now.state.stress_done and 14 < line.left < 0.72 * now.state.minutes and not line.asked:
                    line.left -= 10
                    line.stress.append(early)
                    line.add(move)
                    return
            elif not line.asked and not _heard(move, now.state):
                self._nod(line, now)
                if line.add(move):
                    return

    def _nod(self, line: "_Line", now: Situation) -> None:
        """Show at least that a line of substance was heard before turning to something else."""
        if not line.beats and SUBSTANCE & set(now.reading.acts):
            line.add(self._move("acknowledge.brief"))

    def _ask(self, line: "_Line", now: Situation, draw: float) -> None:
        """Ask one thing back: what follows from the answer, a probe, an open thread, or a standing question."""
        acts = set(now.reading.acts)
        probing = draw < probing_chance(now.scene) or "vague" in acts
        turn = now.state.turn
        hard_allowed = 2 <= turn and (turn % 3 == 2 or line.has("clock."))
        present = line.present(line.then)
        fitting = []
        for move in ranked(self._moves["ask"], _with(now, present)):
            if is_probe(move.id) and not probing:
                continue
            if move.stress and not _due(move.stress, now):
                continue
            if move.hard and not move.stress and not hard_allowed:
                continue
            fitting.append(move)
        if line.has("clock.10"):
            fitting.sort(key=lambda move: not (move.hard or move.id in {"invite.question", "ask.then"}))
        for move in fitting:
            if move.standing and not move.acts:
                self._nod(line, now)
            if line.add(move):
                line.stress += [move.stress] if move.stress else []
                return

    def _move(self, name: str) -> Move:
        return next(m for part in ("receive", "answer") for m in self._moves[part] if m.id == name)


class _Line:
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
        acts = set(reading.acts) if reading else set()
        self.earned = bool(acts & {"owns", "repairs", "gives_example"}) or state.rapport >= 2 + scene.meeting.difficulty // 2

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
            there |= {"unanswered"} if state.open_question and "answers" not in reading.acts and not ASKING & set(reading.acts) else set()
        there |= {"thread"} if self._thread() else set()
        there |= {"then"} if then else set()
        there |= {"step"} if state.step_earned else set()
        there |= {"vague_before"} if state.vague_turns >= 2 else set()
        there |= {"vague_twice"} if state.vague_turns >= 3 else set()
        return frozenset(there)

    def add(self, move: Move, extra: dict[str, str] | None = None) -> bool:
        """Add the move in words that were not said before; say whether it could be."""
        reading, people = self._reading, self._scene.meeting.people
        if reading and "number" in move.needs and move.shapes:
            number = telling_number(reading)
            if number is None or number.shape not in move.shapes:
                return False
        base = {
            "first": people.user.first, "leader": people.leader.first, "manager": self._scene.manager,
            "assistant": people.assistant or "my office", "role": people.user.role, "team": people.user.team,
            "minutes": clock.in_words(clock.rounded(self.left)), "thread": self._thread(), "then": self.then,
        }  # fmt: skip
        slots = slots_for(move, reading, base | (extra or {}))
        templates = self._scene.persona.lines.get(move.id, ())
        echo = not self._state.echoed_last and not any("phrase" in b.slots for b in self.beats)
        used = [*self._state.used_lines, *(key(s) for s in sentences(self.text))]
        for wordings in (templates, move.says):
            allowed = [w for w in wordings if not ("?" in w and self.asked)]
            made = beat(move, allowed, slots, used, self._rng, echo=echo)
            if made and not _clashes(made, self.beats):
                self.beats.append(made)
                self._moves.append(move)
                if "thread" in made.slots:
                    self._closed_thread = made.slots["thread"]
                return True
        return False

    def offer_fact(self, move: Move, themes: Sequence[str]) -> bool:
        """Say the next fact on these themes, if there is one the user may hear; its own question is kept for the end."""
        asked = self._reading is not None and "asks" in self._reading.acts
        found = find_fact(self._known, themes, self._reading, earned=self.earned or asked)
        if found is None or not self.add(move, {"fact": found.fact.say}):
            return False
        self._known = self._known.told(found.key)
        self.then = found.fact.then or self.then
        return True

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
        threads = [t for t in state.threads if t != self._closed_thread]
        if thing and {"raises_problem", "proposes", "commits"} & set(reading.acts) and thing not in threads:
            threads.append(thing)
        minutes = left if not state.turn and not reading.text else max(0.0, self.left - spent)
        return state.model_copy(update={
            "minutes_left": 0.0 if ended else minutes,
            "phase": "over" if ended else _phase(state, minutes, reading),
            "rapport": rapport,
            "rapport_line": (*state.rapport_line, rapport),
            "used_moves": (*state.used_moves, *(m.id for m in self._moves)),
            "used_lines": (*state.used_lines, *said),
            "facts_said": self._known.said,
            "threads": tuple(threads[-6:]),
            "open_question": questions[-1] if questions and not ended else "",
            "echoed_last": any({"phrase"} & set(b.slots) for b in self.beats),
            "stress_done": (*state.stress_done, *self.stress),
            "promises": (*state.promises, *reading.promises, *self._offered()),
            "ended": ended,
            "ended_because": self._moves[-1].id if ended and self._moves else "",
        })  # fmt: skip

    def _offered(self) -> tuple[Promise, ...]:
        name = self._scene.leader_first or "the leader"
        return tuple(
            Promise(owner=name, what=sentence, line=b.text)
            for b in self.beats
            if b.move == "close.earned"
            for sentence in sentences(b.text)
            if "assistant" in b.slots and b.slots["assistant"].lower() in sentence.lower()
        )

    def _thread(self) -> str:
        """Return something they said and left, not from this line."""
        now = self._reading.text.lower() if self._reading else ""
        for thread in self._state.threads[:-1]:
            if not set(re.findall(r"[a-z]{4,}", thread.lower())) & set(re.findall(r"[a-z]{4,}", now)):
                return thread
        return ""


def _noted(state: RehearsalState, reading: Reading, left: float) -> RehearsalState:
    acts = set(reading.acts)
    specific = any(n.shape != "date" for n in reading.numbers) or bool({"gives_example", "owns"} & acts)
    earned = "commits" in acts or ({"proposes", "includes_manager"} <= acts)
    return state.model_copy(update={
        "turn": state.turn + 1,
        "minutes_left": left,
        "silent_turns": state.silent_turns + 1 if "silent" in acts else 0,
        "vague_turns": state.vague_turns + ("vague" in acts),
        "step_earned": (state.step_earned or earned or (specific and "repairs" in acts)) and state.rapport >= -1,
    })  # fmt: skip


def _themes(reading: Reading) -> tuple[str, ...]:
    """Return what the line is about; asking for pay or promotion is about how those are decided."""
    first = [theme for act, theme in (("asks_promotion", "professional_growth"), ("asks_pay", "pay"), ("asks_pay_rule", "pay")) if act in reading.acts]
    return tuple(dict.fromkeys([*first, *(hit.theme for hit in reading.themes)]))


def _with(now: Situation, present: set[str] | frozenset[str]) -> Situation:
    return Situation(now.scene, now.state, now.reading, frozenset(present), now.themes, now.rng)


def _rng(scene: Scene, state: RehearsalState) -> Random:
    return Random(f"{scene.meeting.seed}/{scene.persona.id}/{state.turn}")


def _heard(move: Move, state: RehearsalState) -> bool:
    """Say whether this clock mark, or one of the same stretch, was announced two lines ago or less."""
    recent = Counter(m for m in state.used_moves[-6:] if m.startswith(("clock.", "stress.leaves")))
    return bool(recent) and move.id != "clock.last"


def _due(stress: str, now: Situation) -> bool:
    """Say whether a stress variant may come now: the manager question in the first minutes, silence after a claim."""
    turn, acts = now.state.turn, set(now.reading.acts)
    if stress == "asks_about_manager_early":
        return turn in {1, 2}
    if stress == "silence":
        return turn >= 2 and bool(acts & {"raises_problem", "overclaims", "credits"}) and "asks" not in acts
    return turn >= 3


def _phase(state: RehearsalState, minutes: float, reading: Reading) -> str:
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
