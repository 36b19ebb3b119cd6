"""Whatever an endpoint does, the turn ends with useful words, says who spoke, and the next turn works."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from app.domain.conversation import TurnEvent
from app.domain.ports import Engine
from app.engines.openai_compatible import OpenAICompatible
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.language.plain_english import PlainEnglish
from app.privacy.pseudonyms import Pseudonyms
from tests.stubs.openai_server import BEHAVIOURS, REPLY, OpenAIStub
from tests.turns import PLANNED, Turns, leader, shown

pytest.importorskip("openai")  # loading the SDK takes a second or two, which must not count as an endpoint's silence

SILENCE, FIRST, GAP, WHOLE = 0.4, 2.5, 0.3, 2.5
"""Seconds, all of them far below what a person gets, in the proportions a person gets."""
PATIENCE = 15.0
"""Seconds after which a turn counts as stuck; generous, because a busy machine is not a fault."""
SAYS_IT_ALL = {"ok", "picky", "strict"}
BREAKS_OFF = {"stall-middle", "keepalive", "cut", "garbage", "error-chunk", "no-finish"}
NEVER_ENDS = {"endless", "trickle"}
WHY = {
    "401": "OPENAI_API_KEY",
    "403": "OPENAI_API_KEY",
    "404": "COACH_MODEL",
    "429": "quota",
    "429-retry-late": "quota",
    "429-retry-soon": "quota",
    "reset": "OPENAI_BASE_URL",
    "stall-first": "too long",
    "stall-middle": "too long",
    "keepalive": "too long",
    "trickle": "too long",
    "endless": "did not stop",
    "cut": "reached",
    "garbage": "not a chat completion",
    "empty": "empty",
    "no-choices": "empty",
    "refusal": "declined",
    "overflow": "context",
}
"""What the person is told, by behaviour; the others say that the endpoint answered with an error."""


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
    if behaviour in SAYS_IT_ALL:
        assert reply.text == REPLY
        assert (provenance.said_by, provenance.replaced) == ("engine", "")
        assert (provenance.tokens_in, provenance.tokens_out) == (11, 7)
    elif behaviour in BREAKS_OFF:
        assert reply.text.startswith("Ask them early.")
        assert reply.text.endswith(PLANNED)
        assert "Bring o" not in reply.text
    elif behaviour not in NEVER_ENDS:
        assert reply.text == PLANNED
        assert provenance.said_by == "plan"
    else:
        assert reply.text.endswith(PLANNED)
    if behaviour not in SAYS_IT_ALL:
        assert WHY.get(behaviour, "endpoint") in provenance.replaced
        assert "a-secret-key" not in provenance.replaced

    stub.healed.set()
    assert shown(taken(turns)) == REPLY
    assert [m.role for m in turns.thread()] == ["user", "coach", "user", "coach"]


@pytest.mark.parametrize("behaviour", sorted(BREAKS_OFF | NEVER_ENDS | {"401", "refusal"}))
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


def test_no_name_is_in_anything_an_endpoint_was_sent(stub: OpenAIStub, tmp_path: Path) -> None:
    turns = Turns(endpoint(stub, "ok", hosted=True), tmp_path / "coach.db")
    taken(turns)
    taken(turns)
    assert len(stub.asked) == 2
    for asked in stub.asked:
        assert "Marcus" not in str(asked.body)
