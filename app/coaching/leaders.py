"""Leaders of the user's own: read from a few sentences, kept in the notebook, and what they should know."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import uuid4

from app.coaching.rehearsal.critic import unsayable
from app.coaching.rehearsal.described import ReadLeader, read_leader
from app.coaching.rehearsal.own_leader import nearest
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.themes import Themes
from app.coaching.rehearsal.told import facts_told
from app.coaching.text import clean
from app.domain.base import Value
from app.domain.described import Described
from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.meeting import Meeting, Person
from app.domain.notebook import Entry
from app.domain.ports import Embedder, English, Notebook, RiskDetector
from app.domain.risk import RiskContext, RiskReport

LONGEST = 4_000
"""Characters of a description: a few sentences or a page of notes."""


class ToldFacts(Value):
    """What a leader will know: lines by theme, what no leader would say aloud, and what was found in the text."""

    facts: dict[str, tuple[str, ...]]
    left_out: tuple[str, ...] = ()
    report: RiskReport = RiskReport(text="")


class Leaders:
    """Reads and keeps the leaders a user described. Nothing is kept before the user says so."""

    def __init__(
        self,
        library: Library,
        detector: RiskDetector,
        english: English,
        notebook: Notebook,
        embedder: Embedder | None = None,
    ) -> None:
        """Take the content and the ports; without an embedder themes are found by shared words."""
        self._library, self._detector, self._english, self._notebook = library, detector, english, notebook
        self._themes = Themes(library, embedder)

    def read(self, text: str) -> ReadLeader:
        """Return the card a description holds, for correction. A certain serious matter leaves no card.

        Raises:
            InputRefused: the text is empty or longer than 4,000 characters.
        """
        line = clean(text)
        if not line:
            raise InputRefused("Write a sentence or two about them first: how they talk, what they care about.")
        if len(line) > LONGEST:
            raise InputRefused(f"That is {len(line):,} characters; a page of notes, at most {LONGEST:,}, is enough.")
        return read_leader(
            line, self._english.parse(line), self._detector.check(line), self._library, self._detector.check
        )

    def keep(self, owner: str, card: Described) -> Described:
        """Keep a card, new or changed, and return it as it is kept.

        Raises:
            StoreError: it cannot be written.
        """
        now = datetime.now(UTC)
        kept = card.model_copy(update={"id": card.id or uuid4().hex, "like": card.like or nearest(card, self._library)})
        before = next((e for e in self._notebook.entries(owner, "leader") if e.id == kept.id), None)
        created = before.created if before else now
        value = kept.model_dump(mode="json")
        self._notebook.keep(Entry(id=kept.id, owner=owner, kind="leader", value=value, created=created, changed=now))
        return kept

    def of(self, owner: str) -> tuple[Described, ...]:
        """Return the owner's leaders, oldest first."""
        return tuple(Described.model_validate(entry.value) for entry in self._notebook.entries(owner, "leader"))

    def discard(self, owner: str, leader: str) -> None:
        """Remove a leader for good. Rehearsals already held with them stay readable."""
        self._notebook.discard(owner, leader)

    def facts(self, text: str, meeting: Meeting) -> ToldFacts:
        """Return what the leader of a meeting will know, one thing a line, in their own words and by theme.

        A line that would have them promise something, judge the manager or step out of the meeting is left out, and
        so is one that may be a serious matter.
        """
        line = clean(text)
        report = self._detector.check(line, RiskContext(names=meeting.names()))
        scene = Scene.of(meeting, self._library)
        refused: list[str] = []

        def sayable(said: str) -> str:
            if unsayable(said, scene) or self._detector.check(said).serious:
                refused.append(said)
                return ""
            return said

        facts = facts_told(line, meeting.people.leader, self._theme, sayable)
        return ToldFacts(facts=facts, left_out=tuple(refused), report=report)

    def _theme(self, line: str) -> str:
        hits: Sequence[str] = [hit.theme for hit in self._themes.find((line,), line, limit=1)]
        return hits[0] if hits else ""


def meeting_with(meeting: Meeting, card: Described) -> Meeting:
    """Return the meeting with a described leader across the table."""
    first, _, last = card.name.partition(" ")
    leader = Person(first=first, last=last, role=card.role, pronoun=card.pronoun)
    people = meeting.people.model_copy(update={"leader": leader})
    return meeting.model_copy(update={"described": card, "persona": card.like, "people": people})
