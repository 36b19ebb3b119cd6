"""What was promised in a meeting, by whom and by when; what to tell the manager; when to meet again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.domain.rehearsal import Promise

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri"
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_PARTS_OF_TIME = (
    rf"(?:the\s+)?(?:end|close|beginning|start|middle)\s+of\s+(?:the\s+)?(?:day|(?:(?:this|next)\s+)?(?:week|month|quarter|year)|(?:{_MONTHS})\b|q[1-4])",
    r"eod|eow|cob|tonight|today|tomorrow(?:\s+(?:morning|afternoon|evening))?",
    rf"(?:this|next|coming)\s+(?:week|month|quarter|sprint|year|spring|summer|autumn|winter|(?:{_DAYS})\b|(?:{_MONTHS})\b)",
    rf"(?:early\s+|mid-?\s?|late\s+)?(?:{_DAYS})\b(?:\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?)?",
    rf"(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})\b",
    rf"(?:early\s+|mid-?\s?|late\s+)?(?:{_MONTHS})\b(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?",
    r"q[1-4]\b|\d{1,2}[/.]\d{1,2}\b|easter|christmas|new year",
    r"(?:the\s+)?next\s+(?:board(?:\s+meeting)?|review|all-hands|meeting|1:1|one-on-one|release)",
    r"the\s+\d{1,2}(?:st|nd|rd|th)|noon|lunch",
)
_SPAN = "(?:" + "|".join(_PARTS_OF_TIME) + ")"
DUE = re.compile(
    rf"\b(?:(?:by|before|until|no later than|on|in|at|from|due)\s+{_SPAN}|(?:within|in)\s+(?:a|an|one|two|three|four|six|\d+|the next|a couple of|a few)\s+(?:few\s+|working\s+|business\s+)?(?:days?|weeks?|months?|hours?)|before\s+(?:the|we|our|my|her|his|your)\s+[\w' -]{{3,25}}(?=[.,;)]|$)|{_SPAN})",
    re.I,
)
"""A time by which something is to happen, as said."""
_ME = r"(?:i|we)"
_LET = r"(?:['’]ll|['’]d|\s+will|\s+would|\s+am going to|['’]m going to|['’]re going to|\s+are going to|\s+is going to|['’]s going to|\s+shall|\s+need to|\s+have to|\s+plan to|ll)"
_GLAD = r"(?:['’](?:s|m|re|d\s+be)|\s+(?:is|am|are|was|would\s+be))\s+(?:also\s+)?(?:happy|glad|willing|delighted)\s+to"
_SAID = r"(?:promised|offered|agreed|committed|volunteered|undertook|pledged|said\s+(?:that\s+)?(?:i|she|he|they|we|you)(?:['’]d|['’]ll|\s+would|\s+will)|said\s+yes\s+to|suggested)"
_NAME = r"(?-i:[A-Z]\w*(?:['’-][A-Z]?\w{2,})*(?:\s[A-Z]\w+(?:-\w+)?)?)"
_NOT_NAMES = frozenset(
    "the this that it there what when where why how if so and but then also maybe next action actions todo note notes please monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december we i you they she he budget project team nobody everyone someone release launch "
    "as like nothing none no remember must don't forget commitment commitments homework todo actually promised agreed decided discussed follow-up followup followups steps deadline summary meeting takeaway takeaways learned thanks thank quarter q1 q2 q3 q4 our my her his their "
    "plan plans goal goals need needs want wants easy hard glad ready able happy keen free good nice great time times going trying hoping used able according due thanks".split()
)
_WEAK = re.compile(
    r"^(?:be\b(?!\s+(?:in touch|back|sending|sharing|introducing))|have\b(?!\s+(?:a (?:word|look|draft|chat|talk)|\w+ (?:send|call|look|ready|drafted|written|done|sent)|it (?:ready|done))|\s+the\b)|see\b(?!\s+(?:whether|if|to it|that|with|about))|think\b|need\b|want\b|like\b|love\b|say\b|guess\b|admit\b|"
    r"know\b|appreciate\b|hate\b|prefer\b|never\b|not\b|wonder\b|feel\b|miss\b|become\b|happen\b|probably be\b|get (?:better|worse|there|it)\b|"
    r"look\s+(?:good|bad|like)|mean\b|rather\b|depend\b|remain\b|stay\b(?!\s+in touch)|take\s+(?:time|years|months|weeks|\d+|two|three)\b|cost\b|keep\s+(?:that|it|this)\s+in mind|remember\b|hope\b|also be\b|always be\b|change everything)",
    re.I,
)
_MAYBE = re.compile(
    r"\b(?:if\s+(?:i|we|she|he|they|you|it)\b|maybe|might|perhaps|someday|one day|in theory|would have|could have|should have|wish|unless|probably|possibly|not sure|no promise|hypothetical)\b",
    re.I,
)
_DONE = re.compile(
    r"\b(?:already (?:done|sent|did)|and (?:did|sent|have done) (?:it|so|that)|done already|last (?:week|month|quarter|year),? (?:i|we)|i(?:['’]ve| have) (?:already )?(?:sent|done|finished))\b|\[x\]|✓|✔|\bdone\W*$",
    re.I,
)
_END = re.compile(
    r"\s*(?:,?\s+(?:but|because|since|although|so that i|which|though|who said|as\s+(?:i|we|she|he|they|it)|and\s+(?:then\s+)?(?=(?:i|she|he|they|we|you)\b|(?-i:[A-Z])[\w'’-]+\s+(?:will|to|said|offered|promised|agreed)\b)|while)\b.*|\s+[–—-]\s+.*)$",
    re.I,
)
_VERBS = (
    "send share write draft ask talk speak check find look bring prepare try set introduce connect put forward raise follow give get make take show measure test review "
    "read call email book arrange schedule invite update report confirm come join present ping message collect compare fix move run propose document circulate sort organise organize "
    "chase tell let pass add plan start finish finalise finalize map pull publish post meet visit shadow pair work help support sponsor cover read reply answer return "
    "rewrite bring forward link dig pair host edit rework outline sketch map measure count track monitor translate print file list gather pass hand swap cover comment mention pick explore investigate clarify agree decide approve sign unblock speak think discuss coach mentor nominate recommend join sit walk demo ship deliver create build complete trial pilot summarise summarize "
    "host lend loop copy cc note log keep gather dig research attend revisit escalate drop change remove cut open close consider see have be thank congratulate praise borrow request submit order buy train teach present roll hand reserve free release"
).split()
_VERB = "|".join(sorted(set(_VERBS), key=len, reverse=True))
_OTHERS = r"(?!team|people|customers?|everyone|nobody|we|you|they|she|he|it|plan|project|launch|migration|budget|company|board|nothing|something|this|that|there|what|who|which|everything|need|needs|want|wants|going|time|able|used|how|where|when|try|have|has|had)[a-z]{3,}(?<!s)"
_WHO = rf"(?P<who>{_ME}|s?he|they|you|{_NAME})"
_ADV = r"(?:(?:also|then|definitely|certainly|gladly|personally|both|now|first|just|each|happily|try to|kindly|even|has|have|had)\s+)*"
_TO_WHOM = rf"(?:(?:me|us|her|him|them|you|{_NAME})\s+)?"
_LABEL = r"(?:action(?:s|\s+(?:items?|points?|for me))?|todo|to[- ]do|next\s+steps?|follow[- ]?ups?|my\s+(?:actions?|promises?|homework|next\s+step|part)|ai|homework|commitments?|agreed|decided|promised)"
_WILL = rf"\b{_WHO}(?:{_LET})\s+{_ADV}(?P<what>[a-z][^;\n]*)"
"""Of others than the writer this is a promise only with a verb of doing: "prices will rise" is none."""
_PATTERNS: tuple[tuple[str, str], ...] = (
    (rf"\b{_WHO}{_GLAD}\s+(?P<what>[a-z][^;\n]*)", ""),
    (
        rf"\b{_WHO}(?:\s+{_ADV})?\s*(?:{_SAID})\s+{_TO_WHOM}(?:that\s+)?(?:(?:i|we|s?he|they)(?:['’]d|['’]ll|\s+would|\s+will)\s+)?(?:to\s+)?(?P<what>[a-z][^;\n]*)",
        "",
    ),
    (_WILL, ""),
    (
        rf"\b(?P<who>{_ME})(?:['’]m|\s+am)\s+(?P<what>(?:sending|sharing|writing|preparing|asking|bringing|drafting|setting up|talking to|checking)\b[^;\n]*)",
        "",
    ),
    (rf"\b{_WHO}(?:['’](?:s|m)|\s+(?:is|are|am|owes?|has|have))\s+to\s+(?P<what>(?:{_VERB})\b[^;\n]*)", ""),
    (
        rf"^(?P<who>me|i|you|we|{_NAME})\s*(?:[:>]|->|→|–|—|-|\))\s*(?:(?:to|will|['’]ll)\s+)?(?P<what>(?:{_VERB})\b[^;\n]*)",
        "",
    ),
    (rf"^(?P<who>me|i|you|we|{_NAME})\s+(?:to|2)\s+(?P<what>(?:{_VERB})\b[^;\n]*)", ""),
    (rf"(?:^|[,;(]\s*|\band\s+)(?P<who>{_NAME})\s+to\s+(?P<what>(?:{_VERB})\b[^;\n]*)", ""),
    (
        rf"^{_LABEL}\s*(?:\((?P<who>\w+)\))?\s*(?:[:–—-]|is\s+to|is)?\s*(?:(?P<who2>me|i|you|{_NAME})\s*(?:[:–—-]|to\b|will\b)?\s*)?(?:to\s+)?(?P<what>(?:{_VERB})\b[^;\n]*)",
        "i",
    ),
    (
        rf"^(?:i\s+)?(?:need\s+to|must|remember\s+to|don['’]t\s+forget\s+to|will|['’]ll|said\s+i['’]?(?:d|ll)|agreed\s+to|offered\s+to|promised\s+{_TO_WHOM}(?:to\s+)?)\s*(?P<what>(?:the|my|our|{_VERB})\b[^;\n]*)",
        "i",
    ),
    (rf"^\[\s*\]\s*(?P<what>(?:{_VERB})\b[^;\n]*)", "i"),
    (
        r"\b(?:(?P<who>her|his|their)\s+(?:offer|promise|action|commitment)|(?P<who2>my)\s+(?:promise|action|commitment|homework))\s*(?:is|was|:)?\s*(?:to\s+)?(?P<what>[a-z][^;\n]*)",
        "",
    ),
    (rf"\b(?P<who>i)\s+owe\s+(?:her|him|them|you|{_NAME})\s+(?P<what>[a-z][^;\n]*)", "owe"),
    (
        r"\blet me\s+(?P<what>(?:send|ask|check|find out|look into|talk to|introduce|put you|get back|follow up|come back)\b[^;\n]*)",
        "let me",
    ),
    (
        rf"^(?P<who>{_OTHERS})\s+(?:will|to|offered to|promised to|agreed to|said (?:s?he|they)(?:['’]d|['’]ll| would| will))\s+(?P<what>(?:{_VERB})\b[^;\n]*)",
        "",
    ),
)
"""Ways to word a promise, the plainest first; `who` or `who2` is its owner, else the writer."""


def promises(text: str, *, leader: str = "") -> tuple[Promise, ...]:
    """Return who said they would do what, in the order of the notes.

    Args:
        text: notes of a meeting, a message, or a transcript with "Name: …" lines.
        leader: the leader's first name, used as owner for "she'll …"; "they" without it.

    Returns:
        Promises with `owner` "you" for the writer, a name, or "they"; `what` starts with a verb; `due` as said.
    """
    found: list[Promise] = []
    for line, speaker in _lines(text):
        for clause in _clauses(line):
            for promise in _read(clause, line, speaker, leader):
                if not any(_same(promise, other) for other in found):
                    found.append(promise)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield lines without bullets, with who speaks when the line is one of a transcript."""
    for raw in text.replace("’", "'").splitlines():
        line = re.sub(r"^\s*(?:[-*•·▪+]|\d{1,2}[.)])\s+", "", raw).strip()
        listed = re.match(rf"({_LABEL})\s*:\s*(?=(?:\d[.)]|-)\s)", line, re.I)
        if listed:
            for item in re.split(r"\s*(?:\d[.)]|(?<=\s)-|^-)\s+", line[listed.end() :]):
                if item.strip():
                    yield (
                        item.strip()
                        if re.match(rf"(?:me|i|{_NAME})\s+(?:to|will)\b", item.strip(), re.I)
                        else f"to do: {item.strip()}",
                        "",
                    )
            continue
        speaker = ""
        match = re.match(
            rf"({_NAME}|me|you|leader)\s*:\s+(?=(?:\"|I\b|I'|we\b|we'|yes|ok|good|let me|that|thank|great|sure|of course|happy|well|right|if|you))",
            line,
            re.I,
        )
        if match:
            speaker, line = match[1], line[match.end() :]
        if line:
            yield line, speaker


