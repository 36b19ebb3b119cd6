"""Reading what is asked of the coach: worries get answers, serious matters get routes."""

from typing import Literal

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


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ("The saw's guard is off again.", "Would that be a good thing to bring?"),
        ("We clock out at nine and clean until ten without pay.", "Yes or no, is it worth my twenty minutes?"),
        ("They told me to delete the e-mails before the auditors come.", 'Or is it "just housekeeping"?'),
    ],
)
@pytest.mark.parametrize("side", ["asked", "ic"])
def test_a_question_on_its_end_never_hides_what_is_told(
    detector: Detector, told: str, question: str, side: Literal["asked", "ic"]
) -> None:
    context = RiskContext(side=side)
    assert detector.check(told, RiskContext()).serious
    assert detector.check(f"{told} {question}", context).serious


@pytest.mark.parametrize(
    ("line", "matter"),
    [
        ("my lead told the whole office what my tablets are for. how do I word that", "serious_accommodation"),
        ("somebody put a note in my boot that I should mind my step on the gantry", "serious_violence"),
        ("since I gave evidence for Kim I'm left off every rota, do I bring it up", "serious_retaliation"),
    ],
)
def test_a_question_and_a_checked_line_name_the_same_matter(detector: Detector, line: str, matter: str) -> None:
    for context in (ASKED, RiskContext()):
        assert detector.check(line, context).serious[0].category == matter


@pytest.mark.parametrize(
    "line",
    [
        "The overdose alarm of the new pumps beeps too early. Would the matron care?",
        "It was a suicide mission, ice cream in January, and it worked. How do I tell it?",
        "Is it abuse of the time if I show her my tattoo designs?",
    ],
)
def test_a_word_alone_never_asserts_a_matter_where_the_line_reads_as_ordinary(detector: Detector, line: str) -> None:
    assert not [found.category for found in detector.check(line, ASKED).serious if found.certain or found.named]


def test_a_question_is_read_for_serious_matters_alone(detector: Detector) -> None:
    assert detector.check("How do I tell the director that my boss is useless?", ASKED).flags == ()


def test_a_serious_line_stays_serious_whatever_is_asked() -> None:
    line = serious()[0].risky[0]
    examples = asked_examples(
        categories(), serious(), [Ask(text=line, serious=False), Ask(text="Is it?", serious=True)]
    )
    assert examples.labels == ("any", "serious")
    for text in (line, "Is it?"):
        assert examples.table[examples.texts.index(text)].tolist() == [1, 1]


def test_only_some_ordinary_lines_are_learnt_so_that_training_stays_short() -> None:
    every = {text for category in categories() for text in category.risky}
    known = every & set(asked_examples(categories(), serious(), []).texts)
    assert 0.5 < len(known) * ONE_IN / len(every) < 1.5


@pytest.mark.parametrize(
    ("line", "matter"),
    [
        ("Không muốn sống nữa", "serious_crisis"),
        ("Mein Chef fasst mich an", "serious_harassment"),
        ("我想自杀", "serious_crisis"),
        ("Mi jefe me toca", "serious_harassment"),
    ],
)
@pytest.mark.parametrize("side", ["asked", "ic"])
def test_grave_words_in_another_language_are_certain_though_a_reader_of_english_sees_nothing_in_them(
    detector: Detector, line: str, matter: str, side: Literal["asked", "ic"]
) -> None:
    found = {finding.category: finding.certain for finding in detector.check(line, RiskContext(side=side)).serious}
    assert found.get(matter) is True
