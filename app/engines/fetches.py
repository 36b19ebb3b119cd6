"""Models being fetched while somebody looks on: one thread a model, its progress, and what came of it."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.errors import CoachError
from app.engines.models import LocalModel
from app.engines.models_fetch import Fetching, Progress


@dataclass(frozen=True)
class Fetch:
    """One fetch. `here` and `size` in bytes; `trouble` says what to do when it stopped."""

    here: int = 0
    size: int = 0
    running: bool = True
    trouble: str = ""


def into(folder: Path, progress: Progress) -> Fetching:
    """Return how weights are fetched into a folder."""
    return Fetching(folder, progress=progress)


class Fetches:
    """Every fetch of this process, by the model's name."""

    def __init__(self, folder: Path, fetching: Callable[[Path, Progress], Fetching] = into) -> None:
        """Fetch into `folder`."""
        self.folder = folder
        self._fetching = fetching
        self._lock = threading.Lock()
        self._known: dict[str, Fetch] = {}

    def start(self, model: LocalModel) -> None:
        """Begin to fetch a model in the background; nothing happens while it is being fetched already."""
        with self._lock:
            known = self._known.get(model.name)
            if known and known.running:
                return
            self._known[model.name] = Fetch(size=model.size)
        threading.Thread(target=self._run, args=(model,), name=f"fetch {model.name}", daemon=True).start()

    def of(self, name: str) -> Fetch | None:
        """Return how a model's fetch is doing; None when none was begun."""
        with self._lock:
            return self._known.get(name)

    def _run(self, model: LocalModel) -> None:
        def moved(here: int, size: int) -> None:
            self._update(model.name, here=here, size=size)

        trouble = ""
        try:
            self._fetching(self.folder, moved).fetch(model)
        except CoachError as error:
            trouble = str(error)
        except Exception as error:  # a thread's error would vanish: it is shown where the fetch was begun
            trouble = f"{model.title} could not be fetched ({type(error).__name__}). Check the connection and press Fetch again."
        self._update(model.name, running=False, trouble=trouble)

    def _update(self, name: str, **changes: int | bool | str) -> None:
        with self._lock:
            self._known[name] = replace(self._known[name], **changes)  # type: ignore[arg-type]
