"""The commands for local models: what there is, what is here, and what to do about what is not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SMALL = "qwen2.5-1.5b-instruct"


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COACH_DATA_DIR", str(tmp_path))
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


def test_the_list_tells_size_licence_and_what_for(run: Run, folder: Path) -> None:
    (folder / f"{SMALL}.gguf").write_bytes(b"words")
    listed = {model["name"]: model for model in run("models", "list", "--json").json["models"]}
    assert listed[SMALL]["here"]
    assert not listed["qwen3-4b-instruct-2507"]["here"]
    assert "smollm2-135m-instruct" not in listed
    told = run("models", "list").out
    assert f"{SMALL}  (here)" in told
    assert "1.1 GB, wants 2.0 GB of memory, Apache-2.0" in told


def test_what_is_here_already_is_not_fetched(run: Run, folder: Path) -> None:
    (folder / f"{SMALL}.gguf").write_bytes(b"words")
    ran = run("models", "pull", SMALL)
    assert ran.code == 0
    assert ran.out.endswith(f"To use it: COACH_ENGINE=gguf:{SMALL}\n")


@pytest.mark.parametrize("command", ["pull", "remove"])
def test_a_model_nobody_knows_lists_the_ones_there_are(run: Run, folder: Path, command: str) -> None:
    ran = run("models", command, "gpt-9")
    assert ran.code == 2
    assert SMALL in ran.err


def test_removing_takes_the_file_and_what_a_stopped_fetch_left(run: Run, folder: Path) -> None:
    for suffix in ("gguf", "part"):
        (folder / f"{SMALL}.{suffix}").write_bytes(b"words")
    assert run("models", "remove", SMALL).code == 0
    assert list(folder.iterdir()) == []
    assert run("models", "remove", SMALL).code == 1


def test_the_engine_in_use_says_a_line_and_its_time(run: Run) -> None:
    told = run("models", "test", "--json").json
    assert told["engine"] == "playbook"
    assert told["words"]
    assert told["seconds"] >= told["first_words_seconds"] >= 0


def test_an_engine_that_cannot_answer_says_what_to_do(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACH_ENGINE", f"gguf:{SMALL}")
    ran = run("models", "test")
    assert ran.code == 1
    assert f"skip-level models pull {SMALL}" in ran.err
