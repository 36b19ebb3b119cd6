"""A circuit around an engine: after repeated failure it is left alone for a while, and nobody waits for it in vain."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic

from app.domain.errors import EngineError, EngineTimeout, EngineUnavailable
from app.domain.ports import Engine
from app.domain.turn import EngineRequest, Usage

FAILURES = 3
"""Failures in a row that open the circuit."""
LONGEST_PAUSE = 600.0
"""Seconds; each trial that fails doubles the pause up to this."""


@dataclass(frozen=True)
class Circuit:
    """How an engine has been doing. `retry_in` is in seconds, 0 when it is asked as usual."""

    failures: int
    retry_in: float


class WithCircuit:
    """Stops asking an engine that failed several times in a row, and tries it again after a pause."""

    def __init__(
        self, inner: Engine, failures: int = FAILURES, pause: float = 30.0, clock: Callable[[], float] = monotonic
    ) -> None:
        """`pause` in seconds before the first trial; `clock` tells seconds and never goes back."""
        self.inner = inner
        self.spec = inner.spec
        self.stays_here = inner.stays_here
        self._most, self._first_pause, self._clock = failures, pause, clock
        self._lock = threading.Lock()
        self._failed = 0
        self._pause = pause
        self._until = 0.0
        self._trying = False

    @property
    def circuit(self) -> Circuit:
        """How the engine has been doing."""
        with self._lock:
            open_now = self._failed >= self._most
            return Circuit(self._failed, max(0.0, self._until - self._clock()) if open_now else 0.0)

    def preview(self, request: EngineRequest) -> str:
        """Return what the inner engine would send."""
        return self.inner.preview(request)

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield what the inner engine yields.

        Raises:
            EngineUnavailable: at once, without asking, while the engine is left alone.
            EngineError: as the inner engine does.
        """
        self._enter()
        outcome: bool | None = None  # a turn stopped by the person tells nothing about the engine until it has spoken
        try:
            for piece in self.inner.stream(request):
                outcome = True
                yield piece
            outcome = True
        except (EngineUnavailable, EngineTimeout):
            outcome = False
            raise
        except EngineError:  # declined, too long, cut short: the engine is there and working
            outcome = True
            raise
        finally:
            self._leave(outcome)

    def _enter(self) -> None:
        with self._lock:
            if self._failed < self._most:
                return
            left = self._until - self._clock()
            if left > 0 or self._trying:
                again = f"It is tried again in {max(1, round(left))} seconds" if left > 0 else "It is being tried now"
                raise EngineUnavailable(f"The model is paused after {self._failed} failures in a row. {again}.")
            self._trying = True

    def _leave(self, worked: bool | None) -> None:
        with self._lock:
            self._trying = False
            if worked:
                self._failed, self._pause = 0, self._first_pause
            elif worked is False:
                self._failed += 1
                if self._failed >= self._most:
                    if self._failed > self._most:
                        self._pause = min(self._pause * 2, LONGEST_PAUSE)
                    self._until = self._clock() + self._pause