def _clauses(line: str) -> list[str]:
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z\"'(a-z])|;\s+|\s+\|\s+", line)
    clauses: list[str] = []
    for sentence in sentences:
        clauses += re.split(
            rf",?\s+(?:and|but)\s+(?:then\s+)?(?=(?:i|we|s?he|they|you|{_NAME})(?:['’](?:ll|d|m)|\s+(?:will|would|is going|am going|promised|offered|agreed|said|to\s+(?:{_VERB}))\b))|,\s+(?=(?:i|we|s?he|they|you|{_NAME})(?:['’](?:ll|d)|\s+(?:will|would|promised|offered|agreed|said|to\s+(?:{_VERB}))\b))|,\s+(?:and\s+)?(?=(?:me|{_OTHERS})\s+(?:to|will)\s+(?:{_VERB})\b)",
            sentence,
            flags=re.I,
        )
    return [clause.strip() for clause in clauses if clause and clause.strip()]


def _read(clause: str, line: str, speaker: str, leader: str) -> Iterator[Promise]:
    if clause.rstrip(" \"'").endswith("?") or _DONE.search(clause):
        return
    for pattern, owner in _PATTERNS:
        match = re.search(pattern, clause, re.I)
        if not match:
            continue
        groups = match.groupdict()
        who = (
            groups.get("who")
            or groups.get("who2")
            or ("i" if owner in {"i", "owe"} else "i" if speaker else "they" if owner == "let me" else owner)
        )
        if who.lower() in _NOT_NAMES - {"i", "we", "she", "he", "they", "you", "her", "his", "their", "my"}:
            continue
        before = clause[: match.start()]
        if _MAYBE.search(before) or re.search(
            r"\b(?:asked|wondered|whether|think|thinks|hope|hopes|wants?|says|feel)\s+(?:if\s+|that\s+|whether\s+)?$",
            before,
            re.I,
        ):
            continue
        what = _what(groups["what"])
        if owner == "owe":
            what = f"send {what}"
        if re.search(
            r"\bif\b(?!\s+(?:it helps|useful|needed|you like|that's ok|possible|helpful))", what, re.I
        ) or re.match(r"(?:i\s+|s?he\s+|they\s+)?(?:would|will|could)\s+not\b", what, re.I):
            continue
        first_person = _owner(who, speaker, leader) == "you" and who.lower() != "we"
        if pattern is _WILL and not first_person and not re.match(rf"(?:{_VERB})\b", what, re.I):
            continue
        if (
            not what
            or _MAYBE.match(what.split(",")[0])
            or _WEAK.match(what)
            or re.match(r"(?:not|never)\b", what, re.I)
        ):
            continue
        due = DUE.search(clause[match.start("what") :]) or DUE.search(clause)
        yield Promise(
            owner=_owner(who, speaker, leader),
            what=_without(what, due),
            due=due.group().strip() if due else "",
            line=line,
        )
        return


