"""Who is who in a brief: the writer, the manager, the boss's boss, the assistant, the person written to."""

import re

from app.coaching.emails.addressed import THINGS, find_addressed, stands_alone, taken_by
from app.coaching.emails.names import NOT_NAMES, take_name
from app.coaching.emails.scanning import TITLE, after, before
from app.coaching.emails.sender import find_sender
from app.domain.emails import EmailKind
from app.domain.language import Parsed

_BOSSY = r"(?:boss|manager|supervisor|superior|line[- ]manager|team[- ]?lead(?:er)?|lead|chef|mgr)"
_OWN = rf"(?:my|our|the)\s+(?:own\s+|direct\s+|line\s+|current\s+|immediate\s+|new\s+)?{_BOSSY}"
BOSS = (
    rf"(?:(?:my|our)\s+(?:own\s+|direct\s+|line\s+|current\s+|immediate\s+|new\s+)?{_BOSSY}"
    rf"|my n\+1)(?!['’]?s?\s+(?:own\s+|direct\s+|line\s+)?{_BOSSY}\b)(?!\s+(?:of|from)\s+my)"
)
LEADER = (
    rf"(?:(?:his|her|their|whose|{_OWN}['’]?s?)\s+(?:own\s+|direct\s+|line\s+)?{_BOSSY}(?!\s+of\s+my)"
    r"|(?:the\s+|my\s+)?(?:big\s+)?boss\s+(?:of|from)\s+(?:my|the)\s+(?:boss|manager)"
    r"|(?:the\s+)?manager\s+of\s+my\s+(?:boss|manager)"
    r"|(?:my|our|the|her|his)\s+skip(?:[- ]?level)?(?:\s+(?:manager|leader|boss|lead))?(?!\s+(?:meeting|one"
    r"|1|chat|call|conversation))|my\s+grand-?boss|my n\+2"
    rf"|{_BOSSY}['’]?s\s+{_BOSSY})"
)
_LINK = (
    r"(?:['’]?s)?(?:\s+name)?\s*(?:,?\s*(?:who\s+)?(?:is|['’]s|=|:|,|–|—|-|called|named|is called|is named"
    r"|\()\s*)?\s*(?:called\s+|named\s+)?"
)
_ASSISTANT = (
    r"(?:(?:his|her|their|the|whose|[A-Z]\w+['’]s|director['’]?s|leader['’]?s)\s+(?:executive\s+"
    r"|personal\s+)?(?:assistant|(?-i:PA|EA)|secretary)\b)"
)
_SAID_OF = (
    r"\s*(?:[.,;:()\n]|$|-|\b(?:knows?|is|was|has|said|says|suggested|agreed|and|who|whose|will|reports?|told"
    r"|thinks|supports?|approved|to|about|that|already|his|her|i|for|he|she|but|because|also|on|at|in|from|today"
    r"|tomorrow|next|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day|director|head|vp|svp|ceo|cto|coo|cfo|chief"
    r"|the|who's|doesn't|does|doesnt|didn't|would)\b)"
)


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
    if "boss" not in found:
        _knowing(text, found)
    find_addressed(text, kind, found, parsed)
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
        (
            r"\b(?:s?he|who|which|they|manager|boss|(?<!i))\s+(?:in turn\s+)?reports\s+(?:in)?to\s+"
            r"|\bthey\s+report\s+to\s+"
        ),
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
        (
            r"(?:^|[\n.;,(]\s*|\band\s+)(?:(?:line\s+|direct\s+)?(?:boss|manager|supervisor"
            r"|team lead)(?:\s*(?:[:=]|is|name is)\s*|\s+(?=(?-i:[A-Z]))))"
        )
        if role == "boss"
        else (
            rf"(?:^|[\n.;,(]\s*)(?:leader|big boss|boss boss|skip(?:[- ]level)?|{_BOSSY}['’]?s\s+{_BOSSY}"
            r"|grand-?boss)\s*(?:[:=]|is)\s*"
        )
    )
    for lower in (False, True):
        for name, _, _ in after(label, text, lower=lower):
            found.setdefault(role, name)
            return
    for name, _, _ in after(rf"{pattern}{_LINK}(?:{TITLE}\s*,?\s+)?", text, lower=False):
        found.setdefault(role, name)
        return
    for name in before(
        (
            r"(?:\s*,\s*|\s+is\s+|\s+who is\s+|\s*\(\s*|\s+=\s+|\s+as\s+)(?:(?:who['’]?s"
            rf"|also)\s+)?{pattern.removeprefix(chr(92) + 'b')}"
        ),
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
            if stands_alone(text, name, end) and not taken_by(name, found):
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
        pattern = (
            r"(?<![\w'])([a-z][\w'-]+)\s+(?:already\s+|also\s+)?(?:knows|is\s+(?:aware|ok|okay|fine|happy"
            r"|informed)|agreed|approved|suggested|said (?:ok|yes))\b"
        )
        for match in re.finditer(pattern, text):
            name, end = take_name(text, match.start(1), lower=True)
            if name and end == match.end(1) and not taken_by(name, found) and not {name.lower()} & THINGS:
                found["boss"] = name
                return
    for name in before(
        (
            r"\s+(?:already\s+|also\s+|has\s+|is\s+)*(?:knows?|aware|informed|agreed|agrees|approved|approves"
            r"|suggested|encouraged|supports?|fine|ok|okay|happy|said (?:ok|yes|it's|go))\b"
        ),
        text,
    ):
        if not taken_by(name, found):
            found["boss"] = name
            return


def _assistant_said(text: str) -> str:
    if re.search(
        (
            r"(?:has|have|with|got)\s+no\s+(?:assistant|pa\b|ea\b|secretary)|(?:doesn['’]?t|does not"
            r"|dont)\s+have\s+(?:an?\s+)?(?:assistant|pa\b|ea\b)|no assistant\b"
        ),
        text,
        re.I,
    ):
        return "none"
    return "unknown" if re.search(r"\b(?:assistant|executive assistant|\bPA\b|\bEA\b|secretary)\b", text) else ""


def _agree(found: dict[str, str]) -> dict[str, str]:
    """Drop a second place taken by the same person; the manager keeps it."""
    if found.get("leader") and found.get("leader") == found.get("boss"):
        del found["leader"]
    if found.get("me") and found["me"] in {found.get("boss"), found.get("leader")}:
        del found["me"]
    return found
