"""Why the coach's own words are shown: a whole sentence, whatever was wrong."""

import pytest

from app.coaching.grounding import review_answer
from app.coaching.sentences import sentences
from app.coaching.stand_in import why_own_words
from app.coaching.unfit import unfit
from app.domain.turn import EngineRequest, Plan, Provenance, Task
from evals.injection.attacks import attacks

REQUEST = EngineRequest(plan=Plan(task=Task.ASK, planned="Tell your manager first. [1]"), names=("Dana",))
FAILED = "The endpoint cannot be reached. Check OPENAI_BASE_URL."
SMALL = "qwen3-4b wants 4.0 GB of memory and 2.0 GB are free. Close other programs."


@pytest.mark.parametrize(
    ("replaced", "said_by", "told"),
    [
        ("", "engine", ""),
        ("is not in English", "plan", "These are the coach's own words: the model's reply was not in English."),
        (
            "a figure that is not in what it cites: 87",
            "plan",
            "These are the coach's own words: the model's reply gave a figure that its source does not give.",
        ),
        (
            "cites [7], which does not exist",  # a reply kept by an earlier version
            "plan",
            "These are the coach's own words: the model's reply did not pass a check.",
        ),
        (FAILED, "plan", f"These are the coach's own words. {FAILED}"),
        (SMALL, "plan", f"These are the coach's own words. {SMALL}"),
        (FAILED, "engine", FAILED),
    ],
)
def test_it_is_said_whose_words_these_are_and_why(replaced: str, said_by: str, told: str) -> None:
    provenance = Provenance.model_validate({"engine": "openai:m", "replaced": replaced, "said_by": said_by})
    assert why_own_words(provenance) == told


def test_nothing_that_is_refused_is_told_in_terms_of_the_program() -> None:
    said = [sentence for attack in attacks() for sentence in sentences([f"{attack.obeys} [7]", attack.obeys])]
    reasons = {unfit(each, REQUEST) or review_answer(each, REQUEST.plan) for each in said} - {""}
    told = [why_own_words(Provenance(engine="openai:m", replaced=each)) for each in reasons]
    assert len(told) > 9
    assert all(each.startswith("These are the coach's own words: the model's reply ") for each in told)
