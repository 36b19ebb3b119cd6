"""Ollama is found by itself where it runs, and what it passes on to other machines counts as leaving."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from app.bootstrap import bare_engine, build_engine, build_english
from app.domain.errors import EngineUnavailable
from app.domain.turn import ChatLine, EngineRequest, Plan, Task
from app.engines.models import is_small
from app.engines.ollama import Ollama, OllamaModel, by_name, found, served, suitable
from app.settings import Settings


def entry(name: str, size: str = "", **more: Any) -> dict[str, Any]:
    return {"name": name, "model": name, "details": {"parameter_size": size}, **more}


@contextmanager
def ollama(*models: dict[str, Any], body: bytes = b"") -> Iterator[str]:
    """Answer as Ollama does when asked for its models, on a free port of 127.0.0.1."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = body or json.dumps({"models": models}).encode()
            self.send_response(200 if self.path == "/api/tags" else 404)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    server.block_on_close = False
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def engine_with(url: str, **settings: Any) -> Any:
    return bare_engine(Settings(ollama_url=url, **settings))


def test_with_nothing_configured_an_ollama_here_is_used() -> None:
    with ollama(entry("nomic-embed-text:latest"), entry("llama3.2:latest", "3.2B")) as url:
        engine = build_engine(Settings(ollama_url=url), build_english())
    assert engine.spec == "ollama:llama3.2 (3.2B)"
    assert engine.stays_here


def test_a_configured_endpoint_and_the_playbook_come_first() -> None:
    with ollama(entry("llama3.2:latest")) as url:
        assert engine_with(url, openai_api_key="key").spec == "openai:gpt-5-mini"
        assert engine_with(url, engine="playbook").spec == "playbook"


@pytest.mark.parametrize("models", [[], [entry("nomic-embed-text:latest")], [entry("gpt-oss:120b-cloud")]])
def test_without_a_model_to_talk_with_here_it_is_the_playbook(models: list[dict[str, Any]]) -> None:
    with ollama(*models) as url:
        assert engine_with(url).spec == "playbook"


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"models": null}', b'{"models": [{}]}', b"\xff"])
def test_something_else_on_that_port_is_no_ollama(body: bytes) -> None:
    with ollama(body=body) as url:
        assert served(url) == ()


def test_nothing_on_that_port_is_no_ollama_and_no_wait() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert engine_with(f"http://127.0.0.1:{port}").spec == "playbook"


def test_a_port_that_never_answers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert found(f"http://127.0.0.1:{silent.getsockname()[1]}", seconds=0.05) is None


def test_another_machine_is_never_asked_by_itself() -> None:
    assert found("http://ollama.example.org:11434") is None  # a look-up would raise here


def test_an_empty_address_looks_nowhere() -> None:
    assert engine_with("").spec == "playbook"


def test_the_model_a_person_names_is_the_one() -> None:
    with ollama(entry("gemma3:4b"), entry("qwen3:8b")) as url:
        assert engine_with(url, model="qwen3:8b").spec == "ollama:qwen3:8b"
        assert engine_with(url, model="mistral").spec == "playbook"


def test_a_model_that_talks_at_once_is_preferred() -> None:
    names = ["deepseek-r1:8b", "qwen3:8b", "starcoder2:3b", "mistral:7b", "odd-model:1b"]
    picked = suitable([OllamaModel(name=name) for name in names])
    assert picked is not None
    assert picked.name == "mistral:7b"


def test_a_model_nobody_knows_is_better_than_none() -> None:
    assert suitable([OllamaModel(name="deepseek-r1:8b"), OllamaModel(name="odd-model:1b")]) == OllamaModel(
        name="odd-model:1b"
    )


@pytest.mark.parametrize(
    "told", [entry("gpt-oss:120b-cloud"), entry("glm:cloud"), entry("mine", remote_host="https://ollama.example")]
)
def test_a_model_that_ollama_passes_on_does_not_stay_here(told: dict[str, Any]) -> None:
    with ollama(told) as url:
        assert not engine_with(url, engine=f"ollama:{told['name']}").stays_here


def test_a_hosted_name_does_not_stay_here_even_while_ollama_is_away() -> None:
    assert by_name("gpt-oss:120b-cloud", "http://127.0.0.1:9").hosted


def test_an_ollama_elsewhere_does_not_stay_here() -> None:
    assert not Ollama(OllamaModel(name="llama3.2"), "http://192.0.2.1:11434").stays_here


def test_an_ollama_that_went_away_says_what_to_do() -> None:
    request = EngineRequest(
        plan=Plan(task=Task.ASK, planned="Ask."), lines=(ChatLine(role="user", content="How?"),), max_tokens=5
    )
    with pytest.raises(EngineUnavailable, match=r"ollama pull llama3\.2$"):
        list(Ollama(OllamaModel(name="llama3.2"), "http://127.0.0.1:9", timeout=0.2).stream(request))


@pytest.mark.parametrize(
    ("spec", "small"),
    [
        ("gguf:anything", True),
        ("ollama:llama3.2 (3.2B)", True),
        ("ollama:qwen2.5:1.5b", True),
        ("ollama:gemma3:270m", True),
        ("ollama:qwen3:30b-a3b", False),
        ("ollama:llama3.1:8b", False),
        ("openai:gpt-5-mini", False),
        ("playbook", False),
    ],
)
def test_small_models_are_known_by_their_size(spec: str, small: bool) -> None:
    assert is_small(spec) is small
