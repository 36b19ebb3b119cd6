"""Reading content: every fault at once, each with its file and field, and never half a library served."""

import shutil
from pathlib import Path

import pytest

from app.content.cards import read_card
from app.content.library import fingerprint, load_library, read_library
from app.content.prompt_files import load_prompts, lock_prompts
from app.content.reading import Faults, take_tags
from app.domain.errors import ContentError
from app.domain.knowledge import Point
from tests.conftest import ROOT

CARD = """---
id: example
title: An example
audience: [ic]
themes: [asking]
asks: [one need, another need, a third need, a fourth need, a fifth need]
button: An example?
answer: Ask early [S1]. Then wait a day.
evidence: opinion
sources: [S1]
---
## What to do
- Write two lines
  to your manager. [S1, S2]
- Wait.

## Say it like this
> "Could we take
> thirty minutes?"

## Watch out
- Not on a Friday.
"""
PROMPT = "---\nid: ask\nversion: 1\nslots: [line]\n---\nAnswer this: {{line}}\n"


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of the real content, to be broken."""
    return Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge", ignore=shutil.ignore_patterns("*.npz")))


def read(tmp_path: Path, text: str | bytes, name: str = "example.md"):  # type: ignore[no-untyped-def]
    file = tmp_path / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    faults = Faults(tmp_path)
    return read_card(file, faults), faults.found


def test_a_card_is_read_with_its_sources_beside_each_sentence(tmp_path: Path) -> None:
    card, faults = read(tmp_path, CARD)
    assert faults == []
    assert card.answer == (Point(text="Ask early.", sources=("S1",)), Point(text="Then wait a day."))
    assert card.direct == "Ask early. Then wait a day."
    assert card.what_to_do[0] == Point(text="Write two lines to your manager.", sources=("S1", "S2"))
    assert card.say_it == ('"Could we take thirty minutes?"',)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("evidence: opinion", "evidence: rumour", "evidence"),
        ("id: example", "id: another", "not the file's name"),
        ("## Watch out", "## Beware", "Beware"),
        ("title: An example", "title: [", "example.md"),
        ("asks: [one need, another need, a third need, a fourth need, a fifth need]", "asks: [one]", "asks"),
        ("sources: [S1]", "sources: [S1]\ncolour: red", "colour"),
        ("---\nid", "id", "front matter"),
    ],
)
def test_a_broken_card_is_named_with_its_field(tmp_path: Path, old: str, new: str, fault: str) -> None:
    _, faults = read(tmp_path, CARD.replace(old, new, 1))
    assert any("example.md" in found and fault in found for found in faults)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"---\n---\n", b"---\n- a list\n---\nbody"])
def test_a_file_that_is_no_card_is_a_fault_and_no_crash(tmp_path: Path, data: bytes) -> None:
    card, faults = read(tmp_path, data)
    assert card is None
    assert faults


def test_every_fault_of_every_file_is_told_at_once(knowledge: Path) -> None:
    (knowledge / "themes.yaml").write_text("- id: [\n")
    first, second = sorted((knowledge / "personas").glob("*.yaml"))[:2]
    first.write_text("id: 1\n")
    second.write_bytes(b"\xff\xff")
    with pytest.raises(ContentError) as raised:
        load_library(knowledge)
    told = str(raised.value)
    for name in ("themes.yaml", first.name, second.name):
        assert name in told


def test_a_link_to_nothing_is_a_fault(knowledge: Path) -> None:
    scenario = min((knowledge / "scenarios").glob("*.yaml"))
    text = scenario.read_text()
    (line,) = [each for each in text.splitlines() if each.startswith("persona:")]
    scenario.write_text(text.replace(line, "persona: nobody"))
    faults = read_library(knowledge)[1]
    assert any(scenario.name in fault and "'nobody' is not known" in fault for fault in faults)


def test_a_folder_that_is_not_there_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="COACH_CONTENT_ROOT"):
        load_library(tmp_path / "nowhere")


def test_the_fingerprint_changes_with_any_word_and_not_with_where_it_lies(knowledge: Path) -> None:
    assert fingerprint(knowledge) == fingerprint(ROOT / "knowledge")
    card = min((knowledge / "cards").rglob("*.md"))
    card.write_text(card.read_text() + " ")
    assert fingerprint(knowledge) != fingerprint(ROOT / "knowledge")


@pytest.mark.parametrize(
    ("text", "plain", "tags"),
    [
        ("Ask early. [S1]", "Ask early.", ("S1",)),
        ("Ask [S1, F-2] early [S3].", "Ask early.", ("S1", "F-2", "S3")),
        ("[Name] stays, [sic] too", "[Name] stays, [sic] too", ()),
    ],
)
def test_tags_are_taken_out_and_kept(text: str, plain: str, tags: tuple[str, ...]) -> None:
    assert take_tags(text) == (plain, tags)


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    folder = tmp_path / "prompts"
    folder.mkdir()
    (folder / "ask.md").write_text(PROMPT)
    lock_prompts(folder)
    return folder


def test_a_locked_prompt_is_read(prompts: Path) -> None:
    prompt = load_prompts(prompts)["ask"]
    assert prompt.render({"line": "{{line}}"}) == "Answer this: {{line}}"


def test_other_words_under_the_same_version_are_refused(prompts: Path) -> None:
    (prompts / "ask.md").write_text(PROMPT.replace("Answer", "Ignore"))
    with pytest.raises(ContentError, match="raise the version"):
        load_prompts(prompts)
    with pytest.raises(ContentError, match="locked with other words"):
        lock_prompts(prompts)
    (prompts / "ask.md").write_text(PROMPT.replace("Answer", "Ignore").replace("version: 1", "version: 2"))
    lock_prompts(prompts)
    assert load_prompts(prompts)["ask"].version == 2


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (PROMPT.replace("[line]", "[line, other]"), "slots"),
        (PROMPT.replace("{{line}}", "{{line}} {{secret}}"), "slots"),
        ("no front matter", "front matter"),
        (PROMPT.replace("version: 1", "version: one"), "version"),
    ],
)
def test_a_broken_prompt_is_named(prompts: Path, text: str, fault: str) -> None:
    (prompts / "ask.md").write_text(text)
    with pytest.raises(ContentError, match=fault) as raised:
        load_prompts(prompts)
    assert "prompts/ask.md" in str(raised.value)


def test_a_wrong_pattern_or_matter_of_another_language_is_a_fault(knowledge: Path) -> None:
    path = knowledge / "tongues" / "serious.yaml"
    path.write_text(
        "- language: German\n  certain: {serious_crisis: ['(']}\n  hints: {nothing: [so]}\n", encoding="utf-8"
    )
    faults = read_library(knowledge)[1]
    assert any("'nothing' is not known" in fault for fault in faults)
    assert any("German: '('" in fault for fault in faults)
