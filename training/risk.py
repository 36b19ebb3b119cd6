"""Teach the reader of risk from what employees say in the taxonomy's examples, and ask: `python -m training.risk`.

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
from training.again import RATE, known, new_and_old, number_of, take, write_known
from training.encoder import Course, Encoder, Text, teach, write

COURSE = Course(epochs=3, batch=32, rate=7e-5)
APART = 0
"""The fold that is held back from the reader."""
TAUGHT = Path(__file__).with_name("risk_taught.npy")
"""Which lines the reader has seen, by their numbers."""
ASKED = "asked"
"""The label of a question that is about a serious matter."""
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
    parser.add_argument("--on", action="store_true", help="teach the reader that ships on, from what it has not seen")
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
        whole = together(sides["ic"], sides["asked"])
        chosen = [i for i, text in enumerate(whole.texts) if not apart[text]]
        seen = known(TAUGHT) if given.on else set()
        rows = new_and_old(whole.texts, chosen, seen) if given.on else chosen
        course = replace(COURSE, epochs=given.epochs, rate=RATE if given.on else COURSE.rate)
        model = taught(whole, rows, course, folder / "risk.onnx" if given.on else None)
        write(model, folder / "risk.onnx", capitals=False)
        write_known(TAUGHT, seen | {number_of(whole.texts[i]) for i in chosen})
    places = placed(lines, groups, known(TAUGHT))
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


def placed(lines: Sequence[str], groups: NDArray[np.int64], numbers: set[int]) -> dict[str, Place]:
    """Return the place of each line; `groups` tells which are nearly the same, `numbers` which the reader has seen."""
    seen = {group for line, group in zip(lines, groups.tolist(), strict=True) if number_of(line) in numbers}
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


def together(said: Examples, asked: Examples) -> Examples:
    """Return what is said in a meeting and what is asked about it as one table, with NaN where nothing is known of a line.

    Whether a question is about a serious matter is a label of its own: the same words are graver in a meeting.
    """
    texts = tuple(dict.fromkeys((*said.texts, *asked.texts)))
    row = {text: i for i, text in enumerate(texts)}
    table = np.full((len(texts), len(said.labels) + 1), np.nan, np.float32)
    table[[row[text] for text in said.texts], :-1] = said.table
    table[[row[text] for text in asked.texts], -1] = asked.table[:, asked.labels.index(SERIOUS)]
    return Examples(texts, (*said.labels, ASKED), table)


def taught(examples: Examples, chosen: Sequence[int], course: Course, first: Path | None) -> Encoder:
    """Return a reader taught from the chosen lines, its head removed: each label by itself, as a logistic regression.

    `first` is the reader it is taught on from, without one the published weights.
    """
    truth = torch.from_numpy(examples.table)
    known, truth = ~truth.isnan(), truth.nan_to_num()
    weights = torch.tensor([WEIGHED if label in {ANY, SERIOUS, ASKED} else 1.0 for label in examples.labels]) * known
    share = truth[list(chosen)].sum(0) / known[list(chosen)].sum(0)

    def loss(scores: Tensor, rows: Sequence[int]) -> Tensor:
        alone = nn.functional.binary_cross_entropy_with_logits(scores, truth[list(rows)], reduction="none")
        return (alone * weights[list(rows)]).sum(1).mean()

    model = Encoder(len(examples.labels), each_token=False)
    model.head.bias.data = torch.log(share + 1e-4) - torch.log(1 - share + 1e-4)
    if first:
        take(model, first)
    teach(model, [Text(tokens(text)[0]) for text in examples.texts], chosen, loss, course)
    model.head = nn.Identity()
    return model


if __name__ == "__main__":
    main()