def _what(text: str) -> str:
    what = _END.sub("", text.strip()).strip(" .,:;\"'()")
    what = re.split(r"(?<=\w)[.!]\s|\s*\((?!by\b)", what)[0]
    what = re.sub(
        r"^(?:also|then|definitely|certainly|try and|make sure to|be sure to|go and|gladly|please)\s+",
        "",
        what,
        flags=re.I,
    )
    what = re.sub(
        r"^be (sending|sharing|introducing)\b",
        lambda m: {"sending": "send", "sharing": "share", "introducing": "introduce"}[m[1].lower()],
        what,
        flags=re.I,
    )
    return what.strip()


def _without(what: str, due: re.Match[str] | None) -> str:
    """Return the deed without its time when the time stands at its end."""
    if due and what.lower().endswith(due.group().lower().strip()):
        rest = what[: -len(due.group().strip())].strip(" ,")
        return re.sub(r"\s+(?:by|on|in|at|before|until|due)$", "", rest) or what
    return what


def _owner(who: str, speaker: str, leader: str) -> str:
    low = who.lower()
    first_person = low in {"i", "me", "my", "we"} or (low == "you" and not speaker)
    if first_person and speaker and low in {"i", "we", "me", "my", "you"}:
        return (
            "you" if speaker.lower() in {"me", "you"} else leader or "they" if speaker.lower() == "leader" else speaker
        )
    if low == "you":
        return "you" if speaker else "they"
    if first_person:
        return "you"
    if low in {"she", "he", "they", "her", "his", "their"}:
        return leader or "they"
    return who


