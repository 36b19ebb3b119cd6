"""Leaders and managers with a serious matter: what they told before, what they are accused of, what they may not do."""

from datetime import UTC, datetime

import pytest

from app.coaching.in_charge import ACCUSED, NO_DELAY, SILENCING, UNIONS, cards_asked, goes_on
from app.coaching.safety import FOR_ADJUSTMENTS, FOR_LEADERS, IN_CRISIS, told_of
from app.domain.conversation import Message
from app.domain.library import Library
from app.domain.turn import Plan, Role, Task

TOLD = "A fitter told me in our talk that his foreman pinches her."


def message(role: Role, text: str, plan: Plan | None = None) -> Message:
    return Message(id="m", session="s", role=role, text=text, plan=plan, created=datetime(2026, 1, 1, tzinfo=UTC))


def thread(
    library: Library, line: str, matter: str = "serious_harassment", *between: str, first: str = TOLD
) -> list[Message]:
    plan = Plan(
        task=Task.SUPPORT, planned="Today.", cards=FOR_LEADERS, serious=told_of([matter], first, library).serious
    )
    talk = [message("user", first), message("coach", "Today.", plan)]
    for other in between:
        talk += [
            message("user", other),
            message("coach", "So.", Plan(task=Task.ASK, planned="So.", cards=("leader-how-often",))),
        ]
    return [*talk, message("user", line)]


@pytest.mark.parametrize(
    ("line", "card"),
    [
        ("could it rest until after the audit?", NO_DELAY),
        ("what if I buy the foreman a coffee and ask him", NO_DELAY),
        ("I want his side before I go to HR", NO_DELAY),
        ("honestly I don't believe her", NO_DELAY),
        ("she wants it kept between us", FOR_LEADERS[1]),
        ("can I promise not to tell anyone?", FOR_LEADERS[1]),
        ("who do I ring about it", FOR_LEADERS[0]),
    ],
)
def test_what_was_told_is_not_forgotten_two_turns_on(library: Library, line: str, card: str) -> None:
    for between in ((), ("how often do I hold these?",)):
        earlier = goes_on(thread(library, line, "serious_harassment", *between), "leader")
        assert earlier is not None
        assert earlier[0].text == TOLD
        assert earlier[1] == card


def test_of_somebody_who_may_take_their_life_only_help_now_is_spoken_of(library: Library) -> None:
    earlier = goes_on(thread(library, "can it wait until Monday?", "serious_crisis"), "manager")
    assert earlier is not None
    assert earlier[1] == IN_CRISIS[0]


@pytest.mark.parametrize(
    "line",
    [
        "how many people a month?",
        "one of my managers objects, do I talk to him first?",
        "what do I write in the invitation",
    ],
)
def test_another_subject_gets_its_own_answer(library: Library, line: str) -> None:
    assert goes_on(thread(library, line), "leader") is None


def test_an_employee_who_lives_it_is_not_taken_for_one_in_charge(library: Library) -> None:
    assert goes_on(thread(library, "can it wait?", first="My foreman pinches me."), "ic") is None


@pytest.mark.parametrize(
    "line",
    [
        "HR says I'm accused of bullying, do I ring her?",
        "there's a grievance against me for sexism",
        "one of my reports told the director that I harass people",
        "somebody called me a racist upstairs",
    ],
)
def test_the_accused_is_told_what_to_leave_alone(library: Library, line: str) -> None:
    report = told_of(["serious_discrimination"], line, library)
    assert cards_asked(line, "manager", report) == ACCUSED
    assert cards_asked(line, "ic", report) == ()


def test_a_complaint_about_their_style_is_no_accusation_where_it_is_only_guessed_at(library: Library) -> None:
    for line, cards in (
        ("she complained about me, how do I go on", ()),
        ("she says I bully her, how do I go on", ACCUSED),
    ):
        report = told_of(["serious_bullying"], line, library)
        guess = tuple(f.model_copy(update={"named": False, "certain": False}) for f in report.serious)
        assert cards_asked(line, "manager", report.model_copy(update={"serious": guess})) == cards


def test_the_accused_hears_the_same_when_they_ask_again(library: Library) -> None:
    talk = thread(library, "may I at least apologise?", first="HR says I'm accused of bullying.")
    plan = Plan(
        task=Task.SUPPORT, planned="Don't.", cards=ACCUSED, serious=told_of(["serious_bullying"], "x", library).serious
    )
    earlier = goes_on([talk[0], message("coach", "Don't.", plan), talk[-1]], "manager")
    assert earlier is not None
    assert earlier[1] == ACCUSED[0]


@pytest.mark.parametrize(
    "line",
    [
        "my director said a racist thing about me",
        "they opened a case against me after I complained of sexism",
        "somebody in my team made a sexist remark to me",
    ],
)
def test_a_manager_who_is_wronged_is_not_taken_for_the_accused(library: Library, line: str) -> None:
    assert cards_asked(line, "manager", told_of(["serious_discrimination"], line, library)) == ()


@pytest.mark.parametrize(
    ("matter", "line", "cards"),
    [
        ("serious_collective", "may I find out who joined the union", UNIONS),
        ("serious_collective", "she insists on her rep coming", UNIONS),
        ("serious_collective", "my director told me not to join the union", ()),
        ("serious_accommodation", "he wants a stool for his knee, I said see your lead", FOR_ADJUSTMENTS),
        ("serious_accommodation", "I need a stool for my knee", ()),
        ("serious_wage_rights", "can I ask my crew to keep the unpaid hours out of it", SILENCING),
    ],
)
def test_whoever_leads_is_told_what_they_may_do(
    library: Library, matter: str, line: str, cards: tuple[str, ...]
) -> None:
    assert cards_asked(line, "leader", told_of([matter], line, library)) == cards
    assert {*cards} <= library.card_by_id.keys()
