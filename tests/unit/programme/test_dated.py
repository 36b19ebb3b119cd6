"""A programme with days: what it costs, what fits, and steps that stand in order on working days."""

import shutil
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from app.coaching.programme import plan_programme, wish_from
from app.content.library import load_library, read_library
from app.domain.errors import InputRefused
from app.domain.library import Library
from app.domain.programme import ProgrammeSteps, ProgrammeWish
from app.exports.programme_plan import plan_calendar, plan_markdown
from tests.conftest import ROOT

MONDAY = date(2027, 1, 11)
EARLY = ["goal", "rule", "managers", "announcement", "order", "invitation", "questions", "first", "answer"]
LATE = ["last", "manager_note", "themes", "kept", "measures"]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT / "knowledge")


@pytest.fixture
def content_copy(tmp_path: Path) -> Path:
    """A copy of the real content, to be broken."""
    return Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge", ignore=shutil.ignore_patterns("*.npz")))


def planned(library, **wish):
    return plan_programme(library, ProgrammeWish(**{"first_day": MONDAY, **wish}))


def test_a_load_that_fits_says_so_with_its_sums(library):
    plan = planned(library, people=85, managers=9, cadence="quarterly", hours_a_week=5)
    assert plan.fits
    assert (plan.load.meetings, plan.load.hours_a_quarter, plan.load.hours_a_week) == (85, 63.75, 4.9)
    assert plan.weeks_a_round == 13
    assert any("76: 57 hours a quarter" in line for line in plan.assumed)


def test_managers_among_the_people_are_taken_out_and_it_is_said(library):
    plan = planned(library, people=85, managers=9, managers_counted=True)
    assert plan.load.people == 76
    assert "85 less your nine managers is 76 people" in plan.assumed[0]


@pytest.mark.parametrize(
    ("people", "managers", "asks"), [(14, 14, True), (9, 12, True), (85, 9, False), (30, 0, False)]
)
def test_as_many_managers_as_people_are_asked_about(library, people, managers, asks):
    plan = planned(library, people=people, managers=managers)
    assert any("your own reports" in line for line in plan.assumed) is asks


@pytest.mark.parametrize("start", [date(2026, 11, 30), date(2026, 12, 7), date(2026, 12, 21), date(2026, 12, 28)])
@pytest.mark.parametrize("people", [3, 14, 85])
def test_no_step_falls_between_christmas_and_new_year_and_it_is_said(library, start, people):
    plan = planned(library, people=people, first_day=start)
    days = [step.day for step in plan.steps]
    assert not [day for day in days if (day.month, day.day) >= (12, 24) or (day.month, day.day) == (1, 1)]
    assert days == sorted(days)
    assert "so is 24 December to 1 January" in plan.assumed[-1]
    early = {step.id: step.day for step in plan.steps}
    assert early["managers"] < early["announcement"] < early["order"] < early["invitation"] < early["first"]


def test_christmas_is_not_spoken_of_in_a_plan_that_ends_before_it(library):
    assert "December" not in planned(library, people=10).assumed[-1]


def test_a_rhythm_too_quick_for_the_hours_gives_way_to_the_next_and_lighter_ways_are_shown(library):
    plan = planned(library, people=85, cadence="quarterly", hours_a_week=2.5)
    assert not plan.fits
    assert plan.rhythm == "twice a year"
    assert "does not fit into 2.5 hours a week" in plan.headline
    assert plan.alternatives
    assert all(each.hours_a_week < plan.load.hours_a_week for each in plan.alternatives)
    assert {each.card for each in plan.alternatives} <= set(library.card_by_id)


@pytest.mark.parametrize(
    ("people", "hours", "rhythm"), [(10, 2, "quarterly"), (60, 2, "twice a year"), (85, 2, "once a year")]
)
def test_what_fits_is_the_quickest_rhythm_the_hours_carry_and_never_quicker_than_quarterly(
    library, people, hours, rhythm
):
    plan = planned(library, people=people, hours_a_week=hours)
    assert plan.fits
    assert plan.rhythm == rhythm
    assert plan.load.hours_a_week <= hours


