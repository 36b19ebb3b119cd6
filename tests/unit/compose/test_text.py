"""Lines as they come from people: cleaned of what harms, the words themselves untouched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.coaching.sentences import sentences
from app.coaching.text import clean, how_many, title_of


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  hello \n", "hello"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("nul\x00 bell\x07 esc\x1b[31m", "nul bell esc[31m"),
        ("turn\u202earound\u2066", "turnaround"),
        ("half a pair \ud83d here", "half a pair  here"),
        ("Zoe\u0308", "Zoë"),
        ("tab\tstays", "tab\tstays"),
        ("👩🏽‍💻 会議 שלום", "👩🏽‍💻 会議 שלום"),
        ("<b>5 < 6</b> $40 {{x}}", "<b>5 < 6</b> $40 {{x}}"),
        ("\x00\x1f \n", ""),
    ],
)
def test_what_harms_goes_and_words_stay(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text())
def test_cleaned_text_can_be_stored_and_cleaning_it_again_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")
    assert not {"\x00", "\r", "\x1b"} & set(once)


@given(st.text(st.characters(categories=("L", "N", "P", "Zs"))))
def test_no_letter_figure_or_mark_is_lost(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("How do I ask?", "How do I ask?"),
        ("line one\n\nline   two", "line one line two"),
        ("", ""),
        (
            "My boss keeps cancelling the meeting and I do not know what to do",
            "My boss keeps cancelling the meeting and I do not know…",
        ),
    ],
)
def test_a_title_is_one_short_line(text: str, title: str) -> None:
    assert title_of(text) == title


@given(st.text(min_size=1))
def test_a_title_is_never_longer_than_the_list_of_conversations_shows(text: str) -> None:
    assert len(title_of(text)) <= 60
    assert "\n" not in title_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask early. Then wait.", ["Ask early. ", "Then wait."]),
        ("Ask [1]. Wait. [2] Go.", ["Ask [1]. ", "Wait. [2] ", "Go."]),
        ("Dr. Solheim asked. Yes?", ["Dr. Solheim asked. ", "Yes?"]),
        ("- one\n- two", ["- one\n", "- two"]),
        ("It cost 3.5 days… Then it ended", ["It cost 3.5 days… ", "Then it ended"]),
        ('He said "go." Then left.', ['He said "go." ', "Then left."]),
        ("", []),
    ],
)
def test_sentences_are_whole(text: str, expected: list[str]) -> None:
    assert list(sentences([text])) == expected
    assert list(sentences(list(text))) == expected


@given(st.lists(st.text('abA. !?\n[1]"…', max_size=8), max_size=20))
def test_no_piece_of_a_stream_is_lost_or_reordered(pieces: list[str]) -> None:
    assert "".join(sentences(pieces)) == "".join(pieces)


def test_a_count_reads_as_a_person_would_write_it() -> None:
    counts = (0, 1, 10, 1_200)
    assert [how_many(each, "line") for each in counts] == ["no lines", "one line", "ten lines", "1,200 lines"]
