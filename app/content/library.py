"""Load and cross-check the whole knowledge folder."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from app.content.cards import read_cards
from app.content.programme import check_programme, read_programme
from app.content.reading import Faults, lines_of, many_a_file, one_a_file, unique
from app.content.tongues import in_every_tongue, read_tongues
from app.domain.base import Value
from app.domain.emails import EmailKind
from app.domain.errors import ContentError
from app.domain.knowledge import Correction, Question, RubricLine, Source, Theme
from app.domain.library import Library
from app.domain.personas import Persona, Scenario
from app.domain.rehearsal import Move
from app.domain.risk import RiskCategory, SeriousMatter


def load_library(root: Path) -> Library:
    """Read `root` (the knowledge folder) into a Library.

    Raises:
        ContentError: every fault in every file, each with file and field.
    """
    library, faults = read_library(root)
    if faults:
        raise ContentError(faults)
    return library


def read_library(root: Path) -> tuple[Library, list[str]]:
    """Read what can be read, and return it with every fault found."""
    faults = Faults(root.parent)
    if not root.is_dir():
        raise ContentError([f"{root}: no such folder; set COACH_CONTENT_ROOT to the folder with knowledge/ in it"])
    serious = one_a_file(SeriousMatter, root / "serious", faults)
    tongues = read_tongues(root, serious, faults)
    library = Library(
        cards=read_cards(root / "cards", faults),
        personas=one_a_file(Persona, root / "personas", faults),
        scenarios=one_a_file(Scenario, root / "scenarios", faults),
        moves=many_a_file(Move, sorted((root / "moves").glob("*.yaml")), faults),
        risks=one_a_file(RiskCategory, root / "risks", faults),
        serious=in_every_tongue(serious, tongues),
        questions=many_a_file(Question, sorted((root / "questions").glob("*.yaml")), faults),
        emails=one_a_file(EmailKind, root / "emails", faults),
        themes=many_a_file(Theme, [root / "themes.yaml"], faults),
        rubric=many_a_file(RubricLine, [root / "rubric.yaml"], faults),
        sources=many_a_file(Source, [root / "sources.yaml"], faults),
        fingerprint=fingerprint(root),
        corrections=many_a_file(Correction, [root / "corrections.yaml"], faults),
        elsewhere=lines_of(root / "elsewhere.yaml", faults),
        ordinary=lines_of(root / "ordinary.yaml", faults),
        asked_ordinary=lines_of(root / "asked" / "ordinary.yaml", faults),
        asked_serious=lines_of(root / "asked" / "serious.yaml", faults),
        programme=read_programme(root, faults),
        tongues=tongues,
    )
    _cross_check(library, root, faults)
    return library, faults.found


def fingerprint(root: Path) -> str:
    """Return 16 hex digits that change when any content file does."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".yaml", ".md"} and path.name != "README.md":
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _cross_check(library: Library, root: Path, faults: Faults) -> None:
    groups: dict[str, Iterable[Value]] = {
        "cards": library.cards,
        "questions": library.questions,
        "moves": library.moves,
        "themes": library.themes,
        "sources": library.sources,
    }
    for name, values in groups.items():
        unique(values, root / name, faults)
    themes, sources, cards = set(library.theme_by_id), set(library.source_by_id), set(library.card_by_id)
    for card in library.cards:
        where = root / "cards" / card.audience[0] / f"{card.id}.md"
        used = {*card.sources, *(s for p in (*card.answer, *card.what_to_do, *card.watch_out) for s in p.sources)}
        _known("sources", used, sources, where, faults)
        _known("themes", card.themes, themes, where, faults)
        _known("related", card.related, cards, where, faults)
    for correction in library.corrections:
        _known("card", [correction.card], cards, root / "corrections.yaml", faults)
        _patterns(correction.id, (*(p for parts in correction.when for p in parts), correction.never), root, faults)
    for question in library.questions:
        _known("theme", [question.theme], themes, root / "questions" / question.id, faults)
    for scenario in library.scenarios:
        where = root / "scenarios" / f"{scenario.id}.yaml"
        _known("persona", [scenario.persona], set(library.persona_by_id), where, faults)
    moves = {move.id for move in library.moves}
    for persona in library.personas:
        _known("lines", persona.lines, moves, root / "personas" / f"{persona.id}.yaml", faults)
    for risk in library.risks:
        _known("sources", risk.sources, sources, root / "risks" / f"{risk.id}.yaml", faults)
    for matter in library.serious:
        _known("sources", matter.sources, sources, root / "serious" / f"{matter.id}.yaml", faults)
    for kind in library.emails:
        _known("sources", kind.sources, sources, root / "emails" / f"{kind.id}.yaml", faults)
    check_programme(library, root, faults)


def _patterns(name: str, patterns: Iterable[str], root: Path, faults: Faults) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            faults.add(root / "corrections.yaml", f"{name}: {pattern!r}: {error}")


def _known(field: str, used: Iterable[str], known: set[str], where: Path, faults: Faults) -> None:
    for name in used:
        if name not in known:
            faults.add(where, f"{field}: {name!r} is not known")
