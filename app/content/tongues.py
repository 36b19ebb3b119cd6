"""Reading how serious matters are said in other languages, and giving each matter its patterns."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.content.reading import Faults, many_a_file
from app.domain.risk import SeriousMatter
from app.domain.tongues import Tongue


def read_tongues(root: Path, matters: Iterable[SeriousMatter], faults: Faults) -> tuple[Tongue, ...]:
    """Read `tongues/serious.yaml`; note every matter that is not known, and leave out every pattern that is wrong."""
    path = root / "tongues" / "serious.yaml"
    known = {matter.id for matter in matters}

    def sound(language: str, by_matter: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for matter in by_matter.keys() - known:
            faults.add(path, f"{language}: {matter!r} is not known")
        return {each: tuple(p for p in patterns if compiles(p, language)) for each, patterns in by_matter.items()}

    def compiles(pattern: str, language: str) -> bool:
        try:
            re.compile(pattern, re.IGNORECASE)
        except re.error as error:
            faults.add(path, f"{language}: {pattern!r}: {error}")
            return False
        return True

    return tuple(
        each.model_copy(
            update={"certain": sound(each.language, each.certain), "hints": sound(each.language, each.hints)}
        )
        for each in many_a_file(Tongue, [path], faults)
    )


def in_every_tongue(matters: Sequence[SeriousMatter], tongues: Sequence[Tongue]) -> tuple[SeriousMatter, ...]:
    """Return the matters with their patterns in every language, one pattern a language; what is learnt from is untouched."""
    abroad = {matter.id: _joined(t.certain.get(matter.id, ()) for t in tongues) for matter in matters}
    return tuple(
        matter.model_copy(
            update={
                "abroad": abroad[matter.id],
                "patterns": (*matter.patterns, *abroad[matter.id]),
                "hints": (*matter.hints, *_joined(t.hints.get(matter.id, ()) for t in tongues)),
            }
        )
        for matter in matters
    )


def _joined(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple("|".join(f"(?:{pattern})" for pattern in group) for group in groups if group)
