"""The quality card's figures: of the engine in use and no other, written by the evals and read by the app."""

from pathlib import Path

import pytest

from app.content.quality import FIGURES, kept_at, read_quality
from app.domain.errors import ContentError
from evals.measuring import Figure, Outcome
from evals.reporting.card import card


@pytest.fixture
def root(tmp_path: Path) -> Path:
    figures = (
        Figure(id="a", title="alarms", value=0.2, bar=0.1, at_least=False),
        Figure(id="b", title="believable", value=None, bar=0.8),
        Figure(id="c", title="without a bar", value=0.4),
    )
    path = tmp_path / FIGURES
    path.parent.mkdir(parents=True)
    path.write_text(card([Outcome(task="t", title="T", figures=figures)]), encoding="utf-8")
    return tmp_path


def test_what_the_evals_write_is_what_the_app_shows(root: Path) -> None:
    found = read_quality(root, root, "playbook")
    assert found is not None
    assert [(f.title, f.shown, f.bar, f.met) for f in found.figures] == [
        ("alarms", "20.0%", "at most 10.0%", False),
        ("believable", "unscored", "at least 80.0%", None),
    ]


def test_another_engine_has_its_own_figures_or_none(root: Path, tmp_path: Path) -> None:
    assert read_quality(root, tmp_path, "openai:m") is None
    path = kept_at(tmp_path, "openai:m")
    path.parent.mkdir(parents=True)
    held = Figure(id="rules", title="lines within the rules", value=1.0, bar=1.0)
    path.write_text(card([Outcome(task="t", title="T", figures=(held,))], "openai:m"), encoding="utf-8")
    found = read_quality(root, tmp_path, "openai:m")
    assert found is not None
    assert [figure.title for figure in found.figures] == ["lines within the rules"]
    assert read_quality(root, tmp_path, "openai:n") is None


def test_no_figures_is_no_fault_and_damaged_ones_say_the_cure(tmp_path: Path, root: Path) -> None:
    assert read_quality(tmp_path / "elsewhere", tmp_path, "playbook") is None
    (root / FIGURES).write_text("{", encoding="utf-8")
    with pytest.raises(ContentError, match="skip-level eval"):
        read_quality(root, root, "playbook")
