"""Teach the reader of risk from what employees say in the taxonomy's examples: `python -m training.risk`.

One fold in five is held back from the reader. What is learnt over it then says of the lines that neither has seen how sure to
be of what (the scales), and how good the whole is (`evals/risk/held_back.npz`, read by `python -m evals.risk`). A line written
since the reader was taught is one of those. With `--scales` only that second half is done.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from app.bootstrap import build_detector, build_reader
from app.content.library import read_library
from app.language.small_model import tokens
from app.risk import features
from app.risk.detector import SIDES
from app.risk.model import RiskModel, shipped_at
from app.risk.model import write as save
from app.risk.training import ANY, FOLDS, SERIOUS, Counts, Examples, Matrix, alike, calibrate, folds, learn
from app.settings import Settings
from evals.risk.figures import HELD_BACK, key_of
from training.encoder import Course, Encoder, Text, teach, write

COURSE = Course(epochs=3, batch=32, rate=7e-5)
APART = 0
"""The fold that is held back from the reader."""
TAUGHT = Path(__file__).with_name("risk_taught.npy")
"""Which lines the reader has seen, by their numbers."""
WEIGHED = 3.0
"""How much more it counts whether a line is risky, or serious, at all, than each kind of risk."""


class Place(NamedTuple):
    """Where a line is: its fold, and whether the reader has seen it or nearly the same."""

    fold: int
    seen: bool


def main() -> None:
    """Teach the reader and find the scales."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scales", action="store_true", help="keep the reader, find the scales anew")
    parser.add_argument("--epochs", type=int, default=COURSE.epochs)
    given = parser.parse_args()
    settings = Settings()
    folder = settings.content_root / "knowledge" / "readers"
    library, _ = read_library(settings.content_root / "knowledge")
    detector = build_detector(settings, library)
    sides = {name: detector.examples(name) for name in SIDES}
    lines = list(dict.fromkeys(text for examples in sides.values() for text in examples.texts))
    table = features.counts(lines)
    groups = alike(features.weighted(table, features.rarity(table))[:, features.LETTERS :])
    if not given.scales:
        apart = dict(zip(lines, (folds(groups, lines) == APART).tolist(), strict=True))
        chosen = [i for i, text in enumerate(sides["ic"].texts) if not apart[text]]
        write(taught(sides["ic"], chosen, replace(COURSE, epochs=given.epochs)), folder / "risk.onnx", capitals=False)
        np.save(TAUGHT, np.array([number_of(sides["ic"].texts[i]) for i in chosen], np.uint64))
    places = placed(lines, groups, set(np.load(TAUGHT, allow_pickle=False).tolist()))
    reader = build_reader(settings)
    for name, examples in sides.items():
        found, unseen = held_back(examples, reader.content(examples.texts), [places[text] for text in examples.texts])
        scale = calibrate(found, unseen)
        nothing = Counts(*(np.zeros((1, 1), np.float32) for _ in range(3)))
        save(shipped_at(name, folder), "", RiskModel(examples.labels, nothing, scale))  # `make lock` puts the counts in
        if name == "ic":
            np.savez_compressed(
                HELD_BACK, keys=np.array([key_of(text) for text in unseen.texts]), scores=found.astype(np.float16),
                labels=np.array(examples.labels), **vars(scale),
            )  # fmt: skip


def number_of(line: str) -> int:
    """Return what a line is filed under, as a number."""
    return int(key_of(line), 16)


def placed(lines: Sequence[str], groups: NDArray[np.int64], known: set[int]) -> dict[str, Place]:
    """Return the place of each line; `groups` tells which are nearly the same, `known` which the reader has seen."""
    seen = {group for line, group in zip(lines, groups.tolist(), strict=True) if number_of(line) in known}
    fold = folds(groups, lines).tolist()
    return {
        line: Place(fold[i], group in seen) for i, (line, group) in enumerate(zip(lines, groups.tolist(), strict=True))
    }


def held_back(examples: Examples, vectors: Matrix, places: Sequence[Place]) -> tuple[Matrix, Examples]:
    """Return the scores of all lines the reader has not seen, each by what was learnt from the other folds, and those lines."""
    fold = np.array([place.fold for place in places])
    unseen = np.array([not place.seen for place in places])
    found, rows = [], []
    for apart in range(FOLDS):
        inside, outside = np.flatnonzero((fold == apart) & unseen), np.flatnonzero(fold != apart)
        if not len(inside):
            continue
        counts = learn(vectors[outside], _some(examples, outside))
        said = features.weighted_words(features.word_counts([examples.texts[i] for i in inside]), counts.rarity)
        found.append(counts.scores(vectors[inside], said))
        rows.append(inside)
    return np.concatenate(found, axis=1), _some(examples, np.concatenate(rows))


def _some(examples: Examples, rows: NDArray[np.int64]) -> Examples:
    return Examples(tuple(examples.texts[i] for i in rows), examples.labels, examples.table[rows])


def taught(examples: Examples, chosen: Sequence[int], course: Course) -> Encoder:
    """Return a reader taught from the chosen lines, its head removed: each label by itself, as a logistic regression."""
    truth = torch.from_numpy(examples.table)
    weights = torch.tensor([WEIGHED if label in {ANY, SERIOUS} else 1.0 for label in examples.labels])
    share = truth[list(chosen)].mean(0)

    def loss(scores: Tensor, rows: Sequence[int]) -> Tensor:
        alone = nn.functional.binary_cross_entropy_with_logits(scores, truth[list(rows)], reduction="none")
        return (alone * weights).sum(1).mean()

    model = Encoder(len(examples.labels), each_token=False)
    model.head.bias.data = torch.log(share + 1e-4) - torch.log(1 - share + 1e-4)
    teach(model, [Text(tokens(text)[0]) for text in examples.texts], chosen, loss, course)
    model.head = nn.Identity()
    return model


if __name__ == "__main__":
    main()
