"""What was promised, kept in the notebook: found in notes or a debrief, ticked off, and taken into letters."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from app.coaching.due import day_of
from app.coaching.followthrough import called, same_person
from app.coaching.kept_back import hangs_on_serious
from app.coaching.note_forms import speaker
from app.coaching.notebook import entry_id, keep_value
from app.coaching.notes import Notes
from app.coaching.text import clean
from app.coaching.tongues import is_foreign
from app.domain.commitments import Account, Commitment, CommitmentState, MeetingLog
from app.domain.conversation import CoachingSession
from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.notebook import EntryKind
from app.domain.ports import Notebook
from app.domain.rehearsal import Debrief, Promise
from app.domain.risk import RiskReport

ENGLISH_NOTES = (
    "I read notes in English only, so I would miss what was promised in these. Put the promises in English, a line each, "
    "or write them by hand below. If somebody may be in danger or harmed, that need not wait: emergency services, HR or "
    "a crisis line."
)
LONGEST = 20_000
"""Characters of notes read at once: more than an hour of talk."""
_SUBJECT = re.compile(
    r"\b((?:what|that|if|when|whether|how|where|why|once|as|until|than|before|after|which) )you\b"
    r"|\byou(?= (?:have|had|can|could|will|would|need|want|asked|said|like|mind)\b|['’](?:ve|ll|d)\b)"
)
"""Where "you" does something itself, and "me" cannot stand for it."""


class Commitments:
    """The private log of what was promised. Every method takes whose log it is as `holder`."""

    def __init__(self, notebook: Notebook, notes: Notes, library: Library | None = None) -> None:
        """Keep the notebook that everything is stored in, what reads notes, and the library that knows English words."""
        self._notebook = notebook
        self._notes = notes
        self._library = library

    def found(
        self,
        holder: str,
        notes: str,
        met: date,
        *,
        meeting: str = "",
        leader: str = "",
        me: str = "",
        report: RiskReport | None = None,
    ) -> tuple[Commitment, ...]:
        """Return the promises in notes, for the user to set right; nothing is kept yet.

        Args:
            holder: whose log.
            notes: typed or pasted, at most 20,000 characters.
            met: the day of the meeting; "by Friday" is counted from it.
            meeting: what the user calls it; may be empty.
            leader: the leader's name, used as owner for "she'll …".
            me: the user's own name, whose promises in the notes are the user's.
            report: the notes as the risk detector read them. What hangs on a serious matter is never turned into
                something to tick off; the page shows its routes.

        Raises:
            InputRefused: the notes are longer than that, or in another language than English.
        """
        text = clean(notes)
        if len(text) > LONGEST:
            raise InputRefused(
                f"Those notes have {len(text):,} characters; please paste at most {LONGEST:,} at a time."
            )
        if self._library and is_foreign(text, self._library):
            raise InputRefused(ENGLISH_NOTES)
        read = self._notes.promises(text, leader=called(leader))
        seen = [_seen_by(me, each, leader) for each in read if not (report and hangs_on_serious(each, report))]
        return self.from_promises(holder, seen, met, meeting=meeting)

    def from_promises(
        self, holder: str, found: Iterable[Promise], met: date, *, meeting: str = "", session: str = ""
    ) -> tuple[Commitment, ...]:
        """Return promises as commitments with their day worked out; nothing is kept yet.

        What is promised twice, as in a talk and its summary, is one commitment; where only one of them has a day, that one.
        """
        made: dict[str, Commitment] = {}
        for each in found:
            one = Commitment(
                id=entry_id(holder, "commitment", session or f"{met} {meeting}", each.owner, each.what),
                owner=each.owner,
                what=each.what,
                due=each.due,
                day=day_of(each.due, met),
                line=each.line,
                meeting=meeting,
                met=met,
                session=session,
            )
            if one.id not in made or (one.day and not made[one.id].day):
                made[one.id] = one
        return tuple(made.values())

    def from_rehearsal(
        self, holder: str, debrief: Debrief, session: CoachingSession, met: date
    ) -> tuple[Commitment, ...]:
        """Return what both sides promised in a rehearsal held on `met`, told from the user's side; nothing is kept yet."""
        told = [one for each in debrief.promises for one in self._told(each, session.meeting.opposite.first)]
        return self.from_promises(holder, told, met, meeting=session.title, session=session.id)

    def _told(self, promise: Promise, other: str) -> Iterator[Promise]:
        """Yield what was spoken to the other as the user would note it: "I'll send you it" gives "send Dana it".

        One line may promise several things.
        """
        read = self._notes.promises(promise.what) or (promise.model_copy(update={"due": ""}),)
        dues = [each.due for each in read]
        if promise.due not in dues:
            dues[0] = dues[0] or promise.due
        for each, due in zip(read, dues, strict=True):
            what = _turned(each.what, other, mine=promise.owner == "you")
            yield promise.model_copy(update={"what": what, "due": due})

    def forget_notes(self) -> None:
        """Forget all notes that were read, of whoever: they are read again when they are shown."""
        self._notes.forget()

    def add(self, holder: str, new: Iterable[Commitment]) -> int:
        """Put commitments on the list; one that is there already stays as it is. Return how many were new."""
        known = {each.id for each in self.all(holder)}
        fresh = [each for each in new if each.id not in known]
        for each in fresh:
            self.put(holder, each)
        return len(fresh)

    def by_hand(self, holder: str, owner: str, what: str, day: date | None, met: date, meeting: str = "") -> Commitment:
        """Put one commitment on the list as the user wrote it, and return it.

        Raises:
            InputRefused: there are no words in `what`.
        """
        words = _words(what)
        made = Commitment(
            id=entry_id(holder, "commitment", f"{datetime.now(UTC)}", owner, words),
            owner=owner,
            what=words,
            day=day,
            meeting=meeting,
            met=met,
        )
        self.put(holder, made)
        return made

    def put(self, holder: str, commitment: Commitment) -> None:
        """Keep a commitment as it is given, new or changed."""
        keep_value(self._notebook, holder, "commitment", commitment.id, commitment.model_dump(mode="json"))

    def mark(self, holder: str, commitment: str, state: CommitmentState) -> None:
        """Mark one as kept, dropped, or open again; one that is not there is no error."""
        for each in self.all(holder):
            if each.id == commitment:
                self.put(holder, each.model_copy(update={"state": state}))

    def remove(self, holder: str, commitment: str) -> None:
        """Take one off the list for good."""
        self._notebook.discard(holder, commitment)

    def all(self, holder: str) -> list[Commitment]:
        """Return every commitment: those with a day first, the earliest first, then in order of entry."""
        kept = [Commitment.model_validate(each.value) for each in self._notebook.entries(holder, "commitment")]
        return sorted(kept, key=lambda each: (each.day is None, each.day or each.met))

    def open(self, holder: str) -> list[Commitment]:
        """Return what is still open, due first."""
        return [each for each in self.all(holder) if each.state == "open"]

    def meetings(self, holder: str) -> list[MeetingLog]:
        """Return what was predicted and what happened, newest meeting first."""
        kept = [MeetingLog.model_validate(each.value) for each in self._notebook.entries(holder, "meeting")]
        return sorted(kept, key=lambda each: each.met, reverse=True)

    def predict(self, holder: str, meeting: str, met: date, before: Account) -> MeetingLog:
        """Keep what the user expects of a meeting, and return it.

        Raises:
            InputRefused: nothing was written.
        """
        if before.empty:
            raise InputRefused("Write at least one of the three first.")
        made = MeetingLog(
            id=entry_id(holder, "meeting", f"{datetime.now(UTC)}"), meeting=clean(meeting), met=met, before=before
        )
        self.record(holder, made)
        return made

    def record(self, holder: str, log: MeetingLog) -> None:
        """Keep a meeting's log as it is given, new or changed."""
        keep_value(self._notebook, holder, "meeting", log.id, log.model_dump(mode="json"))

    def clear(self, holder: str) -> int:
        """Remove the whole log for good: commitments, meetings, and notes that were read. Return how many entries."""
        kinds: tuple[EntryKind, ...] = ("commitment", "meeting")
        gone = [each.id for kind in kinds for each in self._notebook.entries(holder, kind)]
        for each in gone:
            self._notebook.discard(holder, each)
        self.forget_notes()
        return len(gone)


