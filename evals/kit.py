"""What tasks measure: the coach's parts as the app builds them, once for a whole run."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.bootstrap import (
    build_brief_reader,
    build_coach,
    build_detector,
    build_embedder,
    build_engine,
    build_english,
    is_semantic,
)
from app.coaching.answers import Answers
from app.coaching.coach import Coach
from app.coaching.emails import Letters
from app.coaching.notes import Notes
from app.coaching.questions import Questions
from app.content.library import read_library
from app.domain.library import Library
from app.domain.ports import Engine, English, RiskDetector
from app.engines.playbook import Playbook
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
from app.settings import Settings
from app.storage.store import SqlStore
from evals.rehearsal.setup import Parts
from evals.retrieval.memory import Remembering


@dataclass(frozen=True)
class Kit:
    """Parts built when first asked for. `folder` holds a fresh index and store and goes away with the run."""

    settings: Settings
    folder: Path
    full: bool = False
    """Whether to run the long version of a task."""

    @cached_property
    def engine(self) -> Engine | None:
        """The model of the settings; None with the playbook."""
        found = build_engine(self.settings, self.english)
        return None if isinstance(found, Playbook) else found

    @cached_property
    def library(self) -> Library:
        """All content."""
        return read_library(self.settings.content_root / "knowledge")[0]

    @cached_property
    def embedder(self) -> CachedEmbedder:
        """The embedder the app uses, remembering queries."""
        return Remembering(build_embedder(self.settings))

    @cached_property
    def semantic(self) -> CachedEmbedder | None:
        """The embedder where it knows meaning, else None."""
        return self.embedder if is_semantic(self.embedder) else None

    @cached_property
    def index(self) -> FusedIndex:
        """A fresh index."""
        return FusedIndex(self.library.cards, self.embedder, self.folder / "index")

    @cached_property
    def english(self) -> English:
        """The reader of English."""
        return build_english()

    @cached_property
    def detector(self) -> RiskDetector:
        """The risk detector, trained on every example."""
        return build_detector(self.settings, self.library)

    @cached_property
    def answers(self) -> Answers:
        """The planner of answers."""
        return Answers(self.library, self.index)

    @cached_property
    def questions(self) -> Questions:
        """The question bank."""
        return Questions(self.library, self.semantic)

    @cached_property
    def letters(self) -> Letters:
        """The writer of letters."""
        return Letters(self.library, self.detector, self.english, build_brief_reader(self.settings))

    @cached_property
    def notes(self) -> Notes:
        """What reads notes."""
        return Notes(build_brief_reader(self.settings))

    @cached_property
    def rehearsal(self) -> Parts:
        """The rehearsal and its reader."""
        return Parts.of(self.library, self.detector, self.english, self.semantic)

    @cached_property
    def coach(self) -> Coach:
        """The whole coach over a store of its own."""
        return build_coach(
            self.settings,
            engine=build_engine(self.settings, self.english),
            store=SqlStore(f"sqlite:///{(self.folder / 'coach.db').as_posix()}"),
        )


@contextmanager
def opened(settings: Settings, *, full: bool = False) -> Iterator[Kit]:
    """Yield a kit whose folder is removed afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        yield Kit(settings, Path(folder), full)
