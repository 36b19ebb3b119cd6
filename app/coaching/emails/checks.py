"""Checks on any letter, ours or pasted; each failure says what to change."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from app.coaching.emails.letter import fill
from app.coaching.emails.serious import certain_in
from app.domain.emails import EmailBrief, EmailCheck, EmailKind
from app.domain.ports import RiskDetector
from app.domain.risk import RiskContext, RiskReport

PLACEHOLDER = re.compile(
    (
        r"\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|<[A-Za-z][^>@\n]{0,40}>|\bX{2,}\b|_{3,}|\b(?:TBD|TBC|lorem ipsum)\b"
        r"|\b(?:your|boss|manager|leader)['’]?s? name\b(?= here|\]|$)|\binsert \w+ here"
    ),
    re.I,
)
_FLATTERY = re.compile(
    (
        r"\b(?:huge|big|great|long-?time)\s+(?:fan|admirer)\b|\b(?:amazing|incredible|brilliant|inspiring"
        r"|inspirational|visionary|genius|awesome|phenomenal|extraordinary|outstanding)\s+(?:leader\w*|work"
        r"|career|vision|person|mentor|speech)|\bI (?:really |deeply |truly |greatly )*(?:admire|look up to"
        r"|idoli[sz]e)\b|\bsuch an? (?:honou?r|inspiration)\b|\bhonou?red\b|\bso (?:much )?(?:wisdom|inspired)\b"
    ),
    re.I,
)
_PAY = re.compile(
    (
        r"\b(?:pay\s?rise|salary|bonus|compensation(?!\s+(?:analy|team|and benefits|benefits|manager|specialist"
        r"|data))|stock options|promot(?:e me|ion for me|ed)|a promotion"
        r"|my promotion|(?:a|my) raise\b|pay me|new job|hire me|job in your)\b"
    ),
    re.I,
)
_CRITICISM = re.compile(
    (
        r"\b(?:micromanag\w+|incompetent|useless|terrible|awful|unfair(?:ly)?|lazy|clueless|toxic|hopeless"
        r"|worst (?:boss|manager|lead|leader|team|person)"
        r"|idiot\w*|blame|complain(?:t|ing)? about (?:my|him|her|the) (?:boss|manager)?)\b"
    ),
    re.I,
)
_OPAQUE = re.compile(
    (
        r"\bpick your brain\b|\b(?:prefer|rather|like) to (?:discuss|tell you|talk about|explain)(?: it"
        r"| this)? in person\b|\bsomething (?:sensitive|confidential|important) (?:to|I)\b|\btouch(?:ing)? base\b"
    ),
    re.I,
)
_CLAIM = re.compile(
    r"\b(?!As )(?:(?:my (?:manager|boss)|[A-Z][a-z]+) (?:has )?(?:agreed|agrees|approved|approves|supports"
    r"|is (?:happy|fine|supportive|on board)|gave (?:me )?(?:his|her|their))\b)"
)
_KNOWS = re.compile(
    r"\b(?:my (?:manager|boss)|[A-Z][a-z]+) (?:knows|is aware)\b|\blet (?:my (?:manager|boss)"
    r"|[A-Z][a-z]+) know\b|\bsuggested I\b"
)
_FREE = re.compile(
    r"\{(?:purpose_to|topics_\w+|share|learned_\w+|mine_\w+|theirs_\w+|result_c|meaning_c|reason_s"
    r"|alternative|praise_\w+|heard_\w+|doing_\w+|not_doing_\w+|confidentiality|more_\w+)\}"
)
"""Slots that carry the user's own sentences; what the manager said against it goes back to the manager alone."""
_ASK = re.compile(
    r"\?|\b(?:j'aimerais|me gustaría|ich möchte|please|let me know|tell me|I(?:'d| would) like|I(?:'ll| will))\b", re.I
)


def read_own_words(
    kind: EmailKind, brief: EmailBrief, slots: Mapping[str, str], body: str, detector: RiskDetector
) -> RiskReport:
    """Return what the detector reads in the sentences of a letter that are not the skeleton's own."""
    return detector.check(
        _own_words(kind, slots, body),
        RiskContext(boss=brief.facts.get("boss", ""), leader=brief.facts.get("leader", ""), side=_side(kind, brief)),
    )


def _side(kind: EmailKind, brief: EmailBrief) -> Literal["ic", "leader"]:
    return "leader" if kind.audience == "leader" or brief.facts.get("from_leader") else "ic"


def check_letter(
    kind: EmailKind, brief: EmailBrief, slots: Mapping[str, str], subject: str, body: str, report: RiskReport
) -> tuple[EmailCheck, ...]:
    """Return every check of this kind of letter, the must-haves first.

    Args:
        kind: which letter.
        brief: what the user said; tells which claims are true and which limit holds.
        slots: what can be filled from the brief.
        subject: the subject line, may be empty.
        body: the letter.
        report: what could travel back in it.
    """
    return (
        *_musts(kind, slots, body),
        *_common(kind, brief, slots, subject, body),
        *_risks(kind, brief, body, report),
    )


def _check(name: str, label: str, met: bool, cure: str) -> EmailCheck:
    return EmailCheck(id=name, label=label, met=met, cure="" if met else cure)


