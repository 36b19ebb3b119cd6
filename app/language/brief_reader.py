"""Marks in a brief what is what: who, when, what for, what to leave out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from app.domain.language import Mark
from app.language.small_model import LONGEST, SmallModel, tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

TAGS = tuple(
    """
    me boss leader person assistant role leader_title team employer
    minutes when times new_times start cadence format who writing
    purpose topics learned mine theirs result meaning worry reason alternative share
    heard doing not_doing praise confidentiality more out unwise
    knows_suggested knows_agreed knows_yes knows_no knows_unsure invited booked written from_leader
    owner due
    """.split()
)
"""What a stretch of a brief can be; `knowledge/briefs/README.md` says what each means. Their order is the model's."""
TOLD = frozenset(
    "purpose topics learned mine theirs result meaning worry reason alternative share heard doing not_doing praise".split()
)
"""Tags of stretches that a letter repeats."""
_DANGLING = re.compile(
    r"(?:\s+(?:in|on|at|to|of|for|with|from|by|about|into|the|an?|his|her|its|our|my|their|your|and|or))+\Z", re.I
)
_TO_A_STOP = re.compile(r"(?:[ \t]+[\w'’-]+){1,4}(?=\s*(?:[.,;:!?)\n]|$))")
"""The few words to the next stop: they belong to a stretch that would end in the middle of a phrase."""
_NEVER = -1e9
_BEFORE = ' \t\n.,;:!?"“”()[]-–—*•|'
_AFTER = ' \t\n,;:"“”()[]-–—*•|.!'


class BriefReader:
    """Implements the `BriefReader` port with the reader taught from `knowledge/briefs/`."""

    def __init__(self, path: Path) -> None:
        """Load nothing yet."""
        self._model = SmallModel(path)

    def marks(self, kind: str, text: str) -> tuple[Mark, ...]:
        """Return what is what in a brief for a letter of this kind, in its order; about 0.4 ms a word."""
        room = LONGEST - len(tokens(_asked(kind))[0]) - 1
        return tuple(mark for start, part in _parts(text, room) for mark in self._read(kind, part, start))

    def _read(self, kind: str, text: str, offset: int) -> Iterator[Mark]:
        ids, words = words_of(kind, text)
        if not words:
            return
        rows = self._model.scores(ids, capitals_of(ids, words, text))[[word.token for word in words]]
        for mark in marks_of(text, *best_tags(rows), words):
            yield mark.model_copy(update={"start": mark.start + offset, "end": mark.end + offset})


def _asked(kind: str) -> str:
    return kind.replace("_", " ")


def _parts(text: str, room: int) -> Iterator[tuple[int, str]]:
    """Yield the text in parts of at most `room` tokens, whole sentences or lines where there are such, and where each begins."""
    words = list(re.finditer(r"\S+\s*", text))
    begins = [start for start, end in tokens(text)[1] if end > start]
    before = [bisect_left(begins, word.start()) for word in words] + [len(begins)]
    first = 0
    while first < len(words):
        last = max(first + 1, bisect_right(before, before[first] + room) - 1)
        if last < len(words):
            ends = (i for i in range(last, (first + last) // 2, -1) if re.search(r"[.!?]\s|\n", words[i - 1][0]))
            last = next(ends, last)
        start = words[first].start()
        yield start, text[start : words[last - 1].end()]
        first = last


class WordAt(NamedTuple):
    """A word or a stop: its first token, and where it stands in the text."""

    token: int
    start: int
    end: int


def words_of(kind: str, text: str) -> tuple[list[int], list[WordAt]]:
    """Return the token ids of a brief, the letter's kind before it, and its words."""
    ids, spans = tokens(text, before=_asked(kind))
    words: list[WordAt] = []
    for token, (start, end) in enumerate(spans[:LONGEST]):
        if end <= start:
            continue
        if words and words[-1].end == start and text[start - 1].isalnum() and text[start].isalnum():
            words[-1] = words[-1]._replace(end=end)
        else:
            words.append(WordAt(token, start, end))
    return ids, words


def capitals_of(ids: Sequence[int], words: Sequence[WordAt], text: str) -> list[int]:
    """Return a 1 for the first token of each word with a capital: all else is read in lower case."""
    found = [0] * len(ids)
    for word in words:
        found[word.token] = int(text[word.start].isupper())
    return found


def best_tags(scores: "NDArray[np.float32]") -> tuple[list[int], list[float]]:
    """Return the likeliest labels that can follow one another, and how sure each is, from scores of shape (words, 1 + 2 * tags).

    0 is none, 1 + 2k opens tag k, 2 + 2k goes on with it and stands only after one of those two (Viterbi, 1967).
    """
    width = scores.shape[1]
    log = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    allowed = np.zeros((width, width), np.float32)
    goes_on = np.arange(2, width, 2)
    allowed[:, goes_on] = _NEVER
    allowed[goes_on - 1, goes_on] = allowed[goes_on, goes_on] = 0
    best = log[0].copy()
    best[goes_on] = _NEVER
    came: list[NDArray[np.int64]] = []
    for row in log[1:]:
        through = best[:, None] + allowed
        came.append(through.argmax(axis=0))
        best = through.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    path.reverse()
    return path, [float(np.exp(row[label])) for row, label in zip(log, path, strict=True)]


def marks_of(text: str, labels: Sequence[int], sure: Sequence[float], words: Sequence[WordAt]) -> tuple[Mark, ...]:
    """Return the marks that the words' labels make, without the stops around them; each as sure as its words on average."""
    found: list[tuple[str, int, int, list[float]]] = []
    for label, chance, word in zip(labels, sure, words, strict=True):
        if not label:
            continue
        tag = TAGS[(label - 1) // 2]
        goes_on = bool(found) and found[-1][0] == tag and not text[found[-1][2] : word.start].strip()
        if label % 2 == 1 and not goes_on:
            found.append((tag, word.start, word.end, [chance]))
        else:
            found[-1] = (tag, found[-1][1], word.end, [*found[-1][3], chance])
    marks = []
    for i, (tag, start, end, chances) in enumerate(found):
        if tag in {"mine", "theirs", "doing"} and i + 1 < len(found) and found[i + 1][0] == "minutes":
            # "find us twenty minutes" is one deed; how long the meeting is stands elsewhere.
            end = found[i + 1][2] if not text[end : found[i + 1][1]].strip() else end
        while start < end and text[start] in _BEFORE:
            start += 1
        while end > start and text[end - 1] in _AFTER and not (text[end - 1] == ")" and "(" in text[start:end]):
            end -= 1
        if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
            end += 1
        if tag == "topics" and text[end : end + 1] == "?":
            end += 1
        if tag in TOLD and (dangling := _DANGLING.search(text, start, end)):
            if rest := _TO_A_STOP.match(text, end):
                end = rest.end()
            elif re.match(r"\s+\w", text[end:]):
                end = dangling.start()
        if start < end:
            marks.append(Mark(tag=tag, text=text[start:end], start=start, end=end, sure=sum(chances) / len(chances)))
    return tuple(marks)
