"""Every measure in one go: `python -m evals` (or `make evals`). No key, no network, no model."""

import runpy
import sys
from time import perf_counter

PARTS = (
    ("evals.retrieval", "--quick"),
    ("evals.answers",),
    ("evals.risk",),
    ("evals.rehearsal",),
    ("evals.questions.measure_questions", "report"),
    ("evals.emails.measure_emails", "forms"),
    ("evals.emails.measure_emails", "report"),
    ("evals.emails.measure_promises", "report"),
)


def main() -> int:
    """Run every part after the other; return 1 when one of them missed a bar."""
    missed = []
    for part in PARTS:
        began = perf_counter()
        print(f"\n# {' '.join(part)}")
        sys.argv = list(part)
        try:
            runpy.run_module(part[0], run_name="__main__")
        except SystemExit as end:
            if end.code:
                missed.append(" ".join(part))
        print(f"({perf_counter() - began:.0f} s)")
    print("\nmissed: " + ", ".join(missed) if missed else "\nevery bar met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
