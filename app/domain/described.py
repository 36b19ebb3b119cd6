"""A real leader as the user described them: what was read, for correction, and nothing besides."""

from typing import Literal

from app.domain.base import Value

Trait = Literal[
    "warm",
    "cool",
    "direct",
    "guarded",
    "impatient",
    "patient",
    "numbers",
    "sceptical",
    "quiet",
    "visionary",
    "courteous",
    "people",
    "scattered",
    "new",
    "argues",
]
"""How a leader comes across, in one word each; `knowledge/personas` says which persona seems so."""


class Described(Value):
    """A leader of the user's own. They borrow the voice of the persona `like`; the rest is theirs."""

    id: str = ""
    """The entry in the notebook; empty before it was kept."""
    name: str = ""
    role: str = ""
    pronoun: Literal["", "she", "he", "they"] = ""
    like: str = ""
    """The built-in persona whose moves they speak with."""
    seems: tuple[Trait, ...] = ()
    cares: tuple[str, ...] = ()
    """What they care about, in the user's nouns."""
    dislikes: tuple[str, ...] = ()
    habits: tuple[str, ...] = ()
    """What they always do, as the user put it; known habits change how the meeting runs."""
    questions: tuple[str, ...] = ()
    """Questions they like to ask, word for word."""
    names: tuple[str, ...] = ()
    """Every name found in the text, so that none leaves this machine."""

    @property
    def title(self) -> str:
        """Name and role, as far as they are known."""
        return ", ".join(part for part in (self.name, self.role) if part) or "My leader"