def test_groups_are_offered_where_one_to_one_fits_only_once_a_year(library):
    names = [each.name for each in planned(library, people=85).alternatives]
    assert "Groups of eight, quarterly" in names
    assert planned(library, people=10).alternatives == ()


def test_six_hundred_people_in_two_hours_a_week_are_not_promised(library):
    plan = planned(library, people=600, managers=60)
    assert plan.reached == 138
    assert "reaches 138 of 600 people" in plan.headline
    assert plan.weeks_a_round == 52
    assert [step.id for step in plan.steps if step.id == "so_far"] == ["so_far"]


def test_six_hundred_people_in_groups_of_twelve_fit_twice_a_year(library):
    plan = planned(library, people=600, format="groups", group=12, minutes=60, hours_a_week=3)
    assert plan.fits
    assert (plan.rhythm, plan.load.meetings, plan.weeks_a_round) == ("twice a year", 50, 25)
    assert not [line for line in plan.assumed if "usually takes" in line]
    assert "you gave 30" in planned(library, people=40, format="groups").assumed[0]
    assert "the wall" in next(step.what for step in plan.steps if step.id == "questions")


def test_one_person_gets_a_round_of_a_week_and_no_themes_that_would_name_them(library):
    plan = planned(library, people=1)
    assert plan.weeks_a_round == 1
    assert "one person" in plan.headline
    themes = next(step for step in plan.steps if step.id == "themes")
    assert "everyone would know who said what" in themes.what


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"people": 0}, "needs somebody to meet"),
        ({"people": -3}, "needs somebody to meet"),
        ({"people": 20_001}, "20,000 people"),
        ({"people": 9, "managers": 9, "managers_counted": True}, "leaves nobody to meet"),
        ({"minutes": 0}, "minutes for a meeting"),
        ({"hours_a_week": 0}, "hours a week"),
        ({"format": "groups", "group": 1}, "people in a group"),
        ({"first_day": date(9999, 12, 31)}, "first day in between"),
    ],
)
def test_what_nobody_can_plan_with_is_refused_with_a_word_about_it(library, wish, said):
    with pytest.raises(InputRefused, match=said):
        planned(library, **wish)


@pytest.mark.parametrize("shift", range(14))
@pytest.mark.parametrize("wish", [{"people": 1}, {"people": 5, "cadence": "monthly"}, {"people": 85}, {"people": 600}])
def test_steps_stand_in_order_and_never_on_a_weekend(library, shift, wish):
    plan = planned(library, first_day=MONDAY + timedelta(days=shift), **wish)
    assert [step.id for step in plan.steps if step.id != "so_far"] == EARLY + LATE
    assert all(step.day.weekday() < 5 for step in plan.steps)
    assert all(before.day <= after.day for before, after in pairwise(plan.steps))
    assert plan.steps[0].day >= MONDAY + timedelta(days=shift)
    days = {step.id: step.day for step in plan.steps}
    assert days["managers"] < days["announcement"] < days["invitation"]
    # The letter to the managers promises them two weeks before anybody is invited.
    assert days["invitation"] - days["announcement"] >= timedelta(days=14)
    assert timedelta(days=14) <= days["first"] - days["invitation"] <= timedelta(days=21)
    assert days["themes"] - days["last"] <= timedelta(days=14)


def test_a_long_round_answers_everybody_within_the_quarter(library):
    plan = planned(library, people=85)
    day = next(step.day for step in plan.steps if step.id == "so_far")
    assert plan.first_meeting < day <= plan.first_meeting + timedelta(weeks=13)
    assert "so_far" not in [step.id for step in planned(library, people=30).steps]


def test_every_step_stands_on_cards_and_on_sources_these_cards_name(library):
    for step in library.programme.steps:
        behind = {source for card in step.cards for source in library.card_by_id[card].sources}
        assert set(step.sources) <= behind, step.id


