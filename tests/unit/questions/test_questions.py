import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.coaching.questions import Questions
from app.domain.knowledge import Direction
from app.domain.library import Library
from app.domain.meeting import Meeting, People, Person


@pytest.fixture(scope="module")
def questions(library: Library) -> Questions:
    return Questions(library, None)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    minutes=st.integers(min_value=5, max_value=120),
    goal=st.text(max_size=60) | st.sampled_from(["understand the reorg", "career advice", "tell her all my tasks"]),
    topics=st.lists(st.sampled_from(["release sign-off", "the night shift", ""]), max_size=2),
    audience=st.sampled_from(["ic", "leader"]),
    asked_by=st.sampled_from(["ic", "leader", "programme"]),
    pinned=st.lists(
        st.sampled_from(["ask-time-thought-moment-taking", "What worries you?", "", "Is it fair?"]), max_size=12
    ),
)
def test_the_agenda_is_always_inside_the_time_box(
    questions: Questions, minutes: int, goal: str, topics: list[str], audience: str, asked_by: str, pinned: list[str]
) -> None:
    meeting = Meeting(minutes=minutes, goal=goal, topics=tuple(topics), audience=audience, asked_by=asked_by)
    agenda = questions.agenda(meeting, pinned)
    assert agenda.opening_minutes + agenda.closing_minutes + sum(item.minutes for item in agenda.items) <= minutes
    assert agenda.items
    assert all(item.minutes >= 1 for item in agenda.items)


def test_what_only_this_leader_can_answer_comes_first_and_bold_ones_last(questions: Questions) -> None:
    agenda = questions.agenda(Meeting(goal="understand priorities", minutes=45))
    assert all(item.only_this_leader for item in agenda.items)
    assert [item.bold for item in agenda.items] == sorted(item.bold for item in agenda.items)
    assert all(item.why and item.follow_up for item in agenda.items)
    assert agenda.opening
    assert agenda.closing
    assert agenda.fallback


def test_the_user_s_own_noun_stands_in_a_question_about_it(questions: Questions) -> None:
    meeting = Meeting(goal="the thinking behind release sign-off", topics=("release sign-off",))
    texts = [item.text for item in questions.agenda(meeting).items]
    assert "Could you help me see the thinking behind release sign-off?" in texts


def test_a_change_question_is_only_asked_in_a_change(questions: Questions, library: Library) -> None:
    change = {q.id for q in library.questions if q.theme == "change"}
    calm = {item.question_id for item in questions.agenda(Meeting(goal="career advice", minutes=60)).items}
    reorg = {
        item.question_id for item in questions.agenda(Meeting(goal="understand the reorg", situation="reorg")).items
    }
    assert not calm & change
    assert reorg & change


def test_pinned_stays_and_dropped_goes(questions: Questions) -> None:
    meeting = Meeting(goal="understand priorities")
    first = questions.agenda(meeting).items[0].question_id
    assert first not in {item.question_id for item in questions.agenda(meeting, dropped=[first]).items}
    own = questions.agenda(meeting, pinned=["Why does leadership ignore us?"])
    mine = next(item for item in own.items if item.pinned)
    assert mine.text == "Why does leadership ignore us?"
    assert mine.warnings


@pytest.mark.parametrize(
    "goal",
    [
        "raise a grievance about unequal pay",
        "complain together about the unpaid overtime",
        "fed up with unsafe ladders",
    ],
)
def test_nothing_is_said_against_a_complaint_people_have_a_right_to(questions: Questions, goal: str) -> None:
    assert not any("complaints" in each for each in questions.agenda(Meeting(goal=goal)).warnings)
    assert any("complaints" in each for each in questions.agenda(Meeting(goal="I'm fed up with Tom")).warnings)


def test_what_is_known_is_not_asked(questions: Questions, library: Library) -> None:
    asked = next(
        q for q in library.questions if q.text == "What is taking most of your time and thought at the moment?"
    )
    meeting = Meeting(goal="learn about her priorities")
    assert asked.id in {item.question_id for item in questions.agenda(meeting).items} | {asked.id}
    known = meeting.model_copy(update={"known": asked.text})
    assert asked.id not in {item.question_id for item in questions.agenda(known).items}


