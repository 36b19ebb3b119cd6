"""The endpoint adapter: what it sends, and what it says when the endpoint is at fault."""

import re
from collections.abc import Iterator

import pytest

from app.domain.errors import EngineRefused, EngineTimeout, EngineUnavailable, PromptTooLong, ReplyCutShort
from app.domain.turn import ChatLine, EngineRequest, Plan, Task, Usage
from app.engines.openai_compatible import JITTER, OpenAICompatible, is_loopback
from tests.stubs.openai_server import REPLY, OpenAIStub

REQUEST = EngineRequest(
    plan=Plan(task=Task.ASK, planned="The plan is never sent."),
    lines=(ChatLine(role="system", content="Be kind."), ChatLine(role="user", content="How do I ask?")),
    max_tokens=100,
    temperature=0.3,
    seed=5,
)


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as server:
        yield server


def said(engine: OpenAICompatible) -> str:
    return "".join(piece for piece in engine.stream(REQUEST) if isinstance(piece, str))


def test_it_sends_the_lines_and_nothing_of_the_plan(stub: OpenAIStub) -> None:
    engine = OpenAICompatible("ok", stub.url, "the-key")
    assert said(engine) == REPLY
    (asked,) = stub.asked
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer the-key"
    assert asked.body == {
        "model": "ok",
        "messages": [{"role": "system", "content": "Be kind."}, {"role": "user", "content": "How do I ask?"}],
        "stream": True,
        "max_tokens": 100,
        "stream_options": {"include_usage": True},
        "temperature": 0.3,
        "seed": 5,
    }


def test_it_counts_tokens_as_the_endpoint_does(stub: OpenAIStub) -> None:
    counted = [piece for piece in OpenAICompatible("ok", stub.url).stream(REQUEST) if isinstance(piece, Usage)]
    assert counted == [Usage(tokens_in=11, tokens_out=7)]


@pytest.mark.parametrize("server", ["picky", "strict"])
def test_what_a_server_does_not_take_is_left_out_from_then_on(stub: OpenAIStub, server: str) -> None:
    engine = OpenAICompatible(server, stub.url)
    assert said(engine) == REPLY
    before = len(stub.asked)
    assert said(engine) == REPLY
    assert len(stub.asked) == before + 1


@pytest.mark.parametrize(
    ("behaviour", "kind", "cure"),
    [
        ("401", EngineUnavailable, "OPENAI_API_KEY"),
        ("403", EngineUnavailable, "OPENAI_API_KEY"),
        ("404", EngineUnavailable, "COACH_MODEL"),
        ("429", EngineUnavailable, "Wait a little"),
        ("500", EngineUnavailable, "error"),
        ("502-html", EngineUnavailable, "error"),
        ("reset", EngineUnavailable, "OPENAI_BASE_URL"),
        ("stall-first", EngineTimeout, "too long"),
        ("stall-middle", EngineTimeout, "too long"),
        ("cut", EngineUnavailable, "reached"),
        ("garbage", EngineUnavailable, "not a chat completion"),
        ("not-json", EngineUnavailable, "empty reply|not a chat completion"),
        ("empty", EngineUnavailable, "empty"),
        ("no-choices", EngineUnavailable, "empty"),
        ("no-finish", EngineUnavailable, "before it was finished"),
        ("error-chunk", EngineUnavailable, "error"),
        ("refusal", EngineRefused, "declined"),
        ("overflow", PromptTooLong, "context"),
    ],
)
def test_each_fault_is_named_with_what_to_do(
    stub: OpenAIStub, behaviour: str, kind: type[Exception], cure: str
) -> None:
    with pytest.raises(kind, match=cure):
        said(OpenAICompatible(behaviour, stub.url, timeout=0.3))


@pytest.mark.parametrize(
    ("behaviour", "requests"),
    [("401", 1), ("404", 1), ("429", 1), ("429-retry-late", 1), ("429-retry-soon", 2), ("500", 2), ("reset", 2)],
)
def test_it_tries_once_more_only_where_that_can_help(stub: OpenAIStub, behaviour: str, requests: int) -> None:
    with pytest.raises(EngineUnavailable):
        said(OpenAICompatible(behaviour, stub.url))
    assert len(stub.asked) == requests


@pytest.mark.parametrize(
    ("behaviour", "least", "most"), [("once-429", 0.05, 0.05), ("once-500", *JITTER), ("once-reset", *JITTER)]
)
def test_a_fault_that_passes_is_waited_out_once_and_briefly(
    stub: OpenAIStub, behaviour: str, least: float, most: float
) -> None:
    waits: list[float] = []
    assert said(OpenAICompatible(behaviour, stub.url, sleep=waits.append)) == REPLY
    (wait,) = waits
    assert least <= wait <= most


def test_a_reply_cut_off_by_its_length_is_told_apart_from_one_that_ended(stub: OpenAIStub) -> None:
    with pytest.raises(ReplyCutShort):
        said(OpenAICompatible("cut-short", stub.url))


def test_a_server_on_this_machine_is_asked_past_any_proxy(stub: OpenAIStub, monkeypatch: pytest.MonkeyPatch) -> None:
    with OpenAIStub() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("ALL_PROXY", proxy.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        assert said(OpenAICompatible("ok", stub.url)) == REPLY
        assert proxy.asked == []


def test_nobody_at_home_is_said_with_the_setting_to_check() -> None:
    with OpenAIStub() as gone:
        pass
    with pytest.raises(EngineUnavailable, match="OPENAI_BASE_URL"):
        said(OpenAICompatible("ok", gone.url, timeout=1))


@pytest.mark.parametrize("behaviour", ["401", "404", "garbage", "reset"])
def test_an_endpoint_that_no_setting_names_has_its_own_cure(stub: OpenAIStub, behaviour: str) -> None:
    with pytest.raises(EngineUnavailable, match=r"\. Close the door\.$") as raised:
        said(OpenAICompatible(behaviour, stub.url, cure="Close the door."))
    assert not re.search("OPENAI|COACH", str(raised.value))


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8080/v1", True),
        ("http://localhost:11434/v1", True),
        ("http://[::1]:8080/v1", True),
        ("", False),
        ("https://api.openai.com/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1@example.org/v1", False),
    ],
)
def test_only_an_address_of_this_machine_stays_here(address: str, here: bool) -> None:
    assert is_loopback(address) is here
    assert OpenAICompatible("m", address).stays_here is here
