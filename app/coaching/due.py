"""The day a promise is due, worked out from the time as it was said and the day it was said on."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from app.coaching.day_words import (
    NTH,
    WEEKDAYS,
    after,
    amount,
    dated,
    day_of_month,
    feast,
    moved,
    named_month,
    quarter,
    unit,
    weekday,
    weekday_after,
)
from app.coaching.spans import Span, days_on, piece_of, single, unit_around, working_day

_FARTHEST = 10
"""Years ahead that anybody means who says by when; the calendar of the page ends, too."""


class _Found(NamedTuple):
    """The days that a part of the words means, and the words around it."""

    span: Span
    lead: str
    rest: str


def day_of(due: str, said_on: date) -> date | None:
    """Return the day a promise is due; None when no day follows from the words ("after the next board").

    A weekday is the first one after `said_on`; "next Friday" is the one of the following calendar week. A week is a
    working week, Monday to Friday. Of a longer span its last day counts, unless the words say which part of it;
    "by March" is the first of March and "before Friday" a Thursday. "3/12" is the third of December, "4.30" an hour.
    A day that has passed is none, nor is one more than ten years ahead. The user sees the day and can set it right.

    Args:
        due: the time as said, such as "by the end of the month"; may be empty.
        said_on: the day of the meeting, in the user's own time zone.
    """
    words = " ".join(due.lower().replace("’", "'").split())
    for pattern, full in _SHORT:
        words = re.sub(pattern, full, words)
    found = _find(words, said_on)
    if not found or found.span.last < said_on:
        return None
    day = _part(found, words, said_on)
    if day < said_on and "this" not in words and (later := _find(words, days_on(found.span.last, 1))):
        day = _part(later, words, said_on)
    return max(day, said_on) if day.year - said_on.year <= _FARTHEST else None


def _find(words: str, said_on: date) -> _Found | None:
    """Return what the first pattern that fits makes of the words; nothing for a time after some day."""
    for pattern, span_of in _SPANS:
        if match := re.search(pattern, words):
            lead, rest = words[: match.start()], words[match.end() :]
            span = None if re.search(_AFTER, lead) and not re.search(r"\w", rest) else span_of(match, said_on)
            return _Found(span, lead, rest) if span else None
    return None


def _part(found: _Found, words: str, said_on: date) -> date:
    span, length = found.span, found.span.last - found.span.first
    if span.first > said_on and re.search(_BEFORE, found.lead) and not re.match(_HOUR, found.rest):
        return working_day(days_on(span.first, -1))
    if re.search(rf"\b(?:end|close) of\b|\blate\b|\b(?:{_UNIT})(?:'s)?[- ]end\b|\bend (?:{_MONTHS})\b", words):
        return span.last
    if re.search(r"\b(?:start|beginning|top) of\b|\bfirst thing\b", words):
        return span.first
    if re.search(r"\bearly\b", words):
        return span.first + length // 3
    if re.search(r"\bmiddle of\b|\bmid\b", words):
        return span.first + length // 2
    return span.first if words.startswith(("by", "until")) and span.first > said_on else span.last


def _no_day(_: re.Match[str], __: date) -> None:
    return None


def _of_week(match: re.Match[str], said_on: date) -> Span | None:
    """Return the Friday of a week given in words."""
    week = _find(match["week"], said_on)
    return weekday_after(week.span.first, match["weekday"], 0) if week else None


def _nth(match: re.Match[str], said_on: date) -> Span | None:
    """Return the first week of January, the last Friday of the month; of the next month where it has passed."""
    piece = match["piece"] or "day"
    piece = piece if piece in {"half", "week", "month", "day"} else piece[:3]
    piece = "working day" if piece == "day" and match["working"] else piece
    whole = _find(match["whole"] or "", said_on)
    found = piece_of(whole.span, piece, NTH[match["nth"]]) if whole else None
    if whole and found and found.last < said_on <= whole.span.last and "this" not in match["whole"]:
        return _nth(match, days_on(whole.span.last, 1))
    return found


def _beside(match: re.Match[str], said_on: date) -> Span | None:
    """Return the week after next, the day before Christmas, the Monday after the 12th; None beside an event."""
    name, sign = match["unit"] or match["weekday"], {"after": 1, "following": 1, "before": -1, "of": 0}[match["how"]]
    if match["anchor"].startswith("next"):
        return weekday_after(said_on, name, 2) if match["weekday"] else unit_around(said_on, name, 2)
    anchor = day_of(match["anchor"], said_on)
    if not anchor:
        return None
    if name == "day":
        return single(days_on(anchor, sign))
    if match["unit"]:
        return unit_around(anchor, name, sign)
    if match["how"] == "of":
        return None
    ahead = (WEEKDAYS.index(name[:3]) - anchor.weekday()) % 7
    return single(days_on(anchor, (ahead or 7) if sign == 1 else ahead - 7))


def _from(match: re.Match[str], said_on: date) -> Span | None:
    """Return two weeks from Monday, a day before the 12th; None from an event on."""
    start = day_of(match["anchor"], said_on)
    known = start and match["how"] not in {"of", "earlier"}
    return moved(match, start, back=match["how"] in {"before", "prior to", "ahead of"}) if start and known else None


def _week_on(match: re.Match[str], said_on: date) -> Span | None:
    start = day_of(match["anchor"], said_on)
    return single(days_on(start, 14 if match["on"] == "fortnight" else 7)) if start else None


_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thu(?:rs?)?|fri"
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    "|jul|aug|sept?|oct|nov|dec"
)
_ENDING = {"d": "day", "w": "week", "m": "month", "q": "quarter", "y": "year"}
_SHORT: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\bwk(s?)\b", r"week\1"),
    (r"\beo([dwmqy])\b", lambda match: f"end of the {_ENDING[match[1]]}"),
    (r"\bw/?c\b|\bweek (?:beginning|commencing|starting)\b", "week of"),
    (r"\b(?:tmrw?|2mor+ow?)\b", "tomorrow"),
    (r"\b2(?:day|nite|night)\b", "today"),
    (r"\b(20\d\d)-(\d\d)-(\d\d)\b", r"\3/\2/\1"),
    (r"\b(\d{1,2})\. ?(1[0-2]|0?[1-9])\.(20\d\d\b|\d\d\b)?", r"\1/\2/\3"),
    (r"(?<!at )(?<!by )\b(\d{1,2})\.(0[1-9])\b(?! ?[ap]\.?m)", r"\1/\2"),
)
_UNIT = r"week|month|quarter(?! past| to)|year"
_MONTH, _DAY = rf"(?P<month>{_MONTHS})\b", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?:,?\s+(?:of\s+)?(?P<year>20[2-9]\d)\b)?"
_NTH = rf"(?P<nth>{'|'.join(NTH)})"
_COUNT = (
    r"\d{1,3}|(?:a )?couple(?: of)?|a few|the next|another|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve"
)
_AMOUNT = (
    rf"\b(?!the next (?:quarter|year))(?P<count>{_COUNT})\s+(?P<few>few|working|business)?\s*"
    rf"(?P<unit>hour|day|fortnight|{_UNIT})(?:s'?|'s)?\b(?P<more>\s+or\s+two\b)?(?: time\b)?"
)
_AFTER = r"\bafter (?:the )?(?:(?:end|start|beginning|middle) of (?:the )?)?$"
_BEFORE = r"\bbefore (?:the )?(?:(?:start|beginning) of (?:the )?)?$"
_HOUR = r",? (?:at |by )?(?:noon|midday|lunch|cob\b|end of|close of|\d{1,2}(?:[:.]\d\d| ?[ap]\.?m\b))"
_DAY_NAMED = rf"(?:(?:this|next)\s+)?(?:{_WEEKDAY}|tomorrow|today)"
_SPANS: tuple[tuple[str, Callable[[re.Match[str], date], Span | None]], ...] = (
    (
        r"\bago\b|\b(?:days?|weeks?|months?|fortnight) back$|\byesterday\b|\bult(?:imo)?\b|\bgone\b|\bthereafter\b"
        r"|\bbefore last\b|^one day(?: soon)?$"
        rf"|\bhalf a (?:{_UNIT})\b|\bthat (?:{_UNIT})\b|\b(?:{_WEEKDAY}) (?:last|past)\b(?! \w)"
        rf"|\b(?:last|past|previous) (?:(?:{_COUNT}) )?(?:{_WEEKDAY}|(?:day|{_UNIT})s?)\b(?!\s+(?:of|in)\b)"
        rf"|\b(?:good|easter|black|cyber|whit|ash|shrove|palm) (?:{_WEEKDAY})\b",
        _no_day,
    ),
    (rf"\b(?P<weekday>{_WEEKDAY})\b.*?\b(?P<week>(?:this|next|the|following|{'|'.join(NTH)})\s+week\b.*)", _of_week),
    (rf"\b(?P<week>(?:this|next|following)\s+week),?\s+(?:on\s+)?(?:the\s+)?(?P<weekday>{_WEEKDAY})\b", _of_week),
    (
        rf"(?:(?:^|\b(?:the|by|before|until|in|on)\s+)(?P<unit>day|{_UNIT})|\b(?:the\s+|(?=\w+ after next))"
        rf"(?P<weekday>{_WEEKDAY}))\s+(?P<how>after|before|following|of)\b\s*(?P<anchor>[^,;]*)",
        _beside,
    ),
    (
        rf"{_AMOUNT}(?:\s+(?P<how>from|after|before|following|of|earlier|later|prior to|ahead of)\b"
        rf"|(?:\s+on)?(?=\s+(?:the\s+)?(?:{_DAY_NAMED}|\d{{1,2}}(?:st|nd|rd|th))\b))\s*(?P<anchor>[^,;]*)",
        _from,
    ),
    (
        rf"\b{_NTH}\s+(?P<working>full |working |business )?(?P<piece>week|half|day|month|{_WEEKDAY})s?\b"
        rf"(?:\s+(?:(?:of|in)\s+|(?={_MONTHS}|this |next ))(?P<whole>.+))?",
        _nth,
    ),
    (rf"\b{_NTH}(?P<working>)(?P<piece>)\s+of\s+(?P<whole>(?:{_MONTHS}|(?:the|this|next) (?:{_UNIT}))\b.*)", _nth),
    (rf"\b(?:{_WEEKDAY})s?\s+(?:in|of|from)\s+(?:(?:early|late|mid)\W)?(?:(?:{_MONTHS})\b|{_AMOUNT})", _no_day),
    (rf"\b(?P<anchor>{_DAY_NAMED})\s+(?P<on>week|fortnight)\b(?! \d)", _week_on),
    (r"\btomorrow\b", after(1)),
    (r"\b(?:today|tonight|this (?:morning|afternoon|evening|lunchtime))\b", after(0)),
    (rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}", dated),
    (rf"\b{_MONTH}\s+(?:the\s+)?{_DAY}{_YEAR}", dated),
    (
        r"\b(?P<day>0?[1-9]|[12]\d|3[01])/(?P<month>0?[1-9]|[12]\d|3[01])\b(?:/(?P<year>20\d\d|\d\d)\b)?",
        dated,
    ),
    (
        r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! (?:quarter|half|week))(?:\s+of\s+(?P<which>next|this|the)\s+month\b)?",
        day_of_month,
    ),
    (rf"{_AMOUNT}(?!\s+(?:next|this|in|early|back)\b)", amount),
    (rf"\b(?:(?P<which>this|next|coming|following)\s+)?(?P<weekday>{_WEEKDAY})\b(?P<next>,?\s+next\b)?", weekday),
    (
        r"(?P<in>\bin (?:the )?)?(?<!chinese )(?<!lunar )\b(?P<feast>christmas|new year)(?P<eve>(?:'?s)? eve\b)?",
        feast,
    ),
    (r"\bfiscal\b|\bfy ?\d*\b|\b(?:financial|tax|academic|school|budget) (?:year|quarter|q[1-4])\b", _no_day),
    (rf"\b(?:q(?P<quarter>[1-4])|{_NTH} quarter)\b{_YEAR}", quarter),
    (rf"\b(?!may (?:be|not|have|need|want)\b){_MONTH}{_YEAR}", named_month),
    (
        r"(?:\b(?P<which>this|next|coming|following)\s+|(?:^|\b(?:the|of|by|in|at|before|until|all|early|late|mid|end)\W+))"
        rf"(?P<unit>{_UNIT})\b(?! ?\d| one\b| two\b| three\b)(?P<next>\s+or\s+(?:early\s+)?next\b)?",
        unit,
    ),
    (
        r"(?:^|\b(?:by|before|after|at|until|around|over) )(?:noon|midday|lunch(?:time)?)\b|\bcob\b|^now$"
        r"|\b(?:end of|close of|of the) (?:the |my )?(?:(?:working |business )?day|business|play|shift)\b",
        after(0),
    ),
)
"""What a time may look like and what it means; the first that fits decides, so a day comes before a longer time."""
