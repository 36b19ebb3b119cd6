"""What engines took: summed by engine, out of stored replies."""

from datetime import UTC, datetime

from app.coaching.spent import spent
from app.domain.conversation import Message
from app.domain.turn import Provenance

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def reply(engine: str, said_by: str = "engine", tokens: tuple[int, int] = (0, 0)) -> Message:
    told = Provenance(engine=engine, said_by=said_by, tokens_in=tokens[0], tokens_out=tokens[1])  # type: ignore[arg-type]
    return Message(id="m", session="s", role="coach", text="x", created=NOW, provenance=told)


def test_each_engine_has_its_sum_and_the_playbook_takes_nothing() -> None:
    line = Message(id="u", session="s", role="user", text="x", created=NOW)
    found = spent(
        [line, reply("playbook", "plan"), reply("a", tokens=(100, 10)), reply("b"), reply("a", "plan", (50, 5))]
    )
    assert [(each.engine, each.asked, each.said, each.tokens_in, each.tokens_out) for each in found] == [
        ("a", 2, 1, 150, 15),
        ("b", 1, 1, 0, 0),
    ]


def test_cost_is_for_a_million_tokens() -> None:
    (one,) = spent([reply("a", tokens=(2_000_000, 500_000))])
    assert one.cost(0.5, 2.0) == 2.0
