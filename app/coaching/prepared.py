"""Answers to have ready: what the other side will probably ask, and a look at what the user would say."""

import re
from collections.abc import Iterator

from app.coaching.notebook import entry_id, keep_value
from app.coaching.questions import Questions
from app.coaching.text import clean
from app.domain.drafts import AnswerCheck, AnswerReview, PreparedAnswer
from app.domain.knowledge import Question
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.domain.ports import Notebook, RiskDetector
from app.domain.risk import RiskReport

A_MINUTE = 150
"""Words that fit into about a minute of speaking; our own limit for one answer."""
_NUMBER = r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|third|quarter|twice|hundred|thousand)\b"
_MOMENT = (
    r"\b(?:yesterday|last (?:week|month|quarter|year|spring|summer|autumn|winter)|this (?:morning|week|month|quarter)"
    r"|on (?:mon|tues|wednes|thurs|fri)day|in (?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december)|for (?:example|instance)|the (?:day|time|week) (?:we|i|when))\b"
)
_NAME = r"(?-i:(?<=[a-z,;] )(?!I\b|I')[A-Z][\w-]+)"
_CHECKABLE = re.compile(f"{_NUMBER}|{_MOMENT}|{_NAME}", re.I)


class PreparedAnswers:
    """Finds the questions to be ready for, looks at answers, and keeps them."""

    def __init__(self, library: Library, questions: Questions, detector: RiskDetector, notebook: Notebook) -> None:
        """Keep what is read from and written to."""
        self._library = library
        self._questions = questions
        self._detector = detector
        self._notebook = notebook

    def likely(self, meeting: Meeting, count: int = 8) -> tuple[Question, ...]:
        """Return what the other side of this meeting will probably ask, most likely first.

        The persona of the meeting counts when there is one; only what is public about it is read.
        """
        return self._questions.likely(meeting, self._library.persona_by_id.get(meeting.persona), count)

    def review(self, answer: str, meeting: Meeting) -> AnswerReview:
        """Return whether an answer is specific, short, and fair to the manager. A serious matter gets no such checks."""
        text = clean(answer)
        report = self._detector.check(text, meeting.said_in_it())
        serious = any(finding.certain for finding in report.serious)
        return AnswerReview(
            checks=() if serious or not text else tuple(_checks(text, report, meeting.names())), report=report
        )

    def keep(self, holder: str, question: Question, answer: str) -> None:
        """Keep an answer in place of the one before; an empty answer is taken out."""
        entry = entry_id(holder, "answer", question.id)
        text = clean(answer)
        if not text:
            self._notebook.discard(holder, entry)
            return
        made = PreparedAnswer(question=question.id, text=question.text, answer=text)
        keep_value(self._notebook, holder, "answer", entry, made.model_dump(mode="json"))

    def kept(self, holder: str) -> dict[str, PreparedAnswer]:
        """Return the kept answers by the question's id, in the order they were first written."""
        found = [PreparedAnswer.model_validate(each.value) for each in self._notebook.entries(holder, "answer")]
        return {each.question: each for each in found}


def _checks(text: str, report: RiskReport, people: tuple[str, ...]) -> Iterator[AnswerCheck]:
    rest = text
    for said in (*(flag.phrase for flag in report.flags), *people):
        rest = rest.replace(said, "")  # what somebody is like is nothing to check
    checkable = _CHECKABLE.search(rest) is not None
    cure = "" if checkable else "Add one number, one name of a thing, or one moment when it happened."
    yield AnswerCheck(label="Specific: there is something they could check", met=checkable, cure=cure)
    words = len(text.split())
    cure = f"{words} words are more than a minute. Say the point and one case, then stop." if words > A_MINUTE else ""
    yield AnswerCheck(label="Short: it fits into a minute", met=not cure, cure=cure)
    worst = max(report.flags, key=lambda flag: flag.severity, default=None)
    cure = ""
    if worst and (not report.forward_safe or worst.severity > 2):
        instead = f" Say instead: {worst.say_instead}" if worst.say_instead else ""
        cure = f"“{worst.phrase}”: {worst.reason}{instead}"
    yield AnswerCheck(label="Fair: it could be repeated to your manager", met=not cure, cure=cure)
