"""HTML by construction: text is escaped unless a tag made it, so nothing a person typed can become markup."""

import re
from collections.abc import Iterable
from html import escape


class Html(str):
    """A string that is finished HTML."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str) -> Html:
    """Return an element. `cls` stands for class, `_` in other names for a dash; an empty value gives a bare attribute."""
    marks = "".join(_attribute(each, value) for each, value in attributes.items())
    return Html(f"<{name}{marks}>{''.join(_safe(each) for each in inside)}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Return the parts one after another, escaping those that are plain text."""
    return Html(_safe(between).join(_safe(each) for each in parts))


def paragraphs(text: str) -> Html:
    """Return the text as paragraphs, one for each block between empty lines."""
    return joined(tag("p", block.strip()) for block in re.split(r"\n\s*\n", text) if block.strip())


def listed(lines: Iterable[str], name: str = "ul") -> Html:
    """Return the lines as a list, nothing for no lines."""
    items = [tag("li", line) for line in lines]
    return tag(name, *items) if items else Html()


def table(heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str) -> Html:
    """Return a table that may scroll on its own; the caption is for screen readers."""
    head = tag("thead", tag("tr", *(tag("th", each, scope="col") for each in heads)))
    body = tag("tbody", *(tag("tr", *(tag("td", each) for each in row)) for row in rows))
    inner = tag("table", tag("caption", caption, cls="visually-hidden"), head, body, cls="table")
    return tag("div", inner, cls="scroll", tabindex="0")


def _safe(text: str) -> str:
    return text if isinstance(text, Html) else escape(text)


def _attribute(name: str, value: str) -> str:
    plain = "class" if name == "cls" else name.replace("_", "-")
    return f' {plain}="{escape(value)}"' if value else f" {plain}"
