"""Calendar entries that other programs accept, right across a change of clocks."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event

from app.domain.agenda import Agenda
from app.domain.errors import InputRefused

PRODUCT = "-//Skip-Level Coach//EN"
LONGEST = 24 * 60


def ics(
    title: str,
    start: datetime,
    minutes: int,
    timezone: str,
    description: str = "",
    reminder_minutes: int | None = None,
    uid: str | None = None,
) -> bytes:
    """Return an RFC 5545 calendar with one entry, in UTF-8 with CRLF line ends.

    Args:
        title: shown in the calendar. Others may see a shared calendar: keep the private goal out of it.
        start: local time in `timezone`; with a time zone of its own it is converted. A local time that the clocks
            skip moves on by what they skip.
        minutes: length as time passes, 1 to 1,440, also where the clocks change meanwhile.
        timezone: a name of the IANA database, such as "Europe/London". Its rules go into the file as a VTIMEZONE.
        description: plain text.
        reminder_minutes: minutes before the start for a reminder, 0 or more; None for none.
        uid: give the same one again to replace an entry; a new one is made when it is missing.

    Raises:
        InputRefused: no such time zone, or minutes or reminder outside their range.
    """
    if not 1 <= minutes <= LONGEST:
        raise InputRefused(f"A calendar entry lasts between 1 and {LONGEST:,} minutes.")
    if reminder_minutes is not None and reminder_minutes < 0:
        raise InputRefused("A reminder comes before the start: give its minutes as 0 or more.")
    begins, ends = _times(start, minutes, timezone)
    event = Event.new(summary=title, start=begins, end=ends, stamp=datetime.now(UTC), uid=uid)
    if description:
        event.description = description
    if reminder_minutes is not None:
        alarm = Alarm.new(description=title)
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -timedelta(minutes=reminder_minutes))
        event.add_component(alarm)
    calendar = Calendar.new(prodid=PRODUCT, subcomponents=[event])
    calendar.add_missing_timezones(
        first_date=begins.date() - timedelta(days=400), last_date=ends.date() + timedelta(days=400)
    )
    return bytes(calendar.to_ical())


def agenda_event(
    agenda: Agenda,
    start: datetime,
    timezone: str,
    title: str = "Skip-level conversation",
    reminder_minutes: int | None = 30,
    uid: str | None = None,
) -> bytes:
    """Return a calendar entry as long as the agenda, with its questions as the description; see `ics`."""
    lines = [agenda.opening, ""]
    lines += [f"{number}. {item.text} ({item.minutes} min)" for number, item in enumerate(agenda.items, 1)]
    if agenda.fallback:
        lines += ["", f"If it stalls: {agenda.fallback.text}"]
    lines += ["", agenda.closing]
    return ics(title, start, agenda.minutes, timezone, "\n".join(lines).strip(), reminder_minutes, uid)


def _times(start: datetime, minutes: int, timezone: str) -> tuple[datetime, datetime]:
    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputRefused(f'There is no time zone "{timezone}". Use a name such as Europe/London.') from error
    local = start if start.tzinfo else start.replace(tzinfo=zone)
    moment = local.astimezone(UTC)
    return moment.astimezone(zone), (moment + timedelta(minutes=minutes)).astimezone(zone)
