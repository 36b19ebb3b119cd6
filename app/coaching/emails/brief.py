"""From one breath of free text to the facts of a letter. A small reader marks what is what; nothing is added."""

import re
from collections.abc import Sequence
from typing import Literal

from app.coaching.emails.also import sentence
from app.coaching.emails.details import find_language, find_length, find_limit, find_minutes, find_tone
from app.coaching.emails.knows import KNOWS, manager_knows
from app.coaching.emails.mended import as_meant, without_what_stays_out
from app.coaching.emails.names import forms
from app.coaching.emails.practical import is_statement
from app.coaching.emails.refusals import drop_refused, find_refusals
from app.coaching.emails.serious import (
    NO_SECRECY,
    REPORTED,
    covered_up,
    ids,
    if_it_is_meant,
    passed_on,
    promises_secrecy,
    told_in,
    where_to_take,
)
from app.coaching.emails.values import (
    bare_title,
    how_often,
    meeting_format,
    names_of,
    plain_text,
    said_well,
    work,
)
from app.coaching.emails.verbs import split_actions
from app.coaching.emails.who import PEOPLE, people
from app.coaching.emails.wording import DAYS, capital, joined
from app.coaching.emails.worry import worry_of
from app.domain.emails import EmailBrief, EmailKind
from app.domain.language import Mark
from app.domain.ports import BriefReader, English, RiskDetector
from app.domain.risk import RiskContext

JOINED = {"purpose": " and ", "result": ". ", "meaning": ". ", "learned": " and ", "share": " and ", "worry": " and "}
"""What stands between several stretches of one fact; lists have a bar, and of any other fact the first counts."""
LISTS = frozenset("topics mine theirs heard doing not_doing praise more".split())
WHOLE = frozenset("reason alternative confidentiality times new_times".split())
"""Facts whose stretches belong together with a comma."""
NOT_FOR_THE_LETTER = frozenset("out role minutes assistant boss me leader person".split()) | KNOWS.keys()
"""Marks that are not missed where a letter has no place for them."""
ALSO = {"start": "when", "when": "start", "new_times": "times", "purpose": "topics"}
"""Where a letter has a place for the first and none for the second, what was marked as the second goes there."""
STATES = ("invited", "booked", "written", "from_leader")
LEFT_TO_THEM = {
    "pushback_reply": ("blame",),
    "leader_pushback": ("blame", "behind", "gossip", "pay", "promotion", "overrule"),
    "leader": ("pay", "promotion", "overrule", "behind"),
}
"""What is no refusal in a letter of this kind, or from a leader: the words are about what others said or decide."""
_PLACEHOLDER = re.compile(
    r"[\[<{(]\s*(?:your |the |my |insert |name|x+\b|\.\.\.)[^\])>}]*[\]>})]|\b(?:xx+|tbd|tbc)\b|^n/?a$", re.I
)
SURELY_UNWISE, UNWISE_WORDS = 0.75, 3
"""How sure a wish must be none for a letter, and how many words it needs to say what it is, where no pattern knows it."""
LEFT_OUT = "The letter leaves out {}: everybody it mentions should be able to read it."
_ADDRESSED = re.compile(
    r"(?:^\s*(?:(?:an? )?(?:note|letter|mail|email|message|thank[- ]?you)(?: note)?,? )?to:?|\b[Ww]rite to)\s+"
    r"(?P<name>(?:(?:Mrs?|Ms|Dr|Prof)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s*[:,(]"
)
"""How a brief begins that says first whom the letter goes to."""
_SMALL = frozenset(
    "the and that this for not was has had with about they she him her his our just only because".split()
)
_NO_REASON = re.compile(
    r"\b(?:(?:do not|don['’]?t|without) (?:giv\w+|say\w*|tell\w*|mention\w*|stat\w+) (?:him |her |them )?(?:the|a|any|my) reason\w*"
    r"|no reasons?(?: given)?[.,;])",
    re.I,
)
_DENIED_TIME = re.compile(
    r"(?P<if>\bif\s+)?(?:\b(?:not|never|except)|n't(?: (?:do|make|come))?|\bcannot (?:do|make))\s+(?:on\s+|in\s+)?$",
    re.I,
)
_VAGUE = re.compile(
    r"(?:just |simply )?(?:a |an |have a )?(?:pick (?:\w+|\w+'s) brains?|(?:quick |short |informal )?(?:chat|talk|catch[- ]?up|coffee|call)"
    r"|meet(?: up)?|connect|network(?:ing)?)",
    re.I,
)
"""What is no purpose: that there be a meeting."""
_HELLO = re.compile(r"\b(?:to|for|just)\s+(?:say|saying)\s+(hello|hi)\b", re.I)
_LEADS = re.compile(
    r"\b(?:[se]?vp|director|head|chief|c[etofi]o|president|dean|principal|superintendent|commander)\b", re.I
)
"""The job of somebody who is asked for such meetings."""


