"""Likeness: what sets cards apart counts, and a card is more than its nearest passage."""

import numpy as np

from app.retrieval.likeness import Likeness
from app.retrieval.splitting import Passage


def passages(*cards: str) -> list[Passage]:
    return [Passage(id=f"{card}#{i}", card=card, kind="ask", text=str(i)) for i, card in enumerate(cards)]


def rows(*vectors: tuple[float, ...]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    made = np.array(vectors, dtype=np.float32)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


def test_the_card_that_points_the_same_way_is_most_like() -> None:
    likeness = Likeness(passages("a", "a", "b", "b"), rows((1, 0, 0.1), (1, 0.1, 0), (0, 1, 0.1), (0.1, 1, 0)))
    found = likeness.of(rows((1, 0.2, 0)))
    assert found["a"] > found["b"]


def test_a_direction_along_which_every_card_varies_counts_less() -> None:
    # The third axis only tells long wordings from short ones; the first two tell the cards apart.
    likeness = Likeness(passages("a", "a", "b", "b"), rows((1, 0, 2.0), (1, 0, -2.0), (0, 1, 2.0), (0, 1, -2.0)))
    found = likeness.of(rows((0.6, 0.2, -2.0)))
    assert found["a"] > found["b"]


def test_three_near_passages_beat_one_lucky_one() -> None:
    likeness = Likeness(
        passages("one", "one", "one", "three", "three", "three", "far"),
        rows((1, 0.1, 0), (-1, 1, 0), (-1, -1, 0), (1, 0.3, 0), (1, -0.3, 0), (0.9, 0.3, 0), (0, 0, 1)),
    )
    found = likeness.of(rows((1, 0, 0)))
    assert found["three"] > found["one"] > found["far"]


def test_every_card_is_scored() -> None:
    likeness = Likeness(passages("a", "b"), rows((1, 0, 0), (0, 1, 0)))
    assert set(likeness.of(rows((1, 0, 0)))) == {"a", "b"}


def test_a_single_passage_is_no_fault() -> None:
    found = Likeness(passages("a"), rows((1, 0, 0))).of(rows((1, 0, 0)))
    assert np.isfinite(found["a"])
