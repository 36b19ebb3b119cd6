"""Whom a pronoun of one clause means, where the one who was named stands in another."""

import re
from collections.abc import Mapping, Sequence

from app.coaching.emails.names import forms
from app.coaching.emails.others import TOLD, is_named
from app.domain.emails import EmailKind
from app.domain.language import Parsed, Word
from app.domain.ports import English

DEEDS = ("mine", "theirs", "doing", "not_doing")
SOMEBODY_ELSE = "somebody_else"
"""The fact that such a pronoun may be somebody else's, so that none of them is taken for the reader."""
_ONE = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.I)
_MANY = re.compile(r"\b(?:they|them)\b", re.I)
_DEFINITE = re.compile(r"(?:the|these|those|our|my)(?:\s+[\w-]+)?\s+$", re.I)
_YOU = re.compile(r"\byour?\b", re.I)


def says_you(facts: Mapping[str, str]) -> bool:
    """Tell whether what will be done speaks to the reader as "you": he, she and they are then somebody else."""
    return any(_YOU.search(facts.get(name, "")) for name in DEEDS)


def with_names(kind: EmailKind, facts: Mapping[str, str], text: str, english: English) -> dict[str, str]:
    """Return the facts with who or what is meant by name, where it stands in a clause before and can be told.

    "Karen has the quote, I'll ask her" gives "ask Karen". Where it cannot be told, the pronoun is marked as perhaps not
    the reader's.

    Args:
        kind: which letter; only one to a single person, whom a pronoun could mean, is looked at.
        facts: as read from the text.
        text: the brief in the user's words.
        english: reads the text.
    """
    found = dict(facts)
    if kind.to not in {"leader", "person"} or not any(name in facts for name in DEEDS):
        return found
    parsed = english.parse(text)
    known = {form.lower() for who in ("me", kind.to) if who in facts for form in forms(facts[who])}
    for name in DEEDS:
        said = facts[name].split(" | ") if name in facts else []
        for i, each in enumerate(said):
            start = text.lower().find(each.lower())
            if start < 0:
                continue
            for meant in (_person(kind, each, start, parsed, known, sure=says_you(facts)), _thing(each, start, parsed)):
                if meant is None:
                    found[SOMEBODY_ELSE] = "yes"
                elif meant:
                    said[i] = meant
        if said:
            found[name] = " | ".join(said)
    return found


def _person(kind: EmailKind, said: str, start: int, parsed: Parsed, known: set[str], *, sure: bool) -> str | None:
    """Return the clause with a name in place of its first he or she; nothing where there is none, None where it is open."""
    pronoun = _ONE.search(said)
    if not pronoun or any(is_named(word, parsed) for word in _between(parsed, start, start + pronoun.start())):
        return ""
    before = [
        word
        for word in _between(parsed, _window(parsed.text, start), start)
        if is_named(word, parsed) and word.text.lower() not in known
    ]
    if not before:
        return ""
    other = before[-1]
    used = _ONE.search(parsed.text[: other.start])
    beside = not re.search(r"[.!?\n]", parsed.text[other.end : start]) and other.dep == "nsubj"
    if sure or (beside and not used):
        name = f"{other.text}'s" if _owns(pronoun.group(), start + pronoun.start(), parsed) else other.text
        return f"{said[: pronoun.start()]}{name}{said[pronoun.end() :]}"
    # To a leader nearly every such pronoun is theirs; of one employee others are spoken of as often.
    return "" if used and kind.to == "leader" else None


def _owns(pronoun: str, at: int, parsed: Parsed) -> bool:
    return pronoun.lower() == "his" or any(word.start == at and word.dep == "poss" for word in parsed.words)


def _thing(said: str, start: int, parsed: Parsed) -> str | None:
    """Return the clause with the things in place of its first they or them; as for persons."""
    pronoun = _MANY.search(said)
    if not pronoun:
        return ""
    at = start + pronoun.start()
    word = next((each for each in parsed.words if each.start == at), None)
    if word is None or parsed.words[word.head].lemma in TOLD or _plurals(_between(parsed, start, at)):
        return ""
    before = _plurals(_between(parsed, _window(parsed.text, start), start))
    definite = {
        parsed.text[match.start() : each.end]
        for each in before
        if (match := _DEFINITE.search(parsed.text[: each.start]))
    }
    if len(definite) == 1:
        return f"{said[: pronoun.start()]}{definite.pop()}{said[pronoun.end() :]}"
    return None if before else ""


def _plurals(words: Sequence[Word]) -> list[Word]:
    return [w for w in words if w.pos == "NOUN" and w.text.lower() != w.lemma and w.text.endswith("s")]


def _between(parsed: Parsed, start: int, end: int) -> list[Word]:
    return [word for word in parsed.words if start <= word.start < end]


def _window(text: str, at: int) -> int:
    """Return where the sentence before the one at this place begins."""
    ends = [match.end() for match in re.finditer(r"[.!?\n]\s", text[:at])]
    return ends[-2] if len(ends) > 1 else 0
