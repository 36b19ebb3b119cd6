"""Times as a letter says them: a date by which, what is free and what is not, days with their article."""

import re

from app.coaching.emails.phrases import when_phrase
from app.coaching.emails.wording import DAYS, MONTHS, tidy
from app.domain.base import Value

_MONTH = "|".join(MONTHS)
_DAY = "|".join(DAYS)
SOON = "in the next few weeks"
_DEADLINE = re.compile(
    rf"(?:before|by|until|till|no later than)\s+(?=[^,]*(?:{_MONTH}|jan\b|feb\b|apr\b|aug\b|sept?\b|oct\b|nov\b|dec\b|{_DAY}"
    r"|christmas|easter|new year|summer|the \d|end of|next|this))[^,]+",
    re.I,
)
"""A date by which it should be; "before 10" is a time of day."""
_WITHOUT = re.compile(
    r"(?:but\s+)?(?:not?|never|except(?: for)?|nothing)\s+(?:(?:on|in|at|during)\s+)?(?:the\s+)?(.+)", re.I
)
_PART_OF_DAY = re.compile(r"(?:day-?times?|mornings?|afternoons?|evenings?|weeks?|weekends?|nights?)\b", re.I)
_BARE_ORDINAL = re.compile(
    rf"(?<!the )(?<!The )(?<![\w.])(\d{{1,2}}(?:st|nd|rd|th))\b(?!\s+(?:of\b|{_MONTH}|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sept?\b"
    r"|oct\b|nov\b|dec\b|floor|round|week|time|year))",
    re.I,
)
_GOES_ON_FROM = re.compile(r"\d(?:st|nd|rd|th)(?:\s+(?:or|and)|,)\s+$")
_AFTER_MONTH = re.compile(rf"(?:{_MONTH}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+$", re.I)


class Times(Value):
    """Times that suit, the date by which it should be, and what does not suit; each may be empty."""

    free: str = ""
    by: str = ""
    without: str = ""
    only: bool = False
    """Whether nothing else suits."""


def times_of(said: str) -> Times:
    """Return what "before 18 December, Tuesdays at 9, no mornings" says: free on Tuesdays at 9, by a date, not in the mornings."""
    free, by, without = [], "", []
    said, only = re.subn(r"(?:^|(?<=, ))only\s+", "", said, flags=re.I)
    for each in re.split(r",\s+(?!\d{4}\b)", said):
        if _DEADLINE.fullmatch(each) and not by:
            by = tidy(each)
        elif match := _WITHOUT.fullmatch(each):
            without.append(_in_or_on(tidy(match[1])))
        else:
            free.append(each)
    return Times(
        free=when_phrase(", ".join(free)) if free else "", by=by, without=" or ".join(without), only=bool(only and free)
    )


def with_articles(said: str) -> str:
    """Return "19th or 20th before noon" as "the 19th or 20th before noon"; after a month it stays as it is."""

    def whole(match: re.Match[str]) -> str:
        before = said[: match.start()]
        return match[1] if _AFTER_MONTH.search(before) or _GOES_ON_FROM.search(before) else f"the {match[1]}"

    return _BARE_ORDINAL.sub(whole, said)


def either(said: str) -> str:
    """Return several times with "or" before the last: "Wednesday at 9, Friday at 3" gives "Wednesday at 9 or Friday at 3"."""
    if re.search(r"\b(?:or|and|between)\b", said, re.I):
        return said
    parts = re.split(rf",\s+(?=(?:{_DAY}|(?:on )?the \d|\d))", said, flags=re.I)
    return " or ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else said


def _in_or_on(said: str) -> str:
    if _PART_OF_DAY.match(said):
        return f"in the {said.lower()}"
    return f"on {said}" if said.lower().startswith((*DAYS, "the ")) else said
