"""What was begun survives a reload: letters with their versions, answers to have ready."""

import pytest

from app.coaching.drafts import VERSIONS, Drafts
from app.domain.emails import EmailBrief, EmailDraft
from app.domain.meeting import Meeting
from app.storage.store import SqlStore

BRIEF = EmailBrief(kind="thank_you", facts={"me": "Sam"})


@pytest.fixture
def store(tmp_path):
    return SqlStore(f"sqlite:///{tmp_path / 'coach.db'}")


@pytest.fixture
def drafts(store):
    return Drafts(store)


def test_the_facts_of_a_letter_are_there_after_a_reload(drafts, store):
    drafts.with_facts("me", BRIEF)
    drafts.with_facts("me", EmailBrief(kind="request", facts={"me": "Sam", "leader": "Dana"}))
    drafts.remember("me", "meeting", Meeting(goal="the why"))
    reloaded = Drafts(store)
    assert reloaded.letter("me", "thank_you").brief == BRIEF
    assert reloaded.newest_letter("me").brief.kind == "request"
    assert reloaded.remembered("me", "meeting", Meeting()).goal == "the why"
    assert reloaded.remembered("me", "nothing", Meeting()) == Meeting()
    assert reloaded.with_facts("me", BRIEF).brief == BRIEF
    assert reloaded.newest_letter("me").brief.kind == "thank_you"
    assert reloaded.newest_letter("you") is None


def test_versions_are_kept_and_one_can_go_back(drafts):
    letter = drafts.with_facts("me", BRIEF)
    for body in ("Dear Dana,", "Hello Dana,", "Hello Dana,"):
        letter = drafts.edited("me", letter, "Thank you", body)
    assert [each.body for each in letter.versions] == ["Dear Dana,", "Hello Dana,"]
    back = drafts.edited("me", letter, "Thank you", letter.versions[0].body)
    assert back.versions[-1].body == "Dear Dana,"
    assert "Hello Dana," in [each.body for each in back.versions]
    for number in range(VERSIONS + 3):
        back = drafts.edited("me", back, "Thank you", f"Number {number}")
    assert len(back.versions) == VERSIONS
    assert drafts.letter("me", "thank_you") == back


def test_other_facts_make_a_new_letter_and_keep_the_edited_ones(drafts):
    letter = drafts.edited("me", drafts.with_facts("me", BRIEF), "Thank you", "My own words.")
    assert drafts.with_facts("me", BRIEF) == letter
    other = drafts.with_facts("me", BRIEF.model_copy(update={"tone": "warm"}))
    assert not other.edited
    assert other.versions == letter.versions
    assert not drafts.from_facts("me", letter).edited


def test_looking_at_an_empty_form_keeps_nothing_and_an_unreadable_draft_is_let_go(drafts, store):
    drafts.with_facts("me", EmailBrief(kind="request"))
    assert store.entries("me", "draft") == []
    drafts.remember("me", "meeting", BRIEF)
    assert drafts.remembered("me", "meeting", Meeting()) == Meeting()


def written(brief):
    return EmailDraft(kind=brief.kind, subject="Thank you", body=" ".join(brief.facts.values()))


def test_facts_handed_over_stand_beside_those_already_typed(drafts):
    drafts.hand_over("me", BRIEF, written)
    typed = {"me": "Sam", "learned": "that the depot comes first"}
    drafts.with_facts("me", BRIEF.model_copy(update={"facts": typed, "tone": "warm"}))
    other = BRIEF.model_copy(update={"facts": {"mine": "send the chart"}})
    for found in (BRIEF, other, EmailBrief(kind="thank_you")):
        letter = drafts.hand_over("me", found, written)
    assert letter.brief.facts == typed | {"mine": "send the chart"}
    assert letter.brief.tone == "warm"
    assert letter.versions == ()


def test_words_that_were_replaced_can_be_gone_back_to(drafts):
    drafts.with_facts("me", EmailBrief(kind="thank_you", facts={"me": "Sam", "mine": "send the chart"}))
    letter = drafts.hand_over("me", EmailBrief(kind="thank_you", facts={"mine": "call Ken"}), written)
    assert letter.brief.facts == {"me": "Sam", "mine": "call Ken"}
    assert not letter.edited
    assert [each.body for each in letter.versions] == ["Sam send the chart"]


def test_what_was_found_grave_in_words_goes_with_those_words_and_an_edited_letter_stays(drafts):
    drafts.hand_over("me", EmailBrief(kind="thank_you", serious=("Call this number.",)), written)
    letter = drafts.hand_over("me", BRIEF.model_copy(update={"refused": ("No gifts.",)}), written)
    assert (letter.brief.serious, letter.brief.refused) == ((), ("No gifts.",))
    mine = drafts.edited("me", letter, "Thank you", "My own words.")
    again = drafts.hand_over("me", BRIEF, written)
    assert (again.edited, again.versions, again.brief) == (True, mine.versions, BRIEF)
