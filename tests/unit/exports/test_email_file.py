"""Letters for the mail program, read back by other parsers."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.emails import EmailDraft
from app.exports import eml, mailto

BODY = "Dear Ingrid,\n\nCould we talk for 30 minutes about the Zürich move?\n\nThank you,\nElif Demir"
DRAFT = EmailDraft(kind="request", subject="A question about Zürich", body=BODY)


def test_a_letter_survives_the_way_through_a_file():
    message = message_from_bytes(eml(DRAFT, "Ingrid Solheim <ingrid@example.org>", "elif@example.org"), policy=default)
    assert message["Subject"] == "A question about Zürich"
    assert message["To"].addresses[0].addr_spec == "ingrid@example.org"
    assert message["To"].addresses[0].display_name == "Ingrid Solheim"
    assert message["From"].addresses[0].addr_spec == "elif@example.org"
    assert message.get_content_charset() == "utf-8"
    assert message.get_content().replace("\r\n", "\n").strip() == BODY
    assert not message.defects


def test_the_file_opens_as_a_draft_and_keeps_line_ends_and_lengths():
    raw = eml(EmailDraft(kind="request", subject="Long", body="word " * 900 + "\nend"))
    assert message_from_bytes(raw, policy=default)["X-Unsent"] == "1"
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert raw.isascii()


def test_a_line_break_in_a_subject_or_address_starts_no_header():
    draft = EmailDraft(kind="request", subject="Hello\r\nBcc: boss@example.org", body="Hi")
    message = message_from_bytes(eml(draft, "a@example.org\r\nCc: boss@example.org"), policy=default)
    assert message["Bcc"] is None
    assert message["Cc"] is None


@pytest.mark.parametrize("to", ["", "Ingrid", "my boss", "a@b", "ingrid@", "@example.org", "é@example.org"])
def test_what_is_no_address_leaves_the_recipient_open(to):
    assert message_from_bytes(eml(DRAFT, to), policy=default)["To"] is None
    assert mailto(DRAFT, to).startswith("mailto:?subject=")


def test_a_link_holds_recipient_subject_and_body():
    link = urlsplit(mailto(DRAFT, "ingrid+skip@example.org"))
    assert (link.scheme, unquote(link.path)) == ("mailto", "ingrid+skip@example.org")
    assert "+" not in link.query
    fields = parse_qs(link.query)
    assert fields["subject"] == [DRAFT.subject]
    assert fields["body"] == [BODY.replace("\n", "\r\n")]


def test_signs_that_mean_something_in_a_link_stay_words():
    draft = EmailDraft(kind="request", subject="R&D? 100% #1", body="a=b&c=d + 50%\n?")
    fields = parse_qs(urlsplit(mailto(draft)).query)
    assert fields == {"subject": ["R&D? 100% #1"], "body": ["a=b&c=d + 50%\r\n?"]}


def test_a_letter_too_long_for_a_link_is_cut_after_a_paragraph_and_says_so():
    paragraphs = [f"Paragraph {n}. " + "Some words. " * 20 for n in range(12)]
    link = mailto(EmailDraft(kind="request", subject="Long", body="\n\n".join(paragraphs)))
    body = parse_qs(urlsplit(link).query)["body"][0]
    kept = body.split("\r\n\r\n")
    assert len(link) < 1900
    assert "goes on" in kept[-1]
    assert [part.strip() for part in kept[:-1]] == [part.strip() for part in paragraphs[: len(kept) - 1]]
    assert len(kept) > 2


@given(st.text(), st.text(), st.text())
def test_any_letter_makes_a_short_link_and_a_readable_file(subject, body, to):
    draft = EmailDraft(kind="request", subject=subject, body=body)
    link = mailto(draft, to)
    assert len(link) < 1900
    assert link.isascii()
    assert not message_from_bytes(eml(draft, to, to), policy=default).defects
