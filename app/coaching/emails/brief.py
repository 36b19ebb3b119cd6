"""From one breath of free text to the facts of a letter. Rules take facts out; nothing is added."""

import re

from app.coaching.emails.consent import find_manager_knows
from app.coaching.emails.details import (
    MOMENT,
    find_language,
    find_length,
    find_limit,
    find_minutes,
    find_team,
    find_times,
    find_tone,
    find_when,
)
from app.coaching.emails.labelled import find_labelled
from app.coaching.emails.left_over import place_the_rest, unplaced
from app.coaching.emails.mended import without_what_stays_out
from app.coaching.emails.names import forms
from app.coaching.emails.particular import add_programme, add_promises, find_learned, find_new_times
from app.coaching.emails.people import find_people
from app.coaching.emails.purpose import find_purpose
from app.coaching.emails.refusals import drop_refused, find_refusals
from app.coaching.emails.roles import find_role
from app.coaching.emails.serious import where_to_take_it
from app.coaching.emails.typed import as_written
from app.coaching.emails.verbs import split_actions
from app.domain.emails import EmailBrief, EmailKind
from app.domain.ports import English, RiskDetector

WANTED: dict[str, tuple[str, ...]] = {
    "pushback_reply": ("worry",),
    "accept": ("topics",),
    "agenda_note": ("topics", "share"),
    "heads_up": ("topics",),
    "promise_kept": ("result", "meaning"),
    "reschedule": ("reason",),
    "decline": ("reason", "alternative"),
    "announcement": ("confidentiality",),
    "invite_one": ("topics", "praise", "confidentiality"),
    "invite_many": ("topics", "confidentiality"),
    "leader_follow_up": ("heard", "doing", "not_doing", "praise"),
    "themes_back": ("heard", "doing", "not_doing"),
    "manager_note": ("heard", "doing", "praise"),
}
"""Which labelled facts are looked for, by kind; the common ones always are."""
ALL_IN_FIELDS = frozenset({"request", "heads_up"})
"""Letters whose form has a place for all they should say; what else a brief tells is for us."""
LEFT_TO_THEM = {"pushback_reply": ("blame",), "leader": ("pay", "promotion", "overrule")}
"""What is no refusal in a letter of this kind, or from a leader: the words are about what others said or decide."""
_PLACEHOLDER = re.compile(
    r"[\[<{(]\s*(?:your |the |my |insert |name|x+\b|\.\.\.)[^\])>}]*[\]>})]|\b(?:xx+|tbd|tbc)\b|^n/?a$", re.I
)
_INVITED = (
    r"\b(?:has |have |just |already )?(?:invited me|asked (?:to (?:meet|see|talk|speak|chat)|me (?:for|to)"
    r"|for (?:a|\d+)|if i)|put (?:a |an |some |\d+)?[^.;]{0,25}(?:on|in) my (?:calendar|diary)|scheduled (?:a|an"
    r"|\d+|me|time)|booked (?:a|an|\d+|me|time)|wants to (?:meet|see|talk|speak|chat)|set up (?:a|an|time)"
    r"|sent me an? invit\w+|invitation (?:from|by)|got (?:an?|this) invit\w+|was invited|i['’]m invited"
    r"|i am invited)\b"
)
_BOOKED = (
    r"\b(?:i['’]?m meeting|i am meeting|i meet|i have (?:a|my) (?:meeting|skip)|meeting is (?:set|booked|on"
    r"|scheduled)|we(?:['’]re| are) meeting|i(?:['’]ve| have) (?:a|got a|booked|set up"
    r"|arranged)[^.;]{0,20}(?:meeting|skip|call|chat)|have (?:a|my) skip)\b"
)


