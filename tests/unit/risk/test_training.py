"""What learning from the examples promises: near-duplicates stay together, and a new label gets what most have."""

import numpy as np
import pytest

from app.risk import features
from app.risk.training import Scale, alike, folds

LINES = [
    f"{who} {what} the {thing}"
    for who in ("she", "he")
    for what in ("hid", "read")
    for thing in "report rota plan".split()
]


def folds_of(texts: list[str]) -> list[int]:
    table = features.counts(texts)
    rows = features.weighted(table, features.rarity(table))
    return folds(alike(rows[:, features.LETTERS :]), texts).tolist()


@pytest.mark.parametrize("who", ["the auditor", "a nurse", "our driver", "the new cook", "her deputy", "my old boss"])
def test_lines_that_are_nearly_the_same_stay_in_one_fold(who: str) -> None:
    line = f"{who} from Malmö shredded invoices"
    found = folds_of([*LINES, line, f"{line} yesterday"])
    assert found[-1] == found[-2]


def test_a_line_keeps_its_fold_when_others_are_added() -> None:
    alone = folds_of([f"{word} {word}s" for word in "apple brick cloud drum eagle fern glove".split()])
    more = folds_of([f"{word} {word}s" for word in "apple brick cloud drum eagle fern glove harp iris".split()])
    assert more[: len(alone)] == alone
    assert len(set(alone)) > 1


def test_a_new_label_leaves_the_thresholds_of_the_others_alone() -> None:
    limits = np.array([0.8, 0.3, 0.5], np.float32)
    moved = Scale(np.ones((2, 3), np.float32), np.zeros(3, np.float32), limits).moved(
        ("any", "gossip", "salary"), ("any", "new", "gossip", "salary")
    )
    assert moved.limits.tolist() == np.array([0.8, 0.4, 0.3, 0.5], np.float32).tolist()
