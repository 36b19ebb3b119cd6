import pytest

from app.domain.meeting import Meeting


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
