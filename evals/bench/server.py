"""A Streamlit server on loopback, driven over HTTP through its own test interface: real sessions, no browser."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
MOST = 1_000
"""Sessions a server may hold."""
PATIENCE = 120
"""Seconds a visitor waits for a page."""
STARTED = 120
"""Seconds a server may take to answer."""
EMPTY = 'import streamlit as st\nst.title("Empty")\nsaid = st.chat_input("Say", key="chat_input")\nif said:\n    st.write(said)\n'
"""The yardstick: an app with one line of text in and out."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    address: str
    process: "subprocess.Popen[bytes]"

    def megabytes(self) -> float | None:
        """Return the memory it holds; None where the system does not say."""
        status = Path(f"/proc/{self.process.pid}/status")
        if not status.exists():
            return None
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
        return float(line.split()[1]) / 1024

    def client(self) -> httpx.Client:
        """Return a client for one visitor after another."""
        return httpx.Client(base_url=self.address, timeout=PATIENCE)


@contextmanager
def serving(script: Path, extra: Mapping[str, str] = {}) -> Iterator[Server]:
    """Start Streamlit on a free port of 127.0.0.1, yield it once it answers, and end it.

    Raises:
        TimeoutError: it did not answer in time.
    """
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "server.enableAgentApi": "true",
        "server.agentMaxSessions": MOST,
        "browser.gatherUsageStats": "false",
    }
    command = [sys.executable, "-m", "streamlit", "run", str(script), *(f"--{k}={v}" for k, v in options.items())]
    environment = (
        os.environ | {"COACH_ENGINE": "playbook", "COACH_OLLAMA_URL": "", "PYTHONPATH": str(ROOT)} | dict(extra)
    )
    process = subprocess.Popen(
        command, cwd=script.parent, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        server = Server(f"http://127.0.0.1:{port}", process)
        _await(server)
        yield server
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()


@contextmanager
def empty_app() -> Iterator[Server]:
    """Serve the yardstick."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "empty.py"
        script.write_text(EMPTY, encoding="utf-8")
        with serving(script) as server:
            yield server


def visit(client: httpx.Client) -> str:
    """Open a session and wait for its first page; return its id."""
    return str(_finished(client, client.post("/_stcore/agent/interact", json={}).json())["session_id"])


def say(client: httpx.Client, session: str, line: str) -> dict[str, Any]:
    """Say a line in the chat of a session and wait for the page after it."""
    body = {"session_id": session, "trigger": {"key": "chat_input", "value": line}}
    return _finished(client, client.post("/_stcore/agent/interact", json=body).json())


def _finished(client: httpx.Client, page: dict[str, Any]) -> dict[str, Any]:
    until = time.monotonic() + PATIENCE
    while "error" in page:
        if page["error"]["code"] != "wait_timed_out" or time.monotonic() > until:
            raise RuntimeError(str(page["error"]))
        page = client.post("/_stcore/agent/interact", json={"session_id": page["session_id"]}).json()
    return page


def _await(server: Server) -> None:
    for _ in range(STARTED * 10):
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=1).close()
            return
        if server.process.poll() is not None:
            break
        time.sleep(0.1)
    raise TimeoutError("the server did not start")
