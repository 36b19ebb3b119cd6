import re

import pytest

from app.coaching.emails import Letters
from app.domain.emails import EmailBrief
from app.domain.errors import InputRefused
from app.domain.knowledge import Audience
from app.domain.library import Library

ELIF = (
    "I'm Elif Demir, QA analyst at a hospital-software firm. My boss is Marcus Oyelaran, his boss is Ingrid Solheim "
    "(Director of Quality). 30 minutes to learn about her role and priorities. Marcus knows. "
    "I don't know her assistant's name. Under 110 words."
)


def test_a_brief_in_one_breath_becomes_a_letter_to_send(letters: Letters) -> None:
    draft = letters.draft(letters.brief("request", ELIF))
    assert draft.body.startswith("Hi Ingrid,\n\nI'm Elif Demir, a QA analyst on Marcus Oyelaran's team.")
    assert "30 minutes" in draft.body
    assert "learn about your role and priorities" in draft.body
    assert "Marcus knows I'm asking" in draft.body
    assert "your assistant" in draft.body
    assert draft.body.endswith("Thank you,\nElif")
    assert draft.words < 110
    assert not draft.missing
    assert all(check.met for check in draft.checks), [check for check in draft.checks if not check.met]


def test_names_without_capitals_are_found(letters: Letters) -> None:
    facts = letters.brief("request", ELIF.lower()).facts
    assert (facts["me"], facts["boss"], facts["leader"]) == ("Elif Demir", "Marcus Oyelaran", "Ingrid Solheim")


def test_what_is_missing_is_asked_and_not_invented(letters: Letters) -> None:
    draft = letters.draft(letters.brief("request", "write to my boss's boss, half an hour about career advice"))
    assert {"What name should the letter carry?", "What is the name of your boss's boss?"} <= set(draft.missing)
    assert draft.body.startswith("Hello,")
    assert "knows" not in draft.body
    assert not re.search(r"[\[\]{}]", draft.body + draft.subject)


@pytest.mark.parametrize(
    ("said", "claimed"),
    [
        ("Marcus knows.", "Marcus knows I'm asking"),
        ("Marcus suggested it.", "Marcus suggested"),
        ("Marcus is fine with it.", "happy for me to"),
        ("I haven't told Marcus yet.", ""),
        ("I'm not sure if Marcus knows.", ""),
        ("", ""),
    ],
)
def test_nothing_is_claimed_about_the_manager_that_was_not_said(letters: Letters, said: str, claimed: str) -> None:
    text = f"I'm Elif. My boss is Marcus, his boss is Ingrid. 30 minutes to learn about her role. {said}"
    body = letters.draft(letters.brief("request", text)).body
    if claimed:
        assert claimed in body
    else:
        assert not re.search(r"Marcus (?:knows|suggested|agreed|is aware)|happy for me", body)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Without telling my boss Marcus, write to Ingrid for a chat about the roadmap", "Marcus knows"),
        ("I'm Kim. Ask Helen for 15 minutes so I can ask for a raise. My boss is Paul.", "raise"),
        ("My boss Nina is useless. Ask Carl to complain about it and to understand the roadmap.", "complain"),
        ("Tell Amara how amazing she is and ask for 20 minutes to learn about her career path.", "amazing"),
    ],
)
def test_unwise_requests_are_not_done_and_the_reason_is_given(letters: Letters, text: str, never: str) -> None:
    brief = letters.brief("request", text)
    draft = letters.draft(brief)
    assert brief.refused
    assert set(brief.refused) <= set(draft.warnings)
    assert draft.body
    assert never not in draft.body


def test_a_serious_matter_gets_routes_and_no_letter(letters: Letters) -> None:
    draft = letters.draft(letters.brief("request", "My boss groped me. Write to his boss for a coffee."))
    assert draft.body == ""
    assert "HR" in draft.warnings[0]
    assert "Hotline" in draft.warnings[0]
    assert draft.matters == ("harassment",)


def test_a_serious_matter_in_the_form_gets_its_routes_too(letters: Letters) -> None:
    facts = {"me": "Sam", "leader": "Dana", "minutes": "30", "purpose": "tell you that my boss groped me"}
    draft = letters.draft(EmailBrief(kind="request", facts=facts))
    assert draft.matters == ("harassment",)
    assert letters.check(EmailBrief(kind="request"), "Hello", draft.body).matters == draft.matters
    assert not letters.draft(EmailBrief(kind="request", facts=facts | {"purpose": "see how budgets are made"})).matters


