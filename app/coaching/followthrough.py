"""What to tell the manager after a meeting, and when to meet again."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.rehearsal import Promise


def lines_for_manager(found: Sequence[Promise], topics: Sequence[str] = (), *, leader: str = "") -> tuple[str, str]:
    """Return two lines to tell the manager the same day: what it was about, and what may come back.

    Args:
        found: promises of both sides.
        topics: what was talked about, a few nouns; may be empty.
        leader: the leader's first name; may be empty.
    """
    who = leader or "them"
    about = (
        f"I spoke with {who} about {_listed(topics[:3])}."
        if topics
        else f"I had my conversation with {who}; nothing in it should surprise you."
    )
    mine = [p for p in found if p.owner == "you"]
    theirs = [p for p in found if p.owner != "you"]
    said = []
    if mine:
        said.append(f"I said I'd {_listed([_deed(p) for p in mine[:2]])}")
    if theirs:
        said.append(f"{leader or 'they'} offered to {_listed([_deed(p) for p in theirs[:2]])}")
    if not said:
        return about, "Nothing was promised on either side; tell me if you'd like the details."
    text = "; ".join(said)
    return about, f"{text[0].upper()}{text[1:]}. Tell me if any of that should wait."


def _deed(promise: Promise) -> str:
    return f"{promise.what} {promise.due}".strip() if promise.due.lower() not in promise.what.lower() else promise.what


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def next_quarterly(met: date) -> date:
    """Return the day to meet again: thirteen weeks on, the same weekday, so never a weekend if the last was not."""
    return met + timedelta(weeks=13)
