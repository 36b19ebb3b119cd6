"""A card of the knowledge base, as the popover behind a citation and as a page of the library."""

import re
from collections.abc import Iterable

from app.domain.knowledge import Card, Evidence, Source
from app.domain.library import Library
from app.ui.components.tags import Html, joined, listed, tag

EVIDENCE = {
    Evidence.STUDY: "study or official source",
    Evidence.PRACTICE: "from practice",
    Evidence.OPINION: "experienced opinion",
    Evidence.DOUBTFUL: "often quoted, not measured",
}
UNDATED = "n.d."
_EMPHASIS = re.compile(r"\*{1,2}(\S(?:[^*]*\S)?)\*{1,2}")
_MARK = re.compile(r"\s?\[[A-Z][A-Z0-9-]*(?:,\s*[A-Z][A-Z0-9-]*)*\]")


def as_html(card: Card, library: Library, heading: str = "h3") -> Html:
    """Return the whole card, sources last."""
    sources = [library.source_by_id[each] for each in card.sources if each in library.source_by_id]
    return joined(
        (
            tag(heading, card.title),
            tag("span", EVIDENCE[card.evidence], cls=f"evidence {card.evidence.value}"),
            *(tag("p", words(point.text)) for point in card.answer),
            _part("What to do", (words(point.text) for point in card.what_to_do)),
            tag("h4", "Say it like this") if card.say_it else "",
            *(tag("blockquote", words(line)) for line in card.say_it),
            _part("Watch out", (words(point.text) for point in card.watch_out)),
            _part("The opposite holds when", (words(line) for line in card.opposite_when)),
            _part("Where advice differs", [words(card.differs)] if card.differs else []),
            _part("Sources", (_source(source) for source in sources)),
        )
    )


def popover(name: str, card: Card, library: Library) -> Html:
    """Return the card as a native popover with this id: a button with `popovertarget` opens it, Escape closes it."""
    close = tag(
        "button",
        "×",
        type="button",
        cls="card-close",
        popovertarget=name,
        popovertargetaction="hide",
        aria_label="Close",
    )
    more = tag("p", tag("a", "Open in the library", href=f"library?card={card.id}", target="_self"), cls="from")
    inside = (close, as_html(card, library), more)
    return tag("div", *inside, id=name, cls="card", popover="", role="dialog", aria_label=card.title)


def words(text: str) -> str:
    """Return a line of a card without its source marks, its signs of emphasis, and the quotes around the whole of it."""
    line = _EMPHASIS.sub(r"\1", _MARK.sub("", text)).strip()
    return line[1:-1] if line[:1] == line[-1:] == '"' and line.count('"') == 2 else line


def credit(source: Source) -> str:
    """Return who wrote a source and when, as far as it is known, without naming twice an author whom the title names."""
    author = "" if source.title.startswith(source.author) else source.author
    return ", ".join(part for part in (author, "" if source.year == UNDATED else source.year) if part)


def _part(title: str, lines: Iterable[str]) -> Html:
    items = listed(lines)
    return joined((tag("h4", title), items)) if items else Html()


def _source(source: Source) -> Html:
    title: str = source.title
    if source.link.startswith(("https://", "http://")):
        title = tag("a", source.title, href=source.link, target="_blank", rel="noopener noreferrer")
    by = credit(source)
    return tag("span", title, f" ({by})" if by else "", cls="from")
