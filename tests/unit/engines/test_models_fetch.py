"""Weights arrive whole and right or not at all, wherever the line was cut."""

import hashlib
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from app.domain.errors import EngineUnavailable
from app.engines.models import InPackages, LocalModel, OnHub, catalogue
from app.engines.models_fetch import SPARE, Fetching, SourceFailed, digest

CONTENT = bytes(range(256)) * 2_000
PART = 200_000
ROOMY = 1 << 40


class Hub:
    """Serves one file with ranges on 127.0.0.1; `cut_after` hangs up once after so many bytes, `says` answers with a page."""

    def __init__(self, content: bytes = CONTENT) -> None:
        self.content = content
        self.cut_after: int | None = None
        self.says: tuple[int, bytes] | None = None
        self.ranges = True
        self.starts: list[int] = []
        hub = self

        class Bound(_Answering):
            owner = hub

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Bound)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/file.gguf"

    def __enter__(self) -> "Hub":
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Answering(BaseHTTPRequestHandler):
    owner: Hub

    def do_GET(self) -> None:
        hub = self.owner
        if hub.says:
            self.send(hub.says[0], hub.says[1], len(hub.says[1]))
            return
        match = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
        start = int(match.group(1)) if match and hub.ranges else 0
        hub.starts.append(start)
        if start and start >= len(hub.content):
            self.send(416, b"", 0)
            return
        rest = hub.content[start:]
        sent, hub.cut_after = rest[: hub.cut_after], None
        self.send(206 if match and hub.ranges else 200, sent, len(rest))

    def send(self, status: int, body: bytes, length: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


HUB = OnHub(hub="someone/something", revision="main", file="file.gguf")
PACKAGES = InPackages(packages="words-part{number}", count=3, version="1.0", member="*/data/part*.bin", part_size=PART)


def model(*sources: OnHub | InPackages, content: bytes = CONTENT) -> LocalModel:
    return LocalModel(
        name="words",
        title="Words",
        licence="Apache-2.0",
        size=len(CONTENT),
        memory=1,
        context=512,
        recommended="tests",
        sha256=hashlib.sha256(content).hexdigest(),
        sources=sources,
    )


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as server:
        yield server


@pytest.fixture
def fetching(tmp_path: Path, hub: Hub) -> Callable[..., Fetching]:
    def make(**parts: Any) -> Fetching:
        return Fetching(tmp_path / "models", **{"address": lambda _: hub.url, "free": lambda _: ROOMY} | parts)

    return make


class Index:
    """Stands for a package index: makes a wheel with the part asked for; `fails_at` is not to be had, once."""

    def __init__(self, fails_at: str = "") -> None:
        self.asked: list[str] = []
        self.fails_at = fails_at

    def __call__(self, name: str, version: str, folder: Path) -> Path:
        self.asked.append(name)
        if name == self.fails_at:
            self.fails_at = ""
            raise SourceFailed(f"no {name}")
        number = int(name.removeprefix("words-part"))
        wheel = folder / f"{name}.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(f"words/data/part{number:02}.bin", CONTENT[(number - 1) * PART : number * PART])
            archive.writestr("words/__init__.py", "raise SystemExit('nobody may run this')")
        return wheel


def test_a_file_from_the_hub_is_whole_and_told_about_on_the_way(fetching: Callable[..., Fetching]) -> None:
    told: list[tuple[int, int]] = []
    file = fetching(progress=lambda here, size: told.append((here, size))).fetch(model(HUB))
    assert file.read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT))


def test_a_fetch_that_was_cut_goes_on_where_it_stopped(fetching: Callable[..., Fetching], hub: Hub) -> None:
    hub.cut_after = 123_456
    with pytest.raises(EngineUnavailable, match=r"stopped at .* of .*it goes on where it stopped"):
        fetching().fetch(model(HUB))
    assert not (fetching().folder / "words.gguf").exists()
    assert fetching().fetch(model(HUB)).read_bytes() == CONTENT
    assert hub.starts == [0, 123_456]


def test_a_hub_without_ranges_begins_anew(fetching: Callable[..., Fetching], hub: Hub) -> None:
    hub.cut_after, hub.ranges = 1_000, False
    with pytest.raises(EngineUnavailable):
        fetching().fetch(model(HUB))
    assert fetching().fetch(model(HUB)).read_bytes() == CONTENT


def test_a_fetch_stopped_just_before_the_end_only_checks(fetching: Callable[..., Fetching]) -> None:
    fetching().folder.mkdir()
    (fetching().folder / "words.part").write_bytes(CONTENT)
    assert fetching().fetch(model(HUB)).read_bytes() == CONTENT