def test_what_may_be_serious_gets_routes_beside_the_letter(letters: Letters) -> None:
    facts = {"me": "Sam", "leader": "Dana", "minutes": "30", "purpose": "talk about how handsy the guests are"}
    draft = letters.draft(EmailBrief(kind="request", facts=facts))
    assert "handsy" in draft.body
    assert "Hotline" in draft.warnings[0]
    assert next(check for check in draft.checks if check.id == "forward_safe").met
    assert "Hotline" in letters.check(EmailBrief(kind="request"), "Hello there", "Hi Dana,\nHe is handsy.").warnings[0]


def test_a_thing_promised_is_seen_to_and_what_happens_by_itself_stays_as_it_was_said(letters: Letters) -> None:
    kept = letters.draft(
        EmailBrief(kind="promise_kept", facts={"me": "Sam", "leader": "Dana", "mine": "the shared list"})
    )
    assert "I said I'd see to the shared list." in kept.body
    doing = {"me": "Dana", "heard": "the gate is slow", "doing": "a second turnstile is ordered"}
    assert "A second turnstile is ordered" in letters.draft(EmailBrief(kind="themes_back", facts=doing)).body


def test_a_thank_you_repeats_both_promises(letters: Letters) -> None:
    text = (
        "Thank Dana for yesterday. I'm Sam. She said that a problem shrinking for three teams matters more than one. "
        "I'll bring her the before and after in March. She offered to ask Jo to find us twenty minutes."
    )
    body = letters.draft(letters.brief("thank_you", text)).body
    assert "I'll bring you the before and after in March" in body
    assert "ask Jo to find us twenty minutes" in body
    assert "a problem shrinking for three teams" in body


def test_a_pasted_letter_is_checked_and_told_what_to_change(letters: Letters) -> None:
    brief = letters.brief("request", ELIF)
    body = "Hi [Name],\n\nI'm a huge fan! My boss is useless! Could I pick your brain about my salary?"
    failed = {check.id: check.cure for check in letters.check(brief, "", body).checks if not check.met}
    assert {"placeholder", "flattery", "criticism", "open", "pay", "subject", "minutes", "manager", "tone"} <= set(
        failed
    )
    assert all(failed.values())


def test_a_pasted_claim_that_was_never_said_is_caught(letters: Letters) -> None:
    brief = letters.brief("request", "I'm Elif. My boss is Marcus, his boss is Ingrid.")
    body = (
        "Hi Ingrid,\n\nMarcus agreed that I write. Could I have 30 minutes to hear your priorities?\n\nThank you,\nElif"
    )
    assert not {c.id: c.met for c in letters.check(brief, "30 minutes, Elif?", body).checks}["claim"]


@pytest.mark.parametrize(
    ("language", "greeting"), [("fr", "Bonjour Ingrid"), ("es", "Hola, Ingrid"), ("de", "Hallo Ingrid")]
)
def test_other_languages_hold_no_english_purpose(letters: Letters, language: str, greeting: str) -> None:
    brief = letters.brief("request", ELIF).model_copy(update={"language": language})
    draft = letters.draft(brief)
    assert draft.body.startswith(greeting)
    assert "learn about" not in draft.body


@pytest.mark.parametrize("tone", ["warm", "plain", "formal"])
def test_every_kind_can_be_written_from_nothing(letters: Letters, library: Library, tone: str) -> None:
    for kind in library.emails:
        draft = letters.draft(EmailBrief(kind=kind.id, tone=tone))
        assert draft.body
        assert draft.subject
        assert not re.search(r"[\[\]{}]", draft.body + draft.subject), kind.id


def test_each_kind_recognises_what_people_ask(letters: Letters, library: Library) -> None:
    wrong = [
        (kind.id, ask, letters.kind_for(ask))
        for kind in library.emails
        for ask in kind.asked_like
        if letters.kind_for(ask) != kind.id
    ]
    assert not wrong


@pytest.mark.parametrize(
    "line", ["how often should I meet my skip-level?", "what questions should I ask?", "am I in trouble?"]
)
def test_a_plain_question_asks_for_no_email(letters: Letters, line: str) -> None:
    assert letters.kind_for(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "write an email to my boss's boss Grace for 30 minutes on budgets, my manager is Bob Hay and he knows",
        "email my bosses boss, 20 minutes",
        "draft a request to Ms Roth, 30 min, my boss is Lee and fine with it",
        "write to my manager's manager for a coffee",
    ],
)
def test_a_letter_to_the_bosss_boss_is_a_request_whatever_is_said_of_the_manager(letters: Letters, line: str) -> None:
    assert letters.kind_for(line) == "request"


