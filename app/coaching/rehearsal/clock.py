"""The meeting's clock: how long a turn takes, and how the time left is said."""

from app.domain.meeting import Meeting

_WORDS = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety"}
WORDS_A_MINUTE = 130
"""A usual speaking pace."""
TURNS = 14
"""Exchanges a meeting of any length has room for: thinking and silence take the rest."""


def spend(minutes_left: float, meeting: Meeting, words: int) -> float:
    """Return the minutes left after `words` more words were said, never below 0."""
    return max(0.0, minutes_left - words / WORDS_A_MINUTE - meeting.minutes / (2 * TURNS))


def rounded(minutes: float) -> int:
    """Return the minutes as people say them: to the nearest five from twelve up, else whole, at least one."""
    if minutes >= 12:
        return int(5 * round(minutes / 5))
    return max(1, round(minutes))


def in_words(minutes: int) -> str:
    """Return a whole number of minutes, 0 to 120, in words."""
    if minutes <= 20:
        return _WORDS[minutes]
    if minutes >= 100:
        return "a hundred" if minutes == 100 else f"a hundred and {in_words(minutes - 100)}"
    tens = minutes // 10 * 10
    return _TENS[tens] if minutes == tens else f"{_TENS[tens]}-{_WORDS[minutes - tens]}"
