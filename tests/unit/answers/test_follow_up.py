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
