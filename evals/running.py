"""Running tasks: first what trains the detectors, then the rest side by side, last and alone what is timed."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from app.settings import Settings
from evals.kit import Kit
from evals.measuring import Outcome
from evals.tasks import TASKS, task

FIRST, LAST = ("risk",), ("speed",)
"""Tasks that have the machine to themselves: training is timed, and what it leaves behind serves the others."""


def run(names: Sequence[str], settings: Settings, *, full: bool, jobs: int) -> list[Outcome]:
    """Run tasks and print each one's figures as it ends; return the outcomes in the order of the report.

    Args:
        names: of TASKS.
        settings: say which engine is measured.
        full: whether to run the long versions.
        jobs: most processes at once. The figures are the same with any number.
    """
    alone = {*FIRST, *LAST}
    between = [name for name in names if name not in alone]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        kit = _kit(settings, Path(folder), full)
        found = [_told(measured(name, kit)) for name in FIRST if name in names]
        if jobs > 1 and len(between) > 1:
            found += [_told(outcome) for outcome in _side_by_side(between, settings, Path(folder), full, jobs)]
        else:
            found += [_told(measured(name, kit)) for name in between]
        found += [_told(measured(name, kit)) for name in LAST if name in names]
    return sorted(found, key=lambda outcome: TASKS.index(outcome.task))


def measured(name: str, kit: Kit) -> Outcome:
    """Return what a task found, and how long it took."""
    began = perf_counter()
    outcome = task(name).measure(kit)
    asks = (task(name).__doc__ or "").partition("\n")[0]
    return outcome.model_copy(update={"seconds": perf_counter() - began, "asks": asks})


def _kit(settings: Settings, folder: Path, full: bool) -> Kit:
    own = folder / str(os.getpid())
    own.mkdir(exist_ok=True)
    return Kit(settings, own, full)


def _side_by_side(names: Sequence[str], settings: Settings, folder: Path, full: bool, jobs: int) -> Iterator[Outcome]:
    # Started anew, not forked: a fork would inherit locks of libraries that have threads.
    with ProcessPoolExecutor(jobs, get_context("spawn"), _Worker.open, (settings, folder, full)) as pool:
        for done in as_completed([pool.submit(_Worker.measured, name) for name in names]):
            yield done.result()


class _Worker:
    """One process's parts, built once for all the tasks it is given."""

    kit: Kit

    @classmethod
    def open(cls, settings: Settings, folder: Path, full: bool) -> None:
        cls.kit = _kit(settings, folder, full)

    @classmethod
    def measured(cls, name: str) -> Outcome:
        return measured(name, cls.kit)


def _told(outcome: Outcome) -> Outcome:
    print(f"\n{outcome.title} ({outcome.seconds:.0f} s)")
    for figure in outcome.figures:
        print(f"  {figure.line}", flush=True)
    return outcome
