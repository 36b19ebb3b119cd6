"""The vectors that go with the content: used when they fit, ignored when damaged, never a user's words."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from app.retrieval.embeddings import HashingEmbedder
from app.retrieval.vector_cache import CachedEmbedder, write_shipped

TEXTS = ["how to ask", "how to thank"]


class Counting(HashingEmbedder):
    def __init__(self, spec: str = "hashing-16") -> None:
        super().__init__(16)
        self.spec = spec
        self.asked: list[str] = []

    def passages(self, texts: Sequence[str]):  # type: ignore[no-untyped-def]
        self.asked += texts
        return super().passages(texts)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    write_shipped(tmp_path / "shipped", CachedEmbedder(Counting(), tmp_path / "shipped"), TEXTS)
    return tmp_path / "shipped"


def test_shipped_vectors_are_used_and_are_near_enough(shipped: Path) -> None:
    inner = Counting()
    rows = CachedEmbedder(inner, shipped).passages(TEXTS)
    assert inner.asked == []
    assert rows == pytest.approx(HashingEmbedder(16).passages(TEXTS), abs=1e-3)


def test_the_shipped_cache_can_be_read_by_whoever_runs_the_app(shipped: Path) -> None:
    assert (shipped / "hashing-16.npz").stat().st_mode & 0o044 == 0o044


def test_only_what_is_new_is_computed_and_it_is_remembered(shipped: Path, tmp_path: Path) -> None:
    CachedEmbedder(Counting(), shipped, tmp_path / "own").content([*TEXTS, "how to close"])
    inner = Counting()
    CachedEmbedder(inner, shipped, tmp_path / "own").content([*TEXTS, "how to close", "how to open"])
    assert inner.asked == ["how to open"]


def test_another_embedders_vectors_are_not_mistaken_for_ones_own(shipped: Path) -> None:
    inner = Counting("other-16")
    CachedEmbedder(inner, shipped).passages(TEXTS)
    assert inner.asked == TEXTS


@pytest.mark.parametrize("damage", ["empty", "garbage", "cut short", "wrong keys", "wrong shape", "pickled"])
def test_a_damaged_cache_costs_time_and_nothing_else(shipped: Path, damage: str) -> None:
    file = shipped / "hashing-16.npz"
    whole = file.read_bytes()
    if damage == "wrong keys":
        np.savez(file, other=np.zeros(3))
    elif damage == "wrong shape":
        np.savez(file, keys=np.zeros((3, 16), dtype=np.uint8), rows=np.zeros((2, 16), dtype=np.float16))
    elif damage == "pickled":
        np.savez(file, keys=np.array([{}], dtype=object), rows=np.zeros((1, 16), dtype=np.float16))
    else:
        file.write_bytes({"empty": b"", "garbage": b"\x00garbage" * 99, "cut short": whole[: len(whole) // 2]}[damage])
    inner = Counting()
    rows = CachedEmbedder(inner, shipped).passages(TEXTS)
    assert inner.asked == TEXTS
    assert rows == pytest.approx(HashingEmbedder(16).passages(TEXTS), abs=1e-3)


def test_vectors_of_another_length_are_not_used(shipped: Path) -> None:
    longer = HashingEmbedder(32)
    longer.spec = "hashing-16"
    rows = CachedEmbedder(longer, shipped).passages(TEXTS)
    assert rows == pytest.approx(longer.passages(TEXTS))


def test_what_a_user_writes_is_never_written_down(shipped: Path, tmp_path: Path) -> None:
    cached = CachedEmbedder(Counting(), shipped, tmp_path / "own")
    cached.queries(["my manager does not know"])
    cached.passages(["my manager does not know"])
    cached.keep()
    assert not (tmp_path / "own").exists()


def test_the_shipped_cache_holds_the_content_and_nothing_older(shipped: Path) -> None:
    cached = CachedEmbedder(Counting(), shipped)
    assert write_shipped(shipped, cached, ["how to close"]) == 1
    inner = Counting()
    CachedEmbedder(inner, shipped).passages(["how to close", *TEXTS])
    assert inner.asked == TEXTS
