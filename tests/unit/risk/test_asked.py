"""Reading what is asked of the coach: worries get answers, serious matters get routes."""

import pytest

from app.bootstrap import build_detector
from app.content.library import read_library
from app.domain.risk import RiskContext
from app.risk import Detector
from app.risk.asked import ONE_IN, Ask, asked_examples
from app.settings import Settings
from tests.conftest import ROOT
from tests.unit.risk.taxonomy import categories, serious

ASKED = RiskContext(side="asked")


@pytest.fixture(scope="module")
def detector() -> Detector:
    return build_detector(Settings(content_root=ROOT), read_library(ROOT / "knowledge")[0])


@pytest.mark.parametrize(
    "worry",
    [
        "my VP put twenty five minutes called Chat in my calendar, am I getting fired?",
        "my manager said no, may I still meet his boss?",
        "what do I say if they ask me how my boss is doing?",
        "the head of our plant wants to talk to me and I feel sick about it",
        "how often should I meet the people two levels below me?",
    ],
)
def test_an_ordinary_worry_is_not_taken_for_a_serious_matter(detector: Detector, worry: str) -> None:
    assert not [finding.category for finding in detector.check(worry, ASKED).serious if finding.certain]


@pytest.mark.parametrize(
    ("line", "matter"),
    [
        ("My manager touched me again after I told him to stop.", "serious_harassment"),
        ("what do I do, he asked me to backdate the safety certificates", "serious_unlawful_request"),
        ("I don't want to live any more", "serious_crisis"),
        ("since I went to HR about him my shifts were cut", "serious_retaliation"),
    ],
)
def test_a_serious_matter_put_to_the_coach_is_found_with_its_routes(detector: Detector, line: str, matter: str) -> None:
    found = {finding.category: finding for finding in detector.check(line, ASKED).serious}
    assert found
    assert all(finding.routes for finding in found.values())
    assert matter in found or len(found) == 1


def test_a_question_is_read_for_serious_matters_alone(detector: Detector) -> None:
    assert detector.check("How do I tell the director that my boss is useless?", ASKED).flags == ()


def test_a_serious_line_stays_serious_whatever_is_asked() -> None:
    line = serious()[0].risky[0]
    examples = asked_examples(
        categories(), serious(), [Ask(text=line, serious=False), Ask(text="Is it?", serious=True)]
    )
    row = examples.table[examples.texts.index(line)]
    assert row[examples.labels.index(serious()[0].id)] == 1
    asked = examples.table[examples.texts.index("Is it?")]
    assert (asked[0], asked[examples.labels.index("serious")], asked.sum()) == (1, 1, 2)


def test_only_some_ordinary_lines_are_learnt_so_that_training_stays_short() -> None:
    every = {text for category in categories() for text in category.risky}
    known = every & set(asked_examples(categories(), serious(), []).texts)
    assert 0.5 < len(known) * ONE_IN / len(every) < 1.5
