"""What follows a meeting says what was said in it, by whom, and nothing else."""

from datetime import date

import pytest

from app.coaching.followthrough import called, lines_for_manager, next_quarterly, thank_you
from app.domain.commitments import Commitment
from app.domain.meeting import Meeting, People, Person

TUESDAY, MONDAY = date(2026, 11, 24), date(2026, 11, 30)
DANA = Meeting(people=People(leader=Person(first="Dana", last="Whitfield")))


def promised(owner: str, what: str, due: str = "", day: date | None = None, meeting: str = "") -> Commitment:
    return Commitment(id=what, owner=owner, what=what, due=due, day=day, met=TUESDAY, meeting=meeting)


def test_the_two_lines_for_the_manager_name_topics_and_what_may_come_back() -> None:
    mine = promised("you", "send her the chart", "by Friday", date(2026, 11, 27))
    first, second = lines_for_manager([mine], DANA, TUESDAY, ["priorities", "the depot"])
    assert first == "I spoke with Dana about priorities and the depot."
    assert second == "I said I'd send her the chart by Friday. Tell me if any of that should wait."


def test_the_lines_say_nothing_that_was_not_said() -> None:
    assert lines_for_manager([], DANA, TUESDAY) == (
        "I had my conversation with Dana.",
        "Tell me if you'd like the details.",
    )


def test_every_promise_is_told_as_that_of_the_one_who_made_it() -> None:
    kept = [
        promised("Dana", "ask finance"),
        promised("Ken", "send the figures"),
        *(promised("you", what) for what in ("send the chart", "write to Jo", "ask Lin")),
    ]
    said = lines_for_manager(kept, DANA, TUESDAY)[1]
    assert said.startswith(
        "I said I'd send the chart, write to Jo and ask Lin; Dana offered to ask finance; Ken is to "
    )
    assert thank_you(kept, DANA, TUESDAY).facts["theirs"] == "ask finance"


def test_whom_the_notes_name_is_the_one_who_was_met() -> None:
    kept = [promised("Ken", "send the figures", meeting="Meeting with Ken Brown"), promised("Dana", "ask finance")]
    facts = thank_you(kept, DANA, TUESDAY).facts
    assert (facts["leader"], facts["theirs"]) == ("Ken Brown", "send the figures")
    assert lines_for_manager(kept, DANA, TUESDAY)[0] == "I had my conversation with Ken."
    known = [promised("they", "ask finance", meeting="Meeting with dana")]
    assert thank_you(known, DANA, TUESDAY).facts["leader"] == "Dana Whitfield"


@pytest.mark.parametrize(
    ("name", "short"), [("Dana Whitfield", "Dana"), ("Dr. Patel", "Dr. Patel"), ("the VP", "the VP"), ("", "")]
)
def test_somebody_is_called_by_the_first_name_if_there_is_one(name: str, short: str) -> None:
    assert called(name) == short


def test_the_lines_and_the_letter_name_the_day_once_words_for_it_are_stale_or_missing() -> None:
    tomorrow = promised("you", "send the chart", "tomorrow", date(2026, 11, 25))
    by_hand = promised("you", "send the chart", day=MONDAY)
    assert "send the chart tomorrow." in lines_for_manager([tomorrow], DANA, TUESDAY)[1]
    assert "send the chart by 25 November." in lines_for_manager([tomorrow], DANA, date(2026, 11, 25))[1]
    assert "send the chart by 30 November." in lines_for_manager([by_hand], DANA, TUESDAY)[1]


def test_what_is_done_or_overdue_is_not_promised_again() -> None:
    overdue = promised("you", "send the chart", "by Friday", date(2026, 11, 27))
    theirs = promised("Dana", "ask finance", "tomorrow", date(2026, 11, 25))
    facts = thank_you([overdue, theirs], DANA, MONDAY).facts
    assert (facts["mine"], facts["theirs"]) == ("send the chart", "ask finance")
    assert "mine" not in thank_you([overdue.model_copy(update={"state": "kept"})], DANA, MONDAY).facts


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Send Dana the numbers", "send Dana the numbers"),
        ("Dana's numbers", "Dana's numbers"),
        ("To send the deck", "send the deck"),
        ("I'll send the deck.", "send the deck"),
        ("the churn chart", "see to the churn chart"),
        ("sending the deck", "be sending the deck"),
        ("bring the deck", "bring the deck"),
        ("OKR review", "OKR review"),
    ],
)
def test_what_was_typed_by_hand_reads_as_a_sentence(typed: str, said: str) -> None:
    assert lines_for_manager([promised("you", typed)], DANA, TUESDAY)[1].startswith(f"I said I'd {said}. Tell")


def test_what_is_kept_back_is_in_no_letter_and_no_line_and_the_manager_is_offered_nothing() -> None:
    chart, report = promised("you", "send the chart"), promised("you", "report the harassment to HR")
    about = DANA.model_copy(update={"people": DANA.people.model_copy(update={"boss": Person(first="Tom")})})
    facts = thank_you([chart, report], about, TUESDAY, [report]).facts
    assert (facts["mine"], facts["boss"]) == ("send the chart", "")
    assert "I said I'd send the chart. Tell" in lines_for_manager([chart, report], about, TUESDAY, back=[report])[1]
    assert lines_for_manager([report], about, TUESDAY, back=[report]) == ("I had my conversation with Dana.",)
    assert thank_you([report], about, TUESDAY, [report]).facts["mine"] == ""


def test_the_next_quarterly_meeting_is_on_the_same_weekday_and_still_to_come() -> None:
    met = date(2026, 3, 26)
    assert next_quarterly(met, met) == date(2026, 6, 25)
    assert next_quarterly(met, date(2026, 6, 24)) == date(2026, 6, 25)
    assert next_quarterly(met, date(2026, 6, 25)) == date(2026, 9, 24)
    assert next_quarterly(met, date(2027, 3, 1)).weekday() == met.weekday()
