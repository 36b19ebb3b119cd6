"""Briefs as they come: taken back, listed, half meant for us, with names no dictionary has."""

import pytest

from app.coaching.emails import Letters
from app.domain.emails import EmailBrief
from app.domain.ports import English
from app.language.plain_english import PlainEnglish
from app.language.spacy_english import SpacyEnglish

WHO = "I'm Lucy Hart, planner. My boss is Dan Orr, his boss is Mira Vogt. Dan knows."


def said(letters: Letters, kind: str, text: str) -> str:
    return " ".join(letters.draft(letters.brief(kind, text)).body.split())


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("20 minutes, no wait, make it 30", "minutes", "30"),
        ("a quick quarter hour", "minutes", "15"),
        ("1/2 hr", "minutes", "30"),
        ("Any time Tuesday, no, Thursday morning.", "times", "Any time Thursday morning"),
        (
            "Why: 1. how routes are set 2. what planners will need",
            "purpose",
            "how routes are set and what planners will need",
        ),
        ("I want to know how to become a lead", "purpose", "know how to become a lead"),
    ],
)
def test_what_was_meant_is_read(letters: Letters, text: str, field: str, value: str) -> None:
    assert letters.brief("request", f"{WHO} {text}").facts.get(field) == value


def test_a_word_no_dictionary_has_is_a_name_where_a_name_must_stand(letters: Letters) -> None:
    facts = letters.brief(
        "heads_up", "pls tell khalid i wanna ask for a chat w/ his boss maryam adeyoola. zainab here"
    ).facts
    assert (facts["boss"], facts["leader"], facts["me"]) == ("Khalid", "Maryam Adeyoola", "Zainab")


@pytest.mark.parametrize("text", ["thank them for the jira board", "write to the whole team about onboarding"])
def test_a_thing_is_nobodys_name(letters: Letters, text: str) -> None:
    assert not {"leader", "boss", "person"} & letters.brief("request", text).facts.keys()


def test_what_is_to_stay_out_stays_out(letters: Letters) -> None:
    body = said(
        letters, "decline", "Say no to Gordon Leith for the 17th, I have surgery that day but leave that out. Morag"
    )
    assert "surgery" not in body
    note = "Note to Harald. People mention late shift changes. One of them, Silke, wants to move away, keep that out. Birgit Hansen"
    assert "Silke" not in said(letters, "manager_note", note)


def test_only_the_thing_itself_stays_out_and_not_the_sentence_before(letters: Letters) -> None:
    told = letters.brief(
        "request", f"{WHO} I'd like to hear how budgets are set. Don't mention that I've applied to the Mater."
    )
    assert told.facts["manager_knows"] == "yes"
    assert "budgets" in told.facts["purpose"]
    assert "Mater" not in letters.draft(told).body


@pytest.mark.parametrize(
    "request_",
    [
        "Keep that out of the letter.",
        "This is private for now, please.",
        "Don't mention that to her.",
        "Don't mention it in the email.",
        "Off the record for now.",
    ],
)
def test_a_request_that_points_back_takes_the_sentence_before_with_it(letters: Letters, request_: str) -> None:
    brief = letters.brief("request", f"{WHO} How are budgets set? I have applied for a job at the Mater. {request_}")
    assert "Mater" not in letters.draft(brief).body


def test_a_misspelt_no_is_no_yes(letters: Letters) -> None:
    brief = letters.brief(
        "request", "im marcus bell, my manger is tracy hobbs she dosnt know yet. her boss is dolores quintana"
    )
    assert brief.facts.get("manager_knows") in {None, "no"}


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Sir Alan Whitcombe", "Sir Alan"),
        ("Provost Lorraine Whitaker", "Provost Whitaker"),
        ("Brigadier Hughes", "Brigadier Hughes"),
        ("Father Dominic", "Father Dominic"),
        ("Ines Duarte", "Ines"),
    ],
)
def test_people_are_greeted_as_they_are_called(letters: Letters, name: str, greeted: str) -> None:
    body = letters.draft(EmailBrief(kind="request", facts={"leader": name})).body
    assert body.split("\n")[0] in {f"Hi {greeted},", f"Hello {greeted},", f"Dear {greeted},"}


def test_a_quarterly_letter_says_what_the_time_would_be_for(letters: Letters) -> None:
    facts = {"me": "Tane Walker", "leader": "Jacqui Stirling", "minutes": "15", "purpose": "track repairs"}
    assert "track repairs" in letters.draft(EmailBrief(kind="quarterly", facts=facts)).body


def test_a_reason_that_is_not_the_real_one_is_not_written(letters: Letters) -> None:
    brief = letters.brief(
        "heads_up",
        "Tell my boss Greg I'm meeting his boss Louise Tan, say it's about training when really I want to complain. Nate",
    )
    assert brief.refused
    assert "training" not in letters.draft(brief).body


@pytest.mark.parametrize(
    ("kind", "text", "parts"),
    [
        (
            "promise_kept",
            "I'd promised Bernard Osei that I would test the form. Done. Nine of ten finished it. No action needed. Hanneke",
            ("test the form", "Nine of ten finished it"),
        ),
        (
            "manager_note",
            "Note to Fiona: they value that she explains why. "
            "Several said that goals change too often. I can give her a free day. Luis Ibarra",
            ("you explain why", "goals change too often", "I'll give you a free day"),
        ),
        (
            "agenda_note",
            "for my meeting w/ Theresa Quill - 2 q's: how does she see our future? "
            "which desks will grow? and tell her our podcast got 2,000 listeners. Jamal",
            ("How do you see our future?", "Which desks will grow?", "our podcast got 2,000 listeners"),
        ),
        (
            "reschedule",
            "Stuck at the airport, so Thursday's talk with Margaret Obi won't work. Could be Friday after noon or Monday. Chidi",
            ("Friday after noon or Monday",),
        ),
        (
            "heads_up",
            "Tell my boss Corey I have already written to Ms. Delgado, half an hour about the apprenticeship. Tess",
            ("I've asked Ms Delgado",),
        ),
    ],
)
def test_what_is_left_over_goes_where_it_belongs(
    letters: Letters, kind: str, text: str, parts: tuple[str, ...]
) -> None:
    body = said(letters, kind, text)
    assert [part for part in parts if part not in body] == []


def test_a_purpose_is_carried_over_or_asked_for_in_the_letters_language(letters: Letters) -> None:
    facts = {"me": "Lea", "boss": "Hugo", "leader": "Claire", "role": "tester", "minutes": "30", "manager_knows": "yes"}
    for purpose, there, asked in (
        ("to learn about her priorities", "J'aimerais mieux comprendre vos priorités.", False),
        (
            "comprendre comment les budgets sont décidés",
            "J'aimerais comprendre comment les budgets sont décidés.",
            False,
        ),
        ("to hear how test budgets are set", "", True),
    ):
        draft = letters.draft(EmailBrief(kind="request", facts={**facts, "purpose": purpose}, language="fr"))
        assert there in draft.body
        assert "budgets are set" not in draft.body
        assert any("in French" in ask for ask in draft.missing) is asked
        assert all(check.met for check in draft.checks)


@pytest.mark.parametrize(("reader", "strange"), [(SpacyEnglish(), False), (PlainEnglish(), True)])
def test_a_reader_with_a_dictionary_tells_words_from_names(reader: English, strange: bool) -> None:
    assert all(map(reader.knows, ("budgets", "puppies", "the", "hired")))
    assert reader.knows("khalid") is strange
