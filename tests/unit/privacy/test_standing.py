"""Names in small letters that are words too are hidden where they stand as names, and stay where they are words."""

import pytest

from app.language.spacy_english import SpacyEnglish
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import Pseudonyms
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def finder(english: SpacyEnglish) -> NameFinder:
    return NameFinder(english, ROOT / "knowledge")


@pytest.mark.parametrize(
    ("line", "secrets"),
    [
        ("my boss bill green told me no", "bill green"),
        ("boss is rich young, PTO denied", "rich young"),
        ("hope young is my boss", "hope young"),
        ("my manager will brown never replies", "will brown"),
        ("my boss may chen wants numbers by Friday", "may chen"),
        ("the boss, will, and the skip, may, agree", "will may"),
        ("my boss's name is will", "will"),
        ("boss: art walker; vp: faith hall", "art walker faith hall"),
        ("mark woods said no", "mark woods"),
        ("will told me to wait", "will"),
        ("i asked hope about it", "hope"),
        ("i told will about it and will said no", "will"),
        ("my boss mark says no, can mark block it? ask mark", "mark"),
        ("can bill fire me", "bill"),
        ("1:1 w/ hope young on Monday", "hope young"),
        ("cc: bill, rose, mark", "bill rose mark"),
        ("ask bill/rose for it", "bill rose"),
        ("the mark-bill quarrel", "mark bill"),
        ("hope's plan is bad, bill's is worse", "hope bill"),
        ("mrs young and mr bill said no", "young bill"),
        ("MY BOSS HOPE YOUNG SAID NO TO ME", "HOPE YOUNG"),
        ("My boss rich Young says no", "rich Young"),
        ("talk to nguyen van minh about the Q3 plan", "nguyen minh"),
        ("jan van der berg told me no", "jan berg"),
        ("my boss hope van buren told HR", "hope buren"),
        ("ines dos santos leads QA", "ines santos"),
        ("my boss priya nair told HR", "priya nair"),
        ("thandiwe nkosi and sipho dlamini told HR", "thandiwe nkosi sipho dlamini"),
        ("blessing adeyemi is my manager. She is kind", "blessing adeyemi"),
        ("I work at initech and HR is slow", "initech"),
        ("IBAN DE89 3704 0044 0532 0130 00 please", "DE89 3704 0130"),
        ("iban gb29 nwbk 6016 1331 9268 19", "gb29 nwbk 6016 9268"),
        ("card 4111 1111 1111 1111", "4111 1111"),
        ("my staff number is 88231, ext 4432", "88231 4432"),
        ("employee no A-48213", "48213"),
    ],
)
def test_a_name_in_small_letters_does_not_leave(finder: NameFinder, line: str, secrets: str) -> None:
    stand_ins = Pseudonyms((), finder=finder)
    stand_ins.learn([line])
    hidden = stand_ins.hide(line)
    assert [secret for secret in secrets.split() if secret in hidden.replace("-", " ").split()] == []
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize(
    "line",
    [
        "i hope my boss will listen",
        "mark my words, my boss is wrong",
        "will you help me with my boss",
        "hi, will this help? may i ask",
        "my boss may bill me and will mark it late",
        "my boss is frank with me",
        "my boss is rich and young",
        "my boss rose to the top and prices rose fast",
        "my manager is just sharp",
        "my boss will not listen, my manager may be leaving",
        "ask rich questions, ask young people",
        "a rich discussion with young people",
        "hope is not a plan, hope this helps",
        "does hope matter, can hope help",
        "bill me for it, grant me access, chase him up",
        "long story short",
        "women and black colleagues get less",
        "we cut 48213 errors to 120, badge of honour, room 4432",
    ],
)
def test_a_word_in_small_letters_stays(finder: NameFinder, line: str) -> None:
    stand_ins = Pseudonyms((), finder=finder)
    stand_ins.learn([line])
    assert stand_ins.hide(line) == line
