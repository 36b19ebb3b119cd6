"""What was promised, found in notes of a meeting by the small reader: who will do what, and by when."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.coaching.emails.names import TITLES
from app.coaching.emails.wording import base_verb
from app.coaching.note_forms import (
    ENDS,
    answered_when,
    condition_of,
    day_after,
    is_no_promise,
    one_item,
    owner_written,
    plain_deeds,
    sentence_start,
    speaker,
    was_said_yes_to,
)
from app.domain.language import Mark
from app.domain.ports import BriefReader
from app.domain.rehearsal import Promise

KIND = "notes"
SURE = 0.6
"""How sure the reader must be that something was promised; chosen on the development notes of `evals/emails`."""
BESIDE = 0.4
"""How sure it must be of a name or a time."""
DEEDS = ("mine", "theirs")
BEFORE, AFTER = 900, 300
"""Characters around a deed in which its owner's name is looked for: more than most notes have."""
_OPEN = re.compile(
    r"\b(?:maybe|perhaps|might|probably|possibly|not|never|cannot|hopes?|wish(?:es)?|would (?:like|love))\b|n't\b",
    re.I,
)
_IF = re.compile(r"\b(?:if|unless|whether)\b", re.I)
_PAST = re.compile(r"\b(?:last (?:week|month|year)|yesterday|ago)\b", re.I)


def asks_whose(deed: str) -> str:
    """Return the kind under which the reader is asked for the name of the one who promised a deed."""
    return f"whose {deed}"


class Notes:
    """Finds promises in notes."""

    def __init__(self, reader: BriefReader) -> None:
        """Keep what reads; the last few notes are remembered, since a page asks for them again and again."""
        self._reader = reader
        self._found = lru_cache(maxsize=16)(self._read)

    def promises(self, text: str, *, leader: str = "") -> tuple[Promise, ...]:
        """Return who said they would do what, in the order of the notes.

        Args:
            text: notes of a meeting, a message, or a transcript with "Name: …" lines.
            leader: the leader's first name, the owner of what "she'll …" do where the notes name nobody.

        Returns:
            Promises with `owner` "you" for the writer, a name, or "they"; `due` as said; `line` as it stands in the text.
        """
        return self._found(text, leader)

    def forget(self) -> None:
        """Forget all notes that were read."""
        self._found.cache_clear()

    def _read(self, text: str, leader: str) -> tuple[Promise, ...]:
        plain = text.replace("’", "'")
        marks = _with_plain(plain, self._reader.marks(KIND, plain))
        owners = [mark for mark in marks if mark.tag == "owner"]
        return tuple(
            Promise(
                owner=self._owner(plain, deed, owners) or leader or "they",
                what=_what(plain, deed),
                due="" if due and due in condition_of(plain, deed) else due,
                line=_line(text, deed.start),
            )
            for deed, due in _timed(plain, marks)
        )

    def _owner(self, text: str, deed: Mark, owners: Sequence[Mark]) -> str:
        """Return "you", or a name; empty where the notes do not give it."""
        if written := owner_written(text, deed):
            return written
        if deed.tag == "mine":
            return speaker(text[text.rfind("\n", 0, deed.start) + 1 : deed.start]) or "you"
        return self._whose(text, deed, owners)

    def _whose(self, text: str, deed: Mark, owners: Sequence[Mark]) -> str:
        """Return the name of the one who promised a deed; empty where the notes do not give it."""
        sentence = sentence_start(text, deed.start)
        if beside := [mark for mark in owners if sentence <= mark.start and mark.end <= deed.start]:
            return _in_full(text, beside[-1].text, beside[-1].end)
        first, last = max(0, deed.start - BEFORE), deed.end + AFTER
        cut = re.match(r"\S*\s" if first else "", text[first:last])
        first += cut.end() if cut else 0
        marks = self._reader.marks(asks_whose(deed.text), text[first:last])
        names = [mark for mark in marks if mark.tag == "owner" and mark.sure >= BESIDE]
        names = [mark for mark in names if not re.search(rf"\b{re.escape(mark.text)}\b", deed.text)]
        before = [mark for mark in names if first + mark.start < deed.start]
        beyond = [mark for mark in names if not ENDS.search(text, deed.end, first + mark.start)]
        here = [mark for mark in before if first + mark.start >= sentence]
        best = max(here or before or beyond, key=lambda mark: mark.sure, default=None)
        return _in_full(text, best.text, first + best.end) if best else ""


