"""Lines the detector was never trained on, judged as a user's would be: the unseen ones and the oblique ones."""

from collections.abc import Sequence
from pathlib import Path

import yaml

from app.domain.library import Library
from app.domain.ports import RiskDetector
from app.domain.risk import RiskCategory, SeriousMatter
from app.risk import features
from app.risk.training import SAME_LINE
from evals.risk.figures import Line, figures

HERE = Path(__file__).parent
SETS = {
    "unseen.yaml": "The hand that wrote them wrote some of the examples too, so expect less on strangers' words.",
    "forum.yaml": "Adapted from what people write in public, by a hand that had read neither the examples nor the code.",
    "forum_third.yaml": "By a third hand, who saw neither the examples nor the code; not read.",
    "forum_read.yaml": "Made the same way; the detector was rebuilt with this set in view, so it reports no longer.",
}
"""Files of lines that no example was made from, each with what its figures are worth."""
UNREAD = "forum_third.yaml"
"""Its errors are not shown, so that nothing is mended for them."""
OBLIQUE = HERE / "oblique.yaml"


def judged(detector: RiskDetector, path: Path) -> list[Line]:
    """Return the lines of a file with what a check says of each; the chance is not known here, so it is 0 or 1."""
    lines = []
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        report = detector.check(entry["text"])
        certain = tuple(found.category for found in report.serious if found.certain)
        doubtful = tuple(found.category for found in report.serious if not found.certain)
        ordinary = tuple(flag.category for flag in report.flags)
        said = bool(certain or doubtful or ordinary)
        lines.append(Line(entry["text"], frozenset(entry["labels"]), ordinary, certain, doubtful, float(said)))
    return lines


def fresh(lines: Sequence[Line], library: Library) -> list[Line]:
    """Return the lines that are not nearly the same, letter by letter, as some example: the rule that keeps folds apart."""
    sources: list[RiskCategory | SeriousMatter] = [*library.risks, *library.serious]
    examples = features.counts([text for source in sources for text in (*source.risky, *source.safe)])
    rarity = features.rarity(examples)
    known = features.weighted(examples, rarity)[:, : features.LETTERS]
    rows = features.weighted(features.counts([line.text for line in lines]), rarity)[:, : features.LETTERS]
    nearest = (rows @ known.T).toarray().max(axis=1)
    return [line for line, likeness in zip(lines, nearest, strict=True) if likeness <= SAME_LINE]


def unseen(detector: RiskDetector, library: Library) -> list[str]:
    """Return the report on the unseen lines as Markdown lines, the errors of the reporting sets with their texts."""
    labels = [category.id for category in library.risks if category.side != "leader"]
    labels += [matter.id for matter in library.serious]
    report: list[str] = []
    for name, worth in SETS.items():
        written = judged(detector, HERE / name)
        lines = fresh(written, library)
        report += [
            f"## Unseen lines, {name}",
            "",
            f"{len(written)} were written; {len(written) - len(lines)} turned out nearly the same as some example and are left out. "
            f"{worth}",
            "",
            "| | |",
            "|---|---|",
            *(f"| {figure} | {value:.3f} |" for figure, value in figures(lines, labels).items()),
            "",
        ]
        if name == UNREAD:
            continue
        report += ["Flagged wrongly or missed (truth / said):", ""]
        for line in lines:
            if bool(line.said) != bool(line.truth):
                report.append(f"- {_names(line.truth, 'safe')} / {_names(line.said, 'nothing')}: {line.text}")
        report.append("")
    return report


def oblique(detector: RiskDetector) -> list[str]:
    """Return one sentence on the oblique lines: how many are flagged, and how many under one of their labels."""
    lines = judged(detector, OBLIQUE)
    flagged = [line for line in lines if line.said]
    right = [line for line in flagged if line.said & line.truth]
    return [
        "## Oblique lines",
        "",
        f"Of {len(lines)} lines whose risk lies only in what is left unsaid, {len(flagged)} are flagged, "
        f"{len(right)} of them under one of their labels. They count in no other figure here.",
        "",
    ]


def _names(labels: frozenset[str], none: str) -> str:
    return ", ".join(sorted(labels)) or none
