"""Words and letters of a line as numbers, with no vocabulary to keep: hashed n-grams, weighted by rarity."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WORD = r"(?u)\b\w[\w']*\b|[?!]"
LETTERS = 1 << 16
"""Columns that count letters; the others count words."""
WIDTH = LETTERS + (1 << 15)


@cache
def _counters() -> tuple[Any, Any]:
    """Letters, then words. Imported here: scikit-learn takes a second or two, and only a first check needs it."""
    from sklearn.feature_extraction.text import HashingVectorizer

    letters = HashingVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), n_features=LETTERS, norm=None, alternate_sign=False
    )
    words = HashingVectorizer(
        token_pattern=_WORD, ngram_range=(1, 2), n_features=1 << 15, norm=None, alternate_sign=False
    )
    return letters, words


def counts(texts: Sequence[str]) -> Any:
    """Return damped n-gram counts, a sparse matrix of shape (len(texts), WIDTH), letters first, then words."""
    from scipy import sparse

    letters, words = _counters()
    plain = [text.replace("’", "'") for text in texts]
    table = sparse.hstack([letters.transform(plain), words.transform(plain)], format="csr", dtype=np.float32)
    table.data = 1.0 + np.log(table.data)
    return table


def word_counts(texts: Sequence[str]) -> Any:
    """Return damped counts of words and word pairs alone, a sparse matrix of shape (len(texts), WIDTH - LETTERS)."""
    table = _counters()[1].transform([text.replace("’", "'") for text in texts]).astype(np.float32)
    table.data = 1.0 + np.log(table.data)
    return table


def weighted_words(table: Any, weights: NDArray[np.float32]) -> Any:
    """Return the rows of word counts weighted and scaled to unit length."""
    return _unit(table.multiply(weights).tocsr())


def rarity(table: Any) -> NDArray[np.float32]:
    """Return the weight of each n-gram (inverse document frequency), shape (table.shape[1],), at least 1."""
    seen = np.bincount(table.indices, minlength=table.shape[1])
    return np.asarray(np.log((1 + table.shape[0]) / (1 + seen)) + 1, dtype=np.float32)


def weighted(table: Any, weights: NDArray[np.float32]) -> Any:
    """Return the rows of `table` weighted, letters and words each scaled to unit length."""
    from scipy import sparse

    rows = table.multiply(weights).tocsr()
    return sparse.hstack([_unit(rows[:, :LETTERS]), _unit(rows[:, LETTERS:])], format="csr", dtype=np.float32)


def _unit(rows: Any) -> Any:
    from scipy import sparse

    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.diags_array(1.0 / np.where(lengths == 0, 1.0, lengths), dtype=np.float32) @ rows
