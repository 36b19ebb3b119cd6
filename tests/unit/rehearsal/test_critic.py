import pytest

TURN = "What is taking up most of your head right now?"


@pytest.fixture
def turn(hold, dana):
    told = hold(dana)
    return told.rehearsal, told.say(TURN), dana


@pytest.mark.parametrize(
    "sentence",
    [
        "I'll talk to Priya about it this week.",
        "You have my word on the promotion.",
        "We'll get you the raise.",
        "Priya is a great manager.",
        "I've had my doubts about Priya.",
        "I agree with you about Priya.",
        "That's a great question.",
        "As an AI, I can't say.",
        "In this role-play I would ask you something else.",
        "You could say it like this instead.",
        "Sam: I would like to know more.",
        "*smiles* Good.",
        "Between us, there will be layoffs in March.",
        "We grew by 37% last year.",
    ],
)
def test_a_model_may_not_say_this_as_the_leader(turn, sentence):
    rehearsal, planned, meeting = turn
    assert rehearsal.review(sentence, planned, meeting, []) != ""


@pytest.mark.parametrize(
    "sentence",
    [
        "Late parcels, mostly.",
        "We promise two days and hit it eighty-eight times in a hundred.",
        "Priya's reasons I'd want to hear from Priya.",
        "What do you see from the tracking side?",
        "I'll remember that one.",
        "I can't promise anything from here.",
    ],
)
def test_ordinary_leader_sentences_pass(turn, sentence):
    rehearsal, planned, meeting = turn
    assert rehearsal.review(sentence, planned, meeting, []) == ""


def test_a_repeated_sentence_is_refused(turn):
    rehearsal, planned, meeting = turn
    assert "repeats" in rehearsal.review("Give me one case.", planned, meeting, ["Right. Give me one case."])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Let me think about it. What do you do all day?", "unanswered"),
        ("Late parcels, two days promised. What do you see? And where?", "more than one question"),
        ("Late parcels, and the board wants better by March.", "drops the question"),
        (" ".join(["Late parcels and the board."] * 30) + " What do you see?", "longer"),
        ("", "nothing"),
    ],
)
def test_a_whole_line_must_answer_ask_once_and_stay_short(turn, text, why):
    rehearsal, planned, meeting = turn
    assert why in rehearsal.review_whole(text, planned, meeting, [])


def test_the_planned_words_are_always_good_enough(turn):
    rehearsal, planned, meeting = turn
    assert rehearsal.review_whole(planned.planned, planned, meeting, []) == ""


def test_what_only_the_director_knows_stays_unsaid(turn, library):
    rehearsal, planned, meeting = turn
    worry = library.persona_by_id[meeting.persona].private.worry
    assert "private worry" in rehearsal.review(f"To be frank: {worry}", planned, meeting, [])


def test_the_users_private_goal_stays_private(turn):
    rehearsal, planned, meeting = turn
    assert "goal" in rehearsal.review("So you want to be made staff engineer this cycle.", planned, meeting, [])


def test_a_short_private_wish_stays_unsaid_even_where_the_user_said_a_word_of_it(hold, dana, library):
    meeting = dana.model_copy(update={"persona": "cross-examiner"})
    told = hold(meeting)
    planned = told.say("We had an argument about the rota, and I'd like to understand how such things are settled.")
    wish = library.persona_by_id["cross-examiner"].private.wants_from_meeting
    assert "private wish" in told.rehearsal.review(wish, planned, meeting, [])
