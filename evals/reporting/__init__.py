"""The report: one self-contained page, the same in Markdown, and the figures as data."""

from collections.abc import Sequence
from pathlib import Path

from evals.baseline import Baseline
from evals.measuring import Outcome
from evals.reporting.card import card
from evals.reporting.markdown import as_markdown
from evals.reporting.page import as_page


def write_report(outcomes: Sequence[Outcome], before: Baseline, folder: Path) -> None:
    """Write index.html, report.md and figures.json into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(as_page(outcomes, before), encoding="utf-8")
    (folder / "report.md").write_text(as_markdown(outcomes, before), encoding="utf-8")
    (folder / "figures.json").write_text(card(outcomes), encoding="utf-8")
