"""Behaviour around an engine is itself an engine: a deadline, names that stay home."""

import queue
import threading
from collections.abc import Callable, Iterator
from time import monotonic

from app.domain.errors import ASK_AGAIN, CoachError, EngineTimeout, EngineUnavailable
from app.domain.ports import Engine, StandIns
from app.domain.turn import ChatLine, EngineRequest, Plan, Usage

CHARACTERS_A_TOKEN = 8
"""A generous bound: a reply longer than this many characters a token asked for is not going to end."""


class WithDeadline:
    """Bounds the wait for the first piece, each silence, the whole reply, and its length."""

    def __init__(self, inner: Engine, first: float = 20.0, gap: float = 10.0, whole: float = 60.0) -> None:
        """All three in seconds."""
        self.inner = inner
        self.spec = inner.spec
        self.stays_here = inner.stays_here
        self._first, self._gap, self._whole = first, gap, whole

    def preview(self, request: EngineRequest) -> str:
        """Return what the inner engine would send."""
        return self.inner.preview(request)

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield what the inner engine yields, or raise EngineTimeout; closing stops the inner engine at its next piece."""
        pieces: queue.Queue[str | Usage | Exception | None] = queue.Queue(maxsize=64)
        stopped = threading.Event()
        threading.Thread(target=self._pump, args=(request, pieces, stopped), daemon=True).start()
        spent = 0.0
        characters = 0
        wait = self._first
        try:
            while True:
                began = monotonic()
                try:
                    piece = pieces.get(timeout=min(wait, self._whole - spent))
                except (queue.Empty, ValueError):
                    raise EngineTimeout(f"The model took too long to answer. {ASK_AGAIN}") from None
                spent += monotonic() - began
                wait = self._gap
                if piece is None:
                    return
                if isinstance(piece, Exception):
                    raise piece
                if isinstance(piece, str):
                    characters += len(piece)
                    if characters > request.max_tokens * CHARACTERS_A_TOKEN:
                        raise EngineUnavailable(f"The model did not stop talking. {ASK_AGAIN}")
                yield piece
                if spent >= self._whole:
                    raise EngineTimeout(f"The model took too long to finish. {ASK_AGAIN}")
        finally:
            stopped.set()

    def _pump(
        self,
        request: EngineRequest,
        pieces: "queue.Queue[str | Usage | Exception | None]",
        stopped: threading.Event,
    ) -> None:
        end: Exception | None = None
        try:
            for piece in self.inner.stream(request):
                if not _put(pieces, piece, stopped):
                    return
        except CoachError as error:
            end = error
        except Exception as error:  # a thread's error would vanish: hand it over, to be raised where the turn is
            end = EngineUnavailable(f"The model's adapter failed ({type(error).__name__}). {ASK_AGAIN}")
        _put(pieces, end, stopped)


def _put(
    pieces: "queue.Queue[str | Usage | Exception | None]",
    piece: str | Usage | Exception | None,
    stopped: threading.Event,
) -> bool:
    while not stopped.is_set():
        try:
            pieces.put(piece, timeout=0.5)
            return True
        except queue.Full:
            continue
    return False


class WithPseudonyms:
    """Replaces names before a hosted engine is asked, and puts them back in the stream."""

    stays_here = False

    def __init__(self, inner: Engine, stand_ins: Callable[[tuple[str, ...]], StandIns]) -> None:
        """`stand_ins` makes a fresh set of stand-ins for the names of one request."""
        self.inner = inner
        self.spec = inner.spec
        self._stand_ins = stand_ins

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the reply with the real names back in place, also where a stand-in is split across pieces."""
        hidden, stand_ins = self.hidden(request)
        held = ""
        for piece in self.inner.stream(hidden):
            if isinstance(piece, Usage):
                yield piece
                continue
            ready, held = stand_ins.restore_part(held + piece)
            if ready:
                yield ready
        if held:
            yield stand_ins.restore(held)

    def preview(self, request: EngineRequest) -> str:
        """Return exactly the text that would leave this machine."""
        return self.hidden(request)[0].as_text()

    def hidden(self, request: EngineRequest) -> tuple[EngineRequest, StandIns]:
        """Return the request with every name replaced and nothing of the plan but what was rendered, and the stand-ins.

        A request that does not say which words are the person's own is read as a whole.
        """
        stand_ins = self._stand_ins(request.names)
        stand_ins.learn(request.private or tuple(line.content for line in request.lines if line.role != "system"))
        lines = tuple(ChatLine(role=line.role, content=stand_ins.hide(line.content)) for line in request.lines)
        bare = Plan(task=request.plan.task, planned="")
        return request.model_copy(update={"plan": bare, "lines": lines, "names": (), "private": ()}), stand_ins
