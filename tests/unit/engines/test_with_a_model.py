"""A rehearsal with a real model inside the process. Needs its weights: COACH_TEST_GGUF names the file."""

import os
from pathlib import Path

import pytest

from app.bootstrap import build_coach
from app.coaching.rehearsal.critic import review_whole
from app.coaching.rehearsal.scene import Scene
from app.domain.meeting import Meeting
from app.settings import Settings

pytestmark = pytest.mark.model

OWNER = "ada"
LINES = (
    "Thanks for making time. What matters most to you this year?",
    "We cut false alerts from 240 to 160 a week. The rest come from two carriers with bad timestamps.",
    "I'd like to be promoted this cycle. Can you back me?",
    "Thank you, that helps. I'll take it to my manager on Thursday.",
)


@pytest.fixture
def weights() -> Path:
    pytest.importorskip("xllamacpp", reason="the extra `local` is not installed")
    named = os.environ.get("COACH_TEST_GGUF", "")
    if not Path(named).is_file():
        pytest.skip("no weights: COACH_TEST_GGUF does not name a .gguf file")
    return Path(named)


def test_a_rehearsal_with_a_model_keeps_every_rule(weights: Path, content: Path) -> None:
    settings = Settings(engine=f"gguf:{weights}", content_root=content, embedder="hashing", timeout=300)
    coach = build_coach(settings)
    meeting = Meeting(persona="data-driven-sceptic", difficulty=2, seed=3)
    session = coach.rehearse(OWNER, meeting)
    for line in LINES:
        said = [m.text for m in coach.thread(OWNER, session.id) if m.role == "leader"]
        list(coach.reply(OWNER, session.id, line))
        reply = coach.thread(OWNER, session.id)[-1]
        if reply.role != "leader":
            break
        assert reply.plan is not None
        assert reply.plan.leader is not None
        assert reply.provenance is not None
        assert review_whole(reply.text, reply.plan.leader, Scene.of(meeting, coach.library), said) == ""
        assert reply.provenance.prompt == "rehearse.small"
        assert reply.provenance.tokens_in > 0 or reply.provenance.replaced
    thread = coach.thread(OWNER, session.id)
    asked = [m.provenance for m in thread if m.role == "leader" and m.provenance and m.provenance.prompt]
    assert asked
    assert coach.engine.stays_here
