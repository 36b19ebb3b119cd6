import pytest

from app.coaching.planning import leader_plan
from app.coaching.rehearsal.aside import hint
from app.coaching.rehearsal.scene import Scene
from app.content.prompt_files import load_prompts
from app.domain.meeting import Meeting
from app.domain.rehearsal import Beat
from tests.conftest import ROOT


@pytest.fixture
def pia(library):
    scenario = library.scenario_by_id["swap-nervous-adjuster"]
    return Meeting(
        audience="leader", people=scenario.people, minutes=25, asked_by="leader", persona=scenario.persona,
        scenario=scenario.id, difficulty=3, seed=1,
    )  # fmt: skip


RULE = (
    "Themes go to Leonard, names don't, and safety or fraud I must pass on. What gets in the way of a good day's work?"
)


def test_status_questions_get_the_safe_fact_only(hold, pia):
    turn = hold(pia).say("Where are we on the backlog, and how many are you carrying?")
    assert turn.state.facts_said
    assert all(fact.startswith("work.") for fact in turn.state.facts_said)


def test_a_rule_and_an_open_question_buy_the_problem(hold, pia):
    turn = hold(pia).say(RULE)
    assert turn.state.trust > 2
    assert any(fact.startswith(("problem.", "hint.")) for fact in turn.state.facts_said)


def test_fishing_costs_trust_and_gets_nothing(hold, pia):
    turn = hold(pia).say("What do people on the team really say about him?")
    assert turn.state.trust == 0
    assert turn.state.facts_said == ()


def test_a_promise_frightens(hold, pia):
    told = hold(pia)
    told.say(RULE)
    turn = told.say("That isn't good enough. Leave it with me, I'll have it stopped this week.")
    assert turn.beats[0].move == "ic.alarm"


def test_the_debrief_scores_the_leaders_side(hold, pia):
    told = hold(pia).say_all(
        [RULE, "Leonard ought to know better.", "What happens on your side when the list changes?"]
    )
    scores = {s.line: s.value for s in told.debrief().scores}
    assert scores["leader_rule"] == 4
    assert scores["leader_fairness"] is not None
    assert scores["leader_fairness"] < 3


def test_a_leader_has_a_hint_for_whatever_the_employee_does(library, pia):
    scene = Scene.of(pia, library)
    moves = [move.id for move in library.moves if move.side == "ic" and move.part != "close"]
    hints = {move: hint([Beat(move=move, template="", text="…")], scene) for move in moves}
    assert [move for move, said in hints.items() if not said or "{" in said] == []
    assert "Leonard has heard it" in hints["ic.reveal"]


def test_the_debrief_names_the_slip_and_the_share_a_leader_should_aim_for(hold, pia):
    told = hold(pia).say_all(["Leonard ought to know better.", "I spoke too soon.", RULE])
    debrief = told.debrief()
    rules = {s.line: s.rule for s in debrief.scores}
    assert rules["leader_fairness"] == "You judged the manager, and took it back."
    assert debrief.talk_share_note.endswith("aim for less than 45%.")


def test_the_close_says_what_was_in_it(hold, pia):
    told = hold(pia.model_copy(update={"minutes": 5}))
    closed = told.say_all([RULE, "What happens then?", *["word " * 150] * 3]).debrief()
    rule = next(s.rule for s in closed.scores if s.line == "leader_close")
    assert rule == "In your last lines: no thanks, no recap, no date."


def test_a_model_is_told_which_of_the_two_it_plays(hold, pia, dana, library):
    prompt = load_prompts(ROOT / "prompts")["rehearse"]
    for meeting, part in (
        (pia, "an employee, they are a senior leader"),
        (dana, "a senior leader, they are an employee"),
    ):
        plan = leader_plan(library, meeting, hold(meeting).say(RULE), RULE)
        said = prompt.render(plan.slots | {"draft": plan.planned})
        assert f"You play {meeting.opposite.full} in" in said
        assert f"You are {part}." in said
        assert f"They say: {RULE}" in said


DARNELL_RULE = "Themes I use without names, and safety I have to pass on. What happened last weekend?"


@pytest.fixture
def darnell(library):
    scenario = library.scenario_by_id["swap-venting-lift-engineer"]
    return Meeting(
        audience="leader", people=scenario.people, minutes=30, asked_by="ic", format="phone", persona=scenario.persona,
        scenario=scenario.id, difficulty=4, seed=1,
    )  # fmt: skip


def test_a_guarded_employee_does_not_tell_it_all_in_the_first_lines(hold, darnell):
    told = hold(darnell)
    told.say(DARNELL_RULE)
    assert not any(f.startswith("problem.") for f in told.say("What happened on Saturday, in order?").state.facts_said)
    assert any(f.startswith("problem.") for f in told.say("What did it cost you?").state.facts_said)


def test_a_promise_frightens_each_time(hold, darnell):
    told = hold(darnell)
    for line in ("I'll get you Saturday off, I promise.", "I promise, I'll get you Saturday off."):
        assert told.say(line).beats[0].move in {"ic.alarm", "ic.no_favour"}


def test_a_what_if_is_met_with_what_they_want_and_not_with_a_status(hold, darnell):
    told = hold(darnell).say_all([DARNELL_RULE, "What happened on Saturday, in order?", "What did it cost you?"])
    turn = told.say("What would happen if the rota closed on Thursday?")
    assert turn.beats[0].move == "ic.want"
    assert told.say("What if it closed on Wednesday?").beats[0].move == "ic.if"


def test_what_they_would_like_is_never_answered_with_a_shrug(hold, darnell):
    assert hold(darnell).say("What would you like to change?").beats[0].move in {"ic.want", "ic.small"}


@pytest.mark.parametrize(
    "line",
    [
        "I keep names out of it, apart from safety.",
        "I'll leave your name out of it.",
        "Names are kept out.",
        "I won't share it with anyone except a matter of safety.",
    ],
)
def test_a_rule_is_heard_however_it_is_put(hold, pia, line):
    assert "states_rule" in hold(pia).say(line).reading.acts


def test_a_question_beside_safety_is_no_rule(hold, pia):
    assert "states_rule" not in hold(pia).say("Apart from safety, what gets in the way?").reading.acts
