"""Questions about a country's law: it is said plainly that it isn't known here, and who knows it."""

import pytest

from app.coaching.country_law import place_of_law, with_its_limits
from app.domain.turn import Plan, Task


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("is it legal in spain to skip my boss", "the law of Spain"),
        ("does French labour law let her ask that", "French law"),
        ("am I obliged to go, in the UK?", "the law of the UK"),
        ("what does the law say in New Zealand", "the law of New Zealand"),
        ("our team in Poland is new, how do I start", ""),
        ("is it against the law to say no", ""),
        ("my German colleague asked me to come", ""),
    ],
)
def test_the_country_whose_law_is_asked_about_is_named(line: str, place: str) -> None:
    assert place_of_law(line) == place


def test_what_is_not_known_comes_first_and_only_an_answer_that_fits_follows() -> None:
    answer = Plan(task=Task.ASK, intent="answer from recording-the-meeting", planned="No recording.", prompt="ask")
    line = "may I record it under Dutch law?"
    fits, off = with_its_limits(answer, line, "ic", 0.9), with_its_limits(answer, line, "leader", 0.4)
    belief = with_its_limits(answer.model_copy(update={"intent": "correct a belief, from it"}), line, "ic", 0.9)
    for plan in (fits, off, belief):
        assert plan.planned.startswith("I don't know Dutch law")
        assert "employment lawyer" in plan.planned
        assert plan.prompt == ""
    assert fits.planned.endswith("No recording.")
    assert "No recording." not in off.planned + belief.planned
    assert with_its_limits(answer, "may I record it?", "ic", 0.9) == answer
