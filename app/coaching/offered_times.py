"""Times offered in words, as moments for a calendar."""

import re
from datetime import date, datetime, time

from app.coaching.due import day_of

_BETWEEN = re.compile(r"\s*(?:\||;|\n|,?\s+or\s+|,(?!\s*\d{4}\b))\s*", re.I)
_MINUTE, _HALF = r"(?:(?P<{0}mark>[:.h])(?P<{0}minute>[0-5]\d))?(?![\d/:])", r"(?:\s*(?P<{0}half>[ap])\.?m\b)?"
_CLOCK = re.compile(
    r"(?<![\d:.$£€/])(?<!past )(?<!to )(?<!before )(?<!until )(?<!till )(?<!by )"
    rf"(?P<at>\bat\s+)?\b(?P<hour>\d{{1,2}}){_MINUTE.format('')}{_HALF.format('')}(?P<clock>(?:\s*o'clock|h)\b)?"
    r"(?:\s*(?:-|–|to|and|until|till)\s*"
    rf"(?:(?P<end>\d{{1,2}}){_MINUTE.format('end_')}{_HALF.format('end_')}|(?P<end_noon>noon|midday)\b))?"
    r"|\b(?P<noon>noon|midday)\b",
    re.I,
)
_DATE = re.compile(r"\.(?:0[1-9]|1?\d\.)")
"""What makes "22.04" and "3.12." dates."""
MOST = 6


def moments(text: str, today: date) -> tuple[datetime, ...]:
    """Return the moments in words such as "Tuesday 10am or 2pm, Thursday at 3", in order, at most six.

    An hour without a day belongs to the day before it; of a range its beginning counts, in the morning for "11-1pm";
    a bare hour below eight is in the afternoon. What gives no day or no hour is left out. The user sees each and can
    set it right.
    """
    found: list[datetime] = []
    day: date | None = None
    for part in _BETWEEN.split(text.replace("’", "'")):
        clocks = [clock for clock in _CLOCK.finditer(part) if _time(clock)]
        at = _time(clocks[0]) if clocks else None
        said = f"{part[: clocks[0].start()]} {part[clocks[0].end() :]}" if clocks else part
        day = day_of(said, today) or (day if at else None)
        if day and at and (moment := datetime.combine(day, at)) not in found:
            found.append(moment)
    return tuple(found[:MOST])


def _time(clock: re.Match[str]) -> time | None:
    """Return the beginning; None for a number that nothing marks as an hour, such as the one of a date."""
    if clock["noon"]:
        return time(12)
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), (clock["half"] or "").lower()
    end_half = "p" if clock["end_noon"] else (clock["end_half"] or "").lower()
    if not (clock["at"] or half or end_half) and _DATE.search(clock.string[: clock.end() + 1], clock.start()):
        return None
    if hour > 23 or not any((clock["at"], half, end_half, clock["clock"], clock["mark"], clock["end_mark"])):
        return None
    if end_half and not half:
        end = (int(clock["end"] or 0) % 12, int(clock["end_minute"] or 0))
        half = "pa"["pa".index(end_half) - 1] if (hour % 12, minute) > end else end_half
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif hour < 8 and not clock["hour"].startswith("0"):
        hour += 12
    return time(hour, minute)
