"""Numbers and times as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.coaching.programme import is_capacity_question
from app.coaching.programme.plain_numbers import plainly
from app.coaching.programme.reading import read
from app.coaching.programme.words import answer

SAID = [
    ("Eighty-five ppl, half an hour each", "85 people, 30 minutes each"),
    ("a hundred and twenty nurses", "120 nurses"),
    ("two dozen people, three-quarters of an hour", "24 people, 45 minutes"),
    ("between 80 and 90 staff", "80-90 staff"),
    ("one or two a week", "1-2 a week"),
    ("1h30 each", "90 minutes each"),
    ("an hour and a half", "90 minutes"),
    ("nine thirty-minute slots", "9 30 minute slots"),
    ("121 people", "121 people"),
    ("1-1s with my team", "single with my team"),
    ("1.2k people", "1200 people"),
    ("9 mangers, quaterly", "9 managers, quarterly"),
    ("everyone two levels down", "everyone"),
    ("who manages them", "who manages them"),
]


@pytest.mark.parametrize(("typed", "plain"), SAID)
def test_number_words_times_and_typos(typed, plain):
    assert plainly(typed) == plain


def test_each_number_is_read_once():
    figures = read("85 people, 30 minutes plus 15 minutes of notes, quarterly, 2 hours a week, groups no")
    assert (figures.people, figures.minutes, figures.extra, figures.hours_a_week) == ((85,), (30,), 15, 2)


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text):
    assert answer(read(text))
    assert is_capacity_question(text) in {True, False}


_PART = st.sampled_from(
    "85 people|9 managers|30 minutes|quarterly|twice a year|2 hours a week|4 a week|groups of 8|0 people|0 minutes|in 0 weeks|"
    "every 0 weeks|0 times a year|10%|0% accept|15 min notes|in 8 weeks|80-90 people|30 or 45 minutes|35-hour week|"
    "doable|how long can each be|instead|1 person|0 hours a week|a million hours|groups of 0|100000000 people".split(
        "|"
    )
)


@given(st.lists(_PART, max_size=8))
def test_any_mix_of_figures_is_answered_within_its_length(parts):
    words = answer(read(", ".join(parts)))
    assert words
    assert len(words.split()) <= 190


def test_a_long_paste_is_read_only_in_part():
    assert read("85 people, 30 minutes quarterly. " + "words " * 50_000).people == (85,)
