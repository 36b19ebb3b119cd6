"""Whatever an endpoint does, the turn ends with useful words, says who spoke, and the next turn works."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from app.domain.conversation import TurnEvent
from app.domain.errors import EngineTimeout
from app.domain.ports import Engine
from app.domain.turn import ChatLine, EngineRequest, Plan, Task
from app.engines.circuit import WithCircuit
from app.engines.openai_compatible import OpenAICompatible
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.language.plain_english import PlainEnglish
from app.privacy.pseudonyms import Pseudonyms
from tests.conftest import ROOT
from tests.faults.table import FAULTS, document
from tests.stubs.openai_server import BEHAVIOURS, REPLY, OpenAIStub
from tests.turns import PLANNED, Turns, leader, shown

pytest.importorskip("openai")  # loading the SDK takes a second or two, which must not count as an endpoint's silence

SILENCE, FIRST, GAP, WHOLE = 0.4, 2.5, 0.3, 2.5
"""Seconds, all of them far below what a person gets, in the proportions a person gets."""
PATIENCE = 15.0
"""Seconds after which a turn counts as stuck; generous, because a busy machine is not a fault."""
LINES = (ChatLine(role="user", content="How do I ask?"),)
NEVER_ENDS = {"endless", "trickle"}
"""How much of these is shown before they are stopped is up to the machine."""


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as server:
        yield server


def endpoint(stub: OpenAIStub, behaviour: str, *, hosted: bool = False) -> Engine:
    engine: Engine = WithDeadline(
        OpenAICompatible(behaviour, stub.url, "a-secret-key", timeout=SILENCE), first=FIRST, gap=GAP, whole=WHOLE
    )
    return WithPseudonyms(engine, partial(Pseudonyms, english=PlainEnglish())) if hosted else engine


def taken(turns: Turns) -> list[TurnEvent]:
    """Take a turn; give up on it, and fail, when it is stuck."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(turns.events, "How do I ask Marcus for it?").result(PATIENCE)


def test_the_document_tells_of_every_fault() -> None:
    assert set(FAULTS) == set(BEHAVIOURS)
    written = (ROOT / "docs" / "faults.md").read_text(encoding="utf-8")
    assert written == document(), "run: python -m tests.faults.table > docs/faults.md"


HERE = [(behaviour, False) for behaviour in sorted(BEHAVIOURS)]
HOSTED = [(behaviour, True) for behaviour in ("ok", "cut", "401", "stall-first", "endless")]


@pytest.mark.parametrize(("behaviour", "hosted"), HERE + HOSTED, ids=lambda value: str(value))
def test_an_answer(stub: OpenAIStub, tmp_path: Path, behaviour: str, hosted: bool) -> None:
    turns = Turns(endpoint(stub, behaviour, hosted=hosted), tmp_path / "coach.db")
    events = taken(turns)
    reply = turns.thread()[-1]
    provenance = reply.provenance
    assert provenance is not None
    assert shown(events).split() == reply.text.split()
    assert not reply.partial
    assert provenance.engine == f"openai:{behaviour}"
    fault = FAULTS[behaviour]
    if fault.shown == "reply":
        assert reply.text == REPLY
        assert (provenance.said_by, provenance.replaced) == ("engine", "")
        assert (provenance.tokens_in, provenance.tokens_out) == (11, 7)
    elif fault.shown == "planned":
        assert reply.text == PLANNED
        assert provenance.said_by == "plan"
    else:
        assert reply.text.endswith(PLANNED)
        assert reply.text.startswith("Ask them early.") or behaviour in NEVER_ENDS
        assert "Bring o" not in reply.text or behaviour in NEVER_ENDS
    assert fault.why in provenance.replaced
    assert "a-secret-key" not in provenance.replaced

    stub.healed.set()
    assert shown(taken(turns)) == REPLY
    assert [m.role for m in turns.thread()] == ["user", "coach", "user", "coach"]


@pytest.mark.parametrize(
    "behaviour",
    sorted({name for name, fault in FAULTS.items() if fault.shown == "both"} | {"401", "refusal", "german"}),
)
def test_a_leaders_line_is_whole_or_the_planned_one(stub: OpenAIStub, tmp_path: Path, behaviour: str) -> None:
    turns = Turns(endpoint(stub, behaviour), tmp_path / "coach.db", planner=leader)
    assert shown(taken(turns)) == PLANNED == turns.thread()[-1].text
    stub.healed.set()
    assert shown(taken(turns)) == REPLY


def test_nobody_at_home(tmp_path: Path) -> None:
    with OpenAIStub() as gone:
        pass
    turns = Turns(endpoint(gone, "ok"), tmp_path / "coach.db")
    assert shown(taken(turns)) == PLANNED
    assert "OPENAI_BASE_URL" in turns.thread()[-1].provenance.replaced  # type: ignore[union-attr]


def test_stopping_during_a_stall_keeps_what_was_shown(stub: OpenAIStub, tmp_path: Path) -> None:
    turns = Turns(endpoint(stub, "stall-middle"), tmp_path / "coach.db")
    events = turns.runner().run(turns.store.get("ada", turns.id), "How?")
    next(events)
    events.close()
    reply = turns.thread()[-1]
    assert (reply.text, reply.partial) == ("Ask them early. ", True)


def test_a_server_that_only_keeps_the_line_open_does_not_hold_a_reader_for_ever(stub: OpenAIStub) -> None:
    engine = WithDeadline(OpenAICompatible("keepalive", stub.url, timeout=0.2), first=FIRST, gap=GAP, whole=WHOLE)
    with pytest.raises(EngineTimeout):
        list(engine.stream(EngineRequest(plan=Plan(task=Task.ASK, planned=PLANNED), lines=LINES)))
    assert stub.hung_up.wait(PATIENCE)


def test_after_repeated_failure_nobody_waits_and_it_is_said_when_it_is_tried_again(
    stub: OpenAIStub, tmp_path: Path
) -> None:
    now = [0.0]
    engine = WithCircuit(OpenAICompatible("401", stub.url), failures=2, pause=30, clock=lambda: now[0])
    turns = Turns(engine, tmp_path / "coach.db")
    for _ in range(2):
        taken(turns)
    asked = len(stub.asked)
    stub.healed.set()
    assert shown(taken(turns)) == PLANNED
    assert len(stub.asked) == asked
    assert "paused after 2 failures in a row. It is tried again in 30 seconds" in turns.thread()[-1].provenance.replaced  # type: ignore[union-attr]
    now[0] = 31.0
    assert shown(taken(turns)) == REPLY
    assert engine.circuit.failures == 0


def test_no_name_is_in_anything_an_endpoint_was_sent(stub: OpenAIStub, tmp_path: Path) -> None:
    turns = Turns(endpoint(stub, "ok", hosted=True), tmp_path / "coach.db")
    taken(turns)
    taken(turns)
    assert len(stub.asked) == 2
    for asked in stub.asked:
        assert "Marcus" not in str(asked.body)
