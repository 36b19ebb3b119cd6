"""Measure the coach: `python -m evals [task …]` (or `make evals`). No key, no network, no model; writes `evals/report/`.

The playbook's figures are the same twice. They are compared with `evals/baseline.json` figure by figure and row by row:
a drop, and a gain that is not written down yet, both fail with the rows that moved. `--accept` writes them down.
"""

import argparse
import contextlib
import sys
from pathlib import Path

from app.bootstrap import build_engine, build_english
from app.content.quality import kept_at
from app.settings import Settings
from evals.baseline import changes, read, write
from evals.measuring import Outcome
from evals.reporting import write_report
from evals.reporting.card import card
from evals.running import run
from evals.tasks import TASKS

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"


def main(arguments: list[str] | None = None) -> int:
    """Run the tasks, write the report, and return 1 when a figure left the baseline."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="task", help=f"any of {', '.join(TASKS)}; all without one")
    parser.add_argument("--engine", default="playbook", help="measure with this engine; the playbook without one")
    parser.add_argument("--json", action="store_true", help="print every outcome as one line of JSON")
    parser.add_argument("--full", action="store_true", help="the long version: 500 meetings and more")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once (default 2); an engine is asked by one")
    parser.add_argument("--accept", action="store_true", help="write the figures down as the new baseline")
    parser.add_argument("--report", type=Path, default=HERE / "report", help="folder for the report")
    wanted = parser.parse_args(arguments)
    unknown = [name for name in wanted.tasks if name not in TASKS]
    if unknown:
        parser.error(f"there is no task {', '.join(unknown)}; there are {', '.join(TASKS)}")
    with contextlib.redirect_stdout(sys.stderr if wanted.json else sys.stdout):
        jobs = wanted.jobs if wanted.engine == "playbook" else 1
        outcomes = run(wanted.tasks or TASKS, Settings(engine=wanted.engine), full=wanted.full, jobs=jobs)
    if wanted.json:
        print("\n".join(outcome.model_dump_json() for outcome in outcomes))
    if wanted.json:
        return 0
    if wanted.engine != "playbook":
        return _kept(Settings(engine=wanted.engine), outcomes)
    before = read(BASELINE)
    if not wanted.tasks:
        write_report(outcomes, before, wanted.report)
        print(f"\nThe report is in {wanted.report / 'index.html'}")
    if wanted.accept:
        write(BASELINE, outcomes, before)
        print(f"Written down in {BASELINE.name}.")
        return 0
    moved = changes(outcomes, before)
    print("\n".join(["", *moved]) if moved else "\nEvery figure is as in the baseline.")
    return 1 if moved else 0


def _kept(settings: Settings, outcomes: list[Outcome]) -> int:
    """Keep the figures of an engine for the card in the app's settings."""
    engine = build_engine(settings, build_english()).spec
    path = kept_at(settings.data_dir, engine)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(card(outcomes, engine), encoding="utf-8")
    print(f"\nSettings shows these figures with {engine}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
