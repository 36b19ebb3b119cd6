"""The one path of a turn: store, plan, say, check, store. Screens, command line and evals consume the same events."""

import uuid
from collections.abc import Callable, Generator, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import perf_counter

from app.coaching.compose import Composer
from app.coaching.sentences import sentences
from app.coaching.unfit import unfit
from app.domain.conversation import CoachingSession, Message, TurnCompleted, TurnEvent
from app.domain.errors import EngineError, MissingExtra
from app.domain.ports import Engine, SessionStore
from app.domain.turn import (
    AsideGiven,
    EngineRequest,
    Plan,
    Provenance,
    ReplyReplaced,
    RiskFlagged,
    SeriousFound,
    Task,
    TextReleased,
    Usage,
)

Planner = Callable[[CoachingSession, Sequence[Message], Task | None], Plan]
Rereading = Callable[[Plan, str, str], Plan]
"""Returns the plan once an engine has read what it was made from: the plan, what the engine answered, its spec."""
Critic = Callable[[str, Plan, CoachingSession, Sequence[Message]], str]
"""Returns why a text may not be shown, or an empty string. A missing critic is a failure, not a pass."""


@dataclass(frozen=True)
class Critics:
    """What checks a task's words: each sentence as it comes, and the whole at its end."""

    sentence: Critic
    whole: Critic


@dataclass
class _Saying:
    """What happened while a plan was being said."""

    text: str = ""
    said_by_engine: bool = False
    replaced: str = ""
    usage: Usage = field(default_factory=Usage)
    plan: Plan | None = None
    """The plan as it became, where an engine read and did not speak."""


