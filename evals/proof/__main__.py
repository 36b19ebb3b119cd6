"""Prove that every bar can fail: `python -m evals.proof [task or task.figure …]`; about a minute a break, one after the other.

Each break of `breaks.yaml` is made in a copy of the tree, the one task is run there, and its figures have to fall.
"""

import argparse
import sys

from evals.__main__ import BASELINE
from evals.baseline import read
from evals.proof.breaking import breaks, broken, falls, unproved


def main() -> int:
    """Print one row of a Markdown table a figure; return 1 when one did not fall."""
    parser = argparse.ArgumentParser(prog="python -m evals.proof", description=__doc__)
    parser.add_argument("only", nargs="*", help="tasks or figures; all without one")
    only = set(parser.parse_args().only)
    baseline, stood, bare = read(BASELINE), 0, dict[str, None]()
    print("| figure | what was broken | before | after | |\n|---|---|---|---|---|")
    for change in breaks():
        if only and not only & {change.task, *change.falls}:
            continue
        outcome = broken(change)
        for fall in falls(change, outcome, baseline):
            stood += not fall.fell
            verdict = "fails" if fall.fell else "**stands**"
            print(f"| `{fall.figure}` | {fall.breaks} | {fall.before} | {fall.after} | {verdict} |", flush=True)
        bare |= dict.fromkeys(unproved(outcome))
    if bare:
        print(f"\nNothing breaks {', '.join(bare)} yet.")
    return 1 if stood or bare else 0


if __name__ == "__main__":
    sys.exit(main())
