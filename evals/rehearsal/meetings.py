"""Simulated meetings: every persona at every difficulty, checked line by line against the rules."""

import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.coaching.rehearsal import Rehearsal
from app.coaching.rehearsal.choosing import is_probe, is_yield
from app.coaching.rehearsal.filling import key, sentences
from app.domain.conversation import CoachingSession, Message
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.rehearsal import LeaderTurn
from app.domain.turn import Plan, Task
from evals.rehearsal.users import leader_script, script, trial

_CLOCK = datetime(2026, 1, 5, tzinfo=UTC)
_BROKEN = re.compile(
    r"[{}]|\s[.,?!]|\.\.(?!\.)|\?\.|,\.|\"\"|\b(?:a|the) (?:a|the|your|my)\b|\byour your\b"
    r"|\b(\w{3,}) \1\b|^\s|\s$|  "
)


@dataclass
class Told:
    """One simulated meeting: its leader turns, the messages, and what broke a rule."""

    meeting: Meeting
    turns: list[LeaderTurn] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    seconds: list[tuple[float, float]] = field(default_factory=list)
    """Each turn by the clock, and of processor time."""

    def session(self) -> CoachingSession:
        """Return the session these messages belong to."""
        return CoachingSession(
            id="s", owner="o", kind="rehearsal", meeting=self.meeting, created=_CLOCK, changed=_CLOCK
        )


def meeting_for(library: Library, persona: str, difficulty: int, seed: int) -> Meeting:
    """Return a meeting with this leader: their own scenario where there is one, else one with no facts at all."""
    scenario = next((s for s in library.scenarios if s.persona == persona), None)
    if scenario is None or seed % 4 == 3:
        return Meeting(persona=persona, difficulty=difficulty, seed=seed)
    held = scenario.meeting
    return Meeting(
        audience=scenario.audience,
        people=scenario.people,
        company=scenario.company,
        minutes=max(30, held.minutes),
        asked_by=held.asked_by,
        goal=held.goal,
        persona=persona,
        scenario=scenario.id,
        difficulty=difficulty,
        seed=seed,
    )


def play(
    rehearsal: Rehearsal, meeting: Meeting, lines: Iterable[str], *, stop: bool = True, timed: bool = True
) -> Told:
    """Hold one meeting with these user lines; `stop` ends it when the leader does. Not `timed`, the clock stands still."""
    told = Told(meeting)
    turn = rehearsal.open(meeting)
    _hear(told, rehearsal, turn)
    for line in lines:
        started, worked = time.perf_counter(), time.process_time()
        state = turn.state if timed else turn.state.model_copy(update={"minutes_left": 0.75 * meeting.minutes})
        turn = rehearsal.answer(meeting, state, told.messages, line)
        told.seconds.append((time.perf_counter() - started, time.process_time() - worked))
        told.messages.append(_message(told, "user", line, None))
        if turn.reading is not None and turn.reading.risk.serious:
            told.turns.append(turn)
            if turn.state.ended:
                break
            continue
        _hear(told, rehearsal, turn)
        if turn.state.ended and stop:
            break
    return told


def _hear(told: Told, rehearsal: Rehearsal, turn: LeaderTurn) -> None:
    said = [t.planned for t in told.turns]
    told.broken += [f"{fault}: {turn.planned}" for fault in faults(rehearsal, turn, told.meeting, said)]
    told.turns.append(turn)
    told.messages.append(_message(told, "leader", turn.planned, turn))


def _message(told: Told, role: str, text: str, turn: LeaderTurn | None) -> Message:
    plan = Plan(task=Task.REHEARSE, planned=text, leader=turn) if turn else None
    return Message.model_validate(
        {"id": str(len(told.messages)), "session": "s", "role": role, "text": text, "created": _CLOCK, "plan": plan}
    )


def faults(rehearsal: Rehearsal, turn: LeaderTurn, meeting: Meeting, said: list[str]) -> list[str]:
    """Return every rule a planned line breaks."""
    text, found = turn.planned, []
    if not text:
        return ["no words"]
    if reason := rehearsal.review_whole(text, turn, meeting, said):
        found.append(reason)
    swapped = turn.beats[0].move.startswith("ic.")  # an employee may echo a frightening word as a question
    if not swapped and text.count("?") == 1 and not text.rstrip("\"'”’ ").endswith("?"):
        found.append("the question is not last")
    if match := _BROKEN.search(text):
        found.append(f"broken text {match.group()!r}")
    before = {key(s) for line in said for s in sentences(line)}
    own = [key(s) for s in sentences(text)]
    if before & set(own) or len(own) != len(set(own)):
        found.append("a repeated sentence")
    if any(re.match(r"[a-z]", s.lstrip("\"'“")) for s in sentences(text) if not s.startswith("…")):
        found.append("a sentence without a capital")
    return found


def answered(turn: LeaderTurn) -> bool | None:
    """Say whether the user's question was answered or honestly declined; None when none was asked."""
    if turn.reading is None or not turn.reading.questions or not turn.beats or turn.beats[0].move.startswith("ic."):
        return None
    acts = set(turn.reading.acts)
    if not {a for a in acts if a.startswith(("asks", "fishes", "requests"))} or "speaks_to_machine" in acts:
        return None
    return any(
        b.move.startswith(("answer.", "too_far", "offer.", "secrecy.", "redirect.", "close.")) or "fact" in b.slots
        for b in turn.beats
    )


def measures(told: Sequence[Told]) -> dict[str, float]:
    """Return the four measures of difficulty: probes a line heard out, concessions and interruptions a turn, and patience.

    Patience is the mean, over meetings, of the words of the longest line heard without cutting in.
    """
    moves: Counter[str] = Counter()
    turns, whole, heard = 0, 0, []
    for one in told:
        patient = [0]
        for turn in one.turns[1:]:
            turns += 1
            cut = any(b.move.startswith("interrupt.") for b in turn.beats)
            moves["interruptions"] += cut
            whole += not cut
            moves["probes"] += any(is_probe(b.move) for b in turn.beats)
            moves["concessions"] += any(is_yield(b.move) for b in turn.beats)
            if turn.reading and not cut:
                patient.append(turn.reading.words)
        heard.append(max(patient))
    found = {"probes": moves["probes"] / whole}
    found |= {name: moves[name] / turns for name in ("concessions", "interruptions")}
    return found | {"patience": sum(heard) / len(heard)}


def by_difficulty(rehearsal: Rehearsal, library: Library, seeds: int) -> dict[int, dict[str, float]]:
    """Return the measures at each difficulty, over every leader persona, with the same lines each time."""
    personas = [p.id for p in library.personas if p.side == "leader"]
    return {
        difficulty: measures(
            [
                play(rehearsal, meeting_for(library, persona, difficulty, seed), trial(seed))
                for persona in personas
                for seed in range(seeds)
            ]
        )
        for difficulty in range(1, 6)
    }


def simulate(rehearsal: Rehearsal, library: Library, meetings: int) -> list[Told]:
    """Hold so many meetings, spread over every persona and difficulty; with an employee persona the user leads."""
    told = []
    for number in range(meetings):
        persona = library.personas[number % len(library.personas)]
        difficulty = 1 + (number // len(library.personas)) % 5
        seed = number // (5 * len(library.personas)) * 7 + number % 7
        lines = script(seed) if persona.side == "leader" else leader_script(seed)
        told.append(play(rehearsal, meeting_for(library, persona.id, difficulty, seed), lines))
    return told
