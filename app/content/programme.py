"""Reads the steps of a programme."""

from pathlib import Path

from app.content.reading import Faults, build, read_yaml, unique
from app.domain.library import Library
from app.domain.programme import ProgrammeSteps

NAME = "programme.yaml"


def read_programme(root: Path, faults: Faults) -> ProgrammeSteps:
    """Read the steps below `root`; none after noting the faults of a file that is wrong."""
    path = root / NAME
    read = build(ProgrammeSteps, read_yaml(path, faults), path, faults)
    if read is None:
        return ProgrammeSteps()
    if not read.steps:
        faults.add(path, "steps: at least one is expected")
    unique(read.steps, path, faults)
    return read


def check_programme(library: Library, root: Path, faults: Faults) -> None:
    """Note every card, source and kind of email that a step names and the library does not have."""
    known = {"cards": set(library.card_by_id), "sources": set(library.source_by_id), "letter": set(library.email_by_id)}
    for step in library.programme.steps:
        named = {"cards": step.cards, "sources": step.sources, "letter": (step.letter,) if step.letter else ()}
        for field, names in named.items():
            for name in names:
                if name not in known[field]:
                    faults.add(root / NAME, f"{step.id}: {field}: {name!r} is not known")
