"""Messages with names in them, written by rule: what a person might type, and what of it may not leave."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from app.domain.meeting import Company, Meeting, People, Person
from app.privacy.pseudonyms import folded

HERE = Path(__file__).parent
PHONES = ("+44 20 7946 0{}", "(415) 555-0{}", "+49 30 901820{}", "0{} 345 6789", "+1 212 555 0{}")
_BRACED = re.compile(r"\{([^{}]+)\}")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Sample:
    """One case: the person's lines, oldest first, the meeting they described, and every secret in either."""

    meeting: Meeting
    lines: tuple[str, ...]
    plain: tuple[str, ...]
    """The same lines with each secret replaced by a sign that is no word: what is left may leave."""
    secrets: tuple[str, ...]
    kind: str


@cache
def content() -> tuple[dict[str, list[object]], dict[str, list[str]]]:
    """Return the names and the templates."""
    texts = ((HERE / f"{name}.yaml").read_text(encoding="utf-8") for name in ("names", "templates"))
    names, templates = map(yaml.safe_load, texts)
    return names, templates


def samples(count: int, seed: int = 0) -> Iterator[Sample]:
    """Yield `count` cases; the same seed gives the same ones."""
    draw = random.Random(seed)
    for number in range(count):
        kind = draw.choices(("people", "words", "scripts"), (6, 3, 2))[0]
        given = number % 2 == 0
        yield _sample(draw, kind, given)


def by_hand() -> list[Sample]:
    """Return the messages written by hand, one line each, with no meeting given: nothing but reading finds their names."""
    found: list[Sample] = []
    kind = ""
    for line in (HERE / "fresh.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            kind = line.removeprefix("#").strip()
            continue
        secrets = [part for secret in _BRACED.findall(line) for part in _words(secret) or _parts(secret)]
        found.append(
            Sample(
                meeting=Meeting(),
                lines=(_BRACED.sub(r"\1", line),),
                plain=(_BRACED.sub("§", line),),
                secrets=tuple(dict.fromkeys(secrets)),
                kind=kind,
            )
        )
    return found


def _parts(secret: str) -> list[str]:
    """The words of a secret written small; the whole of it where it is only letters, as initials are."""
    words = [word for word in re.findall(r"[^\W\d_]+", secret) if len(word) > 1]
    return words if words and secret.islower() else [secret]


def _sample(draw: random.Random, kind: str, given: bool) -> Sample:
    names, templates = content()
    first, second, third = draw.sample(names[kind], 3)
    people = [_person(each) for each in (first, second, third)]
    boss, leader, other = people
    company, product = str(draw.choice(names["companies"])), str(draw.choice(names["products"]))
    address = re.sub(r"[^a-z]", "", folded(boss.first)) or "someone"
    values = {
        "p": boss.full, "f": boss.first, "l": boss.last or boss.first, "q": leader.full, "g": other.first, "c": company, "d": product,
        "mail": f"{address}.{draw.randrange(99)}@{re.sub(r'[^a-z]', '', company.lower())}.example",
        "phone": draw.choice(PHONES).format(draw.randrange(100, 999)),
        "link": f"https://wiki.{re.sub(r'[^a-z]', '', company.lower())}.example/{draw.randrange(999)}",
    }  # fmt: skip
    chosen = [draw.choice(templates["lines"]) for _ in range(draw.randint(1, 3))]
    if draw.random() < 0.3:
        chosen.insert(0, draw.choice(templates["ordinary"]))
    meeting = Meeting(seed=draw.randrange(9_999))
    if given:
        told = People(boss=boss, leader=leader)
        meeting = meeting.model_copy(update={"people": told, "company": Company(name=company), "topics": (product,)})
    used = {slot for template in chosen for slot in _SLOT.findall(template)}
    secrets = [values[slot] for slot in sorted(used)]
    return Sample(
        meeting=meeting,
        lines=tuple(_SLOT.sub(lambda m: values[m[1]], template) for template in chosen),
        plain=tuple(_SLOT.sub("§", template) for template in chosen),
        secrets=tuple(dict.fromkeys(word for secret in secrets for word in _words(secret))),
        kind=f"{kind}, {'given' if given else 'not given'}",
    )


def _person(name: object) -> Person:
    if isinstance(name, list):
        return Person(first=name[0], last=name[1])
    return Person(first=str(name))


def _words(secret: str) -> list[str]:
    """The parts of a secret that would tell it: capitalised words, and what is in no other text."""
    if "@" in secret or "/" in secret or sum(c.isdigit() for c in secret) > 4:
        return [secret]
    parts = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", secret)
    return [part for part in parts if len(part) > 1 and not (part.islower() and part.isascii())]
