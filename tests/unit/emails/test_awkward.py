"""Briefs as they come: taken back, listed, half meant for us, with names no dictionary has."""

import re

import pytest

from app.coaching.emails import Letters
from app.coaching.emails.private import LEFT_OUT
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


@pytest.mark.parametrize(
    ("text", "parts", "never"),
    [
        (
            "to Dee: thanks for telling me about the chargers, six for nine trucks. I can't buy them, Karen has the quote, "
            "I'll ask her by the 15th and tell you what she says. Tony",
            ("ask Karen by the 15th", "buy the chargers"),
            ("ask you", "buy you", "you say"),
        ),
        (
            "Follow-up to Dee from Tony. She told me the lift breaks down. I'll tell her by Friday when it is mended.",
            ("tell you by Friday",),
            ("tell her",),
        ),
        (
            "to Lena: you told me approvals wait two weeks. I'll ask finance to publish their queue. Amara",
            ("publish their queue",),
            ("your queue",),
        ),
        (
            "Follow-up to Sam. I'll tell him by Friday. I can't change the shifts, they are fixed by the union. Amara",
            ("What I can't do: change the shifts, they are fixed",),
            ("you are fixed",),
        ),
        (
            "To Dee. The quote depends on Karen. I'll call her by Friday. From Tony.",
            ("call her by Friday",),
            ("call you",),
        ),
    ],
)
def test_nobody_else_becomes_the_reader_over_clauses(
    letters: Letters, text: str, parts: tuple[str, ...], never: tuple[str, ...]
) -> None:
    body = said(letters, "leader_follow_up", text)
    assert [part for part in parts if part not in body] == []
    assert [part for part in never if part in body] == []


@pytest.mark.parametrize(
    ("kind", "text", "private"),
    [
        (
            "decline",
            "decline the skip level with Tony, I'm going through a divorce and not up for it. from Dee",
            "divorce",
        ),
        ("decline", "can't do this one, I'm on sick leave with depression till March. to Tony from Dee", "depression"),
        (
            "reschedule",
            "I can't make Thursday with Helen, I have a chemo appointment. Could be Monday at 10. Chioma",
            "chemo",
        ),
        ("reschedule", "Move Thursday with Helen to Monday at 10, my daughter has a court hearing. Chioma", "hearing"),
        ("reschedule", "Move Thursday with Helen to Monday at 10, it's my father's funeral. Chioma", "funeral"),
        ("reschedule", "Move Thursday with Helen to Monday at 10, I'm ill. Chioma", "I'm ill"),
    ],
)
def test_a_private_reason_stays_with_us_and_is_not_lost(letters: Letters, kind: str, text: str, private: str) -> None:
    draft = letters.draft(letters.brief(kind, text))
    assert private not in draft.body
    assert "for personal reasons" in draft.body
    assert LEFT_OUT in draft.warnings
    assert any(private in each for each in draft.unused)


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Move Thursday with Helen to Monday at 10, my daughter has a hearing. Please say why. Chioma", "hearing"),
        ("Move Thursday to Monday at 10. Tell Helen that I have surgery on Thursday. Chioma", "surgery"),
        ("Move Thursday with Helen to Monday at 10, half of my team is off sick. Chioma", "off sick"),
        ("Move Thursday with Helen to Monday at 10, we have a customer visit. Chioma", "a customer visit"),
    ],
)
def test_a_reason_that_is_to_be_given_is_given(letters: Letters, text: str, given: str) -> None:
    draft = letters.draft(letters.brief("reschedule", text))
    assert given in draft.body
    assert LEFT_OUT not in draft.warnings


def test_a_reason_typed_into_its_field_is_given(letters: Letters) -> None:
    facts = {"me": "Dee", "leader": "Tony", "alternative": "June", "reason": "I'm on sick leave"}
    draft = letters.draft(EmailBrief(kind="decline", facts=facts))
    assert "because I'm on sick leave" in draft.body
    assert LEFT_OUT not in draft.warnings


def test_themes_for_the_managers_are_not_the_letter_to_everyone(letters: Letters) -> None:
    text = "to managers, round 1: 58 of 60 seen. Changes explained late (14 people). Finance slow (9). From Amara"
    draft = letters.draft(letters.brief("themes_back", text))
    assert "- Changes explained late (14 people)\n- Finance slow (9)\n" in draft.body
    assert "You hear it first" in draft.body
    assert not re.search(r"everyone who took|your managers? have seen|will not do", draft.body)
    to_all = said(letters, "themes_back", "To everyone: approvals are slow. I'll halve the steps. I won't hire. Amara")
    assert "everyone who took the time" in to_all
    assert "managers have seen" not in to_all
    seen = "To everyone: approvals are slow. I'll halve the steps. I won't hire. Managers have seen the list. Amara"
    assert "managers have seen" in said(letters, "themes_back", seen)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Victor's assistant Mira offered Thursday 4pm, I'm Amir, yes but can't do video only phone.",
            "only do it by phone",
        ),
        ("Accept Victor's invitation for Thursday 4pm but only by phone. Amir", "only do it by phone"),
        ("Wednesday at 10 with Denise is fine but can we do it by phone, I'm on site. Wes", "Could we do it by phone?"),
        (
            "Accept Dana's invite, Monday 3pm, and ask if I could leave ten minutes early. Sam",
            "Could I leave ten minutes early?",
        ),
        ("yes to Helen on Monday 10am, can I bring my union rep? from Chioma", "Could I bring my union rep?"),
    ],
)
def test_a_yes_says_what_goes_with_it(letters: Letters, text: str, part: str) -> None:
    body = said(letters, "accept", text)
    assert part in body
    assert "talk about my union rep" not in body


def test_an_invitation_by_video_is_no_wish(letters: Letters) -> None:
    brief = letters.brief("accept", "Victor invited me to a video call on Thursday at 4. Say yes. Amir")
    assert "format" not in brief.facts


def test_what_managers_cannot_veto_waits_for_no_objection(letters: Letters) -> None:
    text = "to my managers, skip levels from May, 30 minutes, with everyone in their teams. they can't veto. From Amara"
    draft = letters.draft(letters.brief("announcement", text))
    assert "two weeks" not in draft.body
    assert "settled" in draft.body
    assert not any("two weeks" in each for each in draft.assumed)
    assert all(check.met for check in draft.checks)
