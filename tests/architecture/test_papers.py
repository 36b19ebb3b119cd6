"""What a newcomer reads is true: every setting and command is told, and nothing of one machine is in the repository."""

import re
import subprocess
from pathlib import Path

import pytest
import typer

from app.cli import app as commands
from app.settings import Settings
from tests.conftest import ROOT

OWN_NAMES = {"openai_api_key": "OPENAI_API_KEY", "openai_base_url": "OPENAI_BASE_URL"}
"""Settings under the name other programs give them."""
NOT_TEXT = {".npz", ".png", ".ico", ".woff2", ".gguf", ".svg"}
OF_ONE_MACHINE = re.compile(r"/wor[k]/|/root/|/home/\w+/|/Users/\w+/|/tmp/pytest")
AN_INDEX = re.compile(
    r"(?i)https?://[^\s\"']*(?:pypi|simple/|/index/)|--(?:extra-)?index-url|--find-links|trusted-host"
)
LOCKS = ("requirements.lock", "requirements-dev.lock")


def tracked() -> list[Path]:
    """Return the files of the repository, whether committed yet or not."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [ROOT / each for each in listed if (ROOT / each).is_file() and Path(each).suffix not in NOT_TEXT]


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def paths_of(group: typer.Typer, before: str = "skip-level") -> list[str]:
    own = [f"{before} {command.name or command.callback.__name__}" for command in group.registered_commands]  # type: ignore[union-attr]
    nested = [
        path
        for child in group.registered_groups
        if child.typer_instance is not None
        for path in paths_of(child.typer_instance, f"{before} {child.name}")
    ]
    return own + nested


@pytest.mark.parametrize("field", sorted(Settings.model_fields))
def test_every_setting_is_in_the_readme(field: str) -> None:
    assert OWN_NAMES.get(field, f"COACH_{field.upper()}") in readme()


@pytest.mark.parametrize("field", sorted(Settings.model_fields))
def test_every_setting_says_what_it_is_for(field: str) -> None:
    assert Settings.model_fields[field].description


@pytest.mark.parametrize("path", paths_of(commands))
def test_every_command_is_in_the_readme(path: str) -> None:
    assert path in readme()


def test_the_readme_tells_of_no_setting_there_is_not() -> None:
    known = {f"COACH_{field.upper()}" for field in Settings.model_fields}
    told = set(re.findall(r"\bCOACH_[A-Z_]+[A-Z]\b", readme()))
    assert {each for each in told if not each.startswith("COACH_TEST_")} <= known


def test_no_path_of_one_machine_is_in_the_repository() -> None:
    this = Path(__file__)
    found = {
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path != this and OF_ONE_MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert found == set()


def test_no_package_index_is_named_anywhere() -> None:
    this = Path(__file__)
    found = {
        f"{path.relative_to(ROOT).as_posix()}: {match.group()}"
        for path in tracked()
        if path != this
        for match in AN_INDEX.finditer(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert found == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "http" not in re.sub(r"(?m)^(httpx?2?|httpcore2?|httptools|httpx-sse|aiohttp)\b", "", text)
    pins = re.findall(r"(?m)^([A-Za-z0-9_.-]+)==", text)
    assert len(pins) > 80
    for pin, entry in zip(pins, re.split(r"(?m)^(?=[A-Za-z0-9_.-]+==)", text)[1:], strict=True):
        assert "--hash=sha256:" in entry, pin
