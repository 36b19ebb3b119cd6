"""What is serious or was said in confidence is for nobody else to read."""

from datetime import date

import pytest

from app.coaching.kept_back import hangs_on_serious, kept_back
from app.domain.commitments import Commitment
from app.domain.meeting import Meeting, People, Person
from app.domain.rehearsal import Promise
from app.domain.risk import RiskContext, RiskReport, SeriousFinding

TUESDAY = date(2026, 11, 24)
ABOUT = Meeting(people=People(boss=Person(first="Tom", last="Becker"), leader=Person(first="Dana")))


def reads(text: str, context: RiskContext) -> RiskReport:
    """Take "harassment" for a serious matter that is not certain."""
    matter = SeriousFinding(category="h", name="Harassment", start=0, end=len(text), routes=(), certain=False)
    return RiskReport(text=text, serious=(matter,) if "harassment" in text else ())


def back(what: str, line: str = "", about: Meeting = ABOUT) -> bool:
    promise = Commitment(id="1", owner="you", what=what, line=line, met=TUESDAY)
    return kept_back([promise], about, reads) == (promise,)


@pytest.mark.parametrize(
    "what",
    [
        "report Tom's harassment to HR",
        "tell HR about it",
        "bring that up with the union",
        "keep it between us",
        "keep it confidential",
        "keep the reorg quiet",
        "keep it to herself",
        "not tell Tom",
        "never mention the reorg",
        "promise not to tell anybody",
        "fire Tom",
        "replace my manager",
        "let that go if I stay quiet",
    ],
)
def test_what_is_serious_or_in_confidence_is_kept_back(what: str) -> None:
    assert back(what)
    assert back(what, about=Meeting()) or "Tom" in what


@pytest.mark.parametrize(
    "what",
    [
        "send Dana the chart",
        "ask HR for the job description",
        "ask Tom whether he minds",
        "tell Tom what we discussed",
        "share the deck",
        "keep Tom in the loop",
        "replace the firewall",
    ],
)
def test_what_is_neither_is_told(what: str) -> None:
    assert not back(what)


def test_the_sentence_a_promise_stands_in_is_read_and_the_rest_of_the_notes_is_not() -> None:
    line = "I'll go to HR about the harassment. I'll send the slides. I'll call May, but that stays between us."
    assert back("go to HR", line)
    assert back("call May", line)
    assert not back("send the slides", line)
    assert not back("write to Jo", line)


def test_a_promise_stays_in_confidence_if_the_next_sentence_says_so() -> None:
    line = "Dana will look into a move. She asked that it stay between us. I'll send the chart."
    assert back("look into a move", line)
    assert not back("send the chart", line)


def hangs(what: str, notes: str, *, certain: bool = False, named: bool = True) -> bool:
    """Tell whether a promise hangs on what the line with "leering" tells of."""
    start = notes.index("he keeps")
    matter = SeriousFinding(
        category="h", name="H", start=start, end=notes.index("leering") + 7, routes=(), certain=certain, named=named
    )
    line = next(each for each in notes.split("\n") if what in each)
    return hangs_on_serious(Promise(owner="Leo", what=what, line=line), RiskReport(text=notes, serious=(matter,)))


@pytest.mark.parametrize(
    ("what", "notes"),
    [
        ("have a quiet word with him", "Told Leo he keeps leering at us, he'd have a quiet word with him by Monday."),
        ("look into it", "I said he keeps leering. Leo will look into it."),
        ("deal with it", "- he keeps leering at Amy\n- Leo will deal with it next week"),
        ("let it go", "Leo said he'll let it go if I do, about how he keeps leering."),
    ],
)
def test_what_settles_a_serious_matter_is_nothing_to_tick_off_though_it_is_only_likely(what: str, notes: str) -> None:
    assert hangs(what, notes)
    assert hangs(what, notes, named=False)


def test_another_promise_in_the_same_notes_stays_unless_the_matter_is_certain_and_the_line_the_same() -> None:
    notes = "I said he keeps leering. I'll send the rota by Friday.\nLeo will order the lamps."
    assert not hangs("send the rota", notes)
    assert hangs("send the rota", notes, certain=True)
    assert not hangs("order the lamps", notes, certain=True)
