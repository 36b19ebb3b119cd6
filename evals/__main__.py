"""Every measure in one go: `python -m evals` (or `make evals`). No key, no network, no model."""

import runpy
import sys
from time import perf_counter

PARTS = ("evals.retrieval", "evals.answers", "evals.risk", "evals.rehearsal", "evals.emails")


def main() -> int:
    """Run every part after the other; return 1 when one of them missed a bar."""
    missed = []
    for part in PARTS:
        began = perf_counter()
        print(f"\n# {part}")
        sys.argv = [part]
        try:
            runpy.run_module(part, run_name="__main__")
        except SystemExit as end:
            if end.code:
                missed.append(part)
        print(f"({perf_counter() - began:.0f} s)")
    print("\nmissed: " + ", ".join(missed) if missed else "\nevery bar met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
