"""What the leader does next: at most four beats, from the catalogue, their own facts and the user's words."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from app.coaching.rehearsal import clock
from app.coaching.rehearsal.choosing import (
    Situation,
    is_probe,
    is_yield,
    probing_chance,
    ranked,
    trials,
    yielding_chance,
)
from app.coaching.rehearsal.line import ASKING, Line
from app.coaching.rehearsal.question_kinds import OWN_ANSWER
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.themes import THEMSELVES
from app.domain.rehearsal import Beat, Move, Reading, RehearsalState

ODD = frozenset({"silent", "speaks_to_machine", "other_language", "demeans", "hostile"})
FROM_FACTS = frozenset({"asks", "asks_promotion", "asks_pay", "asks_pay_rule"})
ANSWERED = ASKING | FROM_FACTS | {"presses"}
OF_ACTS = (
    ("asks_promotion", "promotion"),
    ("asks_promotion", "professional_growth"),
    ("asks_pay", "pay"),
    ("asks_pay_rule", "pay"),
    ("fishes", "change"),
)
"""What an act asks about, as themes of the facts."""
OWN_THEMES = frozenset({"own_mistake", "pride", "pay", "promotion", "recognition", "cross_team"})
"""Themes whose facts answer a question of any kind."""
OWN_WORDS = frozenset({"introduces", "gives_example"})
"""Acts after which one more question on the same thing is no interrogation."""
STAYING = ("follow.", "probe.", "test.", "redirect.")
QUESTIONS = (*STAYING, "ask.", "invite.", "thread.", "bait.", "press.", "stress.", "steer.")
SUBSTANCE = frozenset({"shares_result", "raises_problem", "gives_example", "proposes", "credits", "tells"})
SETTLED = 6
"""Turns after which thanks with a step of one's own, or bare thanks, are a goodbye."""
BRIEF = 10
"""Words of bare thanks."""
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
        line = Line(scene, state, now.rng, None)
        for move in ranked(self._moves["open"], now):
            if line.add(move):
                break
        return tuple(line.beats), line.settle(left, Reading(text=""))

    def answer(self, scene: Scene, state: RehearsalState, reading: Reading) -> tuple[tuple[Beat, ...], RehearsalState]:
        """Return the leader's line to what was read, and the state after it."""
        left = clock.spend(state.minutes_left, scene.meeting, reading.words)
        state = _noted(state, reading, left)
        rng = _rng(scene, state)
        line = Line(scene, state, rng, reading)
        if "fishes" in reading.acts and line.was_told():
            acts = tuple(dict.fromkeys("asks" if act == "fishes" else act for act in reading.acts))
            reading = reading.model_copy(update={"acts": acts})
            line = Line(scene, state, rng, reading)
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
        if not line.beats:
            for move in (m for m in self._moves["ask"] if m.standing):
                if line.add(move):
                    break
        return tuple(line.beats), line.settle(line.left, reading)

    def _closes(self, line: Line, now: Situation) -> bool:
        """Close when the user does, when time is up, or when patience is gone."""
        acts, state = set(now.reading.acts), now.state
        worn = state.rapport <= -3 - now.scene.persona.traits.patience and "hostile" in acts
        late = state.minutes_left <= state.minutes / 4
        settled = {"thanks", "commits"} <= acts or ("thanks" in acts and now.reading.words <= BRIEF)
        leaving = settled and state.turn >= SETTLED and "asks" not in acts
        leaving = leaving or ("closes" in acts and (state.turn >= 3 or not {"asks", "greets"} & acts))
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

    def _receive(self, line: Line, now: Situation, draw: float) -> None:
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

    def _answer(self, line: Line, now: Situation, *, then: bool = True) -> None:
        """Answer what was asked: from a fact, in general, or with an honest "too far"."""
        acts = set(now.reading.acts)
        if not ANSWERED & acts:
            themes = (*(["own_mistake"] if "owns" in acts else []), *now.themes)
            if line.earned and themes and now.rng.random() < 0.4 and not line.has("link.fact"):
                line.offer_fact(self._move("link.fact"), themes)
            return
        if "fishes" in acts and line.offer_fact(self._move("answer.limits"), now.themes):
            return
        themes = tuple(t for t in now.themes if t in OWN_THEMES) if OWN_ANSWER & acts else now.themes
        if FROM_FACTS & acts and (
            line.beside(self._move("answer.beside"), themes) or line.offer_fact(self._move("answer.fact"), themes)
        ):
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
            if move.id == "answer.not_near":
                continue
            if move.id.startswith("answer.general.") and "asks_why" in acts:
                line.add(self._move("answer.not_near"))
            if line.add(move):
                return
        if {"asks", "asks_pay_rule"} & acts and then and line.add(self._move("too_far")):
            return

    def _clock(self, line: Line, now: Situation) -> None:
        """Say the time when a mark is passed; a stress variant may take ten minutes away."""
        early = "leaves_ten_minutes_early"
        for move in ranked(self._moves["clock"], now):
            if move.stress:
                if (
                    early in trials(now.scene)
                    and early not in now.state.stress_done
                    and 14 < line.left < 0.72 * now.state.minutes
                    and not line.asked
                ):
                    line.left -= 10
                    line.stress.append(early)
                    line.add(move)
                    return
            elif not line.asked and not _heard(move, now.state):
                self._nod(line, now)
                if line.add(move):
                    return

    def _nod(self, line: Line, now: Situation) -> None:
        """Show at least that a line of substance was heard before turning to something else."""
        if not line.beats and SUBSTANCE & set(now.reading.acts):
            line.add(self._move("acknowledge.brief"))

    def _ask(self, line: Line, now: Situation, draw: float) -> None:
        """Ask one thing back: what follows from the answer, a probe, an open thread, or a standing question."""
        acts = set(now.reading.acts)
        probing = draw < probing_chance(now.scene) or "vague" in acts
        turn = now.state.turn
        hard_allowed = turn >= 2 and not line.has("redirect.") and (turn % 3 == 2 or line.has("clock."))
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
        if "tells" in acts and not _lingered(now.state):
            fitting.sort(key=lambda move: move.standing and not move.stress)
        elif not OWN_WORDS & acts:
            fitting = [move for move in fitting if not move.id.startswith("follow.")] or fitting
        if line.has("clock.10"):
            fitting.sort(key=lambda move: not (move.hard or move.id in {"invite.question", "ask.then"}))
        for move in fitting:
            if move.standing and not move.acts:
                self._nod(line, now)
                if "tells" in acts and not line.has("clock.") and not line.has("pivot") and now.state.turn > 2:
                    line.add(self._move("pivot"))
            if move.stress == "shares_rumour" and line.offer_fact(self._move("link.rumour"), ("rumour",)):
                line.stress += [move.stress]
                line.add(self._asking("ask.then"), {"then": line.then})
                return
            if line.add(move):
                line.stress += [move.stress] if move.stress else []
                return

    def _asking(self, name: str) -> Move:
        return next(m for m in self._moves["ask"] if m.id == name)

    def _move(self, name: str) -> Move:
        return next(m for part in ("receive", "answer") for m in self._moves[part] if m.id == name)


