from collections import Counter

import pytest

from app.coaching.questions import Questions
from app.coaching.questions.aims import AIMS
from app.coaching.questions.nouns import topics_of
from app.domain.knowledge import Direction
from app.domain.library import Library
from app.domain.meeting import Meeting


@pytest.fixture(scope="module")
def questions(library: Library) -> Questions:
    return Questions(library, None)


@pytest.mark.parametrize(
    ("audience", "goal", "words"),
    [
        ("ic", "understand why we're rewriting billing again and whether it'll be cancelled", "rewriting billing"),
        ("ic", "find out why the Leeds warehouse is closing", "the decision on the Leeds warehouse"),
        ("ic", "get promoted to principal", "principal"),
        ("ic", "find out if I should stay in nursing or go for a band 6", "band 6"),
        ("ic", "learn how the hospital decides which wards get new monitors", "new monitors"),
        ("ic", "we keep losing people and I want him to do something about the rota", "the rota"),
        ("ic", "fed up with how slow approvals from finance are", "slow approvals"),
        ("ic", "our data migration is slipping and I want to warn him early", "our data migration"),
        ("ic", "show that the onboarding rewrite matters, it goes unnoticed", "the onboarding rewrite"),
        ("ic", "pitch an idea for a returns kiosk", "the returns kiosk"),
        ("ic", "the reorg: what happens to our team", "the reorg"),
        ("ic", "understand how AI will affect claims handling", "claims handling"),
        ("leader", "see whether the ERP rollout is really on track", "the ERP rollout"),
        ("leader", "hear how the merger landed with the depot", "the merger"),
        ("leader", "find who deserves thanks for the audit", "the audit"),
    ],
)
def test_half_of_the_agenda_at_least_is_about_the_goal_in_the_user_s_own_noun(
    questions: Questions, audience: str, goal: str, words: str
) -> None:
    items = questions.agenda(Meeting(audience=audience, goal=goal)).items
    assert sum(words in item.text for item in items) >= 2
    assert words in items[0].text


@pytest.mark.parametrize(
    ("audience", "goal", "aim"),
    [
        ("ic", "complain about my manager", "disagreement"),
        ("ic", "stop the layoffs", "reorg"),
        ("ic", "our two best welders quit and more will follow", "leaving"),
        ("ic", "raise unequal pay together with colleagues", "rights"),
        ("ic", "understand the strategy for the next three years", "strategy"),
        ("ic", "get our porters some recognition", "recognition"),
        ("ic", "be more visible", "standing"),
        ("ic", "my boss has left and nobody decides", "boss_left"),
        ("leader", "understand why three nurses left since June", "leaving"),
        ("leader", "start skip-levels with forty people, first round", "programme"),
        ("leader", "help her grow into a lead role", "growth"),
        ("leader", "find out what slows the claims team", "conditions"),
        ("leader", "find out how my managers are doing", "managing"),
    ],
)
def test_most_of_a_half_hour_serves_what_it_is_for(
    questions: Questions, library: Library, audience: str, goal: str, aim: str
) -> None:
    serving = {q.id for q in library.questions if aim in q.goals}
    items = questions.agenda(Meeting(audience=audience, goal=goal)).items
    assert items[0].question_id in serving
    assert sum(item.question_id in serving for item in items) >= 2


def test_every_aim_has_questions_for_both_sides(library: Library) -> None:
    for aim, _ in (*AIMS, ("matter", "")):
        for side in (Direction.UP, Direction.DOWN):
            fit = [q for q in library.questions if aim in q.goals and q.direction is side]
            assert len(fit) >= 3 or (aim, side) == ("managing", Direction.UP), (aim, side)


def test_a_short_meeting_to_get_to_know_each_other_is_light(questions: Questions, library: Library) -> None:
    light = {q.id for q in library.questions if "acquaint" in q.goals and q.bold == 1}
    agenda = questions.agenda(Meeting(goal="just say hi, he's new", minutes=10))
    assert {item.question_id for item in agenda.items} <= light
    assert "hello" in agenda.opening


@pytest.mark.parametrize(("minutes", "count"), [(10, 2), (15, 2), (30, 3), (45, 4), (60, 6), (120, 6)])
def test_there_are_as_many_questions_as_people_get_to(questions: Questions, minutes: int, count: int) -> None:
    assert len(questions.agenda(Meeting(goal="understand priorities", minutes=minutes)).items) == count
    invited = questions.agenda(Meeting(goal="understand priorities", minutes=minutes, asked_by="leader"))
    assert len(invited.items) <= count


