"""Measure promises found in notes: `python -m evals.emails.measure_promises [dev|report|strangers]`; prints misses and F1."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from app.bootstrap import build_brief_reader
from app.coaching.notes import Notes
from app.domain.rehearsal import Promise
from app.settings import Settings

HERE = Path(__file__).parent
SMALL = frozenset("the a an to of in on at for by and my her his our it with".split())

Labelled = tuple[str, str, str]
"""Owner, deed and time, as somebody wrote them down who read the notes."""


@dataclass(frozen=True)
class Compared:
    """What was found beside what was meant."""

    right: int
    wrong: tuple[Promise, ...]
    missed: tuple[Labelled, ...]

    @property
    def found(self) -> int:
        """How many were found."""
        return self.right + len(self.wrong)

    @property
    def meant(self) -> int:
        """How many there are."""
        return self.right + len(self.missed)


def words(text: str) -> set[str]:
    """Return the telling words of a deed."""
    return {word for word in re.findall(r"[a-z0-9]+", text.lower()) if word not in SMALL}


def compare(found: Sequence[Promise], meant: Sequence[Labelled]) -> Compared:
    """Return which promises are right. One that was meant as a whole and found in two parts counts once."""
    left, wrong, matched = list(meant), list[Promise](), list[Labelled]()
    for promise in found:
        if row := next((row for row in left if same(promise, *row)), None):
            left.remove(row)
            matched.append(row)
        else:
            wrong.append(promise)
    alone = tuple(
        p for p in wrong if not any(_one(p.owner, row[0]) and words(p.what) <= words(row[1]) for row in matched)
    )
    return Compared(len(matched), alone, tuple(left))


def same(found: Promise, owner: str, what: str, due: str) -> bool:
    """Tell whether a promise found is the labelled one: same owner, half of the words shared, the same time."""
    said, meant = words(f"{found.what} {found.due}"), words(f"{what} {due}")
    return (
        _one(found.owner, owner)
        and len(said & meant) >= 0.5 * len(said | meant)
        and words(due) <= words(f"{found.due} {found.what}")
    )


def _one(one: str, other: str) -> bool:
    """Tell whether two names are one person's in the same notes: "Barbara" and "Barbara Kessler"."""
    first, second = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return first <= second or second <= first


def main(part: str) -> int:
    """Print what was missed or wrongly found, and precision, recall and F1."""
    notes = Notes(build_brief_reader(Settings()))
    right = found = meant = 0
    cases = yaml.safe_load((HERE / f"notes_{part}.yaml").read_text(encoding="utf-8"))
    for case in cases:
        compared = compare(notes.promises(case["text"]), [(str(a), str(b), str(c)) for a, b, c in case["promises"]])
        right, found, meant = right + compared.right, found + compared.found, meant + compared.meant
        if compared.wrong or compared.missed:
            wrong = [(promise.owner, promise.what, promise.due) for promise in compared.wrong]
            print(f"{case['text']!r}\n    missed {list(compared.missed)}\n    wrong {wrong}")
    precision, recall = right / max(1, found), right / max(1, meant)
    score = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{part}: {len(cases)} notes, precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "report"))