class TurnRunner:
    """Runs turns; holds no state of its own."""

    def __init__(
        self,
        store: SessionStore,
        engine: Engine,
        playbook: Engine,
        planner: Planner,
        critics: dict[Task, Critics],
        composer: Composer,
        content: str,
        rereadings: dict[Task, Rereading] | None = None,
    ) -> None:
        """`playbook` says what no engine may reword; `content` is the library's fingerprint.

        For the tasks of `rereadings` an engine reads, and the plan that comes of it is shown: it does not speak.
        """
        self._rereadings = rereadings or {}
        self._store = store
        self._engine = engine
        self._playbook = playbook
        self._planner = planner
        self._critics = critics
        self._composer = composer
        self._content = content

    @property
    def engine(self) -> Engine:
        """What says the plans that an engine may say."""
        return self._engine

    def without_engine(self) -> "TurnRunner":
        """Return a runner over the same store whose every plan is said by the playbook."""
        quiet = copy(self)
        quiet._engine = self._playbook
        return quiet

    def run(self, session: CoachingSession, text: str, task: Task | None = None) -> Iterator[TurnEvent]:
        """Store the user's line, then yield the events of the reply; `task` overrides the routing of a chat line.

        Raises:
            StoreError: the line could not be stored; nothing was lost that had been.
        """
        began = perf_counter()
        line = Message(
            id=new_id(), session=session.id, parent=session.head, role="user", text=text, created=datetime.now(UTC)
        )
        self._store.append(session.owner, line)
        thread = self._store.thread(session.owner, session.id)
        plan = self._planner(session, thread, task)
        yield from self._reply(session, thread, plan, began)

    def _reply(
        self, session: CoachingSession, thread: Sequence[Message], plan: Plan, began: float
    ) -> Iterator[TurnEvent]:
        engine = self._engine if plan.prompt in self._composer.prompts else self._playbook
        # The planned words are stored before anything is said: whatever happens now, a reload shows a whole reply.
        reply = Message(
            id=new_id(),
            session=session.id,
            parent=thread[-1].id if thread else "",
            role=plan.speaker,
            text=plan.planned,
            created=datetime.now(UTC),
            partial=True,
            plan=plan,
            provenance=self._provenance(engine, plan),
        )
        self._store.append(session.owner, reply)
        saying = _Saying()
        asked = perf_counter()
        complete = False
        try:
            yield from _before(plan)
            yield from self._say(engine, session, thread, plan, saying)
            complete = True
        finally:
            done = perf_counter()
            provenance = self._provenance(engine, plan).model_copy(
                update={
                    "said_by": "engine" if saying.said_by_engine else "plan",
                    "replaced": saying.replaced,
                    "overhead_ms": round((asked - began) * 1000, 2),
                    "latency_ms": round((done - asked) * 1000, 2),
                    **saying.usage.model_dump(),
                }
            )
            shown = saying.plan or plan
            reply = reply.model_copy(
                update={
                    "text": saying.text or shown.planned,
                    "partial": not complete,
                    "plan": shown,
                    "provenance": provenance,
                }
            )
            self._store.append(session.owner, reply)
        yield TurnCompleted(message=reply)

    def _say(
        self, engine: Engine, session: CoachingSession, thread: Sequence[Message], plan: Plan, saying: _Saying
    ) -> Iterator[TurnEvent]:
        if engine is self._playbook:
            for piece in engine.stream(EngineRequest(plan=plan)):
                if isinstance(piece, str):
                    saying.text += piece
                    yield TextReleased(text=piece)
            return
        if reread := self._rereadings.get(plan.task):
            yield from self._read(engine, self._composer.request(plan, session, thread), reread, saying)
            return
        reason = yield from self._ask_engine(engine, session, thread, plan, saying)
        if reason:
            shown = bool(saying.text)
            saying.text, saying.said_by_engine, saying.replaced = plan.planned, False, reason
            yield ReplyReplaced(text=plan.planned, reason=reason) if shown else TextReleased(text=plan.planned)

    def _read(self, engine: Engine, request: EngineRequest, reread: Rereading, saying: _Saying) -> Iterator[TurnEvent]:
        """Show the plan that comes of what the engine reads; the one that was there where it fails."""
        plan = request.plan
        try:
            plan = reread(plan, "".join(_words(engine.stream(request), saying)), engine.spec)
        except (EngineError, MissingExtra) as error:
            saying.replaced = str(error)
        if plan.serious and not request.plan.serious:
            yield SeriousFound(findings=plan.serious)
        saying.plan, saying.text = plan, plan.planned
        yield TextReleased(text=plan.planned)

    def _ask_engine(
        self, engine: Engine, session: CoachingSession, thread: Sequence[Message], plan: Plan, saying: _Saying
    ) -> Generator[TurnEvent, None, str]:
        """Let the engine say the plan, as often as its prompt allows; return why the planned words have to be shown, or ""."""
        critics = self._critics.get(plan.task)
        if critics is None:
            return f"nothing checks what an engine says: {plan.task}"
        reason = ""
        for attempt in range(self._composer.prompts[plan.prompt].tries):
            request = self._composer.request(plan, session, thread, attempt)
            try:
                reason = yield from self._attempt(engine, request, critics, session, thread, saying)
            except (EngineError, MissingExtra) as error:
                # Adapters try again themselves where that can help; asking once more would only double the wait.
                if not saying.text:
                    return str(error)
                # What was shown stays; the planned words follow, so the person is not left with half an answer.
                rest = (
                    f"\n\n*The model stopped here. In the coach's own words:*\n\n{_not_said(plan.planned, saying.text)}"
                )
                saying.text, saying.replaced = saying.text.rstrip() + rest, str(error)
                yield TextReleased(text=rest)
                return ""
            if not reason or saying.text:
                break
        return reason

    def _attempt(
        self,
        engine: Engine,
        request: EngineRequest,
        critics: Critics,
        session: CoachingSession,
        thread: Sequence[Message],
        saying: _Saying,
    ) -> Generator[TurnEvent, None, str]:
        """Show the engine's words as far as they pass; return why they did not do as a whole, or an empty string."""
        plan = request.plan
        held = plan.speaker == "leader"  # a leader's turn is short, and some rules need the whole of it
        whole = dropped = last = ""
        for sentence in sentences(_words(engine.stream(request), saying)):
            # A line break in mid-sentence must not hide what two pieces say together.
            joined = " ".join(f"{last}{sentence}".split())
            last = "" if sentence.rstrip().endswith((".", "!", "?", "]", ":")) else f"{joined} "
            reason = unfit(sentence, request) or unfit(joined, request)
            if reason := reason or critics.sentence(sentence, plan, session, thread):
                if held:
                    return reason
                dropped = dropped or reason
                continue
            whole += sentence
            if not held:
                saying.text, saying.said_by_engine = whole, True
                yield TextReleased(text=sentence)
        if reason := critics.whole(whole, plan, session, thread):
            return dropped or reason
        if held:
            saying.text, saying.said_by_engine = whole.strip(), True
            yield TextReleased(text=saying.text)
        return ""

    def _provenance(self, engine: Engine, plan: Plan) -> Provenance:
        prompt = self._composer.prompts.get(plan.prompt)
        return Provenance(
            engine=engine.spec,
            prompt=prompt.id if prompt else plan.prompt,
            prompt_version=prompt.version if prompt else 0,
            prompt_sha=prompt.sha if prompt else "",
            content=self._content,
            cards=plan.cards,
            searched=plan.searched,
        )


def _not_said(planned: str, shown: str) -> str:
    """Return the planned paragraphs that are not on the screen yet; all of them when every one is."""
    rest = [part for part in planned.split("\n\n") if part.strip() not in shown]
    return "\n\n".join(rest) or planned


def _before(plan: Plan) -> Iterator[TurnEvent]:
    if plan.risk is not None and plan.risk.flags:
        yield RiskFlagged(report=plan.risk)
    if plan.serious:
        yield SeriousFound(findings=plan.serious)
    if plan.leader is not None and plan.leader.aside:
        yield AsideGiven(text=plan.leader.aside)


def _words(pieces: Iterator[str | Usage], saying: _Saying) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Usage):
            saying.usage = piece
        else:
            yield piece


def new_id() -> str:
    """Return an id nobody can guess: 128 random bits as 32 hex digits."""
    return uuid.uuid4().hex
