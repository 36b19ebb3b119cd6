"""The classifier: what each label's examples have in common in the reader's vectors. Shipped, or learnt in seconds."""

import hashlib
import logging
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from filelock import FileLock, Timeout

from app.risk import features
from app.risk.training import Counts, Examples, Matrix, Scale, learn

LONGEST = 300
"""Seconds to wait for another process that is learning."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RiskModel:
    """Chances for each label from a line, by its meaning and by its words."""

    labels: tuple[str, ...]
    counts: Counts
    scale: Scale

    @property
    def limits(self) -> Matrix:
        """From which chance on a label is said, shape (labels,)."""
        return self.scale.limits

    def chances(self, lines: Sequence[str], vectors: Matrix) -> Matrix:
        """Return chances in [0, 1], shape (lines, labels), for lines and their vectors, shape (lines, width)."""
        rows = features.weighted_words(features.word_counts(lines), self.counts.rarity)
        return self.scale.chances(self.counts.scores(vectors, rows))


def load_or_learn(
    side: str,
    examples: Examples,
    spec: str,
    read: Callable[[Sequence[str]], Matrix],
    cache_dir: Path | None,
    shipped: Path | None,
) -> RiskModel:
    """Return the model of one side for exactly these examples.

    As `shipped`, or kept in `cache_dir`, when it was learnt from just these; else learnt: some milliseconds a line to
    read them, once, and seconds to learn. The scale is always the shipped one, found on lines held back; a new label
    gets what most labels have. `spec` names what reads lines into vectors, with `read`.
    """
    given = _read(shipped_at(side, shipped)) if shipped else None
    mark = fingerprint(examples, spec)
    if given and given.labels == examples.labels and given.fingerprint == mark:
        return RiskModel(examples.labels, given.counts, given.scale)
    scale = given.scale.moved(given.labels, examples.labels) if given else Scale.plain(len(examples.labels))
    path = cache_dir / f"risk-{mark}.npz" if cache_dir else None
    if path and (kept := _read(path)):
        return RiskModel(examples.labels, kept.counts, scale)
    with _alone(path):
        if path and (kept := _read(path)):
            return RiskModel(examples.labels, kept.counts, scale)  # another process has learnt it meanwhile
        model = RiskModel(examples.labels, learn(read(examples.texts), examples), scale)
        if path:
            try:
                write(path, mark, model)
            except OSError as error:
                _log.warning("What the risk detector learnt could not be kept: %s", error)
    return model


def shipped_at(side: str, folder: Path) -> Path:
    """Return where what goes with the content is kept for one side."""
    return folder / f"risk-{side}.npz"


def shipped_scale(side: str, folder: Path, labels: Sequence[str]) -> Scale:
    """Return the scale that goes with the content, for these labels; a plain one where none does."""
    given = _read(shipped_at(side, folder))
    return given.scale.moved(given.labels, labels) if given else Scale.plain(len(labels))


def fingerprint(examples: Examples, spec: str) -> str:
    """Return what tells these examples, read by `spec`, from any others."""
    digest = hashlib.sha256(spec.encode())
    for text, row in zip(examples.texts, examples.table, strict=True):
        digest.update(text.encode() + b"\0" + row.astype(np.uint8).tobytes())
    digest.update("\0".join(examples.labels).encode())
    return digest.hexdigest()[:16]


def write(path: Path, mark: str, model: RiskModel) -> None:
    """Write a model beside the mark of what it was learnt from.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
    with os.fdopen(handle, "wb") as file:
        np.savez_compressed(
            file, fingerprint=mark, labels=np.array(model.labels), meaning=model.counts.meaning,
            words=model.counts.words.astype(np.float16), rarity=model.counts.rarity, **vars(model.scale),
        )  # fmt: skip
    Path(name).chmod(0o644)
    Path(name).replace(path)


@dataclass(frozen=True)
class _Kept:
    fingerprint: str
    labels: tuple[str, ...]
    counts: Counts
    scale: Scale


def _read(path: Path) -> _Kept | None:
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            scale = Scale(**{part.name: stored[part.name].astype(np.float32) for part in fields(Scale)})
            counts = Counts(**{part.name: stored[part.name].astype(np.float32) for part in fields(Counts)})
            return _Kept(str(stored["fingerprint"]), tuple(stored["labels"].tolist()), counts, scale)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        _log.warning("Learning again, the stored risk model is damaged: %s", error)
        return None


@contextmanager
def _alone(path: Path | None) -> Iterator[None]:
    """Hold a lock beside the path, so that one process learns and the others read what it kept; go on where none can be had."""
    if path is None:
        yield
        return
    lock = FileLock(f"{path}.lock", timeout=LONGEST)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except (OSError, Timeout) as error:
        _log.warning("Learning without a lock: %s", error)
    try:
        yield
    finally:
        lock.release()
