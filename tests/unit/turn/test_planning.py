"""What a line may lean on: people counted before, and cards that answered."""

from datetime import UTC, datetime

import pytest

from app.coaching.carried import answered_by, with_people
from app.domain.conversation import Message
from app.domain.turn import Plan, Role, Task

HOURS = "how many hours a week is that if I do 25 min twice a year"


def test_a_number_of_people_said_before_counts() -> None:
    said = ["60 people work for me", "I'm a new VP, 140 people, 11 managers. How do I start?", "and if one objects?"]
    assert with_people(HOURS, said) == f"140 people. {HOURS}"


@pytest.mark.parametrize("said", [(), ("and if one objects?",)])
def test_where_nobody_was_counted_the_line_stays_as_it_is(said: tuple[str, ...]) -> None:
    assert with_people(HOURS, said) == HOURS


def test_people_in_the_line_itself_come_first() -> None:
    line = "and for 30 people, 25 minutes each?"
    assert with_people(line, ["140 people"]) == line


def message(role: Role, plan: Plan | None = None) -> Message:
    return Message(id="m", session="s", role=role, text="x", plan=plan, created=datetime(2026, 1, 1, tzinfo=UTC))


def test_answers_are_remembered_newest_first_and_not_across_another_task() -> None:
    one, two = (Plan(task=Task.ASK, planned="So.", cards=(card,)) for card in ("how-to-ask", "no-reply"))
    thread = [message("user"), message("coach", one), message("user"), message("coach", two), message("user")]
    assert answered_by(thread) == ("no-reply", "how-to-ask")
    assert answered_by([*thread, message("coach", Plan(task=Task.EMAIL, planned="Here.")), message("user")]) == ()
    assert answered_by([message("user")]) == ()
