"""The trained classifier: chances per label from words alone, or from words and meaning."""

import hashlib
import logging
import os
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock, Timeout

from app.domain.errors import EngineError
from app.domain.ports import Embedder
from app.risk import features
from app.risk.evidence import Matrix, chances, evidence
from app.risk.solving import Kernel, meaning_kernel, words_of
from app.risk.training import Examples, Fit, Scale, centred, fit, folds

_VERSION = "5"
LONGEST = 900
"""Seconds to wait for another process that is training."""
_NOTHING = np.zeros((0, 0), np.float32)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RiskModel:
    """Weights for reading a line by its words, and with an embedder by its meaning too."""

    labels: tuple[str, ...]
    rarity: Matrix
    words: Matrix
    """What each word counts for each label, and last what counts for every line."""
    words_scale: Scale
    scale: Scale
    dual: Matrix
    examples: Matrix
    """The examples' vectors, empty without an embedder."""
    table: Matrix
    """The labels of the examples, shape (examples, labels)."""
    centre: Matrix

    @property
    def reads_meaning(self) -> bool:
        """Say whether it was trained with an embedder."""
        return bool(self.examples.size)

    def by_words(self, texts: Sequence[str]) -> Matrix:
        """Return chances in [0, 1], shape (len(texts), len(labels)); about a millisecond a line."""
        scores = self._words(texts)
        kinds = evidence(texts, scores, None, self.table, self.labels)
        return chances(kinds, scores, self.words_scale.weights, self.words_scale.named)

    def by_meaning(self, texts: Sequence[str], vectors: Matrix) -> Matrix:
        """Return chances as `by_words` does, from the lines' embeddings as well."""
        likeness = centred(vectors, self.centre) @ self.examples.T
        scores = np.asarray(self._words(texts) + meaning_kernel(likeness) @ self.dual)
        kinds = evidence(texts, scores, likeness, self.table, self.labels)
        return chances(kinds, scores, self.scale.weights, self.scale.named)

    def _words(self, texts: Sequence[str]) -> Matrix:
        rows = features.weighted(features.counts(texts), self.rarity)
        return np.asarray(rows @ self.words[:-1] + self.words[-1])


@dataclass(frozen=True)
class Training:
    """A model with what its making showed: chances for every example from a fit that had not seen it."""

    model: RiskModel
    examples: Examples
    fit: Fit


@dataclass(frozen=True)
class _Learnt:
    """The part of a model that takes minutes to find."""

    dual: Matrix
    scale: Scale
    words_scale: Scale


def train(examples: Examples, embedder: Embedder | None) -> Training:
    """Train on the examples; a minute or two on two cores, given vectors that are cached."""
    table = features.counts(examples.texts)
    rows = features.weighted(table, features.rarity(table))
    kernel = Kernel(rows, _vectors(examples, embedder)[1])
    found = fit(kernel, examples, folds(rows[:, features.LETTERS :]))
    return Training(_made(examples, embedder, _Learnt(found.dual, found.scale, found.words_scale)), examples, found)


def _made(examples: Examples, embedder: Embedder | None, learnt: _Learnt) -> RiskModel:
    table = features.counts(examples.texts)
    rarity = features.rarity(table)
    centre, vectors = _vectors(examples, embedder)
    return RiskModel(
        labels=examples.labels,
        rarity=rarity,
        words=words_of(features.weighted(table, rarity), learnt.dual, with_meaning=bool(vectors.size)),
        words_scale=learnt.words_scale,
        scale=learnt.scale,
        dual=learnt.dual if vectors.size else _NOTHING,
        examples=vectors,
        table=examples.table,
        centre=centre,
    )


def _vectors(examples: Examples, embedder: Embedder | None) -> tuple[Matrix, Matrix]:
    """Return the centre of the examples and their centred vectors; both empty without an embedder."""
    if embedder is None:
        return np.zeros(0, np.float32), _NOTHING
    raw = np.asarray(embedder.passages(examples.texts), dtype=np.float32)
    centre = raw.mean(axis=0)
    return centre, centred(raw, centre)


