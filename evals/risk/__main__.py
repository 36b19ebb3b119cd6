"""Cross-validate the risk detector on its own examples and time it: `python -m evals.risk`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from app.bootstrap import build_detector, build_embedder, build_reader
from app.content.library import read_library
from app.domain.library import Library
from app.domain.ports import RiskDetector
from app.domain.risk import RiskCategory, SeriousMatter
from app.risk.model import train
from app.risk.training import examples_of
from app.settings import Settings
from evals.risk.apart import oblique, unseen
from evals.risk.figures import Line, confusions, f1, figures, held_back, worst

MESSAGE = 60
"""Words of a timed message."""


def main() -> None:
    """Print the figures, the confusions and the worst errors; write them to `--out` as well if it is given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="a Markdown file to write the report to")
    out: Path | None = parser.parse_args().out
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    embedder = build_embedder(settings)
    reader = build_reader(settings, embedder)
    report: list[str] = ["# Risk detector on held-back folds", ""]
    for side in ("ic", "leader"):
        categories = [category for category in library.risks if (category.side == "leader") == (side == "leader")]
        serious = library.serious if side == "ic" else ()
        began, busy = perf_counter(), process_time()
        ordinary = library.plain_lines if side == "ic" else ()
        training = train(examples_of(categories, serious, ordinary), reader)
        took, worked = perf_counter() - began, process_time() - busy
        report += [f"## Side {side}, {embedder.spec}, trained in {took:.0f} s, {worked:.0f} s of processor time", ""]
        known = set(examples_of(categories, serious).texts)
        columns = (
            held_back(training, categories, serious),
            held_back(training, [], []),
            held_back(training, categories, serious, words_alone=True),
        )
        report += table(categories, serious, *([line for line in lines if line.text in known] for lines in columns))
    detector = build_detector(settings, library, embedder)
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
    by_words: Sequence[Line],
) -> list[str]:
    """Return the report of one side as Markdown lines.

    The patterns were written by people who had read the examples, so the column without them is the one that no
    knowledge of the examples can have helped.
    """
    labels = [category.id for category in categories] + [matter.id for matter in serious]
    columns = [figures(some, labels) for some in (lines, without_patterns, by_words)]
    report = ["| | as shipped | without patterns | by words only |", "|---|---|---|---|"]
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
