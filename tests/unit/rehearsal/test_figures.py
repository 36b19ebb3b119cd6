"""What the user said is remembered: figures that contradict each other, corrections, and what they ask back."""

import pytest

from app.coaching.rehearsal.figures import contradicted, figures, value_of
from app.domain.meeting import Meeting

NURSE = Meeting(persona="data-driven-sceptic", difficulty=4, seed=3)
FALLS = "We went from 14 falls in the spring to 6 in the summer."


def moves(turn):
    return [beat.move for beat in turn.beats]


@pytest.mark.parametrize(
    ("said", "value"),
    [("14", 14), ("1,200", 1200), ("5k", 5000), ("twenty two", 22), ("a hundred and six", 106), ("three million", 3e6)],
)
def test_a_number_in_words_is_worth_what_it_says(said, value):
    assert value_of(said) == value


@pytest.mark.parametrize(
    ("before", "now", "both"),
    [
        (FALLS, "About ten falls in the spring, down to 6", ("14 falls", "ten falls")),
        ("Complaints went from 40 to 25 since May.", "We had 60 complaints in May.", ("40", "60 complaints")),
        ("Our build takes 47 minutes.", "The build takes 20 minutes.", ("47 minutes", "20 minutes")),
        ("We lose 40 minutes a shift waiting.", "We lose 60 minutes a shift waiting.", ("40 minutes", "60 minutes")),
    ],
)
def test_two_figures_for_the_same_thing_are_noticed(before, now, both):
    found = contradicted([before], figures(now), 0.25)
    assert found is not None
    assert (found[0].text, found[1].text) == both


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (FALLS, "In the summer we had 6 falls."),
        ("Complaints went from 40 to 25 since May.", "In July we had 30 complaints."),
        ("We lost 12 customers in March.", "We lost 15 customers in April."),
        ("We lost nine pallets last week.", "We lost twelve pallets this week."),
        ("The queue was 14 calls before.", "The queue is 6 calls now."),
        ("We see between 40 and 50 patients a night.", "We see 45 patients a night."),
        ("We see 40 to 50 patients a night.", "We see 45 patients a night."),
        ("We lost 12 customers because of it.", "I tested it with five customers and four finished."),
        ("We have six chargers for nine trucks.", "We need nine chargers for nine trucks."),
        ("We answer 200 calls a night.", "If we had two more people we could answer 260 calls a night."),
        ("The wait is nine days on average.", "The longest wait was 19 days."),
        ("Three of five nurses left the ward.", "Two nurses joined the ward."),
        ("I've been on the team two years.", "The system is six years old."),
    ],
)
def test_months_ranges_wishes_and_other_things_contradict_nothing(before, now):
    assert contradicted([before], figures(now), 0.0) is None


def test_a_contradiction_is_put_with_both_figures(hold):
    turn = hold(NURSE).say_all(["Hi, thanks for having me.", FALLS]).say("About ten falls in the spring, down to 6.")
    assert moves(turn) == ["probe.contradiction.hard"]
    assert "14 falls" in turn.planned
    assert "en falls" in turn.planned


def test_a_small_difference_is_noticed_only_by_a_hard_leader(hold):
    lines = ["Hello, I run the night desk.", "The desk answers 200 calls a night."]
    heard = {}
    for difficulty in (1, 3, 5):
        told = hold(NURSE.model_copy(update={"difficulty": difficulty})).say_all(lines)
        heard[difficulty] = [
            move for move in moves(told.say("The desk answers 190 calls a night.")) if "contradiction" in move
        ]
    assert heard == {1: [], 3: [], 5: ["probe.contradiction.hard"]}


