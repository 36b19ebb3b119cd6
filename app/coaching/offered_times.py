"""Times offered in words, as moments for a calendar."""

import re
from datetime import date, datetime, time

from app.coaching.due import day_of

_BETWEEN = re.compile(r"\s*(?:\||;|\n|,?\s+or\s+|,(?!\s*\d{4}\b))\s*", re.I)
_CLOCK = re.compile(
    r"\b(?:at\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?:\s*(?:-|–|to)\s*\d{1,2}(?:[:.]\d\d)?)?"
    r"\s*(?P<half>[ap])\.?m\b"
    r"|\b(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)\b|\bat\s+(?P<bare>\d{1,2})\b|\b(?P<noon>noon|midday)\b",
    re.I,
)
MOST = 6


def moments(text: str, today: date) -> tuple[datetime, ...]:
    """Return the moments in words such as "Tuesday 10am or 2pm, Thursday at 3", in order, at most six.

    An hour without a day belongs to the day before it; of a range its beginning counts; a bare hour below eight is in
    the afternoon. What gives no day or no hour is left out. The user sees each and can set it right.
    """
    found: list[datetime] = []
    day: date | None = None
    for part in _BETWEEN.split(text):
        clock = _CLOCK.search(part)
        said = f"{part[: clock.start()]} {part[clock.end() :]}" if clock else part
        day = day_of(said.strip(), today) or (day if clock else None)
        at = _time(clock) if clock else None
        if day and at and (moment := datetime.combine(day, at)) not in found:
            found.append(moment)
    return tuple(found[:MOST])


def _time(clock: re.Match[str]) -> time | None:
    if clock["noon"]:
        return time(12)
    if clock["hour24"]:
        return time(int(clock["hour24"]), int(clock["minute24"]))
    hour = int(clock["hour"] or clock["bare"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0) if hour <= 12 else hour
    elif hour < 8:
        hour += 12
    return time(hour, int(clock["minute"] or 0)) if hour < 24 else None
