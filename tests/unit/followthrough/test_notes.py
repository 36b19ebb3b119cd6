"""What was promised is found in notes, with whose it is and by when."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.coaching.notes import Notes
from app.domain.language import Mark
from app.language.brief_reader import BriefReader
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def notes() -> Notes:
    return Notes(BriefReader(ROOT / "knowledge" / "readers" / "briefs.onnx"))


def test_both_sides_promises_are_found_with_their_time(notes: Notes) -> None:
    mine, theirs = notes.promises(
        "I'll send her the churn chart by Friday. She offered to introduce me to Ken.", leader="Dana"
    )
    assert (mine.owner, mine.what, mine.due) == ("you", "send her the churn chart", "by Friday")
    assert (theirs.owner, theirs.what) == ("Dana", "introduce me to Ken")


def test_two_deeds_with_a_time_each_are_two_promises(notes: Notes) -> None:
    found = notes.promises("I'll send the chart by Friday and write up the trial by the end of the month.")
    assert [(p.what, p.due) for p in found] == [
        ("send the chart", "by Friday"),
        ("write up the trial", "by the end of the month"),
    ]


def test_a_transcript_tells_who_promised(notes: Notes) -> None:
    found = notes.promises("Dana: I'll ask Jo to find us twenty minutes.\nMe: I'll bring the before and after.")
    assert [p.owner for p in found] == ["Dana", "you"]


def test_the_one_who_promised_may_be_named_long_before(notes: Notes) -> None:
    text = (
        "Henrietta came down to the depot at last. We talked about the tyres and the night shift, and about the canteen. "
        "She'll dig out the old lease by Friday."
    )
    (theirs,) = notes.promises(text)
    assert (theirs.owner, theirs.what, theirs.due) == ("Henrietta", "dig out the old lease", "by Friday")
    assert theirs.line == text


@pytest.mark.parametrize(
    "line",
    [
        "The launch will slip by two weeks.",
        "If we get the budget I'd hire two people.",
        "I sent her the chart last week.",
        "Should I send you the chart?",
        "She will be in Berlin.",
        "I'd love to work in her team someday.",
    ],
)
def test_what_is_no_promise_is_not_taken_for_one(notes: Notes, line: str) -> None:
    assert notes.promises(line) == ()


def test_dense_notes_are_read_to_the_end(notes: Notes) -> None:
    line = "- AP: K. Oyelaran/T. Brandt, inv. #4471-B, 12.03., 3x M8-bolts @ 0.42\n"
    found = notes.promises(line * 60 + "I'll send her the churn chart by Friday.")
    assert ("send her the churn chart", "by Friday") in [(p.what, p.due) for p in found]


@pytest.mark.parametrize(
    ("text", "owner", "what", "due"),
    [
        ("Minutes 4 May\nF to hear about the lockers by Thu (me)", "you", "F to hear about the lockers", "by Thu"),
        ("B: two fitters from the 3rd, one week on trial", "B", "two fitters", "from the 3rd"),
        ("Petra owes me the org chart", "Petra", "get me the org chart", ""),
        ("Ines has the keys. will text him tmrw", "you", "text him", "tmrw"),
        ("Nice to meet her. Will put me in touch with Ken.", "Dana", "put me in touch with Ken", ""),
        ("Priya signs it off (I see her on Tuesday)", "you", "see her", "on Tuesday"),
        ("we said we would meet again in three months", "you", "meet again", "in three months"),
        ("He asked if I could show the demo to sales and I said yes.", "you", "show the demo to sales", ""),
        ("I'll join the pilot if Priya is fine with it.", "you", "join the pilot if Priya is fine with it", ""),
        ("If the boots don't come she'll write to us.", "Dana", "write to us if the boots don't come", ""),
        ("Dana: I'll get you the figures.\nMe: By when?\nDana: The 9th.", "Dana", "get you the figures", "The 9th"),
        ("Me: I can bring the log.\nDana: Lovely. For when?\nMe: Tuesday.", "you", "bring the log", "Tuesday"),
    ],
)
def test_shorthand_and_dialogue_tell_whose_promise_it_is_and_by_when(
    notes: Notes, text: str, owner: str, what: str, due: str
) -> None:
    assert (owner, what, due) in [(each.owner, each.what, each.due) for each in notes.promises(text, leader="Dana")]


@pytest.mark.parametrize(
    "text",
    [
        "Dana: You'll need to speak to your manager first.",
        "She said I should ask Bea in costing.",
        "Dana: And I'd write to Ken about the meters.",
        "I told her about fans off at the weekend.",
        "Dana: I'll think about it.",
    ],
)
def test_advice_a_wish_and_a_thing_that_is_named_are_no_promise(notes: Notes, text: str) -> None:
    assert notes.promises(text, leader="Dana") == ()


def test_a_promise_ends_where_the_next_item_begins(notes: Notes) -> None:
    found = notes.promises("Dana: she'll clear it with the engineers\nK to be told tonight (me)")
    assert not [each.what for each in found if "\n" in each.what or each.what.endswith("K")]


class Once:
    """Marks nothing, and counts how often it is asked."""

    asked = 0

    def marks(self, kind: str, text: str) -> tuple[Mark, ...]:
        self.asked += 1
        return ()


def test_notes_are_read_once_until_they_are_to_be_forgotten() -> None:
    reader = Once()
    notes = Notes(reader)
    for _ in range(2):
        assert notes.promises("We talked.") == ()
    assert reader.asked == 1
    notes.forget()
    notes.promises("We talked.")
    assert reader.asked == 2


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_notes_can_be_read(notes: Notes, text: str) -> None:
    for promise in notes.promises(text):
        assert promise.what
        assert promise.owner
