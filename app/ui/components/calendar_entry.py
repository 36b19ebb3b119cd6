"""When something is: a day, a time and a time zone, in the reader's own form, for a calendar file."""

from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import streamlit as st

TEN = time(10)
FIRST, LAST = date(2000, 1, 1), date(2100, 1, 1)


def zone() -> str:
    """Return the reader's time zone as the browser gives it, UTC when it gives none we know."""
    name = st.context.timezone or ""
    return name if name in _zones() else "UTC"


def today() -> date:
    """Return the day it is where the reader is."""
    return day_at(datetime.now(UTC))


def day_at(moment: datetime) -> date:
    """Return the day of a moment where the reader is."""
    return moment.astimezone(ZoneInfo(zone())).date()


def day_words(day: date) -> str:
    """Return a day in words, with the year when it is another one: "Friday 27 November"."""
    year = f" {day.year}" if day.year != today().year else ""
    return f"{day:%A} {day.day} {day:%B}{year}"


def day_field(label: str, day: date | None, key: str) -> date | None:
    """Draw a field for a day, in the order of the reader's language; None when it is empty, as for a day it cannot show."""
    day = day if day and FIRST <= day <= LAST else None
    form = "MM/DD/YYYY" if (st.context.locale or "").endswith("US") else "DD/MM/YYYY"
    chosen = st.date_input(label, day, key=key, format=form, min_value=FIRST, max_value=LAST)
    return chosen if isinstance(chosen, date) else None


def moment_fields(key: str, start: datetime | None = None) -> datetime | None:
    """Draw fields for a day and a time, filled from `start`; None until there is a day."""
    left, right = st.columns(2)
    with left:
        chosen = day_field("Day", start.date() if start else None, f"{key}_day")
    clock = right.time_input("Time", start.time() if start else TEN, key=f"{key}_time", step=900)
    return datetime.combine(chosen, clock) if chosen and clock else None


def zone_field(key: str) -> str:
    """Draw a field for the time zone, filled with the reader's own."""
    zones = _zones()
    return st.selectbox("Time zone", zones, zones.index(zone()), key=f"{key}_zone") or "UTC"


@cache
def _zones() -> tuple[str, ...]:
    """The zones people choose from: places, and UTC."""
    return (*sorted(each for each in available_timezones() if "/" in each and not each.startswith("Etc/")), "UTC")
