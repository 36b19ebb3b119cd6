"""Who is who in a brief: the writer, the manager, the boss's boss, the assistant, the person written to."""

import re

from app.coaching.emails.names import NOT_NAMES, take_name
from app.coaching.emails.scanning import TITLE, after, before
from app.coaching.emails.sender import find_sender
from app.coaching.emails.wording import MONTHS
from app.domain.emails import EmailKind
from app.domain.language import Parsed

_BOSSY = r"(?:boss|manager|supervisor|superior|line[- ]manager|team[- ]?lead(?:er)?|lead|chef|mgr)"
_OWN = rf"(?:my|our|the)\s+(?:own\s+|direct\s+|line\s+|current\s+|immediate\s+|new\s+)?{_BOSSY}"
BOSS = rf"(?:(?:my|our)\s+(?:own\s+|direct\s+|line\s+|current\s+|immediate\s+|new\s+)?{_BOSSY}|my n\+1)(?!['’]?s?\s+(?:own\s+|direct\s+|line\s+)?{_BOSSY}\b)(?!\s+(?:of|from)\s+my)"
LEADER = (
    rf"(?:(?:his|her|their|whose|{_OWN}['’]?s?)\s+(?:own\s+|direct\s+|line\s+)?{_BOSSY}(?!\s+of\s+my)"
    rf"|(?:the\s+|my\s+)?(?:big\s+)?boss\s+(?:of|from)\s+(?:my|the)\s+(?:boss|manager)|(?:the\s+)?manager\s+of\s+my\s+(?:boss|manager)"
    rf"|(?:my|our|the|her|his)\s+skip(?:[- ]?level)?(?:\s+(?:manager|leader|boss|lead))?(?!\s+(?:meeting|one|1|chat|call|conversation))|my\s+grand-?boss|my n\+2"
    rf"|{_BOSSY}['’]?s\s+{_BOSSY})"
)
_LINK = r"(?:['’]?s)?(?:\s+name)?\s*(?:,?\s*(?:who\s+)?(?:is|['’]s|=|:|,|–|—|-|called|named|is called|is named|\()\s*)?\s*(?:called\s+|named\s+)?"
_ASSISTANT = r"(?:(?:his|her|their|the|whose|[A-Z]\w+['’]s|director['’]?s|leader['’]?s)\s+(?:executive\s+|personal\s+)?(?:assistant|(?-i:PA|EA)|secretary)\b)"
_TO = {
    "leader": r"(?:meet(?:ing|s|up)?(?:\s+up)?|met|chat(?:ted)?|talk(?:ed|ing)?|spoke|speak|1:1|one[- ]on[- ]one|skip[- ]?level|time|minutes|mins?|hour|coffee|call|e-?mail|write|wrote|letter|note|request|message|thank(?:s|[- ]you)?|asking|ask|asked|emailed|promised|promise|told|owe|reply|respond|nudge|remind|invited by|invitation|invite|follow[- ]?up|conversation|session|appointment|see|seeing)",
    "boss": r"(?:tell|told|let|inform|heads[- ]?up|warn|email|write|note|message|letter|reply|answer|convince|update)",
    "person": r"(?:invite|inviting|invitation|write|email|note|letter|follow[- ]?up|message|met|meet(?:ing)?|thank|reply|decline|tell|moving|reschedul\w+|request|talk|spoke)",
}


