"""A small model may say the plan in other words, and nothing else."""

import pytest

from app.coaching.closeness import strays
from app.domain.turn import Plan, Task

PLAN = Plan(
    task=Task.REHEARSE,
    planned="That goes through Tobias and a panel, so I can't back you. Salaries sit in four bands. What would you show them?",
    slots={"line": "Can you back my promotion this cycle?"},
)


def test_the_planned_words_do_not_stray() -> None:
    assert strays(PLAN.planned, PLAN) == ""


def test_the_plan_in_other_words_does_not_stray() -> None:
    said = "I can't back a promotion, that goes through Tobias and the panel. Salaries sit in four bands. What would you show?"
    assert strays(said, PLAN) == ""


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        (
            "Write to me about the proposal, with Tobias copied.",
            "I wrote to you about the proposal, with Tobias copied.",
        ),
        ("Do tell Tobias what we said, I get it wrong.", "I'd like to tell Tobias what we said, I get it wrong."),
        ("What did the work, as far as you can tell?", "How much did the work travel, you say?"),
        (
            "Tell Tobias you saw it. Is there a thing I could hold?",
            "Tell Tobias you saw it. Is there a thing you could hold?",
        ),
        ("The case is Tobias's to make.", "Sure, the case is Tobias's to make."),
        ('"If Nico did his job", well, I hear you.', "If Nico did his job, well, I hear you."),
        ("Right, yes, so. The app says one thing: water.", "The app says one thing: water."),
        (
            "We kept two suppliers although one would be cheaper.",
            "We kept two suppliers, but one would be cheaper.",
        ),
        (
            "I'd be wrong and you'd remember it. HR have the real figure.",
            "I'd be wrong and you'd remember it, HR have the real figure.",
        ),
    ],
)
def test_who_does_what_and_what_is_asked_stay_as_planned(planned: str, said: str) -> None:
    plan = Plan(task=Task.REHEARSE, planned=planned)
    assert strays(planned, plan) == ""
    assert strays(said, plan) != ""


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("What would you show them?", "leaves out what was planned"),
        ("Tobias and a panel, so I can't back you, in four bands. Salaries sit. What would you show them?", ""),
        (
            "That goes through Marcus and a panel, so I can't back you. Salaries sit in four bands. What would you show them?",
            "leaves out Tobias",
        ),
        (
            "That goes through Tobias and a panel, so I can't back you. Salaries sit in five bands. What would you show them?",
            "changes a number",
        ),
        (
            "That goes through Tobias and a panel, so I can back you. Salaries sit in four bands. What would you show them?",
            "turns a yes into a no",
        ),
        (
            "That goes through Tobias and a panel, so I can't back you. Salaries sit in four bands. What would you show them? "
            "Our quarterly revenue targets depend on regional stakeholders aligning customer success metrics with delivery.",
            "adds to what was planned",
        ),
        ("Can you back my promotion this cycle?", "leaves out what was planned"),
    ],
)
def test_what_strays_is_said(said: str, why: str) -> None:
    assert strays(said, PLAN).startswith(why)
    assert bool(strays(said, PLAN)) is bool(why)
