"""What a letter must not write down, must not say by itself, and must not lose."""

import pytest

from app.bootstrap import build_detector
from app.coaching.emails import Letters
from app.coaching.emails.timing import either, times_of, with_articles
from app.domain.library import Library
from app.language.brief_reader import BriefReader
from app.language.spacy_english import SpacyEnglish
from app.settings import Settings
from tests.conftest import ROOT

SAM = "Sam, packer. My boss is Lee and he knows."


@pytest.fixture(scope="module")
def real(library: Library) -> Letters:
    """Letters with the detector people use."""
    reader = BriefReader(ROOT / "knowledge" / "readers" / "briefs.onnx")
    return Letters(library, build_detector(Settings(), library), SpacyEnglish(), reader)


@pytest.mark.parametrize(
    "text",
    [
        "Thank Lena for Monday. She said her supervisor makes jokes about Polish people. I told her I won't tell anyone. Ruth",
        "To Dee: thanks. I heard that Ken keeps hugging the trainees. I'll think about it. Tony",
    ],
)
def test_what_somebody_did_to_somebody_is_no_leaders_letter(real: Letters, text: str) -> None:
    draft = real.draft(real.brief("leader_follow_up", text))
    assert not draft.body
    assert draft.matters
    assert any("HR" in line for line in draft.warnings)
    assert any("can't promise" in line for line in draft.warnings)


def test_ordinary_themes_are_written_and_a_promise_of_secrecy_is_not_let_pass(real: Letters) -> None:
    text = "Thank Yusuf. He said approvals are slow. I promised to keep it between us. I'll ask finance by Monday. Piet"
    draft = real.draft(real.brief("leader_follow_up", text))
    assert "approvals are slow" in draft.body
    assert any("can't promise" in line for line in draft.warnings)
    assert not any("behind your manager" in line for line in draft.warnings)


@pytest.mark.parametrize(
    ("purpose", "asked"),
    [
        ("why the lock-out tags come off as soon as the inspector leaves", True),
        ("how the audit plan is made", False),
        ("how visits to sites get chosen", False),
    ],
)
def test_a_cover_up_told_as_a_question_gets_routes_beside_the_letter(real: Letters, purpose: str, asked: bool) -> None:
    draft = real.draft(real.brief("request", f"I'm {SAM} Ask Ms Roth for 20 minutes to understand {purpose}."))
    assert draft.body
    assert any("Where to take it" in line for line in draft.warnings) is asked


@pytest.mark.parametrize(
    ("kind", "text", "says", "never"),
    [
        (
            "heads_up",
            "Tell Priya that I wrote to Dana for 20 minutes about the depot. Sam",
            "I've asked Dana for 20 minutes",
            "I plan to write",
        ),
        (
            "heads_up",
            "Tell Priya I'm meeting Dana on Friday about our unpaid breaks. Sam",
            "I'm meeting Dana",
            "about you",
        ),
        (
            "nudge",
            "remind Dana, I wrote on 3 March. fine if not until May. Sam",
            "fine if it isn't until May",
            "I'm free",
        ),
        (
            "quarterly",
            "Dana, we met in May. since then I cut the queue from 9 to 4 days. 20 minutes in September. Lee knows. Sam",
            "Since then: I cut the queue",
            "your point that",
        ),
        (
            "leader_follow_up",
            "To Dee: I heard the gate sticks. I've ordered a motor, ready by May. Tony",
            "I ordered a motor, to be ready by May.",
            "What I'll do",
        ),
        (
            "leader_follow_up",
            "Ruth to Sam. Heard: slow laptops. I spoke to IT on Monday. Can't buy laptops this year.",
            "I spoke to IT on Monday.",
            "talking with me on Monday",
        ),
        (
            "leader_pushback",
            "Lucy, manager, says I check on her team. Amara answers: you hear themes first on 8 February, can't sit in",
            "on 8 February you hear the themes",
            "each step",
        ),
        (
            "pushback_reply",
            "My manager Priya is against it. I already asked Dana, it's about the budget, could join the last ten minutes. Sam",
            "welcome to join for the last ten minutes",
            "one meeting of 10 minutes",
        ),
        (
            "manager_note",
            "note to my manager Priya: I met Dana yesterday, we spoke about planning. From Sam",
            "I met Dana yesterday",
            "finished the round",
        ),
        (
            "reschedule",
            "move Monday to Friday 10:00, inspectors here, to Olga, from Sam",
            "Hi Olga,",
            "arrange it with",
        ),
        ("promise_kept", "To Dana: I promised the list. 40 kg a week. no reply needed. Sam", "40 kg", "means no reply"),
        (
            "invite_many",
            "Ruth to all: 20 minutes each between 3 March and 30 April, voluntary, themes only",
            "Between 3 March and 30 April I'm holding",
            "beforehand: voluntary",
        ),
        (
            "themes_back",
            "From Ruth to all: heard 1 late rotas 2 broken chairs 3 no lockers. doing: chairs by May. next round in October",
            "- Broken chairs\n- No lockers",
            "conversation in October",
        ),
    ],
)
def test_a_letter_says_how_things_stand_and_nothing_else(
    letters: Letters, kind: str, text: str, says: str, never: str
) -> None:
    body = letters.draft(letters.brief(kind, text)).body
    assert says in body
    assert never not in body


@pytest.mark.parametrize(
    ("kind", "text", "lost"),
    [
        ("accept", "Accept Dana's invitation for Friday at 10:30. I have to go by 11:15. Sam", "11:15"),
        ("accept", "Yes to Monday 9:15, room C2, to Dr Weiss. Ana", "room C2"),
        (
            "leader_follow_up",
            "To Dee: thanks. The gate sticks. no promise on overtime; I'll ask by May. Tony",
            "overtime",
        ),
    ],
)
def test_what_the_letter_leaves_out_is_named(letters: Letters, kind: str, text: str, lost: str) -> None:
    draft = letters.draft(letters.brief(kind, text))
    assert lost in draft.body or any(lost in each for each in draft.unused)


def test_what_stays_out_takes_nothing_else_with_it(letters: Letters) -> None:
    text = (
        "can't make 3 June, my son's hearing but don't say that, offer the 10th or 11th after lunch, to Dana, from Sam"
    )
    draft = letters.draft(letters.brief("decline", text))
    assert "the 10th or 11th after lunch" in draft.body
    assert "hearing" not in draft.body


def test_times_are_sorted_into_what_suits_what_does_not_and_by_when() -> None:
    found = times_of("before 18 December, Tuesdays at 9, no mornings")
    assert (found.free, found.by, found.without) == ("on Tuesdays at 9", "before 18 December", "in the mornings")
    assert times_of("only Fridays").only
    assert times_of("before 10").free == "before 10"
    assert with_articles("12th or 9 May") == "the 12th or 9 May"
    assert either("Wednesday at 9, Friday at 3") == "Wednesday at 9 or Friday at 3"


@pytest.mark.parametrize(("typed", "name", "work"), [("Sam stores", "Sam", "stores"), ("Ana night shifts", "Ana", "")])
def test_a_place_of_work_is_no_surname(letters: Letters, typed: str, name: str, work: str) -> None:
    facts = letters.brief(
        "request", f"I'm {typed}, ask Ms Roth for 30 minutes about the scanners, my manager Lee knows"
    ).facts
    assert facts["me"].split()[0] == name
    assert work in facts.get("role", "")
    assert not work or facts["me"] == name
