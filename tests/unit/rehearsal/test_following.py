"""What follows fits what was just said: an event, an effort, a large noun, a wish, a question without a fact, a bid."""

import pytest

from app.coaching.rehearsal.cues import cues, topic
from app.domain.meeting import Meeting
from app.domain.rehearsal import Reading

MENTOR = Meeting(persona="warm-mentor", difficulty=2, seed=4)


def moves(turn):
    return [beat.move for beat in turn.beats]


def test_who_does_not_know_is_asked_something_smaller(hold):
    turn = hold(MENTOR).say("I don't know")
    assert moves(turn)[-1] == "ask.unknown"
    assert "do then" not in turn.planned


@pytest.mark.parametrize("persona", ["warm-mentor", "blunt-operator", "time-starved-executive", "guarded-political"])
def test_a_vague_line_is_asked_about_its_own_noun(hold, persona):
    turn = hold(MENTOR.model_copy(update={"persona": persona})).say("Communication could be better I guess")
    assert "communication" in turn.planned.lower()
    assert moves(turn)[-1] == "ask.topic"


@pytest.mark.parametrize(
    ("line", "acts", "held"),
    [
        ("We moved the count to Sundays.", ("tells",), {"event", "effort"}),
        ("Half of the new branches never open on time.", ("tells",), set()),
        ("They lost the key again.", ("tells",), {"event"}),
        ("Morale is low.", ("tells",), {"topic"}),
        ("The training room is on the second floor.", ("tells",), set()),
    ],
)
def test_a_line_holds_an_event_an_effort_or_a_large_noun(line, acts, held):
    assert cues(Reading(text=line, acts=acts)) == held


def test_a_case_is_not_asked_about_as_a_large_noun():
    assert topic(Reading(text="The training was bad last Tuesday.", acts=("gives_example",))) == ""


def test_saying_that_there_is_no_case_is_vague(hold):
    told = hold(MENTOR)
    turn = told.say("No example really, it's more of a general feeling")
    assert "vague" in turn.reading.acts
    assert "acknowledge.brief" not in moves(turn)


def test_a_wish_is_asked_about_and_nothing_is_taken_to_have_happened(hold):
    assert moves(hold(MENTOR).say("I'd like to leave a bit earlier on Fridays."))[-1] == "ask.wish"


def test_bad_news_is_not_praised_as_an_effort(hold):
    assert "notice.effort" not in moves(hold(MENTOR).say("Half of the new branches never open on time."))


def test_without_a_fact_the_leader_says_so_once_and_then_how_they_judge_it(hold):
    told = hold(Meeting(persona="data-driven-sceptic", difficulty=5, seed=2))
    first = told.say("Why are we rewriting the billing service a third time?")
    assert moves(first) == ["answer.why", "answer.stance", "ask.given"]
    again = told.say("What did you turn down?")
    assert moves(again)[0] == "answer.stance"
    assert "answer.unready" not in moves(again)


def test_a_name_nobody_has_leads_on_to_what_to_ask_them(hold):
    told = hold(Meeting(persona="data-driven-sceptic", difficulty=3, seed=2))
    assert moves(told.say("Who made that call?")) == ["answer.who", "ask.them"]


@pytest.mark.parametrize("line", ["Can you kill the quarterly OKR process?", "Could you give us another scanner?"])
def test_a_bid_is_met_as_a_request(hold, line):
    assert "redirect.action" in moves(hold(MENTOR).say(line))


def test_a_question_about_oneself_or_somebodys_place_is_not_handed_back(hold):
    assert "answer.feedback" in moves(hold(MENTOR).say("What do you think of me?"))
    told = moves(hold(MENTOR).say("Is my manager being let go?"))
    assert told[0] == "answer.limits"
    assert "ask.lean" not in told
