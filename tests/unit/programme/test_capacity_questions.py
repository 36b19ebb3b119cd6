"""Capacity questions as leaders type them, each with figures worked out by hand that the answer has to show."""

from pathlib import Path

import pytest

from app.coaching.programme import Programme, is_capacity_question
from app.content.library import read_library

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"

ASKED = [
    (
        "I have 85 people across 9 managers, 30-minute slots, quarterly. How many hours?",
        [
            "42.5 hours a quarter",
            "3.3 hours",
            "6 to 7 meetings",
            "170 hours a year",
            "76 people",
            "38 hours",
            "63.75 (or 57)",
            "31.9",
            "16.5",
        ],
    ),
    ("eighty-five ppl, nine mangers, 30 mins each, quaterly. how many hours", ["42.5 hours", "38 hours"]),
    ("85ppl, half an hour, once a quarter, hrs/week?", ["42.5 hours a quarter", "3.3 hours"]),
    (
        "120 people, quarterly, 30 mins each with 15 min notes. hours per week?",
        ["120 × (30 + 15)", "90 hours a quarter", "6.9 hours", "17.3%"],
    ),
    (
        "33 engineers; 30 minutes quarterly; 15 mins prep and 10 mins notes each. hours?",
        ["(30 + 25)", "30.25 hours a quarter"],
    ),
    (
        "85 people including 9 managers, 45 minutes, half-yearly. Hours a year?",
        ["76 people", "57 hours a round", "114 hours a year"],
    ),
    ("64 people, 8 of whom are managers: 30 min quarterly. hours?", ["56", "28 hours a quarter"]),
    ("64 people, not counting the 8 managers, 30 min quarterly. hours?", ["64 × 30", "32 hours a quarter"]),
    (
        "I manage 9 managers who manage 85 engineers. 30 minutes per quarter each. Work out the hours.",
        ["85 × 30", "42.5 hours"],
    ),
    (
        "12 managers with 7 reports each, 30 minutes twice a year. How many hours?",
        ["12 × 7 = 84", "42 hours a round", "21 hours a quarter"],
    ),
    (
        "9 managers each with 8 to 10 people, quarterly half hours: how many hours?",
        ["At 72 people", "36 hours", "At 90 people", "45 hours"],
    ),
    (
        "6 teams of 9, half an hour per person every other month, how many hours per month?",
        ["54", "40.5 hours a quarter", "13.5 a month"],
    ),
    ("40 engineers and 25 designers, 20 min chats monthly - too much?", ["40 + 25 = 65", "65 hours a quarter"]),
    ("60-80 people, 30 minutes, quarterly: hours?", ["30 hours a quarter", "40 hours a quarter"]),
    ("eighteen people, forty-five minutes, every six weeks, how many hours?", ["13.5 hours a round", "every 6 weeks"]),
    (
        "45 nurses, 3 shifts, 20 minutes each every two months. How many hours a month?",
        ["45 × 20", "22.5 hours a quarter", "7.5 a month"],
    ),
    (
        "groups of 8 for an hour, monthly, with 40 people: how many hours?",
        ["5 meetings", "5 × 60", "15 hours a quarter"],
    ),
    (
        "200 people in groups of ten, one hour, twice a year. Hours per quarter including 20 minutes of prep per group?",
        ["20 × (60 + 20)", "13.3 hours"],
    ),
    (
        "60 people, one-to-ones of 30 minutes or groups of 10 for 90 minutes, quarterly: which costs less?",
        ["30 hours a quarter", "6 × 90", "9 hours a quarter"],
    ),
    ("quarterly vs twice a year for 50 people at 45 minutes?", ["37.5 hours a quarter", "18.75 hours a quarter"]),
    (
        "I want to meet all 60 of my engineers in 8 weeks, 25 minutes each. Doable?",
        ["25 hours", "8 weeks", "3.1 hours", "7 to 8 meetings"],
    ),
    ("everyone (around 70) within my first 90 days, 30 min each. How many hours a week?", ["35 hours", "2.7 hours"]),
    (
        "My department of 140, an hour each once a year, 35-hour week. what share of my time?",
        ["35 hours a quarter", "35-hour week"],
    ),
    ("85 people, 30 minutes, quarterly, 12 working weeks a quarter, hours per week?", ["3.5 hours", "(12 weeks)"]),
    ("60 people, 30 min, quarterly, but only 70% accept; how many hours?", ["42 people", "21 hours a quarter"]),
    (
        "I've got 3 hours a week for this. 60 people. how often can I see everyone?",
        ["4 meetings of 45", "15 weeks", "twice a year"],
    ),
    (
        "I can spare 10% of my time. 45 people, 30 minutes plus 10 minutes of notes. how often?",
        ["4 hours a week", "7.5 weeks", "quarterly"],
    ),
    ("2 meetings a week, 48 people, how long until I've met everyone?", ["48 ÷ 2", "24 weeks"]),
    ("If I do one or two a week, how long for 80 people?", ["80 weeks", "40 weeks"]),
    ("how long to get through 45 people if I do three half-hour chats a week", ["45 ÷ 3", "15 weeks"]),
    (
        "is 85 people x 30 min quarterly feasible if I only have 2 hours a week",
        ["42.5 hours", "does not fit", "31.9 weeks"],
    ),
    (
        "how many people can I meet quarterly with 4 hours a week at 30 + 15 minutes?",
        ["5.3 meetings a week", "69 people quarterly"],
    ),
    ("4 a week for 20 weeks, how many people is that?", ["80 people"]),
    (
        "How long can each meeting be if I have 60 people quarterly and 2 hours a week?",
        ["26 minutes each", "11 to talk"],
    ),
    (
        "I have 500 people, can I do skip levels with all of them?",
        ["250 hours a quarter", "does not fit", "104 of the 500"],
    ),
    ("120 staff and one of me, how on earth", ["60 hours a quarter", "half an hour and quarterly"]),
    ("30 minute quarterly skip levels, how many hours?", ["How many people", "every ten people", "5 hours a quarter"]),
]

