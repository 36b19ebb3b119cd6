"""What follows a line that may be grave: whether it was taken back, taken up or left, and where it can go instead of a score."""

import re
from collections.abc import Sequence

from app.coaching.safety import ASKED_FIRST
from app.domain.conversation import Message
from app.domain.rehearsal import LeaderTurn, Reading, RehearsalState
from app.domain.risk import SeriousFinding

STILL_OPEN = "We can go on. The places to turn that I named stay open, whatever comes of this meeting."
"""Said once, beside the leader's first line after the coach stepped out."""
_DENIED = re.compile(
    r"^\W*(?:no|nope|nah|not at all|god no|oh no|nothing like that|not like that)\b(?! one\b)|\bi(?:'m| am) (?:fine|safe|all "
    r"right|alright|ok(?:ay)?)\b"
    r"|\bi didn't mean (?:it|that)\b|\b(?:figure of speech|just a (?:joke|saying)|only (?:a joke|joking|kidding)|an? example)\b",
    re.I,
)
_STILL_SO = re.compile(
    r"^\W*(?:yes|yeah|yep)\b|\b(?:but|worse|actually|really (?:is|does|did|do)|it's true|not (?:a joke|joking)|again|every)\b",
    re.I,
)
"""Words that take a denial back, or go further."""
_TAKEN_UP = re.compile(
    r"^\W*(?:yes|yeah|yep|it is|it does|that's it|exactly|sort of|kind of|maybe|perhaps|a bit|i (?:think|suppose|guess) so)\b|\bworse\b"
    r"|\b(?:do|did|say|done|tell \w+|think|make|feel) (?:(?:any|some)thing )?(?:about|of|with) (?:that|this|it)\b"
    r"|\b(?:should i|i should) (?:do|say|tell|report|worry|be worried|go to|stop)\b"
    r"|\bwhat (?:would|do) you (?:do|think|say)\b|\bwho (?:do|should|can) i\b"
    r"|\bwhat happens (?:now|next|then)\b|\bis (?:that|this|it) (?:normal|all right|alright|ok(?:ay)?|allowed|legal|serious)\b",
    re.I,
)
RESUMES = "resumes"
"""The act of a line that only tells the coach it was nothing: it is neither coached nor scored."""
BRIEF = 12
"""Words up to which a denial is all there is in a line."""


def before(history: Sequence[Message]) -> tuple[tuple[SeriousFinding, ...], bool, bool]:
    """Return what may be grave in the user's last line, whether the coach stepped out for it, and whether it was asked about."""
    last = next((m.plan.leader for m in reversed(history) if m.plan and m.plan.leader), None)
    if last is None or last.reading is None:
        return (), False, False
    found, stepped_out = last.reading.risk.serious, not last.beats
    return found, stepped_out and bool(found), stepped_out or any(b.move.endswith(".grave") for b in last.beats)


def taken_back(line: str) -> bool:
    """Say whether a line tells that it was nothing of the kind."""
    plain = line.replace("’", "'")
    return _DENIED.search(plain) is not None and _STILL_SO.search(plain) is None


def stays(findings: Sequence[SeriousFinding], line: str) -> bool:
    """Say whether a line leaves what was told before it standing as the matter of the talk.

    Where somebody's safety is at stake only a denial ends that; of other matters, whoever goes on with something else has
    left it.
    """
    if taken_back(line):
        return False
    gravest = any(finding.named and finding.category in ASKED_FIRST for finding in findings)
    return gravest or _TAKEN_UP.search(line.replace("’", "'")) is not None


def ended(reading: Reading, state: RehearsalState, findings: Sequence[SeriousFinding]) -> LeaderTurn:
    """Return the turn at which the role-play is over because of what was told before."""
    certain = tuple(finding.model_copy(update={"certain": True}) for finding in findings)
    risk = reading.risk.model_copy(update={"serious": certain, "flags": ()})
    over = state.model_copy(update={"ended": True, "phase": "over", "ended_because": "serious"})
    return LeaderTurn(beats=(), planned="", reading=reading.model_copy(update={"risk": risk}), state=over)


def marked(reading: Reading, *, new: bool, stays: bool, back: bool) -> Reading:
    """Return the reading with the act by which the leader hears a grave line.

    Args:
        reading: the line as read.
        new: it may be grave itself, and nobody can tell of which kind.
        stays: it takes up such a line.
        back: it only tells the coach that it was nothing.
    """
    if back and reading.words <= BRIEF:
        risk = reading.risk.model_copy(update={"flags": ()})
        return reading.model_copy(
            update={"acts": (RESUMES,), "questions": (), "things": (), "phrases": (), "risk": risk}
        )
    told = {"tells", "answers", "personal", "raises_problem", "jokes"} & set(reading.acts)
    act = "stays_grave" if stays else "grave" if new and told and not reading.questions else ""
    return reading.model_copy(update={"acts": (act, *reading.acts)}) if act else reading


def where_to_turn(findings: Sequence[SeriousFinding]) -> str:
    """Return the one sentence that stands in place of a lesson."""
    known = [finding for finding in findings if finding.named][:1]
    routes = list(dict.fromkeys(_mid(route.name) for finding in known for route in finding.routes))[:3]
    routes = routes or ["HR", "an ethics line", "a safety representative or a union"]
    danger = "" if any("emergency" in route for route in routes) else "; in danger, the emergency services"
    return (
        "What you said matters more than how you said it, and you needn't carry it alone or keep it for a meeting. You can "
        f"turn to: {'; '.join(routes)}{danger}."
    )


def _mid(name: str) -> str:
    """Return a name as it stands within a sentence: "HR" stays, "A doctor" becomes "a doctor"."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
