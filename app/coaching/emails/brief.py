"""From one breath of free text to the facts of a letter. Rules take facts out; nothing is added."""

import re

from app.coaching.emails.details import (
    MOMENT,
    find_language,
    find_length,
    find_limit,
    find_manager_knows,
    find_minutes,
    find_role,
    find_team,
    find_times,
    find_tone,
    find_when,
)
from app.coaching.emails.people import find_people
from app.coaching.emails.purpose import find_purpose, split_actions
from app.coaching.emails.refusals import drop_refused, find_refusals
from app.coaching.followthrough import promises
from app.domain.emails import EmailBrief, EmailKind
from app.domain.ports import English, RiskDetector
from app.domain.risk import RiskContext

_END = r"(?=\s*(?:[.;\n]|$))"
_ONE = r"[^.;\n]{2,220}"
_SAID = dict.fromkeys(("topics", "heard", "praise", "not_doing"), r"[^.\n]{2,320}")
"""Lists may hold semicolons."""
_LABELS = {
    "topics": r"(?:(?:topics?|agenda|questions?|points?)(?=\s*(?:are|is|:|=))|i(?:['’]d| would| will|['’]ll)?\s+(?:like to |want to )?(?:bring|cover|raise|ask about|talk about|discuss))\s*(?:are|is|:|=|would be)?",
    "share": r"(?:share|i(?:['’]ll| will| can|['’]d like to| want to)?\s+(?:also\s+)?(?:share|show|mention|tell (?:him|her|them) (?:about|that)))\s*(?:is|:|=)?",
    "worry": r"(?:(?:his|her|their|the) (?:worry|concern|objection|reason|fear) (?:is|was|:)|worry\s*:|(?:is |was |he's |she's )?(?:worr(?:ied|ies)|concerned|afraid|fears|scared|anxious)(?:\s+(?:that|about))?|(?:thinks|feels|thought|believes)(?:\s+that)?|because|(?:said|says|replied|told me)\s+(?!no\b|yes\b|(?:that\s+)?(?:s?he|they)(?:'s| is| was| are)\s+(?:worried|concerned|afraid))(?:that\s+)?)",
    "result": r"(?:result|outcome|what came of it|i\s+(?:found|measured|tried|ran|finished|completed|did(?! what| my| it)|built|made|sent|checked|talked to)|we\s+(?:found|measured|tried|ran|finished|completed|cut|reduced|fixed))\s*(?:is|:|=)?",
    "meaning": r"(?:meaning|this means|it means|that means|which means|meaning that)\s*(?::|=)?",
    "reason": r"(?:reason\s*(?:is|:|=)|because(?: of)?|since|due to|as (?=i\b|we\b|my\b))",
    "heard": r"(?:heard|themes?|what i heard|i heard(?: that)?|she (?:said|told me|raised|mentioned)|he (?:said|told me|raised|mentioned)|they (?:said|told me|raised|mentioned)|people (?:said|told me|raised|mentioned)|came up)\s*(?:that|about|was|were|are|is|:|=)?",
    "doing": r"(?:doing|actions?|i(?:['’]ll| will| am going to|['’]m going to)|we(?:['’]ll| will| are going to)|what i will do)\s*(?:is|are|:|=)?",
    "not_doing": r"(?:not doing|i (?:won['’]?t|will not|can['’]?t|cannot)|we (?:won['’]?t|will not|can['’]?t|cannot)|what i won['’]?t do)\s*(?:is|:|=)?",
    "praise": r"(?:praise|thank (?:him|her|them) for|thanks? for|recognition|did (?:a )?(?:great|good|excellent) (?:job|work) (?:on|with)|proud of|grateful for)\s*(?:is|:|=)?",
    "alternative": r"(?:alternative|instead|offer(?: (?:him|her|them))?|could (?:come to|join)|suggest(?: (?:him|her|them))?|propose)\s*(?:is|:|=)?",
    "confidentiality": r"(?:confidentiality|what happens with what (?:is said|i hear|people say))\s*(?:is|:|=)",
}
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
WHOLE = frozenset({"result", "meaning", "reason"})
"""Facts that keep their opening words: "I found that …"."""
_PLACEHOLDER = re.compile(
    r"[\[<{(]\s*(?:your |the |my |insert |name|x+\b|\.\.\.)[^\])>}]*[\]>})]|\b(?:xx+|tbd|tbc|n/?a)\b", re.I
)
_INVITED = r"\b(?:has |have |just |already )?(?:invited me|asked (?:to (?:meet|see|talk|speak|chat)|me (?:for|to)|for (?:a|\d+)|if i)|put (?:a |an |some |\d+)?[^.;]{0,25}(?:on|in) my (?:calendar|diary)|scheduled (?:a|an|\d+|me|time)|booked (?:a|an|\d+|me|time)|wants to (?:meet|see|talk|speak|chat)|set up (?:a|an|time)|sent me an? invit\w+|invitation (?:from|by)|got (?:an?|this) invit\w+|was invited|i['’]m invited|i am invited)\b"
_BOOKED = r"\b(?:i['’]?m meeting|i am meeting|i meet|i have (?:a|my) (?:meeting|skip)|meeting is (?:set|booked|on|scheduled)|we(?:['’]re| are) meeting|i(?:['’]ve| have) (?:a|got a|booked|set up|arranged)[^.;]{0,20}(?:meeting|skip|call|chat)|have (?:a|my) skip)\b"


