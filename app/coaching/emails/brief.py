"""From one breath of free text to the facts of a letter. A small reader marks what is what; nothing is added."""

import re
from collections.abc import Sequence
from typing import Literal

from app.coaching.emails.also import sentence
from app.coaching.emails.details import find_language, find_length, find_limit, find_minutes, find_tone
from app.coaching.emails.knows import KNOWS, manager_knows
from app.coaching.emails.mended import as_meant, without_what_stays_out
from app.coaching.emails.names import forms
from app.coaching.emails.refusals import drop_refused, find_refusals
from app.coaching.emails.serious import ids, if_it_is_meant, told_in, where_to_take
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
from app.coaching.emails.wording import DAYS, MONTHS, joined
from app.coaching.emails.worry import worry_of
from app.domain.emails import EmailBrief, EmailKind
from app.domain.language import Mark
from app.domain.ports import BriefReader, English, RiskDetector
from app.domain.risk import RiskContext

PEOPLE = ("me", "boss", "leader", "person", "assistant")
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
    "leader": ("pay", "promotion", "overrule"),
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
_VAGUE = re.compile(
    r"(?:just |simply )?(?:a |an |have a )?(?:pick (?:\w+|\w+'s) brains?|(?:quick |short |informal )?(?:chat|talk|catch[- ]?up|coffee|call)"
    r"|meet(?: up)?|connect|say (?:hi|hello)|network(?:ing)?)",
    re.I,
)
"""What is no purpose: that there be a meeting."""
_LEADS = re.compile(
    r"\b(?:[se]?vp|director|head|chief|c[etofi]o|president|dean|principal|superintendent|commander)\b", re.I
)
"""The job of somebody who is asked for such meetings."""
_ASSISTANT_IS = re.compile(
    r"\b(?:assistant|PA|EA|secretary)\b(?:'s name)?(?:\s+is|\s*[,:(])?\s+(?:called\s+)?([A-Z][a-zà-ÿ'-]+(?:\s[A-Z][a-zà-ÿ'-]+)?)"
)
_IS_ASSISTANT = re.compile(
    r"((?:(?:Mrs?|Ms|Miss|Frau|Herr|Dr)\.?\s)?[A-Z][a-zà-ÿ'-]+)(?:,?\s+(?:who|she|he|they))?(?:\s+is|\s+are|'s)\s+"
    r"(?:the\s+|his\s+|her\s+|their\s+|our\s+)?(?:personal\s+|executive\s+)?(?:assistant|PA|EA|secretary)\b"
    r"(?=\s*(?:[.,;:)\n]|$)|\s+(?:of|to|for|and)\b)(?:\s+(?:of|to|for)\s+(?P<leader>.{3,60}))?"
)
_IS_BOSS = re.compile(
    r"\b(?:(?P<one>[A-Z][a-zà-ÿ'-]+)(?:'s|\s+is)\s+my\s+(?:line\s+)?(?:manager|boss|supervisor|team lead)\b(?!'s)"
    r"|my\s+(?:line\s+)?(?:manager|boss|supervisor|team lead)(?:\s+is|,)?\s+(?P<other>[A-Z][a-zà-ÿ'-]+)(?!'s))"
)
_NO_ASSISTANT = re.compile(
    r"(?:has|have|with|got)\s+no\s+(?:assistant|pa\b|ea\b|secretary)|(?:doesn['’]?t|does not|dont)\s+have\s+(?:an?\s+)?"
    r"(?:assistant|pa\b|ea\b)|no assistant\b",
    re.I,
)
_ASSISTANT = re.compile(r"\b(?:assistant|PA|EA|secretary|diary|calendar is run)\b")


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
    marks = reader.marks(kind.id, text)
    told = without_what_stays_out(text)
    facts = _people(marks, text) | _facts(marks if told == text else reader.marks(kind.id, told), marks)
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
    if "reason" in facts and (_NO_REASON.search(text) or _stays_out(facts["reason"], marks)):
        del facts["reason"]
    if "worry" in facts:
        facts["worry"] = worry_of(facts["worry"], text, facts.get("leader", ""))
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
    grave = [finding for finding in found if finding.certain]
    return EmailBrief(
        kind=kind.id,
        facts=facts,
        tone=find_tone(text),
        length=find_length(text),
        language=find_language(text),
        max_words=find_limit(text),
        refused=tuple(refusals.values()),
        unplaced=tuple(_unplaced(marks, wanted)),
        serious=where_to_take(grave),
        matters=ids(grave),
        mild=if_it_is_meant(found),
    )


def _people(marks: Sequence[Mark], text: str) -> dict[str, str]:
    names = {tag: names_of([(mark.text, mark.sure) for mark in marks if mark.tag == tag]) for tag in PEOPLE}
    found = {tag: ways[0] for tag, ways in names.items() if ways}
    for place, other in (("boss", "leader"), ("leader", "boss")):
        if place not in found and (second := names[other][1:2]) and second[0] not in found.values():
            # Two people in one place: the less sure one is the other's boss, or reports to them.
            found[place] = second[0]
    if "assistant" not in found and (told := _IS_ASSISTANT.search(text)):
        found["assistant"] = told[1]
        for place in ("boss", "leader", "person"):
            if found.get(place) == told[1]:
                del found[place]
        if "leader" not in found and found.get("boss", "#") in (told["leader"] or ""):
            found["leader"] = found.pop("boss")
    elif "assistant" not in found and (named := _ASSISTANT_IS.search(text)):
        found["assistant"] = named[1]
    elif "assistant" not in found and _NO_ASSISTANT.search(text):
        found["assistant"] = "none"
    elif "assistant" not in found and _ASSISTANT.search(text):
        found["assistant"] = "unknown"
    if "boss" not in found and (told := _IS_BOSS.search(text)):
        name = told["one"] or told["other"]
        if name.lower() not in {*DAYS, *MONTHS} and not any(name in other.split() for other in found.values()):
            found["boss"] = name
    return found


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
    return {name: reason for name, reason in find_refusals(text).items() if name not in left}


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
