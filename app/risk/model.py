"""The trained classifier: chances per label from words alone, or from words and meaning."""

import hashlib
import logging
import os
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from app.domain.errors import EngineError
from app.domain.ports import Embedder
from app.risk import features
from app.risk.evidence import WORDS_IN_COMMON, Matrix, chances, evidence
from app.risk.training import (
    WORDS_ALONE,
    WORDS_WITH_MEANING,
    Examples,
    Fit,
    centred,
    fit,
    fit_quickly,
    folds,
    likeness_by_words,
    meaning_kernel,
)

_VERSION = "4"
_BIAS = 0.1
LONGEST = 300
"""Seconds to wait for another process that is training."""
_NOTHING = np.zeros((0, 0), np.float32)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RiskModel:
    """Weights for reading a line by its words (`words`) and, with an embedder, by its meaning too (`meaning`)."""

    labels: tuple[str, ...]
    rarity: Matrix
    words: Matrix
    words_weights: Matrix
    """What each kind of evidence counts for the general labels; the same for `meaning_weights`."""
    words_scale: Matrix
    """Slope and offset of the other labels; the same for `meaning_scale`."""
    words_limits: Matrix
    """The threshold of each label; the same for `meaning_limits`."""
    meaning_words: Matrix
    meaning_dual: Matrix
    meaning_weights: Matrix
    meaning_scale: Matrix
    meaning_limits: Matrix
    examples: Matrix
    examples_words: Any
    """The examples as sparse rows of words; None without an embedder."""
    table: Matrix
    """The labels of the examples, shape (examples, labels)."""
    centre: Matrix

    @property
    def reads_meaning(self) -> bool:
        """Say whether it was trained with an embedder."""
        return bool(self.examples.size)

    def by_words(self, texts: Sequence[str]) -> Matrix:
        """Return chances in [0, 1], shape (len(texts), len(labels)); about a millisecond a line."""
        rows = features.weighted(features.counts(texts), self.rarity)
        scores = np.asarray(rows @ self.words[:-1] + self.words[-1])
        kinds = evidence(texts, scores, None, self.table, self.labels)
        return chances(kinds, scores, self.words_weights, self.words_scale)

    def by_meaning(self, texts: Sequence[str], vectors: Matrix) -> Matrix:
        """Return chances as `by_words` does, from the lines' embeddings as well."""
        rows = features.weighted(features.counts(texts), self.rarity)
        likeness = centred(vectors, self.centre) @ self.examples.T
        scores = np.asarray(rows @ self.meaning_words + meaning_kernel(likeness) @ self.meaning_dual)
        likeness += WORDS_IN_COMMON * (rows[:, features.LETTERS :] @ self.examples_words.T).toarray()
        kinds = evidence(texts, scores, likeness, self.table, self.labels)
        return chances(kinds, scores, self.meaning_weights, self.meaning_scale)


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
    alike = likeness_by_words(rows[:, : features.LETTERS])
    groups = folds(alike)
    in_words = rows[:, features.LETTERS :]
    common = likeness_by_words(in_words)
    alike += common
    if embedder is None:
        words, deep, vectors = fit(WORDS_ALONE * alike + np.float32(_BIAS), None, examples, groups), None, _NOTHING
        centre = np.zeros(0, np.float32)
    else:
        raw = np.asarray(embedder.passages(examples.texts), dtype=np.float32)
        centre = raw.mean(axis=0)
        vectors = centred(raw, centre)
        words = fit_quickly(WORDS_ALONE * alike + np.float32(_BIAS), examples, groups)
        likeness = vectors @ vectors.T
        alike *= WORDS_WITH_MEANING
        alike += meaning_kernel(likeness)
        common *= WORDS_IN_COMMON
        common += likeness
        deep = fit(alike, common, examples, groups)
    model = RiskModel(
        labels=examples.labels,
        rarity=rarity,
        words=np.vstack([WORDS_ALONE * (rows.T @ words.dual), _BIAS * words.dual.sum(axis=0, keepdims=True)]),
        words_weights=words.weights,
        words_scale=words.scale,
        words_limits=words.thresholds,
        meaning_words=(WORDS_WITH_MEANING * (rows.T @ deep.dual)).astype(np.float32) if deep else _NOTHING,
        meaning_dual=deep.dual if deep else _NOTHING,
        meaning_weights=deep.weights if deep else _NOTHING,
        meaning_scale=deep.scale if deep else _NOTHING,
        meaning_limits=deep.thresholds if deep else _NOTHING,
        examples=vectors,
        examples_words=in_words if deep else None,
        table=examples.table,
        centre=centre,
    )
    return Training(model, examples, words, deep)


