"""Names stay home: hidden before anything leaves, back in place when the reply comes, and the rest left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.language.plain_english import PlainEnglish
from app.language.spacy_english import SpacyEnglish
from app.privacy.pseudonyms import FIRST_NAMES, Pseudonyms

NAMES = ("Marcus Oyelaran", "Zoë Çelik", "Northwind Freight", "Will")


@pytest.fixture
def stand_ins(english: SpacyEnglish) -> Pseudonyms:
    return Pseudonyms(NAMES, english)


@pytest.mark.parametrize(
    "line",
    [
        "Marcus Oyelaran said no.",
        "marcus said no, MARCUS did",
        "Marcus's plan and Oyelaran's doubts",
        "It went from Zoë to Çelik and back.",
        "Northwind Freight loses money; so does northwind freight.",
        "Ask Will before Friday.",
        "(Marcus)",
        "Marcus/Zoë",
        "“Marcus”",
    ],
)
def test_a_name_from_the_meeting_does_not_leave(stand_ins: Pseudonyms, line: str) -> None:
    hidden = stand_ins.hide(line)
    for name in ("marcus", "oyelaran", "zoë", "çelik", "northwind"):
        assert name not in hidden.lower()
    assert "Will" not in hidden
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize("line", ["Will it get back to my boss?", "I will ask.", "Who will know?"])
def test_a_word_that_is_also_a_name_is_left_where_it_is_a_word(stand_ins: Pseudonyms, line: str) -> None:
    assert stand_ins.hide(line) == line


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("Write to marcus.o+skip@northwind-freight.example today", "marcus.o+skip@northwind-freight.example"),
        ("Call +44 20 7946 0958 after lunch", "7946"),
        ("Call (020) 7946-0958 after lunch", "7946"),
        ("See https://wiki.northwind.example/x?y=1 for it", "wiki.northwind"),
        ("My boss is Ingrid Solheim.", "Solheim"),
        ("I told Priya Raman about it.", "Raman"),
    ],
)
def test_what_nobody_listed_is_found_by_reading(stand_ins: Pseudonyms, line: str, secret: str) -> None:
    hidden = stand_ins.hide(line)
    assert secret not in hidden
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize("line", ["Ask for 30 minutes on 3 March.", "We cut it from 240 to 12 errors in 2025.", ""])
def test_figures_and_plain_words_are_left_alone(stand_ins: Pseudonyms, line: str) -> None:
    assert stand_ins.hide(line) == line


def test_the_same_name_always_gets_the_same_stand_in(stand_ins: Pseudonyms) -> None:
    first, second = stand_ins.hide("Ask Marcus."), stand_ins.hide("Thank Marcus.")
    assert first.split()[1] == second.split()[1]


def test_a_name_beyond_the_readers_limit_does_not_leave_either(stand_ins: Pseudonyms) -> None:
    text = "The release went out late and the team was tired. " * 140 + "\nMy boss is Ingrid Solheim."
    assert "Solheim" not in stand_ins.hide(text)
    assert stand_ins.restore(stand_ins.hide(text)) == text


def test_a_real_name_that_looks_like_a_stand_in_is_not_taken_for_one(english: SpacyEnglish) -> None:
    stand_ins = Pseudonyms(("Marcus",), english)
    line = f"Marcus told {FIRST_NAMES[0]} Adeyemi and {FIRST_NAMES[1]} left; Marcus stayed."
    assert stand_ins.restore(stand_ins.hide(line)) == line


def test_a_real_name_met_later_is_not_taken_for_an_earlier_stand_in(english: SpacyEnglish) -> None:
    stand_ins = Pseudonyms(("Marcus",), english)
    first = stand_ins.hide("Marcus told me.")
    later = f"Then {FIRST_NAMES[0]} said the same."
    assert stand_ins.restore(first) == "Marcus told me."
    assert stand_ins.restore(stand_ins.hide(later)) == later


def test_the_surname_beside_a_known_first_name_does_not_leave(english: SpacyEnglish) -> None:
    stand_ins = Pseudonyms(("Marcus",), english)
    line = "My boss is Marcus Oyelaran."
    assert "Oyelaran" not in stand_ins.hide(line)
    assert stand_ins.restore(stand_ins.hide(line)) == line


def test_the_small_words_of_a_name_are_left_in_the_text(english: SpacyEnglish) -> None:
    stand_ins = Pseudonyms(("The Bank of Ostmark", "Ana de la Cruz"), english)
    hidden = stand_ins.hide("The rest of the team heard it from Cruz of the bank.")
    assert hidden.startswith("The rest of the team")
    assert "Cruz" not in hidden


def test_two_spellings_come_back_as_they_were(stand_ins: Pseudonyms) -> None:
    line = "MARCUS wrote; Marcus spoke; marcus left."
    assert stand_ins.restore(stand_ins.hide(line)) == line


def test_more_people_than_there_are_stand_in_names(english: SpacyEnglish) -> None:
    names = tuple(f"Qx{chr(97 + a)}{chr(97 + b)}" for a in range(6) for b in range(6))
    stand_ins = Pseudonyms(names, english)
    line = ", ".join(names)
    hidden = stand_ins.hide(line)
    assert not any(name in hidden for name in names)
    assert stand_ins.restore(hidden) == line


SECRETS = ("Marcus Oyelaran", "Northwind Freight", "Zoë")
WORDS = st.lists(st.sampled_from([*SECRETS, "Marcus", "told", "us", "it", "is", "late,", "again.", "\n"]), max_size=14)


@settings(max_examples=60, deadline=None)
@given(words=WORDS, cuts=st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_however_it_is_cut_the_stream_restores_what_was_hidden(words: list[str], cuts: list[int]) -> None:
    stand_ins = Pseudonyms(SECRETS, PlainEnglish())
    text = " ".join(words)
    hidden = stand_ins.hide(text)
    assert not any(part in hidden for secret in SECRETS for part in secret.split())
    shown, held, at, turn = "", "", 0, 0
    while at < len(hidden):
        size = cuts[turn % len(cuts)]
        ready, held = stand_ins.restore_part(held + hidden[at : at + size])
        shown, at, turn = shown + ready, at + size, turn + 1
    assert shown + stand_ins.restore(held) == text