@pytest.mark.parametrize(
    ("goal", "word"),
    [
        ("give her a status report on my work", "status report"),
        ("complain about how unfair the rota is", "complaints"),
        ("find out who is our ceo", "search"),
        ("ask about my holiday", "manager"),
    ],
)
def test_a_meeting_that_goes_wrong_is_said_so(questions: Questions, goal: str, word: str) -> None:
    assert word in " ".join(questions.agenda(Meeting(goal=goal)).warnings)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Why does leadership ignore us?", "accusation"),
        ("What is the strategy and when will we get more people?", "two things"),
        ("Is the strategy working?", "Yes or no"),
        ("Do you agree with my boss about the deadline?", "sides"),
        ("Can I get a raise?", "manager"),
        ("How many employees do we have?", "search"),
        ("When is my deadline?", "manager"),
    ],
)
def test_an_own_question_is_told_what_to_change(questions: Questions, text: str, word: str) -> None:
    assert word in " ".join(questions.review_own(text))


@pytest.mark.parametrize(
    "text",
    [
        "Why do women here earn a lower salary than men for the same work?",
        "What about our workload, when twelve of us skip breaks?",
        "Why won't leadership pay our overtime?",
        "When do our shifts stop breaking the law?",
        "Why do I earn less than Tom for the same work?",
    ],
)
def test_nothing_is_said_against_a_question_about_what_people_have_a_right_to(questions: Questions, text: str) -> None:
    assert questions.review_own(text) == ()
    assert not questions.agenda(Meeting(goal=text), (text,)).warnings


@pytest.mark.parametrize("text", ["我们为什么要重组？", "لماذا نعيد التنظيم؟"])
def test_a_question_mark_of_another_script_is_one(questions: Questions, text: str) -> None:
    assert questions.review_own(text) == ()


@pytest.mark.parametrize("topic", ["Will", "will okafor", "kids", "a new office in Pune"])
def test_a_person_or_one_of_many_is_no_topic(questions: Questions, topic: str) -> None:
    people = People(boss=Person(first="Will", last="Okafor"))
    agenda = questions.agenda(Meeting(topics=(topic,), people=people, minutes=60))
    assert not [text for text in (agenda.opening, *(item.text for item in agenda.items)) if topic in text]


def test_a_leader_is_told_what_to_change_in_words_for_their_side(questions: Questions) -> None:
    verdict = "What do you think of your manager?"
    assert "verdict on their manager" in " ".join(questions.review_own(verdict, leads=True))
    assert "your manager" not in " ".join(
        questions.review_own("Who approves this, and what is the deadline?", leads=True)
    )
    agenda = questions.agenda(Meeting(audience="leader", goal="get a status report on the work"), pinned=(verdict,))
    assert "Their manager" in " ".join(agenda.warnings)
    assert "verdict" in " ".join(warning for item in agenda.items for warning in item.warnings)


def test_a_good_question_is_left_alone(questions: Questions, library: Library) -> None:
    assert questions.review_own("What is hardest for you to get right this quarter?") == ()
    faulted = [q.text for q in library.questions if q.direction is Direction.UP and questions.review_own(q.text)]
    assert len(faulted) <= 0.1 * len(library.questions), faulted


def test_the_leader_s_agenda_holds_at_most_one_question_about_the_manager(
    questions: Questions, library: Library
) -> None:
    agenda = questions.agenda(Meeting(audience="leader", goal="listen", minutes=60))
    about = {q.id for q in library.questions if q.theme == "manager_question"}
    assert sum(item.question_id in about for item in agenda.items) <= 1
    assert "harassment" in agenda.opening


def test_likely_questions_come_from_the_other_side(questions: Questions) -> None:
    assert all(q.direction is Direction.DOWN for q in questions.likely(Meeting(), None))
    assert all(q.direction is Direction.UP for q in questions.likely(Meeting(audience="leader"), None))


@pytest.mark.parametrize(
    ("asked", "theme"),
    [("what keeps you up at night", "risk_quality"), ("how did you get to where you are", "professional_growth")],
)
def test_people_s_own_wording_finds_the_question(questions: Questions, asked: str, theme: str) -> None:
    found = questions.nearest(asked)
    assert found is not None
    assert found.theme == theme


def test_nonsense_finds_nothing(questions: Questions) -> None:
    assert questions.nearest("purple elephants dance sideways") is None
    assert questions.nearest("  ") is None


def test_a_group_or_a_phone_call_changes_how_the_meeting_opens(questions: Questions) -> None:
    alone = questions.agenda(Meeting(goal="learn about her priorities", minutes=30))
    group = questions.agenda(Meeting(goal="learn about her priorities", minutes=30, format="group"))
    phone = questions.agenda(Meeting(goal="learn about her priorities", minutes=30, format="phone"))
    assert "all of us" in group.opening
    assert len(group.items) < len(alone.items)
    assert "phone" in phone.opening


def test_learning_about_a_role_is_no_question_about_training(questions: Questions) -> None:
    agenda = questions.agenda(Meeting(goal="learn about her role and priorities", minutes=30))
    assert not any("be learning" in item.text for item in agenda.items)