def load_or_train(examples: Examples, embedder: Embedder | None, cache_dir: Path | None) -> RiskModel:
    """Return the model for exactly these examples and this embedder, from `cache_dir` when it is there."""
    if embedder is not None and embedder.spec.startswith("hashing"):
        embedder = None  # hashed words add nothing to words
    path = kept_at(examples, embedder, cache_dir) if cache_dir else None
    if path and (model := _read(path, examples.labels)):
        return model
    with _alone(path):
        if path and (model := _read(path, examples.labels)):
            return model  # another process has trained it meanwhile
        try:
            model = train(examples, embedder).model
        except EngineError as error:
            _log.warning("Reading risk by words alone: %s", error)
            return train(examples, None).model
        if path is None:
            return model
        keep(model, path)
    return _read(path, examples.labels) or model  # halved, as it will be from the next start on


@contextmanager
def _alone(path: Path | None) -> Iterator[None]:
    """Hold a lock beside the path, so that one process trains and the others read what it kept; go on where none can be had."""
    if path is None:
        yield
        return
    lock = FileLock(f"{path}.lock", timeout=LONGEST)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except (OSError, Timeout) as error:
        _log.warning("Training without a lock: %s", error)
    try:
        yield
    finally:
        lock.release()


def kept_at(examples: Examples, embedder: Embedder | None, cache_dir: Path) -> Path:
    """Return where the model for exactly these examples and this embedder is kept."""
    return cache_dir / f"risk-{_fingerprint(examples, embedder)}.npz"


def _fingerprint(examples: Examples, embedder: Embedder | None) -> str:
    digest = hashlib.sha256(f"{_VERSION}\0{embedder.spec if embedder else ''}".encode())
    for text, row in zip(examples.texts, examples.table, strict=True):
        digest.update(text.encode() + b"\0" + row.astype(np.uint8).tobytes())
    digest.update("\0".join(examples.labels).encode())
    return digest.hexdigest()[:16]


_ARRAYS = (
    "rarity words words_weights words_scale words_limits meaning_words meaning_dual meaning_weights meaning_scale "
    "meaning_limits examples table centre"
).split()
_PARTS = ("data", "indices", "indptr")
_HALVED = {"words", "meaning_words", "examples", "table", "data"}
"""Kept in half precision: it moves a chance by less than 0.001."""


def _read(path: Path, labels: tuple[str, ...]) -> RiskModel | None:
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in _ARRAYS}
            return RiskModel(labels, **arrays, examples_words=_sparse(stored, len(arrays["examples"])))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _log.warning("Training again, the stored risk model is damaged: %s", error)
        return None


def _sparse(stored: Any, lines: int) -> Any:
    from scipy import sparse

    if "indptr" not in stored:
        return None
    data, indices, starts = (stored[part] for part in _PARTS)
    return sparse.csr_matrix(
        (data.astype(np.float32), indices, starts), shape=(lines, features.WIDTH - features.LETTERS)
    )


def keep(model: RiskModel, path: Path) -> None:
    """Write a model; where that fails it will be trained again."""
    arrays = {name: getattr(model, name) for name in _ARRAYS}
    if model.examples_words is not None:
        arrays |= {part: getattr(model.examples_words, part) for part in _PARTS}
    halved = {name: array.astype(np.float16) if name in _HALVED else array for name, array in arrays.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as file:
            np.savez_compressed(file, **halved)
        Path(name).replace(path)
    except OSError as error:
        _log.warning("The risk model could not be kept and will be trained again next time: %s", error)
