"""Amounts as a person would write them."""

from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor

from app.coaching.programme.capacity import Capacity
from app.coaching.text import in_words

_PARTS = {1 / 20: "a twentieth", 1 / 10: "a tenth", 1 / 8: "an eighth", 1 / 6: "a sixth", 1 / 5: "a fifth",
          1 / 4: "a quarter", 1 / 3: "a third", 1 / 2: "half"}  # fmt: skip
_RHYTHMS = {52.0: "weekly", 26.0: "every two weeks", 12.0: "monthly", 6.0: "every two months", 4.0: "quarterly",
            3.0: "three times a year", 2.0: "twice a year", 1.0: "once a year", 0.5: "every two years"}  # fmt: skip


def plain(value: float) -> str:
    """Return a number with two decimals where they hold it exactly, else rounded to one (to two below a tenth)."""
    exact = Decimal(repr(round(value, 9)))
    cents = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    shown = cents if exact == cents or value < 0.1 else exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{shown:,f}".rstrip("0").rstrip(".") if "." in f"{shown}" else f"{shown:,f}"


def counted(value: float, unit: str) -> str:
    """Return "1 hour", "2.5 hours"."""
    return f"{plain(value)} {unit}{'' if plain(value) == '1' else 's'}"


def weeks(value: float) -> str:
    """Return "15 weeks", and from half a year on the months as well."""
    return counted(value, "week") + (f" ({plain(round(value * 12 / 52, 1))} months)" if value > 26 else "")


def meetings(cost: Capacity) -> str:
    """Return how many meetings a week as the whole numbers around it: "6 to 7 meetings"."""
    rate = round(cost.meetings_a_week, 1)
    if rate < 1 or rate == round(rate):
        return counted(max(rate, 0.1), "meeting")
    return f"{floor(rate)} to {ceil(rate)} meetings"


def share(cost: Capacity) -> str:
    """Return the part of the working week in per cent, and as a fraction where one is near: "12.3% (about an eighth)"."""
    near = min(_PARTS, key=lambda part: abs(part - cost.share))
    said = f"{plain(round(cost.share * 100, 1))}%"
    return f"{said} (about {_PARTS[near]})" if abs(near - cost.share) <= 0.05 * near else said


def rhythm(per_year: float) -> str:
    """Return how often as words: "quarterly", "every 6 weeks"."""
    if per_year in _RHYTHMS:
        return _RHYTHMS[per_year]
    if per_year == int(per_year) and per_year < 11:
        return f"{in_words(int(per_year))} times a year"
    return f"every {plain(12 / per_year)} months" if per_year < 4 else f"every {plain(52 / per_year)} weeks"
