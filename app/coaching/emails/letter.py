"""From a kind's parts and the slots to the text of a letter, inside its word limit."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.coaching.emails.phrases import first_name
from app.coaching.emails.wording import capital
from app.domain.emails import EmailKind, EmailPart, Length

GREETINGS = {
    ("en", "plain"): ("Hi {first},", "Hello,"),
    ("en", "warm"): ("Hi {first},", "Hello,"),
    ("en", "formal"): ("Dear {full},", "Hello,"),
    ("fr", "plain"): ("Bonjour {first},", "Bonjour,"),
    ("es", "plain"): ("Hola, {first}:", "Hola:"),
    ("de", "plain"): ("Hallo {first},", "Hallo,"),
}
CLOSINGS = {
    ("en", "plain"): "Best,",
    ("en", "warm"): "Warm regards,",
    ("en", "formal"): "Kind regards,",
    ("fr", "plain"): "Bien cordialement,",
    ("es", "plain"): "Un saludo,",
    ("de", "plain"): "Viele Grüße",
}


@dataclass(frozen=True)
class Written:
    """A letter's text, the parts in it, and whether something had to go for the limit."""

    body: str
    parts: tuple[EmailPart, ...]
    shortened: bool = False


def choose(parts: Sequence[EmailPart], slots: Mapping[str, str], length: Length) -> list[EmailPart]:
    """Return the parts that fit, one for each id, in the order of their paragraphs."""
    chosen: dict[str, EmailPart] = {}
    for part in parts:
        fits = all(slots.get(need) for need in part.needs) and not any(slots.get(slot) for slot in part.unless)
        if fits and length in part.lengths:
            chosen.setdefault(part.id, part)
    return sorted(chosen.values(), key=lambda part: part.paragraph)


def wording(part: EmailPart, tone: str, language: str, *, brief: bool = False) -> str:
    """Return the part's words in this tone and language; empty when it has none in the language."""
    if brief and language == "en" and "brief" in part.say:
        return part.say["brief"]
    if language != "en":
        return part.say.get(f"{tone}.{language}") or part.say.get(f"plain.{language}", "")
    return part.say.get(tone, part.say["plain"])


def fill(template: str, slots: Mapping[str, str]) -> str:
    """Return the template with its slots filled, sentences starting with a capital."""
    text = re.sub(r"\{(\w+)\}", lambda m: slots.get(m[1], ""), template)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([,.;?!])(?!\s*\?\s)", r"\1", text) if " ?" not in template else text
    text = re.sub(r"([.?!])\.(?=\s|$)", r"\1", text)
    return re.sub(r"(^|[.?!]\s+)([a-zà-ü])", lambda m: m[1] + m[2].upper(), text.strip())


def compose(
    kind: EmailKind,
    slots: Mapping[str, str],
    *,
    tone: str,
    language: str,
    length: Length,
    limit: int,
    names: tuple[str, str],
    sign: str,
) -> Written:
    """Write the letter in at most `limit` words.

    Parts go in the order of their `drop`; then the closing and the greeting; at last the text is cut at a sentence.

    Args:
        kind: whose parts are used.
        slots: what is known.
        tone: warm, plain or formal.
        language: en, fr, es or de.
        length: short leaves out what only the standard letter has.
        limit: most words of the body, greeting and name included; at least 1.
        names: the reader's first and full name, each may be empty.
        sign: the name to sign with, may be empty.
    """
    parts = choose([part for part in kind.parts if wording(part, tone, language)], slots, length)
    greeting = _greeting(names, tone, language)
    closing = _closing(kind, sign, tone, language)
    full = len(parts)
    body = _body(parts, slots, tone, language, greeting, closing)
    while len(body.split()) > limit:
        droppable = [part for part in parts if part.drop]
        if not droppable:
            break
        parts.remove(max(droppable, key=lambda part: part.drop))
        body = _body(parts, slots, tone, language, greeting, closing)
    first = first_name(sign)
    for shorter in ((greeting, closing), (greeting, sign), (greeting, first), ("", first)):
        if len(body.split()) <= limit:
            break
        body = _body(parts, slots, tone, language, *shorter, brief=True)
    while len(body.split()) > limit and len(parts) > 1:
        parts.pop()
        body = _body(parts, slots, tone, language, "", first, brief=True)
    if len(body.split()) > limit:
        body = cut(body, limit)
        return Written(body, tuple(parts), shortened=True)
    return Written(body, tuple(parts), shortened=len(parts) < full)


def cut(text: str, limit: int) -> str:
    """Return whole sentences from the start, at most `limit` words; at least a cut first sentence."""
    kept = ""
    for piece in re.findall(r"[^.?!]+[.?!]*\s*", text):
        if len((kept + piece).split()) > limit:
            break
        kept += piece
    return kept.strip() or " ".join(text.split()[:limit])


def _greeting(names: tuple[str, str], tone: str, language: str) -> str:
    named, unnamed = GREETINGS.get((language, tone)) or GREETINGS[(language, "plain")]
    first, full = names
    return named.format(first=first, full=full or first) if first else unnamed


def _closing(kind: EmailKind, sign: str, tone: str, language: str) -> str:
    word = CLOSINGS.get((language, tone)) or CLOSINGS[(language, "plain")]
    own = kind.closing.get(tone, "") if language == "en" else ""
    if not sign:
        return own.replace(",", ".")
    return f"{own or word}\n{sign}"


def _body(
    parts: Sequence[EmailPart],
    slots: Mapping[str, str],
    tone: str,
    language: str,
    greeting: str,
    closing: str,
    *,
    brief: bool = False,
) -> str:
    paragraphs: dict[int, list[str]] = {}
    for part in parts:
        text = fill(wording(part, tone, language, brief=brief), slots)
        if text:
            paragraphs.setdefault(part.paragraph, []).append(capital(text) if language == "en" else text)
    blocks = [greeting, *(" ".join(lines) for _, lines in sorted(paragraphs.items())), closing]
    body = "\n\n".join(block for block in blocks if block)
    if language == "de" and greeting:
        head, _, rest = body.partition("\n\n")
        body = f"{head}\n\n{rest[:1].lower() + rest[1:] if rest[:4].lower() in {'ich ', 'viel'} else rest}"
    return body


def subject_line(kind: EmailKind, slots: Mapping[str, str], language: str) -> str:
    """Return the first subject whose slots are known and that has at most eight words."""
    if language in kind.subject_in:
        return fill(kind.subject_in[language], slots)
    known = [s for s in kind.subject if all(slots.get(name) for name in re.findall(r"\{(\w+)\}", s))]
    for template in known:
        line = fill(template, slots)
        if len(line.split()) <= 8:
            return line
    return fill(known[-1], slots) if known else kind.name