def test_letters_of_the_steps_are_a_leaders_own(library):
    letters = [step.letter for step in library.programme.steps if step.letter]
    assert {"announcement", "invite_many", "leader_follow_up", "manager_note", "themes_back"} == set(letters)
    assert {library.email_by_id[each].audience for each in letters} == {"leader"}


def test_the_place_changes_what_a_step_says(library):
    def what(place):
        return next(step.what for step in planned(library, place=place).steps if step.id == "invitation")

    assert "time zone" in what("remote")
    assert "neutral room" not in what("remote")
    assert "neutral room" in what("on-site")


def test_the_calendar_holds_every_step_at_nine_where_the_leader_is_also_after_the_clocks_change(library):
    plan = planned(library, people=85)
    parsed = Calendar.from_ical(plan_calendar(plan, "Europe/London"))
    events = list(parsed.walk("VEVENT"))
    assert [str(event["SUMMARY"]) for event in events] == [step.title for step in plan.steps]
    assert [event.decoded("DTSTART").date() for event in events] == [step.day for step in plan.steps]
    starts = [event.decoded("DTSTART").astimezone(ZoneInfo("Europe/London")) for event in events]
    assert {(start.hour, start.minute) for start in starts} == {(9, 0)}
    assert {start.utcoffset() for start in starts} == {timedelta(0), timedelta(hours=1)}
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert {str(event["CLASS"]) for event in events} == {"PRIVATE"}


def test_an_unknown_time_zone_is_refused(library):
    with pytest.raises(InputRefused, match="no time zone"):
        plan_calendar(planned(library), "Mars/Base")


def test_the_markdown_has_the_sums_the_days_and_the_sources(library):
    text = plan_markdown(planned(library, people=85, managers=9, cadence="quarterly"), library)
    assert "63.75 hours a round" in text
    assert "**Monday 18 January 2027. Tell your managers, in person, before anyone else**" in text
    assert "Letter: Announcing skip-levels to your managers" in text
    assert "Groups of eight, quarterly: 11 × 90 minutes" in text
    assert "- MBD: " in text


def test_a_line_of_the_chat_fills_the_form():
    wish = wish_from("85 people across 9 managers, 45 minutes each, quarterly: how many hours?", MONDAY)
    assert wish is not None
    assert (wish.people, wish.managers, wish.minutes, wish.cadence) == (85, 9, 45, "quarterly")
    assert wish_from("Start a programme", MONDAY) is None


def test_a_line_with_figures_nobody_can_plan_with_fills_nothing():
    assert wish_from("90,000 people, half an hour each, quarterly: how many hours?", MONDAY) is None


STEP = {
    "id": "goal",
    "title": "Name a goal",
    "what": "Write it down.",
    "why": "You will need it.",
    "sources": ["LEW"],
    "cards": ["leader-why-start"],
    "anchor": "first",
    "days": 3,
}


def test_steps_out_of_order_are_a_fault():
    with pytest.raises(ValueError, match="early stands after a step that comes later"):
        ProgrammeSteps.model_validate({"steps": [STEP, {**STEP, "id": "early", "days": 1}]})
    with pytest.raises(ValueError, match="on or after the first meeting"):
        ProgrammeSteps.model_validate({"lead_days": 2, "steps": [{**STEP, "anchor": "begin"}]})


def test_a_card_a_source_or_a_letter_that_is_not_there_is_named(content_copy):
    file = content_copy / "programme.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("[leader-measure]", "[leader-mesure]").replace("[LEW]", "[LEWW]")
    file.write_text(text.replace("letter: manager_note", "letter: managers_note"), encoding="utf-8")
    _, faults = read_library(content_copy)
    assert [fault.partition("programme.yaml: ")[2] for fault in faults] == [
        "goal: sources: 'LEWW' is not known",
        "manager_note: letter: 'managers_note' is not known",
        "measures: cards: 'leader-mesure' is not known",
    ]
