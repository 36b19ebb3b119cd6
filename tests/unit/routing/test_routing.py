"""Which task a line asks for, and what is to be checked in it."""

import pytest

from app.coaching.routing import line_to_check, route, wants_rework
from app.domain.turn import Task


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("I'm terrified of Thursday's meeting", Task.ASK),
        ("my manager doesn't know that I was invited", Task.ASK),
        ("Do I tell my manager first?", Task.ASK),
        ("should I send a thank-you note?", Task.ASK),
        ("what might they ask me?", Task.ASK),
        ("how do I rehearse for this?", Task.ASK),
        ("Can I say no to the meeting?", Task.ASK),
        ('what do I answer when she says "how is your manager doing?"', Task.ASK),
        ("which questions should I avoid", Task.ASK),
        ("I got an email from the CEO asking for a chat", Task.ASK),
        ("write me a function that adds two lists", Task.ASK),
        ("tell me a joke about managers", Task.ASK),
        ("I got a question wrong in the meeting, do I mail her", Task.ASK),
        ("got any questions I could bring", Task.QUESTIONS),
        ("write me something to send her", Task.EMAIL),
        ("let's rehearse", Task.REHEARSE),
        ("you be my grandboss and ask me things", Task.REHEARSE),
        ("give me a dry run for tomorrow", Task.REHEARSE),
        ('can I say "my manager never has time for us"?', Task.CHECK),
        ("is it ok to say that I'm bored", Task.CHECK),
        ("check my wording: we're short of people since May", Task.CHECK),
        ('"Dana is lazy" - too harsh?', Task.CHECK),
        ("what should I ask her?", Task.QUESTIONS),
        ("give me five questions about strategy", Task.QUESTIONS),
        ("build me an agenda for half an hour", Task.QUESTIONS),
        ("draft an email asking the director for thirty minutes", Task.EMAIL),
        ("can you write a thank-you note to Ingrid", Task.EMAIL),
        ("five good questions for half an hour with the head of logistics on waste", Task.QUESTIONS),
        ("agenda for a 45 minute talk with the COO", Task.QUESTIONS),
        ("give me two lines to Ms Haddad thanking her for Tuesday", Task.EMAIL),
        ("a short note to my supervisor on how the talk with her boss went", Task.ASK),
        ("is this any softer: we wait nine days for parts", Task.CHECK),
        ('better now? "Who decides on the second scanner?"', Task.CHECK),
        ("is it better to ask early or late", Task.ASK),
        ("plan a programme for 80 people", Task.PROGRAMME),
        ("set up skip-levels for my department", Task.PROGRAMME),
    ],
)
def test_a_line_goes_to_its_task(line: str, task: Task) -> None:
    assert route(line) is task


def test_a_story_is_answered_whatever_words_are_in_it() -> None:
    story = (
        'So my director asked me to write an email to everyone about the new rota and I did, and then he said "good, but '
        "too long\" in front of the team, and now my own manager won't talk to me because he thinks that I went behind his "
        "back, which I never did, and I have a meeting with the director on Thursday and don't know what to do"
    )
    assert route(story) is Task.ASK


@pytest.mark.parametrize(
    ("line", "checked"),
    [
        ('can I say "my manager never has time for us"?', "my manager never has time for us"),
        ("check this: we are drowning in work", "we are drowning in work"),
        ("is it ok to say that I'm bored in my role?", "I'm bored in my role"),
        ("check my wording", ""),
        ("ok, is that clearer now: who owns the queue while Jo is away?", "who owns the queue while Jo is away?"),
        ("is this safe?", ""),
    ],
)
def test_what_is_checked_is_the_line_and_not_the_question_around_it(line: str, checked: str) -> None:
    assert line_to_check(line) == checked


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("a bit warmer please", "change"),
        ("can you shorten it", "change"),
        ("drop the third question", "change"),
        ("ok, and now in Spanish", "tongue"),
        ("translate it into German please", "tongue"),
        ("could you write that for me", "draft"),
        ("what about her salary", ""),
        ("how do I make it shorter", ""),
        ("draft an email to the director", ""),
        ("can I say it in German", ""),
    ],
)
def test_a_bare_wish_to_have_something_reworked_is_told_from_a_question(line: str, wanted: str) -> None:
    assert wants_rework(line) == wanted
