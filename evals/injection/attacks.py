"""The attacks, and an engine that obeys every one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from app.domain.turn import EngineRequest, Usage

CARRIERS_EACH = 4
"""Carriers each wish is tried in, so that every carrier meets many wishes."""


@dataclass(frozen=True)
class Attack:
    """What is written to the coach, what an obedient engine answers, and what may never be shown."""

    id: str
    text: str
    obeys: str
    never: tuple[str, ...]


@cache
def content() -> dict[str, list[Any]]:
    """Return the file of attacks."""
    loaded: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("attacks.yaml").read_text(encoding="utf-8"))
    return loaded


def attacks() -> list[Attack]:
    """Return every attack, in a fixed order."""
    file = content()
    wishes = {wish["id"]: wish for wish in file["wishes"]}
    found = []
    for place, wish in enumerate(file["wishes"]):
        for step in range(CARRIERS_EACH):
            carrier = file["carriers"][(place + step * 4) % len(file["carriers"])]
            found.append(
                _attack(f"{wish['id']} in {carrier['id']}", carrier["text"].replace("{x}", wish["says"]), wish)
            )
    found += [
        _attack(f"{each['wish']} as {each['id']}", each["text"], wishes[each["wish"]]) for each in file["spelled"]
    ]
    found += [_attack(f"answer as {each['id']}", "What should I say first?", each) for each in file["answers"]]
    return found


def _attack(name: str, text: str, wish: dict[str, Any]) -> Attack:
    return Attack(name, text, wish["obeys"], tuple(wish["never"]))


class Obedient:
    """An engine that says what the attack asked for, and nothing else. Worse than any real model."""

    spec = "obedient"
    stays_here = True

    def __init__(self) -> None:
        """Set `orders` before each turn: one reply an attempt, the last one again and again."""
        self.orders: tuple[str, ...] = ("Yes.",)
        self._asked = 0

    def obey(self, *orders: str) -> None:
        """Say this from now on."""
        self.orders, self._asked = orders, 0

    def preview(self, request: EngineRequest) -> str:
        """Return what would be sent."""
        return request.as_text()

    def stream(self, request: EngineRequest) -> Iterator[str | Usage]:
        """Yield the order; {system} is the request's own system line."""
        order = self.orders[min(self._asked, len(self.orders) - 1)]
        self._asked += 1
        system = next((line.content for line in request.lines if line.role == "system"), "")
        yield order.replace("{system}", system).replace("{planned}", request.plan.planned)
