"""Each command, for people and for scripts: the shapes others build on, and errors with their cure."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.conftest import ROOT

RISKY = "Honestly my manager is useless, and I have started looking for another job."
SERIOUS = "My manager touched me again after I told him to stop."


def cases(*rows: dict[str, Any]) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def has(value: dict[str, Any], **kinds: type | tuple[type, ...]) -> None:
    """Check that a result has these fields, each of its kind."""
    for name, kind in kinds.items():
        assert isinstance(value[name], kind), (name, value[name])


def refused(ran: Ran, code: int, *said: str) -> None:
    """Check an error: the code, one line with the cure on stderr, nothing on stdout."""
    assert ran.code == code, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("skip-level: ")
    for word in said:
        assert word in ran.err


def test_ask_answers_a_person_in_words_and_a_script_in_json(run: Run) -> None:
    said = run("ask", "How do I ask my skip-level for a meeting?")
    assert said.code == 0
    assert len(said.out.split()) > 20
    told = run("ask", "How do I ask my skip-level for a meeting?", "--json").json
    assert told["answer"].split() == said.out.split()
    assert told["citations"]
    assert not told["abstained"]


def test_ask_lines(run: Run) -> None:
    ran = run(
        "ask",
        "--jsonl",
        "-",
        typed=cases(
            {"id": "a", "question": "What should I not bring up in a skip-level?"},
            {"id": 2, "question": "How do I announce skip-levels to my managers?", "audience": "leader"},
            {"id": "c", "question": "What is the boiling point of tungsten?"},
            {"id": "d", "question": SERIOUS},
            {"id": "e", "question": " "},
        ),
    )
    assert ran.code == 0
    first, second, strange, serious, empty = ran.rows
    assert [row["id"] for row in ran.rows] == ["a", 2, "c", "d", "e"]
    for row in (first, second, strange, serious):
        has(row, answer=str, citations=list, cards=list, abstained=bool)
    for row in (first, second):
        assert row["cards"]
        for citation in row["citations"]:
            assert set(citation) == {"card", "source"}
            assert citation["card"] in row["cards"]
    assert strange["abstained"]
    assert not strange["citations"]
    assert "harassment" in " ".join(serious["serious"])
    assert set(empty) == {"id", "error"}


def test_check_lines(run: Run) -> None:
    texts = {"bad": RISKY, "good": "I would like to learn how you choose projects.", "hard": SERIOUS, "none": ""}
    ran = run("check", "--jsonl", "-", typed=cases(*({"id": name, "text": text} for name, text in texts.items())))
    assert ran.code == 0
    rows = {row["id"]: row for row in ran.rows}
    assert list(rows) == list(texts)
    for name, row in rows.items():
        has(row, flags=list, serious=list, forward_safe=bool)
        for flag in row["flags"]:
            assert set(flag) == {"category", "severity", "start", "end", "reason", "say_instead"}
            assert 1 <= flag["severity"] <= 5
            assert texts[name][flag["start"] : flag["end"]].strip()
        for matter in row["serious"]:
            has(matter, category=str, routes=list)
            assert len(matter["routes"]) >= 2
    assert rows["bad"]["flags"]
    assert not rows["bad"]["forward_safe"]
    assert rows["hard"]["serious"]
    assert rows["none"]["forward_safe"]
    assert not rows["none"]["flags"]


def test_check_tells_a_person_what_to_say_instead_and_where_to_take_a_serious_matter(run: Run) -> None:
    assert "would not survive being forwarded" in run("check", RISKY).out
    support = run("check", SERIOUS).out
    assert "You can raise this" in support
    assert "legal advice" in support


def test_questions_fit_the_time(run: Run) -> None:
    told = run("questions", "understand where my team is heading", "--minutes", "20", "--json").json
    assert told["minutes"] == 20
    assert sum(item["minutes"] for item in told["items"]) <= 20
    assert all(item["text"].endswith("?") for item in told["items"])
    assert "20 minutes" in run("questions", "--minutes", "20").out


def test_a_serious_goal_gets_its_routes_in_place_of_questions(run: Run) -> None:
    told = run("questions", "report my boss's harassment", "--json").json
    assert told["serious"][0]["category"] == "serious_harassment"
    assert "items" not in told
    assert "You can raise this" in run("questions", "raise our unpaid overtime").out


def test_a_goal_that_may_hide_something_serious_gets_the_routes_beside_the_questions(run: Run) -> None:
    told = run("questions", "twelve of us skip breaks", "--json").json
    assert [each["certain"] for each in told["serious"]] == [False]
    assert told["items"]
    assert "payroll" in run("questions", "twelve of us skip breaks").out


def test_email_lines(run: Run) -> None:
    brief = "I'm Elif Demir on the QA team. My boss is Marcus and I want 30 minutes with his boss Ingrid Solheim."
    ran = run(
        "email",
        "--jsonl",
        "-",
        typed=cases(
            {"id": 1, "kind": "request", "brief": brief},
            {"id": 2, "kind": "thank_you", "brief": {"leader": "Ingrid", "user": "Elif"}},
            {"id": 3, "kind": "request", "brief": ""},
            {"id": 4, "kind": "ransom", "brief": brief},
        ),
    )
    assert ran.code == 0
    written, facts, nothing, unknown = ran.rows
    for row in (written, facts, nothing):
        has(row, subject=str, body=str, missing=list, warnings=list)
    assert "Ingrid" in written["body"]
    assert nothing["missing"]
    assert "request" in unknown["error"]
    assert set(unknown) == {"id", "error"}


def test_rehearse_lines(run: Run) -> None:
    turns = [{"user": "Thanks for making the time. I would like to learn how you choose projects."}, {"user": RISKY}]
    ran = run(
        "rehearse",
        "--jsonl",
        "-",
        typed=cases(
            {"id": "own", "situation": "first meeting", "turns": turns},
            {"id": "same", "seed": 5, "turns": turns},
            {"id": "again", "seed": 5, "turns": turns},
            {"id": "hard", "turns": [{"user": SERIOUS}, {"user": "Anyway, about the roadmap."}]},
            {"id": "who", "persona": "nobody", "turns": turns},
        ),
    )
    assert ran.code == 0
    own, same, again, hard, unknown = ran.rows
    for row in (own, same, again, hard):
        has(row, turns=list, ended=bool, debrief=dict)
    assert len(own["turns"]) == 2
    for turn in own["turns"]:
        has(turn, user=str, leader=str, aside=str, flags=list, move=list)
        assert turn["leader"]
        assert turn["move"]
    assert own["turns"][1]["flags"]
    assert {k: v for k, v in same.items() if k != "id"} == {k: v for k, v in again.items() if k != "id"}
    assert hard["ended"]
    assert hard["turns"][0]["leader"] == ""
    assert hard["turns"][0]["serious"]
    assert "nobody" in unknown["error"]


def test_a_rehearsal_in_the_terminal(run: Run) -> None:
    ran = run("rehearse", typed="Thanks for making the time.\n\n/hint\nI lead the data migration.\n/end\n")
    assert ran.code == 0
    assert ran.out.count("You: ") == 5
    assert "Hint:" in ran.out
    assert "Drill:" in ran.out


def test_a_rehearsal_for_a_script_keeps_its_settings(run: Run) -> None:
    typed = "Thanks for making the time.\nI lead the data migration.\n"
    told = run("rehearse", "--json", "--difficulty", "5", typed=typed).json
    assert [turn["user"] for turn in told["turns"]] == typed.splitlines()
    has(told, opening=str, ended=bool, debrief=dict)


def test_knowledge_check_counts_what_there_is(run: Run) -> None:
    ran = run("knowledge", "check")
    assert ran.code == 0
    assert "cards" in ran.out
    assert ran.out.strip().endswith("all well.")


def test_knowledge_check_names_every_fault(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Path(shutil.copytree(content, tmp_path / "broken"))
    (broken / "knowledge" / "themes.yaml").write_text("- id: [\n")
    monkeypatch.setenv("COACH_CONTENT_ROOT", str(broken))
    ran = run("knowledge", "check")
    assert ran.code == 1
    assert "knowledge/themes.yaml" in ran.err
    assert ran.out == ""


def test_knowledge_index_says_what_it_did(run: Run) -> None:
    ran = run("knowledge", "index")
    assert ran.code == 0
    assert "cards in" in ran.out
    has(run("knowledge", "index", "--json").json, cards=int, passages=int, embedder=str)


def test_knowledge_check_gives_counts_and_faults_to_scripts(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("knowledge", "check", "--json").json["faults"] == []
    broken = Path(shutil.copytree(content, tmp_path / "broken"))
    (broken / "knowledge" / "themes.yaml").write_text("- id: [\n")
    monkeypatch.setenv("COACH_CONTENT_ROOT", str(broken))
    ran = run("knowledge", "check", "--json")
    assert ran.code == 1
    assert any("knowledge/themes.yaml" in fault for fault in ran.json["faults"])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask"], "--jsonl"),
        (["check"], "--jsonl"),
        (["email"], "request"),
        (["email", "ransom", "x"], "request"),
        (["rehearse", "--persona", "nobody"], "nobody"),
        (["rehearse", "--scenario", "nothing"], "nothing"),
        (["ask", "why", "--audience", "cat"], "audience"),
        (["check", "--jsonl", "no-such-file.jsonl"], "no-such-file.jsonl"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_ends_with_two_and_one_line(run: Run, arguments: list[str], said: str) -> None:
    refused(run(*arguments), 2, said)


@pytest.mark.parametrize(
    ("command", "line", "said"),
    [
        ("check", "{not json", "line 1 is not JSON"),
        ("check", '{"text": null}', "line 1: text"),
        ("ask", '{"question": "why", "audience": "cat"}', "line 1: audience"),
        ("email", '{"kind": "request"}', "line 1: brief"),
        ("rehearse", '{"turns": ["hello"]}', "line 1: turns.0"),
        ("rehearse", '{"turns": [{"user": "hi"}], "difficulty": 9}', "line 1: difficulty"),
    ],
)
def test_a_line_that_is_no_case_is_named(run: Run, command: str, line: str, said: str) -> None:
    refused(run(command, "--jsonl", "-", typed=line + "\n"), 2, said)


def test_odd_texts_are_worked_with_like_any_other(run: Run) -> None:
    odd = ["\x00\x1b[31m", "half a pair \ud83d", "会議は明日です", "<script>alert(1)</script>", "word " * 20_000]
    ran = run("check", "--jsonl", "-", typed=cases(*({"id": text[:20], "text": text} for text in odd)))
    assert ran.code == 0
    assert len(ran.rows) == len(odd)
    too_long = run("check", "--jsonl", "-", typed=cases({"id": 1, "text": "word " * 20_001}))
    assert "100,000" in too_long.rows[0]["error"]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("COACH_TIMEOUT", "soon", "COACH_TIMEOUT"),
        ("COACH_EMBEDDER", "magic", "COACH_EMBEDDER"),
        ("COACH_ENGINE", "oracle", "COACH_ENGINE"),
        ("COACH_CONTENT_ROOT", "/nowhere", "COACH_CONTENT_ROOT"),
    ],
)
def test_a_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(name, value)
    ran = run("ask", "why")
    assert ran.code in {1, 2}
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_the_command_itself_reads_a_pipe_and_writes_as_it_goes(run: Run, content: Path, warm: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from app.cli import main; main()", "check", "--jsonl", "-"],
        input=cases({"id": "é", "text": "Ça va?"}, {"text": "Fine."}).encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"COACH_DATA_DIR": str(warm), "COACH_CONTENT_ROOT": str(content)},
        check=True,
    )
    rows = [json.loads(line) for line in ran.stdout.decode().splitlines()]
    assert [row["id"] for row in rows] == ["é", 2]
    assert ran.stderr == b""


def test_bytes_that_are_no_text_are_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_bytes(b"\xff\xfe\x00")
    refused(run("check", "--jsonl", str(file)), 2, "cannot be read")
