"""Prompts as data: a body with declared slots, filled in a single pass."""

import re

from app.domain.base import Value
from app.domain.errors import ContentError

_SLOT = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class Prompt(Value):
    """One prompt file. `sha` is the SHA-256 of its body; `max_tokens` bounds the reply."""

    id: str
    version: int
    slots: tuple[str, ...]
    body: str
    sha: str
    max_tokens: int = 400
    temperature: float = 0.4
    history_tokens: int = 250
    """How much of what was said before goes with it."""
    tries: int = 2
    """How often an engine is asked when its words fail a check."""

    def render(self, values: dict[str, str]) -> str:
        """Fill every slot once; inserted text is never scanned again, so a user cannot smuggle in a slot.

        Raises:
            ContentError: a declared slot has no value.
        """
        missing = [slot for slot in self.slots if slot not in values]
        if missing:
            raise ContentError([f"prompts/{self.id}.md: no value for {', '.join(missing)}"])
        return _SLOT.sub(lambda match: values[match.group(1)], self.body)

    @staticmethod
    def slots_in(body: str) -> tuple[str, ...]:
        """Return the slots a body uses, each once, in order."""
        return tuple(dict.fromkeys(_SLOT.findall(body)))
