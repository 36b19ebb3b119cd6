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
        ("Thursday 4:30", ["26 Nov 16:30"]),
        ("Thursday 4.30", ["26 Nov 16:30"]),
        ("Thursday at 4.30", ["26 Nov 16:30"]),
        ("Thursday at 4:30", ["26 Nov 16:30"]),
        ("Thursday 07:30", ["26 Nov 07:30"]),
        ("Thursday 3 o'clock", ["26 Nov 15:00"]),
        ("26.11. at 3.15", ["26 Nov 15:15"]),
        ("3.12., 14.00", ["3 Dec 14:00"]),
        ("the first week of December, Tuesday at 10", ["1 Dec 10:00"]),
        ("Friday week at 11", ["4 Dec 11:00"]),
        ("Thu at 9 and Fri at 10", ["26 Nov 09:00", "27 Nov 10:00"]),
        ("Thursday 9am and 11am", ["26 Nov 09:00", "26 Nov 11:00"]),
        ("Thursday 26 November at 10, 11 or 14", ["26 Nov 10:00", "26 Nov 11:00", "26 Nov 14:00"]),
        ("Thursday and Friday at 3", ["26 Nov 15:00", "27 Nov 15:00"]),
        ("10am or 11am on Thursday", ["26 Nov 10:00", "26 Nov 11:00"]),
        ("Thursday 9-11", ["26 Nov 09:00"]),
        ("Thursday 9-11, 2-4", ["26 Nov 09:00", "26 Nov 14:00"]),
        ("Thursday between 2 pm and 4 pm, Friday at 9", ["26 Nov 14:00", "27 Nov 09:00"]),
        ("Thursday by 3pm", []),
        ("Thursday, quarter to 3pm", []),
        ("next week", []),
        ("Tuesday or Wednesday", []),
        ("at 3", []),
        ("", []),
    ],
)
def test_the_moments_follow_from_the_words(said, expected):
    assert moments(said, TUESDAY) == tuple(datetime.strptime(f"2026 {each}", "%Y %d %b %H:%M") for each in expected)


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("11-1pm", "11:00"),
        ("10 to 12pm", "10:00"),
        ("11.30–12pm", "11:30"),
        ("9-5pm", "09:00"),
        ("12-1pm", "12:00"),
        ("12-12.30pm", "12:00"),
        ("11 to noon", "11:00"),
        ("10am-12pm", "10:00"),
        ("10am to 1", "10:00"),
        ("between 2 and 4pm", "14:00"),
        ("between 11 and 1pm", "11:00"),
        ("from 10 until 12.30pm", "10:00"),
        ("10-11:30", "10:00"),
        ("2-3.30", "14:00"),
        ("8-10pm", "20:00"),
        ("11-1am", "23:00"),
        ("14:00-15:00", "14:00"),
    ],
)
def test_a_range_begins_where_it_is_said_to_begin(said, hour):
    assert [f"{each:%d %H:%M}" for each in moments(f"Thursday {said}", TUESDAY)] == [f"26 {hour}"]


@given(st.text(alphabet="0123456789:-|, .apmonthuesdycorat", max_size=60))
def test_no_words_break_it(said):
    assert len(moments(said, TUESDAY)) <= 6