@pytest.mark.parametrize("tone", ["warm", "plain", "formal"])
@pytest.mark.parametrize("invited", ["", "yes"])
def test_a_heads_up_binds_the_writer_to_nothing_they_did_not_say(letters: Letters, tone: str, invited: str) -> None:
    facts = {"me": "Sam", "boss": "Priya", "leader": "Dana", "invited": invited}
    draft = letters.draft(EmailBrief(kind="heads_up", facts=facts, tone=tone))
    assert not re.search(r"\bI(?:'ll| will|'d bring| won't)\b|\band will\b", draft.body)
    assert any("not about your manager" in each for each in draft.assumed) is not bool(invited)


def test_a_meeting_nobody_knows_the_purpose_of_is_not_said_to_be_about_something_else(letters: Letters) -> None:
    facts = {"me": "Sam", "boss": "Bev", "leader": "Helen", "invited": "yes", "when": "Tuesday"}
    unknown = letters.draft(EmailBrief(kind="heads_up", facts=facts))
    assert "about you" not in unknown.body
    assert all(check.met for check in unknown.checks)
    known = letters.draft(EmailBrief(kind="heads_up", facts=facts | {"purpose": "to talk about the rota"}))
    assert "It isn't about you" in known.body


@pytest.mark.parametrize("tone", ["warm", "plain", "formal"])
@pytest.mark.parametrize("worry", ["it will look bad", ""])
def test_a_reply_to_push_back_assumes_what_it_says(letters: Letters, tone: str, worry: str) -> None:
    facts = {"me": "Sam", "boss": "Priya", "leader": "Dana", "worry": worry, "minutes": "20"}
    said = {
        "about your manager": r"n(?:o|')t about you or",
        "show the questions": "show you the questions",
        "not write to": r"(?:won't|will not) write to Dana",
    }
    for limit in range(30, 151, 15):
        draft = letters.draft(EmailBrief(kind="pushback_reply", facts=facts, tone=tone, max_words=limit))
        for assumed, words in said.items():
            assert bool(re.search(words, draft.body)) == any(assumed in each for each in draft.assumed), draft.body


@pytest.mark.parametrize("kind", ["leader_pushback", "pushback_reply"])
def test_a_leader_answers_a_manager_as_a_leader(letters: Letters, kind: str) -> None:
    text = (
        "One of my managers, Chidi, says skip levels undermine him. reply: no veto, can start his team last, "
        "will bring themes to him before anyone. From Amara"
    )
    draft = letters.draft(letters.brief(kind, text))
    assert draft.kind == "leader_pushback"
    assert draft.body.startswith("Hi Chidi,")
    for said in ("skip levels undermine you", "go ahead", "the themes before anyone else", "go last", "make it work"):
        assert said in draft.body
    assert not re.search(r"your manager|introduce me|won't write", draft.body)
    assert not draft.missing
    assert not draft.unused


def test_an_employee_answers_their_own_manager_all_the_same(letters: Letters) -> None:
    text = "My manager Priya says skip levels undermine her. I'm Sam, I want to meet Dana Whitfield."
    assert letters.brief("pushback_reply", text).kind == "pushback_reply"
    assert letters.kind_for(f"draft a reply: {text}") == "pushback_reply"


@pytest.mark.parametrize(
    ("line", "audience"),
    [
        ("draft a reply to my manager Chidi who says skip levels undermine him", "leader"),
        ("draft a reply to my manager Chidi who says skip levels undermine him, I'm the VP", None),
        ("write back to Joan, she does not want me to meet her team", "leader"),
    ],
)
def test_a_leader_is_offered_a_leaders_reply(letters: Letters, line: str, audience: Audience | None) -> None:
    assert letters.kind_for(line, audience) == "leader_pushback"


def test_a_thank_you_in_other_words_still_names_one_thing(letters: Letters) -> None:
    body = "Hi Dana,\n\nThank you for Thursday. Your map of the handovers has stayed with me.\n\nBest,\nSam"
    brief = EmailBrief(kind="thank_you", facts={"me": "Sam", "leader": "Dana", "learned": "drawing the handovers"})
    (learned,) = (each for each in letters.check(brief, "Thank you", body).checks if each.id == "learned")
    assert learned.met


def test_a_leaders_letter_is_not_checked_as_an_employees(letters: Letters, library: Library) -> None:
    for kind in library.emails:
        labels = " ".join(check.label for check in letters.draft(EmailBrief(kind=kind.id)).checks)
        assert ("your manager" in labels) == (kind.audience == "ic"), kind.id


def test_an_unknown_kind_is_named(letters: Letters) -> None:
    with pytest.raises(InputRefused, match="postcard"):
        letters.brief("postcard", "hello")
