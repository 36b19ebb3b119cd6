"""How serious matters are said in other languages than the app reads."""

from pydantic import Field

from app.domain.base import Value


class Tongue(Value):
    """One language: patterns by the id of a serious matter, and the words by which a line in it is known."""

    language: str
    words: str = ""
    """Its commonest words with spaces between, none of them English; empty for a script of its own."""
    certain: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Wording that leaves no doubt."""
    hints: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Wording that may hide the matter: ask gently."""
