"""What every embedder keeps to: a unit row a text, the same for the same text, nearer for nearer words."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from app.domain.errors import EngineUnavailable
from app.domain.ports import Embedder
from app.retrieval.embeddings import EndpointEmbedder, HashingEmbedder, choose_embedder
from app.retrieval.vector_cache import CachedEmbedder
from tests.stubs.openai_server import OpenAIStub

TEXTS = ["How do I ask for the meeting?", "asking for a meeting", "会議 👩🏽‍💻", "so " * 7_000]


@pytest.fixture
def stub() -> Iterator[OpenAIStub]:
    with OpenAIStub() as server:
        yield server


@pytest.fixture(params=["hashing", "endpoint", "cached", "e5"])
def any_embedder(request: pytest.FixtureRequest, stub: OpenAIStub, hashing: CachedEmbedder) -> Embedder:
    if request.param == "e5":
        return request.getfixturevalue("embedder").inner  # type: ignore[no-any-return]
    if request.param == "endpoint":
        return EndpointEmbedder("some/model:latest", stub.url, "key")
    return hashing if request.param == "cached" else HashingEmbedder(128)


def test_a_unit_row_a_text(any_embedder: Embedder) -> None:
    for texts, rows in ((TEXTS[:3], any_embedder.queries(TEXTS[:3])), (TEXTS, any_embedder.passages(TEXTS))):
        assert rows.shape == (len(texts), any_embedder.dimensions)
        assert rows.dtype == np.float32
        assert np.linalg.norm(rows, axis=1) == pytest.approx(1.0, abs=0.01)


def test_no_texts_give_no_rows(any_embedder: Embedder) -> None:
    assert any_embedder.queries([]).shape == (0, any_embedder.dimensions)
    assert any_embedder.passages([]).shape == (0, any_embedder.dimensions)


def test_the_same_text_gives_the_same_row(any_embedder: Embedder) -> None:
    first = any_embedder.passages(TEXTS[:2])
    alone = np.vstack([any_embedder.passages([text]) for text in TEXTS[:2]])
    assert first == pytest.approx(alone, abs=1e-3)


def test_an_empty_text_breaks_nothing(any_embedder: Embedder) -> None:
    assert np.isfinite(any_embedder.passages(["", " "])).all()


def test_threads_get_what_one_would(any_embedder: Embedder) -> None:
    expected = any_embedder.passages(TEXTS[:2])
    with ThreadPoolExecutor(4) as pool:
        for rows in pool.map(lambda _: any_embedder.passages(TEXTS[:2]), range(4)):
            assert rows == pytest.approx(expected, abs=1e-3)


def test_its_name_can_stand_in_a_file_name(any_embedder: Embedder) -> None:
    assert set(any_embedder.spec) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")


@pytest.mark.parametrize("kind", ["hashing", "e5"])
def test_nearer_words_are_nearer(request: pytest.FixtureRequest, kind: str) -> None:
    chosen = HashingEmbedder() if kind == "hashing" else request.getfixturevalue("embedder").inner
    (query,) = chosen.queries(["asking for the meeting"])
    near, far = chosen.passages(["how to go about asking for the meeting", "our office plants died in the heat"])
    assert query @ near > query @ far


def test_an_endpoint_that_does_not_answer_is_said(stub: OpenAIStub) -> None:
    with OpenAIStub() as gone:
        pass
    with pytest.raises(EngineUnavailable, match="embeddings endpoint"):
        EndpointEmbedder("m", gone.url, "key", timeout=1).queries(["hello"])


@pytest.mark.parametrize(
    ("kind", "model", "expected"), [("hashing", "", "hashing-384"), ("endpoint", "m", "endpoint-m")]
)
def test_the_embedder_asked_for_is_the_one_given(stub: OpenAIStub, kind: str, model: str, expected: str) -> None:
    assert choose_embedder(kind, model=model, base_url=stub.url).spec == expected
