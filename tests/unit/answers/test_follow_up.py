"""Follow-ups keep their topic, however long the chain."""

from pathlib import Path

import pytest

from app.coaching.answers import Answers
from app.coaching.follow_up import context_of
from app.domain.library import Library
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
from tests.fakes import FixedIndex

TOPIC = "How do I ask the vice president for a meeting?"


def test_a_chain_leans_on_the_question_it_began_with_and_the_line_before() -> None:
    assert context_of([TOPIC]) == TOPIC
    assert context_of([TOPIC, "and if she says no?", "what about by email?"]) == f"{TOPIC} what about by email?"


def test_a_new_question_begins_a_new_chain() -> None:
    new = "My manager found out about my meeting from a colleague and he is hurt"
    assert context_of([TOPIC, "and if she says no?", new]) == new


def test_thanks_and_nods_are_no_topic() -> None:
    assert context_of([TOPIC, "ok", "thanks, that helped"]) == TOPIC
    assert context_of(["thanks", "yes", " "]) == ""
    assert context_of([]) == ""


def test_of_a_long_story_the_end_is_kept() -> None:
    kept = context_of(["It began in spring. " * 60 + "Do I tell my manager first?"])
    assert kept.endswith("Do I tell my manager first?")
    assert len(kept.split()) < 60


@pytest.mark.parametrize(
    ("earlier", "line", "card"),
    [
        ((TOPIC, "by email or in person?"), "and what do I put in the subject", "subject-line"),
        (("The director cancelled on me", "again this week"), "does he not want to see me", "they-keep-cancelling"),
        (("Should I take notes in the skip-level?", "on paper?"), "can I record it instead", "recording-the-meeting"),
    ],
)
def test_the_last_line_of_a_chain_is_answered_in_its_topic(
    library: Library,
    embedder: CachedEmbedder,
    tmp_path: Path,
    earlier: tuple[str, ...],
    line: str,
    card: str,
) -> None:
    index = FusedIndex(library.cards, embedder, tmp_path / "index")
    assert card in Answers(library, index).plan(line, before=context_of(earlier)).cards[:3]


@pytest.mark.parametrize(
    "line",
    [
        "what do I tell him exactly",
        "what would I write",
        "ok, how do I word it?",
        "give me an example",
        "in what words",
    ],
)
def test_who_asks_for_the_words_gets_those_of_the_card_before(library: Library, line: str) -> None:
    answers = Answers(library, FixedIndex("leader-feed-back"))
    plan = answers.plan(line, before="and if one manager objects?", told=("leader-manager-objections", "how-to-ask"))
    assert plan.cards[0] == "leader-manager-objections"
    assert any(said in plan.planned for said in library.card_by_id["leader-manager-objections"].say_it)
    assert answers.plan(line).cards[0] == "leader-feed-back"


@pytest.mark.parametrize("line", ["what's the sample size on that", "where does that come from?", "says who"])
def test_who_asks_for_the_grounds_gets_the_nearest_answer_that_was_measured(library: Library, line: str) -> None:
    answers = Answers(library, FixedIndex("figures-to-doubt"))
    plan = answers.plan(line, before="so why bother", told=("what-is-in-it-for-you", "do-skip-levels-work"))
    assert plan.cards[0] == "do-skip-levels-work"
    assert "25" in plan.planned


@pytest.mark.parametrize(
    "line", ["what do I write in the subject line", "what do I tell my manager", "what is the evidence for skip-levels"]
)
def test_a_question_of_its_own_is_searched(library: Library, line: str) -> None:
    assert Answers(library, FixedIndex("subject-line")).plan(line, told=("how-to-ask",)).cards[0] == "subject-line"


@pytest.mark.parametrize(
    ("earlier", "line", "page"),
    [
        (("Do I tell my manager first?", "write me a request"), "less formal please", "*Emails*"),
        (("draft a thank-you note to Ms Haddad", "shorter"), "now in French", "*Emails*"),
        (("build me an agenda for half an hour",), "replace the last one", "*Questions*"),
        ((), "draft that", "*Emails*"),
    ],
)
def test_what_was_made_is_not_reworked_here_and_it_is_said_where(
    library: Library, earlier: tuple[str, ...], line: str, page: str
) -> None:
    plan = Answers(library, FixedIndex("cut-short")).plan(line, before=context_of(earlier))
    assert page in plan.planned
    assert not plan.citations


def test_an_answer_asked_to_be_shorter_or_drafted_stays_with_its_card(library: Library) -> None:
    card = library.card_by_id["said-too-much"]
    for line in ("make it shorter", "write that for me"):
        plan = Answers(library, FixedIndex("request-email")).plan(line, before="I was unfair to him", told=(card.id,))
        assert plan.cards[0] == card.id
        assert card.answer[0].text in plan.planned
        assert any(said in plan.planned for said in card.say_it)


def test_a_follow_up_is_not_told_the_same_again_word_for_word(library: Library) -> None:
    card = library.card_by_id["unexpected-invitation"]
    plan = Answers(library, FixedIndex(card.id)).plan(
        "and if it's nothing?", before="He wants to see me", told=(card.id,)
    )
    assert card.answer[1].text not in plan.planned
    assert "Watch out" in plan.planned


def test_a_related_card_that_is_about_as_near_goes_before_the_one_just_told(library: Library) -> None:
    index = FixedIndex("asking-what-they-earn", "asking-about-salary")
    plan = Answers(library, index).plan(
        "and mine?", before="What does the director earn?", told=("asking-what-they-earn",)
    )
    assert plan.cards[0] == "asking-about-salary"
