"""What learning from the examples promises: near-duplicates stay together, and a new label gets what most have."""

import numpy as np

from app.risk import features
from app.risk.training import Scale, folds

LINES = [
    f"{who} {what} the {thing}"
    for who in ("she", "he")
    for what in ("hid", "read")
    for thing in "report rota plan".split()
]


def test_lines_that_are_nearly_the_same_stay_in_one_fold() -> None:
    texts = [*LINES, "the auditor from Malmö shredded invoices", "the auditor from Malmö shredded invoices yesterday"]
    table = features.counts(texts)
    rows = features.weighted(table, features.rarity(table))
    for seed in range(8):
        groups = folds(rows[:, features.LETTERS :], seed)
        assert groups[-1] == groups[-2]


def test_a_new_label_leaves_the_thresholds_of_the_others_alone() -> None:
    limits = np.array([0.8, 0.3, 0.5], np.float32)
    moved = Scale(np.ones((2, 3), np.float32), np.zeros(3, np.float32), limits).moved(
        ("any", "gossip", "salary"), ("any", "new", "gossip", "salary")
    )
    assert moved.limits.tolist() == np.array([0.8, 0.4, 0.3, 0.5], np.float32).tolist()