def test_a_wrong_digest_is_deleted_and_said(fetching: Callable[..., Fetching]) -> None:
    with pytest.raises(EngineUnavailable, match=r"SHA-256 .* was deleted.*fetch it again\.$"):
        fetching().fetch(model(HUB, content=b"other"))
    assert [each.suffix for each in fetching().folder.iterdir()] in ([], [".lock"])


def test_a_page_that_says_no_costs_nothing_that_was_there(fetching: Callable[..., Fetching], hub: Hub) -> None:
    fetching().folder.mkdir()
    (fetching().folder / "words.part").write_bytes(CONTENT[:5_000])
    hub.says = (200, b"<html>Please log in</html>")
    with pytest.raises(EngineUnavailable, match=r"something else.*it goes on where it stopped\.$"):
        fetching().fetch(model(HUB))
    assert (fetching().folder / "words.part").read_bytes() == CONTENT[:5_000]


def test_where_nothing_came_nothing_is_said_to_go_on(fetching: Callable[..., Fetching], hub: Hub) -> None:
    hub.says = (403, b"")
    with pytest.raises(EngineUnavailable, match=r"no words-part1\. Check the connection and fetch it again\.$"):
        fetching(package=Index(fails_at="words-part1")).fetch(model(HUB, PACKAGES))


def test_a_full_disk_is_said_before_anything_is_asked(fetching: Callable[..., Fetching], hub: Hub) -> None:
    with pytest.raises(EngineUnavailable, match="more on the disk; 200 MB are free"):
        fetching(free=lambda _: SPARE).fetch(model(HUB))
    assert hub.starts == []


def test_where_the_hub_says_no_the_packages_are_asked(fetching: Callable[..., Fetching], hub: Hub) -> None:
    hub.says = (403, b"")
    index = Index()
    assert fetching(package=index).fetch(model(HUB, PACKAGES)).read_bytes() == CONTENT
    assert index.asked == ["words-part1", "words-part2", "words-part3"]


def test_packages_go_on_after_the_last_whole_part(fetching: Callable[..., Fetching]) -> None:
    index = Index(fails_at="words-part3")
    with pytest.raises(EngineUnavailable, match="no words-part3"):
        fetching(package=index).fetch(model(PACKAGES))
    with (fetching().folder / "words.part").open("ab") as torn:
        torn.write(b"half of the third")
    index.asked.clear()
    assert fetching(package=index).fetch(model(PACKAGES)).read_bytes() == CONTENT
    assert index.asked == ["words-part3"]


def test_what_the_hub_began_the_packages_can_finish(fetching: Callable[..., Fetching], hub: Hub) -> None:
    hub.cut_after = PART + 5
    index = Index()
    assert fetching(package=index).fetch(model(HUB, PACKAGES)).read_bytes() == CONTENT
    assert index.asked == ["words-part2", "words-part3"]


def test_a_package_without_its_part_is_said(fetching: Callable[..., Fetching]) -> None:
    def empty(name: str, version: str, folder: Path) -> Path:
        with zipfile.ZipFile(folder / "x.whl", "w") as archive:
            archive.writestr("words/__init__.py", "")
        return folder / "x.whl"

    with pytest.raises(EngineUnavailable, match="does not hold a part"):
        fetching(package=empty).fetch(model(PACKAGES))


def test_what_is_here_is_not_fetched_again(fetching: Callable[..., Fetching], hub: Hub) -> None:
    fetching().fetch(model(HUB))
    fetching().fetch(model(HUB))
    assert hub.starts == [0]


def test_one_fetch_of_a_model_at_a_time(fetching: Callable[..., Fetching], hub: Hub) -> None:
    fetching().folder.mkdir()
    with FileLock(fetching().folder / "words.lock"), pytest.raises(EngineUnavailable, match="being fetched already"):
        fetching().fetch(model(HUB))
    assert hub.starts == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, hub: Hub) -> None:
    (tmp_path / "models").write_text("a file, not a folder")
    with pytest.raises(EngineUnavailable, match="cannot be written"):
        Fetching(tmp_path / "models", address=lambda _: hub.url).fetch(model(HUB))


def test_the_digest_is_the_one_other_tools_print(tmp_path: Path) -> None:
    (tmp_path / "abc").write_bytes(b"abc")
    assert digest(tmp_path / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_no_model_for_trying_the_machinery_is_recommended_to_a_person() -> None:
    assert {each.name for each in catalogue() if each.plumbing} == {"smollm2-135m-instruct"}
    assert all(each.sources for each in catalogue())
