"""The command that plans a leader's programme."""

import json
from pathlib import Path

from icalendar import Calendar

from tests.cli.conftest import Run

ASKED = ("--people", "85", "--managers", "9", "--minutes", "30", "--cadence", "quarterly", "--first-day", "2027-01-11")


def test_a_person_reads_the_plan_and_a_script_gets_the_same_as_json(run: Run) -> None:
    said = run("programme", *ASKED)
    assert said.code == 0
    assert "63.75 hours a round" in said.out
    plan = run("programme", *ASKED, "--json").json
    assert plan["load"]["hours_a_quarter"] == 63.75
    assert plan["steps"][0]["day"] == "2027-01-11"
    assert all(step["title"] in said.out for step in plan["steps"])


def test_the_calendar_is_written_where_asked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "steps.ics"
    plan = run("programme", *ASKED, "--ics", str(file), "--timezone", "Europe/London", "--json").json
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == [step["title"] for step in plan["steps"]]


def test_cases_come_one_a_line_and_a_wrong_one_stops_none(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    rows = [{"id": "a", "people": 0, "first_day": "2027-01-11"}, {"id": "b", "people": 20, "first_day": "2027-01-11"}]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    first, second = run("programme", "--jsonl", str(file)).rows
    assert "needs somebody to meet" in first["error"]
    assert (second["id"], second["rhythm"], second["fits"]) == ("b", "quarterly", True)


def test_figures_nobody_can_plan_with_are_wrong_use_with_the_cure(run: Run) -> None:
    for arguments, word in (
        (("--people", "0"), "needs somebody to meet"),
        (("--first-day", "soon"), "first_day"),
        (("--cadence", "often"), "cadence"),
        (("--groups", "0"), "people in a group"),
    ):
        ran = run("programme", *arguments)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err.startswith("skip-level: ")
        assert word in ran.err