def _in_full(text: str, name: str, end: int) -> str:
    """Return a name that ends at `end`, with the surname where only its title was marked."""
    if re.search(r" [A-Z]$", name) and text[end : end + 1] == ".":
        return f"{name}."
    surname = re.match(r"\.? \w+", text[end:]) if name.lower().rstrip(".") in TITLES else None
    return name + (surname[0] if surname else "")


def _plain_verbs(text: str, deed: Mark) -> str:
    """Return a deed of somebody else's as something to do: of "Tamsin prints and posts them", "print and post them"."""
    says = re.search(r"(?:\b[Ss]?he|[A-Z][\w'-]*)\s+$", text[sentence_start(text, deed.start) : deed.start])
    first, _, rest = deed.text.partition(" ")
    if not says or base_verb(first) == first:
        return deed.text
    rest = re.sub(r"^(and|or) (\w+)", lambda match: f"{match[1]} {base_verb(match[2])}", rest)
    return f"{base_verb(first)} {rest}".strip()


def _what(text: str, deed: Mark) -> str:
    """Return what is to be done, with what it hangs on: "help with the trial if Tom agrees"."""
    what = _plain_verbs(text, deed) if deed.tag == "theirs" else deed.text
    if re.search(r"\bowes? (?:me|us) $", text[: deed.start]):
        what = f"get me {what}"
    hangs_on = condition_of(text, deed)
    return f"{what} {hangs_on}" if hangs_on and hangs_on not in what else what


def _with_plain(text: str, read: Sequence[Mark]) -> list[Mark]:
    """Return what the reader is sure of, in order, and what is plainly promised where it found nothing."""
    marks = [mark for mark in read if mark.sure >= (SURE if mark.tag in DEEDS else BESIDE)]
    dues = [mark for mark in marks if mark.tag == "due"]
    deeds = [one_item(text, _without_time(text, mark, dues)) for mark in marks if mark.tag in DEEDS]
    plain = [each for each in plain_deeds(text, dues) if not any(_overlap(each, deed) for deed in deeds)]
    others = [mark for mark in marks if mark.tag not in DEEDS]
    return sorted((mark for mark in (*others, *deeds, *plain) if mark.text), key=lambda mark: mark.start)


def _overlap(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _without_time(text: str, deed: Mark, dues: Sequence[Mark]) -> Mark:
    """Return a deed without the time it ends with, which is no part of it."""
    end = next((due.start for due in dues if deed.start < due.start and due.end == deed.end), None)
    said = text[deed.start : end].rstrip() if end else ""
    return deed.model_copy(update={"text": said, "end": deed.start + len(said)}) if " " in said else deed


def _timed(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Mark, str]]:
    """Yield each deed with the time beside it, empty without one; a time after its deed is not the next one's too."""
    deeds = [mark for mark in marks if mark.tag in DEEDS]
    times = [mark for mark in marks if mark.tag == "due"]
    taken = 0
    for i, deed in enumerate(deeds):
        after = deeds[i + 1].start if i + 1 < len(deeds) else len(text)
        near = [t for t in times if deed.end <= t.start < after and not _apart(text, deed, t)]
        near += [
            t for t in times if taken <= t.start and t.end <= deed.start and not ENDS.search(text, t.end, deed.start)
        ]
        taken = max(deed.end, near[0].end if near else 0)
        due = near[0].text if near else answered_when(text, deed) or day_after(text, deed)
        if not is_no_promise(text, deed) and not _is_open(text, deed) and not _PAST.search(due):
            yield deed, re.sub(r"^(?:say|so),? ", "", due)


def _apart(text: str, deed: Mark, time: Mark) -> bool:
    """Tell whether a time after a deed belongs to another sentence, and is not one by itself: "I'll bring it. Tomorrow."."""
    alone = text[deed.end : time.start].strip(" .") == "" and re.match(r"\s*(?:[.!\n]|$)", text[time.end :])
    return not alone and ENDS.search(text, deed.end, time.start) is not None


def _is_open(text: str, deed: Mark) -> bool:
    """Tell whether a deed is asked about, or what leads to it leaves it open or denies it: "maybe I'll write"."""
    asked = re.match(r"[^.!?\n]*\?", text[deed.end :])
    before = re.split(r",|\s(?:and|but|so)\s", text[sentence_start(text, deed.start) : deed.start])[-1]
    settled = condition_of(text, deed) or was_said_yes_to(text, deed)
    return bool(asked or (_IF.search(before) if not settled else None) or _OPEN.search(_IF.split(before)[0]))


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0].strip()
