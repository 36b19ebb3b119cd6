"""Stand-ins for the two ports whose real ones are slow or not ours. The store is always the real one, on a file."""

from collections.abc import Iterator, Sequence

from app.domain.knowledge import Audience
from app.domain.ports import Hit
from app.domain.turn import EngineRequest, Usage

Piece = str | Usage | Exception


class ScriptedEngine:
    """Says what a test wrote down, one script a request; an exception in a script is raised where it stands."""

    def __init__(self, *scripts: Sequence[Piece], spec: str = "scripted", stays_here: bool = True) -> None:
        """Queue the scripts; `requests` keeps what was asked and `closed` counts the streams that ended."""
        self.spec = spec
        self.stays_here = stays_here
        self.requests: list[EngineRequest] = []
        self.closed = 0
        self._scripts = list(scripts)

    def preview(self, request: EngineRequest) -> str:
        """Return what would leave."""
        return "" if self.stays_here else request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the next script's pieces."""
        self.requests.append(request)
        if not self._scripts:
            raise AssertionError(
                f"the engine was asked {len(self.requests)} times, more often than the test wrote down"
            )
        try:
            for piece in self._scripts.pop(0):
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            self.closed += 1


class FixedIndex:
    """Finds the same cards for every query but the empty one."""

    def __init__(self, *cards: str, similarity: float = 0.9) -> None:
        """Name the cards, best first."""
        self.fingerprint = "fixed"
        self.reader = "fixed"
        self.trouble = ""
        self.queries: list[str] = []
        self._hits = [
            Hit(card=card, score=1.0 - place / 100, similarity=similarity) for place, card in enumerate(cards)
        ]

    def search(self, query: str, *, audience: Audience | None = None, limit: int = 8) -> list[Hit]:
        """Return the first `limit` cards."""
        self.queries.append(query)
        return self._hits[:limit] if query.strip() else []
