"""A user played by a model hears the leader, keeps its temper, and says something whatever happens."""

from datetime import UTC, datetime

from app.domain.conversation import Message
from app.domain.errors import EngineUnavailable
from evals.model.users import OPENS, TEMPERS, played_by
from tests.fakes import ScriptedEngine

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SAID = (
    Message(id="1", session="s", role="user", text="Thank you for the time.", created=NOW),
    Message(id="2", session="s", role="leader", text="What did you bring?", created=NOW),
)


def test_it_hears_the_leader_as_the_other_side_and_says_one_line() -> None:
    engine = ScriptedEngine(["We cut ", "falls.\n"])
    assert played_by(engine)(1, SAID) == "We cut falls."
    system, mine, theirs = engine.requests[0].lines
    assert list(TEMPERS.values())[1] in system.content
    assert (mine.role, theirs.role) == ("assistant", "user")
    assert theirs.content == "What did you bring?"


def test_tempers_differ_from_meeting_to_meeting() -> None:
    engine = ScriptedEngine(*[["Hello."]] * len(TEMPERS))
    for number in range(len(TEMPERS)):
        played_by(engine)(number, ())
    assert len({request.lines[0].content for request in engine.requests}) == len(TEMPERS)


def test_a_model_that_fails_or_says_nothing_does_not_end_the_meeting() -> None:
    engine = ScriptedEngine([""], [EngineUnavailable("gone")])
    user = played_by(engine)
    assert user(0, SAID) == OPENS
    assert user(0, SAID) == OPENS
