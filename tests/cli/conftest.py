"""Running a command as a person or a script does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from app.cli import app


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
