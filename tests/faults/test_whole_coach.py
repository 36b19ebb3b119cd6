"""The coach as it is built for people, with an engine that misbehaves: what a person gets is right all the same."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.coaching.meetings import with_persona
from app.domain.conversation import Message, TurnCompleted
from app.domain.errors import EngineUnavailable, InputRefused, SessionNotFound
from app.domain.ports import Engine
from app.domain.turn import Task
from app.settings import Settings
from app.storage.store import SqlStore
from tests.fakes import ScriptedEngine

OWNER = "ada"
QUESTION = "What should I not bring up with my boss's boss?"
SERIOUS = "My manager touched me again after I told him to stop."
Build = Callable[[Engine], Coach]


@pytest.fixture
def build(content: Path, warm: Path, tmp_path: Path) -> Build:
    """Build the real coach around an engine."""

    def built(engine: Engine) -> Coach:
        settings = Settings(content_root=content, data_dir=warm)
        return build_coach(settings, engine=engine, store=SqlStore(f"sqlite:///{tmp_path / 'coach.db'}"))

    return built


def said(coach: Coach, session: str, line: str, task: Task | None = None) -> Message:
    """Take a turn and return the stored reply."""
    (done,) = [e for e in coach.reply(OWNER, session, line, task) if isinstance(e, TurnCompleted)]
    assert coach.thread(OWNER, session)[-1] == done.message
    return done.message


def test_an_engine_that_is_down_leaves_the_planned_answer_with_its_sources(build: Build) -> None:
    coach = build(ScriptedEngine([EngineUnavailable("The endpoint cannot be reached.")], spec="openai:m"))
    reply = said(coach, coach.start(OWNER).id, QUESTION, Task.ASK)
    assert reply.plan is not None
    assert reply.provenance is not None
    assert reply.text == reply.plan.planned
    assert reply.plan.citations
    assert (reply.provenance.engine, reply.provenance.said_by) == ("openai:m", "plan")
    assert reply.provenance.replaced == "The endpoint cannot be reached."


def test_what_an_engine_makes_up_is_not_shown(build: Build) -> None:
    invented = [
        "Studies show that 87 percent of leaders report it to HR. [1] ",
        "Ask about their horoscope first. ",
        "Never talk about wages with anyone. [1] ",
        "Source nine says so. [9] ",
    ]
    coach = build(ScriptedEngine(invented, invented))
    reply = said(coach, coach.start(OWNER).id, QUESTION, Task.ASK)
    assert reply.plan is not None
    assert reply.text == reply.plan.planned
    for phrase in ("87", "horoscope", "wages with anyone", "[9]"):
        assert phrase not in reply.text


@pytest.mark.parametrize("in_rehearsal", [False, True], ids=["in the chat", "in a rehearsal"])
def test_a_serious_matter_is_answered_here_whatever_engine_there_is(build: Build, in_rehearsal: bool) -> None:
    engine = ScriptedEngine()
    coach = build(engine)
    meeting = with_persona(coach.library, next(p.id for p in coach.library.personas if p.side == "leader"))
    session = coach.rehearse(OWNER, meeting) if in_rehearsal else coach.start(OWNER)
    reply = said(coach, session.id, SERIOUS)
    assert engine.requests == []
    assert reply.plan is not None
    assert reply.plan.serious
    assert all(route.name in reply.text for route in reply.plan.serious[0].routes)
    assert coach.session(OWNER, session.id).ended is in_rehearsal
    assert coach.outgoing(OWNER, session.id) == ""


def test_a_leader_never_promises_whatever_the_engine_says(build: Build) -> None:
    promise = ["I will get you promoted by March, I promise. What else?"]
    coach = build(ScriptedEngine(promise, promise, ["Thank you for coming. "], ["Thank you for coming. "]))
    meeting = with_persona(coach.library, next(p.id for p in coach.library.personas if p.side == "leader"))
    session = coach.rehearse(OWNER, meeting).id
    reply = said(coach, session, "I lead the data migration and we cut the backlog from 240 to 12.")
    assert reply.plan is not None
    assert reply.role == "leader"
    assert reply.text == reply.plan.planned
    assert "promise" not in reply.text
    again = said(coach, session, "What should my team put first this quarter?")
    assert again.text
    assert again.role == "leader"


def test_the_words_of_one_person_are_nobody_elses(build: Build) -> None:
    coach = build(ScriptedEngine([EngineUnavailable("down")]))
    session = coach.start(OWNER).id
    said(coach, session, QUESTION, Task.ASK)
    for deed in (coach.thread, coach.branches, coach.session, coach.delete, coach.end, coach.hint, coach.outgoing):
        with pytest.raises(SessionNotFound):
            deed("mallory", session)
    with pytest.raises(SessionNotFound):
        list(coach.reply("mallory", session, "hello"))
    assert coach.export("mallory").messages == ()
    assert len(coach.thread(OWNER, session)) == 2


@pytest.mark.parametrize(
    "line", ["", "  \n ", "\x00\x1b", "word " * 20_001], ids=["nothing", "space", "control", "too long"]
)
def test_what_cannot_be_answered_is_refused_and_stores_nothing(build: Build, line: str) -> None:
    coach = build(ScriptedEngine())
    session = coach.start(OWNER).id
    with pytest.raises(InputRefused):
        list(coach.reply(OWNER, session, line))
    assert coach.thread(OWNER, session) == []
