"""The critic: nothing invented, nothing unsupported, and no one talked out of a protected act."""

import pytest

from app.coaching.grounding import review_answer
from app.domain.turn import Citation, Plan, Task

PLAN = Plan(
    task=Task.ASK,
    planned=(
        "Tell your manager first, and say why. [1] Ask for thirty minutes. [2]\n\n"
        '- Offer two dates. [coach]\n\nYou could say: "Would Thursday at 10 suit you?" [coach]'
    ),
    citations=(
        Citation(number=1, card="tell-your-manager-first", source="A"),
        Citation(number=2, card="how-long", source="B"),
    ),
    slots={
        "passages": "[1] Tell your manager first, and say why.\n[2] In one study 85% of 40 people had kept something important back."
    },
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tell your manager before anyone else, and say why. [1]",
        "In one study 85% of 40 people kept something important back. [2]",
        "Offer two dates and let them choose. [coach]",
        'You could say: "Would Thursday at 10 suit you?" [coach]',
        "First, do this:",
        "- ",
        "You may report harassment to HR at any time. [coach]",
        "Don't wait to report a hazard. [coach]",
        "You can't be punished for reporting discrimination. [coach]",
        "Don't complain about your manager as a person; bring one pattern. [coach]",
        "Don't ask for your raise in this meeting; take it to your manager. [coach]",
    ],
)
def test_what_is_supported_may_be_shown(sentence: str) -> None:
    assert review_answer(sentence, PLAN) == ""


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Tell your manager first.", "no source"),
        ("Tell your manager first, and say why. [7]", "does not exist"),
        ("In one study 92% of 40 people had kept something important back. [2]", "92"),
        ("Tell your manager first, three in 4 people do. [1]", "4"),
        ("Eighty per cent of employees tell their manager first, and say why. [1]", "per cent"),
        ("Harvard researchers say: tell your manager first, and say why. [1]", "Harvard"),
        ("Most leaders love oysters and long walks beside harbours. [1]", "not supported"),
        ("73% of leaders say yes. [coach]", "figure"),
        ("Studies show that people like dates. [coach]", "study"),
        ('You could say: "I was promised 15 per cent." [coach]', "figure"),
    ],
)
def test_what_is_invented_or_unsupported_is_not(sentence: str, reason: str) -> None:
    assert reason in review_answer(sentence, PLAN)


@pytest.mark.parametrize(
    "sentence",
    [
        "Don't report it yet. [coach]",
        "It's best not to go to HR about this. [coach]",
        "You shouldn't discuss your wages with colleagues. [1]",
        "Never talk about pay with co-workers. [coach]",
        "Avoid mentioning the harassment in the meeting with her. [coach]",
        "Keep quiet about the safety problem until after the review. [coach]",
        "Think twice before you organise a petition. [coach]",
        "Wait a month before you report it. [coach]",
        "Don’t go to the union with this. [coach]",
    ],
)
def test_nobody_is_talked_out_of_a_protected_act(sentence: str) -> None:
    assert review_answer(sentence, PLAN) == "discourages a protected act"
