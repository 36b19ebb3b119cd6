"""What follows a meeting, told from what was promised in it: the thank-you, two lines for the manager, when to meet again."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.coaching.emails.names import TITLES, forms
from app.coaching.text import capital
from app.domain.commitments import Commitment
from app.domain.emails import EmailBrief
from app.domain.meeting import Meeting

MEETING_WITH = "Meeting with "
"""How a meeting found in notes is called, before the name of the one met."""
QUARTER = timedelta(weeks=13)


def thank_you(kept: Sequence[Commitment], about: Meeting, today: date) -> EmailBrief:
    """Return the facts of the letter after a meeting: what each side said they would do, by when, and the names known.

    What a third person promised stays out: the letter would thank its reader for it.
    """
    other = _met(kept, about)
    mine = [_deed(each, today) for each in kept if each.mine]
    theirs = [_deed(each, today) for each in kept if _theirs(each, other)]
    facts = {
        "me": about.me.full,
        "boss": about.people.boss.full,
        "doing" if about.leads else "mine": " | ".join(mine),
        **({"person": other} if about.leads else {"leader": other, "theirs": " | ".join(theirs)}),
    }
    kind = "leader_follow_up" if about.leads else "thank_you"
    return EmailBrief(kind=kind, facts={name: value for name, value in facts.items() if value})


def lines_for_manager(
    kept: Sequence[Commitment], about: Meeting, today: date, topics: Sequence[str] = ()
) -> tuple[str, str]:
    """Return two lines to tell the manager the same day: what it was about, and what may come back.

    Args:
        kept: what was promised in one real meeting, by whomever.
        about: the meeting as the user described it, for the name of the one met.
        today: a day given in words is said as a date once the day of the meeting is over.
        topics: what was talked about, a few nouns; may be empty.
    """
    other = _met(kept, about)
    who = called(other)
    opening = (
        f"I spoke with {who or 'them'} about {_listed(topics)}."
        if topics
        else f"I had my conversation with {who or 'them'}."
    )
    deeds: dict[str, list[str]] = {}
    for each in sorted(kept, key=lambda each: not each.mine):
        # Whether a third person offered it, the notes do not say.
        begins = (
            "I said I'd"
            if each.mine
            else f"{who or 'they'} offered to"
            if _theirs(each, other)
            else f"{each.owner} is to"
        )
        deeds.setdefault(begins, []).append(_deed(each, today))
    said = "; ".join(f"{begins} {_listed(parts)}" for begins, parts in deeds.items())
    return (
        opening,
        f"{capital(said)}. Tell me if any of that should wait." if said else "Tell me if you'd like the details.",
    )


def called(name: str) -> str:
    """Return what somebody is called in passing: the first name, or all of it after a title or without a capital."""
    first = name.partition(" ")[0]
    return first if first[:1].isupper() and first.lower().rstrip(".") not in TITLES else name


def next_quarterly(met: date, today: date) -> date:
    """Return the day to meet again, after `today`: thirteen weeks on or as many times that as it takes.

    It is the same weekday, so never a weekend if the last was not.
    """
    return met + QUARTER * max(1, (today - met) // QUARTER + 1)


def _met(kept: Sequence[Commitment], about: Meeting) -> str:
    """Return the name of the one met, in full where the meeting described is the one the promises are from."""
    full = about.opposite.full
    noted = next((each.meeting for each in kept if each.meeting.startswith(MEETING_WITH)), "")
    name = noted.removeprefix(MEETING_WITH)
    return name if name and not _same(name, full) else full


def _theirs(commitment: Commitment, other: str) -> bool:
    """Say whether the one met promised it; in a rehearsal there is nobody else."""
    known = commitment.owner == "they" or bool(commitment.session) or _same(commitment.owner, other)
    return known and not commitment.mine


def _same(one: str, other: str) -> bool:
    """Say whether one name is the other or a part of it, either way round."""
    parts = [{form.lower() for form in forms(name)} for name in (one, other)]
    return one.lower() in parts[1] or other.lower() in parts[0]


def _deed(commitment: Commitment, today: date) -> str:
    """Return what was promised with its time. Words such as "tomorrow" are said as a date once the meeting's day is over."""
    when = commitment.due
    if commitment.day and (not when or today > commitment.met):
        when = f"by {commitment.day.day} {commitment.day:%B}"
    return commitment.what if when.lower() in commitment.what.lower() else f"{commitment.what} {when}".strip()


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
