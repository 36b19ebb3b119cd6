"""What a letter says besides its facts, what it leaves out, and how a brief that tells of something grave is read."""

import pytest

from app.coaching.emails import Letters
from app.coaching.emails.also import sentence
from app.coaching.emails.serious import told_in
from app.domain.emails import EmailBrief
from app.domain.library import Library
from app.domain.risk import RiskContext, RiskReport, SeriousFinding
from app.language.spacy_english import SpacyEnglish


@pytest.mark.parametrize(
    ("kind", "said", "written"),
    [
        ("pushback_reply", "he can come along", "You can come along."),
        ("pushback_reply", "she is very welcome to join", "You are very welcome to join."),
        ("pushback_reply", "ask if end of november is ok", "Would end of November be ok?"),
        ("pushback_reply", "ok to wait until after the audit", "I'm happy to wait until after the audit."),
        ("heads_up", "I'll share my notes with her afterwards", "I'll share my notes with you afterwards."),
        ("invite_one", "not an appraisal", "It isn't an appraisal."),
        ("invite_one", "she can say no without a reason", "You can say no without a reason."),
        ("announcement", "i wont decide anything there", "I won't decide anything there."),
        ("invite_many", "sign-up sheet opens on monday", "Sign-up sheet opens on Monday."),
        ("reschedule", "say sorry for the late answer", "I'm sorry for the late answer."),
    ],
)
def test_what_else_is_to_be_said_is_put_to_the_reader(library: Library, kind: str, said: str, written: str) -> None:
    assert sentence(library.email_by_id[kind], said, SpacyEnglish()) == written


@pytest.mark.parametrize("said", ["she came along", "he has my full confidence", "my fault", "help me practise"])
def test_what_may_speak_of_somebody_else_is_not_said(library: Library, said: str) -> None:
    assert sentence(library.email_by_id["pushback_reply"], said, SpacyEnglish()) == ""


def test_what_the_letter_says_already_is_not_said_again(letters: Letters) -> None:
    facts = {
        "me": "Carys",
        "person": "Owen",
        "minutes": "20",
        "start": "May",
        "more": "Nothing is wrong | You may bring a colleague",
    }
    body = letters.draft(EmailBrief(kind="invite_one", facts=facts)).body
    assert body.lower().count("nothing is wrong") == 1
    assert "You may bring a colleague." in body


def test_a_manager_hears_of_a_round_before_it(letters: Letters) -> None:
    facts = {"me": "Ellen", "person": "Ruth", "start": "3 March", "who": "her analysts", "minutes": "20"}
    draft = letters.draft(EmailBrief(kind="manager_note", facts=facts))
    assert "From 3 March I'll be meeting your analysts, 20 minutes each" in draft.body
    assert "finished the round" not in draft.body
    assert not draft.missing
    assert all(check.met for check in draft.checks)


def test_after_a_round_its_dates_make_no_announcement_of_it(letters: Letters) -> None:
    facts = {
        "me": "Ellen",
        "person": "Ruth",
        "start": "3 March",
        "heard": "shifts change late",
        "praise": "clear goals",
    }
    assert "finished the round" in letters.draft(EmailBrief(kind="manager_note", facts=facts)).body


def test_a_wish_that_no_letter_should_carry_is_left_out_and_named(letters: Letters) -> None:
    text = (
        "I am Jussi Laine, lab technician, my manager is Mikko Salo, he knows. Ask Annika Holm for 20 minutes to understand the "
        "new sample system. You can mention that Mikko never explains anything and is badly organised."
    )
    brief = letters.brief("request", text)
    assert any("badly organised" in reason for reason in brief.refused)
    assert "organised" not in letters.draft(brief).body


class _HeardAs:
    """Finds a matter that is certain when it is read as told, and not when it is read as asked."""

    def __init__(self, **certain: bool) -> None:
        self._certain = certain

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        """Return a finding for the sides it was made for."""
        if context.side not in self._certain:
            return RiskReport(text=text)
        found = SeriousFinding(
            category="pay", name="Pay", start=0, end=len(text), routes=(), certain=self._certain[context.side]
        )
        return RiskReport(text=text, serious=(found,), forward_safe=False, deciding=text)


@pytest.mark.parametrize(
    ("heard", "certain"),
    [
        (_HeardAs(ic=True, asked=False), [True]),
        (_HeardAs(ic=True), [True]),
        (_HeardAs(asked=True), [True]),
        (_HeardAs(ic=False, asked=False), [False]),
        (_HeardAs(ic=False), []),
    ],
)
def test_a_brief_is_read_as_told_and_as_asked(heard: _HeardAs, certain: list[bool]) -> None:
    found = told_in("They do not pay our overtime since three months.", {}, "", heard, "ic")
    assert [finding.certain for finding in found] == certain
