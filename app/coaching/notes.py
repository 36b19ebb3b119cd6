"""What was promised, found in notes of a meeting: where it stands plainly by rules, and what else is said by the small reader."""

import re
from collections.abc import Iterator, Sequence

from app.coaching.followthrough import promises
from app.domain.language import Mark
from app.domain.ports import BriefReader
from app.domain.rehearsal import Promise

KIND = "notes"
SURE = 0.7
"""How sure the reader must be; chosen on `evals/emails/notes_dev.yaml`."""
PART = 180
"""Words that are read at once: the reader sees no further."""
ALIKE = 0.5
"""Share of the shorter one's words from which two promises are the same."""
_ENDS = re.compile(r"[.!?;]\s|\n")
_SPEAKS = re.compile(
    r"(?:^|\n)[\s*•\-–\[\]x>\d.)]*(?:(?:AI|Action|Todo|To do|Next steps?)\s*(?:for|[:(-])?\s*)?"
    r"([A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*)?|me|she|he)\s*(?::|->|-|–|—)\s"
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Chef|Sir|Madam|Sister|Father|Captain|Frau|Herr|Mme)\.? )?"
    r"[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)?"
)
_NAMED = re.compile(
    r"\b(?:with|w/|met|meet|seen|saw|spoke to|talked to|told|called|named|is|from|by|asked|to|and|for"
    r"|(?:boss|manager|director|head|lead),?)\s+"
    rf"({_NAME})|(?:^|[.!?\n]\s*)({_NAME})(?=,|'ll|'s|:"
    r"| (?:who|said|says|asked|told|will|is|was|has|wants|thinks|promised|offered|agreed)\b)"
    r"|(?<!\w)((?:Mr|Mrs|Ms|Dr|Prof|Chef)\.? [A-ZÀ-Ý][\w'-]+)",
    re.M,
)
_NOBODY = frozenset(
    "i i'm i'll i'd we you he she they it a the my our his her me todo ai action actions met good today next then also hr"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december".split()
)


class Notes:
    """Finds promises in notes."""

    def __init__(self, reader: BriefReader) -> None:
        """Keep what reads."""
        self._reader = reader

    def promises(self, text: str, *, leader: str = "") -> tuple[Promise, ...]:
        """Return who said they would do what, in the order of the notes.

        Args:
            text: notes of a meeting, a message, or a transcript with "Name: …" lines.
            leader: the leader's first name, used as owner for "she'll …"; without it the person last named.

        Returns:
            Promises with `owner` "you" for the writer, a name, or "they"; `due` as said; `line` as it stands in the text.
        """
        found = [_whose(promise, text) for promise in promises(text, leader=leader)]
        for start, part in _parts(text.replace("’", "'")):
            marks = [mark for mark in self._reader.marks(KIND, part) if mark.sure >= SURE]
            for promise, at in _read(part, marks, leader):
                if not any(_alike(promise, other) for other in found):
                    found.append(promise.model_copy(update={"line": _line(text, start + at)}))
        return tuple(sorted(found, key=lambda promise: text.find(promise.line)))


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the text in parts of whole lines, or sentences of a long line, and where each begins."""
    start = end = 0
    for piece in re.finditer(r"[^\n]*?[.!?]\s|[^\n]+\n?|\n", text):
        if len(text[start : piece.end()].split()) > PART and end > start:
            yield start, text[start:end]
            start = end
        end = piece.end()
    if text[start:].strip():
        yield start, text[start:]


def _read(text: str, marks: Sequence[Mark], leader: str) -> Iterator[tuple[Promise, int]]:
    """Yield the promises that marks make, and where each stands."""
    deeds = [mark for mark in marks if mark.tag in {"mine", "theirs"}]
    for i, deed in enumerate(deeds):
        before = deeds[i - 1].end if i else 0
        after = deeds[i + 1].start if i + 1 < len(deeds) else len(text)
        times = [mark for mark in marks if mark.tag == "due"]
        near = [t for t in times if deed.end <= t.start < after and not _ENDS.search(text, deed.end, t.start)]
        near += [t for t in times if before <= t.end <= deed.start and not _ENDS.search(text, t.end, deed.start)]
        owner = _owner(text, deed, [mark for mark in marks if mark.tag == "owner"], leader)
        yield Promise(owner=owner, what=deed.text, due=near[0].text if near else ""), deed.start


def _owner(text: str, deed: Mark, owners: Sequence[Mark], leader: str) -> str:
    line = text.rfind("\n", 0, deed.start) + 1
    if spoken := list(_SPEAKS.finditer(text, max(0, line - 1), deed.start)):
        speaker = spoken[-1][1]
        in_first_person = bool(re.search(r"\bI\b", text[spoken[-1].end() : deed.start]))
        if speaker.lower() == "me":
            return "you"
        if deed.tag == "theirs" or in_first_person:
            return speaker if speaker.lower() not in {"she", "he"} else leader or "they"
    if deed.tag == "mine":
        return "you"
    sentence = max([line, *(end.end() for end in _ENDS.finditer(text, line, deed.start))])
    if here := [mark.text for mark in owners if sentence <= mark.start and mark.end <= deed.start]:
        return here[-1]
    if leader:
        return leader
    named = [name for name, at in _named(text) if at < deed.start]
    return named[-1] if named else "they"


def _whose(promise: Promise, text: str) -> Promise:
    """Return the promise with the person last named before it, where only a pronoun says whose it is."""
    at = text.find(promise.what.split(" ")[0], max(0, text.find(promise.line)))
    if promise.owner != "they" or at < 0:
        return promise
    named = [name for name, start in _named(text) if start < at]
    return promise.model_copy(update={"owner": named[-1]}) if named else promise


def _named(text: str) -> Iterator[tuple[str, int]]:
    """Yield who is named where a name must stand, and where."""
    for match in _NAMED.finditer(text):
        group = next(i for i in (1, 2, 3) if match[i])
        if match[group].split()[0].lower().rstrip(".") not in _NOBODY:
            yield match[group], match.start(group)


def _alike(one: Promise, other: Promise) -> bool:
    first, second = (set(re.findall(r"\w+", f"{each.what} {each.due}".lower())) for each in (one, other))
    return len(first & second) >= ALIKE * min(len(first), len(second))


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0].strip()
