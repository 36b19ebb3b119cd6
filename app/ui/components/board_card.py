"""One promise as it stands on the list."""

from datetime import date

from app.coaching.text import capital
from app.domain.commitments import Commitment
from app.ui.components import calendar_entry
from app.ui.components.tags import Html, tag
from app.ui.components.words import shortened

NEAR = {0: "today", 1: "tomorrow"}


def as_html(commitment: Commitment, today: date) -> Html:
    """Return what was promised, by when, and the line it comes from. A day that has passed is said, not shouted."""
    who = "" if commitment.mine or commitment.owner == "they" else f"{commitment.owner}: "
    late = commitment.overdue(today)
    due = tag("p", _due(commitment, today), cls="due late" if late else "due")
    source = [f"“{shortened(commitment.line, 140)}”"] if commitment.line else []
    where = [each for each in (commitment.meeting, "only rehearsed" if commitment.session else "") if each]
    source += [capital(", ".join(where))] if where else []
    quiet = [tag("p", each, cls="muted") for each in source]
    deed = who + commitment.what if who else capital(commitment.what)
    return tag("div", tag("p", deed, cls="deed"), due, *quiet, cls="promise")


def _due(commitment: Commitment, today: date) -> str:
    if commitment.day is None:
        return commitment.due or "No day given"
    words = calendar_entry.day_words(commitment.day)
    if commitment.overdue(today):
        return f"Was due {words}"
    ahead = (commitment.day - today).days
    return f"Due {words}" + (f", {NEAR.get(ahead, f'in {ahead} days')}" if ahead < 15 else "")