def _same(one: Promise, other: Promise) -> bool:
    first, second = (set(re.findall(r"[a-z]{4,}", p.what.lower())) for p in (one, other))
    return one.owner == other.owner and bool(first) and first == second


def lines_for_manager(found: Sequence[Promise], topics: Sequence[str] = (), *, leader: str = "") -> tuple[str, str]:
    """Return two lines to tell the manager the same day: what it was about, and what may come back.

    Args:
        found: promises of both sides.
        topics: what was talked about, a few nouns; may be empty.
        leader: the leader's first name; may be empty.
    """
    who = leader or "them"
    about = (
        f"I spoke with {who} about {_listed(topics[:3])}."
        if topics
        else f"I had my conversation with {who}; nothing in it should surprise you."
    )
    mine = [p for p in found if p.owner == "you"]
    theirs = [p for p in found if p.owner != "you"]
    said = []
    if mine:
        said.append(f"I said I'd {_listed([_deed(p) for p in mine[:2]])}")
    if theirs:
        said.append(f"{leader or 'they'} offered to {_listed([_deed(p) for p in theirs[:2]])}")
    if not said:
        return about, "Nothing was promised on either side; tell me if you'd like the details."
    text = "; ".join(said)
    return about, f"{text[0].upper()}{text[1:]}. Tell me if any of that should wait."


def _deed(promise: Promise) -> str:
    return f"{promise.what} {promise.due}".strip() if promise.due.lower() not in promise.what.lower() else promise.what


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def next_quarterly(met: date) -> date:
    """Return the day to meet again: thirteen weeks on, the same weekday, so never a weekend if the last was not."""
    return met + timedelta(weeks=13)
