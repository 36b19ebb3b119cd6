"""Lines kept apart from training stay apart, and keep labels that exist."""

from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT
from tests.unit.risk.taxonomy import categories, serious

FILES = [
    ROOT / "evals" / "risk" / name
    for name in ("unseen.yaml", "forum.yaml", "forum_third.yaml", "forum_read.yaml", "oblique.yaml")
]


def plain(text: str) -> str:
    return text.lower().strip(" .!?")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_example_is_among_the_lines_kept_apart(path: Path) -> None:
    apart = {plain(entry["text"]) for entry in yaml.safe_load(path.read_text(encoding="utf-8"))}
    taught = {plain(text) for source in (*categories(), *serious()) for text in (*source.risky, *source.safe)}
    assert apart
    assert not apart & taught


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_label_is_a_category(path: Path) -> None:
    known = {source.id for source in (*categories(), *serious())}
    used = {label for entry in yaml.safe_load(path.read_text(encoding="utf-8")) for label in entry["labels"]}
    assert used <= known


def test_a_serious_matter_is_never_set_aside_as_oblique() -> None:
    lines = yaml.safe_load(FILES[-1].read_text(encoding="utf-8"))
    assert not [line for line in lines if any(label.startswith("serious_") for label in line["labels"])]
