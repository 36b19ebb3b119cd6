"""Calendar entries read back, in places where the clocks change and where they do not."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from app.domain.agenda import Agenda, AgendaItem
from app.domain.commitments import Commitment
from app.domain.errors import InputRefused
from app.exports import agenda_event, ics, offered_times, reminders


def entry(raw):
    return Calendar.from_ical(raw).walk("VEVENT")[0]


@pytest.mark.parametrize(
    ("zone", "start", "utc"),
    [
        ("Europe/London", datetime(2027, 3, 26, 10), datetime(2027, 3, 26, 10, tzinfo=UTC)),
        ("Europe/London", datetime(2027, 3, 29, 10), datetime(2027, 3, 29, 9, tzinfo=UTC)),
        ("America/New_York", datetime(2027, 3, 12, 10), datetime(2027, 3, 12, 15, tzinfo=UTC)),
        ("America/New_York", datetime(2027, 3, 15, 10), datetime(2027, 3, 15, 14, tzinfo=UTC)),
        ("America/New_York", datetime(2045, 7, 3, 10), datetime(2045, 7, 3, 14, tzinfo=UTC)),
        ("Asia/Kolkata", datetime(2027, 3, 29, 10), datetime(2027, 3, 29, 4, 30, tzinfo=UTC)),
    ],
)
def test_the_entry_is_at_the_right_moment(zone, start, utc):
    raw = ics("Skip-level", start, 30, zone)
    event = entry(raw)
    assert event.start.astimezone(UTC) == utc
    assert event.end - event.start == timedelta(minutes=30)
    assert event["DTSTART"].params["TZID"] == zone
    rules = Calendar.from_ical(raw).walk("VTIMEZONE")
    assert [str(rule["TZID"]) for rule in rules] == [zone]
    assert start.replace(tzinfo=rules[0].to_tz()).astimezone(UTC) == utc


def test_minutes_pass_also_while_the_clocks_change():
    event = entry(ics("Night shift", datetime(2027, 3, 28, 0, 30), 60, "Europe/London"))
    assert event.end.astimezone(UTC) - event.start.astimezone(UTC) == timedelta(hours=1)
    assert (event.end.hour, event.end.minute) == (2, 30)


def test_a_time_the_clocks_skip_moves_on():
    event = entry(ics("Early", datetime(2027, 3, 28, 1, 30), 30, "Europe/London"))
    assert event.start.astimezone(UTC) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert event.start.hour == 2


def test_a_start_with_its_own_zone_is_converted():
    start = datetime(2027, 7, 1, 9, tzinfo=timezone(timedelta(hours=-4)))
    event = entry(ics("Call", start, 30, "Asia/Kolkata"))
    assert event.start.replace(tzinfo=None) == datetime(2027, 7, 1, 18, 30)
    assert event.start.astimezone(UTC) == start


def test_reminder_and_description():
    words = "Ask: what worries you, most?\nThen; listen. " + "ü" * 200
    raw = ics("Skip; with, commas", datetime(2027, 5, 3, 10), 30, "Europe/London", words, 30)
    event = entry(raw)
    assert str(event["SUMMARY"]) == "Skip; with, commas"
    assert str(event["DESCRIPTION"]) == words
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta(minutes=-30)
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75


def test_without_a_reminder_there_is_no_alarm():
    assert entry(ics("Skip", datetime(2027, 5, 3, 10), 30, "Europe/London")).walk("VALARM") == []


def test_a_second_download_replaces_the_entry_and_another_time_is_another():
    def named(title, hour, minutes, zone="Europe/London"):
        return str(entry(ics(title, datetime(2027, 5, 3, hour), minutes, zone))["UID"])

    assert named("Skip", 10, 30) == named("Skip", 10, 45)
    assert (
        len(
            {named("Skip", 10, 30), named("Skip", 11, 30), named("Held", 10, 30), named("Skip", 10, 30, "Asia/Kolkata")}
        )
        == 4
    )


def test_an_agenda_and_offered_times_are_replaced_too():
    start = datetime(2027, 5, 3, 10)
    old, new = (Agenda(minutes=each, opening="Hello.", items=(), closing="Thank you.") for each in (25, 30))
    assert entry(agenda_event(old, start, "UTC"))["UID"] == entry(agenda_event(new, start, "UTC"))["UID"]
    held = [Calendar.from_ical(offered_times("Held", [start, start.replace(hour=15)], 30, "UTC")) for _ in range(2)]
    first, second = ([str(event["UID"]) for event in each.walk("VEVENT")] for each in held)
    assert first == second
    assert len(set(first)) == 2


@pytest.mark.parametrize("zone", ["Atlantis/Capital", "", "../etc/passwd", "London time"])
def test_an_unknown_time_zone_is_refused_with_a_cure(zone):
    with pytest.raises(InputRefused, match="Europe/London"):
        ics("Skip", datetime(2027, 5, 3, 10), 30, zone)


@pytest.mark.parametrize(("minutes", "reminder"), [(0, None), (-5, None), (1441, None), (30, -1)])
def test_impossible_times_are_refused(minutes, reminder):
    with pytest.raises(InputRefused):
        ics("Skip", datetime(2027, 5, 3, 10), minutes, "Europe/London", reminder_minutes=reminder)


def test_an_agenda_becomes_an_entry_of_its_length():
    item = AgendaItem(question_id="q", text="Where are we going?", minutes=8, why="Only they can say.")
    agenda = Agenda(
        minutes=25, opening="Thank you for the time.", items=(item,), fallback=item, closing="What did we miss?"
    )
    event = entry(agenda_event(agenda, datetime(2027, 5, 3, 10), "America/New_York"))
    assert event.end - event.start == timedelta(minutes=25)
    assert "1. Where are we going? (8 min)" in str(event["DESCRIPTION"])
    assert "If it stalls: Where are we going?" in str(event["DESCRIPTION"])
    assert event.start == datetime(2027, 5, 3, 10, tzinfo=ZoneInfo("America/New_York"))


def promised(what, day, **more):
    return Commitment(id=what, owner="you", what=what, day=day, met=date(2027, 3, 1), **more)


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2027, 3, 27), datetime(2027, 3, 27, 9, tzinfo=UTC)),
        (date(2027, 3, 29), datetime(2027, 3, 29, 8, tzinfo=UTC)),
    ],
)
def test_a_reminder_is_at_nine_on_both_sides_of_a_change_of_clocks(day, utc):
    raw = reminders([promised("send the chart", day, line="I'll send the chart.")], "Europe/London", date(2027, 3, 1))
    event = entry(raw)
    assert event.start.astimezone(UTC) == utc
    assert (event.start.hour, str(event["SUMMARY"])) == (9, "I said: send the chart")
    assert (str(event["CLASS"]), str(event["TRANSP"])) == ("PRIVATE", "TRANSPARENT")
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta(0)
    zone = tzical(StringIO(raw.decode())).get("Europe/London")
    assert datetime.combine(day, time(9), tzinfo=zone).astimezone(UTC) == utc


def test_a_name_in_a_reminder_stays_as_it_is_written():
    day = date(2027, 3, 12)
    kept = Commitment(id="a", owner="Dr. Patel", what="ask Jo", day=day, met=date(2027, 3, 1))
    assert str(entry(reminders([kept], "Europe/London", day))["SUMMARY"]) == "Dr. Patel offered: ask Jo"


def test_reminders_hold_what_is_open_and_still_to_come():
    today = date(2027, 3, 10)
    kept = [
        promised("past", date(2027, 3, 9)),
        promised("today", today),
        promised("done", date(2027, 4, 1), state="kept"),
        promised("some day", None),
        promised("April", date(2027, 4, 1)),
    ]
    events = Calendar.from_ical(reminders(kept, "Europe/London", today)).walk("VEVENT")
    assert [str(event["UID"]) for event in events] == ["today", "April"]
    with pytest.raises(InputRefused, match="nothing with a day"):
        reminders(kept[:1], "Europe/London", today)


def test_offered_times_are_held_as_tentative():
    starts = [datetime(2027, 3, 26, 10), datetime(2027, 3, 30, 15)]
    events = Calendar.from_ical(offered_times("Held: a conversation", starts, 30, "Europe/London")).walk("VEVENT")
    assert [event.start.astimezone(UTC).hour for event in events] == [10, 14]
    assert {str(event["STATUS"]) for event in events} == {"TENTATIVE"}
