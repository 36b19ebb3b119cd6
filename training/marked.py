"""Briefs with marks in them, as `knowledge/briefs/` has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.coaching.notes import KIND, asks_whose
from app.domain.language import Mark
from app.language.brief_reader import TAGS

_MARK = re.compile(r"\{(\w+)(?:@([^:{}]+))?:([^{}]*)\}")


@dataclass(frozen=True)
class MarkedBrief:
    """A brief, the kind of letter it is for, and what is what in it."""

    kind: str
    text: str
    marks: tuple[Mark, ...]


def read_briefs(folder: Path) -> list[MarkedBrief]:
    """Return all briefs of a folder, and of each note once more what is asked about whose its deeds are.

    Raises:
        ValueError: a mark is none we know.
    """
    return [brief for path in sorted(folder.glob("*.txt")) for brief in _read(path)]


def _read(path: Path) -> Iterator[MarkedBrief]:
    for body in re.split(r"^---$", path.read_text(encoding="utf-8"), flags=re.M):
        if body.strip():
            yield marked(path.stem, body.strip())
            if path.stem == KIND:
                yield from whose(body.strip())


def marked(kind: str, body: str) -> MarkedBrief:
    """Return the brief without its marks, and the marks.

    Raises:
        ValueError: a mark is none we know.
    """
    text, at = "", 0
    marks = []
    for match in _MARK.finditer(body):
        if match[1] not in TAGS:
            raise ValueError(f"No mark is called {match[1]!r}: {body[:60]}")
        text += body[at : match.start()]
        marks.append(Mark(tag=match[1], text=match[3], start=len(text), end=len(text) + len(match[3])))
        text += match[3]
        at = match.end()
    return MarkedBrief(kind, text + body[at:], tuple(marks))


def whose(body: str) -> Iterator[MarkedBrief]:
    """Yield a question for each deed of others in a marked note, with every mention of its owner as the answer."""
    text = marked(KIND, body).text
    for match in _MARK.finditer(body):
        if match[1] != "theirs":
            continue
        places = re.finditer(rf"(?<!\w){re.escape(match[2])}(?!\w)", text) if match[2] else ()
        answers = (Mark(tag="owner", text=place[0], start=place.start(), end=place.end()) for place in places)
        yield MarkedBrief(asks_whose(match[3]), text, tuple(answers))
