"""What is left out of what others read, and how the user is told."""

from collections.abc import Sequence

from app.coaching.coach import Coach
from app.coaching.kept_back import kept_back
from app.domain.commitments import Commitment
from app.domain.meeting import Meeting
from app.ui.components.words import muted

_LEFT_OUT = "What is serious or was said in confidence is left out of the thank-you"


def of(coach: Coach, kept: Sequence[Commitment], about: Meeting) -> tuple[Commitment, ...]:
    """Return the promises that are for nobody else to read."""
    return kept_back(kept, about, lambda text, context: coach.check(text, context).report)


def say(back: Sequence[Commitment]) -> None:
    """Tell the user what is left out, and where it stays; nothing where nothing is."""
    if back:
        muted(
            f"{_LEFT_OUT}. It stays in your rehearsal."
            if all(each.session for each in back)
            else f"{_LEFT_OUT} and of the lines for your manager. It stays on your list."
        )
