"""The arithmetic, against figures worked out by hand."""

import pytest

from app.coaching.programme import capacity
from app.coaching.programme.amounts import plain, rhythm, share
from app.coaching.programme.capacity import round_weeks, slots

# people, minutes, extra, rounds a quarter, group -> hours a quarter, hours a week, share of 40 hours in per cent
BY_HAND = [
    (10, 30, 15, 1, 1, 7.5, 0.577, 1.44),
    (30, 30, 15, 0.5, 1, 11.25, 0.865, 2.16),
    (60, 30, 15, 1, 1, 45, 3.462, 8.65),
    (100, 30, 15, 0.25, 1, 18.75, 1.442, 3.61),
    (60, 60, 30, 1, 8, 12, 0.923, 2.31),
    (120, 60, 30, 1, 12, 15, 1.154, 2.88),
    (85, 30, 0, 1, 1, 42.5, 3.269, 8.17),
    (20, 30, 0, 3, 1, 30, 2.308, 5.77),
]


@pytest.mark.parametrize(("people", "minutes", "extra", "rounds", "group", "hours", "weekly", "percent"), BY_HAND)
def test_load_as_worked_out_by_hand(people, minutes, extra, rounds, group, hours, weekly, percent):
    cost = capacity(people, minutes, extra=extra, rounds=rounds, group=group)
    assert cost.hours == pytest.approx(hours)
    assert cost.hours_a_week == pytest.approx(weekly, abs=0.001)
    assert cost.share * 100 == pytest.approx(percent, abs=0.01)
    assert cost.hours_a_year == pytest.approx(hours * 4)


def test_a_last_group_that_is_not_full_still_takes_a_meeting():
    assert capacity(85, 60, group=8).sessions == 11
    assert capacity(88, 60, group=8).sessions == 11
    assert capacity(89, 60, group=8).sessions == 12


def test_time_of_the_people_met_counts_half_an_hour_of_preparing():
    assert capacity(60, 30).their_hours == 60


def test_weeks_for_a_round_and_meetings_in_an_hour_budget():
    assert round_weeks(80, 4) == 20
    assert round_weeks(80, 1) == 80
    assert slots(3, 45) == 4


@pytest.mark.parametrize(
    ("people", "changes"),
    [
        (0, {}),
        (10, {"extra": -1}),
        (10, {"rounds": 0}),
        (10, {"group": 0}),
        (10, {"weeks": 0}),
        (10, {"week_hours": -40}),
    ],
)
def test_impossible_figures_are_refused(people, changes):
    with pytest.raises(ValueError, match="people and group"):
        capacity(people, 30, **changes)


def test_a_meeting_without_length_is_refused():
    with pytest.raises(ValueError, match="above 0"):
        capacity(10, 0)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (42.5, "42.5"),
        (63.75, "63.75"),
        (31.875, "31.9"),
        (42.5 / 13, "3.3"),
        (38.0, "38"),
        (1000, "1,000"),
        (100, "100"),
        (0.04, "0.04"),
    ],
)
def test_numbers_are_exact_where_two_decimals_hold_them(value, shown):
    assert plain(value) == shown


def test_a_share_near_a_plain_fraction_says_so():
    assert share(capacity(85, 30, extra=15)) == "12.3% (about an eighth)"
    assert share(capacity(60, 30, extra=15)) == "8.7%"


@pytest.mark.parametrize(
    ("per_year", "words"),
    [
        (4, "quarterly"),
        (2, "twice a year"),
        (52 / 6, "every 6 weeks"),
        (5, "five times a year"),
        (12 / 18, "every 18 months"),
    ],
)
def test_rhythms_in_words(per_year, words):
    assert rhythm(per_year) == words
