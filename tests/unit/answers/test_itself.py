"""What the coach says of itself, and what it declines in a line."""

import pytest

from app.coaching.answers import Answers
from app.coaching.itself import I_AM, I_CAN, I_KEEP, STAYS, about_itself
from app.domain.library import Library
from tests.fakes import FixedIndex


@pytest.mark.parametrize(
    "line",
    [
        "who are you and where does what i type go",
        "Can my manager see what I write here?",
        "do you store my messages",
        "is this chat private?",
        "does HR see what I tell you",
    ],
)
def test_where_words_go_is_said_before_anything_is_searched(library: Library, line: str) -> None:
    plan = Answers(library, FixedIndex("leader-notes", similarity=0.95)).plan(line)
    assert STAYS in plan.planned
    assert not plan.abstained


@pytest.mark.parametrize(
    "line", ["am I chatting with a human?", "wait, is this a bot", "who built this app", "what model do you use"]
)
def test_it_says_that_it_is_software_and_where_words_go(library: Library, line: str) -> None:
    told = Answers(library, FixedIndex("note-taker-bot", similarity=0.95)).plan(line).planned
    assert told.startswith(I_AM)
    assert STAYS in told


@pytest.mark.parametrize(
    "line", ["so what do you do?", "how can you help me", "what can I ask you here", "how does this tool work"]
)
def test_it_says_what_it_does(library: Library, line: str) -> None:
    assert I_CAN in Answers(library, FixedIndex("asking-how-to-help", similarity=0.95)).plan(line).planned


@pytest.mark.parametrize(
    "line", ["could you keep this to yourself", "will you tell HR", "is anybody listening in", "can I confide in you?"]
)
def test_whether_it_keeps_a_secret_is_about_this_app(library: Library, line: str) -> None:
    told = Answers(library, FixedIndex("is-it-confidential", similarity=0.95)).plan(line).planned
    assert told == f"{I_KEEP} {STAYS}"


@pytest.mark.parametrize(
    "line",
    [
        "can she keep a secret",
        "are you supposed to stand up when the director comes in",
        "what can you do when he asks about your manager",
        "who sees the notes he takes",
        "is it private?",
        "where does what I say to her go",
        "can my manager read my notes about the director",
        "what are you supposed to say when he asks",
        "is the bot recording us",
        "does she share what I tell her",
    ],
)
def test_the_privacy_of_the_meeting_is_another_question(line: str) -> None:
    assert about_itself(line) == ""


@pytest.mark.parametrize(
    "line", ["tell me a joke about directors", "please write a haiku", "write me a python function to sort names"]
)
def test_what_is_not_ours_is_declined_however_near_its_words(library: Library, line: str) -> None:
    plan = Answers(library, FixedIndex("work-questions", similarity=0.95)).plan(line)
    assert plan.abstained
    assert len(plan.planned.splitlines()) == 1