_SAID_OF = r"\s*(?:[.,;:()\n]|$|-|\b(?:knows?|is|was|has|said|says|suggested|agreed|and|who|whose|will|reports?|told|thinks|supports?|approved|to|about|that|already|his|her|i|for|he|she|but|because|also|on|at|in|from|today|tomorrow|next|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day|director|head|vp|svp|ceo|cto|coo|cfo|chief|the|who's|doesn't|does|doesnt|didn't|would)\b)"
_LOWER = {
    "leader": r"\b(?:thank(?:s|[- ]you)?(?:\s+(?:to|note to|note for|email to|email for))?|meet(?:ing)?(?:\s+with)?|met(?:\s+with)?|with|ask|reply to|email|invited by|nudge|remind|promised|write to)\s+",
    "boss": r"\b(?:tell|let|to|inform)\s+",
    "person": r"\b(?:invite|with|thank|met|write to|note to)\s+",
}
_THINGS = frozenset(
    "feedback advice help clarity context coffee lunch career guidance time permission approval information support visibility clients customers everyone finance marketing sales engineering product ops people "
    "questions topics strategy priorities growth plans data money work opportunities others leaders directors executives human resources regards kindness".split()
)
_DOES = {
    "leader": r"(?:['’]s\s+(?:invitation|invite|request to meet|office|email)\b|\s*,?\s+(?:has\s+|have\s+|just\s+|kindly\s+)*(?:invited me|asked me|asked to (?:meet|see|talk)|wants to (?:meet|see|talk)|put (?:a|an|\d+|half|time|something)|scheduled|booked|offered|said (?:she|he|they)(?:'d|'ll| would| will)|mentioned|told me|gave me|(?:has not|hasn't|has n't) (?:answered|replied)|didn't (?:answer|reply)|never (?:answered|replied))\b)",
    "boss": r"\s+(?:has\s+|is\s+|just\s+)*(?:said no|said (?:s?he|that|it)\b|told me|pushed back|push(?:es|ing) back|worried|not happy|against|refused|objects|objected|hesitat\w+|concerned|afraid|thinks|doesn't (?:like|want))\b",
    "person": r"\s*,?\s+(?:has\s+|just\s+)*(?:asked me|wrote to me|requested|wants to meet|told me|said|raised|mentioned|works|is (?:an?|the|one))\b",
}


def find_people(text: str, kind: EmailKind, parsed: Parsed) -> dict[str, str]:
    """Return the names and titles a brief gives, by field id; what it does not say is absent."""
    found: dict[str, str] = {}
    if me := find_sender(text):
        found["me"] = me
    from_leader = kind.audience == "leader"
    relations: tuple[tuple[str, str], ...] = (("leader", LEADER), ("boss", BOSS))
    if from_leader:
        relations = (("boss", rf"(?:his|her|their|whose|[A-Z]\w+['’]s)\s+(?:direct\s+|line\s+)?{_BOSSY}"),)
    else:
        _chains(text, found)
    for role, pattern in relations:
        if role not in found:
            _related(text, role, rf"\b{pattern}", found)
    if not from_leader:
        _under(text, found)
        _titled(text, found)
    for name, _, _ in after(rf"\b{_ASSISTANT}{_LINK}", text, lower=True):
        found.setdefault("assistant", name)
    if "assistant" not in found:
        for name in before(rf"(?:,\s*|\s+is\s+|\s*\(){_ASSISTANT}", text):
            found["assistant"] = name
    if "assistant" not in found and (said := _assistant_said(text)):
        found["assistant"] = said
    if not from_leader and "boss" not in found:
        _knowing(text, found)
    _addressed(text, kind, found, parsed)
    return _agree(found)


def _chains(text: str, found: dict[str, str]) -> None:
    """Read "Marcus's boss is Ingrid", "I report to Marcus, who reports to Ingrid"."""
    for match in re.finditer(rf"['’]s?\s+(?:direct\s+|line\s+|own\s+)?{_BOSSY}\b", text, re.I):
        owner = next(iter(before(re.escape(match.group()), text)), "")
        if not owner or owner.lower() in NOT_NAMES:
            continue
        found.setdefault("boss", owner)
        link = re.compile(_LINK, re.I).match(text, match.end())
        name, _ = take_name(text, link.end() if link else match.end())
        if not name:
            name = next(iter(before(rf"(?:\s*,\s*|\s+is\s+|\s*\(){re.escape(owner + match.group())}", text)), "")
        if name:
            found.setdefault("leader", name)
    for name, _, end in after(
        r"\b(?:i\s+(?:directly\s+)?report(?:ing)?\s+(?:directly\s+)?(?:in)?to|reporting to|i work (?:for|under))\s+",
        text,
        lower=True,
    ):
        found.setdefault("boss", name)
        follow = re.compile(
            r"[,\s(]*(?:who|and (?:s?he|they))\s+(?:in turn\s+)?(?:reports?|works)\s+(?:in)?(?:to|for|under)\s+", re.I
        ).match(text, end)
        if follow:
            above, _ = take_name(text, follow.end(), lower=True)
            if above:
                found.setdefault("leader", above)
    for name, _, _ in after(
        r"\b(?:s?he|who|which|they|manager|boss|(?<!i))\s+(?:in turn\s+)?reports\s+(?:in)?to\s+|\bthey\s+report\s+to\s+",
        text,
        lower=True,
    ):
        found.setdefault("leader", name)


