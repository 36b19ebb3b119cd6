"""What somebody promised around a meeting, and what was expected of it beforehand."""

from datetime import date
from typing import Literal

from app.domain.base import Value

CommitmentState = Literal["open", "kept", "dropped"]


class Commitment(Value):
    """One thing that was promised. It is the user's own record; nothing in it was checked with anybody."""

    id: str
    owner: str
    """Who promised: "you" for the user, a name, or "they"."""
    what: str
    due: str = ""
    """The time as it was said; empty when none was given."""
    day: date | None = None
    """The day it is due, as worked out from `due` or set by the user; None when no day follows."""
    line: str = ""
    """The line of the notes it was found in; empty when written by hand."""
    state: CommitmentState = "open"
    meeting: str = ""
    """What the user calls the meeting."""
    met: date
    """The day of the meeting."""
    session: str = ""
    """The rehearsal it comes from; empty for a real meeting."""

    @property
    def mine(self) -> bool:
        """True when the user promised it."""
        return self.owner == "you"

    def overdue(self, today: date) -> bool:
        """Say whether it is open and its day has passed."""
        return self.state == "open" and self.day is not None and self.day < today


class Account(Value):
    """A meeting in three answers, before or after it."""

    asks: str = ""
    """What they ask."""
    fear: str = ""
    """What the user is, or was, afraid of."""
    want: str = ""
    """What the user wants, or got."""

    @property
    def empty(self) -> bool:
        """True when nothing was written."""
        return not (self.asks or self.fear or self.want)


class MeetingLog(Value):
    """What was predicted of one meeting, and what happened."""

    id: str
    meeting: str
    met: date
    before: Account = Account()
    after: Account = Account()
