"""A model as a judge of pairs: both orders asked, anything but a clear letter unscored."""

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import yaml

from app.domain.base import Value
from app.domain.ports import Engine
from app.domain.turn import ChatLine, EngineRequest, Plan, Task
from evals.measuring import Row

HERE = Path(__file__).parent
PROMPT = HERE / "prompt.md"
LOCKED = "1df4f461e61c798dac5bb010a4161766aff4bb7ed1577f2fc7785b40b4f8d39d"
"""SHA-256 of the prompt. Other words are another judge: measure its agreement again, then change this."""
_MARK = re.compile(r"\[/?\s*text\s+[ab][^\]]*\]", re.IGNORECASE)
_LETTER = re.compile(r"\W*\b([AB])\b\W*", re.IGNORECASE)


class Pair(Value):
    """Two texts for one situation; `better` is the one a person chose, or ours when no person has."""

    quality: str
    situation: str
    better: str
    worse: str


class Judge:
    """Asks an engine which of two texts has more of a quality."""

    def __init__(self, engine: Engine) -> None:
        """Use this engine.

        Raises:
            ValueError: the prompt is not the locked one.
        """
        self._engine = engine
        self._prompt = PROMPT.read_text(encoding="utf-8")
        if sha256(self._prompt.encode()).hexdigest() != LOCKED:
            raise ValueError("evals/judge/prompt.md changed: measure the agreement again, then lock its digest")

    def prefers_better(self, pair: Pair) -> float | None:
        """Return 1 when both orders choose `better`, 0 when both choose `worse`, None when it wavers or says neither.

        Raises:
            EngineError: the engine said nothing.
        """
        first = self._asked(pair, pair.better, pair.worse)
        second = self._asked(pair, pair.worse, pair.better)
        if (first, second) == ("A", "B"):
            return 1.0
        return 0.0 if (first, second) == ("B", "A") else None

    def rows(self, pairs: Sequence[Pair]) -> list[Row]:
        """Return one row a pair."""
        return [
            Row(id=f"{pair.quality}: {pair.better}", value=self.prefers_better(pair), wanted=pair.worse)
            for pair in pairs
        ]

    def _asked(self, pair: Pair, a: str, b: str) -> str:
        slots = {"quality": pair.quality, "situation": pair.situation, "a": a, "b": b}
        clean = {name: _MARK.sub("", text) for name, text in slots.items()}
        prompt = re.sub(r"\{\{(\w+)\}\}", lambda slot: clean[slot[1]], self._prompt)
        plan = Plan(task=Task.ASK, intent="judge", planned="")
        request = EngineRequest(
            plan=plan, lines=(ChatLine(role="user", content=prompt),), max_tokens=4, temperature=0.0
        )
        said = "".join(piece for piece in self._engine.stream(request) if isinstance(piece, str))
        letter = _LETTER.fullmatch(said.strip()) or _LETTER.match(said.strip()[:3])
        return letter[1].upper() if letter else ""


def labelled() -> list[Pair]:
    """Return the pairs a person decided."""
    return [Pair.model_validate(each) for each in yaml.safe_load((HERE / "pairs.yaml").read_text(encoding="utf-8"))]
