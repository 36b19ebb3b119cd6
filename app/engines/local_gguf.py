"""A model inside this program: llama.cpp on a GGUF file, asked like any OpenAI-compatible server."""

import os
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol, cast

from app.domain.errors import ASK_AGAIN, EngineError, EngineUnavailable, MissingExtra
from app.domain.turn import EngineRequest, Usage
from app.engines.models import weights
from app.engines.models_fetch import in_gb
from app.engines.openai_compatible import OpenAICompatible

INSTALL = "A model inside this program needs llama.cpp; install it with: pip install 'skip-level-coach[local]'"
AHEAD = 300.0
"""Seconds for reading ahead: nobody waits, and a busy machine may take a minute."""
MEMORY = Path("/proc/meminfo")


class Served(Protocol):
    """A model being served on this machine."""

    listening_address: str
    """Such as "http://127.0.0.1:43961"."""


class LocalGguf:
    """One model of the catalogue, or one .gguf file; loaded when it is first asked, and kept.

    llama.cpp serves on a free port of 127.0.0.1, behind a key that only this object knows, and one request at a time:
    a second one waits its turn. The beginning that two prompts share is read only once.
    """

    stays_here = True

    def __init__(
        self,
        name: str,
        folder: Path,
        timeout: float = 20.0,
        free: Callable[[], int] | None = None,
        opened: Callable[[Path, int, str], Served] | None = None,
    ) -> None:
        """Name a model of the catalogue whose weights lie in `folder`, or give a path to a .gguf file.

        Args:
            name: what follows "gguf:" in COACH_ENGINE.
            folder: the folder of models.
            timeout: seconds of silence that are waited for, once it is loaded.
            free: tells the free memory in bytes; asks the system when not given.
            opened: loads a file with a context in tokens and serves it behind a key; llama.cpp when not given.
        """
        self.spec = f"gguf:{Path(name).stem if name.endswith('.gguf') else name}"
        self._name = name
        self._folder = folder
        self._timeout = timeout
        self._free = free or free_memory
        self._opened = opened or served_here
        self._lock = threading.Lock()
        self._key = secrets.token_urlsafe()
        self._server: Served | None = None
        self._served: OpenAICompatible | None = None

    def preview(self, request: EngineRequest) -> str:
        """Return the request's lines as the model would get them."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the model's words as they come, and its token count at the end.

        Raises:
            EngineError: the weights are missing or damaged, memory is short, or the model did not answer.
            MissingExtra: llama.cpp is not installed.
        """
        yield from self.load().stream(request)

    def load(self) -> OpenAICompatible:
        """Load the model unless it is loaded, which takes some seconds; errors as for `stream`."""
        with self._lock:
            if self._served is None:
                self._served = self._serve(*weights(self._name, self._folder))
            return self._served

    def read_ahead(self, openings: Sequence[EngineRequest]) -> None:
        """Load the model and have it read what requests begin with, so that the first line waits for its own words only.

        Raises:
            EngineError, MissingExtra: it cannot be loaded, as for `stream`. What it answers does not matter.
        """
        self.load()
        unhurried = self._asker(AHEAD)
        for opening in openings:
            with suppress(EngineError):
                list(unhurried.stream(opening))

    def _serve(self, file: Path, context: int, memory: int) -> OpenAICompatible:
        if (free := self._free()) < memory:
            raise EngineUnavailable(
                f"{self._name} wants {in_gb(memory)} of memory and {in_gb(free)} are free. "
                "Close other programs, or choose a smaller model in Settings."
            )
        self._server = self._opened(file, context, self._key)
        return self._asker(self._timeout)

    def _asker(self, timeout: float) -> OpenAICompatible:
        address = self._server.listening_address if self._server else ""
        return OpenAICompatible(self._name, f"{address}/v1", self._key, timeout, cure=ASK_AGAIN)


def is_here() -> bool:
    """Say whether llama.cpp is installed; imports nothing."""
    return find_spec("xllamacpp") is not None


def served_here(file: Path, context: int, key: str) -> Served:
    """Load a model with llama.cpp and serve it on a free port of 127.0.0.1 for as long as what is returned lives.

    Raises:
        EngineUnavailable: the file cannot be opened.
        MissingExtra: llama.cpp is not installed.
    """
    try:
        import xllamacpp
    except ImportError as error:
        raise MissingExtra(INSTALL) from error
    try:
        return cast(Served, xllamacpp.Server(parameters(xllamacpp.CommonParams(), file, context, key)))
    except RuntimeError as error:
        raise EngineUnavailable(
            f"llama.cpp cannot open {file.name}; the file may be damaged. Remove it and fetch it again."
        ) from error


def parameters(given: Any, file: Path, context: int, key: str) -> Any:
    """Set llama.cpp's parameters: every core, one request at a time, no log, and nothing for other programs to see."""
    given.model.path = str(file)
    given.n_ctx = context
    given.n_parallel = 1
    given.cpuparams.n_threads = given.cpuparams_batch.n_threads = cores()
    given.verbosity = -1
    given.cache_ram_mib = 0  # the one slot keeps the last prompt; older ones would only take memory
    given.api_keys = [key]
    given.cors_origins = ""
    given.ui = given.endpoint_slots = given.endpoint_props = False
    return given


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def free_memory() -> int:
    """Return the memory that can be had, in bytes; on systems that do not tell, more than any model wants."""
    if not MEMORY.exists():
        return 1 << 50
    told = dict(line.split(":", 1) for line in MEMORY.read_text(encoding="ascii").splitlines() if ":" in line)
    return int(told["MemAvailable"].split()[0]) * 1024
