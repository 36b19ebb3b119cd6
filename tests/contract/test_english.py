"""What every reader of English keeps to: spans that are really there, and no text that breaks it."""

import pytest

from app.domain.language import Parsed
from app.domain.ports import English
from app.language.plain_english import PlainEnglish

LINE = "I told Priya about the data migration. Marcus wants a plan by Thursday."
ODD = [
    "",
    " \n\t",
    "会議は明日です",
    "👩🏽‍💻" * 50,
    "a" * 100_000,
    "\x00\x1b[31m",
    "?!…",
    "{{ slot }}",
    "И. о. директора",
]


@pytest.fixture(params=["plain", "spacy"])
def reader(request: pytest.FixtureRequest) -> English:
    return PlainEnglish() if request.param == "plain" else request.getfixturevalue("english")


def spans(parsed: Parsed):  # type: ignore[no-untyped-def]
    return (*parsed.sentences, *parsed.phrases, *parsed.entities, *parsed.words)


def test_sentences_and_words_are_read(reader: English) -> None:
    parsed = reader.parse(LINE)
    assert [s.text for s in parsed.sentences] == [
        "I told Priya about the data migration.",
        "Marcus wants a plan by Thursday.",
    ]
    assert {"told", "migration", "plan"} <= {word.text for word in parsed.words}


@pytest.mark.parametrize("text", [LINE, *ODD], ids=range(len(ODD) + 1))
def test_every_span_is_where_it_says(reader: English, text: str) -> None:
    parsed = reader.parse(text)
    assert parsed.text == text
    for span in spans(parsed):
        assert text[span.start : span.end] == span.text


def test_the_same_text_reads_the_same_twice(reader: English) -> None:
    assert reader.parse(LINE) == reader.parse(LINE)


def test_names_are_found(reader: English) -> None:
    parsed = reader.parse("My boss is Marcus Oyelaran and his boss is Ingrid Solheim.")
    assert {"Marcus Oyelaran", "Ingrid Solheim"} <= {entity.text for entity in parsed.entities}
