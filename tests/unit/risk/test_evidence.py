"""What the weighing of evidence promises: neighbours count, and few examples are enough."""

import numpy as np

from app.risk.evidence import CLOSEST, evidence, learn

LABELS = ("any", "serious", "gossip", "serious_fraud")


def test_a_line_beside_risky_examples_has_more_speaking_for_risk_than_one_beside_safe_ones() -> None:
    table = np.array([[1, 0, 1, 0]] * 6 + [[0, 0, 0, 0]] * 6, np.float32)
    near = np.array([[0.9] * 6 + [0.1] * 6, [0.1] * 6 + [0.9] * 6], np.float32)
    scores = np.zeros((2, 4), np.float32)
    beside_risky, beside_safe = evidence(["a line", "a line"], scores, near, table, LABELS)
    lines = np.vstack([np.tile(beside_risky, (5, 1)), np.tile(beside_safe, (5, 1))])
    weights = learn(lines, np.array([1.0] * 5 + [0.0] * 5, np.float32))
    assert beside_risky @ weights[:-1] > beside_safe @ weights[:-1]


def test_fewer_examples_than_neighbours_are_enough() -> None:
    table = np.array([[1, 1, 0, 1], [0, 0, 0, 0]], np.float32)
    assert len(table) < CLOSEST
    kinds = evidence(["one"], np.zeros((1, 4), np.float32), np.array([[0.5, 0.2]], np.float32), table, LABELS)
    assert np.isfinite(kinds).all()