def _noted(state: RehearsalState, reading: Reading, left: float) -> RehearsalState:
    acts = set(reading.acts)
    specific = any(n.shape != "date" for n in reading.numbers) or bool({"gives_example", "owns"} & acts)
    earned = "commits" in acts or ({"proposes", "includes_manager"} <= acts)
    return state.model_copy(
        update={
            "turn": state.turn + 1,
            "minutes_left": left,
            "silent_turns": state.silent_turns + 1 if "silent" in acts else 0,
            "vague_turns": state.vague_turns + ("vague" in acts),
            "step_earned": (state.step_earned or earned or (specific and "repairs" in acts)) and state.rapport >= -1,
        }
    )


def _themes(reading: Reading) -> tuple[str, ...]:
    """Return what the line is about; asking for pay or promotion is about how those are decided, fishing about what may be said."""
    first = [theme for act, theme in OF_ACTS if act in reading.acts]
    first += [theme for theme, asked in THEMSELVES if any(asked.search(question) for question in reading.questions)]
    return tuple(dict.fromkeys([*first, *(hit.theme for hit in reading.themes)]))


def _with(now: Situation, present: set[str] | frozenset[str]) -> Situation:
    return Situation(now.scene, now.state, now.reading, frozenset(present), now.themes, now.rng)


def _rng(scene: Scene, state: RehearsalState) -> Random:
    return Random(f"{scene.meeting.seed}/{scene.persona.id}/{state.turn}")  # noqa: S311 - reproducible, not secret


def _heard(move: Move, state: RehearsalState) -> bool:
    """Say whether this clock mark, or one of the same stretch, was announced two lines ago or less."""
    recent = Counter(m for m in state.used_moves[-6:] if m.startswith(("clock.", "stress.leaves")))
    return bool(recent) and move.id != "clock.last"


def _lingered(state: RehearsalState) -> bool:
    """Say whether the last two questions stayed with what was said: then it is time for another."""
    asked = [m for m in state.used_moves if m.startswith(QUESTIONS)][-2:]
    return len(asked) == 2 and all(m.startswith(STAYING) for m in asked)


def _due(stress: str, now: Situation) -> bool:
    """Say whether a stress variant may come now: the manager question in the first minutes, silence after a claim."""
    turn, acts = now.state.turn, set(now.reading.acts)
    if stress == "asks_about_manager_early":
        return turn in {1, 2}
    if stress == "silence":
        return turn >= 2 and bool(acts & {"raises_problem", "overclaims", "credits"}) and "asks" not in acts
    return turn >= 3
