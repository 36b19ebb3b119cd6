"""What a letter begins with: the names that are known already."""

from app.coaching.coach import Coach
from app.domain.emails import EmailBrief, EmailKind
from app.ui import resources

PEOPLE = ("me", "leader", "boss")
"""Facts that are the same in every letter of one side: given once, they stand in the next one too. `me` is on both."""


def fresh(coach: Coach, kind: EmailKind, other: EmailBrief | None) -> EmailBrief:
    """Return a brief with the names known already: from another letter, else from the meeting.

    The writer is the same in all of them; the others are so only on the same side.
    """
    meeting = resources.meeting()
    known = {"me": meeting.me.full}
    if meeting.leads is (kind.audience == "leader"):
        known |= {"leader": meeting.people.leader.full, "boss": meeting.people.boss.full}
    if other:
        before = coach.library.email_by_id.get(other.kind)
        same = PEOPLE if before and before.audience == kind.audience else ("me",)
        known |= {name: other.facts[name] for name in same if name in other.facts}
    asked = {field.id for field in kind.fields}
    return EmailBrief(kind=kind.id, facts={name: value for name, value in known.items() if value and name in asked})
