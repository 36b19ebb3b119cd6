"""The trained classifier: chances per label from words alone, or from words and meaning."""

import hashlib
import logging
import os
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.domain.errors import EngineError
from app.domain.ports import Embedder
from app.risk import features
from app.risk.training import (
    WORDS_ALONE,
    WORDS_WITH_MEANING,
    Examples,
    Fit,
    Matrix,
    centred,
    fit,
    folds,
    meaning_kernel,
    word_kernel,
)

_VERSION = "2"
_BIAS = 0.1
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RiskModel:
    """Weights for reading a line by its words (`words`) and, with an embedder, by its meaning too (`meaning`)."""

    labels: tuple[str, ...]
    rarity: Matrix
    words: Matrix
    words_scale: Matrix
    """Rows: slope, offset, threshold of each label; the same for `meaning_scale`."""
    meaning_words: Matrix
    meaning_dual: Matrix
    meaning_scale: Matrix
    examples: Matrix
    centre: Matrix

    @property
    def reads_meaning(self) -> bool:
        """Say whether it was trained with an embedder."""
        return bool(self.examples.size)

    def by_words(self, texts: Sequence[str]) -> Matrix:
        """Return chances in [0, 1], shape (len(texts), len(labels)); about a millisecond a line."""
        rows = features.weighted(features.counts(texts), self.rarity)
        return _chances(rows @ self.words[:-1] + self.words[-1], self.words_scale)

    def by_meaning(self, texts: Sequence[str], vectors: Matrix) -> Matrix:
        """Return chances as `by_words` does, from the lines' embeddings as well."""
        rows = features.weighted(features.counts(texts), self.rarity)
        alike = meaning_kernel(centred(vectors, self.centre), self.examples)
        return _chances(rows @ self.meaning_words + alike @ self.meaning_dual, self.meaning_scale)


@dataclass(frozen=True)
class Training:
    """A model with what its making showed: chances for every example from a fit that had not seen it."""

    model: RiskModel
    examples: Examples
    by_words: Fit
    by_meaning: Fit | None


def train(examples: Examples, embedder: Embedder | None) -> Training:
    """Train on the examples; seconds, given vectors that are cached."""
    table = features.counts(examples.texts)
    rarity = features.rarity(table)
    rows = features.weighted(table, rarity)
    groups = folds(rows[:, : 1 << 16])
    alike = word_kernel(rows, rows)
    words = fit(WORDS_ALONE * alike + np.float32(_BIAS), examples, groups)
    plain = WORDS_ALONE * (rows.T @ words.dual)
    bias = _BIAS * words.dual.sum(axis=0, keepdims=True)
    nothing = np.zeros((0, 0), np.float32)
    deep, centre, vectors = None, np.zeros(0, np.float32), nothing
    if embedder is not None:
        raw = np.asarray(embedder.passages(examples.texts), dtype=np.float32)
        centre = raw.mean(axis=0)
        vectors = centred(raw, centre)
        deep = fit(WORDS_WITH_MEANING * alike + meaning_kernel(vectors, vectors), examples, groups)
    model = RiskModel(
        labels=examples.labels,
        rarity=rarity,
        words=np.vstack([plain, bias]).astype(np.float32),
        words_scale=_scale(words),
        meaning_words=(WORDS_WITH_MEANING * (rows.T @ deep.dual)).astype(np.float32) if deep else nothing,
        meaning_dual=deep.dual if deep else nothing,
        meaning_scale=_scale(deep) if deep else nothing,
        examples=vectors,
        centre=centre,
    )
    return Training(model, examples, words, deep)


def load_or_train(examples: Examples, embedder: Embedder | None, cache_dir: Path | None) -> RiskModel:
    """Return the model for exactly these examples and this embedder, from `cache_dir` when it is there."""
    if embedder is not None and embedder.spec.startswith("hashing"):
        embedder = None  # hashed words add nothing to words
    path = cache_dir / f"risk-{_fingerprint(examples, embedder)}.npz" if cache_dir else None
    if path and (model := _read(path, examples.labels)):
        return model
    try:
        model = train(examples, embedder).model
    except EngineError as error:
        _log.warning("Reading risk by words alone: %s", error)
        return train(examples, None).model
    if path:
        _write(path, model)
    return model


def _chances(scores: Any, scale: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-(np.asarray(scores) * scale[0] + scale[1]))), dtype=np.float32)


def _scale(found: Fit) -> Matrix:
    return np.vstack([found.slope, found.offset, found.thresholds]).astype(np.float32)


def _fingerprint(examples: Examples, embedder: Embedder | None) -> str:
    digest = hashlib.sha256(f"{_VERSION}\0{embedder.spec if embedder else ''}".encode())
    for text, row in zip(examples.texts, examples.table, strict=True):
        digest.update(text.encode() + b"\0" + row.astype(np.uint8).tobytes())
    digest.update("\0".join(examples.labels).encode())
    return digest.hexdigest()[:16]


_ARRAYS = (
    "rarity words words_scale meaning_words meaning_dual meaning_scale examples centre"  # in the order of RiskModel
).split()
_HALVED = {"words", "meaning_words", "examples"}
"""Kept in half precision: it moves a chance by less than 0.001."""


def _read(path: Path, labels: tuple[str, ...]) -> RiskModel | None:
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            return RiskModel(labels, **{name: stored[name].astype(np.float32) for name in _ARRAYS})
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _log.warning("Training again, the stored risk model is damaged: %s", error)
        return None


def _write(path: Path, model: RiskModel) -> None:
    arrays = {name: getattr(model, name) for name in _ARRAYS}
    halved = {name: array.astype(np.float16) if name in _HALVED else array for name, array in arrays.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as file:
            np.savez_compressed(file, **halved)
        Path(name).replace(path)
    except OSError as error:
        _log.warning("The risk model could not be kept and will be trained again next time: %s", error)
