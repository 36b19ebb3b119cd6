"""A deadline that holds whatever the model does, and names that do not leave."""

from collections.abc import Iterator, Sequence
from functools import partial
from threading import Event

import pytest

from app.domain.errors import EngineTimeout, EngineUnavailable
from app.domain.turn import ChatLine, EngineRequest, Plan, Task, Usage
from app.engines.openai_compatible import OpenAICompatible
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.language.plain_english import PlainEnglish
from app.privacy.pseudonyms import Pseudonyms
from tests.fakes import ScriptedEngine
from tests.stubs.openai_server import OpenAIStub

REQUEST = EngineRequest(
    plan=Plan(task=Task.ASK, planned="Tell Marcus Oyelaran first."),
    lines=(ChatLine(role="user", content="How do I tell Marcus, of Northwind Freight, at marcus@northwind.example?"),),
    names=("Marcus Oyelaran", "Northwind Freight"),
    max_tokens=20,
)


class Silent:
    """Says some words and then nothing at all, until it is let go."""

    spec = "silent"
    stays_here = True

    def __init__(self, *words: str) -> None:
        self.words = words
        self.go = Event()
        self.closed = Event()

    def preview(self, request: EngineRequest) -> str:
        return ""

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        try:
            yield from self.words
            self.go.wait(10)
            yield "too late"
        finally:
            self.closed.set()


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        ((), {"first": 0.05}),
        (("One. ",), {"first": 5, "gap": 0.05}),
        (("One. ",), {"first": 5, "gap": 5, "whole": 0.05}),
    ],
    ids=["before the first word", "in the middle", "as a whole"],
)
def test_a_model_that_falls_silent_is_not_waited_for(words: Sequence[str], limits: dict[str, float]) -> None:
    engine = Silent(*words)
    with pytest.raises(EngineTimeout):
        list(WithDeadline(engine, **limits).stream(REQUEST))
    engine.go.set()
    assert engine.closed.wait(5)


def test_keepalives_are_not_words() -> None:
    with OpenAIStub() as stub:
        engine = WithDeadline(OpenAICompatible("keepalive", stub.url, timeout=5), first=5, gap=0.2, whole=5)
        heard: list[str | Usage] = []
        with pytest.raises(EngineTimeout):
            heard.extend(engine.stream(REQUEST))
        assert heard


def test_a_slow_trickle_ends_with_the_whole_time_allowed() -> None:
    with OpenAIStub() as stub:
        engine = WithDeadline(OpenAICompatible("trickle", stub.url, timeout=5), first=5, gap=5, whole=0.3)
        with pytest.raises(EngineTimeout):
            list(engine.stream(REQUEST))


def test_a_model_that_does_not_stop_is_stopped() -> None:
    engine = ScriptedEngine(["and another thing, " * 3] * 50)
    heard: list[str | Usage] = []
    with pytest.raises(EngineUnavailable, match="did not stop"):
        heard.extend(WithDeadline(engine).stream(REQUEST))
    assert sum(len(str(piece)) for piece in heard) <= REQUEST.max_tokens * 8


def test_time_the_reader_takes_does_not_count_against_the_model() -> None:
    engine = Silent("One. ", "Two. ")
    words = WithDeadline(engine, first=5, gap=5, whole=60).stream(REQUEST)
    assert next(words) == "One. "
    assert next(words) == "Two. "
    words.close()  # type: ignore[attr-defined]
    engine.go.set()
    assert engine.closed.wait(5)


def hosted(*scripts: Sequence[str | Usage | Exception]) -> tuple[WithPseudonyms, ScriptedEngine]:
    inner = ScriptedEngine(*scripts, stays_here=False)
    return WithPseudonyms(inner, partial(Pseudonyms, english=PlainEnglish())), inner


def test_no_part_of_the_request_that_leaves_has_a_name_in_it() -> None:
    engine, inner = hosted(["Write."])
    list(engine.stream(REQUEST))
    (request,) = inner.requests
    for name in ("Marcus", "Oyelaran", "Northwind", "marcus@"):
        assert name not in request.model_dump_json()


def test_the_preview_is_what_leaves() -> None:
    engine, inner = hosted(["Write."])
    list(engine.stream(REQUEST))
    assert engine.preview(REQUEST) == inner.requests[0].as_text()
    assert "How do I tell" in engine.preview(REQUEST)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 100])
def test_names_come_back_however_the_reply_is_cut(size: int) -> None:
    stand_ins = Pseudonyms(REQUEST.names, PlainEnglish())
    hidden = stand_ins.hide("Write to Marcus first; Marcus's view of Northwind Freight matters, Marcus")
    assert "Marcus" not in hidden
    engine, _ = hosted([hidden[start : start + size] for start in range(0, len(hidden), size)])
    primed = WithPseudonyms(engine.inner, lambda names: stand_ins)
    said = "".join(piece for piece in primed.stream(REQUEST) if isinstance(piece, str))
    assert said == "Write to Marcus first; Marcus's view of Northwind Freight matters, Marcus"


def test_the_token_count_passes_through() -> None:
    engine, _ = hosted(["Write.", Usage(tokens_in=3, tokens_out=1)])
    assert list(engine.stream(REQUEST))[-1] == Usage(tokens_in=3, tokens_out=1)


def test_an_engine_around_a_hosted_one_never_says_it_stays_here() -> None:
    engine, _ = hosted([])
    assert engine.stays_here is False
    assert WithDeadline(engine).stays_here is False
