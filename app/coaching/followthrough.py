"""What follows a meeting, told from what was promised in it: the thank-you, two lines for the manager, when to meet again."""

import re
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from app.coaching.emails.names import TITLES, forms
from app.coaching.emails.promises import bare_promise
from app.coaching.text import capital
from app.domain.commitments import Commitment
from app.domain.emails import EmailBrief
from app.domain.meeting import Meeting

MEETING_WITH = "Meeting with "
"""How a meeting found in notes is called, before the name of the one met."""
QUARTER = timedelta(weeks=13)
_A_THING = re.compile(r"(?:the|an?|my|our|your|his|her|their)\s", re.IGNORECASE)
_DOING = re.compile(r"\w*[aeiouy]\w*ing\b", re.IGNORECASE)


def thank_you(kept: Sequence[Commitment], about: Meeting, today: date, back: Collection[Commitment] = ()) -> EmailBrief:
    """Return the facts of the letter after a meeting: what each side said they would do, by when, and the names known.

    What a third person promised stays out: the letter would thank its reader for it. So does what is done by now.
    What is in `back` (`kept_back`) stays out too; the manager is then not said to hear all that was talked about.
    """
    other = _met(kept, about)
    told = [each for each in kept if each.state != "kept" and each not in back]
    mine = [_deed(each, today) for each in told if each.mine]
    theirs = [_deed(each, today) for each in told if _theirs(each, other)]
    facts = {
        "me": about.me.full,
        "boss": "" if back else about.people.boss.full,
        "doing" if about.leads else "mine": " | ".join(mine),
        **({"person": other} if about.leads else {"leader": other, "theirs": " | ".join(theirs)}),
    }
    kind = "leader_follow_up" if about.leads else "thank_you"
    # An empty fact empties that of a letter in hand, which may tell of it from before.
    emptied = {"boss", "mine", "theirs", "doing"} if back else set()
    return EmailBrief(kind=kind, facts={name: value for name, value in facts.items() if value or name in emptied})


def lines_for_manager(
    kept: Sequence[Commitment],
    about: Meeting,
    today: date,
    topics: Sequence[str] = (),
    back: Collection[Commitment] = (),
) -> tuple[str, ...]:
    """Return two lines to tell the manager the same day: what it was about, and what may come back.

    Where all that was promised is kept back there is only the first: the second would offer the details.

    Args:
        kept: what was promised in one real meeting, by whomever.
        about: the meeting as the user described it, for the name of the one met.
        today: a day given in words is said as a date once the day of the meeting is over.
        topics: what was talked about, a few nouns; may be empty.
        back: what the manager is not told of (`kept_back`).
    """
    other = _met(kept, about)
    who = called(other)
    opening = (
        f"I spoke with {who or 'them'} about {_listed(topics)}."
        if topics
        else f"I had my conversation with {who or 'them'}."
    )
    deeds: dict[str, list[str]] = {}
    for each in sorted((each for each in kept if each not in back), key=lambda each: not each.mine):
        # Whether a third person offered it, the notes do not say.
        begins = (
            "I said I'd"
            if each.mine
            else f"{who or 'they'} offered to"
            if _theirs(each, other)
            else f"{each.owner} is to"
        )
        deeds.setdefault(begins, []).append(_to_do(_deed(each, today), about.names()))
    said = "; ".join(f"{begins} {_listed(parts)}" for begins, parts in deeds.items())
    if said:
        return opening, f"{capital(said)}. Tell me if any of that should wait."
    return (opening,) if back else (opening, "Tell me if you'd like the details.")


def called(name: str) -> str:
    """Return what somebody is called in passing: the first name, or all of it after a title or without a capital."""
    first = name.partition(" ")[0]
    return first if first[:1].isupper() and first.lower().rstrip(".") not in TITLES else name


def same_person(one: str, other: str) -> bool:
    """Say whether one name is the other or a part of it, either way round."""
    parts = [{form.lower() for form in forms(name)} for name in (one, other)]
    return one.lower() in parts[1] or other.lower() in parts[0]


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
    return name if name and not same_person(name, full) else full


def _theirs(commitment: Commitment, other: str) -> bool:
    """Say whether the one met promised it; in a rehearsal there is nobody else."""
    known = commitment.owner == "they" or bool(commitment.session) or same_person(commitment.owner, other)
    return known and not commitment.mine


def _deed(commitment: Commitment, today: date) -> str:
    """Return what was promised with its time. Words such as "tomorrow" are said as a date once the meeting's day is over.

    A day that has passed is left out: it would be promised again.
    """
    when = commitment.due
    if commitment.day and (not when or today > commitment.met):
        when = f"by {commitment.day.day} {commitment.day:%B}" if commitment.day >= today else ""
    return commitment.what if when.lower() in commitment.what.lower() else f"{commitment.what} {when}".strip()


def _to_do(deed: str, names: Sequence[str]) -> str:
    """Return a deed as it follows "I said I'd": "To send it" gives "send it", "the chart" gives "see to the chart"."""
    bare = bare_promise(deed)
    first = bare.partition(" ")[0]
    if first.istitle() and first.isalpha() and first not in names and first != "I":
        bare = bare[0].lower() + bare[1:]
    if _A_THING.match(bare):
        return f"see to {bare}"
    return f"be {bare}" if _DOING.match(bare) else bare


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