@pytest.mark.parametrize(
    ("before", "line", "now", "was"),
    [
        (
            "Our build takes 47 minutes.",
            "Earlier I said 47, it's really 20 since the cache went in last month.",
            "20",
            "47",
        ),
        ("We lose three days a month.", "It's four days actually, I misspoke.", "our days", "three days"),
        (
            "That was twenty two releases.",
            "Actually it was fourteen releases, not twenty two, sorry.",
            "ourteen",
            "twenty two",
        ),
        ("We lost six pallets on Monday.", "Sorry, four.", "our", "six"),
    ],
)
@pytest.mark.parametrize("difficulty", [1, 5])
def test_an_honest_correction_is_taken_and_credited(hold, before, line, now, was, difficulty):
    told = hold(NURSE.model_copy(update={"difficulty": difficulty})).say_all(["Hello.", before])
    turn = told.say(line)
    assert moves(turn)[0] == "receive.correction"
    assert now in turn.planned
    assert not any("contradiction" in move for move in moves(turn))
    assert "put that right" in turn.aside
    assert turn.state.rapport >= told.turns[-2].state.rapport
    assert any(now.lstrip("ou") in thread for thread in turn.state.threads)
    assert all(was not in thread for thread in turn.state.threads)


def test_which_is_it_is_answered_with_the_figure_alone(hold):
    told = hold(NURSE).say_all(["Hello.", FALLS, "About ten falls in the spring, down to 6."])
    turn = told.say("Fourteen.")
    assert moves(turn)[0] == "receive.correction"
    assert "ourteen" in turn.planned


def test_a_corrected_figure_is_neither_blame_nor_a_grave_matter(library, english):
    from app.coaching.rehearsal.fairness import fair
    from app.domain.risk import RiskFlag, RiskReport, SeriousFinding

    line = "Earlier I said 47, it's really 20 since the cache went in."
    flag = RiskFlag(
        category="blaming_colleagues", name="", severity=3, start=0, end=7, phrase="Earlier", reason="", say_instead=""
    )
    doubt = SeriousFinding(category="serious_fraud", name="", start=0, end=7, routes=(), certain=False, named=False)
    sure = doubt.model_copy(update={"certain": True})
    assert fair(RiskReport(text=line, flags=(flag,), serious=(doubt,)), line, ("corrects_figure",)).serious == ()
    assert fair(RiskReport(text=line, flags=(flag,)), line, ("corrects_figure",)).flags == ()
    assert fair(RiskReport(text=line, serious=(sure,)), line, ("corrects_figure",)).serious == (sure,)
    told_to = "I said 47, it's really 20, I was told to report a lower number."
    assert fair(RiskReport(text=told_to, serious=(doubt,)), told_to, ("corrects_figure",)).serious == (doubt,)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Do you remember how many customers we lost in March?", '"12 customers"'),
        ("How many customers did I say we lost in March?", '"12 customers"'),
        ("What did I say about the paper version?", '"I tested a paper version with five people"'),
    ],
)
def test_what_they_said_is_given_back_in_their_words(hold, question, words):
    lines = ["Hello.", "We lost 12 customers in March because of it.", "I tested a paper version with five people."]
    turn = hold(NURSE).say_all(lines).say(question)
    assert "answer.recall" in moves(turn)
    assert words.lower() in turn.planned.lower()


@pytest.mark.parametrize(
    "question", ["What did I say about Dublin?", "You said something about the future, what was it?"]
)
def test_nothing_is_made_up_for_what_was_never_said(hold, question):
    turn = hold(NURSE).say_all(["Hello.", "We lost 12 customers in March."]).say(question)
    assert "answer.recall_none" in moves(turn)


def test_private_words_are_not_remembered(hold, dana):
    told = hold(dana)
    turn = told.say("My wife left in March and the hand-over takes nine days.")
    assert turn.state.threads == () or all("wife" not in thread for thread in turn.state.threads)


def test_what_is_remembered_is_never_taken_up_as_a_thing(hold):
    told = hold(NURSE).say_all(["Hello.", FALLS, "We did a round every night.", "The ward office was helpful."])
    assert not any("thread" in beat.slots for turn in told.turns for beat in turn.beats)


@pytest.mark.parametrize(
    "line",
    [
        "Actually two of us tried it last week.",
        "Actually 30 people signed up for it.",
        "It's really two jobs in one.",
        "Sorry, one more thing about the rota.",
        "I said twenty minutes and it was really good.",
    ],
)
def test_a_new_figure_or_a_way_of_speaking_corrects_nothing(hold, line):
    told = hold(NURSE).say_all(["Hello.", "We lost 12 customers in March.", "The rota is slow."])
    turn = told.say(line)
    assert "receive.correction" not in moves(turn)
    assert "repairs" not in turn.reading.acts
    assert "We lost 12 customers in March." in turn.state.threads
