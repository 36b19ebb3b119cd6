"""Practice over time: what each rehearsal showed, and good meetings to watch."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from app.coaching.meetings import from_scenario
from app.coaching.planning import leader_plan
from app.coaching.rehearsal import Rehearsal
from app.domain.conversation import Message
from app.domain.library import Library
from app.domain.ports import SessionStore
from app.domain.rehearsal import Debrief, LeaderTurn, Rehearsed

SCORED = 3
"""Rubric lines a rehearsal must have scored to stand in the picture: a mean of fewer says nothing."""


class Practice:
    """Looks back over an owner's rehearsals, and plays the example of a scenario. Stores nothing."""

    def __init__(self, library: Library, rehearsal: Rehearsal, store: SessionStore) -> None:
        """Take the content, the rehearsal and the store."""
        self._library, self._rehearsal, self._store = library, rehearsal, store

    def progress(self, owner: str, limit: int = 50) -> tuple[Rehearsed, ...]:
        """Return the owner's ended rehearsals with enough to score, oldest first, at most `limit` of the newest."""
        held = []
        for session in self._store.recent(owner, limit):
            if session.kind != "rehearsal" or not session.ended:
                continue
            found = _debrief(self._store.thread(owner, session.id))
            scores = {s.name: s.value for s in found.scores if s.value is not None} if found else {}
            if found is None or len(scores) < SCORED:
                continue
            held.append(
                Rehearsed(
                    session=session.id,
                    title=session.title,
                    when=session.created,
                    side=session.meeting.audience,
                    difficulty=session.meeting.difficulty,
                    mean=sum(scores.values()) / len(scores),
                    scores=scores,
                    talk_share=found.talk_share,
                )
            )
        return tuple(sorted(held, key=lambda one: one.when))

    def example(self, scenario: str) -> tuple[Message, ...]:
        """Return a scenario's good run as the real director plays it, with asides and a debrief at the end; nothing is stored.

        Raises:
            InputRefused: there is no such scenario.
        """
        meeting = from_scenario(self._library, scenario, seed=1)
        now = datetime.now(UTC)
        messages: list[Message] = []

        def keep(role: str, text: str, turn: LeaderTurn | None, line: str = "") -> None:
            plan = leader_plan(self._library, meeting, turn, line) if turn else None
            values = {"id": f"example_{len(messages)}", "session": "", "role": role, "text": text, "plan": plan}
            messages.append(Message.model_validate(values | {"created": now}))

        turn = self._rehearsal.open(meeting)
        keep("leader", turn.planned, turn)
        for line in self._library.scenario_by_id[scenario].good_run:
            turn = self._rehearsal.answer(meeting, turn.state, messages, line)
            if turn.planned:
                keep("user", line, None)
                keep("leader", turn.planned, turn, line)
            if turn.state.ended:
                break
        return tuple(messages)


def in_words(held: Sequence[Rehearsed]) -> str:
    """Return what at least two rehearsals show, in two sentences; a difference in difficulty is said, never hidden."""
    first, last = held[0], held[-1]
    change = last.mean - first.mean
    way = "stayed at" if abs(change) < 0.15 else f"went {'up' if change > 0 else 'down'} from {first.mean:.1f} to"
    words = [f"Over {len(held)} rehearsals your average {way} {last.mean:.1f} of 4"]
    if first.difficulty != last.difficulty:
        words[0] += f", the last one at a {'higher' if last.difficulty > first.difficulty else 'lower'} difficulty"
    both = {name: last.scores[name] - first.scores[name] for name in last.scores if name in first.scores}
    gained = max(both, key=lambda name: both[name], default="")
    if gained and both[gained] > 0:
        words.append(f"Biggest gain: {gained}")
    weakest = min(last.scores, key=lambda name: last.scores[name])
    if last.scores[weakest] < 3:
        words.append(f"Next: {weakest}")
    return ". ".join(words) + "."


def _debrief(thread: Iterable[Message]) -> Debrief | None:
    return next((m.plan.debrief for m in reversed(list(thread)) if m.plan and m.plan.debrief), None)
