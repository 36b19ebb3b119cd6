"""No row that quality is reported on stands in the content it is measured against."""

import re
from collections.abc import Iterator

import yaml

from app.content.library import read_library
from app.content.texts import embedded_texts
from evals.rehearsal.reading import labelled
from evals.retrieval.dataset import follow_ups, needs
from tests.conftest import ROOT
from training.marked import read_briefs

EVALS = ROOT / "evals"


def told(text: str) -> str:
    return " ".join(re.findall(r"[\w']+", text.lower()))


def reported() -> Iterator[tuple[str, str]]:
    """Every reporting row whose words could have been copied, with the set it is from."""
    yield from (("retrieval", query.text) for query in needs() if query.half == "report")
    yield from (("retrieval", query.text) for query in follow_ups() if query.half == "report" and len(query.text) > 40)
    yield from (("reading", line.text) for line in labelled() if line.held_back and len(line.text.split()) > 6)
    letters = (("emails", "emails/briefs_report.yaml"), ("emails", "emails/briefs_unseen.yaml"))
    notes = (("notes", "emails/notes_report.yaml"), ("notes", "emails/notes_strangers.yaml"))
    for name, file in (*letters, *notes):
        yield from ((name, case["text"]) for case in yaml.safe_load((EVALS / file).read_text(encoding="utf-8")))
    asked = yaml.safe_load((EVALS / "questions/asked.yaml").read_text(encoding="utf-8"))
    yield from (("questions", case["text"]) for case in asked["report"])


def test_no_reporting_row_is_content() -> None:
    library, _ = read_library(ROOT / "knowledge")
    known = {told(text) for text in embedded_texts(library)}
    known |= {told(text) for source in (*library.risks, *library.serious) for text in (*source.risky, *source.safe)}
    known |= {told(text) for text in (*library.plain_lines, *library.asked_ordinary, *library.asked_serious)}
    known |= {told(brief.text) for brief in read_briefs(ROOT / "knowledge" / "briefs")}
    known |= {told(text) for card in library.cards for text in (*card.asks, card.button, card.title, *card.say_it)}
    rows = list(reported())
    assert len({name for name, _ in rows}) == 5
    assert [f"{name}: {text}" for name, text in rows if told(text) in known] == []


def test_no_question_is_both_tuned_on_and_reported_on() -> None:
    tuned = {told(query.text) for query in needs() if query.half == "dev"}
    assert [query.text for query in needs() if query.half == "report" and told(query.text) in tuned] == []
    cases = yaml.safe_load((EVALS / "questions/asked.yaml").read_text(encoding="utf-8"))
    assert not {told(case["text"]) for case in cases["dev"]} & {told(case["text"]) for case in cases["report"]}


def test_every_set_says_where_it_is_from() -> None:
    silent = [
        folder.name
        for folder in EVALS.iterdir()
        if folder.is_dir() and [*folder.glob("*.tsv"), *folder.glob("*.yaml")] and not (folder / "README.md").exists()
    ]
    assert silent == []
