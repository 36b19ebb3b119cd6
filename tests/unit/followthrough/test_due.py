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
        ("on Christmas Eve", date(2026, 12, 24)),
        ("at the start of the month", date(2026, 12, 1)),
        ("before the month is out", date(2026, 11, 30)),
        ("before the board on Friday", date(2026, 11, 27)),
        ("after the board on Friday", date(2026, 11, 27)),
        ("before month end", date(2026, 11, 30)),
        ("by EOM", date(2026, 11, 30)),
    ],
)
def test_the_day_follows_from_the_words(said, day):
    assert day_of(said, TUESDAY) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("by EOD Friday", date(2026, 11, 27)),
        ("by end of day Friday", date(2026, 11, 27)),
        ("by end of day tomorrow", date(2026, 11, 25)),
        ("COB Thursday", date(2026, 11, 26)),
        ("by close of business on Thursday", date(2026, 11, 26)),
        ("by Friday lunch", date(2026, 11, 27)),
        ("before Friday lunch", date(2026, 11, 27)),
        ("before 5pm Friday", date(2026, 11, 27)),
        ("noon on the 12th", date(2026, 12, 12)),
        ("this afternoon", TUESDAY),
        ("Thursday 4.30", date(2026, 11, 26)),
        ("by 4.30 on Friday", date(2026, 11, 27)),
        ("Friday 9.15", date(2026, 11, 27)),
        ("3.12.", date(2026, 12, 3)),
        ("22.04", date(2027, 4, 22)),
    ],
)
def test_an_hour_or_a_part_of_the_day_leaves_the_day_alone(said, day):
    assert day_of(said, TUESDAY) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("two weeks from Monday", date(2026, 12, 14)),
        ("two weeks from now", date(2026, 12, 8)),
        ("a week on Tuesday", date(2026, 12, 8)),
        ("a week tomorrow", date(2026, 12, 2)),
        ("Friday week", date(2026, 12, 4)),
        ("Thursday fortnight", date(2026, 12, 10)),
        ("two days before Christmas", date(2026, 12, 23)),
        ("the day after tomorrow", date(2026, 11, 26)),
        ("a week or two", date(2026, 12, 8)),
        ("in a year", date(2027, 11, 24)),
        ("a day next week", date(2026, 12, 4)),
        ("Friday next week", date(2026, 12, 4)),
        ("next week on Tuesday", date(2026, 12, 1)),
        ("the week after next", date(2026, 12, 11)),
        ("Friday after next", date(2026, 12, 11)),
        ("the week of the 12th", date(2026, 12, 11)),
        ("w/c 7 December", date(2026, 12, 11)),
        ("the week after Christmas", date(2027, 1, 1)),
        ("the Friday before Christmas", date(2026, 12, 18)),
        ("this week or next", date(2026, 12, 4)),
    ],
)
def test_a_time_may_be_counted_from_another(said, day):
    assert day_of(said, TUESDAY) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the plan in the first week of January", date(2027, 1, 8)),
        ("by the first week of January", date(2027, 1, 4)),
        ("last week of January", date(2027, 1, 29)),
        ("the last week of June", date(2027, 6, 30)),
        ("the first half of January", date(2027, 1, 15)),
        ("the first Friday in December", date(2026, 12, 4)),
        ("the first Monday of the month", date(2026, 12, 7)),
        ("the last Friday of the month", date(2026, 11, 27)),
        ("the first working day of the year", date(2027, 1, 1)),
        ("the first of December", date(2026, 12, 1)),
        ("the 15th of next month", date(2026, 12, 15)),
        ("end of next month", date(2026, 12, 31)),
        ("March next year", date(2027, 3, 31)),
        ("end of March 2028", date(2028, 3, 31)),
        ("3 March 2028", date(2028, 3, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("the first quarter of next year", date(2027, 3, 31)),
    ],
)
def test_a_part_of_a_longer_time_is_found_in_it(said, day):
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


@pytest.mark.parametrize(
    "said",
    [
        "", "before our review", "the next board", "soon", "32/13", "the 99th", "next fiscal year", "end of FY27",
        "end of the financial year", "a week after the launch", "within two weeks of the review", "two weeks before",
        "the Monday after the launch", "the week of the offsite", "the first week of term", "after Christmas",
        "after next week", "in the new year", "week 48", "Easter Monday", "last Friday", "Friday last", "10 days ago",
        "12 March 2020", "any Friday in June", "Monday in two weeks", "one day", "our lunch", "quarter past four",
    ],
)  # fmt: skip
def test_no_day_is_made_up(said):
    assert day_of(said, TUESDAY) is None


@pytest.mark.parametrize("said", ["in 100 years", "in 999 months", "by 3 March 2099"])
def test_no_day_lies_beyond_ten_years(said):
    assert day_of(said, TUESDAY) is None


@given(
    st.sampled_from(["by", "before", "in", "the", "next", "end of", "early"]),
    st.sampled_from(["week", "month", "Friday", "31st", "2 days", "99 months", "29 feb", "q2", "year", "3/4"]),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_a_promise_is_never_due_before_it_was_made(how, when, met):
    day = day_of(f"{how} {when}", met)
    assert day is not None
    assert day >= met
    assert day - met < timedelta(days=366 * 90)


@given(
    st.lists(
        st.sampled_from(
            "by before after from of on in the next last this first week month quarter year day friday monday week "
            "two 3 31st 12 4.30 3/12 january may christmas new eve tomorrow eod end early half or , noon".split()
        ),
        max_size=9,
    ),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_no_words_break_it_or_give_a_day_gone_by(words, met):
    day = day_of(" ".join(words), met)
    assert day is None or day >= met