def load_or_train(
    examples: Examples, embedder: Embedder | None, cache_dir: Path | None, shipped: Path | None = None
) -> RiskModel:
    """Return the model for exactly these examples and this embedder.

    From `cache_dir` when it is there, else made of what `shipped` holds of its learning (seconds), else trained (minutes).
    """
    if embedder is not None and embedder.spec.startswith("hashing"):
        embedder = None  # hashed words add nothing to words
    path = kept_at(examples, embedder, cache_dir) if cache_dir else None
    if path and (model := _read(path, examples.labels)):
        return model
    with _alone(path):
        if path and (model := _read(path, examples.labels)):
            return model  # another process has trained it meanwhile
        try:
            learnt = _learnt(kept_at(examples, embedder, shipped)) if shipped else None
            model = _made(examples, embedder, learnt) if learnt else train(examples, embedder).model
        except EngineError as error:
            _log.warning("Reading risk by words alone: %s", error)
            return load_or_train(examples, None, cache_dir)
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


def kept_at(examples: Examples, embedder: Embedder | None, folder: Path) -> Path:
    """Return where the model for exactly these examples and this embedder is kept."""
    return folder / f"risk-{_fingerprint(examples, embedder)}.npz"


def write_learnt(examples: Examples, embedder: Embedder, folder: Path) -> None:
    """Train, and write what was learnt, a hundredth of the model, to go with the content."""
    model = train(examples, embedder).model
    arrays: dict[str, Any] = {"dual": model.dual.astype(np.float16)} | _scales(model)
    np.savez_compressed(kept_at(examples, embedder, folder), **arrays)


def _fingerprint(examples: Examples, embedder: Embedder | None) -> str:
    digest = hashlib.sha256(f"{_VERSION}\0{embedder.spec if embedder else ''}".encode())
    for text, row in zip(examples.texts, examples.table, strict=True):
        digest.update(text.encode() + b"\0" + row.astype(np.uint8).tobytes())
    digest.update("\0".join(examples.labels).encode())
    return digest.hexdigest()[:16]


_ARRAYS = "rarity words dual examples table centre".split()
_SCALES = "scale words_scale".split()
_HALVED = {"words", "examples", "table"}
"""Kept in half precision: it moves a chance by less than 0.001."""


def _read(path: Path, labels: tuple[str, ...]) -> RiskModel | None:
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name].astype(np.float32) for name in _ARRAYS}
            scale, words_scale = (_scale(stored, name) for name in _SCALES)
            return RiskModel(labels, **arrays, scale=scale, words_scale=words_scale)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _log.warning("Training again, the stored risk model is damaged: %s", error)
        return None


def _learnt(path: Path) -> _Learnt | None:
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            return _Learnt(stored["dual"].astype(np.float32), *(_scale(stored, name) for name in _SCALES))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _log.warning("Training, what goes with the content is damaged: %s", error)
        return None


def _scale(stored: Mapping[str, Matrix], name: str) -> Scale:
    return Scale(**{part.name: stored[f"{name}.{part.name}"] for part in fields(Scale)})


def _scales(model: RiskModel) -> dict[str, Matrix]:
    return {f"{name}.{key}": value for name in _SCALES for key, value in vars(getattr(model, name)).items()}


def keep(model: RiskModel, path: Path) -> None:
    """Write a model; where that fails it will be trained again."""
    arrays = {name: getattr(model, name) for name in _ARRAYS}
    halved = {name: array.astype(np.float16) if name in _HALVED else array for name, array in arrays.items()}
    halved |= _scales(model)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **halved)
        Path(name).replace(path)
    except OSError as error:
        _log.warning("The risk model could not be kept and will be trained again next time: %s", error)