def test_no_question_comes_for_nearly_everybody(questions: Questions) -> None:
    goals = ["", "talk", "see what comes up", "use the half-hour well", "my first one", "whatever comes"]
    people = ["", "warm-mentor", "blunt-operator", "data-driven-sceptic"]
    meetings = [Meeting(goal=goal, persona=person, minutes=45) for goal in goals for person in people]
    seen = Counter(item.question_id for meeting in meetings for item in questions.agenda(meeting).items)
    assert seen.most_common(1)[0][1] <= len(meetings) * 0.6
    assert len(seen) >= 15


@pytest.mark.parametrize(
    "goal",
    [
        "talk about Sarah",
        "questions for my meeting with the CFO",
        "get to know the new analysts",
        "be known and not fill the silences with regrets",
        "our two best welders quit",
        "tell her about my kids",
    ],
)
def test_a_person_or_what_is_not_wanted_is_no_noun_to_ask_about(goal: str) -> None:
    assert topics_of(Meeting(goal=goal)) == []


def test_a_noun_is_not_put_where_the_question_says_it_already(questions: Questions) -> None:
    meeting = Meeting(goal="hear about AI tools", minutes=60)
    assert not [item.text for item in questions.agenda(meeting).items if item.text.count("AI") > 1]


def test_a_verb_in_the_singular_goes_with_no_noun_in_the_plural(questions: Questions) -> None:
    agenda = questions.agenda(Meeting(goal="where is the company going with electric vans", minutes=60))
    assert any("electric vans" in item.text for item in agenda.items)
    assert not [item.text for item in agenda.items if "does electric" in item.text or "vans is" in item.text]


@pytest.mark.parametrize(
    ("goal", "broken"),
    [
        ("get the ward a new hoist before the winter starts", ("the ward a", "winter starts")),
        ("get our crew another loader before the lease ends", ("our crew", "lease ends")),
        ("ask when the new scanners come", ("the new scanners come up", "scanners come about")),
        ("hear whether the depot moves", ("about the depot moves", "for the depot moves")),
        ("is my residence permit still good if we are sold", ("permit",)),
        ("become a shift supervisor", ("ready for shift", "about shift", "for shift supervisor look")),
        ("apply for ward manager", ("ready for ward", "about ward")),
        ("become visible to her", ("visible before", "ready for visible")),
    ],
)
def test_what_cannot_stand_in_a_slot_leaves_the_wording_general(
    questions: Questions, goal: str, broken: tuple[str, ...]
) -> None:
    texts = [item.text for item in questions.agenda(Meeting(goal=goal, minutes=60)).items]
    assert texts
    assert not [text for text in texts for words in broken if words in text]


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        (
            "I clean nights and want to know what the director does with our fault slips",
            "what you do with our fault slips",
        ),
        ("find out what happens to our suggestions after we hand them in", "what happens to our suggestions after we"),
        ("find out if my job is safe after the takeover", "whether my job is safe after the takeover"),
        ("see if there is a way to become a team leader without a degree", "whether there is a way to become a team"),
        ("understand how she picks people for the pilot", "how you pick people for the pilot"),
        ("ask him how long the freeze lasts and who decides", "how long the freeze lasts?"),
    ],
)
def test_what_the_goal_asks_outright_is_asked_first(questions: Questions, goal: str, first: str) -> None:
    agenda = questions.agenda(Meeting(goal=goal, minutes=20))
    assert first in agenda.items[0].text
    asked = agenda.items[0].question_id
    assert asked not in {each.question_id for each in questions.agenda(Meeting(goal=goal), dropped=[asked]).items}


@pytest.mark.parametrize(
    "goal",
    ["find out if she trusts my manager", "ask if I get a raise", "find out whether I should stay", "her priorities"],
)
def test_what_a_leader_cannot_answer_is_not_asked_outright(questions: Questions, goal: str) -> None:
    assert not [item for item in questions.agenda(Meeting(goal=goal)).items if "Could you tell me" in item.text]


def test_a_visa_is_pointed_to_those_who_know(questions: Questions) -> None:
    assert "immigration adviser" in " ".join(
        questions.agenda(Meeting(goal="know if my work permit is safe after the merger")).warnings
    )
    assert not questions.agenda(Meeting(goal="understand our visa processing backlog")).warnings


@pytest.mark.parametrize("goal", ["just to say thank you for the lamps", "thank him for the bikes, nothing more"])
def test_a_thank_you_opens_with_it_and_asks_little(questions: Questions, goal: str) -> None:
    agenda = questions.agenda(Meeting(goal=goal, minutes=15))
    assert "say thank you for the" in agenda.opening
    assert len(agenda.items) == 1


def test_a_first_round_opens_with_a_question_people_can_answer(questions: Questions) -> None:
    for goal in ("first round with twelve people", "our first round, hear what blocks them", "start skip-levels"):
        first = questions.agenda(Meeting(audience="leader", goal=goal)).items[0].text
        assert "hoped I would ask" not in first
