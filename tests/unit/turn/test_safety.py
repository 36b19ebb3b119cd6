"""Who is told of a serious matter, who lives it, and that both get where to take it first."""

from datetime import UTC, datetime

import pytest

from app.coaching.safety import (
    FOR_LEADERS,
    GUESSED,
    IF_NOT,
    SAFE_NOW,
    cards_for,
    for_one_who_heard,
    gently,
    heard,
    set_aside,
    support,
    told_of,
)
from app.coaching.tongues import ENGLISH_ONLY
from app.domain.conversation import Message
from app.domain.knowledge import Audience
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.risk import RiskReport
from app.domain.turn import Plan, RehearsalInvite, Role, Task


@pytest.mark.parametrize(
    "line",
    [
        "One of my team told me in a skip-level that her lead touches her. What do I do?",
        "Somebody confided in me that she's afraid of her boss.",
        "My direct report says she is being harassed.",
    ],
)
def test_a_leader_who_was_told_is_known_as_one(line: str) -> None:
    assert heard(line)


@pytest.mark.parametrize(
    "line",
    [
        "My skip-level is the man who put his hand on my thigh.",
        "HR ignored my report and now he waits at my car.",
        "He told me he'll come to my work and shoot whoever I talk to.",
        "My boss told me the job is mine if I share his room.",
    ],
)
def test_somebody_it_happens_to_is_never_taken_for_a_bystander(line: str) -> None:
    assert not heard(line)


def test_whoever_was_told_gets_safety_and_routes_before_any_advice(library: Library) -> None:
    matter = library.serious_by_id["serious_unlawful_request"]
    answer = Plan(task=Task.ASK, intent="answer", planned="Thank them and write down the date.")
    plan = for_one_who_heard(answer, told_of([matter.id], "She told me in a skip-level.", library), library)
    said = plan.planned
    assert said.startswith(SAFE_NOW)
    assert said.index(matter.routes[0].name) < said.index(answer.planned)
    assert plan.serious
    assert plan.prompt == ""
    for meant_for_the_harmed in (matter.safety, matter.confidentiality, *(route.note for route in matter.routes)):
        assert meant_for_the_harmed not in said


@pytest.mark.parametrize(
    "line",
    [
        "A nurse told me her manager shouts at people and begged me not to tell.",
        "I heard in one of these talks that a lead gropes people.",
        "He came to me about his supervisor's hands.",
        "One of the nurses said her lead swears at her.",
        "People let slip that they sign before the round.",
        "She said she can't go on.",
    ],
)
def test_what_a_leader_or_manager_heard_is_not_taken_for_their_own(line: str) -> None:
    assert heard(line, "leader")
    assert heard(line, "manager")


@pytest.mark.parametrize(
    "line",
    [
        "My boss told me to delete the emails.",
        "I was told to sign it.",
        "The CEO told me he'd ruin me.",
        "He said he would hurt me.",
        "My boss said racist things to me.",
    ],
)
def test_what_a_leader_is_ordered_or_threatened_with_is_their_own(line: str) -> None:
    assert not heard(line, "leader")


def test_the_cards_are_a_leaders_and_none_for_a_colleague_who_heard(library: Library) -> None:
    report = told_of(["serious_harassment"], "Someone told me that their manager shouts.", library)
    assert cards_for("Someone told me that their manager shouts.", "leader", report) == FOR_LEADERS
    assert cards_for("Someone told me that their manager shouts.", "ic", report) == ()
    assert cards_for("One of my team told me that her lead shouts.", "ic", report) == FOR_LEADERS
    grave = told_of(["serious_crisis"], "She said that she can't go on.", library)
    assert cards_for("She said that she can't go on.", "manager", grave)[0] == "leader-crisis"
    assert {"leader-crisis", *FOR_LEADERS} <= library.card_by_id.keys()


def test_a_leader_who_was_told_is_not_asked_as_if_it_were_done_to_them(library: Library) -> None:
    report = mildly("They asked me to keep it secret.", "serious_unlawful_request", library=library)
    said = gently(Plan(task=Task.ASK, planned="So."), report, library, told=True).planned
    assert library.serious_by_id["serious_unlawful_request"].ask_gently not in said
    assert "promise no secrecy" in said
    assert "same day" in said


def message(role: Role, text: str, plan: Plan | None = None) -> Message:
    return Message(id="m", session="s", role=role, text=text, plan=plan, created=datetime(2026, 1, 1, tzinfo=UTC))


