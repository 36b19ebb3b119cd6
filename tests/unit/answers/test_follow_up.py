"""Follow-ups keep their topic, however long the chain."""

from pathlib import Path

import pytest

from app.coaching.answers import Answers
from app.coaching.follow_up import context_of
from app.domain.library import Library
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder

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
