"""The rehearsal as the turn uses it: open, answer, check a model's sentence, debrief."""

import re
from collections.abc import Sequence
from functools import cached_property

from app.coaching.rehearsal import critic, grave
from app.coaching.rehearsal.aside import aside, hint
from app.coaching.rehearsal.debrief import debrief
from app.coaching.rehearsal.director import Director
from app.coaching.rehearsal.fairness import fair_to_leader
from app.coaching.rehearsal.filling import sentences
from app.coaching.rehearsal.leader_acts import LEADER
from app.coaching.rehearsal.reading import Reader
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.swapped import Swapped
from app.coaching.rehearsal.themes import Themes
from app.domain.conversation import CoachingSession, Message
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.ports import Embedder, English, RiskDetector
from app.domain.rehearsal import Beat, Debrief, LeaderTurn, Reading, RehearsalState
from app.domain.risk import RiskContext, RiskReport, SeriousFinding

IF_GRAVE = (
    "If something grave is behind that, it need not wait for a meeting: HR or employee relations, an ethics line, a safety "
    "representative or a union can hear it, and in danger the emergency services. If not, go on."
)
"""Said once in a meeting, beside a line that seems grave without saying of which kind."""


class Rehearsal:
    """Plays the person across the table and teaches from what was said. Keeps nothing between calls."""

    def __init__(
        self, library: Library, detector: RiskDetector, english: English, embedder: Embedder | None = None
    ) -> None:
        """Take the content and the ports; without an embedder questions are matched by shared words."""
        self._library, self._detector = library, detector
        self._english, self._embedder = english, embedder

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._english, Themes(self._library, self._embedder))

    @cached_property
    def _director(self) -> Director:
        return Director(self._library.moves)

    @cached_property
    def _swapped(self) -> Swapped:
        return Swapped(self._library.moves)

    def open(self, meeting: Meeting) -> LeaderTurn:
        """Return the first line of the person across the table."""
        scene = Scene.of(meeting, self._library)
        beats, state = (self._swapped if scene.swapped else self._director).open(scene)
        return LeaderTurn(beats=beats, planned=_spoken(beats), hint=hint(beats, scene), state=state)

    def answer(self, meeting: Meeting, state: RehearsalState, history: Sequence[Message], line: str) -> LeaderTurn:
        """Return the planned reply to a line, with the coach's aside.

        At a serious matter there are no beats and no words, for the coach speaks. A certain one ends the role-play; a
        possible one leaves the state as it was, and is asked about once: said again it stops nothing, taken up by the next
        line it ends the role-play too. Where it is a guess of which kind, the coach asks beside the leader's line.

        Args:
            meeting: the meeting being rehearsed.
            state: as the turn before left it.
            history: the session's messages so far, without this line.
            line: what the user said.
        """
        scene = Scene.of(meeting, self._library)
        turns = [m.plan.leader for m in history if m.plan and m.plan.leader]
        reading = self.read(scene, line, history)
        doubts = reading.risk.serious
        if any(finding.certain for finding in doubts):
            state = state.model_copy(update={"ended": True, "phase": "over", "ended_because": "serious"})
            return LeaderTurn(beats=(), planned="", reading=reading, state=state)
        new = [finding for finding in doubts if finding.category not in _asked_about(history)]
        if any(finding.named for finding in new):
            return LeaderTurn(beats=(), planned="", reading=reading, state=state)
        told, stepped_out, asked = grave.before(history)
        stays = bool(told) and grave.stays(told, line)
        if stepped_out and stays:
            return grave.ended(reading, state, told)
        reading = grave.marked(reading, new=bool(new), stays=stays, back=asked and grave.taken_back(line))
        beats, after = (self._swapped if scene.swapped else self._director).answer(scene, state, reading)
        asides = [turn.aside for turn in turns]
        said = IF_GRAVE if new else grave.STILL_OPEN if stepped_out else ""
        return LeaderTurn(
            beats=beats,
            planned=_spoken(beats),
            aside=said if said and said not in asides else "" if stays else aside(reading, scene, asides),
            hint="" if after.ended else hint(beats, scene),
            reading=reading,
            state=after,
        )

    def read(self, scene: Scene, line: str, history: Sequence[Message]) -> Reading:
        """Return the reading of a line that follows `history`."""
        turns = [m.plan.leader for m in history if m.plan and m.plan.leader]
        previous = next((m.text for m in reversed(history) if m.role == "leader"), "")
        return self._reader.read(
            line,
            scene,
            self._check(scene, line, previous),
            previous=previous,
            before=turns[-1].reading if turns else None,
        )

    def review(self, sentence: str, turn: LeaderTurn, meeting: Meeting, said: Sequence[str]) -> str:
        """Return why a model's sentence may not be said, or an empty string.

        Args:
            sentence: one sentence of the model's.
            turn: the planned turn it words.
            meeting: the meeting being rehearsed.
            said: what the person across the table said before, line by line.
        """
        return critic.review(sentence, turn, Scene.of(meeting, self._library), said)

    def review_whole(self, text: str, turn: LeaderTurn, meeting: Meeting, said: Sequence[str]) -> str:
        """Return why a model's whole line may not be said, or an empty string."""
        return critic.review_whole(text, turn, Scene.of(meeting, self._library), said)

    def debrief(self, session: CoachingSession, messages: Sequence[Message]) -> Debrief:
        """Return what the meeting taught. Nothing from a serious matter onwards is scored, quoted or counted."""
        scene = Scene.of(session.meeting, self._library)
        return debrief(scene, self._library, messages, lambda line, history: self.read(scene, line, history))

    def _check(self, scene: Scene, line: str, previous: str) -> RiskReport:
        people = scene.meeting.people
        context = RiskContext(
            previous=previous, names=scene.names, boss=people.boss.first, leader=people.leader.first, side=scene.side
        )
        report = self._detector.check(line, context)
        if scene.swapped:
            kept = tuple(finding for finding in report.serious if not _only_asked(line, finding))
            report = fair_to_leader(report.model_copy(update={"serious": kept}), scene)
        return report


_PROVISO = re.compile(r"\b(?:if|unless|except)\b", re.I)
_DUTY = re.compile(r"\b(?:i(?:'d|'ll)? (?:have|need|must|would|will)|i(?:'d|'ll)|have to|must)\b", re.I)


def _only_asked(line: str, finding: SeriousFinding) -> bool:
    """Say whether a leader names a serious matter only to ask after it, or to say what they would have to do about one."""
    said = next((s for s in sentences(line) if line.find(s) <= finding.start < line.find(s) + len(s)), "")
    if said.endswith("?") and LEADER["asks_safe"].search(said.lower().replace("’", "'")):
        return True
    rule = _DUTY.search(said) or LEADER["states_rule"].search(line.lower())
    return bool(rule and _PROVISO.search(said))


def _asked_about(history: Sequence[Message]) -> set[str]:
    """Return the possible matters the coach has asked about in this meeting."""
    return {finding.category for message in history if message.plan for finding in message.plan.serious}


def _spoken(beats: Sequence[Beat]) -> str:
    return " ".join(beat.text for beat in beats)
