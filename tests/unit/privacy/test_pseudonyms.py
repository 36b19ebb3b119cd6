"""Names stay home: hidden before anything leaves, back in place when the reply comes, and the rest left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.language.plain_english import PlainEnglish
from app.language.spacy_english import SpacyEnglish
from app.privacy.names import NameFinder
from app.privacy.pseudonyms import FIRST_NAMES, Pseudonyms
from tests.conftest import ROOT

NAMES = ("Marcus Oyelaran", "Zoë Çelik", "Northwind Freight", "Will")


@pytest.fixture(scope="module")
def finder(english: SpacyEnglish) -> NameFinder:
    return NameFinder(english, ROOT / "knowledge")


@pytest.fixture
def stand_ins(finder: NameFinder) -> Pseudonyms:
    return Pseudonyms(NAMES, finder=finder)


def hidden_by(stand_ins: Pseudonyms, line: str) -> str:
    """Hide a line the person wrote."""
    stand_ins.learn([line])
    return stand_ins.hide(line)


@pytest.mark.parametrize(
    "line",
    [
        "Marcus Oyelaran said no.",
        "marcus said no, MARCUS did",
        "Marcus's plan and Oyelaran's doubts",
        "It went from Zoë to Çelik and back.",
        "Northwind Freight loses money; so does northwind freight.",
        "Ask Will before Friday.",
        "(Marcus)",
        "Marcus/Zoë",
        "“Marcus”",
    ],
)
def test_a_name_from_the_meeting_does_not_leave(stand_ins: Pseudonyms, line: str) -> None:
    hidden = hidden_by(stand_ins, line)
    for name in ("marcus", "oyelaran", "zoë", "çelik", "northwind"):
        assert name not in hidden.lower()
    assert "Will" not in hidden
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize("line", ["Will it get back to my boss?", "I will ask.", "Who will know?"])
def test_a_word_that_is_also_a_name_is_left_where_it_is_a_word(stand_ins: Pseudonyms, line: str) -> None:
    assert hidden_by(stand_ins, line) == line


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("Write to marcus.o+skip@northwind-freight.example today", "marcus.o+skip@northwind-freight.example"),
        ("Call +44 20 7946 0958 after lunch", "7946"),
        ("Call (020) 7946-0958 after lunch", "7946"),
        ("See https://wiki.northwind.example/x?y=1 for it", "wiki.northwind"),
        ("My boss is Ingrid Solheim.", "Solheim"),
        ("I told Priya Raman about it.", "Raman"),
    ],
)
def test_what_nobody_listed_is_found_by_reading(stand_ins: Pseudonyms, line: str, secret: str) -> None:
    hidden = hidden_by(stand_ins, line)
    assert secret not in hidden
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize("line", ["Ask for 30 minutes on 3 March.", "We cut it from 240 to 12 errors in 2025.", ""])
def test_figures_and_plain_words_are_left_alone(stand_ins: Pseudonyms, line: str) -> None:
    assert hidden_by(stand_ins, line) == line


def test_the_same_name_always_gets_the_same_stand_in(stand_ins: Pseudonyms) -> None:
    first, second = hidden_by(stand_ins, "Ask Marcus."), hidden_by(stand_ins, "Thank Marcus.")
    assert first.split()[1] == second.split()[1]


def test_a_name_beyond_the_readers_limit_does_not_leave_either(stand_ins: Pseudonyms) -> None:
    text = "The release went out late and the team was tired. " * 140 + "\nMy boss is Ingrid Solheim."
    assert "Solheim" not in hidden_by(stand_ins, text)
    assert stand_ins.restore(hidden_by(stand_ins, text)) == text


def test_a_real_name_that_looks_like_a_stand_in_is_not_taken_for_one(finder: NameFinder) -> None:
    stand_ins = Pseudonyms(("Marcus",), finder=finder)
    line = f"Marcus told {FIRST_NAMES[0]} Adeyemi and {FIRST_NAMES[1]} left; Marcus stayed."
    assert stand_ins.restore(hidden_by(stand_ins, line)) == line


def test_a_real_name_met_later_is_not_taken_for_an_earlier_stand_in(finder: NameFinder) -> None:
    stand_ins = Pseudonyms(("Marcus",), finder=finder)
    first = hidden_by(stand_ins, "Marcus told me.")
    later = f"Then {FIRST_NAMES[0]} said the same."
    assert stand_ins.restore(first) == "Marcus told me."
    assert stand_ins.restore(hidden_by(stand_ins, later)) == later


def test_the_surname_beside_a_known_first_name_does_not_leave(finder: NameFinder) -> None:
    stand_ins = Pseudonyms(("Marcus",), finder=finder)
    line = "My boss is Marcus Oyelaran."
    assert "Oyelaran" not in hidden_by(stand_ins, line)
    assert stand_ins.restore(hidden_by(stand_ins, line)) == line


def test_the_small_words_of_a_name_are_left_in_the_text(finder: NameFinder) -> None:
    stand_ins = Pseudonyms(("The Bank of Ostmark", "Ana de la Cruz"), finder=finder)
    hidden = hidden_by(stand_ins, "The rest of the team heard it from Cruz of the bank.")
    assert hidden.startswith("The rest of the team")
    assert "Cruz" not in hidden


def test_two_spellings_come_back_as_they_were(stand_ins: Pseudonyms) -> None:
    line = "MARCUS wrote; Marcus spoke; marcus left."
    assert stand_ins.restore(hidden_by(stand_ins, line)) == line


def test_more_people_than_there_are_stand_in_names(finder: NameFinder) -> None:
    names = tuple(f"Qx{chr(97 + a)}{chr(97 + b)}" for a in range(6) for b in range(6))
    stand_ins = Pseudonyms(names, finder=finder)
    line = ", ".join(names)
    hidden = hidden_by(stand_ins, line)
    assert not any(name in hidden for name in names)
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize(
    ("line", "secrets"),
    [
        ("Will said no to it.", "Will"),
        ("Will Smith blocks it.", "Will Smith"),
        ("I told Grace and May about it.", "Grace May"),
        ("May thinks we should wait. Hope runs it.", "May Hope"),
        ("grace told me no", "grace"),
        ("my boss elif demir never listens", "elif demir"),
        ("Nguyễn Văn An and Łukasz Żółć left.", "Nguyễn Łukasz Żółć"),
        ("J. Okafor and M.O. disagree about O'Brien's plan.", "J. Okafor M.O. O'Brien"),
        ("Ask Анна Иванова, 田中さん, أحمد or Γιάννης.", "Анна Иванова 田中 أحمد Γιάννης"),
        ("The Flowdeck rollout at Blue River Bank slipped; flowdeck is slow.", "Flowdeck flowdeck River"),
        ("It is DE89 3704 0044 0532 0130 00, or @marcus_o on the board.", "DE89 marcus_o"),
    ],
)
def test_names_nobody_listed_do_not_leave_whatever_they_look_like(finder: NameFinder, line: str, secrets: str) -> None:
    stand_ins = Pseudonyms((), finder=finder)
    hidden = hidden_by(stand_ins, line)
    assert [secret for secret in secrets.split() if secret in hidden] == []
    assert stand_ins.restore(hidden) == line


@pytest.mark.parametrize(
    "line",
    [
        "May I ask for 30 minutes in May?",
        "Mark my words, it fails.",
        "The CEO and the VP of HR want OKRs by Q3, and QA agrees.",
        "I work in Operations as a Senior Analyst.",
        "PLEASE HELP ME WITH MY BOSS",
        "By 2026-05-03 we cut 1,200 tickets from 240 to 12.",
    ],
)
def test_ordinary_words_stay(finder: NameFinder, line: str) -> None:
    assert hidden_by(Pseudonyms((), finder=finder), line) == line


@pytest.mark.parametrize(
    ("name", "line", "secret"),
    [
        ("Zoë Çelik", "i asked zoe celik", "celik"),
        ("Marcus Oyelaran", "MO said no", "MO"),
        ("Robert Young", "bob thinks so and Rob agrees; Young too", "bob Rob Young"),
        ("Elizabeth Okoro", "Liz's plan", "Liz"),
        ("Grace", "I asked Grace", "Grace"),
    ],
)
def test_a_given_name_is_known_in_every_form(finder: NameFinder, name: str, line: str, secret: str) -> None:
    stand_ins = Pseudonyms((name,), finder=finder)
    hidden = hidden_by(stand_ins, line)
    assert [part for part in secret.split() if part in hidden] == []
    assert stand_ins.restore(hidden) == line


def test_a_name_in_the_persons_words_is_hidden_in_every_other_text_too(finder: NameFinder) -> None:
    stand_ins = Pseudonyms((), finder=finder)
    stand_ins.learn(["Will said that Priya Raman blocks Flowdeck."])
    planned = "What did Will say? Will it help to ask Priya? flowdeck matters to Ms Raman."
    hidden = stand_ins.hide(planned)
    assert not any(name in hidden for name in ("Priya", "Raman", "lowdeck"))
    assert "did Will" not in hidden
    assert "Will it help" in hidden
    assert stand_ins.restore(hidden) == planned


def test_stand_ins_stay_the_same_as_a_conversation_grows(finder: NameFinder) -> None:
    lines = ["Marcus said no.", "Then Priya agreed.", "And Aisha left."]
    first, second = (Pseudonyms(("Marcus", "Elif Demir"), finder=finder) for _ in range(2))
    first.learn(lines[:2])
    second.learn(lines)
    assert [first.hide(line) for line in lines[:2]] == [second.hide(line) for line in lines[:2]]


SECRETS = ("Marcus Oyelaran", "Northwind Freight", "Zoë")
WORDS = st.lists(st.sampled_from([*SECRETS, "Marcus", "told", "us", "it", "is", "late,", "again.", "\n"]), max_size=14)


@settings(max_examples=60, deadline=None)
@given(words=WORDS, cuts=st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_however_it_is_cut_the_stream_restores_what_was_hidden(words: list[str], cuts: list[int]) -> None:
    stand_ins = Pseudonyms(SECRETS, PlainEnglish())
    text = " ".join(words)
    hidden = hidden_by(stand_ins, text)
    assert not any(part in hidden for secret in SECRETS for part in secret.split())
    shown, held, at, turn = "", "", 0, 0
    while at < len(hidden):
        size = cuts[turn % len(cuts)]
        ready, held = stand_ins.restore_part(held + hidden[at : at + size])
        shown, at, turn = shown + ready, at + size, turn + 1
    assert shown + stand_ins.restore(held) == text


def test_what_was_read_is_forgotten_when_asked(english: SpacyEnglish) -> None:
    finder = NameFinder(english)
    found = finder.find("Marcus Oyelaran said no.")
    assert found
    finder.forget()
    assert finder.find.cache_info().currsize == 0
    assert finder.find("Marcus Oyelaran said no.") == found
