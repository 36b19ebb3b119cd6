"""The facade: everything a screen, a command or an eval can ask of the coach."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from datetime import UTC, datetime
from typing import Literal

from app.coaching.commitments import Commitments
from app.coaching.compose import Composer
from app.coaching.documents import Documents
from app.coaching.drafts import Drafts
from app.coaching.emails import Letters
from app.coaching.leaders import Leaders
from app.coaching.planning import ABOUT_LENGTH, Planning, leader_plan, state_of
from app.coaching.practice import Practice
from app.coaching.prepared import PreparedAnswers
from app.coaching.questions import Questions
from app.coaching.rehearsal import Rehearsal
from app.coaching.second_opinion import SecondOpinion
from app.coaching.second_reading import SecondReading
from app.coaching.text import clean, title_of
from app.coaching.turn import TurnRunner, new_id
from app.domain.agenda import Agenda
from app.domain.conversation import CoachingSession, Export, Message, TurnEvent
from app.domain.emails import EmailBrief, EmailDraft
from app.domain.errors import InputRefused
from app.domain.knowledge import Audience
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.ports import Engine, Hit, KnowledgeIndex, RiskDetector, SessionStore
from app.domain.rehearsal import RehearsalState
from app.domain.risk import LONGEST_TEXT, RiskContext
from app.domain.turn import ChatLine, CheckCard, EngineRequest, Plan, Provenance, Task

WARMING = "May I write to Grace Okafor at grace@example.org, or call +44 20 7946 0958?"
"""A line with every kind of name in it: finding names loads what it needs when it first finds them."""


class Coach:
    """One coach over one store. Safe to share between threads; sessions carry all state."""

    def __init__(
        self,
        library: Library,
        engine: Engine,
        store: SessionStore,
        index: KnowledgeIndex,
        detector: RiskDetector,
        planning: Planning,
        questions: Questions,
        letters: Letters,
        rehearsal: Rehearsal,
        runner: TurnRunner,
        composer: Composer,
        commitments: Commitments,
        drafts: Drafts,
        prepared: PreparedAnswers,
        documents: Documents,
        leaders: Leaders,
        practice: Practice,
        second_opinion: SecondOpinion,
        second_reading: SecondReading,
        load_engine: Callable[[], object] = lambda: None,
        forget: Callable[[], None] = lambda: None,
    ) -> None:
        """Built by `app.bootstrap.build_coach`; `forget` empties the memory of whatever reads texts."""
        self.library = library
        self.engine = engine
        self.questions = questions
        self.letters = letters
        self.commitments = commitments
        self.drafts = drafts
        self.prepared = prepared
        self.documents = documents
        self.leaders = leaders
        self.practice = practice
        self._second_opinion = second_opinion
        self.second_reading = second_reading
        self._load_engine = load_engine
        self._forget = forget
        self._store = store
        self.index = index
        self._detector = detector
        self._planning = planning
        self._rehearsal = rehearsal
        self._runner = runner
        self._composer = composer

    def warm(self) -> None:
        """Load everything a first turn needs: index, detector, models. A few seconds; safe beside turns.

        Raises:
            CoachError: the index cannot be opened or built, or a model inside this program cannot be loaded.
        """
        line = "What matters most to you this year?"
        self.search(line)
        self.check(line)
        self._detector.check(line, RiskContext(side="asked"))
        self._rehearsal.answer(Meeting(persona=self.library.personas[0].id), RehearsalState(), [], line)
        self.engine.preview(
            EngineRequest(plan=Plan(task=Task.ASK, planned=line), lines=(ChatLine(role="user", content=WARMING),))
        )
        self._load_engine()

    def without_engine(self) -> "Coach":
        """Return this coach over the same conversations, with no model asked for anything."""
        quiet = copy(self)
        quiet._runner = self._runner.without_engine()
        quiet.engine = quiet._runner.engine
        return quiet

    def start(self, owner: str, meeting: Meeting = Meeting()) -> CoachingSession:
        """Begin a chat."""
        return self._create(owner, "chat", meeting, "each")

    def rehearse(self, owner: str, meeting: Meeting, asides: Literal["each", "end"] = "each") -> CoachingSession:
        """Begin a rehearsal; the leader's opening line is its first message."""
        session = self._create(owner, "rehearsal", meeting, asides)
        turn = self._rehearsal.open(meeting)
        plan = leader_plan(self.library, meeting, turn, "")
        self._tell(session, plan, "leader")
        self.engine.preview(
            self._composer.request(plan, session, ())
        )  # finds the meeting's names before the first line
        return self._store.get(owner, session.id)

    def session(self, owner: str, session: str) -> CoachingSession:
        """Return a session, or raise SessionNotFound."""
        return self._store.get(owner, session)

    def thread(self, owner: str, session: str) -> list[Message]:
        """Return the messages of the branch in view, first to newest."""
        return self._store.thread(owner, session)

    def branches(self, owner: str, session: str) -> list[Message]:
        """Return every message, whatever branch it is on, oldest first."""
        return self._store.branches(owner, session)

    def recent(self, owner: str, limit: int = 50) -> list[CoachingSession]:
        """Return the owner's sessions, newest first."""
        return self._store.recent(owner, limit)

    def reply(self, owner: str, session: str, text: str, task: Task | None = None) -> Iterator[TurnEvent]:
        """Yield the events of one turn; `task` overrides what the line itself seems to ask for in a chat.

        Raises:
            InputRefused: the line is empty or longer than LONGEST_TEXT, in a rehearsal than ABOUT_LENGTH.
            SessionNotFound: no such session.
            StoreError: the line could not be stored.
        """
        line = clean(text)
        if not line:
            raise InputRefused("There is nothing to answer yet. Write a few words first.")
        current = self._store.get(owner, session)
        longest = ABOUT_LENGTH if current.kind == "rehearsal" else LONGEST_TEXT
        if len(line) > longest:
            raise InputRefused(f"That is {len(line):,} characters; please send at most {longest:,} at a time.")
        if not current.title and current.kind == "chat":
            current = current.model_copy(update={"title": title_of(line)})
            self._store.save(current)
        yield from self._runner.run(current, line, task)
        self._end_if_over(owner, session)

    def hint(self, owner: str, session: str) -> str:
        """Return one hint for the next line of a rehearsal; empty when there is none."""
        leader = next((m.plan.leader for m in reversed(self.thread(owner, session)) if m.plan and m.plan.leader), None)
        return leader.hint if leader else ""

    def rewind(self, owner: str, session: str, message: str) -> CoachingSession:
        """Make a message the head: the next line starts a branch after it. Nothing is removed."""
        current = self._store.get(owner, session)
        rewound = current.model_copy(update={"head": message, "ended": False, "changed": datetime.now(UTC)})
        self._store.save(rewound)
        return rewound

    def end(self, owner: str, session: str) -> Message:
        """End a rehearsal and return the message with its debrief; ending twice returns the same one."""
        current, thread = self._store.get(owner, session), self.thread(owner, session)
        if thread and thread[-1].plan and thread[-1].plan.debrief:
            return thread[-1]
        debrief = self._rehearsal.debrief(current, thread)
        plan = Plan(task=Task.DEBRIEF, intent="debrief", planned=debrief.headline, debrief=debrief)
        message = self._tell(current, plan, "coach")
        self._store.save(self._store.get(owner, session).model_copy(update={"ended": True}))
        return message

    def check(self, text: str, context: RiskContext = RiskContext(), *, second: bool = False) -> CheckCard:
        """Return what could travel back in a text, and the text reworded.

        With `second`, a model on this machine may add to it; it never takes anything away.

        Raises:
            InputRefused: the text is longer than LONGEST_TEXT.
        """
        line = clean(text)
        if len(line) > LONGEST_TEXT:
            raise InputRefused(f"That is {len(line):,} characters; please check at most {LONGEST_TEXT:,} at a time.")
        report = self._detector.check(line, context)
        if second:
            report = self._second_opinion.on(report, context)
        return CheckCard(report=report, better=self._detector.better(report))

    def agenda(self, meeting: Meeting, pinned: Sequence[str] = (), dropped: Sequence[str] = ()) -> Agenda:
        """Return the questions for a meeting, inside its time."""
        return self.questions.agenda(meeting, pinned, dropped)

    def brief(self, kind: str, text: str) -> EmailBrief:
        """Return the facts of a letter taken out of free text, which a model reads too if there is one; nothing is added."""
        text = clean(text)
        return self.second_reading.on(self.letters.brief(kind, text), text, self.engine)

    def draft(self, brief: EmailBrief) -> EmailDraft:
        """Return the letter for a brief."""
        return self.letters.draft(brief)

    def check_letter(self, brief: EmailBrief, subject: str, body: str) -> EmailDraft:
        """Return a letter as it was edited, with fresh checks."""
        return self.letters.check(brief, subject, clean(body))

    def search(self, query: str, audience: Audience | None = None, limit: int = 20) -> list[Hit]:
        """Return the cards nearest a query, best first."""
        return self.index.search(clean(query), audience=audience, limit=limit)

    def suggestions(self, turn: int = 0) -> tuple[str, ...]:
        """Return three example questions that stand on their own; another `turn` gives others."""
        mine = [card.button for card in self.library.cards if "ic" in card.audience and "serious" not in card.themes]
        asks = [each for each in mine if each.endswith("?") and not each.startswith("And ")]
        step = max(1, len(asks) // 3)
        return tuple(asks[(turn * 7 + part * step) % len(asks)] for part in range(3)) if asks else ()

    def rename(self, owner: str, session: str, title: str) -> None:
        """Give a session another title."""
        self._store.save(self._store.get(owner, session).model_copy(update={"title": clean(title)[:200]}))

    def delete(self, owner: str, session: str) -> None:
        """Remove a session for good."""
        self._store.delete(owner, session)

    def export(self, owner: str) -> Export:
        """Return everything of this owner."""
        return self._store.export(owner)

    def delete_all(self, owner: str) -> int:
        """Remove everything of this owner for good; return how many sessions."""
        count = self._store.delete_all(owner)
        self.documents.forget(owner)
        self.commitments.forget_notes()
        self._forget()
        return count

    def outgoing(self, owner: str, session: str) -> str:
        """Return exactly what an engine would be sent for the session's last line; empty when nothing would be."""
        current, thread = self._store.get(owner, session), self.thread(owner, session)
        last = next((i for i in range(len(thread) - 1, -1, -1) if thread[i].role == "user"), None)
        plan = thread[-1].plan if thread else None
        if last is None or plan is None or not plan.prompt:
            return ""
        request = self._composer.request(plan, current, thread[: last + 1])
        return self.engine.preview(request)

    def _create(
        self, owner: str, kind: Literal["chat", "rehearsal"], meeting: Meeting, asides: Literal["each", "end"]
    ) -> CoachingSession:
        now = datetime.now(UTC)
        title = ""
        if kind == "rehearsal":
            other = meeting.opposite
            title = f"Rehearsal with {other.full or other.role or ('an employee' if meeting.leads else 'my leader')}"
        session = CoachingSession(
            id=new_id(), owner=owner, kind=kind, title=title, meeting=meeting, asides=asides, created=now, changed=now
        )
        self._store.create(session)
        return session

    def _tell(self, session: CoachingSession, plan: Plan, role: Literal["coach", "leader"]) -> Message:
        message = Message(
            id=new_id(),
            session=session.id,
            parent=session.head,
            role=role,
            text=plan.planned,
            created=datetime.now(UTC),
            plan=plan,
            provenance=Provenance(engine="playbook", content=self.library.fingerprint),
        )
        self._store.append(session.owner, message)
        return message

    def _end_if_over(self, owner: str, session: str) -> None:
        current = self._store.get(owner, session)
        if current.kind != "rehearsal" or current.ended:
            return
        thread = self.thread(owner, session)
        stopped = any(f.certain for m in thread[-1:] if m.plan for f in m.plan.serious)
        if stopped:
            self._store.save(current.model_copy(update={"ended": True}))
        elif state_of(thread).ended:
            self.end(owner, session)
