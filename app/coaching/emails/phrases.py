"""Short phrases from facts: how somebody is greeted, items of a list, a time inside a sentence."""

import re

from app.coaching.emails.names import BEFORE_FIRST, PARTICLES, RANKS, TITLES
from app.coaching.emails.wording import DAYS, MONTHS, tidy


def first_name(full: str) -> str:
    """Return how somebody is greeted: "Ingrid", or "Dr Solheim" when only a title makes sense."""
    words = full.split()
    if not words:
        return ""
    titles = [word.rstrip(".") for word in words[:-1] if word.lower().rstrip(".") in TITLES | RANKS]
    if not titles:
        return words[0]
    if titles[-1].lower() in BEFORE_FIRST:
        return " ".join(words[: len(titles) + 1])
    last = next((i for i, word in enumerate(words) if word.lower() in PARTICLES and i >= len(titles)), len(words) - 1)
    return " ".join([*titles, *words[last:]])


def items(value: str) -> list[str]:
    """Return the items of a fact that may hold several, split at bars, semicolons or line breaks."""
    parts = [" ".join(part.split()) for part in re.split(r"\s*[|\n]\s*|\s*;\s+", value)]
    return [re.sub(r"^(?:[-*•]|\d+[.)])\s*", "", part).strip(" .,;") for part in parts if part.strip(" .,;-*•")]


def when_phrase(when: str) -> str:
    """Return a time as it stands in a sentence: "Thursday at 3" gives "on Thursday at 3"."""
    text = re.sub(r",\s+(?=at\b)", " ", tidy(when.strip(" .,")))
    if part := re.fullmatch(r"(mornings?|afternoons?|evenings?|lunchtimes?)", text, re.I):
        return f"in the {part[1].lower()}" if not part[1].lower().startswith("lunch") else f"at {part[1].lower()}"
    if re.fullmatch(rf"(?:{'|'.join(MONTHS)})(?:,?\s+\d{{4}})?|(?:19|20)\d\d", text, re.I):
        return f"in {text[0].upper()}{text[1:]}"
    if text.lower().startswith((*DAYS, *MONTHS)) or re.match(r"\d{1,2}(?:st|nd|rd|th)?\s+\w+|the \d", text):
        return f"on {text}"
    return (
        text[0].lower() + text[1:]
        if re.match(r"(?:On|At|In|Next|This|Today|Tomorrow|Yesterday|Last)\b", text)
        else text
    )
