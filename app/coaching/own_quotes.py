"""Quoting a person's own document: which sentences of a passage, and whether they may stand beside an answer."""

import re
from collections.abc import Sequence

from app.coaching.draft import telling
from app.coaching.grounding import review_answer
from app.domain.documents import OwnPart
from app.domain.turn import Citation, Plan, Task

_BETWEEN = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)\]]))\s+(?=[A-Z0-9“\"'(•*-])|\n+")
_AROUND = re.compile(r"[\s>#*•-]*(.*?)[\s*]*", re.DOTALL)
_WORD = re.compile(r"[a-z0-9]{3,}")
_NO_MARKS = str.maketrans("[]", "()")


def quoted(text: str, part: OwnPart, query: str) -> tuple[int, int]:
    """Return where the sentence of a passage nearest a query stands, with its neighbour when that has words of it too."""
    spans = _sentences(text, part)
    wanted = set(_WORD.findall(query.lower())) | telling(query)

    def shared(start: int, end: int) -> int:
        words = text[start:end].lower()
        return len(wanted & (set(_WORD.findall(words)) | telling(words)))

    best = max(range(len(spans)), key=lambda i: (shared(*spans[i]), -i))
    beside = [i for i in (best + 1, best - 1) if 0 <= i < len(spans)]
    other = max(beside, key=lambda i: (shared(*spans[i]), i), default=best)
    first, last = sorted((best, other)) if other != best and shared(*spans[other]) else (best, best)
    return spans[first][0], spans[last][1]


def _sentences(text: str, part: OwnPart) -> list[tuple[int, int]]:
    """Where the sentences of a passage stand, without bullets and blanks around them; the whole passage if it has none."""
    edges = [part.start]
    for match in _BETWEEN.finditer(text, part.start, part.end):
        edges += [match.start(), match.end()]
    edges.append(part.end)
    spans = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        inner = _AROUND.fullmatch(text, start, end)
        if inner and inner[1]:
            spans.append(inner.span(1))
    return spans or [(part.start, part.end)]


def to_read(text: str, parts: Sequence[OwnPart]) -> list[str]:
    """Return the passages as they are embedded: each with the heading it stands under."""
    words = ((part.heading, text[part.start : part.end]) for part in parts)
    return [f"{heading}. {body}" if heading else body for heading, body in words]


def is_fit(quote: str) -> bool:
    """Say whether a quote passes the critic of answers as a sentence that cites itself: it may not discourage a right."""
    line = " ".join(quote.translate(_NO_MARKS).split())
    itself = Plan(
        task=Task.ASK,
        planned="",
        citations=(Citation(number=1, card="own", source="own"),),
        slots={"passages": f"[1] {line}"},
    )
    return not review_answer(f"{line} [1]", itself)