def _musts(kind: EmailKind, slots: Mapping[str, str], body: str) -> Iterator[EmailCheck]:
    low = " ".join(body.lower().replace("’", "'").split())
    for must in kind.must:
        if any(not slots.get(slot) for slot in must.when) or any(slots.get(slot) for slot in must.unless):
            continue
        met = any(slots.get(slot) and " ".join(slots[slot].lower().split()) in low for slot in must.slots) or any(
            re.search(pattern, body.replace("’", "'"), re.I) for pattern in must.patterns
        )
        yield _check(must.id, must.label, met, must.cure)


def _common(
    kind: EmailKind, brief: EmailBrief, slots: Mapping[str, str], subject: str, body: str
) -> Iterator[EmailCheck]:
    words = len(body.split())
    most = brief.max_words or kind.max_words
    yield _check("length", f"At most {most} words", words <= most, f"It has {words} words; {words - most} have to go.")
    count = len(subject.split())
    yield _check(
        "subject",
        "A subject of 2 to 8 words",
        2 <= count <= 8,
        "Say in three to eight words who wants what." if count else "Add a subject line.",
    )
    yield _check(
        "placeholder",
        "No gap left to fill",
        not PLACEHOLDER.search(f"{subject}\n{body}"),
        "Fill in or remove what stands in brackets.",
    )
    first = " ".join(re.split(r"(?<=[.?!])\s+", re.sub(r"^.{0,40},\n+", "", body.strip()))[:5])
    yield _check(
        "ask",
        "One clear point early",
        bool(_ASK.search(first)) or kind.id not in {"request", "heads_up", "quarterly", "nudge", "reschedule"},
        "Put what you ask into the first two sentences.",
    )
    yield _check(
        "tone",
        "Calm tone",
        body.count("!") <= 1
        and not re.search(r"\b[A-Z]{4,}\b.*\b[A-Z]{4,}\b", body)
        and not re.search(r"\b(?:urgent|asap|immediately)\b", body, re.I),
        "Take out exclamation marks, capitals and hurry.",
    )
    yield _check(
        "sign",
        "Signed with a name",
        not slots.get("me_first") or slots["me_first"].lower() in body.lower(),
        "Sign with your name.",
    )


def _risks(kind: EmailKind, brief: EmailBrief, body: str, report: RiskReport) -> Iterator[EmailCheck]:
    yield _check(
        "flattery",
        "No flattery",
        not _FLATTERY.search(body),
        _quote(_FLATTERY, body, "Leave out the praise; one specific thing they said does more."),
    )
    yield _check(
        "pay",
        "No pay, promotion or job",
        kind.audience != "ic" or not _PAY.search(body),
        _quote(_PAY, body, "This belongs with your manager; ask what the next level takes instead."),
    )
    yield _check(
        "criticism",
        "No criticism of anyone",
        not _CRITICISM.search(body),
        _quote(_CRITICISM, body, "Say what happens and what would help, without the person."),
    )
    yield _check(
        "open",
        "Says openly what it is about",
        not _OPAQUE.search(body),
        _quote(_OPAQUE, body, "Name the topic; a secret one sounds like a resignation or a complaint."),
    )
    side = _side(kind, brief)
    whose = "their" if side == "leader" else "your"
    knows = brief.facts.get("manager_knows", "")
    claim = _CLAIM.search(body) if knows not in {"agreed", "suggested"} else None
    told = _KNOWS.search(body) if knows not in {"yes", "agreed", "suggested"} and kind.to == "leader" else None
    yield _check(
        "claim",
        f"Claims nothing about {whose} manager that you did not say",
        not claim and not told,
        f"You have not said that {whose} manager knows or agrees; take it out, or tell them first.",
    )
    cure = (
        f'"{report.deciding}" would not survive being forwarded.'
        if report.deciding
        else "Something in it would not survive being forwarded."
    )
    promised = {f.phrase for f in report.flags if f.category == "leader_promise"} if side == "leader" else set()
    held_back = any(flag.heavy for flag in report.flags) or any(f.certain for f in report.serious)
    safe = report.deciding in promised or not held_back
    label = "Could be read by everyone concerned" if side == "leader" else "Could be forwarded to your manager"
    yield _check("forward_safe", label, safe, cure)
    serious = certain_in(kind.id, report)
    yield _check(
        "serious",
        "No serious matter in this letter",
        not serious,
        "This belongs on the official route, today: " + "; ".join(r.name for f in serious for r in f.routes[:2]),
    )


def _own_words(kind: EmailKind, slots: Mapping[str, str], body: str) -> str:
    """Return the sentences that are not the skeleton's own, greeting and signature aside."""
    ready = {
        sentence
        for part in kind.parts
        for said in part.say.values()
        for sentence in _sentences(fill(said, slots))
        if not _FREE.search(said)
    }
    inner = re.sub(r"^(?:hi|hello|dear|bonjour|hola|hallo)\b[^\n]{0,50}\n", "", body.strip(), flags=re.I)
    inner = re.sub(r"\n[^\n.?!]{0,30},?\n?[^\n.?!]{0,40}$", "", inner)
    return " ".join(sentence for sentence in _sentences(inner) if sentence not in ready)


def _sentences(text: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"(?<=[.?!])\s+|\n+", text) if part.strip()]


def _quote(pattern: re.Pattern[str], body: str, cure: str) -> str:
    match = pattern.search(body)
    return f'"{match.group()}": {cure}' if match else cure
