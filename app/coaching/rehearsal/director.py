"""What the leader does next: at most four beats, from the catalogue, their own facts and the user's words."""

from collections.abc import Sequence
from random import Random

from app.coaching.rehearsal import clock
from app.coaching.rehearsal.choosing import (
    Situation,
    due,
    heard,
    is_probe,
    is_yield,
    lingered,
    probing_chance,
    ranked,
    trials,
    yielding_chance,
)
from app.coaching.rehearsal.cues import asks_a_view, cues
from app.coaching.rehearsal.line import ASKING, UNSURE, Line
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
SUBSTANCE = frozenset({"shares_result", "raises_problem", "gives_example", "proposes", "credits", "tells", "owns"})
TOLD = (SUBSTANCE - {"tells"}) | {"includes_manager", "declines_to_speak", "commits", "hedges_new"}
"""Acts that are worth a word of their own beside a question."""
ABOUT_LAST = frozenset({"asks_meaning", "asks_why_ask"})
"""Questions about the leader's own last question."""
TENDER = frozenset({"says_hard", "repairs", "corrects", "presses", "offers_more", *ABOUT_LAST})
"""Acts after which nobody turns to a question of their own."""
SETTLED = 4
"""Turns after which thanks at the end of a line, with a step of one's own or bare, are a goodbye."""
SURE = 0.55
"""Score of a theme from which a habit of mind about it is an answer."""
UNREADY = UNSURE | {"answer.unready", "too_far"}
"""Answers that say honestly that there is none here."""
RECENT = 6
"""Moves back within which an honest "I don't have that" is not said twice."""
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
        self._plain = {m.id: m.plain for m in moves if m.plain}

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
        now = Situation(scene, state, reading, line.present(None) | cues(reading), _themes(reading), rng)
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
        settled = {"thanks", "commits"} <= acts or "thanks_last" in acts
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
        pure_question = "asks" in acts and not TOLD & acts
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
                line.offer_fact(self._move("link.fact"), themes, near_only="own_mistake" not in themes)
            return
        if "fishes" in acts and line.offer_fact(self._move("answer.limits"), now.themes):
            return
        themes = tuple(t for t in now.themes if t in OWN_THEMES) if OWN_ANSWER & acts else now.themes
        if FROM_FACTS & acts and (
            line.beside(self._move("answer.beside"), themes)
            or line.offer_fact(self._move("answer.fact"), themes, near_only="asks_why" in acts)
        ):
            if line.earned and len(line.text.split()) < SHORT:
                line.offer_fact(self._move("answer.deeper"), now.themes)
            return
        sure = {*now.themes} - {hit.theme for hit in now.reading.themes if hit.score < SURE}
        for move in ranked(self._moves["answer"], now):
            if "fact" in move.needs or (move.asks and not then):
                continue
            if move.id == "answer.spent" and not line.spent(now.themes):
                continue
            unsure = move.id in {"too_far", "answer.unready"} and "asks" in acts
            if unsure and sure and not line.spent(now.themes):
                continue
            if move.id.startswith("answer.general.") and not sure & {*move.themes}:
                continue
            if move.id == "answer.not_near":
                continue
            if move.id.startswith("answer.general.") and "asks_why" in acts:
                line.add(self._move("answer.not_near"))
            judged = move.id in UNREADY and asks_a_view(now.reading)
            if judged and UNREADY & set(now.state.used_moves[-RECENT:]) and line.add(self._move("answer.stance")):
                return
            if line.add(move, {"plain": self._plain.get(now.state.used_moves[-1], "")} if ABOUT_LAST & acts else None):
                if judged and not line.asked:
                    line.add(self._move("answer.stance"))
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
            elif not line.asked and not heard(move, now.state):
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
        grave, present = bool(now.reading.risk.serious), line.present(line.then) | cues(now.reading)
        present |= {"unsure"} if line.has("answer.limits") else set()
        fitting = []
        for move in ranked(self._moves["ask"], _with(now, present)):
            if is_probe(move.id) and (not probing or {"asks", "says_hard"} & acts or grave):
                continue
            if move.hard and (TENDER & acts or grave or "asks" in acts):
                continue
            if move.stress and not due(move.stress, now):
                continue
            if move.hard and not move.stress and not hard_allowed:
                continue
            fitting.append(move)
        stayed = lingered(now.state)
        if "tells" in acts and not stayed:
            fitting.sort(key=lambda move: move.standing and not move.stress)
        elif not OWN_WORDS & acts:
            kept = {"follow.hard"} if stayed else {"follow.hard", "follow.short"}
            fitting = [move for move in fitting if move.id in kept or not move.id.startswith("follow.")] or fitting
        if line.has("clock.10"):
            fitting.sort(key=lambda move: not (move.hard or move.id in {"invite.question", "ask.then"}))
        for move in fitting:
            if move.stress or (move.standing and not move.acts):
                self._nod(line, now)
                if (
                    move.asks
                    and "tells" in acts
                    and not line.has("clock.")
                    and not line.has("pivot")
                    and (move.stress or now.state.turn > 2)
                ):
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
