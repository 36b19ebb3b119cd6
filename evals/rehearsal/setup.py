"""The rehearsal as the app builds it, for measuring."""

from dataclasses import dataclass
from functools import cache

from app.bootstrap import build_detector, build_embedder, build_english, is_semantic
from app.coaching.rehearsal import Rehearsal
from app.coaching.rehearsal.reading import Reader
from app.coaching.rehearsal.themes import Themes
from app.content.library import load_library
from app.domain.library import Library
from app.domain.ports import Embedder, English, RiskDetector
from app.domain.risk import RiskContext, RiskReport
from app.settings import Settings


class ReadOnce:
    """A reader of English that reads the same words once."""

    def __init__(self, inner: English) -> None:
        """Wrap a reader."""
        self.parse = cache(inner.parse)
        self.knows = inner.knows


class Remembering:
    """A detector that checks the same words once: simulated users repeat themselves."""

    def __init__(self, inner: RiskDetector) -> None:
        """Wrap a detector."""
        self._inner = inner
        self._seen: dict[tuple[str, RiskContext], RiskReport] = {}

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        """Return what the inner detector found, the first time or again."""
        if (text, context) not in self._seen:
            self._seen[text, context] = self._inner.check(text, context)
        return self._seen[text, context]

    def better(self, report: RiskReport) -> str:
        """Return the inner detector's better wording."""
        return self._inner.better(report)


@dataclass(frozen=True)
class Parts:
    """What is measured: the rehearsal as the app has it, and one that remembers what it has read; not for timing."""

    library: Library
    rehearsal: Rehearsal
    quick: Rehearsal
    reader: Reader
    detector: RiskDetector

    @classmethod
    def of(cls, library: Library, detector: RiskDetector, english: English, semantic: Embedder | None) -> "Parts":
        """Return the parts over what a run has built already."""
        return cls(
            library=library,
            rehearsal=Rehearsal(library, detector, english, semantic),
            quick=Rehearsal(library, Remembering(detector), ReadOnce(english), semantic),
            reader=Reader(english, Themes(library, semantic)),
            detector=detector,
        )


def build(settings: Settings) -> Parts:
    """Return the content, the rehearsal, its reader and its detector.

    Raises:
        ContentError: the content is wrong.
    """
    library = load_library(settings.content_root / "knowledge")
    embedder = build_embedder(settings)
    semantic = embedder if is_semantic(embedder) else None
    detector, english = build_detector(settings, library), build_english()
    return Parts.of(library, detector, english, semantic)
