"""What every engine keeps to, whoever speaks through it."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import SimpleNamespace
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk
from langchain_core.outputs import ChatGenerationChunk

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

    @property
    def _llm_type(self) -> str:
        return "fake"

    def _generate(self, *arguments: Any, **named: Any) -> Any:
        raise NotImplementedError("the adapter streams")

    def _stream(self, *arguments: Any, **named: Any) -> Iterator[ChatGenerationChunk]:
        if not self.chunks:
            raise ConnectionError("the provider is down")
        yield from (ChatGenerationChunk(message=chunk) for chunk in self.chunks)


class FakeLangChain(LangChainChat):
    """The adapter under test over that model."""

    def __init__(self, *chunks: AIMessageChunk | str) -> None:
        super().__init__("fake", "fake")
        self._chunks = [c if isinstance(c, AIMessageChunk) else AIMessageChunk(content=c) for c in chunks]

    @property
    def _model(self) -> FakeProvider:  # type: ignore[override]
        return FakeProvider(chunks=self._chunks)


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


def test_a_provider_nobody_installed_names_what_to_install() -> None:
    from app.domain.errors import CoachError

    with pytest.raises(CoachError, match="pip install langchain-anthropic"):
        list(WithDeadline(LangChainChat("anthropic", "some-model")).stream(REQUEST))


def test_a_fault_inside_an_adapter_is_an_engine_error_too() -> None:
    with pytest.raises(EngineError, match="ZeroDivisionError"):
        list(WithDeadline(ScriptedEngine([ZeroDivisionError("oh")])).stream(REQUEST))
