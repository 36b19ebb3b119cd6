"""Names stay home from a hosted embeddings endpoint too."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.domain.ports import Embedder, StandIns

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray


class WithoutNames:
    """Replaces names in every text before an embedder elsewhere gets it. Nothing has to be put back: it answers in numbers."""

    def __init__(self, inner: Embedder, stand_ins: Callable[[], StandIns]) -> None:
        """`stand_ins` makes a fresh set of stand-ins for one text."""
        self.inner = inner
        self.spec = inner.spec
        self._stand_ins = stand_ins

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self.inner.dimensions

    def queries(self, texts: Sequence[str]) -> "NDArray[float32]":
        """Return one unit row a text, shape (len(texts), dimensions); errors as the inner embedder's."""
        return self.inner.queries([self._hidden(text) for text in texts])

    def passages(self, texts: Sequence[str]) -> "NDArray[float32]":
        """Return one unit row a text, shape (len(texts), dimensions); errors as the inner embedder's."""
        return self.inner.passages([self._hidden(text) for text in texts])

    def _hidden(self, text: str) -> str:
        stand_ins = self._stand_ins()
        stand_ins.learn([text])
        return stand_ins.hide(text)