def read_brief(kind: EmailKind, text: str, reader: BriefReader, detector: RiskDetector, english: English) -> EmailBrief:
    """Return the facts the text gives for this kind of letter, and what it must not do.

    Args:
        kind: which letter.
        text: the user's brief in any form; may be empty.
        reader: marks what is what.
        detector: finds serious matters.
        english: tells what is a whole sentence.
    """
    text = as_meant(plain_text(text))
    marks = _as_denied(reader.marks(kind.id, text), text)
    told = without_what_stays_out(text)
    facts = people(marks, text) | _facts(
        marks if told == text else _as_denied(reader.marks(kind.id, told), told), marks
    )
    if knows := manager_knows(marks, told, facts.get("boss", "")):
        facts["manager_knows"] = knows
    if "more" in facts:
        side: Literal["ic", "leader"] = "leader" if kind.audience == "leader" else "ic"
        ways = (sentence(kind, each, english) for each in facts["more"].split(" | "))
        kept = [way for way in ways if way and detector.check(way, RiskContext(side=side)).forward_safe]
        facts["more"] = " | ".join(kept)
    if kind.id in {"reschedule", "decline"} and _LEADS.search(facts.get("role", "")):
        facts["from_leader"] = "yes"
    if (
        kind.to == "leader"
        and (to := _ADDRESSED.search(text))
        and to["name"] in _named(marks)
        and facts.get("boss") != to["name"]
    ):
        facts["leader"] = to["name"]
    if facts.get("from_leader") and "leader" in facts and "person" not in facts:
        facts["person"] = facts.pop("leader")
    wanted = {field.id for field in kind.fields} | {*STATES, "manager_knows", "writing"}
    role = facts.get("role", "")
    for name, other in ALSO.items():
        if name in wanted and name not in facts and other not in wanted and other in facts:
            facts[name] = facts.pop(other).replace(" | ", " and ")
    facts = {name: value for name, value in facts.items() if name in wanted and not _PLACEHOLDER.search(value)}
    if kind.audience == "leader":
        for name in (*STATES, "manager_knows"):
            facts.pop(name, None)
    if "reason" in facts and (
        facts["reason"].lower().rstrip("s") in DAYS or _NO_REASON.search(text) or _stays_out(facts["reason"], marks)
    ):
        del facts["reason"]
    if "worry" in facts:
        facts["worry"] = worry_of(facts["worry"], text, facts.get("leader", ""))
    if "purpose" in wanted and "purpose" not in facts and "topics" not in facts and (hello := _HELLO.search(text)):
        facts["purpose"] = f"say {hello[1].lower()}"
    if "purpose" in facts and len(told_for := [m.text for m in marks if m.tag == "purpose"]) > 1:
        _apart(kind, facts, told_for, english)
    refusals = _refusals(kind, text) | _unwise(kind, marks)
    if "purpose" in facts:
        facts["purpose"] = " and ".join(drop_refused(split_actions(facts["purpose"])))
    for name in (*LISTS, "share", "learned", "reason"):
        if name in facts and name != "heard" and not (kept := drop_refused(facts[name].split(" | "))):
            del facts[name]
        elif name in facts and name != "heard":
            facts[name] = " | ".join(kept)
    if "claim" in refusals:
        facts.pop("manager_knows", None)
    elif "behind" in refusals:
        facts.setdefault("manager_knows", "no")
    if "lie" in refusals or _VAGUE.fullmatch(facts.get("purpose", "chat")):
        facts.pop("purpose", None)
    if "purpose" in facts and facts["purpose"].lower() in facts.get("topics", "").lower():
        del facts["purpose"]
    found = told_in(text, facts, role, detector, kind.audience)
    grave = {finding.category: finding for finding in found if finding.certain}
    if kind.id in REPORTED:
        grave |= {f.category: f for f in passed_on(text, facts, found, detector, english) if f.category not in grave}
    elif kind.audience == "ic":
        found = (*found, *(f for f in covered_up(text, facts, detector) if f.category not in ids(found)))
    return EmailBrief(
        kind=kind.id,
        facts=facts,
        tone=find_tone(text),
        length=find_length(text),
        language=find_language(text),
        max_words=find_limit(text),
        refused=tuple(refusals.values()),
        unplaced=tuple(_unplaced(marks, wanted)),
        serious=where_to_take(tuple(grave.values()), kind.audience),
        matters=tuple(grave),
        mild=if_it_is_meant(found),
    )


def _as_denied(marks: Sequence[Mark], text: str) -> tuple[Mark, ...]:
    """Return the marks with times that are denied as what does not suit: "can't do Mondays" leaves "not Mondays"."""
    kept = []
    for mark in marks:
        if mark.tag in {"times", "new_times"} and (denied := _DENIED_TIME.search(text[: mark.start])):
            if denied["if"]:
                continue
            mark = mark.model_copy(update={"text": f"not {mark.text}"})
        elif mark.tag == "times" and re.search(r"\bonly\s+(?:(?:do|make|free|come|on)\s+)*$", text[: mark.start], re.I):
            mark = mark.model_copy(update={"text": f"only {mark.text}"})
        kept.append(mark)
    return tuple(kept)


