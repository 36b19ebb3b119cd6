"""Are the promises in a person's notes found, with who and by when?"""

import yaml

from app.coaching.notes import Notes
from evals.emails.measure_promises import HERE, Labelled, compare
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, interval

TITLE = "Commitments"


def measure(kit: Kit) -> Outcome:
    """Read every note of the reporting half, and of the strangers."""
    figures, rows = [], []
    for part, title in (
        ("report", "promises found in notes, F1"),
        ("strangers", "promises found in strangers' notes, F1"),
    ):
        counts: list[tuple[int, int, int]] = []
        for case in yaml.safe_load((HERE / f"notes_{part}.yaml").read_text(encoding="utf-8")):
            row, count = _read(kit.notes, case["text"], [(str(a), str(b), str(c)) for a, b, c in case["promises"]])
            rows.append(row)
            counts.append(count)
        scores = [2 * right / (found + meant) if found + meant else 1.0 for right, found, meant in counts]
        right, found_all, meant_all = (sum(column) for column in zip(*counts, strict=True))
        low, high = interval(scores)
        figures.append(
            Figure(
                id="commitments_f1" if part == "report" else f"commitments_{part}",
                title=title,
                value=2 * right / (found_all + meant_all),
                unit="score",
                low=low,
                high=high,
                n=len(counts),
                bar=0.85,
            )
        )
    return Outcome(task="commitments", title=TITLE, figures=tuple(figures), rows=tuple(rows))


def _read(notes: Notes, text: str, meant: list[Labelled]) -> tuple[Row, tuple[int, int, int]]:
    """Return the row of one note, and how many promises are right, were found, and are meant."""
    found = notes.promises(text)
    compared = compare(found, meant)
    said = "; ".join(f"{p.owner}: {p.what} {p.due}".strip() for p in found)
    wanted = "; ".join(" ".join(row) for row in meant)
    exact = float(not compared.wrong and not compared.missed)
    return Row(id=text, value=exact, said=said, wanted=wanted), (compared.right, compared.found, compared.meant)