ASKED += [
    ("Head of support, 220 agents, 20 min once a year. What's my weekly load?", ["73.3 hours a year", "1.4 hours"]),
    ("sixty reports and 8 are managers. Half hour quarterly 1:1s. How much time?", ["52 people", "26 hours a quarter"]),
    (
        "I'd see 85 people quarterly for 30 mins; is groups of 8 better?",
        ["85 × 30", "42.5 hours", "11 × 60", "11 hours"],
    ),
    ("11 managers, avg 7 reports, 30 min, quarterly. hours a week?", ["11 × 7 = 77", "38.5 hours a quarter"]),
    ("What if I met half of my 80 people each quarter for 30 min?", ["40 people", "20 hours a quarter"]),
    ("Is it feasible to meet 45 people for 30 min every quarter with 3h/week?", ["22.5 hours a quarter", "It fits"]),
    ("7 group sessions of 10, 75 minutes, each quarter. hours?", ["7 × 10 = 70", "7 × 75", "8.75 hours a quarter"]),
    ("One-to-one with 24 people, 30 minutes, 6-weekly", ["12 hours a round", "every 6 weeks"]),
    ("how many people can I meet if I do two 45 minute skip levels a week for a year", ["104 people once a year"]),
    ("what's the cost in staff time of 20 people quarterly for 30 minutes", ["20 people spend 20 hours"]),
    ("90 people. Once every two years. 30 minutes. How many hours a year?", ["22.5 hours a year"]),
    ("eleven people, an hour a head, yearly, a 37.5 hour week: hours?", ["11 hours a year", "37.5-hour week"]),
]

NOT_ASKED = [
    "I have 3 questions for 30 minutes",
    "how many questions for 30 minutes",
    "my boss's boss just put 30 min on my calendar for tomorrow, no agenda, am I in trouble??",
    "We're a team of 12 and my skip-level is in 30 minutes, what do I ask",
    "I have a 30 min meeting with my VP who has 400 people, how long should my intro be",
    "our VP meets all 60 of us quarterly for 30 minutes, is it worth it",
    "Write an announcement to 85 people: 30 minutes quarterly, how many hours",
    "how long should a skip level be",
    "how often should skip levels be",
    "My manager has 12 reports and no time, how often should I meet my boss's boss?",
    "I did 4 interviews in 2 weeks, is that too much",
    "I have 20 minutes with the CEO and 5 topics, too many?",
    "I work 60 hours a week, how do I raise it with my boss's boss?",
    "our team of 8 loses 6 hours a week to manual checks, how do I say it?",
    'is it safe to say "I have 85 people and 9 managers who never meet"',
    "group skip-level with 10 people for 60 minutes, how should i run it",
    "start a programme",
    "I have to cancel three skip-levels this week, how do I do it",
    "my shop has 25 staff and two supervisors, should I meet the staff without them",
    "Room turnaround is at 26 minutes on average, we started the year at 34.",
    "The stock count was eleven units off out of forty thousand, ten of which were behind the scale.",
]


@pytest.fixture(scope="module")
def library():
    return read_library(KNOWLEDGE)[0]


@pytest.mark.parametrize(("question", "figures"), ASKED)
def test_the_answer_shows_the_figures(library, question, figures):
    plan = Programme(library).plan(question)
    assert [figure for figure in figures if figure not in plan.planned] == [], plan.planned
    assert len(plan.planned.split()) <= 190
    assert plan.prompt == ""


@pytest.mark.parametrize("question", [question for question, _ in ASKED])
def test_a_capacity_question_is_known_as_one(question):
    assert is_capacity_question(question)


@pytest.mark.parametrize("question", NOT_ASKED)
def test_other_lines_with_numbers_are_left_to_others(question):
    assert not is_capacity_question(question)


@pytest.mark.parametrize(
    "question",
    [*(question for question, _ in ASKED), "start a programme", "Set up a programme for 85 people, 9 managers"],
)
def test_every_mark_opens_a_card_that_holds_the_source(library, question):
    plan = Programme(library).plan(question)
    assert plan.citations
    for citation in plan.citations:
        assert citation.source in library.card_by_id[citation.card].sources
        assert f"[{citation.number}]" in plan.planned
    buttons = {card.button for card in library.cards}
    assert len(plan.followups) == 2
    assert set(plan.followups) <= buttons


def test_a_start_without_numbers_is_a_plan_in_order(library):
    plan = Programme(library).plan("Start a programme")
    order = ["goal", "managers", "who and how often", "confidentiality", "Invite", "first meetings", "loop", "Measure"]
    places = [plan.planned.index(step) for step in order]
    assert places == sorted(places)
    assert len(plan.planned.split()) <= 190


def test_a_start_with_numbers_gets_the_sum_and_who_hears_first(library):
    plan = Programme(library).plan("Set up a programme: 40 people, 30 min twice a year")
    assert "10 hours a quarter" in plan.planned
    assert "tell your managers" in plan.planned


def test_what_was_not_said_is_assumed_aloud(library):
    words = Programme(library).plan("how many hours are skip-levels for 40 people?").planned
    assert "20 hours a quarter" in words
    assert "I took half an hour and quarterly" in words
    assert "I took" not in Programme(library).plan("40 people, 30 minutes, quarterly, how many hours?").planned