def read_brief(kind: EmailKind, text: str, english: English, detector: RiskDetector) -> EmailBrief:
    """Return the facts the text gives for this kind of letter, and what it must not do.

    Args:
        kind: which letter.
        text: the user's brief in any form; may be empty.
        english: reads names where rules do not reach.
        detector: finds serious matters.
    """
    text = re.sub(r"[ \t]+", " ", text.replace("’", "'")).strip()
    text = re.sub(r"\b(Dr|Prof|Mr|Mrs|Ms|Mx)\.(?=\s)", r"\1", text)
    parsed = english.parse(text)
    facts = find_people(text, kind, parsed)
    side = "leader" if kind.audience == "leader" else "ic"
    report = detector.check(text, RiskContext(side=side, boss=facts.get("boss", ""), leader=facts.get("leader", "")))
    refusals = find_refusals(text)
    if kind.id == "pushback_reply":
        refusals.pop("blame", None)
    _common(kind, text, facts)
    _purpose(kind, text, facts)
    for name in WANTED.get(kind.id, ()):
        if name not in facts and (value := _labelled(name, text)):
            facts[name] = value
    if "purpose" in facts and facts["purpose"].lower() in facts.get("topics", "").lower():
        del facts["purpose"]
    _particular(kind, text, facts)
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
        serious=tuple(dict.fromkeys(_route(f.name, [r.name for r in f.routes]) for f in report.serious if f.certain)),
    )


def _route(name: str, routes: list[str]) -> str:
    ways = "; ".join(routes[:4])
    return f"This sounds like {name[0].lower() + name[1:]}. It does not have to wait for a meeting, and it is not for a networking letter. Where to take it: {ways}. Not legal advice; check your local rules."


