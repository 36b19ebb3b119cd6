from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.coaching.followthrough import lines_for_manager, next_quarterly, promises


def test_both_sides_promises_are_found_with_their_time() -> None:
    mine, theirs = promises(
        "I'll send her the churn chart by Friday. She offered to introduce me to Ken.", leader="Dana"
    )
    assert (mine.owner, mine.what, mine.due) == ("you", "send her the churn chart", "by Friday")
    assert (theirs.owner, theirs.what) == ("Dana", "introduce me to Ken")


def test_two_deeds_with_a_time_each_are_two_promises() -> None:
    found = promises("I'll send the chart by Friday and write up the trial by the end of the month.")
    assert [(p.what, p.due) for p in found] == [
        ("send the chart", "by Friday"),
        ("write up the trial", "by the end of the month"),
    ]
    assert len(promises("I'll send the chart and call Ken by Friday.")) == 1


def test_a_transcript_tells_who_promised() -> None:
    found = promises("Dana: I'll ask Jo to find us twenty minutes.\nMe: I'll bring the before and after.")
    assert [p.owner for p in found] == ["Dana", "you"]


@pytest.mark.parametrize(
    "line",
    [
        "The launch will slip by two weeks.",
        "I won't raise it again.",
        "If we get the budget I'll hire two people.",
        "I sent her the chart last week.",
        "Should I send you the chart?",
        "She will be in Berlin.",
        "I'd love to work in her team someday.",
    ],
)
def test_what_is_no_promise_is_not_taken_for_one(line: str) -> None:
    assert promises(line) == ()


def test_the_two_lines_for_the_manager_name_topics_and_what_may_come_back() -> None:
    first, second = lines_for_manager(
        promises("I'll send her the chart by Friday."), ["priorities", "the depot"], leader="Dana"
    )
    assert first == "I spoke with Dana about priorities and the depot."
    assert "send her the chart by Friday" in second
    assert "Nothing was promised" in lines_for_manager([])[1]


def test_the_next_quarterly_meeting_is_on_the_same_weekday() -> None:
    assert next_quarterly(date(2026, 3, 26)) == date(2026, 6, 25)
    assert next_quarterly(date(2026, 3, 26)).weekday() == date(2026, 3, 26).weekday()


@given(st.text(max_size=300))
def test_any_notes_can_be_read(text: str) -> None:
    for promise in promises(text):
        assert promise.what
        assert promise.owner


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ("By Wednesday I send her the names.", [("you", "send her the names", "By Wednesday")]),
        (
            "agreed w/ tom: he talks to purchasing, i collect 5 examples",
            [("Tom", "talk to purchasing", ""), ("you", "collect 5 examples", "")],
        ),
        (
            "Mine: (1) shadow the clinic (2) report back. His: (1) clear it with Jo",
            [("you", "shadow the clinic", ""), ("you", "report back", ""), ("they", "clear it with Jo", "")],
        ),
        ("and then he goes I'll get you a seat in the workshop", [("they", "get me a seat in the workshop", "")]),
        ("He asked if I could present the pilot and I said yes, on 3 June.", [("you", "present the pilot", "on 3 June")]),
        ("I send the report every Friday.", []),
        ("We agreed that nobody does anything until the merger is over.", []),
        ("Could have promised her the figures, but I did not have them.", []),
    ],
)  # fmt: skip
def test_a_promise_is_found_in_whatever_words(notes: str, found: list[tuple[str, str, str]]) -> None:
    assert [(p.owner, p.what, p.due) for p in promises(notes)] == found
    assert all(p.line in notes for p in promises(notes))
