"""What learning from the examples promises: the right weights, and nothing learnt from a line that was held back."""

import numpy as np
import pytest
from scipy import sparse

from app.risk import features
from app.risk.solving import RIDGE, WORDS_WITH_MEANING, Kernel, meaning_kernel
from app.risk.training import folds

LINES = [
    f"{who} {what} the {thing}"
    for who in ("she", "he")
    for what in ("hid", "read")
    for thing in "report rota plan".split()
]


def kernel_of(texts: list[str], seed: int = 0) -> tuple[Kernel, sparse.csr_matrix, np.ndarray]:
    table = features.counts(texts)
    rows = features.weighted(table, features.rarity(table))
    vectors = np.random.default_rng(seed).normal(size=(len(texts), 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Kernel(rows, vectors), rows, vectors


def test_the_steps_arrive_at_the_weights_that_solve_the_equations() -> None:
    kernel, rows, vectors = kernel_of(LINES)
    target = np.random.default_rng(1).choice([-1.0, 1.0], size=(len(LINES), 3)).astype(np.float32)
    whole = WORDS_WITH_MEANING * (rows @ rows.T).toarray() + np.float32(0.1) + meaning_kernel(vectors @ vectors.T)
    exact = np.linalg.solve(whole + RIDGE * np.eye(len(LINES)), target)
    assert kernel.solve(target, np.ones(len(LINES), bool), 60) == pytest.approx(exact, abs=1e-3)


def test_a_line_left_out_gets_no_weight() -> None:
    kernel, _, _ = kernel_of(LINES)
    target = np.ones((len(LINES), 1), np.float32)
    chosen = np.arange(len(LINES)) != 3
    assert kernel.solve(target, chosen, 20)[3] == 0
    assert kernel.solve(target, chosen, 20, start=target)[3] == 0


def test_lines_that_are_nearly_the_same_stay_in_one_fold() -> None:
    texts = [*LINES, "the auditor from Malmö shredded invoices", "the auditor from Malmö shredded invoices yesterday"]
    table = features.counts(texts)
    rows = features.weighted(table, features.rarity(table))
    for seed in range(8):
        groups = folds(rows[:, features.LETTERS :], seed)
        assert groups[-1] == groups[-2]


def test_a_line_left_out_says_nothing_of_the_others() -> None:
    kernel, _, _ = kernel_of(LINES)
    target = np.ones((len(LINES), 1), np.float32)
    other = target.copy()
    other[3] = -1
    chosen = np.arange(len(LINES)) != 3
    assert kernel.solve(other, chosen, 30) == pytest.approx(kernel.solve(target, chosen, 30), abs=1e-6)
