"""The command line over the real content, with few enough examples that the risk detector trains in a moment."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from typer.testing import CliRunner

from app.cli import app
from tests.conftest import ROOT

EXAMPLES = 6
"""Examples kept of each risk; what the commands print does not hang on how well the detector is trained."""


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content with most risk examples left out."""
    root = tmp_path_factory.mktemp("content")
    shutil.copytree(ROOT / "prompts", root / "prompts")
    knowledge = Path(shutil.copytree(ROOT / "knowledge", root / "knowledge"))
    for folder in ("risks", "serious"):
        for file in (knowledge / folder).glob("*.yaml"):
            matter = yaml.safe_load(file.read_text(encoding="utf-8"))
            few = {name: matter.get(name, [])[:EXAMPLES] for name in ("risky", "safe")}
            file.write_text(yaml.safe_dump(matter | few, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all commands, so that the index is built and the detector trained once."""
    return tmp_path_factory.mktemp("commands")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, content: Path, warm: Path) -> Run:
    """Run a command as a person does, with the keyboard's lines in `typed`."""
    monkeypatch.setenv("COACH_CONTENT_ROOT", str(content))
    monkeypatch.setenv("COACH_DATA_DIR", str(warm))
    monkeypatch.setenv("COACH_ENGINE", "playbook")

    def ran(*arguments: str, typed: str = "") -> Ran:
        result = CliRunner().invoke(app, list(arguments), input=typed)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return ran