def read_brief(kind: EmailKind, text: str, english: English, detector: RiskDetector) -> EmailBrief:
    """Return the facts the text gives for this kind of letter, and what it must not do.

    Args:
        kind: which letter.
        text: the user's brief in any form; may be empty.
        english: reads names where rules do not reach.
        detector: finds serious matters.
    """
    text = as_written(text, english.knows)
    parsed = english.parse(text)
    facts = find_people(text, kind, parsed)
    role = find_role(text, facts.get("me", ""))
    refusals = find_refusals(text)
    for name in LEFT_TO_THEM.get(kind.id, LEFT_TO_THEM.get(kind.audience, ())):
        refusals.pop(name, None)
    _common(kind, text, facts, role)
    text = without_what_stays_out(text)
    _purpose(kind, text, facts)
    for name in WANTED.get(kind.id, ()):
        if name not in facts and (value := find_labelled(name, text)):
            facts[name] = value
    topics = [topic.lower() for topic in facts.get("topics", "").split(" | ") if topic]
    if any(topic in facts.get("purpose", "").lower() or facts.get("purpose", "").lower() in topic for topic in topics):
        facts.pop("purpose", None)
    _particular(kind, text, facts)
    place_the_rest(kind, text, facts, english)
    facts = {k: v for k, v in facts.items() if v and not _PLACEHOLDER.search(v)}
    for name in ("topics", "heard", "doing", "not_doing", "praise", "share", "learned", "reason", "worry"):
        if name in facts and not drop_refused([facts[name]]) and name not in {"worry", "heard"}:
            del facts[name]
    return EmailBrief(
        kind=kind.id,
        facts=facts,
        tone=find_tone(text),
        length=find_length(text),
        language=find_language(text),
        max_words=find_limit(text),
        refused=tuple(refusals.values()),
        unplaced=() if kind.id in ALL_IN_FIELDS else unplaced(text, facts),
        serious=where_to_take_it(text, facts, role, detector),
    )


def _common(kind: EmailKind, text: str, facts: dict[str, str], role: str) -> None:
    found = {
        "role": role,
        "team": find_team(text),
        "minutes": find_minutes(text),
        "manager_knows": find_manager_knows(text, forms(facts.get("boss", ""))),
        "times": find_times(text),
        "format": _format(text),
    }
    asked = {field.id for field in kind.fields} | {"manager_knows"}
    facts.update({k: v for k, v in found.items() if v and k in asked})
    if facts.get("team") and facts.get("role", "").lower().endswith(facts["team"].lower()):
        del facts["team"]
    if kind.audience == "ic" and any(
        m.group().lower().startswith(("got", "was"))
        or not re.search(r"\b(?:i|i've|i have|we|we've)\s*$", text[: m.start()], re.I)
        for m in re.finditer(_INVITED, text, re.I)
    ):
        facts["invited"] = "yes"
    elif kind.audience == "ic" and re.search(_BOOKED, text, re.I):
        facts["booked"] = "yes"
    if "when" in asked and (when := find_when(text, past=kind.id in {"nudge", "reschedule"})):
        facts["when"] = when
    if kind.id == "heads_up":
        _written(text, facts)
    if (
        kind.id == "heads_up"
        and "when" in facts
        and not re.search(
            r"\b(?:want|would like|i'd like|plan|hope|going) to (?:ask|request|write|meet|talk|speak)", text, re.I
        )
    ):
        facts.setdefault("booked", "" if facts.get("invited") else "yes")


def _written(text: str, facts: dict[str, str]) -> None:
    """Add when the leader is to be written to, or that they have been already."""
    if match := re.search(
        rf"\b(?:write|e-?mail|contact|approach)\b(?! (?:it|this))[^.;\n]{{0,45}}?\b({MOMENT})", text, re.I
    ):
        facts["writing"] = match[1]
        if match[1] in facts.get("when", ""):
            del facts["when"]
    elif re.search(r"\bI(?:'ve| have)?\s+(?:already\s+)(?:written|wrote|asked|e-?mailed|contacted)\b", text, re.I):
        facts["written"] = "yes"


def _format(text: str) -> str:
    for value, pattern in (
        ("groups of \\g<1>", r"\bgroups? of (\d+|\w+)\b"),
        ("group", r"\b(?:in )?(?:small )?groups?\b"),
        ("video", r"\b(?:by |over |on )?(?:video|zoom|teams call|google meet|remote(?:ly)? call)\b"),
        ("phone", r"\bby phone\b|\bphone call\b"),
        ("in person", r"\bin[- ]person\b|\bface[- ]to[- ]face\b"),
    ):
        if match := re.search(pattern, text, re.I):
            return match.expand(value)
    return ""


