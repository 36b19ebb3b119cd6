"""What engines have said and taken so far, out of the stored replies."""

from collections.abc import Iterable

from app.domain.base import Value
from app.domain.conversation import Message


class Spent(Value):
    """One engine so far: replies it was asked for, those shown in its words, and tokens as it counted them."""

    engine: str
    asked: int = 0
    said: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def cost(self, price_in: float, price_out: float) -> float:
        """Return the cost in the unit of the prices, which are for a million tokens."""
        return (self.tokens_in * price_in + self.tokens_out * price_out) / 1_000_000


def spent(messages: Iterable[Message]) -> list[Spent]:
    """Return one entry for each engine that was asked, the most used first; the playbook takes nothing."""
    found: dict[str, Spent] = {}
    for message in messages:
        told = message.provenance
        if told is None or told.engine == "playbook":
            continue
        before = found.get(told.engine, Spent(engine=told.engine))
        found[told.engine] = Spent(
            engine=told.engine,
            asked=before.asked + 1,
            said=before.said + (told.said_by == "engine"),
            tokens_in=before.tokens_in + told.tokens_in,
            tokens_out=before.tokens_out + told.tokens_out,
        )
    return sorted(found.values(), key=lambda each: (-each.asked, each.engine))