def mildly(text: str, *ids: str, library: Library) -> RiskReport:
    report = told_of(ids, text, library)
    return report.model_copy(update={"serious": tuple(f.model_copy(update={"certain": False}) for f in report.serious)})


@pytest.mark.parametrize("grave", ["serious_wage_rights", "serious_harassment", "serious_violence"])
def test_the_kind_question_and_the_routes_come_first_and_one_paragraph_holds_them(library: Library, grave: str) -> None:
    matter = library.serious_by_id[grave]
    answer = Plan(task=Task.ASK, planned="For 30 minutes, in this order:")
    report = mildly("They call me in late again. What should I ask?", grave, library=library)
    for plan in (answer, answer.model_copy(update={"attachment": RehearsalInvite(meeting=Meeting())})):
        first, rest = gently(plan, report, library).planned.split("\n\n", 1)
        assert first.startswith(matter.ask_gently)
        assert matter.routes[-1].name in first
        assert rest == answer.planned
        assert ENGLISH_ONLY not in first


def test_a_card_that_does_not_answer_is_left_out_and_can_be_had_by_saying_that_it_is_nothing_of_the_kind(
    library: Library,
) -> None:
    report = mildly("They laugh at how I speak.", "serious_discrimination", library=library)
    plan = gently(Plan(task=Task.ASK, planned="Find out who was met before."), report, library, likeness=0.6)
    assert "Find out who was met before." not in plan.planned
    assert plan.planned.endswith(IF_NOT)
    assert [finding.category for finding in plan.serious] == ["serious_discrimination"]
    thread = [message("user", "They laugh at how I speak."), message("coach", "", plan)]
    assert set_aside([*thread, message("user", "No, it's nothing like that")]) == "They laugh at how I speak."
    for goes_on in (
        "Yes",
        "No, and he does it every day, in front of the others and of our customers, since the summer",
        "No?",
    ):
        assert set_aside([*thread, message("user", goes_on)]) == ""


def test_after_a_line_that_may_be_about_not_living_nothing_is_taught(library: Library) -> None:
    report = mildly("I hope I don't wake up. What do I ask?", "serious_wage_rights", "serious_crisis", library=library)
    for task in (Task.ASK, Task.QUESTIONS):
        said = gently(Plan(task=task, planned="Ask how pay is decided."), report, library).planned
        assert said.startswith(library.serious_by_id["serious_crisis"].ask_gently)
        assert "Ask how pay is decided." not in said


@pytest.mark.parametrize("guess", ["serious_crisis", "serious_violence", "serious_fraud"])
def test_a_guess_is_asked_about_in_general_and_below_an_answer_that_fits(library: Library, guess: str) -> None:
    named = mildly("Must I go?", guess, library=library)
    report = named.model_copy(update={"serious": tuple(f.model_copy(update={"named": False}) for f in named.serious)})
    answer = Plan(task=Task.ASK, planned="You may say no.")
    fits, off = (gently(answer, report, library, likeness=likeness).planned for likeness in (0.9, 0.5))
    assert fits.startswith(answer.planned)
    assert answer.planned not in off
    for said in (fits, off):
        assert GUESSED in said
        assert library.serious_by_id[guess].ask_gently not in said


@pytest.mark.parametrize(
    "line", ["Mein Chef fasst mich an", "Mon patron me touche", "我的老板性骚扰我", "내 상사가 나를 만져요"]
)
def test_whoever_writes_in_another_language_is_told_that_only_english_is_read(library: Library, line: str) -> None:
    report = told_of(["serious_harassment"], line, library)
    assert support(report, library).planned.endswith(ENGLISH_ONLY)
    assert (
        ENGLISH_ONLY
        in gently(
            Plan(task=Task.ASK, planned="So."), mildly(line, "serious_harassment", library=library), library
        ).planned
    )
    assert (
        ENGLISH_ONLY
        not in support(
            told_of(["serious_harassment"], "My boss, Jörg de la Cruz, touches me.", library), library
        ).planned
    )


@pytest.mark.parametrize("audience", ["leader", "manager"])
@pytest.mark.parametrize("line", ["He told me he'll shoot me", "My skip-level told me he would hurt me if I talk"])
def test_who_is_threatened_is_no_bystander_whatever_their_rank(line: str, audience: Audience) -> None:
    assert not heard(line, audience)
    assert heard("One of my engineers told me her lead touches her", audience)
