"""An embeddings endpoint that is not there, refuses or stalls: cards are found by their words, and that is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import build_coach
from app.coaching.answers import Answers
from app.domain.errors import EngineUnavailable
from app.domain.library import Library
from app.domain.meeting import Meeting
from app.retrieval.embeddings import PAUSE, EndpointEmbedder
from app.retrieval.index import FusedIndex
from app.retrieval.vector_cache import CachedEmbedder
from app.settings import Settings
from tests.stubs.openai_server import OpenAIStub

OWNER = "ada"
CARD = "tell-your-manager-first"
GONE = "http://127.0.0.1:9/v1"
"""An address where nobody listens."""
QUESTION = "Do I have to tell my manager before I ask for a skip-level meeting?"


Open = Callable[[str, str], FusedIndex]


@pytest.fixture
def opened(library: Library, tmp_path: Path) -> Open:
    """Open an index of a few real cards over an endpoint at an address, for a model."""

    def at(url: str, model: str) -> FusedIndex:
        embedder = CachedEmbedder(EndpointEmbedder(model, url, "", timeout=0.5), tmp_path / "none", tmp_path / "own")
        others = [card for card in library.cards if card.id != CARD][::12]
        return FusedIndex((*others, library.card_by_id[CARD]), embedder, tmp_path / "index")

    return at


@pytest.mark.parametrize("model", ["gone", "500", "401", "reset", "not-json", "stall-first"])
def test_a_question_is_answered_by_words_and_the_plan_says_why(model: str, opened: Open, library: Library) -> None:
    with OpenAIStub() as stub:
        index = opened(stub.url if model != "gone" else GONE, model)
        plan = Answers(library, index).plan(QUESTION)
    assert plan.cards[0] == CARD
    assert "COACH_EMBEDDING_MODEL" in plan.searched
    assert index.trouble == plan.searched


def test_once_it_answers_meaning_is_read_and_nothing_is_said(opened: Open, library: Library) -> None:
    with OpenAIStub() as stub:
        index = opened(stub.url, "m")
        assert Answers(library, index).plan(QUESTION).searched == ""
        assert index.trouble == ""


def test_an_endpoint_that_stalls_holds_up_one_line_and_is_then_left_alone() -> None:
    now = 0.0
    with OpenAIStub() as stub:
        embedder = EndpointEmbedder("stall-first", stub.url, "", timeout=0.2, clock=lambda: now)
        for _ in range(5):
            with pytest.raises(EngineUnavailable, match="embeddings endpoint"):
                embedder.queries(["hello"])
        assert len(stub.asked) == 1
        now = PAUSE
        stub.healed.set()
        assert embedder.queries(["hello"]).shape == (1, embedder.dimensions)


def test_a_rehearsal_the_questions_and_the_check_go_on_by_words(content: Path, warm: Path) -> None:
    with OpenAIStub() as stub:
        settings = Settings(
            engine="playbook",
            content_root=content,
            data_dir=warm,
            openai_base_url=stub.url,
            embedder="endpoint",
            embedding_model="500",
        )
        coach = build_coach(settings)
        held = coach.rehearse(OWNER, Meeting(persona=coach.library.personas[0].id))
        list(coach.reply(OWNER, held.id, "What do you decide by when the data is thin?"))
        assert coach.thread(OWNER, held.id)[-1].text
        assert coach.agenda(Meeting(goal="how they decide when the data is thin")).items
        assert coach.check("My manager is useless and lies to everybody.").report.flags
