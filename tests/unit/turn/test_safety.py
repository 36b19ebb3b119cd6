"""Who is told of a serious matter, who lives it, and that both get where to take it first."""

import pytest

from app.coaching.safety import for_one_who_heard, heard, told_of
from app.domain.library import Library
from app.domain.turn import Plan, Task


@pytest.mark.parametrize(
    "line",
    [
        "One of my team told me in a skip-level that her lead touches her. What do I do?",
        "Somebody confided in me that she's afraid of her boss.",
        "My direct report says she is being harassed.",
    ],
)
def test_a_leader_who_was_told_is_known_as_one(line: str) -> None:
    assert heard(line)


@pytest.mark.parametrize(
    "line",
    [
        "My skip-level is the man who put his hand on my thigh.",
        "HR ignored my report and now he waits at my car.",
        "He told me he'll come to my work and shoot whoever I talk to.",
        "My boss told me the job is mine if I share his room.",
    ],
)
def test_somebody_it_happens_to_is_never_taken_for_a_bystander(line: str) -> None:
    assert not heard(line)


def test_whoever_was_told_gets_safety_and_routes_before_any_advice(library: Library) -> None:
    matter = library.serious_by_id["serious_harassment"]
    answer = Plan(task=Task.ASK, intent="answer", planned="Thank them and write down the date.")
    plan = for_one_who_heard(answer, told_of([matter.id], "She told me in a skip-level.", library), library)
    said = plan.planned
    assert said.startswith(matter.safety)
    assert said.index(matter.routes[0].name) < said.index(answer.planned)
    assert plan.serious
    assert plan.prompt == ""
