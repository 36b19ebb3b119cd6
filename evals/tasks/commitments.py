"""Are the promises in a person's notes found, with who and by when?"""

import yaml

from app.coaching.followthrough import promises
from evals.emails.measure_promises import HERE, same
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, interval

TITLE = "Commitments"


def measure(_kit: Kit) -> Outcome:
    """Read every note of the reporting half."""
    rows: list[Row] = []
    counts: list[tuple[int, int, int]] = []
    for case in yaml.safe_load((HERE / "notes_report.yaml").read_text(encoding="utf-8")):
        found = list(promises(case["text"]))
        meant = [tuple(map(str, row)) for row in case["promises"]]
        left = list(meant)
        for promise in found:
            if match := next((row for row in left if same(promise, *row)), None):
                left.remove(match)
        right = len(meant) - len(left)
        counts.append((right, len(found), len(meant)))
        said = "; ".join(f"{p.owner}: {p.what} {p.due}".strip() for p in found)
        wanted = "; ".join(" ".join(row) for row in meant)
        exact = float(right == len(found) == len(meant))
        rows.append(Row(id=case["text"], value=exact, said=said, wanted=wanted))
    scores = [2 * right / (found + meant) if found + meant else 1.0 for right, found, meant in counts]
    right, found_all, meant_all = (sum(column) for column in zip(*counts, strict=True))
    low, high = interval(scores)
    figure = Figure(
        id="commitments_f1",
        title="promises found in notes, F1",
        value=2 * right / (found_all + meant_all),
        unit="score",
        low=low,
        high=high,
        n=len(rows),
        bar=0.85,
        note="the interval is of the mean over notes",
    )
    return Outcome(task="commitments", title=TITLE, figures=(figure,), rows=tuple(rows))
