"""A rehearsal: what the user's line does, what the leader does next, and what was learned."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from app.domain.base import Value
from app.domain.knowledge import Audience
from app.domain.language import Span
from app.domain.meeting import AskedBy, Format, StressVariant
from app.domain.risk import RiskReport

Phase = Literal["opening", "theirs", "mine", "closing", "over"]
NumberShape = Literal["plain", "part_of", "from_to", "cost", "rate", "percent", "date"]


class ThemeHit(Value):
    """A theme the line is about, with the nearest question of the bank; `score` in [0, 1], higher is nearer."""

    theme: str
    question: str = ""
    score: float = 0.0


class PhraseKind(StrEnum):
    """Why a phrase of the user's is worth echoing."""

    VAGUE = "vague"
    ADMISSION = "admission"
    UNKNOWN = "unknown"
    CONTRAST = "contrast"
    AS_IF = "as_if"
    SELF_JUDGEMENT = "self_judgement"
    HEARSAY = "hearsay"
    BLAME = "blame"
    DECLINING = "declining"
    LOST = "lost"
    PROMISE = "promise"
    VERDICT = "verdict"
    FISHING = "fishing"
    PLAIN = "plain"


class UserPhrase(Span):
    """A phrase of 2 to 8 of the user's own words, verbatim, safe to quote back."""

    kind: PhraseKind


class NumberSaid(Span):
    """A number with its unit, hedges dropped. `shape` tells how to ask about it."""

    shape: NumberShape = "plain"


class Promise(Value):
    """Something one side said they would do. `due` is as said, empty when no time was given."""

    owner: str
    what: str
    due: str = ""
    line: str = ""


class Reading(Value):
    """What one line of the user's does. `acts` are several at once, the strongest first."""

    text: str
    acts: tuple[str, ...] = ()
    themes: tuple[ThemeHit, ...] = ()
    phrases: tuple[UserPhrase, ...] = ()
    numbers: tuple[NumberSaid, ...] = ()
    things: tuple[Span, ...] = ()
    names: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    words: int = 0
    risk: RiskReport = RiskReport(text="")


class Move(Value):
    """One thing a leader can do in a turn, and when it fits; `knowledge/moves/README.md` explains every field.

    `acts` of the reading: any of them makes the move fit; `unless` forbids it. `needs` names what must be there before
    the move is thought of. `says` are the wordings of a leader without a voice of their own.
    """

    id: str
    part: Literal["receive", "answer", "ask", "close", "open", "clock"]
    """Where it stands in the line: receive what was said, answer, then ask."""
    acts: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    needs: tuple[str, ...] = ()
    phrases: tuple[PhraseKind, ...] = ()
    """Kinds of phrase that may fill {phrase}."""
    shapes: tuple[NumberShape, ...] = ()
    """Shapes of number that may fill {number}; empty takes any."""
    themes: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    """Keys of the facts this move may say, with sides swapped."""
    asked_by: tuple[AskedBy, ...] = ()
    formats: tuple[Format, ...] = ()
    about: tuple[str, ...] = ()
    """Themes a standing question serves: a described leader who cares about one asks it sooner."""
    stress: StressVariant | Literal[""] = ""
    """Only where the scenario has this stress variant."""
    clock: tuple[int, int] | None = None
    """Minutes left, from and to, within which a clock line is true."""
    standing: bool = False
    """May be asked with no cue from the user's line."""
    hard: bool = False
    difficulty: tuple[int, int] = (1, 5)
    weight: float = 1.0
    times: int = Field(default=1, ge=1)
    """How often in one meeting, each time in other words."""
    traits: dict[str, tuple[int, int]] = Field(default_factory=dict)
    """Bounds on the persona's traits, e.g. {warmth: [4, 5]}."""
    rapport: int = 0
    """How rapport changes when the user brings this move about."""
    asks: bool = False
    direction: str = ""
    """Stage direction for a model, in a few words."""
    plain: str = ""
    """What a question of this move asks, in the plainest words, for one who did not follow it."""
    says: tuple[str, ...] = ()
    side: Literal["leader", "ic"] = "leader"


class Beat(Value):
    """One move as it was used: its template, what filled the slots, and the words."""

    move: str
    template: str
    slots: dict[str, str] = Field(default_factory=dict)
    text: str
    direction: str = ""


class RehearsalState(Value):
    """Everything the director remembers between turns; nothing of it is read back from the transcript."""

    phase: Phase = "opening"
    turn: int = 0
    minutes: int = 30
    minutes_left: float = 30.0
    rapport: int = 0
    trust: int = 2
    used_moves: tuple[str, ...] = ()
    used_lines: tuple[str, ...] = ()
    facts_said: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    """Claims and problems the user raised that the leader may come back to, in the user's words."""
    open_question: str = ""
    """The leader's last question, if still unanswered."""
    silent_turns: int = 0
    vague_turns: int = 0
    step_earned: bool = False
    echoed_last: bool = False
    stress_done: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    rapport_line: tuple[int, ...] = ()
    ended: bool = False
    ended_because: str = ""


class LeaderTurn(Value):
    """The director's decision for one turn: beats, the planned words, the coach's aside, and the state after it."""

    beats: tuple[Beat, ...]
    planned: str
    aside: str = ""
    hint: str = ""
    reading: Reading | None = None
    state: RehearsalState


class Score(Value):
    """One rubric line. `value` runs 0 to 4, higher is better; None means there was nothing to score."""

    line: str
    name: str
    value: int | None
    quote: str = ""
    turn: int = 0
    rule: str = ""
    """The rule that gave the score, in words."""


class Fix(Value):
    """One thing to change: what was said, why, and a better line from the user's own words."""

    turn: int
    quote: str
    why: str
    say_instead: str


class Strength(Value):
    """Something that landed, with the user's words."""

    turn: int
    quote: str
    why: str


class TurnPicture(Value):
    """One row of the picture of the meeting. Words are counts; `risk` is the highest severity, 0 when none."""

    turn: int
    user_words: int
    leader_words: int
    risk: int = 0
    rapport: int = 0
    theme: str = ""
    user_text: str = ""
    leader_text: str = ""


class Debrief(Value):
    """What a rehearsal taught: at most two strengths and three fixes, one drill, and scores with quotes."""

    headline: str
    scores: tuple[Score, ...]
    strengths: tuple[Strength, ...] = Field(max_length=2)
    fixes: tuple[Fix, ...] = Field(max_length=3)
    drill: str
    drill_line: str = ""
    """The leader's line that starts the drill at once."""
    talk_share: int
    """The user's share of all words, in percent."""
    talk_share_note: str = ""
    may_reach_boss: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    picture: tuple[TurnPicture, ...] = ()
    counts: dict[str, float] = Field(default_factory=dict)

    @property
    def unscored(self) -> dict[str, list[str]]:
        """The names of the parts without a score, under the reason they share."""
        names: dict[str, list[str]] = {}
        for score in self.scores:
            if score.value is None:
                names.setdefault(score.rule, []).append(score.name)
        return names


class Rehearsed(Value):
    """One ended rehearsal in the picture of many. `mean` and `scores` run 0 to 4, higher is better."""

    session: str
    title: str
    when: datetime
    side: Audience = "ic"
    difficulty: int = 3
    mean: float
    scores: dict[str, int]
    """Rubric lines by name; those not seen are missing."""
    talk_share: int
    """The user's share of all words, in percent: a mirror, not a grade."""
