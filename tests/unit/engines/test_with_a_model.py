"""The coach with a real model inside the process, found on this machine, or fetched where that is asked for.

COACH_TEST_GGUF names a .gguf file; else the verified model of the catalogue is used where it lies in the usual data
folder; with COACH_TEST_PULL=1 it is fetched there first (1.1 GB).
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from platformdirs import user_data_path

from app.bootstrap import build_coach
from app.coaching.coach import Coach
from app.coaching.rehearsal.critic import review_whole
from app.coaching.rehearsal.scene import Scene
from app.domain.conversation import Message
from app.domain.meeting import Meeting
from app.domain.turn import EmailCard, Task
from app.engines.models import named
from app.engines.models_fetch import digest
from app.settings import Settings

pytestmark = pytest.mark.model

OWNER = "ada"
MODEL = named("qwen2.5-coder-1.5b-instruct")
HOME = user_data_path("skip-level-coach", appauthor=False)
LINES = (
    "Thanks for making time. What matters most to you this year?",
    "We cut false alerts from 240 to 160 a week. The rest come from two carriers with bad timestamps.",
    "I'd like to be promoted this cycle. Can you back me?",
    "Thank you, that helps. I'll take it to my manager on Thursday.",
)


@pytest.fixture(scope="module")
def weights() -> Path:
    pytest.importorskip("xllamacpp", reason="the extra `local` is not installed")
    if own := os.environ.get("COACH_TEST_GGUF", ""):
        return Path(own)
    file = MODEL.file(HOME / "models")
    if not file.is_file() and os.environ.get("COACH_TEST_PULL"):
        pull = [sys.executable, "-c", "from app.cli import main; main()", "models", "pull", MODEL.name]
        subprocess.run(pull, check=True, env=os.environ | {"COACH_DATA_DIR": str(HOME)})
    if not file.is_file():
        pytest.skip(f"no weights: fetch {MODEL.name}, or set COACH_TEST_PULL=1 or COACH_TEST_GGUF=<file>")
    assert digest(file) == MODEL.sha256
    return file


@pytest.fixture(scope="module")
def coach(weights: Path, content: Path, tmp_path_factory: pytest.TempPathFactory) -> Coach:
    folder = tmp_path_factory.mktemp("model")
    settings = Settings(
        engine=f"gguf:{weights}", content_root=content, embedder="hashing", timeout=300, data_dir=folder
    )
    built = build_coach(settings)
    built.warm()
    return built


def last(coach: Coach, session: str) -> Message:
    return coach.thread(OWNER, session)[-1]


def test_a_rehearsal_with_a_model_keeps_every_rule(coach: Coach) -> None:
    meeting = Meeting(persona="data-driven-sceptic", difficulty=2, seed=3)
    session = coach.rehearse(OWNER, meeting)
    for line in LINES:
        said = [m.text for m in coach.thread(OWNER, session.id) if m.role == "leader"]
        list(coach.reply(OWNER, session.id, line))
        reply = last(coach, session.id)
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
    assert any(each.tokens_out for each in asked)
    assert coach.engine.stays_here


def test_what_it_has_no_short_prompt_for_ends_in_the_planned_words(coach: Coach) -> None:
    for line, task in (("Do I tell my manager first?", Task.ASK), ("Write the request to my director.", Task.EMAIL)):
        session = coach.start(OWNER).id
        list(coach.reply(OWNER, session, line, task))
        reply = last(coach, session)
        assert reply.plan is not None
        assert reply.text == reply.plan.planned
        assert reply.plan.citations or isinstance(reply.plan.attachment, EmailCard)
    assert coach.agenda(Meeting(goal="ask how decisions are made")).items