def _under(text: str, found: dict[str, str]) -> None:
    """Read "in the finance team under Joan Rivers"."""
    for name, _, _ in after(
        r"\b(?:(?:team|department|group|unit)\s+under|work\w*\s+(?:as\s+[\w -]{2,30}?\s+)?(?:for|under))\s+",
        text,
        lower=False,
    ):
        found.setdefault("boss", name)


def _related(text: str, role: str, pattern: str, found: dict[str, str]) -> None:
    label = (
        r"(?:^|[\n.;,(]\s*|\band\s+)(?:(?:line\s+|direct\s+)?(?:boss|manager|supervisor|team lead)(?:\s*(?:[:=]|is|name is)\s*|\s+(?=(?-i:[A-Z]))))"
        if role == "boss"
        else rf"(?:^|[\n.;,(]\s*)(?:leader|big boss|boss boss|skip(?:[- ]level)?|{_BOSSY}['’]?s\s+{_BOSSY}|grand-?boss)\s*(?:[:=]|is)\s*"
    )
    for lower in (False, True):
        for name, _, _ in after(label, text, lower=lower):
            found.setdefault(role, name)
            return
    for name, _, _ in after(rf"{pattern}{_LINK}(?:{TITLE}\s*,?\s+)?", text, lower=False):
        found.setdefault(role, name)
        return
    for name in before(
        rf"(?:\s*,\s*|\s+is\s+|\s+who is\s+|\s*\(\s*|\s+=\s+|\s+as\s+)(?:(?:who['’]?s|also)\s+)?{pattern.removeprefix(chr(92) + 'b')}",
        text,
    ):
        found.setdefault(role, name)
        return
    for name, _, end in after(rf"{pattern}{_LINK}(?:{TITLE}\s*,?\s+)?", text, lower=True):
        if not re.match(_SAID_OF, text[end:], re.I):
            continue
        found.setdefault(role, name)
        return


def _titled(text: str, found: dict[str, str]) -> None:
    """Read "Ingrid Solheim (Director of Quality)", "our VP, Ana Ruiz"; a title alone is kept too."""
    taken = {found.get("me", ""), found.get("boss", "")}
    for match in re.finditer(
        rf"(?:\s*\(\s*|\s*,\s*|\s+is\s+|,?\s+who(?:['’]s| is)\s+|\s*[-–—]\s*)({TITLE})", text, re.I
    ):
        name = next(iter(before(re.escape(match.group()), text)), "")
        if (
            name
            and name not in taken
            and (
                found.get("leader", name) in {name, name.split()[0]}
                or name.split()[0] == found.get("leader", "").split()[0]
            )
        ):
            found["leader"] = max(name, found.get("leader", ""), key=len)
            found.setdefault("leader_title", _title(match[1]))
            return
    for match in re.finditer(
        rf"\b((?:the|our|my)\s+{TITLE.removeprefix('(?:(?:the|our|an?)' + chr(92) + 's+)?')})(?:\s*[,(:–-]\s*|\s+)",
        text,
        re.I,
    ):
        name, _ = take_name(text, match.end())
        if name and name not in taken and "leader" not in found:
            found["leader"] = name
            found.setdefault("leader_title", _title(match[1]))
            return
    if "leader" not in found and text == text.lower():
        for name, _, end in after(
            r"\b(?:[se]?vp|ceo|cto|coo|cfo|director|dean|president)\s+(?:of\s+\w+\s+)?", text, lower=True
        ):
            if _alone(text, name, end) and not _taken(name, found):
                found["leader"] = name
                break
    if "leader_title" not in found:
        said = re.search(
            rf"{LEADER}\b[^.;\n]{{0,30}}?\b(?:is\s+|,\s*|\(\s*|as\s+)({TITLE})|\b(?:the|our)\s+({TITLE})\b", text, re.I
        )
        if said:
            found["leader_title"] = _title(said[1] or said[2])


def _title(text: str) -> str:
    return re.sub(r"^(?:the|our|my|an?)\s+", "", text.strip(" ,()"), flags=re.I)


