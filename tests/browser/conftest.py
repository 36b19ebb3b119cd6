"""A real Chromium against a real server: what no test without a browser can see."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
STARTED = 60
"""Seconds a server may take to answer; a slow machine is not a failure."""
BUILT = 180_000
"""Milliseconds the first page and reply may take, while the index is built and the detector learns."""
QUIET = """() => {
    const now = performance.now(), state = document.querySelector("[data-testid=stApp]")?.dataset.testScriptState;
    if (state !== "notRunning" || window.quietSince === undefined) window.quietSince = now;
    return state === "notRunning" && now - window.quietSince > 300;
}"""
"""A reply ends with a second run that draws it from the store: the page is done when no run has begun for a moment."""

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The Chromium of this machine; nothing is downloaded for a test."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found is None:
        pytest.skip("there is no Chromium on this machine; install the package `chromium` to run the browser tests")
    return {**browser_type_launch_args, "executable_path": found, "args": FLAGS, "headless": True}


class Server:
    """The app as a person starts it, on a port of its own, with a data folder that outlives a restart."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py", f"--server.port={self.port}"]
        ours = {"COACH_DATA_DIR": str(self._folder), "COACH_ENGINE": "playbook"}
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(command, cwd=ROOT, env=os.environ | ours, stdout=log, stderr=log)
        self._await()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(20)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait(20)

    def _await(self) -> None:
        for _ in range(STARTED * 4):
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=1):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.25)
                    break
        raise AssertionError("the server did not start: " + (self._folder / "server.log").read_text())


def set_up(folder: Path) -> None:
    """Build the index and train the detector as `make run` does before it opens the app."""
    command = [sys.executable, "-c", "from app.cli import main; main()", "knowledge", "index"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"COACH_DATA_DIR": str(folder)}, check=True, timeout=600)


@pytest.fixture(scope="session")
def server(browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all journeys; asked for after Chromium, so that nothing starts where there is none."""
    folder = tmp_path_factory.mktemp("served")
    set_up(folder)
    running = Server(folder)
    yield running
    running.stop()


class Visitor:
    """A person at a window: reads, types, presses; every wait is for something they would see."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self._server = server
        self.left: list[str] = []
        page.context.on("request", self._note)

    def _note(self, request: Any) -> None:
        if not request.url.startswith((self._server.url, "data:", "blob:", "about:")):
            self.left.append(request.url)

    def open(self, path: str = "/") -> "Visitor":
        self.page.goto(self._server.url + path)
        return self.settled()

    def settled(self) -> "Visitor":
        """Wait until the page has been drawn."""
        expect(self.page.get_by_test_id("stMainBlockContainer")).to_be_visible()
        expect(self.page.get_by_role("note")).to_be_attached(timeout=BUILT)
        self.page.evaluate("delete window.quietSince")
        self.page.wait_for_function(QUIET, timeout=BUILT)
        return self

    def say(self, line: str) -> None:
        box = self.page.get_by_test_id("stChatInputTextArea")
        box.fill(line)
        box.press("Enter")
        expect(box).to_have_value("")
        self.settled()

    def press(self, name: str) -> None:
        self.button(name).click()

    def button(self, name: str) -> Locator:
        return self.page.locator("main").get_by_role("button", name=name, exact=True).first

    def fits(self) -> None:
        """Nothing can be scrolled sideways, and no traceback is on the screen."""
        width, window = self.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert width <= window
        main = self.page.locator("main")
        assert main.evaluate("each => each.scrollWidth <= each.clientWidth")
        expect(self.page.get_by_test_id("stException")).to_have_count(0)
        expect(self.page.get_by_text("Something went wrong here")).to_have_count(0)


@pytest.fixture(params=SIZES.values(), ids=SIZES.keys())
def visitor(request: pytest.FixtureRequest, page: Page, server: Server) -> Iterator[Visitor]:
    """A visitor at a desk and one with a phone; nothing they do may leave this machine."""
    page.set_viewport_size(request.param)
    person = Visitor(page, server)
    yield person
    assert person.left == []


@pytest.fixture
def another_tab(context: BrowserContext, server: Server) -> Callable[[], Visitor]:
    """A new tab of the same person."""
    return lambda: Visitor(context.new_page(), server)
