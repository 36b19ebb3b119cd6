"""The breaks, and what running a task in a broken copy of the tree says."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml

from app.domain.base import Value
from app.settings import Settings
from evals.baseline import Baseline
from evals.measuring import Figure, Outcome, shown

ROOT = Path(__file__).resolve().parents[2]
BREAKS = Path(__file__).with_name("breaks.yaml")
COPIED = ("app", "evals", "knowledge", "prompts", "streamlit_app.py", "pyproject.toml")
LONGEST = 600
"""Seconds one task may take."""


class Break(Value):
    """One change that makes the product worse, and the figures, as task.figure, that have to fall."""

    breaks: str
    falls: tuple[str, ...]
    file: str
    find: str
    replace: str

    @property
    def task(self) -> str:
        """The task that has to notice."""
        return self.falls[0].partition(".")[0]

    def fits(self, text: str) -> bool:
        """Say whether the change can be made in exactly one place."""
        return text.count(self.find) == 1


class Fall(Value):
    """What one figure did under a break."""

    figure: str
    breaks: str
    before: str
    after: str
    fell: bool


def breaks() -> list[Break]:
    """Return every break, in the order of the file."""
    return [Break.model_validate(each) for each in yaml.safe_load(BREAKS.read_text(encoding="utf-8"))]


def broken(change: Break) -> Outcome:
    """Break a copy of the tree, and return what the task finds there.

    Raises:
        RuntimeError: the change does not fit any more, or the task did not run.
    """
    with _copy() as root:
        file = root / change.file
        text = file.read_text(encoding="utf-8")
        if not change.fits(text):
            raise RuntimeError(f"{change.file} does not say {change.find!r} exactly once; mend evals/proof/breaks.yaml")
        file.write_text(text.replace(change.find, change.replace), encoding="utf-8")
        return _run(root, change.task)


def falls(change: Break, outcome: Outcome, baseline: Baseline) -> list[Fall]:
    """Return what the figures of a break did."""
    figures = {f"{outcome.task}.{figure.id}": figure for figure in outcome.figures}
    return [_fall(change, name, figures[name], baseline) for name in change.falls]


def unproved(outcome: Outcome) -> list[str]:
    """Return the figures with a bar that no break makes fall; what is unscored here cannot."""
    named = {name for change in breaks() for name in change.falls}
    barred = [f"{outcome.task}.{f.id}" for f in outcome.figures if f.bar is not None and f.value is not None]
    return [name for name in barred if name not in named]


def _fall(change: Break, name: str, after: Figure, baseline: Baseline) -> Fall:
    """A figure falls when it misses its bar, or, where it was short before, when it is worse than the baseline."""
    kept = baseline.tasks.get(change.task)
    was = kept.figures.get(after.id) if kept else None
    short = was is not None and after.bar is not None and (was < after.bar if after.at_least else was > after.bar)
    worse = was is not None and after.value is not None and (after.value < was) is after.at_least and after.value != was
    return Fall(
        figure=name,
        breaks=change.breaks,
        before=shown(was, after.unit) if was is not None else "new" if after.exact else "a time",
        after=after.shown,
        fell=after.met is False and (worse or not short),
    )


@contextmanager
def _copy() -> Iterator[Path]:
    """Yield a copy of the tree with a data folder of its own: what is trained on broken code must not be kept."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        root = Path(folder) / "tree"
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, root / name)
        trained = Settings().data_dir / "risk"
        if trained.exists():
            shutil.copytree(trained, root / "data" / "risk")
        yield root


def _run(root: Path, task: str) -> Outcome:
    command: Sequence[str] = [sys.executable, "-m", "evals", task, "--json"]
    environment = os.environ | {"COACH_DATA_DIR": str(root / "data"), "PYTHONPATH": str(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=LONGEST)
    if done.returncode:
        raise RuntimeError(f"{task} did not run: {done.stderr.strip()[-600:]}")
    return Outcome.model_validate_json(done.stdout.strip().splitlines()[-1])
