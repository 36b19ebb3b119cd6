"""Cards: Markdown with front matter and three sections."""

import re
from pathlib import Path
from typing import Any

from app.content.reading import Faults, build, parse_yaml, take_tags
from app.domain.knowledge import Card

_FRONT = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
SECTIONS = {"What to do": "what_to_do", "Say it like this": "say_it", "Watch out": "watch_out"}


def read_cards(folder: Path, faults: Faults) -> tuple[Card, ...]:
    """Read every card below a folder, in the order of their paths."""
    cards = (read_card(path, faults) for path in sorted(folder.rglob("*.md")) if path.name != "README.md")
    return tuple(card for card in cards if card is not None)


def read_card(path: Path, faults: Faults) -> Card | None:
    """Read one card, or note what is wrong with it and return None."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        faults.add(path, str(error))
        return None
    match = _FRONT.match(text)
    front = parse_yaml(match.group(1), path, faults) if match else None
    if match is None or not isinstance(front, dict):
        faults.add(path, "front matter with id, title and the rest, between two lines of ---, is expected")
        return None
    body = _sections(match.group(2), path, faults)
    if front.get("id") != path.stem:
        faults.add(path, f"id: {front.get('id')!r} is not the file's name")
    front["answer"] = _sentences(str(front.get("answer", "")))
    for plain in ("differs", "opposite_when"):  # shown as they stand, so a tag in them goes with the card's sources
        front[plain] = _untagged(front.get(plain, "" if plain == "differs" else []))
    return build(Card, front | body, path, faults)


def _sections(body: str, path: Path, faults: Faults) -> dict[str, Any]:
    fields: dict[str, list[Any]] = {}
    for block in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        title, _, content = block.partition("\n")
        field = SECTIONS.get(title.strip())
        if field is None:
            faults.add(path, f"section {title.strip()!r} is not one of {', '.join(SECTIONS)}")
        elif field == "say_it":
            fields[field] = _quotes(content)
        else:
            fields[field] = [_point(line) for line in _bullets(content)]
    return dict(fields)


def _bullets(content: str) -> list[str]:
    joined = re.sub(r"\n(?!\s*-\s)\s*(?=\S)", " ", content.strip())
    return [line.strip()[2:].strip() for line in joined.splitlines() if line.strip().startswith("- ")]


def _quotes(content: str) -> list[str]:
    blocks = re.split(r"\n\s*\n", content.strip())
    quotes = (" ".join(line.lstrip("> ").strip() for line in block.splitlines()) for block in blocks)
    return [quote for quote in quotes if quote]


def _untagged(value: Any) -> Any:
    if isinstance(value, list):
        return [take_tags(str(item))[0] for item in value]
    return take_tags(str(value))[0]


def _sentences(text: str) -> list[dict[str, Any]]:
    """Split an answer into sentences; a tag belongs to the sentence before it."""
    parts = re.findall(r".+?[.?!][\"'”’)]*(?:\s*\[[A-Z][A-Z0-9, -]*\])*(?=\s|$)|.+$", " ".join(text.split()))
    return [_point(part.strip()) for part in parts if part.strip()]


def _point(line: str) -> dict[str, Any]:
    text, tags = take_tags(line)
    return {"text": text.replace(" .", "."), "sources": tags}
