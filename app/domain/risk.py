"""What could travel back, and what must never be silenced."""

from typing import Literal

from pydantic import Field

from app.domain.base import Value

SEVERITY = {1: "clumsy", 2: "could jar", 3: "may travel", 4: "will travel", 5: "could cost you"}
"""A word for each severity, so that neither colour nor a figure is ever the only sign."""


FORWARD_SEVERITY = 3
"""From this severity on, a line would not survive being forwarded to the manager."""


LONGEST_TEXT = 100_000
"""Characters of one text that are read; where it is typed, a longer one is refused, and none is read in part."""


class Route(Value):
    """A place to take a serious matter. `note` says when it fits and what to check locally."""

    name: str
    note: str


class RiskCategory(Value):
    """An ordinary risk: something to word better. Severity runs from 1 (clumsy) to 5 (can end a job)."""

    id: str
    name: str
    severity: int = Field(ge=1, le=5)
    side: str = "ic"
    """`ic` lines are checked for the employee, `leader` lines when the user plays the leader."""
    why: str
    legitimate_when: str
    reframe: str
    """How to say it better, in a sentence."""
    templates: tuple[str, ...] = ()
    """Better lines with slots: {manager} {thing} {colleague} {leader}. At least one has no slot."""
    sources: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    risky: tuple[str, ...] = ()
    safe: tuple[str, ...] = ()


class SeriousMatter(Value):
    """A matter that gets acknowledgement, a safety check, routes and honest limits; never a reframe."""

    id: str
    name: str
    severity: int = Field(ge=4, le=5)
    acknowledge: str
    safety: str
    now: tuple[str, ...]
    """What to do now, in order: note facts, who may help."""
    routes: tuple[Route, ...] = Field(min_length=2)
    confidentiality: str
    rights: str = ""
    ask_gently: str = ""
    """One kind question for when mild words may hide this matter."""
    sources: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    """Wording that leaves no doubt."""
    abroad: tuple[str, ...] = ()
    """Those of the patterns that are in other languages, which no reader of English can weigh."""
    hints: tuple[str, ...] = ()
    """Mild wording that may hide this matter: ask gently."""
    risky: tuple[str, ...] = ()
    safe: tuple[str, ...] = ()


class RiskFlag(Value):
    """One risky span of a text: `text[start:end]` is `phrase`."""

    category: str
    name: str
    severity: int = Field(ge=1, le=5)
    start: int
    end: int
    phrase: str
    reason: str
    legitimate_when: str = ""
    say_instead: str = ""
    sources: tuple[str, ...] = ()
    softened: str = ""
    """Why context lowered it, e.g. "your manager suggested it"; empty when nothing did."""

    @property
    def heavy(self) -> bool:
        """Say whether a letter or line with it would not survive being forwarded to the manager."""
        return self.severity >= FORWARD_SEVERITY


class SeriousFinding(Value):
    """A serious matter found in a text. `certain` is false when mild words may hide it: ask gently, offer routes anyway."""

    category: str
    name: str
    start: int
    end: int
    routes: tuple[Route, ...]
    certain: bool = True
    named: bool = True
    """False when the words seem grave and it is a guess of which kind: ask in general, and break nothing off."""


class RiskReport(Value):
    """All that was found in one text."""

    text: str
    flags: tuple[RiskFlag, ...] = ()
    serious: tuple[SeriousFinding, ...] = ()
    forward_safe: bool = True
    deciding: str = ""
    """The phrase that decides the forwarded-to-my-manager verdict; empty when it would survive."""


class RiskContext(Value):
    """What is known around a text. `previous` is the line it answers; `side` is who is speaking, and to whom.

    "asked" is a question put to the coach: it is read for serious matters alone.
    """

    previous: str = ""
    names: tuple[str, ...] = ()
    boss: str = ""
    leader: str = ""
    side: Literal["ic", "leader", "asked"] = "ic"
