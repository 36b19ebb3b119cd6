"""The day that follows from a time as it was said, over the ends of weeks, months and years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.coaching.due import day_of

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", TUESDAY),
        ("by end of day", TUESDAY),
        ("tomorrow morning", date(2026, 11, 25)),
        ("by Friday", date(2026, 11, 27)),
        ("by Tuesday", date(2026, 12, 1)),
        ("this Friday", date(2026, 11, 27)),
        ("next Friday", date(2026, 12, 4)),
        ("before Monday", date(2026, 11, 27)),
        ("by the end of the week", date(2026, 11, 27)),
        ("eow", date(2026, 11, 27)),
        ("next week", date(2026, 12, 4)),
        ("by next week", date(2026, 11, 30)),
        ("early next week", date(2026, 12, 1)),
        ("by the end of the month", date(2026, 11, 30)),
        ("start of next month", date(2026, 12, 1)),
        ("in two weeks", date(2026, 12, 8)),
        ("within the next few days", date(2026, 11, 27)),
        ("within 3 working days", date(2026, 11, 27)),
        ("within 24 hours", date(2026, 11, 25)),
        ("by the 12th of March", date(2027, 3, 12)),
        ("by March", date(2027, 3, 1)),
        ("3/12", date(2026, 12, 3)),
        ("12/25", date(2026, 12, 25)),
        ("by the 15th", date(2026, 12, 15)),
        ("end of the quarter", date(2026, 12, 31)),
        ("by Q1", date(2027, 1, 1)),
        ("before Christmas", date(2026, 12, 24)),
    ],
)
def test_the_day_follows_from_the_words(said, day):
    assert day_of(said, TUESDAY) == day


@pytest.mark.parametrize(
    ("said", "met", "day"),
    [
        ("by Friday", date(2026, 12, 30), date(2027, 1, 1)),
        ("next week", date(2026, 12, 31), date(2027, 1, 8)),
        ("in a month", date(2027, 1, 31), date(2027, 2, 28)),
        ("in a month", date(2028, 1, 31), date(2028, 2, 29)),
        ("29 February", date(2027, 1, 31), date(2028, 2, 29)),
        ("by the 31st", date(2027, 2, 3), date(2027, 3, 31)),
        ("end of January", date(2026, 12, 30), date(2027, 1, 31)),
        ("end of next month", date(2027, 1, 29), date(2027, 2, 28)),
        ("within 2 working days", date(2026, 11, 27), date(2026, 12, 1)),
        ("in two weeks", date(2027, 3, 22), date(2027, 4, 5)),
        ("in two weeks", date(2027, 10, 25), date(2027, 11, 8)),
        ("by the end of the week", date(2026, 11, 27), date(2026, 11, 27)),
        ("by the end of the week", date(2026, 11, 28), date(2026, 12, 4)),
        ("end of the year", date(2026, 12, 31), date(2026, 12, 31)),
    ],
)
def test_weeks_months_and_years_end_and_clocks_change(said, met, day):
    assert day_of(said, met) == day


@pytest.mark.parametrize("said", ["", "before our review", "the next board", "soon", "32/13", "the 99th"])
def test_no_day_is_made_up(said):
    assert day_of(said, TUESDAY) is None


@given(
    st.sampled_from(["by", "before", "in", "the", "next", "end of", "early"]),
    st.sampled_from(["week", "month", "Friday", "31st", "2 days", "999 months", "29 feb", "q2", "year", "3/4"]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_a_promise_is_never_due_before_it_was_made(how, when, met):
    day = day_of(f"{how} {when}", met)
    assert day is not None
    assert day >= met
    assert day - met < timedelta(days=366 * 90)
