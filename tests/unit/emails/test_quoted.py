"""What a model copies out of a brief counts where the brief has it, and decides nothing alone."""

import pytest

from app.coaching.emails import Letters
from app.coaching.emails.quoted import Quote, ReadTwice, beside, located
from app.domain.language import Mark

TEXT = "I'm may lin, a baker. My boss is joe  park, his boss is Dr. Osei. Joe isn’t told yet. 30 min on ovens, by 30 April."


class Reader:
    """Marks what a test says stands in the text."""

    def __init__(self, *marks: tuple[str, str]) -> None:
        self._marks = marks

    def marks(self, kind: str, text: str) -> tuple[Mark, ...]:
        return tuple(mark_of(tag, words, text) for tag, words in self._marks)


def mark_of(tag: str, words: str, text: str = TEXT, sure: float = 0.99) -> Mark:
    start = text.index(words)
    return Mark(tag=tag, text=words, start=start, end=start + len(words), sure=sure)


def found(*quotes: tuple[str, str]) -> list[tuple[str, str]]:
    return [(mark.tag, mark.text) for mark in located([Quote(tag=tag, words=words) for tag, words in quotes], TEXT)]


@pytest.mark.parametrize(
    ("said", "there"),
    [
        (("boss", "Joe Park"), [("boss", "joe  park")]),
        (("leader", "Dr. Osei."), [("leader", "Dr. Osei")]),
        (("knows_no", "Joe isn't told yet"), [("knows_no", "Joe isn’t told yet")]),
        (("minutes", "30 min"), [("minutes", "30 min")]),
        (("boss", "Jo Park"), []),
        (("minutes", "45 minutes"), []),
        (("purpose", "oven"), []),
        (("boss", "My boss"), []),
        (("leader", "his boss is Dr. Osei"), []),
        (("purpose", "  "), []),
    ],
)
def test_only_what_stands_in_the_brief_counts_and_as_it_stands_there(
    said: tuple[str, str], there: list[tuple[str, str]]
) -> None:
    assert found(said) == there


def test_of_two_quotations_in_one_place_the_longer_counts_and_a_name_may_stand_inside() -> None:
    said = ("purpose", "ovens, by 30 April"), ("topics", "ovens"), ("knows_no", "Joe isn't told yet"), ("boss", "Joe")
    assert ("topics", "ovens") not in found(*said)
    assert {("purpose", "ovens, by 30 April"), ("boss", "joe")} <= set(found(*said))


@pytest.mark.parametrize("words", ["his boss is Dr. Osei", "30 min on ovens"])
def test_a_manager_agreed_only_where_the_words_themselves_say_so(words: str) -> None:
    assert not found(("knows_agreed", words), ("knows_yes", words), ("knows_suggested", words))


def test_what_the_reader_says_of_the_manager_stays() -> None:
    own = [mark_of("knows_no", "Joe isn’t told yet")]
    told = Mark(tag="knows_yes", text="told", start=own[0].start + 10, end=own[0].start + 14, sure=0.8)
    assert beside(own, [told]) == tuple(own)
    assert beside([], [told]) == (told,)


def test_a_quotation_takes_the_place_of_the_readers_mark_and_takes_no_warning_away() -> None:
    own = [mark_of("boss", "Dr. Osei"), mark_of("leader", "joe  park"), mark_of("unwise", "30 min on ovens")]
    said = [mark_of("boss", "joe  park"), mark_of("leader", "Dr. Osei"), mark_of("minutes", "30 min")]
    read = beside(own, said)
    assert {(mark.tag, mark.text) for mark in read} == {
        ("boss", "joe  park"),
        ("leader", "Dr. Osei"),
        ("unwise", "30 min on ovens"),
        ("minutes", "30 min"),
    }


def test_what_a_model_says_nothing_of_stays_as_it_was_read() -> None:
    reader = Reader(("me", "may lin"), ("minutes", "30 min"))
    marks = ReadTwice(reader, [Quote(tag="boss", words="joe park")]).marks("request", TEXT)
    assert [(mark.tag, mark.text) for mark in marks] == [
        ("me", "may lin"),
        ("boss", "joe  park"),
        ("minutes", "30 min"),
    ]


def test_a_model_cannot_have_a_letter_say_what_the_brief_does_not(letters: Letters) -> None:
    made_up = {
        "leader": "Maria Lopez",
        "minutes": "90",
        "purpose": "a promotion",
        "knows_agreed": "Joe is happy with it",
    }
    said = [Quote(tag=tag, words=words) for tag, words in made_up.items()]
    plain = letters.brief("request", TEXT)
    assert letters.brief("request", TEXT, said) == plain


def test_blame_stays_refused_whoever_reads_it(letters: Letters) -> None:
    text = (
        "I'm Ada Roy, boss Tom Hill, his boss Eve Marsh. 20 min. Tell her that Tom is a useless manager who lies to us."
    )
    said = [Quote(tag="purpose", words="Tom is a useless manager who lies to us"), Quote(tag="boss", words="Tom Hill")]
    brief = letters.brief("request", text, said)
    assert brief.refused
    assert "useless" not in letters.draft(brief).body
