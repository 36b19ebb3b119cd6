"""Times offered in a letter, as moments for a calendar."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.coaching.offered_times import moments

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Tuesday 10am or 2pm, Thursday at 3", ["1 Dec 10:00", "1 Dec 14:00", "26 Nov 15:00"]),
        ("Monday 14:00 | Wednesday 9:30", ["30 Nov 14:00", "25 Nov 09:30"]),
        ("Thursday 26 November, 3 pm", ["26 Nov 15:00"]),
        ("Thu 2-4pm", ["26 Nov 14:00"]),
        ("tomorrow at noon", ["25 Nov 12:00"]),
        ("Friday 12:30 pm", ["27 Nov 12:30"]),
        ("next week", []),
        ("Tuesday or Wednesday", []),
        ("at 3", []),
        ("", []),
    ],
)
def test_the_moments_follow_from_the_words(said, expected):
    assert moments(said, TUESDAY) == tuple(datetime.strptime(f"2026 {each}", "%Y %d %b %H:%M") for each in expected)


@given(st.text(alphabet="0123456789:-|, .apmonthuesdycorat", max_size=60))
def test_no_words_break_it(said):
    assert len(moments(said, TUESDAY)) <= 6
