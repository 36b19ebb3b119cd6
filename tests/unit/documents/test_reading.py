"""Reading a person's file: the words of what can be read, and one sentence with the cure for what cannot."""

import logging

import pytest

from app.domain.errors import InputRefused
from app.retrieval.documents_reading import read_document
from tests.unit.documents.files import locked, pdf

GUIDE = pdf(
    ["Staff engineers set direc-", "tion across teams (two or more).", "Packets are due on 15 March."],
    ["Bands: January."],
)


def test_a_pdf_reads_as_sentences_and_its_pages_stay_apart() -> None:
    read = read_document("guide.pdf", GUIDE)
    assert (read.title, read.kind) == ("guide", "pdf")
    assert read.text == (
        "Staff engineers set direction across teams (two or more).\nPackets are due on 15 March.\n\nBands: January."
    )


def test_a_pdf_is_known_by_its_content_whatever_its_name() -> None:
    assert read_document("guide.txt", GUIDE).kind == "pdf"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Grüße, “packets” due".encode(), "Grüße, “packets” due"),
        ("\ufeffWith a mark".encode(), "With a mark"),
        ("café “ok”".encode("cp1252"), "café “ok”"),
        ("wide".encode("utf-16"), "wide"),
        (b"one\r\ntwo\r\n\r\n\r\n\r\nthree\x07", "one\ntwo\n\nthree"),
    ],
    ids=["utf-8", "utf-8 with a mark", "western", "utf-16", "line ends"],
)
def test_text_is_read_in_the_codings_people_have(data: bytes, text: str) -> None:
    assert read_document("notes.md", data).text == text


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("plan.docx", b"PK\x03\x04", "Save it as .md, .txt or .pdf"),
        ("noname", b"words", "Save it as .md, .txt or .pdf"),
        ("empty.txt", b"", "is empty"),
        ("blank.md", b" \n\t\n", "no words in"),
        ("big.txt", b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        ("long.txt", b"word " * 100_000, "more than 400,000 characters"),
        ("program.txt", bytes(range(256)) * 20, "is not text"),
        ("sheet.txt", b"PK\x03\x04\x00\x00\x00" * 40, "is not text"),
        ("locked.pdf", locked(GUIDE), "locked with a password"),
        ("scan.pdf", pdf([], []), "pictures of pages and no text"),
        ("cut.pdf", GUIDE[:180], "is damaged"),
        ("noise.pdf", b"%PDF-1.7 nothing of the kind", "is damaged"),
        ("book.pdf", pdf(*[["x"]] * 301), "301 pages; I read at most 300"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name_and_the_cure(name: str, data: bytes, says: str) -> None:
    with pytest.raises(InputRefused, match="“") as refusal:
        read_document(name, data)
    assert says in str(refusal.value)
    assert name in str(refusal.value)


def test_a_pdf_that_needs_no_password_to_open_is_read() -> None:
    assert "15 March" in read_document("open.pdf", locked(GUIDE, password="")).text


def test_a_name_is_only_a_name() -> None:
    assert read_document("../../etc/My plan.md", b"words").title == "My plan"
    assert read_document("C:\\docs\\plan.txt", b"words").title == "plan"


def test_a_damaged_file_leaves_nothing_of_itself_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(InputRefused):
        read_document("diary.pdf", b"%PDF-my boss is leaving in May")
    assert "boss" not in caplog.text
