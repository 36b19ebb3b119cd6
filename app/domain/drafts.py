"""What somebody has begun and not finished: a letter with its versions, an answer to have ready."""

from datetime import datetime

from app.domain.base import Value
from app.domain.emails import EmailBrief
from app.domain.risk import RiskReport


class LetterVersion(Value):
    """A letter as it was edited at one time (UTC)."""

    subject: str
    body: str
    written: datetime


class LetterInHand(Value):
    """A letter being written: its facts, and what was made of it by hand, oldest first."""

    brief: EmailBrief
    versions: tuple[LetterVersion, ...] = ()
    edited: bool = False
    """True when the newest version is the letter; false when the letter follows from the brief."""


class PreparedAnswer(Value):
    """The user's answer to a question they may be asked."""

    question: str
    """The question's id in the bank."""
    text: str
    """The question as it was shown."""
    answer: str


class AnswerCheck(Value):
    """One look at a prepared answer. `cure` says what to change; empty when met."""

    label: str
    met: bool
    cure: str = ""


class AnswerReview(Value):
    """What was found in a prepared answer. With a serious matter in it there are no checks, only the report."""

    checks: tuple[AnswerCheck, ...] = ()
    report: RiskReport
