"""Who is who in a brief: what is said of each name is weighed, and every place goes to the name that fits it best."""

import re
from collections import defaultdict
from collections.abc import Iterator

from app.coaching.emails.cues import ABOVE, ADDRESSED, ANYBODY, DOWNWARD, TO_BOSS, UPWARD
from app.coaching.emails.mentions import Cast, find_cast
from app.coaching.emails.names import RANKS, TITLES
from app.coaching.emails.titles import TITLE, bare_title
from app.domain.emails import EmailKind
from app.domain.language import Parsed

PLACES = {"leader": ("boss", "leader"), "boss": ("boss", "leader"), "person": ("person",)}
"""Who a letter to each reader is about, the one named first in a brief first."""


def find_people(text: str, kind: EmailKind, parsed: Parsed) -> dict[str, str]:
    """Return the names and titles a brief gives, by field id; what it does not say is absent.

    Args:
        text: the brief, brought to ordinary writing.
        kind: the letter, which tells who it goes to.
        parsed: the same text as read.
    """
    cast = find_cast(text, parsed)
    weights: dict[tuple[str, int], int] = defaultdict(int)
    for role, person, weight in _evidence(cast, kind):
        weights[role, person] += weight
    found: dict[str, str] = {}
    placed: set[int] = set()
    for (role, person), weight in sorted(weights.items(), key=lambda pair: (-pair[1], pair[0][1])):
        if weight > 1 and role not in found and person not in placed:
            placed.add(person)
            found[role] = cast.names[person]
    _place_the_rest(cast, found, placed, kind)
    for role in ("leader", "boss"):
        if (name := found.get(role, "")) in cast.names and len(name.split()) == 1:
            rank = re.search(rf"\b({'|'.join(map(str.capitalize, RANKS))})\s+⟦{cast.names.index(name)}⟧", cast.masked)
            found[role] = f"{rank[1]} {name}" if rank else name
    found.pop("other", None)
    if me := found.get("me"):
        found["me"] = re.sub(
            rf"^(?:(?:{'|'.join(TITLES - {'dr', 'prof', 'professor'})})\.?\s+)+(?=\S+\s+\S)", "", me, flags=re.I
        )
    if "assistant" not in found and (said := _assistant_said(text)):
        found["assistant"] = said
    if kind.audience == "ic" and (title := _title(cast, found.get("leader", ""))):
        found["leader_title"] = title
    return found


def _evidence(cast: Cast, kind: EmailKind) -> Iterator[tuple[str, int, int]]:
    """Yield role, person and weight for everything the text says of a name; a cue counts once for a person."""
    tables = [ANYBODY, DOWNWARD if kind.audience == "leader" else UPWARD]
    if kind.to == "leader":
        tables.append(ADDRESSED)
    if kind.to == "boss":
        tables += [TO_BOSS, ADDRESSED]
    for table in tables:
        for weight, pattern in table:
            seen = set()
            for match in pattern.finditer(cast.masked):
                for name, mark in match.groupdict().items():
                    role = name.rstrip("0123456789")
                    if mark and (role, mark) not in seen:
                        seen.add((role, mark))
                        yield role, cast.of(mark), weight


def _place_the_rest(cast: Cast, found: dict[str, str], placed: set[int], kind: EmailKind) -> None:
    """Give an empty place to the one name left over: the writer's at the end, then the reader's."""
    left = [i for i in range(len(cast.names)) if i not in placed]
    last = cast.mentions[-1] if cast.mentions else None
    if "me" not in found and last and last.person in left and re.search(rf"⟦{last.person}⟧\W*$", cast.masked):
        found["me"] = cast.names[last.person]
        left.remove(last.person)
    needed = {field.id for field in kind.fields if field.required}
    wanted = [role for role in PLACES.get(kind.to, ()) if role in needed and role not in found]
    alone = len(cast.names) == 1 and kind.to == "leader" and kind.audience == "ic"
    if ("me" in found or alone) and len(left) == len(wanted) and (kind.to == "boss" or len(left) == 1):
        found.update((role, cast.names[person]) for role, person in zip(wanted, left, strict=True))


def _title(cast: Cast, leader: str) -> str:
    """Return the leader's title where it stands beside their name or words for them; else one said of "the" leader."""
    mark = f"⟦{cast.names.index(leader)}⟧" if leader in cast.names else "⟦-⟧"
    for pattern in (
        rf"{mark}(?:\s*\(\s*|\s*,\s*|\s+is\s+|,?\s+who(?:['’]s| is)\s+|\s*[-–—]\s*)(?:(?:she|he)['’]s\s+)?({TITLE})",
        rf"({TITLE})\s*(?:[,(:–-]|\bis\b)?\s*{mark}",
        rf"(?<!\w){ABOVE}\b[^.;\n⟦]{{0,30}}?\b(?:is\s+|,\s*|\(\s*|as\s+|:\s*)({TITLE})",
        rf"\b(?:he|she)(?:['’]s| is)\s+((?:the"
        rf"|our)\s+{TITLE.removeprefix('(?:(?:the|our|an?|its)' + chr(92) + 's+)?')})",
        rf"\b(?:the|our)\s+({TITLE})\b",
    ):
        if match := re.search(pattern, cast.masked, re.I):
            return bare_title(match[1])
    return ""


def _assistant_said(text: str) -> str:
    if re.search(
        r"(?:has|have|with|got)\s+no\s+(?:assistant|pa\b|ea\b|secretary)|(?:doesn['’]?t|does not"
        r"|dont)\s+have\s+(?:an?\s+)?"
        r"(?:assistant|pa\b|ea\b)|no assistant\b",
        text,
        re.I,
    ):
        return "none"
    return "unknown" if re.search(r"\b(?:assistant|\bPA\b|\bEA\b|secretary|diary|calendar is run)\b", text) else ""
