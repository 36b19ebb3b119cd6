"""The rehearsal as the app builds it, for measuring."""

from app.bootstrap import build_detector, build_embedder, build_english, is_semantic
from app.coaching.rehearsal import Rehearsal
from app.coaching.rehearsal.reading import Reader
from app.coaching.rehearsal.themes import Themes
from app.content.library import load_library
from app.domain.library import Library
from app.domain.ports import RiskDetector
from app.settings import Settings


def build(settings: Settings) -> tuple[Library, Rehearsal, Reader, RiskDetector]:
    """Return the content, the rehearsal, its reader and its detector.

    Raises:
        ContentError: the content is wrong.
    """
    library = load_library(settings.content_root / "knowledge")
    embedder = build_embedder(settings)
    semantic = embedder if is_semantic(embedder) else None
    detector, english = build_detector(settings, library, embedder), build_english()
    return (
        library,
        Rehearsal(library, detector, english, semantic),
        Reader(english, Themes(library, semantic)),
        detector,
    )
