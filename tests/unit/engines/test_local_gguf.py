"""A model inside this program: loaded once and late, and missing in words that help."""

import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.bootstrap import build_engine, build_english, loading
from app.coaching.compose import Composer
from app.content.prompt_files import load_prompts, short
from app.domain.conversation import CoachingSession
from app.domain.errors import ASK_AGAIN, EngineUnavailable, InputRefused, MissingExtra
from app.domain.turn import ChatLine, EngineRequest, Plan, Task
from app.engines.local_gguf import LocalGguf, free_memory, served_here
from app.settings import Settings
from tests.stubs.openai_server import REPLY, OpenAIStub

REQUEST = EngineRequest(
    plan=Plan(task=Task.ASK, planned="Ask."), lines=(ChatLine(role="user", content="How?"),), max_tokens=40
)
PLENTY = 1 << 40
ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 21, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "ok.gguf"
    file.write_bytes(b"GGUF" + bytes(100))
    return file


def test_it_is_loaded_when_first_asked_and_only_once(file: Path) -> None:
    loads: list[tuple[Path, int]] = []
    with OpenAIStub() as stub:
        stub.healed.set()

        def opened(path: Path, context: int, key: str) -> SimpleNamespace:
            loads.append((path, context))
            return SimpleNamespace(listening_address=stub.url.removesuffix("/v1"))

        engine = LocalGguf(str(file), file.parent, free=lambda: PLENTY, opened=opened)
        assert loads == []
        asking = [threading.Thread(target=lambda: list(engine.stream(REQUEST))) for _ in range(3)]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        assert "".join(piece for piece in engine.stream(REQUEST) if isinstance(piece, str)) == REPLY
        assert loads == [(file, 4096)]
        keys = {each.headers["authorization"] for each in stub.asked}
    assert len(keys) == 1
    assert len(keys.pop()) > len("Bearer ") + 32


def test_what_goes_wrong_inside_names_no_setting_of_a_server(file: Path) -> None:
    with OpenAIStub() as gone:
        served = SimpleNamespace(listening_address=gone.url.removesuffix("/v1"))
    engine = LocalGguf(str(file), file.parent, free=lambda: PLENTY, opened=lambda *_: served)
    with pytest.raises(EngineUnavailable, match=f"cannot be reached. {ASK_AGAIN}$"):
        list(engine.stream(REQUEST))


def test_a_model_that_is_not_here_names_the_command_that_gets_it(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"skip-level models pull qwen2\.5-1\.5b-instruct"):
        list(LocalGguf("qwen2.5-1.5b-instruct", tmp_path).stream(REQUEST))


def test_a_name_nobody_knows_lists_the_ones_there_are(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="qwen3-4b-instruct-2507"):
        LocalGguf("gpt-9", tmp_path).load()


def test_a_path_with_no_file_is_said_without_telling_the_path(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"no file gone\.gguf") as raised:
        LocalGguf(str(tmp_path / "gone.gguf"), tmp_path).load()
    assert str(tmp_path) not in str(raised.value)


def test_short_memory_is_said_before_anything_is_loaded(file: Path) -> None:
    def opened(path: Path, context: int, key: str) -> SimpleNamespace:
        raise AssertionError("loaded all the same")

    with pytest.raises(EngineUnavailable, match=r"wants .* of memory and 0 MB are free"):
        LocalGguf(str(file), file.parent, free=lambda: 0, opened=opened).load()


def test_without_llama_cpp_the_install_line_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xllamacpp", None)
    with pytest.raises(MissingExtra, match=r"pip install 'skip-level-coach\[local\]'"):
        served_here(file, 512, "key")


def test_a_damaged_file_is_said(file: Path) -> None:
    pytest.importorskip("xllamacpp", reason="the extra `local` is not installed")
    with pytest.raises(EngineUnavailable, match="may be damaged"):
        served_here(file, 512, "key")


def test_free_memory_is_told_in_bytes() -> None:
    assert free_memory() > 10_000_000


def test_the_settings_name_it_and_it_stays_here(tmp_path: Path) -> None:
    engine = build_engine(Settings(engine="gguf:qwen2.5-1.5b-instruct", data_dir=tmp_path), build_english())
    assert engine.spec == "gguf:qwen2.5-1.5b-instruct"
    assert engine.stays_here
    with pytest.raises(EngineUnavailable, match="models pull"):
        loading(engine, Composer({}))()


def test_other_engines_have_nothing_to_load() -> None:
    loading(build_engine(Settings(engine="playbook"), build_english()), Composer({}))()


def test_it_reads_what_every_line_begins_with_before_the_first_one(file: Path) -> None:
    with OpenAIStub() as stub:
        stub.healed.set()
        engine = LocalGguf(
            str(file),
            file.parent,
            free=lambda: PLENTY,
            opened=lambda *_: SimpleNamespace(listening_address=stub.url.removesuffix("/v1")),
        )
        composer = Composer(short(load_prompts(ROOT / "prompts")))
        loading(engine, composer)()
        session = CoachingSession(id="s", owner="o", kind="rehearsal", created=NOW, changed=NOW)
        plan = Plan(task=Task.REHEARSE, planned="Two days is long.", prompt="rehearse")
        list(engine.stream(composer.request(plan, session, ())))
        ahead, first = (each.body["messages"] for each in stub.asked)
    assert ahead
    assert first[: len(ahead)] == ahead
