"""A circuit: it opens after repeated failure, lets one trial through after a pause, and closes again."""

import pytest

from app.domain.errors import EngineError, EngineTimeout, EngineUnavailable, PromptTooLong
from app.domain.turn import EngineRequest, Plan, Task
from app.engines.circuit import LONGEST_PAUSE, WithCircuit
from tests.fakes import ScriptedEngine

REQUEST = EngineRequest(plan=Plan(task=Task.ASK, planned="Ask early."))
DOWN = [EngineUnavailable("down")]


class Clock:
    """Tells the time a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def ask(engine: WithCircuit) -> str:
    return "".join(str(piece) for piece in engine.stream(REQUEST))


def fail(engine: WithCircuit, times: int) -> None:
    for _ in range(times):
        with pytest.raises(EngineError):
            ask(engine)


def test_a_single_failure_changes_nothing(clock: Clock) -> None:
    inner = ScriptedEngine(DOWN, ["Hello."])
    engine = WithCircuit(inner, failures=2, clock=clock)
    fail(engine, 1)
    assert ask(engine) == "Hello."
    assert engine.circuit.failures == 0


def test_after_repeated_failure_it_is_not_asked_until_the_pause_is_over(clock: Clock) -> None:
    inner = ScriptedEngine(DOWN, [EngineTimeout("slow")], ["Hello."])
    engine = WithCircuit(inner, failures=2, pause=30, clock=clock)
    fail(engine, 2)
    clock.now = 12
    with pytest.raises(EngineUnavailable, match="tried again in 18 seconds"):
        ask(engine)
    assert len(inner.requests) == 2
    clock.now = 30
    assert ask(engine) == "Hello."


def test_a_trial_that_fails_doubles_the_pause_up_to_a_limit(clock: Clock) -> None:
    engine = WithCircuit(ScriptedEngine(*[DOWN] * 12), failures=1, pause=30, clock=clock)
    pauses = []
    for _ in range(8):
        fail(engine, 1)
        pauses.append(engine.circuit.retry_in)
        clock.now += engine.circuit.retry_in
    assert pauses[:3] == [30, 60, 120]
    assert pauses[-1] == LONGEST_PAUSE


def test_while_one_trial_runs_nobody_else_waits(clock: Clock) -> None:
    inner = ScriptedEngine(DOWN, ["One. ", "Two."], ["Three."])
    engine = WithCircuit(inner, failures=1, pause=30, clock=clock)
    fail(engine, 1)
    clock.now = 31
    trial = engine.stream(REQUEST)
    assert next(trial) == "One. "
    with pytest.raises(EngineUnavailable, match="being tried now"):
        ask(engine)
    assert list(trial) == ["Two."]
    assert ask(engine) == "Three."


def test_a_turn_the_person_stopped_is_no_failure_and_frees_the_trial(clock: Clock) -> None:
    inner = ScriptedEngine(DOWN, ["One. ", "Two."], ["Three."])
    engine = WithCircuit(inner, failures=1, pause=30, clock=clock)
    fail(engine, 1)
    clock.now = 31
    trial = engine.stream(REQUEST)
    next(trial)
    trial.close()  # type: ignore[attr-defined]
    assert ask(engine) == "Three."


def test_a_request_that_is_too_long_says_nothing_about_the_engine(clock: Clock) -> None:
    engine = WithCircuit(ScriptedEngine(*[[PromptTooLong("too long")]] * 3, ["Hello."]), failures=1, clock=clock)
    fail(engine, 3)
    assert ask(engine) == "Hello."
