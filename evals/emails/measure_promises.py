"""Measure promises found in notes: `python -m evals.emails.measure_promises [dev|report|strangers]`; prints misses and F1."""

import re
import sys
from pathlib import Path

import yaml

from app.bootstrap import build_brief_reader
from app.coaching.notes import Notes
from app.domain.rehearsal import Promise
from app.settings import Settings

HERE = Path(__file__).parent
SMALL = frozenset("the a an to of in on at for by and my her his our it with".split())


def words(text: str) -> set[str]:
    """Return the telling words of a deed."""
    return {word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in SMALL}


def same(found: Promise, owner: str, what: str, due: str) -> bool:
    """Tell whether a promise found is the labelled one: same owner, half of the words shared, the same time."""
    said, meant = words(f"{found.what} {found.due}"), words(f"{what} {due}")
    return (
        found.owner.lower() == owner.lower()
        and len(said & meant) >= 0.5 * len(said | meant)
        and words(due) <= words(f"{found.due} {found.what}")
    )


def main(part: str) -> int:
    """Print what was missed or wrongly found, and precision, recall and F1."""
    notes = Notes(build_brief_reader(Settings()))
    right = found_all = meant_all = 0
    cases = yaml.safe_load((HERE / f"notes_{part}.yaml").read_text(encoding="utf-8"))
    for case in cases:
        found = list(notes.promises(case["text"]))
        meant = [tuple(map(str, row)) for row in case["promises"]]
        open_rows = list(meant)
        wrong = []
        for promise in found:
            match = next((row for row in open_rows if same(promise, *row)), None)
            if match:
                open_rows.remove(match)
                right += 1
            else:
                wrong.append((promise.owner, promise.what, promise.due))
        found_all += len(found)
        meant_all += len(meant)
        if wrong or open_rows:
            print(f"{case['text']!r}\n    missed {open_rows}\n    wrong {wrong}")
    precision, recall = right / max(1, found_all), right / max(1, meant_all)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{part}: {len(cases)} notes, precision {precision:.2f}, recall {recall:.2f}, F1 {score:.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "report"))
