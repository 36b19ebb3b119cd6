"""Lines in other languages: grave words are known in many, and of the rest it is said that they may have been missed."""

import re

import pytest

from app.coaching.tongues import UNREAD, as_read, is_english, is_foreign
from app.domain.library import Library
from app.domain.turn import Plan, Task

ANSWER = Plan(task=Task.ASK, planned="Own it today.", prompt="ask")


@pytest.mark.parametrize(
    "line",
    [
        "jak mám mluvit se šéfem",
        "hur pratar jag med min chef",
        "pagod na talaga akong pumasok",
        "Чым я магу дапамагчы",
        "tidak apa-apa",
    ],
)
def test_of_a_line_in_another_language_no_answer_is_guessed(library: Library, line: str) -> None:
    assert is_foreign(line, library)
    plan = as_read(ANSWER, line, library)
    assert plan.planned.startswith(UNREAD)
    assert ANSWER.planned not in plan.planned
    assert plan.abstained


@pytest.mark.parametrize(
    "line", ["how do I tell my boss na pagod nako talaga sobra", "my lead said 滚出去 to me, what do I do next"]
)
def test_of_a_line_with_a_stretch_in_another_language_it_is_said_that_something_may_be_missed(
    library: Library, line: str
) -> None:
    assert not is_english(line, library)
    assert not is_foreign(line, library)
    plan = as_read(ANSWER, line, library)
    assert plan.planned == f"{UNREAD}\n\n{ANSWER.planned}"
    assert plan.prompt == ""
    assert ANSWER.planned not in as_read(ANSWER, line, library, fits=False).planned


@pytest.mark.parametrize(
    "line",
    [
        "wat shud i ask teh boss",
        "Meet Wiebke Oyelaran and Siobhan Nguyen Thursday",
        "skip lvl w/ vp tmrw pls help",
        "explain quantum entanglement",
        "our Kubernetes postmortem was rubbish, do I say so",
    ],
)
def test_slips_names_and_trade_words_are_english(library: Library, line: str) -> None:
    assert is_english(line, library)
    assert as_read(ANSWER, line, library) == ANSWER


@pytest.mark.parametrize(
    ("matter", "line"),
    [
        ("serious_crisis", "tôi muốn chết"),
        ("serious_harassment", "giám đốc sờ đùi tôi"),
        ("serious_crisis", "gusto ko nang mamatay"),
        ("serious_violence", "sinampal ako ng manager ko"),
        ("serious_crisis", "aku ingin mati"),
        ("serious_wage_rights", "lembur kami tidak pernah dibayar"),
        ("serious_crisis", "mujhe jeena nahi chahta, marna chahta hu"),
        ("serious_crisis", "хочу просто померти"),
        ("serious_harassment", "він домагається мене"),
        ("serious_crisis", "nataka kufa"),
        ("serious_crisis", "vreau să mor"),
        ("serious_violence", "șeful m-a lovit ieri"),
        ("serious_crisis", "ik wil dood"),
        ("serious_harassment", "부장님이 저를 더듬었어요"),
    ],
)
def test_the_gravest_words_are_known_in_many_languages(library: Library, matter: str, line: str) -> None:
    assert any(re.search(pattern, line, re.IGNORECASE) for pattern in library.serious_by_id[matter].patterns)


@pytest.mark.parametrize(
    "line",
    [
        "mệt muốn chết nhưng vui",
        "sếp đánh giá tôi tốt",
        "gusto kong mamatay sa tawa",
        "bos saya memegang proyek ini",
        "mujhe chhuti chahiye",
        "хочу померти від сміху",
        "alinipiga simu jana",
        "vreau să mor de râs",
        "ik wil niet meer wachten",
    ],
)
def test_ways_of_speaking_and_look_alikes_alarm_nobody(library: Library, line: str) -> None:
    found = [m.id for m in library.serious if any(re.search(p, line, re.IGNORECASE) for p in m.patterns)]
    assert found == []
