"""What follows a line that may be grave: nobody goes on as if nothing had been said, and nothing is scored."""

import pytest

from app.coaching.rehearsal.grave import STILL_OPEN, taken_back
from app.domain.meeting import Meeting

OPENED = "Thanks for the time. I wanted to tell you how the ward runs."
HINT = "Somebody takes the keys off the hook after ten."
AT_WORK = {"takes the keys": False}
WORK = "On Monday the trolleys came forty minutes late, and four people waited."


def moves(turn):
    return [beat.move for beat in turn.beats]


@pytest.mark.parametrize("line", ["What would you do about it?", "Yes, that's what I mean.", "It's worse than that."])
def test_a_possible_matter_that_is_taken_up_ends_the_role_play(hold, dana, line):
    told = hold(dana, serious=AT_WORK).say_all([OPENED, HINT])
    turn = told.say(line)
    assert turn.state.ended
    assert turn.beats == ()
    assert [finding.certain for finding in turn.reading.risk.serious] == [True]


def test_where_it_was_nothing_the_talk_is_picked_up_and_the_denial_is_not_coached(hold, dana):
    told = hold(dana, {"No, nothing like that.": ("excuses", 3)}, AT_WORK).say_all([OPENED, HINT])
    turn = told.say("No, nothing like that.")
    assert moves(turn) == ["ask.resume"]
    assert turn.aside == STILL_OPEN
    debrief = told.say_all([WORK, "We measured it with the porters."]).debrief()
    assert debrief.scores
    assert not any("nothing like that" in fix.quote for fix in debrief.fixes)


def test_whoever_turns_to_something_else_is_let_go_on_and_told_once_that_help_stays(hold, dana):
    told = hold(dana, serious=AT_WORK).say_all([OPENED, HINT])
    turn = told.say(WORK)
    assert turn.beats
    assert turn.aside == STILL_OPEN
    assert "You can turn to: HR; site safety" in told.debrief().headline


def test_a_debrief_after_a_grave_line_teaches_nothing_and_says_where_to_turn(hold, dana):
    for line in ("What should I do?", "Do you think I should tell somebody?"):
        debrief = hold(dana, serious=AT_WORK).say_all([OPENED, WORK, HINT, line]).debrief()
        assert (debrief.scores, debrief.strengths, debrief.fixes, debrief.drill, debrief.may_reach_boss) == (
            (),
            (),
            (),
            "",
            (),
        )
        assert "HR; site safety; in danger, the emergency services" in debrief.headline


def test_a_guess_is_met_by_the_leader_without_hurry_and_then_sent_where_it_belongs(hold, dana):
    told = hold(dana, serious=AT_WORK, named=False).say_all([OPENED])
    assert moves(told.say(HINT)) == ["receive.grave"]
    turn = told.say("So what do you make of that?")
    assert moves(turn) == ["answer.grave"]
    assert turn.aside == ""
    assert told.debrief().scores == ()


@pytest.mark.parametrize(
    ("line", "back"),
    [
        ("No, not at all.", True),
        ("I'm fine, it was a figure of speech.", True),
        ("No, it's worse.", False),
        ("No, but it happens every night.", False),
        ("No one else has seen it.", False),
        ("Yes. I'm fine though.", False),
    ],
)
def test_only_a_plain_denial_takes_it_back(line, back):
    assert taken_back(line) is back


KIND = (
    "You seem shaken. Did somebody hurt you?",
    "Has anyone said something to you?",
    "Are you all right?",
    "Do you feel safe on that shift?",
)


@pytest.mark.parametrize("line", KIND)
def test_a_leader_who_asks_whether_somebody_is_safe_is_never_corrected(hold, library, line):
    scenario = library.scenario_by_id["swap-nervous-adjuster"]
    meeting = Meeting(audience="leader", people=scenario.people, persona=scenario.persona, scenario=scenario.id, seed=1)
    question = line.rsplit(". ", 1)[-1]
    told = hold(meeting, {question: ("leader_fishing", 4)}, {question: True})
    turn = told.say(line)
    assert moves(turn) == ["ic.asked_safe"]
    assert "can't keep it to yourself" in turn.aside
    debrief = told.say("What happens on your side when the list changes?") and told.debrief()
    assert {s.line: s.value for s in debrief.scores}["leader_fairness"] == 4
    assert debrief.fixes == ()


def test_asking_what_others_say_is_still_fishing(hold, library):
    scenario = library.scenario_by_id["swap-nervous-adjuster"]
    meeting = Meeting(audience="leader", people=scenario.people, persona=scenario.persona, scenario=scenario.id, seed=1)
    line = "Is it Leonard who does that?"
    assert "Leonard" in hold(meeting, {line: ("leader_fishing", 4)}).say(line).aside
    echo = "Fine, is it?"
    assert "Try:" not in hold(meeting, {echo: ("leader_fishing", 4)}).say(f"{echo} Tell me about a bad day.").aside
