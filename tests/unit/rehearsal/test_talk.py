"""The talk about the talk: what was meant, leave to go on, corrections, a hard week, and what only seems grave."""

import pytest

from app.coaching.meetings import with_persona
from app.coaching.rehearsal.rehearsal import IF_GRAVE
from app.domain.meeting import Meeting, Person

CARMEN = Meeting(persona="people-minded-vp", difficulty=1, seed=2)


def moves(turn):
    return [beat.move for beat in turn.beats]


@pytest.mark.parametrize("line", ["Sorry, I don't follow.", "What do you mean?", "Can you say it in a simpler way?"])
def test_who_did_not_follow_hears_the_question_again_in_plain_words(hold, library, line):
    told = hold(CARMEN)
    asked = told.say("We write every order twice, once on paper and once in the system.")
    turn = told.say(line)
    plain = next(move.plain for move in library.moves if move.id == moves(asked)[-1])
    assert plain in turn.planned
    assert asked.state.open_question != turn.state.open_question


def test_leave_to_say_more_is_given_and_nothing_else(hold):
    turn = hold(CARMEN).say("We changed how the night round works. Can I tell you what we did?")
    assert moves(turn) == ["receive.go_on"]


def test_a_correction_is_taken(hold):
    told = hold(CARMEN)
    told.say("The rota took two years to get right.")
    assert moves(told.say("No, I mean the rota works, it's the thing to keep."))[0] == "receive.corrected"


@pytest.mark.parametrize("difficulty", [1, 5])
def test_a_hard_week_is_met_kindly_and_never_probed(hold, dana, difficulty):
    told = hold(dana.model_copy(update={"difficulty": difficulty}))
    turn = told.say("Honestly, it's been a hard few weeks, and I feel bad that he isn't here.")
    assert moves(turn) == ["receive.hard", "follow.hard"]


def test_a_question_about_the_leader_is_never_too_far_away(hold):
    turn = hold(CARMEN).say("What did you use my report for?")
    assert "answer.unready" in moves(turn)


def test_a_trial_waits_until_what_was_said_is_taken_in(hold, dana):
    early = dana.model_copy(update={"trials": ("asks_about_manager_early",), "difficulty": 5})
    turn = hold(early).say("The billing team writes the same address into three systems and none of them agree.")
    assert moves(turn)[-1] == "stress.manager_early"
    assert moves(turn)[0].startswith(("acknowledge.", "link."))


@pytest.mark.parametrize("line", ["That's all clear. Cheers Dana.", "I'd better get back to it. It was a pleasure."])
def test_a_goodbye_is_heard_however_it_is_said(hold, dana, line):
    told = hold(dana)
    for said in ("The queue is long.", "It grew in June.", "Two shifts share it.", "Priya knows about it."):
        told.say(said)
    assert told.say(line).state.ended


def test_the_leader_hears_no_threat_where_the_words_hold_none(hold, dana):
    told = hold(dana, flags={"I didn't think I'd be doing this.": ("ultimatum", 4)})
    turn = told.say("Hello. I didn't think I'd be doing this.")
    assert "threatens_to_leave" not in turn.reading.acts
    assert turn.aside


def test_what_only_seems_grave_is_asked_about_beside_the_leaders_line_once(hold, dana):
    told = hold(dana, serious={"three systems": False}, named=False)
    turn = told.say("They write it into three systems.")
    assert turn.planned
    assert turn.aside == IF_GRAVE
    assert told.say("And then into three systems more.").aside != IF_GRAVE


def test_a_possible_matter_with_a_name_stops_the_meeting(hold, dana):
    turn = hold(dana, serious={"the guard is off": False}).say("On my line the guard is off.")
    assert turn.beats == ()
    assert not turn.state.ended


def test_a_leader_may_state_the_rule_on_danger_with_sides_swapped(hold, library):
    pia = with_persona(library, "ic-nervous")
    told = hold(pia, serious={"someone could get hurt": True})
    turn = told.say("What you tell me I use without names, unless someone could get hurt. What's hard just now?")
    assert turn.beats
    assert not turn.state.ended


def test_a_meeting_described_in_words_knows_who_is_in_it(library):
    known = {"me": "Rosa", "boss": "Helen", "leader": "Mr Bello", "minutes": "20", "invited": "yes"}
    meeting = with_persona(library, "people-minded-vp", "…", known=known)
    assert (meeting.people.user.first, meeting.people.boss.first) == ("Rosa", "Helen")
    assert meeting.people.leader.first == "Mr Bello"
    assert (meeting.minutes, meeting.asked_by) == (20, "leader")


def test_an_employee_without_a_story_borrows_one(library):
    assert with_persona(library, "ic-silent").scenario


@pytest.mark.parametrize(
    "line", ["What's it like being a chief nurse?", "What do you do all day?", "What does a CFO do?"]
)
def test_the_leaders_own_job_is_never_too_far_away(hold, line):
    people = CARMEN.people.model_copy(update={"leader": Person(first="Carmen", role="CFO")})
    told = hold(CARMEN.model_copy(update={"people": people}))
    told.say("We write every order twice.")
    for _ in range(6):
        turn = told.say(line)
        assert "too_far" not in moves(turn)
    assert any("answer.job" in moves(turn) for turn in told.turns)


@pytest.mark.parametrize(
    "line",
    ["Whats your plan for the second shift then", "are you going to do it this year", "do you see that elsewhere too"],
)
def test_a_question_needs_no_mark(hold, line):
    assert hold(CARMEN).say(line).reading.questions == (line,)


@pytest.mark.parametrize(
    "line",
    ["What's slow is the sign-off.", "Do I like it, yes.", "Have it your way.", "Can I just say the team did well."],
)
def test_a_statement_in_the_order_of_a_question_asks_nothing(hold, line):
    assert hold(CARMEN).say(line).reading.questions == ()


def test_saying_that_a_question_was_missed_is_no_wish_for_secrecy(hold):
    line = "You didn't answer my question."
    turn = hold(CARMEN, flags={line: ("secrecy_request", 2)}).say(line)
    assert "presses" in turn.reading.acts
    assert turn.reading.risk.flags == ()
    assert "It travels back" not in turn.aside


@pytest.mark.parametrize(
    "line", ["Could I show you again in the autumn?", "Same time next quarter?", "May I bring you the figures again?"]
)
def test_a_next_meeting_is_asked_for_in_many_ways(hold, line):
    acts = hold(CARMEN).say(line).reading.acts
    assert "asks_next" in acts
    assert "offers_more" not in acts


def test_what_broke_again_asks_for_no_meeting(hold):
    assert "asks_next" not in hold(CARMEN).say("It broke again in March.").reading.acts
