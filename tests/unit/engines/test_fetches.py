"""Models being fetched: one thread each, progress while it runs, and kind words when it stops."""

from pathlib import Path
from threading import Event

import pytest

from app.domain.errors import EngineUnavailable
from app.engines.fetches import Fetches
from app.engines.models import LocalModel, catalogue
from app.engines.models_fetch import Fetching, Progress

MODEL = catalogue()[0]


class Slow(Fetching):
    """Stops half-way until it is let go, then ends as a test says."""

    half = Event()
    go = Event()
    begun = 0
    ends: Exception | None = None

    def fetch(self, model: LocalModel) -> Path:
        type(self).begun += 1
        self.progress(50, 100)
        self.half.set()
        self.go.wait(10)
        if self.ends:
            raise self.ends
        return model.file(self.folder)


@pytest.fixture
def slow() -> type[Slow]:
    return type("Fresh", (Slow,), {"half": Event(), "go": Event(), "begun": 0})


def fetches(kind: type[Slow], folder: Path) -> Fetches:
    def make(into: Path, progress: Progress) -> Fetching:
        return kind(into, progress=progress)

    return Fetches(folder, make)


def ended(running: Fetches) -> str:
    """Wait for the fetch's own thread and return its trouble."""
    from threading import enumerate as threads

    for thread in threads():
        if thread.name == f"fetch {MODEL.name}":
            thread.join(10)
    fetch = running.of(MODEL.name)
    assert fetch is not None
    assert not fetch.running
    return fetch.trouble


def test_its_progress_can_be_seen_and_it_is_not_begun_twice(slow: type[Slow], tmp_path: Path) -> None:
    running = fetches(slow, tmp_path)
    assert running.of(MODEL.name) is None
    running.start(MODEL)
    assert slow.half.wait(10)
    running.start(MODEL)
    fetch = running.of(MODEL.name)
    assert fetch is not None
    assert (fetch.here, fetch.size, fetch.running) == (50, 100, True)
    slow.go.set()
    assert ended(running) == ""
    assert slow.begun == 1


@pytest.mark.parametrize(
    ("error", "told"), [(EngineUnavailable("The disk is full."), "The disk is full."), (KeyError("x"), "KeyError")]
)
def test_what_stopped_it_is_said_and_it_can_be_begun_again(
    slow: type[Slow], tmp_path: Path, error: Exception, told: str
) -> None:
    slow.ends = error
    slow.go.set()
    running = fetches(slow, tmp_path)
    running.start(MODEL)
    assert told in ended(running)
    slow.ends = None
    running.start(MODEL)
    assert ended(running) == ""