def _common(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    found = {
        "role": find_role(text, facts.get("me", "")),
        "team": find_team(text),
        "minutes": find_minutes(text),
        "manager_knows": find_manager_knows(text, facts.get("boss", "").split(" ")[0]),
        "times": find_times(text),
        "format": _format(text),
    }
    asked = {field.id for field in kind.fields} | {"manager_knows"}
    facts.update({k: v for k, v in found.items() if v and k in asked})
    if facts.get("team") and facts.get("role", "").lower().endswith(facts["team"].lower()):
        del facts["team"]
    if kind.audience == "ic" and any(
        not re.search(r"\b(?:i|i've|i have|we|we've)\s*$", text[: m.start()], re.I)
        for m in re.finditer(_INVITED, text, re.I)
    ):
        facts["invited"] = "yes"
    elif kind.audience == "ic" and re.search(_BOOKED, text, re.I):
        facts["booked"] = "yes"
    if "when" in asked and (when := find_when(text, past=kind.id == "nudge")):
        facts["when"] = when
    if (
        kind.id == "heads_up"
        and "when" in facts
        and not re.search(
            r"\b(?:want|would like|i'd like|plan|hope|going) to (?:ask|request|write|meet|talk|speak)", text, re.I
        )
    ):
        facts.setdefault("booked", "" if facts.get("invited") else "yes")


def _format(text: str) -> str:
    for value, pattern in (
        ("group", r"\b(?:in )?(?:small )?groups?\b(?= (?:of|session|format|meeting)|\b)"),
        ("video", r"\b(?:by |over |on )?(?:video|zoom|teams call|google meet|remote(?:ly)? call)\b"),
        ("phone", r"\bby phone\b|\bphone call\b"),
        ("in person", r"\bin[- ]person\b|\bface[- ]to[- ]face\b"),
    ):
        if re.search(pattern, text, re.I):
            return value
    return ""


def _purpose(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    if "purpose" not in {field.id for field in kind.fields}:
        return
    purpose = find_purpose(text)
    if not purpose:
        return
    kept = drop_refused(split_actions(purpose))
    if kept:
        facts["purpose"] = " and ".join(kept)


def _labelled(name: str, text: str) -> str:
    """Return what follows a fact's label or opening words, to the end of the sentence; several are joined by bars."""
    found = []
    for match in re.finditer(
        rf"(?:^|[\s.;,(])(?:{_LABELS[name]})\s+(?P<said>{_SAID.get(name, _ONE)}){_END}", text, re.I
    ):
        said = (match.group() if name in WHOLE and ":" not in match.group()[:25] else match["said"]).strip(" ,:-.;(\n")
        said = re.split(
            r",?\s+(?:\bunder \d+|\bmax \d+|\bplease\b|\bkeep it\b)|\s+(?:and|but)\s+(?=(?:my boss|my manager|i won't|i will not|i can't|i cannot)\b)",
            said,
            flags=re.I,
        )[0].strip(" ,")
        if said:
            found.append(said)
        if found and name in {"worry", "reason", "result", "meaning", "alternative", "confidentiality", "share"}:
            break
    if name in {"topics", "heard", "praise"}:
        return " | ".join(piece for part in found for piece in _split_list(part))
    return " | ".join(dict.fromkeys(found))


def _split_list(text: str) -> list[str]:
    """Split "a, b and c" where the pieces are short; leave sentences whole."""
    pieces = [
        p.strip()
        for p in re.split(
            r"[,;]\s*(?:and\s+)?|\s+and\s+(?=(?:how|what|why|the|our|my|your|her|his)\b)|\s*\d[.)]\s+", text
        )
        if p and p.strip()
    ]
    if len(pieces) == 1 and text.count(" and ") == 1 and len(text.split()) <= 7:
        pieces = [p.strip() for p in text.split(" and ")]
    return pieces if all(len(p.split()) <= 14 for p in pieces) else [text]


def _particular(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    wanted = {field.id for field in kind.fields}
    if "learned" in wanted and (learned := _learned(text)):
        facts["learned"] = learned
    if "mine" in wanted or "theirs" in wanted or kind.id in {"leader_follow_up"}:
        _promised(kind, text, facts)
    if kind.id in {"announcement", "invite_one", "invite_many", "themes_back", "manager_note"}:
        _programme(text, facts)
    if kind.id == "reschedule" and "reason" not in facts:
        match = re.search(
            r",\s*((?:i am|i'm|i have|i've got|we have|there is|my \w+ is)\b(?! (?:free|available|sorry))[^.;\n]{3,60})",
            text,
            re.I,
        )
        if match:
            facts["reason"] = match[1]
    if "new_times" in wanted and (new := _new_times(text)):
        facts["new_times"] = new
        if (
            facts.get("when")
            and facts["when"].removeprefix("on ") in new
            and not re.search(r"\b(?:from|our|the|my)\b[^.;]{0,20}" + re.escape(facts["when"]), text)
        ):
            del facts["when"]
    if kind.id in {"reschedule", "decline"} and re.search(
        r"\b(?:i am|i'm)\s+(?:the|a|an)?\s*(?:vp|director|head|ceo|cto|coo|cfo|chief|leader|skip[- ]?level|executive)\b|\b(?:an? )?(?:ic|employee|engineer|analyst|someone|person)\b[^.;]{0,30}\b(?:asked|requested|wrote|wants)\b|\bdecline (?:a|the|his|her|their) request",
        text,
        re.I,
    ):
        facts["from_leader"] = "yes"
        if "leader" in facts and "person" not in facts:
            facts["person"] = facts.pop("leader")
    if facts.get("when", "") and facts["when"].lower() in facts.get("alternative", "").lower():
        del facts["when"]


def _learned(text: str) -> str:
    stop = r"([^.;!\n]{4,160})"
    for pattern in (
        rf"\b((?:his|her|their|the)\s+(?:advice|point|idea|suggestion|story|tip|question|view|comment|remark)\s+(?:to|that|about|on|of)\s+[^.;!\n]{{4,160}})",
        rf"\b(?:take-?away|learned|lesson|what i learned|what i took away)\s*(?:is|was|:|=)\s*{stop}",
        r"\b(?:i\s+(?:really\s+)?(?:learn(?:ed|t)|took away|realised|realized|understood|now (?:know|understand))|taught me|(?:she|he|they|[A-Z]\w+)\s+(?:said|told me|explained|pointed out|mentioned))\s+(?!(?:(?:that\s+)?(?:she|he|they|i)(?:'ll|'d| will| would| can| could)\b)|to\b|it\b|yes\b|no\b)((?:that|about|how|why|what|to)?\s*[^.;!\n]{4,160})",
        rf"\b(?:(?:what|thing|advice|point|part|story|tip|question)\s+(?:she|he|they)?\s*(?:said|gave|made|told|shared|mentioned|had)?(?: me)?)\s+about\s+{stop}",
        rf"\b(?:advice|insights?|thoughts|view|explanation|perspective|tips?)\s+(?:on|about|into|of)\s+{stop}",
        rf"\b(?:we\s+(?:talked|spoke|discussed|chatted))\s+(?:about\s+)?{stop}",
    ):
        for match in re.finditer(pattern, text, re.I):
            said = re.split(
                r",?\s+(?:and|but)\s+(?=(?:i|she|he|they|my|we)\b(?:'ll|'d| will| would| promised| said| offered| boss| manager| also))|,\s*(?=(?:i|she|he|they)\b)|,?\s+(?:please|keep it|under \d)",
                match[1],
                flags=re.I,
            )[0].strip(" ,")
            said = re.sub(
                r"\s+(?:has\s+)?(?:really\s+)?(?:helped|stuck|stayed|was (?:very |really |so )?(?:useful|helpful|great|good|interesting)|is (?:very |really )?(?:useful|helpful))\b.*$",
                "",
                said,
                flags=re.I,
            )
            if drop_refused([said]) and len(said.split()) >= 1:
                return said
    return ""


def _promised(kind: EmailKind, text: str, facts: dict[str, str]) -> None:
    mine: list[str] = []
    theirs: list[str] = []
    for promise in promises(text):
        said = (
            f"{promise.what} {promise.due}".strip()
            if promise.due and promise.due.lower() not in promise.what.lower()
            else promise.what
        )
        (mine if promise.owner == "you" else theirs).append(said)
    wanted = {field.id for field in kind.fields}
    for name, found in (("mine", drop_refused(mine)), ("theirs", drop_refused(theirs)), ("doing", drop_refused(mine))):
        if found and name in wanted and (name != "doing" or "doing" not in facts):
            facts[name] = " | ".join(dict.fromkeys(found))


def _new_times(text: str) -> str:
    listed = rf"({MOMENT}(?:(?:\s*,\s*|\s+or\s+|\s+and\s+|,\s*or\s+){MOMENT})*)"
    for pattern in (
        rf"\b(?:new times?|new slots?|instead|could do|can do|offer|propose|suggest|to|how about|free|available|works?|alternatives?)\b[:\s]+(?:on\s+|either\s+)?{listed}",
        rf"{listed}\s+(?:instead|works?|would work|suits?|is better|are better)",
    ):
        if match := re.search(pattern, text, re.I):
            return match[1].strip(" ,")
    return ""


def _programme(text: str, facts: dict[str, str]) -> None:
    months = "january|february|march|april|may|june|july|august|september|october|november|december"
    if match := re.search(
        rf"\b(?:((?:from|in|on|starting(?: in| on| from)?|start(?:s)?(?: in| on| from)?|beginning(?: in)?|kick(?:ing)? off(?: in)?|as of)\s+(?:early\s+|mid-?\s*|late\s+|the\s+(?:(?:first|second|third|last)\s+week\s+of\s+)?)?(?:next (?:month|quarter|week|year)|(?:{months})\b(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{months})|q[1-4]|january|monday|the new year|spring|summer|autumn))|\b(next (?:month|quarter|week)))",
        text,
        re.I,
    ):
        said = re.sub(
            r"^(?:starts?|starting|beginning|kick(?:ing)? off|as of)(?:\s+(?:in|on|from))?\s+",
            "from ",
            (match[1] or match[2]).strip(),
            flags=re.I,
        )
        facts.setdefault("start", said)
        facts["start"] = re.sub(rf"\b({months})\b", lambda m: m[1].capitalize(), facts["start"], flags=re.I)
    if match := re.search(
        r"\b((?:once|twice|three times|four times)\s+(?:a|per|every)\s+(?:year|quarter|month)|every\s+(?:quarter|month|six months|half[- ]year|two months|year|other month)|quarterly|monthly|yearly|annually|half[- ]yearly|twice yearly|two times (?:a|per) year)\b",
        text,
        re.I,
    ):
        facts["cadence"] = {
            "quarterly": "once a quarter",
            "monthly": "once a month",
            "yearly": "once a year",
            "annually": "once a year",
        }.get(match[1].lower(), match[1].lower())
    if match := re.search(
        r"\b(?:with|for|to|invite|meet|everyone|all)\s+((?:each|every|all|everyone|everybody|the|my|your|their|\d+)\s+(?:of\s+)?(?:(?!\b(?:to|from|in may|so|and i|meetings?|managers?|skip)\b)[\w'-]+\s?){0,6}?(?:teams?|people|reports|person|employees?|staff|engineers|nurses|everyone|organi[sz]ation|department|group|ics|analysts|developers|designers)(?:\s+(?:in|on|of)\s+(?:their|your|my|the)\s+(?:managers'?\s+)?(?:teams?|department|group|organi[sz]ation|reports))?)",
        text,
        re.I,
    ):
        facts["who"] = _to_managers(match[1].strip())
    elif match := re.search(r"\b(everyone|everybody)\s+(?:in|on|two levels|below|under)[\w' ]{0,30}", text, re.I):
        facts["who"] = _to_managers(match.group().strip())


def _to_managers(text: str) -> str:
    """Say "their teams" to the managers as "your teams"."""
    text = re.sub(
        r"\b(?:my|our) managers'? teams?\b|\btheir teams?\b|\bmanagers'? teams?\b", "your teams", text, flags=re.I
    )
    return re.sub(r"\btheir (people|reports)\b", r"your \1", text, flags=re.I)
