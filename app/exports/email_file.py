"""Letters for the mail program: a draft as a file, and a link that opens one."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses
from urllib.parse import quote

from app.domain.emails import EmailDraft

LONGEST_LINK = 1_900
"""Characters of a mailto link: Windows passes on about 2,000, some programs less."""
CUT_NOTE = "[The letter goes on. Copy the rest from the coach, then delete this line.]"


def eml(draft: EmailDraft, to: str = "", sender: str = "") -> bytes:
    """Return the letter as an RFC 5322 message in UTF-8 with CRLF line ends.

    `X-Unsent: 1` makes mail programs that know it open the file as a draft to edit and send; the others show it as a
    message. Date and, without `sender`, From are left for the mail program to fill in. Words in `to` and `sender`
    that are no address are left out: a draft without a recipient is safe, one to a wrong one is not.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _line(draft.subject)
    for header, value in (("To", to), ("From", sender)):
        if addresses := _addresses(value):
            message[header] = addresses
    message["X-Unsent"] = "1"
    message.set_content(_sound(draft.body), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def mailto(draft: EmailDraft, to: str = "") -> str:
    """Return an RFC 6068 link that opens the letter in the mail program; always under 1,900 characters.

    A letter too long for a link is cut after the last whole paragraph that fits, else after the last word, and a line
    in square brackets says that it goes on. `eml` always holds the whole letter.
    """
    people = ",".join(quote(address.addr_spec, safe="@") for address in _addresses(to))
    start = f"mailto:{people}?subject={_encoded(_line(draft.subject))}&body="
    body = _sound(draft.body).strip()
    if len(start) + len(_encoded(body)) < LONGEST_LINK:
        return start + _encoded(body)
    note = _encoded(f"\n\n{CUT_NOTE}")
    room = LONGEST_LINK - len(start) - len(note) - 1
    if room < 0:  # a subject or a list of addresses this long leaves no place for any of the letter
        return start[: start.index("?")][:LONGEST_LINK]
    return start + _encoded(_beginning(body, room)) + note


def _beginning(body: str, room: int) -> str:
    """Return as many whole paragraphs as fit into `room` encoded characters, else whole words, else nothing."""
    for split, join in (("\n\n", "\n\n"), (" ", " ")):
        kept = ""
        for part in body.split(split):
            longer = f"{kept}{join}{part}" if kept else part
            if len(_encoded(longer)) > room:
                break
            kept = longer
        if kept:
            return kept
    return ""


def _encoded(text: str) -> str:
    return quote(re.sub(r"\r\n|\r|\n", "\r\n", text), safe="")


def _line(text: str) -> str:
    """One line of printable text: a line break in a header would start another header."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", _sound(text)).split())


def _sound(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _addresses(text: str) -> list[Address]:
    """Return the addresses in a text such as "Ingrid Solheim <ingrid@example.org>, b@example.org"."""
    found = []
    for name, spec in getaddresses([_line(text)]):
        local, _, domain = spec.rpartition("@")
        if (
            spec.isascii()
            and re.fullmatch(r"[\w.!#$%&'*+/=?^`{|}~-]+", local)
            and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", domain)
        ):
            found.append(Address(name, local, domain))
    return found