def _knowing(text: str, found: dict[str, str]) -> None:
    """Take who "knows", "agreed" or "suggested it" for the manager, unless somebody else has that name."""
    if text == text.lower():
        pattern = r"(?<![\w'])([a-z][\w'-]+)\s+(?:already\s+|also\s+)?(?:knows|is\s+(?:aware|ok|okay|fine|happy|informed)|agreed|approved|suggested|said (?:ok|yes))\b"
        for match in re.finditer(pattern, text):
            name, end = take_name(text, match.start(1), lower=True)
            if name and end == match.end(1) and not _taken(name, found) and not {name.lower()} & _THINGS:
                found["boss"] = name
                return
    for name in before(
        r"\s+(?:already\s+|also\s+|has\s+|is\s+)*(?:knows?|aware|informed|agreed|agrees|approved|approves|suggested|encouraged|supports?|fine|ok|okay|happy|said (?:ok|yes|it's|go))\b",
        text,
    ):
        if not _taken(name, found):
            found["boss"] = name
            return


def _assistant_said(text: str) -> str:
    if re.search(
        r"(?:has|have|with|got)\s+no\s+(?:assistant|pa\b|ea\b|secretary)|(?:doesn['’]?t|does not|dont)\s+have\s+(?:an?\s+)?(?:assistant|pa\b|ea\b)|no assistant\b",
        text,
        re.I,
    ):
        return "none"
    return "unknown" if re.search(r"\b(?:assistant|executive assistant|\bPA\b|\bEA\b|secretary)\b", text) else ""


def _addressed(text: str, kind: EmailKind, found: dict[str, str], parsed: Parsed) -> None:
    """Give the reader's place to a name nobody else has: who is met, written to, invited."""
    if kind.to == "all":
        return
    roles = ("leader",) if kind.to == "leader" else ("boss", "leader") if kind.to == "boss" else ("person",)
    for role in roles:
        if role in found:
            continue
        for name in before(_DOES[role], text):
            if not _taken(name, found):
                found[role] = name
                break
        if role in found:
            continue
        cue = rf"\b{_TO[role]}\b(?:\s+(?:with|to|for|from|of|off|back to|as well as|note to|email to|know))*\s+(?:(?:our|my|the|an?)\s+(?:[\w-]+\s+)?(?:engineer|analyst|nurse|developer|designer|colleague|employee|director|manager|specialist|technician|teacher|report|reports)\s+)?"
        for pattern, lower in (
            (cue, False),
            (r"\b(?:with|to|for|from|by|of|tell|show)\s+", False),
            (_LOWER[role], True),
        ):
            if role in found or (lower and re.search(r"[A-Z]", re.sub(r"\bI\b", "", text[1:]))):
                continue
            for name, _, end in after(pattern, text, lower=lower):
                if (
                    not _taken(name, found)
                    and not (pattern is not cue and name.lower() in MONTHS)
                    and (not lower or _alone(text, name, end))
                ):
                    found[role] = name
                    break
    role = roles[0]
    if role not in found and (match := re.match(r"\W*(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:to|for)\s+(?=[A-Z])", text)):
        name, _ = take_name(text, match.end())
        if name and not _taken(name, found):
            found[role] = name
    if kind.to == "leader" and "leader" not in found and kind.audience != "leader":
        rest = [
            e.text
            for e in parsed.entities
            if e.label == "PERSON"
            and not _taken(e.text, found)
            and e.text.lower() not in NOT_NAMES
            and take_name(e.text, 0)[0]
        ]
        if len(set(rest)) == 1 and "boss" in found:
            found["leader"] = take_name(rest[0], 0)[0]


def _alone(text: str, name: str, end: int) -> bool:
    """Tell whether a name without capitals stands as one: nothing but a small word or a stop comes after it."""
    rest = text[end:].lstrip()
    ends = not rest or re.match(
        r"(?:[.,;:!?]|for\b|that\b|about\b|at\b|on\b|to\b|today|tomorrow|yesterday|next\b|this\b|after\b|who\b|and\b|is\b|has\b|because\b|every\b|20|15|30)",
        rest,
    )
    return bool(ends) and not {w.lower() for w in name.split()} & _THINGS


def _taken(name: str, found: dict[str, str]) -> bool:
    first = name.split()[0].lower()
    return any(
        first in value.lower().split()
        for role, value in found.items()
        if role in {"me", "boss", "leader", "person", "assistant"}
    )


def _agree(found: dict[str, str]) -> dict[str, str]:
    """Drop a second place taken by the same person; the manager keeps it."""
    if found.get("leader") and found.get("leader") == found.get("boss"):
        del found["leader"]
    if found.get("me") and found["me"] in {found.get("boss"), found.get("leader")}:
        del found["me"]
    return found
