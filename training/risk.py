"""Teach the reader of risk from what employees say in the taxonomy's examples: `python -m training.risk`.

One fold in five is held back from the reader. What is learnt over it then says of those lines, which neither has seen, how
sure to be of what (the scales), and how good the whole is (`evals/risk/held_back.npz`, read by `python -m evals.risk`).
With `--scales` only that second half is done.
"""

import argparse
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from app.bootstrap import build_detector, build_reader
from app.content.library import read_library
from app.language.small_model import tokens
from app.risk import features
from app.risk.detector import SIDES
from app.risk.model import RiskModel, shipped_at
from app.risk.model import write as save
from app.risk.training import ANY, FOLDS, SERIOUS, Counts, Examples, Matrix, calibrate, folds, learn
from app.settings import Settings
from evals.risk.figures import HELD_BACK, key_of
from training.minilm import Course, MiniLm, Text, teach, write

COURSE = Course(epochs=4)
APART = 0
"""The fold that is held back from the reader."""
WEIGHED = 3.0
"""How much more it counts whether a line is risky, or serious, at all, than each kind of risk."""


def main() -> None:
    """Teach the reader and find the scales."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scales", action="store_true", help="keep the reader, find the scales anew")
    parser.add_argument("--epochs", type=int, default=COURSE.epochs)
    given = parser.parse_args()
    settings = Settings()
    library, _ = read_library(settings.content_root / "knowledge")
    detector = build_detector(settings, library)
    sides = {name: detector.examples(name) for name in SIDES}
    spoken = dict(zip(sides["ic"].texts, folds_of(sides["ic"].texts).tolist(), strict=True))
    if not given.scales:
        known = [i for i, text in enumerate(sides["ic"].texts) if spoken[text] != APART]
        model = taught(sides["ic"], known, Course(given.epochs))
        write(model, settings.content_root / "knowledge" / "readers" / "risk.onnx")
    reader = build_reader(settings)
    for name, examples in sides.items():
        groups = _groups(examples.texts, spoken)
        unseen = np.array([spoken.get(text, APART) == APART for text in examples.texts])
        found, apart = held_back(examples, reader.content(examples.texts), groups, unseen)
        scale = calibrate(found, apart)
        nothing = Counts(*(np.zeros((1, 1), np.float32) for _ in range(3)))
        folder = settings.content_root / "knowledge" / "readers"
        save(shipped_at(name, folder), "", RiskModel(examples.labels, nothing, scale))  # `make lock` puts the counts in
        if name == "ic":
            np.savez_compressed(
                HELD_BACK, keys=np.array([key_of(text) for text in apart.texts]), scores=found.astype(np.float16),
                labels=np.array(examples.labels), **vars(scale),
            )  # fmt: skip


def folds_of(lines: Sequence[str]) -> "np.ndarray":
    """Return a fold in [0, FOLDS) for each line, near-duplicates together."""
    table = features.counts(lines)
    return folds(features.weighted(table, features.rarity(table))[:, features.LETTERS :])


def _groups(lines: Sequence[str], spoken: Mapping[str, int]) -> "np.ndarray":
    """Return the fold of each line: what employees say keeps the one it has."""
    own = [line for line in lines if line not in spoken]
    known = {**spoken, **(dict(zip(own, folds_of(own).tolist(), strict=True)) if own else {})}
    return np.array([known[line] for line in lines])


def held_back(
    examples: Examples, vectors: Matrix, groups: "np.ndarray", unseen: "np.ndarray"
) -> tuple[Matrix, Examples]:
    """Return the scores of all lines the reader has not seen, each by what was learnt from the other folds, and those lines."""
    found, rows = [], []
    for fold in range(FOLDS):
        inside = np.flatnonzero((groups == fold) & unseen)
        if not len(inside):
            continue
        outside = np.flatnonzero(groups != fold)
        counts = learn(vectors[outside], _some(examples, outside))
        said = features.weighted_words(features.word_counts([examples.texts[i] for i in inside]), counts.rarity)
        found.append(counts.scores(vectors[inside], said))
        rows.append(inside)
    return np.concatenate(found, axis=1), _some(examples, np.concatenate(rows))


def _some(examples: Examples, rows: "np.ndarray") -> Examples:
    return Examples(tuple(examples.texts[i] for i in rows), examples.labels, examples.table[rows])


def taught(examples: Examples, chosen: Sequence[int], course: Course) -> MiniLm:
    """Return a reader taught from the chosen lines, its head removed: each label by itself, as a logistic regression."""
    truth = torch.from_numpy(examples.table)
    weights = torch.tensor([WEIGHED if label in {ANY, SERIOUS} else 1.0 for label in examples.labels])
    share = truth[list(chosen)].mean(0)

    def loss(scores: Tensor, rows: Sequence[int]) -> Tensor:
        alone = nn.functional.binary_cross_entropy_with_logits(scores, truth[list(rows)], reduction="none")
        return (alone * weights).sum(1).mean()

    model = MiniLm(len(examples.labels), each_token=False)
    model.head.bias.data = torch.log(share + 1e-4) - torch.log(1 - share + 1e-4)
    teach(model, [Text(tokens(text)[0]) for text in examples.texts], chosen, loss, course)
    model.head = nn.Identity()
    return model


if __name__ == "__main__":
    main()
