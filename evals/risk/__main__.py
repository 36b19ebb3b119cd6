"""Cross-validate the risk detector on its own examples and time it: `python -m evals.risk`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from app.bootstrap import build_detector
from app.content.library import read_library
from app.domain.library import Library
from app.domain.ports import RiskDetector
from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.training import examples_of
from app.settings import Settings
from evals.risk.apart import oblique, unseen
from evals.risk.figures import HELD_BACK, Line, confusions, f1, figures, judged_apart, read_held_back, worst

MESSAGE = 60
"""Words of a timed message."""


def main() -> None:
    """Print the figures, the confusions and the worst errors; write them to `--out` as well if it is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="a Markdown file to write the report to")
    out: Path | None = parser.parse_args().out
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    categories = [category for category in library.risks if category.side != "leader"]
    examples, kept = examples_of(categories, library.serious), read_held_back(HELD_BACK)
    report: list[str] = ["# Risk detector on held-back folds", ""]
    report += table(
        categories,
        library.serious,
        judged_apart(examples, kept, categories, library.serious),
        judged_apart(examples, kept, [], []),
    )
    detector = build_detector(settings, library)
    report += [*unseen(detector, library), *oblique(detector), *timing(detector, library)]
    text = "\n".join(report)
    print(text)
    if out:
        out.write_text(text + "\n", encoding="utf-8")


def table(
    categories: Sequence[RiskCategory],
    serious: Sequence[SeriousMatter],
    lines: Sequence[Line],
    without_patterns: Sequence[Line],
) -> list[str]:
    """Return the report of one side as Markdown lines.

    The patterns were written by people who had read the examples, so the column without them is the one that no
    knowledge of the examples can have helped.
    """
    labels = [category.id for category in categories] + [matter.id for matter in serious]
    columns = [figures(some, labels) for some in (lines, without_patterns)]
    report = ["| | as shipped | without patterns |", "|---|---|---|"]
    report += [f"| {name} | " + " | ".join(f"{column[name]:.3f}" for column in columns) + " |" for name in columns[0]]
    report += ["", "F1 by label: " + ", ".join(f"{label} {f1(lines, label):.2f}" for label in labels), ""]
    report += ["Confusions (truth, said, lines):", ""]
    report += [f"- {true} → {said}: {count}" for (true, said), count in confusions(lines).most_common(40)]
    report += ["", "Worst errors (chance of any risk, truth, said):", ""]
    for line in worst(lines):
        truth, said = ", ".join(sorted(line.truth)) or "safe", ", ".join(sorted(line.said)) or "nothing"
        report.append(f"- {line.chance:.2f} {truth} / {said}: {line.text}")
    return [*report, ""]


def timing(detector: RiskDetector, library: Library) -> list[str]:
    """Return how long messages of MESSAGE words take, made of the examples in a fixed shuffled order."""
    sources: list[RiskCategory | SeriousMatter] = [*library.risks, *library.serious]
    texts = [text for source in sources for text in (*source.risky, *source.safe)]
    words = " ".join(texts[i] for i in np.random.default_rng(0).permutation(len(texts))[:600]).split()
    detector.check("Good morning.")
    spent = []
    for start in range(0, min(len(words), 100 * MESSAGE) - MESSAGE, MESSAGE):
        began, busy = perf_counter(), process_time()
        detector.check(" ".join(words[start : start + MESSAGE]))
        spent.append(((perf_counter() - began) * 1000, (process_time() - busy) * 1000))
    clock, processor = np.percentile(np.array(spent), [50, 95], axis=0).T
    return [
        f"{len(spent)} messages of {MESSAGE} words: p50 {clock[0]:.0f} ms, p95 {clock[1]:.0f} ms by the clock; "
        f"p50 {processor[0]:.0f} ms, p95 {processor[1]:.0f} ms of processor time"
    ]


if __name__ == "__main__":
    main()
