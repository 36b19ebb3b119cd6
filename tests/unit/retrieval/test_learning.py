"""What likeness learns: wordings find their own card more often, and a missing or broken map costs nothing else."""

from pathlib import Path

import numpy as np
import pytest

from app.retrieval.learning import learn, read_map, write_map
from app.retrieval.likeness import Likeness
from app.retrieval.splitting import Passage

CARDS, WORDINGS, SIZE = 12, 6, 16


def task() -> tuple[list[Passage], "np.ndarray[tuple[int, int], np.dtype[np.float32]]"]:
    """Cards told apart by four directions that are drowned in twelve louder ones; the rest is noise."""
    draw = np.random.default_rng(3)
    middles = draw.normal(size=(CARDS, 4))
    rows = [
        np.concatenate([m + 0.3 * draw.normal(size=4), draw.normal(size=12)]) for m in middles for _ in range(WORDINGS)
    ]
    passages = [
        Passage(id=f"{card}#{i}", card=str(card), kind="ask", text=f"{card} {i}")
        for card in range(CARDS)
        for i in range(WORDINGS)
    ]
    made = np.array(rows, dtype=np.float32)
    return passages, made / np.linalg.norm(made, axis=1, keepdims=True)


def right_first(
    passages: list[Passage], rows: "np.ndarray[tuple[int, int], np.dtype[np.float32]]", held: int, use: bool
) -> int:
    """How many of the held-back wordings find their card first; they were neither learned from nor searched."""
    kept = [i for i in range(len(rows)) if i % WORDINGS != held]
    some = [passages[i] for i in kept]
    likeness = Likeness(some, rows[kept], learn(some, rows[kept]) if use else None)
    found = [likeness.of(rows[[card * WORDINGS + held]]) for card in range(CARDS)]
    return sum(max(one, key=lambda name: one[name]) == str(card) for card, one in enumerate(found))


def test_wordings_that_were_held_back_find_their_card_more_often() -> None:
    passages, rows = task()
    plain = sum(right_first(passages, rows, held, use=False) for held in range(3))
    learned = sum(right_first(passages, rows, held, use=True) for held in range(3))
    assert learned > plain


def test_a_map_is_read_as_it_was_written(tmp_path: Path) -> None:
    learned = np.eye(8, dtype=np.float32) * 1.5
    write_map(tmp_path, "some-embedder", learned)
    assert read_map(tmp_path, "some-embedder", 8) == pytest.approx(learned)


@pytest.mark.parametrize("damage", ["missing", "garbage", "of another size", "another embedder's"])
def test_without_a_map_that_fits_likeness_does_without(tmp_path: Path, damage: str) -> None:
    if damage != "missing":
        write_map(tmp_path, "other" if damage.startswith("another") else "mine", np.eye(4, dtype=np.float32))
    if damage == "garbage":
        (tmp_path / "mine.map.npz").write_bytes(b"garbage")
    assert read_map(tmp_path, "mine", 8) is None
