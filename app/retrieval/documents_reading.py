"""Reading a person's own file: Markdown, plain text or PDF to words, or one sentence that says why not."""

import codecs
import logging
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING

from app.domain.documents import DocumentKind, DocumentText
from app.domain.errors import InputRefused

if TYPE_CHECKING:
    from pypdf import PdfReader

LARGEST = 10 * 1024 * 1024
"""Bytes of a file."""
MOST_PAGES = 300
LONGEST = 400_000
"""Characters of a document: about 200 pages of prose."""
LEAST = 20
"""Characters below which a PDF counts as pictures of pages."""
KINDS: dict[str, DocumentKind] = {"md": "md", "markdown": "md", "txt": "txt", "text": "txt", "pdf": "pdf"}
STRANGE = 0.05
"""Share of control characters (0 to 1) above which a file is not text."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_BLANK = re.compile(r"[ \t\u00a0]+")
_HYPHEN = re.compile(r"(?<=[a-z])[-\u2010\u00ad]\n(?=[a-z])")
_WRAPPED = re.compile(r"(?<![.!?:;\n])\n(?=[a-z(“\"'])")
_MANY_LINES = re.compile(r"\n{3,}")


def read_document(name: str, data: bytes) -> DocumentText:
    """Return the words of a file; nothing is stored.

    Args:
        name: the file's name; its ending says what it is.
        data: the file, at most 10 MB.

    Raises:
        InputRefused: another kind of file, empty, too large, locked, a scan, damaged, or not text at all.
    """
    file = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = f"“{_CONTROL.sub('', file)[:80]}”"
    stem, _, ending = file.rpartition(".")
    kind = "pdf" if data.startswith(b"%PDF-") else KINDS.get(ending.lower())
    if kind is None:
        raise InputRefused(
            f"{shown} is not Markdown, plain text or PDF. Save it as .md, .txt or .pdf, or copy its words into a text file."
        )
    if not data:
        raise InputRefused(f"{shown} is empty. Choose the file again once it is saved.")
    if len(data) > LARGEST:
        raise InputRefused(f"{shown} is larger than 10 MB, the most I read. Add the part that matters.")
    text = _tidy(_pdf(shown, data) if kind == "pdf" else _plain(shown, data))
    if not text:
        raise InputRefused(f"There are no words in {shown}. Choose another, or paste the text into a .txt file.")
    if len(text) > LONGEST:
        raise InputRefused(f"{shown} has more than {LONGEST:,} characters. Split it and add the parts that matter.")
    return DocumentText(
        title=" ".join(_CONTROL.sub("", stem or file).split())[:120] or "Untitled", kind=kind, text=text
    )


def _plain(shown: str, data: bytes) -> str:
    text = _decoded(data)
    if text is None or len(_CONTROL.findall(text)) > STRANGE * len(text):
        raise InputRefused(f"{shown} is not text, whatever its name says. Save it as plain text (UTF-8) and add that.")
    return text


def _decoded(data: bytes) -> str | None:
    """UTF-8 with or without a mark, UTF-16 by its mark, else the old Western code page."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for coding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(coding)
        except UnicodeDecodeError:
            continue
    return None


def _pdf(shown: str, data: bytes) -> str:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(
        logging.CRITICAL
    )  # its warnings quote the file, and no log holds a person's words
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked(shown)
        count = len(reader.pages)
        text = _of_pages(reader) if count <= MOST_PAGES else ""
    except InputRefused:
        raise
    except DependencyError as error:
        raise _locked(shown) from error
    except Exception as error:  # a file from anywhere can break its parser in any way; the person needs one sentence
        raise InputRefused(f"{shown} is damaged, or not a PDF. Open it, save it as PDF again, and add that.") from error
    if count > MOST_PAGES:
        raise InputRefused(
            f"{shown} has {count} pages; I read at most {MOST_PAGES}. Split it and add the parts that matter."
        )
    if len(text.strip()) < LEAST:
        raise InputRefused(
            f"{shown} holds pictures of pages and no text, as a scan does. Run text recognition over it, or copy its words "
            "into a text file."
        )
    return _WRAPPED.sub(" ", _HYPHEN.sub("", text))


def _of_pages(reader: "PdfReader") -> str:
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > 2 * LONGEST:
            break  # it is refused for its length; the rest need not be read
    return "\n\n".join(pages)


def _locked(shown: str) -> InputRefused:
    return InputRefused(f"{shown} is locked with a password. Save a copy without one and add that.")


def _tidy(text: str) -> str:
    """Even line ends, blanks and accents; no control characters, and nothing that cannot be stored."""
    even = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))
    even = _CONTROL.sub("", even).encode("utf-8", "ignore").decode()
    lines = (_BLANK.sub(" ", line).rstrip() for line in even.split("\n"))
    return _MANY_LINES.sub("\n\n", "\n".join(lines)).strip()
