"""What was promised, found in notes of a meeting by the small reader: who will do what, and by when."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from app.coaching.emails.names import TITLES
from app.coaching.emails.wording import base_verb
from app.domain.language import Mark
from app.domain.ports import BriefReader
from app.domain.rehearsal import Promise

KIND = "notes"
SURE = 0.6
"""How sure the reader must be that something was promised; chosen on the development notes of `evals/emails`."""
NOBODY = frozenset(
    "me i mine we us agreed action actions todo next notes note outcome result results minutes decision decisions decided topic topics "
    "summary question questions answer answers plan update status issue issues point points memo ps also".split()
)
"""What may stand before a colon where a speaker could, in lower case."""
BESIDE = 0.4
"""How sure it must be of a name or a time."""
DEEDS = ("mine", "theirs")
BEFORE, AFTER = 900, 300
"""Characters around a deed in which its owner's name is looked for: more than most notes have."""
_ENDS = re.compile(r"[.!?;]\s|\n")
_OPEN = re.compile(
    r"\b(?:maybe|perhaps|might|probably|possibly|not|never|cannot|if|unless|whether|hopes?|wish(?:es)?|would (?:like|love))\b|n't\b",
    re.I,
)
_PAST = re.compile(r"\b(?:last (?:week|month|year)|yesterday|ago)\b", re.I)
_SPEAKS = re.compile(
    r"[\s*•-]*(?:\w+ \()?([A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?)\)?:\s.*?\b(?:I|[Ll]et me|[Hh]appy to|[Ww]ill)\b", re.S
)


def asks_whose(deed: str) -> str:
    """Return the kind under which the reader is asked for the name of the one who promised a deed."""
    return f"whose {deed}"


def speaker(line: str) -> str:
    """Return who speaks in the first person in a line of a transcript, "Dana: I'll …"; empty elsewhere, and for the writer."""
    spoken = _SPEAKS.match(line.replace("’", "'"))
    return spoken[1] if spoken and spoken[1].lower() not in NOBODY else ""


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
        marks = [
            mark for mark in self._reader.marks(KIND, plain) if mark.sure >= (SURE if mark.tag in DEEDS else BESIDE)
        ]
        owners = [mark for mark in marks if mark.tag == "owner"]
        return tuple(
            Promise(
                owner=(speaker(plain[plain.rfind("\n", 0, deed.start) + 1 : deed.start]) or "you")
                if deed.tag == "mine"
                else self._whose(plain, deed, owners) or leader or "they",
                what=_plain_verbs(plain, deed) if deed.tag == "theirs" else deed.text,
                due=due,
                line=_line(text, deed.start),
            )
            for deed, due in _timed(plain, marks)
        )

    def _whose(self, text: str, deed: Mark, owners: Sequence[Mark]) -> str:
        """Return the name of the one who promised a deed; empty where the notes do not give it."""
        sentence = _sentence(text, deed)
        if beside := [mark for mark in owners if sentence <= mark.start and mark.end <= deed.start]:
            return _in_full(text, beside[-1].text, beside[-1].end)
        first, last = max(0, deed.start - BEFORE), deed.end + AFTER
        cut = re.match(r"\S*\s" if first else "", text[first:last])
        first += cut.end() if cut else 0
        marks = self._reader.marks(asks_whose(deed.text), text[first:last])
        names = [mark for mark in marks if mark.tag == "owner" and mark.sure >= BESIDE]
        names = [mark for mark in names if not re.search(rf"\b{re.escape(mark.text)}\b", deed.text)]
        before = [mark for mark in names if first + mark.start < deed.start]
        beyond = [mark for mark in names if not _ENDS.search(text, deed.end, first + mark.start)]
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
    says = re.search(r"(?:\b[Ss]?he|[A-Z][\w'-]*)\s+$", text[_sentence(text, deed) : deed.start])
    first, _, rest = deed.text.partition(" ")
    if not says or base_verb(first) == first:
        return deed.text
    rest = re.sub(r"^(and|or) (\w+)", lambda match: f"{match[1]} {base_verb(match[2])}", rest)
    return f"{base_verb(first)} {rest}".strip()


def _sentence(text: str, deed: Mark) -> int:
    """Return where the sentence with a deed begins."""
    return max((end.end() for end in _ENDS.finditer(text, 0, deed.start)), default=0)


def _timed(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Mark, str]]:
    """Yield each deed with the time beside it, empty without one; a time after its deed is not the next one's too."""
    deeds = [mark for mark in marks if mark.tag in DEEDS]
    times = [mark for mark in marks if mark.tag == "due"]
    taken = 0
    for i, deed in enumerate(deeds):
        after = deeds[i + 1].start if i + 1 < len(deeds) else len(text)
        near = [t for t in times if deed.end <= t.start < after and not _apart(text, deed, t)]
        near += [
            t for t in times if taken <= t.start and t.end <= deed.start and not _ENDS.search(text, t.end, deed.start)
        ]
        taken = max(deed.end, near[0].end if near else 0)
        due = near[0].text if near else ""
        if not _is_open(text, deed) and not _PAST.search(due):
            yield deed, due


def _apart(text: str, deed: Mark, time: Mark) -> bool:
    """Tell whether a time after a deed belongs to another sentence, and is not one by itself: "I'll bring it. Tomorrow."."""
    alone = text[deed.end : time.start].strip(" .") == "" and re.match(r"\s*(?:[.!\n]|$)", text[time.end :])
    return not alone and _ENDS.search(text, deed.end, time.start) is not None


def _is_open(text: str, deed: Mark) -> bool:
    """Tell whether a deed is asked about, or what leads to it leaves it open or denies it: "maybe I'll write"."""
    asked = re.match(r"[^.!?\n]*\?", text[deed.end :])
    before = re.split(r",|\s(?:and|but|so)\s", text[_sentence(text, deed) : deed.start])[-1]
    return bool(asked or _OPEN.search(before))


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0].strip()