def corrected(commitment: Commitment, what: str, owner: str, day: date | None) -> Commitment:
    """Return a commitment as the user set it right. With another day, the words for the time go: they name the old one.

    Raises:
        InputRefused: there are no words in `what`.
    """
    due = commitment.due if day == commitment.day else ""
    return commitment.model_copy(update={"what": _words(what), "owner": owner, "day": day, "due": due})


def _words(what: str) -> str:
    words = clean(what)
    if not words:
        raise InputRefused("Write what was promised first.")
    return words


def _seen_by(me: str, promise: Promise, other: str) -> Promise:
    """Return a promise found in notes as the user would note it: whose it is, and who "you" is in words that were spoken."""

    def is_me(name: str) -> bool:
        return bool(me) and same_person(name, me) and not (other and same_person(name, other))

    spoke = speaker(promise.line)
    owner = next((name for name in (other, me) if _are_initials(promise.owner, name)), promise.owner)
    owner = "you" if is_me(owner) else called(owner)
    mine = owner == "you" or is_me(spoke)
    what = _turned(promise.what, called(other), mine=mine) if mine or spoke else promise.what
    return promise.model_copy(update={"owner": owner, "what": what})


def _turned(what: str, other: str, *, mine: bool) -> str:
    """Return what one of the two said to the other, with "you" as the user would write it down."""
    if mine:
        put = {"you": other or "them", "your": "their", "yours": "theirs", "yourself": "themselves"}
    else:
        what = re.sub(r"\byou(?:['’]re| are)\b", "I am", what)
        what = _SUBJECT.sub(lambda found: f"{found[1] or ''}I", what)
        put = {"you": "me", "your": "my", "yours": "mine", "yourself": "myself", "my": "their"}
    return re.sub(rf"\b(?:{'|'.join(put)})\b", lambda word: put[word[0]], what)


def _are_initials(short: str, name: str) -> bool:
    """Tell whether "R" or "RB" stands for Ray Barton."""
    parts = "".join(part[0] for part in name.split())
    return short.isupper() and len(short) <= 2 and parts.startswith(short)
