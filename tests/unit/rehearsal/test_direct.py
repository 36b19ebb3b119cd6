"""Direct questions get what they ask for, words fit what was said, and what was told is not asked again."""

import re

import pytest

from app.domain.meeting import Meeting, People, Person

ANA = Meeting(
    persona="data-driven-sceptic", difficulty=3, seed=4,
    people=People(user=Person(first="Ana"), boss=Person(first="Piet"), leader=Person(first="Helga")),
)  # fmt: skip


def moves(turn):
    return [beat.move for beat in turn.beats]


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("People say the depot moves. Just tell me, yes or no.", "answer.yes_no"),
        ("I only need a day by which we hear.", "answer.when"),
        ("Which books would you recommend?", "answer.reading"),
        ("Whose count do you believe when two reports differ?", "answer.trust"),
        ("Which one would you tackle first?", "answer.which"),
        ("If not you, then who would decide?", "answer.who_then"),
        ("Have I understood that correctly?", "answer.confirm"),
        ("How would you measure the saving?", "answer.measure"),
        ("What keeps you awake at night?", "answer.worry"),
        ("What are we supposed to do in the meantime?", "answer.meanwhile"),
        ("Who is going to tell the team, you or Piet?", "answer.told_by"),
        ("Why her and not me?", "answer.why_other"),
        ("What should I bring you?", "answer.deliver"),
        ("May I tell Piet what you said?", "answer.message"),
        ("Do you think Piet is holding this up?", "answer.manager_view"),
        ("That doesn't tell me much.", "receive.pressed"),
    ],
)
def test_a_direct_question_gets_an_answer_of_its_kind(hold, line, move):
    assert move in moves(hold(ANA).say(line))


def test_a_question_after_a_slip_is_answered_and_not_praised_as_a_repair(hold):
    told = hold(ANA, {"Are we being closed?": ("rumours", 4)})
    told.say("Are we being closed?")
    turn = told.say("Fair. What could I read this month?")
    assert moves(turn)[0] == "answer.reading"
    assert "put that right" not in turn.aside


def test_which_first_is_answered_with_the_thing_they_told(hold):
    told = hold(ANA).say_all(["Most tickets are about the invoice export.", "It waits for a slot."])
    assert "invoice export" in told.say("I told you which export it is. Which one would you fix first?").planned


@pytest.mark.parametrize(
    ("told", "asked", "total"),
    [
        (["The line stopped nine times.", "Each stop takes six minutes."], "What does that come to?", "54 minutes"),
        (["We get forty calls a week, and every call costs us half an hour or 30 minutes."], "In total, in hours?", "20 hours"),
    ],
)  # fmt: skip
def test_a_sum_of_their_own_figures_is_done(hold, told, asked, total):
    assert total in hold(ANA).say_all(told).say(asked).planned.lower()


def test_nobody_is_asked_how_they_counted_what_they_said_they_counted(hold):
    for seed in range(8):
        told = hold(ANA.model_copy(update={"seed": seed, "difficulty": 5}))
        told.say("I counted it myself from the job sheets.")
        for line in ("It was 310 jobs over eight weeks.", "We lost 42 hours to it."):
            assert not re.search(r"doubted|count or|Did you count|based on", told.say(line).planned)


@pytest.mark.parametrize(
    "line",
    [
        "Evening, Ms Brandt. Thanks for staying on.",
        "Hello Helga, you had twenty minutes for a walk.",
        "Good afternoon.",
    ],
)
def test_manners_are_returned_and_not_asked_about(hold, line):
    turn = hold(ANA).say(line)
    assert moves(turn) == ["receive.greeting", "ask.begin"]
    assert not turn.reading.things


@pytest.mark.parametrize(
    ("line", "shares"),
    [
        ("We need a third environment.", []),
        ("A fifth audit is coming.", []),
        ("A third of the calls fail.", ["A third"]),
    ],
)
def test_an_ordinal_is_no_share(hold, line, shares):
    assert [n.text for n in hold(ANA).say(line).reading.numbers if n.shape == "percent"] == shares


@pytest.mark.parametrize("persona", ["blunt-operator", "guarded-political", "analyst-introvert", "gracious-diplomat"])
def test_the_opening_fits_who_asked_and_whether_anything_was_written(hold, persona):
    for seed in range(6):
        called = ANA.model_copy(update={"persona": persona, "seed": seed, "situation": "She asked to see me."})
        own = called.model_copy(update={"situation": "I plan routes."})
        first, second = (hold(meeting).turns[0] for meeting in (called, own))
        assert "open.asked" not in moves(first)
        assert not re.search(r"\bnote\b|you wrote|you sent", second.planned, re.I)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("OK. I'll split it by type and send it by the 14th.", "by the 14th"),
        ("I'll go through the sheets with Piet before Friday.", "before Friday"),
    ],
)
def test_a_step_with_a_day_is_a_promise_whatever_the_verb(hold, line, due):
    (promise,) = hold(ANA).say(line).reading.promises
    assert promise.due == due


def test_questions_that_came_in_place_of_an_answer_do_not_count_against_the_listener(hold):
    lines = ["When will we hear?", "Who decides it?", "Is the depot closing?", "When do we know?"]
    rule = {s.line: s.rule for s in hold(ANA).say_all(lines).debrief().scores}["listening"]
    assert "They asked too little" in rule or "don't count" in rule


@pytest.fixture
def minh(library):
    scenario = library.scenario_by_id["swap-silent-night-technician"]
    return Meeting(audience="leader", people=scenario.people, persona=scenario.persona, scenario=scenario.id, seed=2)


@pytest.mark.parametrize(
    "line",
    [
        "I'd pass on the themes only, and never names, except where somebody is in danger.",
        "I won't tell anybody who said it; only the point goes further.",
        "Nobody will know it was you.",
    ],
)
def test_a_rule_in_other_words_is_a_rule(hold, minh, line):
    assert "states_rule" in hold(minh).say(line).reading.acts


def test_saying_that_nothing_is_graded_is_no_rule(hold, minh):
    assert "states_rule" not in hold(minh).say("Nothing you say is graded.").reading.acts


@pytest.mark.parametrize(
    ("line", "move"),
    [
        ("What should I have asked you?", "ic.unasked"),
        ("What did you hear me say about names?", "ic.heard_rule"),
        ("What if the answer is no?", "ic.if_no"),
        ("What do I owe you, as you see it?", "ic.owed"),
    ],
)
def test_an_employee_of_few_words_still_answers_what_is_asked(hold, minh, line, move):
    told = hold(minh)
    told.say("Themes I share, names I don't; if something isn't safe I must act.")
    assert move in moves(told.say(line))


def test_a_leaders_own_answer_by_a_day_is_a_promise_they_may_make(hold, minh):
    line = "I'll get back to you by Friday."
    turn = hold(minh, {line: ("leader_promise", 4)}).say(line)
    assert turn.reading.promises[0].due == "by Friday"
    assert not turn.reading.risk.flags
