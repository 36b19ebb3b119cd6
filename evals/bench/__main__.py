"""Measure speed and weight: `python -m evals.bench [turns] [search] [sessions]` (or `make bench`).

Only loopback is touched. Run it on an idle machine: every figure is a time. Writes `evals/report/bench.html` and `bench.md`.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from app.settings import Settings
from evals.baseline import Baseline
from evals.bench import search, turns, visits
from evals.kit import Kit, opened
from evals.measuring import Outcome
from evals.reporting.markdown import as_markdown
from evals.reporting.page import as_page

FOLDER = Path(__file__).resolve().parents[1] / "report"
PARTS: dict[str, Callable[[Kit], Outcome]] = {
    "turns": turns.measure,
    "search": search.measure,
    "sessions": visits.measure,
}
LEAD = "Times on one machine, playbook engine, each beside a yardstick taken in the same run. Made by `make bench`."


def main() -> int:
    """Run the benchmarks, print and write their figures, and return 1 when one misses its bar."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="part", help=f"any of {', '.join(PARTS)}; all without one")
    wanted = parser.parse_args().parts or list(PARTS)
    if unknown := [name for name in wanted if name not in PARTS]:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(PARTS)}")
    outcomes = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as data:
        settings = Settings(engine="playbook")
        if not settings.data_dir.exists():
            settings = Settings(engine="playbook", data_dir=Path(data))
        with opened(settings) as kit:
            for name in wanted:
                outcome = PARTS[name](kit)
                outcomes.append(outcome)
                print(f"\n{outcome.title}")
                for figure in outcome.figures:
                    print(f"  {figure.line}", flush=True)
    if len(wanted) == len(PARTS):
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / "bench.html").write_text(
            as_page(outcomes, Baseline(), "How fast the coach is", LEAD), encoding="utf-8"
        )
        (FOLDER / "bench.md").write_text(
            as_markdown(outcomes, Baseline(), "How fast the coach is", LEAD), encoding="utf-8"
        )
    return 1 if any(figure.met is False for outcome in outcomes for figure in outcome.figures) else 0


if __name__ == "__main__":
    sys.exit(main())
