"""What every engine keeps to, whoever speaks through it."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import SimpleNamespace
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from app.domain.errors import EngineError
from app.domain.ports import Engine
from app.domain.turn import ChatLine, EngineRequest, Plan, Task, Usage
from app.engines.langchain_chat import LangChainChat
from app.engines.local_gguf import LocalGguf
from app.engines.ollama import Ollama, OllamaModel
from app.engines.openai_compatible import OpenAICompatible
from app.engines.playbook import Playbook
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.language.plain_english import PlainEnglish
from app.privacy.pseudonyms import Pseudonyms
from tests.fakes import ScriptedEngine
from tests.stubs.openai_server import ANSWERS, BEHAVIOURS, REPLY, OpenAIStub

REQUEST = EngineRequest(
    plan=Plan(task=Task.ASK, planned=REPLY, prompt="ask"),
    lines=(ChatLine(role="system", content="Be kind."), ChatLine(role="user", content="How do I ask Marcus?")),
    names=("Marcus Oyelaran", "Marcus"),
    max_tokens=100,
)


class FakeProvider(BaseChatModel):
    """A provider's model that streams what it was given, through all of LangChain's own machinery."""

    chunks: list[AIMessageChunk]
    calls_tools: bool = False

    def bind_tools(self, tools: Any, **named: Any) -> Any:
        if not self.calls_tools:
            return super().bind_tools(tools, **named)
        return self

    @property
    def _llm_type(self) -> str:
        return "fake"

    def _generate(self, *arguments: Any, **named: Any) -> Any:
        if not self.calls_tools:
            raise NotImplementedError("the adapter streams")
        return ChatResult(
            generations=[ChatGeneration(message=AIMessage(**self.chunks[0].model_dump(exclude={"type"})))]
        )

    def _stream(self, *arguments: Any, **named: Any) -> Iterator[ChatGenerationChunk]:
        if not self.chunks:
            raise ConnectionError("the provider is down")
        yield from (ChatGenerationChunk(message=chunk) for chunk in self.chunks)


class FakeLangChain(LangChainChat):
    """The adapter under test over that model."""

    def __init__(self, *chunks: AIMessageChunk | str, calls_tools: bool = False) -> None:
        super().__init__("fake", "fake")
        self._calls_tools = calls_tools
        self._chunks = [c if isinstance(c, AIMessageChunk) else AIMessageChunk(content=c) for c in chunks]

    @property
    def _model(self) -> FakeProvider:  # type: ignore[override]
        return FakeProvider(chunks=self._chunks, calls_tools=self._calls_tools)


def playbook(stub: OpenAIStub) -> Engine:
    return Playbook()


def openai(stub: OpenAIStub, model: str = "ok") -> Engine:
    return OpenAICompatible(model, stub.url, "key", timeout=2)


def langchain(stub: OpenAIStub) -> Engine:
    return FakeLangChain(REPLY[:9], REPLY[9:])


def deadline(stub: OpenAIStub) -> Engine:
    return WithDeadline(openai(stub), first=2, gap=2, whole=5)


def pseudonyms(stub: OpenAIStub) -> Engine:
    return WithPseudonyms(deadline(stub), partial(Pseudonyms, english=PlainEnglish()))


def ollama(stub: OpenAIStub) -> Engine:
    return Ollama(OllamaModel(name="ok"), stub.url.removesuffix("/v1"), timeout=2)


def gguf(stub: OpenAIStub) -> Engine:
    file = NamedTemporaryFile(suffix=".gguf")  # noqa: SIM115 - lives as long as the engine, through what it is served by
    served = SimpleNamespace(listening_address=stub.url.removesuffix("/v1"), file=file)
    stub.healed.set()
    return LocalGguf(file.name, Path(), timeout=2, opened=lambda *_: served)


ENGINES = [playbook, openai, langchain, deadline, pseudonyms, ollama, gguf]


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as server:
        yield server


@pytest.fixture(params=ENGINES, ids=lambda make: make.__name__)
def engine(request: pytest.FixtureRequest, stub: OpenAIStub) -> Engine:
    make: Callable[[OpenAIStub], Engine] = request.param
    return make(stub)


def test_the_pieces_together_are_the_reply(engine: Engine) -> None:
    pieces = [piece for piece in engine.stream(REQUEST) if isinstance(piece, str)]
    assert all(pieces)
    assert "".join(pieces) == REPLY


def test_tokens_are_counted_at_most_once(engine: Engine) -> None:
    assert sum(isinstance(piece, Usage) for piece in engine.stream(REQUEST)) <= 1


def test_the_next_request_is_answered_after_one_that_was_dropped(engine: Engine) -> None:
    dropped = engine.stream(REQUEST)
    next(dropped)
    dropped.close()  # type: ignore[attr-defined]
    assert "".join(p for p in engine.stream(REQUEST) if isinstance(p, str)) == REPLY


def test_an_engine_that_stays_here_or_sends_nothing_says_so(engine: Engine) -> None:
    assert engine.stays_here or engine.preview(REQUEST)
    assert engine.spec


@pytest.mark.parametrize("wrap", ["bare", "deadline", "pseudonyms"])
def test_closing_hangs_up(stub: OpenAIStub, wrap: str) -> None:
    engine = openai(stub, "endless")
    if wrap != "bare":
        engine = WithDeadline(engine, first=5, gap=5, whole=10)
    if wrap == "pseudonyms":
        engine = WithPseudonyms(engine, partial(Pseudonyms, english=PlainEnglish()))
    words = engine.stream(REQUEST)
    next(words)
    words.close()  # type: ignore[attr-defined]
    assert stub.hung_up.wait(5)


@pytest.mark.parametrize(
    "behaviour",
    sorted(BEHAVIOURS.keys() - ANSWERS - {"german", "stall-first", "keepalive", "endless", "trickle"}),
)
def test_nothing_but_an_engine_error_comes_out(stub: OpenAIStub, behaviour: str) -> None:
    with pytest.raises(EngineError) as raised:
        list(OpenAICompatible(behaviour, stub.url, "a-secret-key", timeout=0.3).stream(REQUEST))
    assert "a-secret-key" not in str(raised.value)
    assert len(str(raised.value)) < 200


def test_a_fault_of_a_langchain_provider_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match="ConnectionError"):
        list(FakeLangChain().stream(REQUEST))


def test_an_empty_reply_through_langchain_is_an_engine_error() -> None:
    with pytest.raises(EngineError, match="empty"):
        list(FakeLangChain("", "").stream(REQUEST))


def test_words_in_blocks_are_words_and_thoughts_are_not() -> None:
    thought = AIMessageChunk(content=[{"type": "reasoning", "reasoning": "Hm."}])
    words = AIMessageChunk(content=[{"type": "text", "text": "Ask early."}])
    said = [piece for piece in FakeLangChain(thought, words).stream(REQUEST) if isinstance(piece, str)]
    assert said == ["Ask early."]


def test_tokens_counted_in_two_parts_are_added_up() -> None:
    start = AIMessageChunk(content="", usage_metadata={"input_tokens": 50, "output_tokens": 0, "total_tokens": 50})
    end = AIMessageChunk(content="Yes.", usage_metadata={"input_tokens": 0, "output_tokens": 4, "total_tokens": 4})
    assert list(FakeLangChain(start, end).stream(REQUEST)) == ["Yes.", Usage(tokens_in=50, tokens_out=4)]


FORM = REQUEST.model_copy(update={"fields": ("boss", "minutes")})


def test_asked_for_fields_every_engine_still_says_what_came(engine: Engine) -> None:
    assert "".join(piece for piece in engine.stream(FORM) if isinstance(piece, str)) == REPLY


def test_fields_are_asked_for_as_strict_structured_output(stub: OpenAIStub) -> None:
    list(openai(stub).stream(FORM))
    list(openai(stub).stream(REQUEST))
    asked, plain = (each.body for each in stub.asked)
    wanted = asked["response_format"]["json_schema"]
    assert (asked["response_format"]["type"], wanted["strict"]) == ("json_schema", True)
    assert wanted["schema"]["required"] == list(wanted["schema"]["properties"]) == ["boss", "minutes"]
    assert wanted["schema"]["additionalProperties"] is False
    assert "response_format" not in plain


def test_a_server_without_structured_output_is_asked_in_words_alone(stub: OpenAIStub) -> None:
    engine = openai(stub, "shapeless")
    for _ in range(2):
        assert "".join(piece for piece in engine.stream(FORM) if isinstance(piece, str)) == REPLY
    assert ["response_format" in each.body for each in stub.asked] == [True, False, False]


@pytest.mark.parametrize("filled", [{"boss": ["Marcus"], "minutes": []}, {"boss": [], "minutes": ["half an hour"]}])
def test_what_a_langchain_provider_fills_in_comes_as_one_object(filled: dict[str, list[str]]) -> None:
    call = AIMessageChunk(
        content="",
        tool_calls=[{"name": "answer", "args": filled, "id": "1", "type": "tool_call"}],
        usage_metadata={"input_tokens": 50, "output_tokens": 9, "total_tokens": 59},
    )
    said, counted = FakeLangChain(call, calls_tools=True).stream(FORM)
    assert json.loads(str(said)) == filled
    assert counted == Usage(tokens_in=50, tokens_out=9)


def test_a_langchain_provider_that_fills_in_nothing_is_heard_as_it_spoke() -> None:
    words = AIMessageChunk(content='{"boss": ["Marcus"]}')
    assert next(iter(FakeLangChain(words, calls_tools=True).stream(FORM))) == '{"boss": ["Marcus"]}'


def test_a_provider_nobody_installed_names_what_to_install() -> None:
    from app.domain.errors import CoachError

    with pytest.raises(CoachError, match="pip install langchain-anthropic"):
        list(WithDeadline(LangChainChat("anthropic", "some-model")).stream(REQUEST))


def test_a_fault_inside_an_adapter_is_an_engine_error_too() -> None:
    with pytest.raises(EngineError, match="ZeroDivisionError"):
        list(WithDeadline(ScriptedEngine([ZeroDivisionError("oh")])).stream(REQUEST))
