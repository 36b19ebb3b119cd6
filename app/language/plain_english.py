"""The English port by rules alone: sentences, capitalised names, no noun phrases. For machines without spaCy's pipeline."""

import re

from app.domain.language import Entity, Parsed, Span, Word

_SENTENCE = re.compile(r"[^.!?…\n]+(?:[.!?…]+[\"'”’)]*|\n|$)")
_WORD = re.compile(r"[\w'’-]+|[^\w\s]")
_NAME = re.compile(r"(?<![.!?…]\s)(?<!^)\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*")


class PlainEnglish:
    """Reads English with regular expressions."""

    def parse(self, text: str) -> Parsed:
        """Return sentences, words, and capitalised runs inside sentences as possible names."""
        read = text[:5_000]
        sentences = []
        for match in _SENTENCE.finditer(read):
            stripped = match.group().strip()
            if stripped:
                start = match.start() + match.group().index(stripped)
                sentences.append(Span(text=stripped, start=start, end=start + len(stripped)))
        return Parsed(
            text=text,
            sentences=tuple(sentences),
            entities=tuple(
                Entity(text=m.group(), start=m.start(), end=m.end(), label="PERSON") for m in _NAME.finditer(read)
            ),
            words=tuple(
                Word(text=m.group(), start=m.start(), end=m.end(), lemma=m.group().lower(), pos="X")
                for m in _WORD.finditer(read)
            ),
        )

    def knows(self, word: str) -> bool:
        """Return True for any word: there is no dictionary here."""
        return bool(word)

    def forget(self) -> None:
        """Do nothing: nothing that was read is remembered."""
