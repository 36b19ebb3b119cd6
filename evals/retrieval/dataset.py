"""The labelled queries, and the split that keeps tuning away from reporting."""

import hashlib
from pathlib import Path
from typing import Literal

from app.domain.base import Value

HERE = Path(__file__).parent
Half = Literal["dev", "report"]
ANSWERS, HELPS = 3, 1
"""Grades: gains as in 2^r - 1 for r = 2 and 1."""


class Query(Value):
    """A person's words and the cards that answer them: grade 3 answers the need, grade 1 helps with it."""

    text: str
    cards: dict[str, int]
    before: str = ""
    """What the person asked just before, for a follow-up."""

    @property
    def half(self) -> Half:
        """Which half the query belongs to; decided by its own words, so it never moves."""
        return half_of(f"{self.before} {self.text}".strip())


def half_of(text: str) -> Half:
    """Return the half a text belongs to."""
    return "dev" if hashlib.sha256(text.encode()).digest()[0] % 2 == 0 else "report"


def rows(path: Path) -> list[list[str]]:
    """Return the cells of a tab-separated file; empty lines and lines starting with # are left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def needs() -> list[Query]:
    """Return the queries that stand alone."""
    return [Query(text=text, cards=graded(cards)) for text, *cards in rows(HERE / "needs.tsv")]


def forum() -> list[Query]:
    """Return the second writer's queries, in the manner of forums; no wording was added for any of them."""
    return [Query(text=text, cards=graded(cards)) for text, *cards in rows(HERE / "forum.tsv")]


def letters(half: Half) -> list[Query]:
    """Return the employees' needs of one half, each in the middle of a letter of about a hundred words."""
    short = [query for query in needs() if query.half == half and 8 <= len(query.text.split()) < 30]
    mine = [query for query in short if not any(card.startswith(("leader-", "middle-")) for card in query.cards)]
    around = rows(HERE / "backgrounds.tsv")
    return [
        query.model_copy(update={"text": f"{before} {query.text.rstrip('. ')}{_stop(query.text)} {after}".strip()})
        for i, query in enumerate(mine)
        for before, after in [around[i % len(around)]]
    ]


def _stop(text: str) -> str:
    return "" if text[-1:] in "?!" else "."


def follow_ups() -> list[Query]:
    """Return the queries that lean on the one before."""
    return [
        Query(before=before, text=text, cards=graded(cards)) for before, text, *cards in rows(HERE / "follow_ups.tsv")
    ]


def graded(cards: list[str]) -> dict[str, int]:
    """Return the grade of each card as it is written in the files."""
    return {card.removesuffix("~"): HELPS if card.endswith("~") else ANSWERS for card in cards}
