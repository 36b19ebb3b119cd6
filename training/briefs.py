"""Teach the reader of briefs from the marked ones in `knowledge/briefs/`: `python -m training.briefs`."""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor, nn

from app.domain.language import Mark
from app.language.brief_reader import TAGS, WordAt, best_tags, capitals_of, marks_of, words_of
from training.again import RATE, known, new_and_old, number_of, take, write_known
from training.encoder import Course, Encoder, Text, scored, teach, write
from training.marked import MarkedBrief, read_briefs

COURSE = Course(epochs=5, batch=16)
TYPED_LOW = 4
"""Every fourth brief is read as if it had no capitals: many people type none."""
HELD_BACK = 6
"""Every sixth text is held back where the figures are asked for."""
TAUGHT = Path(__file__).with_name("briefs_taught.npy")
"""Which briefs the reader has seen, by their numbers."""
ROOT = Path(__file__).parents[1]


def targets(brief: MarkedBrief, words: Sequence[WordAt]) -> list[int]:
    """Return the label of each word, 0 for none; a word that a mark cuts belongs to it."""
    found: list[int] = []
    last = None
    for word in words:
        mark = next((m for m in brief.marks if m.start < word.end and word.start < m.end), None)
        found.append(0 if mark is None else 1 + 2 * TAGS.index(mark.tag) + (1 if mark is last else 0))
        last = mark
    return found


def figures(briefs: Sequence[MarkedBrief], found: Sequence[tuple[Mark, ...]]) -> str:
    """Return how often whole briefs and single marks are read exactly, over all and by tag, as text."""
    right, said, true = Counter[str](), Counter[str](), Counter[str]()
    whole = 0
    for brief, marks in zip(briefs, found, strict=True):
        said_marks = {mark.model_copy(update={"sure": 1.0}) for mark in marks}
        both = said_marks & set(brief.marks)
        whole += len(both) == len(marks) == len(brief.marks)
        right.update(mark.tag for mark in both)
        said.update(mark.tag for mark in marks)
        true.update(mark.tag for mark in brief.marks)
    f1 = 2 * right.total() / max(1, said.total() + true.total())
    lines = [f"{whole} of {len(briefs)} read without a fault; F1 of marks {f1:.3f}"]
    return "\n".join(
        [
            *lines,
            *(
                f"  {tag}: F1 {2 * right[tag] / (said[tag] + true[tag]):.2f} of {true[tag]}"
                for tag in TAGS
                if true[tag]
            ),
        ]
    )


def main() -> None:
    """Teach from all briefs and write the reader, or with `--figures` from most and print what it reads in the rest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", action="store_true")
    parser.add_argument("--write", action="store_true", help="with --figures: write the reader as well")
    parser.add_argument(
        "--on", action="store_true", help="teach the reader that ships on, from the briefs it has not seen"
    )
    parser.add_argument("--epochs", type=int, default=COURSE.epochs)
    given = parser.parse_args()
    briefs = read_briefs(ROOT / "knowledge" / "briefs")
    read = [words_of(brief.kind, brief.text) for brief in briefs]
    words = [places for _, places in read]
    texts = [
        Text(ids, capitals_of(ids, places, brief.text if i % TYPED_LOW else brief.text.lower()))
        for i, (brief, (ids, places)) in enumerate(zip(briefs, read, strict=True))
    ]
    labels = [targets(brief, places) for brief, places in zip(briefs, words, strict=True)]
    order = {text: k for k, text in enumerate(dict.fromkeys(brief.text for brief in briefs))}
    held = [i for i, brief in enumerate(briefs) if given.figures and order[brief.text] % HELD_BACK == 0]
    chosen = [i for i in range(len(briefs)) if i not in set(held)]

    def loss(scores: Tensor, rows: Sequence[int]) -> Tensor:
        wanted = torch.full(scores.shape[:2], -100)
        for place, i in enumerate(rows):
            wanted[place, [word.token for word in words[i]]] = torch.tensor(labels[i])
        return nn.functional.cross_entropy(
            scores.flatten(0, 1), wanted.flatten(), ignore_index=-100, label_smoothing=0.02
        )

    folder = ROOT / "knowledge" / "readers"
    names = [f"{brief.kind}\n{brief.text}" for brief in briefs]
    seen = known(TAUGHT) if given.on else set()
    rows = new_and_old(names, chosen, seen) if given.on else chosen
    model = Encoder(1 + 2 * len(TAGS), each_token=True)
    if given.on:
        take(model, folder / "briefs.onnx")
    course = replace(COURSE, epochs=given.epochs, rate=RATE if given.on else COURSE.rate)
    teach(model, texts, rows, loss, course)
    if held:
        scores = [
            r[[w.token for w in words[i]]] for i, r in zip(held, scored(model, [texts[i] for i in held]), strict=True)
        ]
        found = [marks_of(briefs[i].text, *best_tags(r), words[i]) for i, r in zip(held, scores, strict=True)]
        print(figures([briefs[i] for i in held], found))
        if not given.write:
            return
    folder.mkdir(exist_ok=True)
    write(model, folder / "briefs.onnx", capitals=True)
    write_known(TAUGHT, seen | {number_of(names[i]) for i in chosen})


if __name__ == "__main__":
    main()
