"""Times offered in words, as moments for a calendar."""

import re
from datetime import date, datetime, time

from app.coaching.due import day_of

_BETWEEN = re.compile(r"\s*(?:\||;|\n|,?\s+(?:or|and)\s+|,(?!\s*\d{4}\b))\s*", re.I)
_RANGE = re.compile(r"(\bbetween\s[^,;|\n]*?)\s+and\s+(?=\d|noon|midday)", re.I)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:day)?"
_HOURS = r"\d{1,2}(?:\s*(?:-|–|to)\s*\d{1,2})?"
_HOURS_OF_DAY = re.compile(
    rf"(\b{_WEEKDAY},?\s+)(?=\d{{1,2}}\s*(?:-|–|to)\s*\d{{1,2}}\s*(?:$|[,;|\n]|(?:or|and)\b))", re.I
)
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

    An hour without a day belongs to the day before it, at the beginning to the first one; so does a bare number after
    an hour ("at 10, 11 or 14"), and days without an hour ("Tuesday and Thursday at 3") share the next one's. Of a range
    its beginning counts, in the morning for "11-1pm"; a bare hour below eight is in the afternoon. What gives no day or
    no hour is left out. The user sees each and can set it right.
    """
    found: list[datetime] = []
    day: date | None = None
    at: time | None = None
    days: list[date] = []
    hours: list[time] = []
    text = _HOURS_OF_DAY.sub(r"\1at ", _RANGE.sub(r"\1 - ", text.replace("’", "'")))
    for part in _BETWEEN.split(text):
        said, at = _read(f"at {part}" if at and re.fullmatch(_HOURS, part) else part)
        named = day_of(said, today)
        day = named or (day if at else None)
        days += [named] if named and re.fullmatch(rf"\s*(?:on\s+)?{_WEEKDAY}\s*", part, re.I) else []
        hours += [at] if at else []
        if day and at:
            found += [datetime.combine(each, hour) for each in (*days, day) for hour in hours]
            days, hours = [], []
    return tuple(dict.fromkeys(found))[:MOST]


def _read(part: str) -> tuple[str, time | None]:
    """Return the words of a part without its first hour, and the hour."""
    clock = next((clock for clock in _CLOCK.finditer(part) if _time(clock)), None)
    return (f"{part[: clock.start()]} {part[clock.end() :]}", _time(clock)) if clock else (part, None)


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
