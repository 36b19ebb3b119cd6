"""The shape of the house: who may import whom, how long a file may be, and where state may live."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

APP = sorted((ROOT / "app").rglob("*.py"))
EVALS = sorted((ROOT / "evals").rglob("*.py"))
SCREENS = [p for p in APP if p.parent.name in {"pages", "components"}]
LONGEST_FILE = 300
LONGEST_SCREEN = 80
HEAVY = ("streamlit", "chromadb", "openai", "langchain", "langchain_core", "spacy", "sklearn", "sqlalchemy", "numpy")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def users_of(pattern: str) -> set[str]:
    """Return the files of the app, and the entry script, that use something."""
    found = re.compile(pattern)
    return {name(path) for path in (*APP, ROOT / "streamlit_app.py") if found.search(path.read_text(encoding="utf-8"))}


def test_every_import_goes_downwards() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([str(tool), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout


def longer_than(limit: int, paths: list[Path]) -> dict[str, int]:
    return {name(path): length for path in paths if (length := len(lines(path))) > limit}


def test_a_file_can_be_read_in_one_sitting() -> None:
    assert longer_than(LONGEST_FILE, [*APP, *EVALS]) == {}


def test_a_screen_reads_like_a_storyboard() -> None:
    assert longer_than(LONGEST_SCREEN, SCREENS) == {}


def test_one_module_touches_the_session_and_the_address() -> None:
    assert users_of(r"\bst\.(session_state|query_params)\b") == {"app/ui/state.py"}


def test_one_module_holds_what_all_visitors_share() -> None:
    assert users_of(r"\bcache_resource\b") == {"app/ui/resources.py"}


def test_nothing_is_kept_between_runs_but_there() -> None:
    assert users_of(r"\bcache_data\b") == set()


def test_only_the_command_line_prints() -> None:
    assert {path for path in users_of(r"(?m)^\s*print\(") if not path.startswith("app/cli/")} == set()


def test_nothing_is_swallowed() -> None:
    assert users_of(r"(?m)^\s*except\s*:|suppress\((?:Base)?Exception\)") == set()


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["knowledge", "--help"]], ids=" ".join)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom app.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        f"print('loaded:', *[m for m in {HEAVY!r} if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1].strip() == "loaded:"


def test_importing_the_app_starts_nothing() -> None:
    code = (
        "import sys, threading\nimport app.bootstrap, app.settings, app.cli\n"
        "print('threads:', threading.active_count())\n"
        "print('loaded:', *[m for m in ('streamlit', 'chromadb', 'openai', 'langchain', 'spacy') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["threads:", "1", "loaded:"]
