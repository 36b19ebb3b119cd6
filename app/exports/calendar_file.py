"""Calendar entries that other programs accept, right across a change of clocks."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_OID, uuid5
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event

from app.domain.agenda import Agenda
from app.domain.commitments import Commitment
from app.domain.errors import InputRefused

PRODUCT = "-//Skip-Level Coach//EN"
LONGEST = 24 * 60
NINE = time(9)
_AROUND = timedelta(days=401)
"""Time zone rules are written for so long before and after."""


class Slot(NamedTuple):
    """One entry of a calendar. `start` and the limits are those of `ics`."""

    title: str
    start: datetime
    minutes: int
    description: str = ""
    reminder_minutes: int | None = None
    uid: str = ""
    """The same one again replaces an entry; empty for one made from title and start."""
    status: str = ""
    """TENTATIVE for a time that is only offered; empty for none."""
    busy: bool = True
    """False for a note to oneself: nobody who looks for free time sees it."""


def calendar(slots: Sequence[Slot], timezone: str) -> bytes:
    """Return an RFC 5545 calendar with these entries, in UTF-8 with CRLF line ends; see `ics` for what each holds.

    Raises:
        InputRefused: there is none, no such time zone, or minutes or reminder outside their range.
    """
    if not slots:
        raise InputRefused("There is nothing with a day yet to put into a calendar.")
    events = [_event(slot, timezone) for slot in slots]
    made = Calendar.new(prodid=PRODUCT, subcomponents=events)
    days = [slot.start.date() for slot in slots]
    made.add_missing_timezones(first_date=min(days) - _AROUND, last_date=max(days) + _AROUND)
    return bytes(made.to_ical())


def ics(
    title: str,
    start: datetime,
    minutes: int,
    timezone: str,
    description: str = "",
    reminder_minutes: int | None = None,
) -> bytes:
    """Return an RFC 5545 calendar with one entry, in UTF-8 with CRLF line ends.

    Downloading the same title and start again replaces the entry.

    Args:
        title: shown in the calendar. Others may see a shared calendar: keep the private goal out of it.
        start: local time in `timezone`; with a time zone of its own it is converted. A local time that the clocks
            skip moves on by what they skip.
        minutes: length as time passes, 1 to 1,440, also where the clocks change meanwhile.
        timezone: a name of the IANA database, such as "Europe/London". Its rules go into the file as a VTIMEZONE.
        description: plain text.
        reminder_minutes: minutes before the start for a reminder, 0 or more; None for none.

    Raises:
        InputRefused: no such time zone, or minutes or reminder outside their range.
    """
    return calendar([Slot(title, start, minutes, description, reminder_minutes)], timezone)


def offered_times(title: str, starts: Iterable[datetime], minutes: int, timezone: str) -> bytes:
    """Return a calendar that holds each offered time as tentative, so that none is given away meanwhile; see `ics`."""
    return calendar([Slot(title, start, minutes, status="TENTATIVE") for start in starts], timezone)


def reminders(kept: Iterable[Commitment], timezone: str, today: date) -> bytes:
    """Return a calendar with a reminder at nine in the morning of the day each open commitment is due.

    Days that have passed are left out. The entries are private and leave the time free; downloading again replaces
    them.

    Raises:
        InputRefused: none has a day to come, or no such time zone.
    """
    due = [each for each in kept if each.state == "open" and each.day and each.day >= today]
    return calendar([_reminder(each, each.day) for each in due if each.day], timezone)


def agenda_event(
    agenda: Agenda,
    start: datetime,
    timezone: str,
    title: str = "Skip-level conversation",
    reminder_minutes: int | None = 30,
) -> bytes:
    """Return a calendar entry as long as the agenda, with its questions as the description; see `ics`."""
    lines = [agenda.opening, ""]
    lines += [f"{number}. {item.text} ({item.minutes} min)" for number, item in enumerate(agenda.items, 1)]
    if agenda.fallback:
        lines += ["", f"If it stalls: {agenda.fallback.text}"]
    lines += ["", agenda.closing]
    return ics(title, start, agenda.minutes, timezone, "\n".join(lines).strip(), reminder_minutes)


def _reminder(commitment: Commitment, day: date) -> Slot:
    who = "I said" if commitment.mine else f"{commitment.owner[:1].upper()}{commitment.owner[1:]} offered"
    return Slot(
        title=f"{who}: {commitment.what}",
        start=datetime.combine(day, NINE),
        minutes=15,
        description=commitment.line,
        reminder_minutes=0,
        uid=commitment.id,
        busy=False,
    )


def _event(slot: Slot, timezone: str) -> Event:
    if not 1 <= slot.minutes <= LONGEST:
        raise InputRefused(f"A calendar entry lasts between 1 and {LONGEST:,} minutes.")
    if slot.reminder_minutes is not None and slot.reminder_minutes < 0:
        raise InputRefused("A reminder comes before the start: give its minutes as 0 or more.")
    begins, ends = _times(slot.start, slot.minutes, timezone)
    uid = slot.uid or str(uuid5(NAMESPACE_OID, f"{slot.title} {begins.astimezone(UTC).isoformat()}"))
    event = Event.new(summary=slot.title, start=begins, end=ends, stamp=datetime.now(UTC), uid=uid)
    if slot.description:
        event.description = slot.description
    if slot.status:
        event.add("status", slot.status)
    if not slot.busy:
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
    if slot.reminder_minutes is not None:
        alarm = Alarm.new(description=slot.title)
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", -timedelta(minutes=slot.reminder_minutes))
        event.add_component(alarm)
    return event


def _times(start: datetime, minutes: int, timezone: str) -> tuple[datetime, datetime]:
    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InputRefused(f'There is no time zone "{timezone}". Use a name such as Europe/London.') from error
    local = start if start.tzinfo else start.replace(tzinfo=zone)
    moment = local.astimezone(UTC)
    return moment.astimezone(zone), (moment + timedelta(minutes=minutes)).astimezone(zone)