def _facts(marks: Sequence[Mark], named: Sequence[Mark]) -> dict[str, str]:
    """Return what is told besides who is who; `named` are the marks in which people stand."""
    said: dict[str, list[str]] = {}
    names = [
        form for mark in named if mark.tag in PEOPLE for name in names_of([(mark.text, 1.0)]) for form in forms(name)
    ]
    for mark in marks:
        if mark.tag not in PEOPLE and (value := said_well(mark.text, names)):
            parts = re.split(r"(?<=\?)\s+", value) if mark.tag == "topics" else [value]
            said.setdefault(mark.tag, []).extend(parts)
    facts: dict[str, str] = {}
    for tag, values in said.items():
        different = list(dict.fromkeys(values))
        if tag in LISTS:
            facts[tag] = " | ".join(different)
        elif tag in JOINED:
            facts[tag] = JOINED[tag].join(different)
        elif tag in WHOLE:
            facts[tag] = ", ".join(different)
        elif tag in STATES:
            facts[tag] = "yes"
        elif not tag.startswith("knows_") and tag not in {"out", "unwise"}:
            facts[tag] = different[-1] if tag == "minutes" else different[0]
    _in_form(facts)
    return facts


def _apart(kind: EmailKind, facts: dict[str, str], said: Sequence[str], english: English) -> None:
    """Make a sentence of its own of what a purpose goes on to tell: "a second machine; the grant ends in March"."""
    for clause in said[1:]:
        whole = capital(f"{said_well(clause, ())}.")
        if (
            is_statement(clause, english)
            and not is_statement(said[0], english)
            and f" and {whole[:-1].lower()}" in facts["purpose"].lower()
        ):
            at = facts["purpose"].lower().index(f" and {whole[:-1].lower()}")
            facts["purpose"] = facts["purpose"][:at] + facts["purpose"][at + len(whole) + 4 :]
            facts["more"] = " | ".join(
                [each for each in (facts.get("more", ""), sentence(kind, whole, english)) if each]
            )


def _in_form(facts: dict[str, str]) -> None:
    """Bring the facts that have a form of their own to it; what has none there stays out."""
    if "minutes" in facts:
        facts["minutes"] = find_minutes(facts["minutes"]) or find_minutes(f"{facts['minutes']} minutes")
    if "format" in facts:
        facts["format"] = meeting_format(facts["format"])
    if "purpose" in facts:
        purpose = re.sub(r"(?<=\w),?\s+(?:and\s+)?(?:nothing|not) about\b[^,]*$", "", facts["purpose"])
        facts["purpose"] = re.sub(r"^(?=(?:idea|proposal|suggestion)\b)", "my ", purpose)
    if "cadence" in facts:
        facts["cadence"] = how_often(facts["cadence"])
    if "role" in facts:
        facts["role"] = work(facts["role"])
    if "leader_title" in facts:
        facts["leader_title"] = bare_title(facts["leader_title"])
    for name in [name for name, value in facts.items() if not value]:
        del facts[name]


def _named(marks: Sequence[Mark]) -> set[str]:
    helpers = {mark.text for mark in marks if mark.tag == "assistant"}
    return {mark.text for mark in marks if mark.tag in PEOPLE} - helpers


def _stays_out(reason: str, marks: Sequence[Mark]) -> bool:
    """Tell whether a reason speaks of what the writer wants kept out: "my son is ill", and "don't say it's about my son"."""

    def telling(text: str) -> set[str]:
        return {word for word in re.findall(r"\w{3,}", text.lower()) if word not in _SMALL}

    return any(
        telling(mark.text) & telling(reason) for mark in marks if mark.tag == "out" and mark.sure >= SURELY_UNWISE
    )


def _refusals(kind: EmailKind, text: str) -> dict[str, str]:
    """Return what the brief wants and the letter will not do, with the reasons."""
    left = LEFT_TO_THEM.get(kind.id, LEFT_TO_THEM.get(kind.audience, ()))
    secret = {"secrecy": NO_SECRECY} if kind.audience == "leader" and promises_secrecy(text) else {}
    return {name: reason for name, reason in find_refusals(text).items() if name not in left} | secret


def _unwise(kind: EmailKind, marks: Sequence[Mark]) -> dict[str, str]:
    """Return what the reader alone takes for a wish that the letter should not carry, with the reason."""
    wishes = [mark.text for mark in marks if mark.tag == "unwise" and mark.sure >= SURELY_UNWISE]
    alone = [wish for wish in wishes if len(wish.split()) >= UNWISE_WORDS and not _refusals(kind, wish)]
    return {"unwise": LEFT_OUT.format(joined([f"\u201c{wish}\u201d" for wish in alone]))} if alone else {}


def _unplaced(marks: Sequence[Mark], wanted: set[str]) -> list[str]:
    """Return what the writer wants said and no fact of this letter holds, or should hold."""
    placed = {*wanted, *NOT_FOR_THE_LETTER} - {"more"}
    told = [mark for mark in marks if mark.tag not in placed and len(mark.text.split()) > 2]
    return drop_refused([mark.text for mark in told])