def _purpose(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    if "purpose" not in {field.id for field in kind.fields}:
        return
    purpose = find_purpose(re.sub(r"\s\((?:[A-Z][\w'’.-]*\s?){1,3}\)", "", text))
    if when := facts.get("when"):
        purpose = re.sub(rf",?\s+{re.escape(when)}$", "", purpose)
    if not purpose:
        return
    kept = [] if "lie" in find_refusals(text) else drop_refused(split_actions(purpose))
    if kept:
        facts["purpose"] = " and ".join(kept)


def _particular(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    wanted = {field.id for field in kind.fields}
    if "learned" in wanted and (learned := find_learned(text)):
        facts["learned"] = learned
    if "mine" in wanted or "theirs" in wanted or kind.id in {"leader_follow_up"}:
        add_promises(kind, text, facts)
    if kind.id in {"announcement", "invite_one", "invite_many", "themes_back", "manager_note"}:
        add_programme(text, facts)
    if "worry" in facts:
        facts["worry"] = re.sub(
            r"^(?:s?he|they)\s+(?:thinks?|believes?|feels?|says?"
            r"|said)\s+(?:that\s+)?",
            "",
            facts["worry"],
            flags=re.I,
        )
    if "worry" in facts and facts.get("leader"):
        facts["worry"] = _named_leader(facts["worry"], text, facts["leader"].split()[0])
    if kind.id == "decline" and (until := re.search(r"\bcan(?:'t|not)\b[^.;]{0,25}?\b(until [^.;,]+)", text, re.I)):
        facts.setdefault("reason", until[1])
    if kind.id == "decline" and (
        away := re.search(
            r"\b((?:i'm|i am)\s+(?:on|at|away|travelling|traveling|off|out|abroad)\b[^.;\n]{3,60})", text, re.I
        )
    ):
        facts.setdefault("reason", away[1])
    if kind.id == "reschedule" and "reason" not in facts:
        match = re.search(
            (
                r"(?:,|\bbut)\s*((?:i am|i'm|i have|i've got|we have|there is|my \w+ is)\b(?! (?:free|available"
                r"|sorry))[^.;\n]{3,60})"
            ),
            text,
            re.I,
        )
        if match:
            facts["reason"] = match[1]
    if "new_times" in wanted and (new := find_new_times(text)):
        facts["new_times"] = new
        if (
            facts.get("when")
            and facts["when"].removeprefix("on ") in new
            and not re.search(r"\b(?:from|our|the|my)\b[^.;]{0,20}" + re.escape(facts["when"]), text)
        ):
            del facts["when"]
    if kind.id in {"reschedule", "decline"} and re.search(
        (
            r"\b(?:i am|i'm)\s+(?:the|a|an)?\s*(?:vp|director|head|ceo|cto|coo|cfo|chief|leader|skip[- ]?level"
            r"|executive)\b|\b(?:an? )?(?:ic|employee|engineer|analyst|someone|person)\b[^.;]{0,30}\b(?:asked"
            r"|requested|wrote|wants)\b|\bdecline (?:a|the|his|her|their) request"
        ),
        text,
        re.I,
    ):
        facts["from_leader"] = "yes"
        if "leader" in facts and "person" not in facts:
            facts["person"] = facts.pop("leader")
    if facts.get("when", "") and facts["when"].lower() in facts.get("alternative", "").lower():
        del facts["when"]


def _named_leader(worry: str, text: str, leader: str) -> str:
    """Put the leader's name where a pronoun cannot mean the manager, who is the one that worries."""
    said = re.search(
        r"\b(s?he)(?:'s| is| was| has)?\s+(?:afraid|worried|concerned|thinks|said|says|fears|feels|told|worries)\b",
        text,
        re.I,
    )
    other = {"she": ("he", "his", "him"), "he": ("she", "hers?", "her")}.get(said[1].lower()) if said else None
    if not other:
        return worry
    worry = re.sub(rf"\b{other[0]}'ll\b", f"{leader} will", worry, flags=re.I)
    return re.sub(rf"\b{other[0]}\b", leader, worry, flags=re.I)
