"""Words and letters of a line as numbers, with no vocabulary to keep: hashed n-grams, weighted by rarity."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import HashingVectorizer

_LETTERS = HashingVectorizer(
    analyzer="char_wb", ngram_range=(2, 5), n_features=1 << 16, norm=None, alternate_sign=False
)
_WORD = r"(?u)\b\w[\w']*\b|[?!]"
_WORDS = HashingVectorizer(token_pattern=_WORD, ngram_range=(1, 2), n_features=1 << 15, norm=None, alternate_sign=False)
WIDTH = (1 << 16) + (1 << 15)


def counts(texts: Sequence[str]) -> Any:
    """Return damped n-gram counts, a sparse matrix of shape (len(texts), WIDTH), letters first, then words."""
    plain = [text.replace("’", "'") for text in texts]
    table = sparse.hstack([_LETTERS.transform(plain), _WORDS.transform(plain)], format="csr", dtype=np.float32)
    table.data = 1.0 + np.log(table.data)
    return table


def rarity(table: Any) -> NDArray[np.float32]:
    """Return the weight of each n-gram (inverse document frequency), shape (WIDTH,), at least 1."""
    seen = np.bincount(table.indices, minlength=WIDTH)
    return np.asarray(np.log((1 + table.shape[0]) / (1 + seen)) + 1, dtype=np.float32)


def weighted(table: Any, weights: NDArray[np.float32]) -> Any:
    """Return the rows of `table` weighted, letters and words each scaled to unit length."""
    rows = table.multiply(weights).tocsr()
    return sparse.hstack([_unit(rows[:, : 1 << 16]), _unit(rows[:, 1 << 16 :])], format="csr", dtype=np.float32)


def _unit(rows: Any) -> Any:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.diags_array(1.0 / np.where(lengths == 0, 1.0, lengths), dtype=np.float32) @ rows
