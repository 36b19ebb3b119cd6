"""What was promised in a meeting, by whom and by when; what to tell the manager; when to meet again."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.coaching.promise_lines import plainly
from app.coaching.promise_words import (
    AGREED,
    BASE,
    DONE,
    DUE,
    END,
    LABEL,
    MAYBE,
    NAME,
    NOT_NAMES,
    NOW,
    OTHERS,
    PATTERNS,
    USUAL,
    VERB,
    WEAK,
    WILL,
)
from app.domain.rehearsal import Promise


def promises(text: str, *, leader: str = "") -> tuple[Promise, ...]:
    """Return who said they would do what, in the order of the notes.

    Args:
        text: notes of a meeting, a message, or a transcript with "Name: …" lines.
        leader: the leader's first name, used as owner for "she'll …"; "they" without it.

    Returns:
        Promises with `owner` "you" for the writer, a name, or "they"; `what` starts with a verb; `due` as said.
    """
    found: list[Promise] = []
    for raw in text.replace("’", "'").splitlines():
        plain = plainly(raw)
        for line, speaker in _lines(plain):
            source = line if plain == raw else raw.strip()
            for clause in _clauses(line):
                for promise in (*_read(clause, source, speaker, leader), *_told_in_the_present(clause, source, leader)):
                    if not any(_same(promise, other) for other in found):
                        found.append(promise)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield lines without bullets, with who speaks when the line is one of a transcript."""
    for raw in text.splitlines():
        line = re.sub(r"^\s*(?:[-*•·▪+]|\d{1,2}[.)])\s+", "", raw).strip()
        listed = re.match(rf"({LABEL})\s*:\s*(?=(?:\d[.)]|-)\s)", line, re.I)
        if listed:
            for item in re.split(r"\s*(?:\d[.)]|(?<=\s)-|^-)\s+", line[listed.end() :]):
                if item.strip():
                    yield (
                        item.strip()
                        if re.match(rf"(?:me|i|{NAME})\s+(?:to|will)\b", item.strip(), re.I)
                        else f"to do: {item.strip()}",
                        "",
                    )
            continue
        speaker = ""
        match = re.match(
            (
                rf"({NAME}|me|you|leader)\s*:\s+(?=(?:\"|I\b|I'|we\b|we'|yes|ok|good|let me|that|thank|great"
                r"|sure|of course|happy|well|right|if|you))"
            ),
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
            (
                rf",?\s+(?:and|but)\s+(?:then\s+)?(?=(?:i|we|s?he|they|you|{NAME})(?:['’](?:ll|d|m)|\s+(?:will"
                rf"|would|is going|am going|promised|offered|agreed|said|to\s+(?:{VERB}))\b))|,\s+(?=(?:i|we"
                rf"|s?he|they|you|{NAME})(?:['’](?:ll|d)|\s+(?:will|would|promised|offered|agreed|said"
                rf"|to\s+(?:{VERB}))\b))|,\s+(?:and\s+)?(?=(?:me|{OTHERS})\s+(?:to|will)\s+(?:{VERB})\b)"
            ),
            sentence,
            flags=re.I,
        )
    return [clause.strip() for clause in clauses if clause and clause.strip()]


def _read(clause: str, line: str, speaker: str, leader: str) -> Iterator[Promise]:
    if clause.rstrip(" \"'").endswith("?") or DONE.search(clause):
        return
    for pattern, owner in PATTERNS:
        match = re.search(pattern, clause, re.I)
        if not match:
            continue
        groups = match.groupdict()
        who = (
            groups.get("who")
            or groups.get("who2")
            or ("i" if owner in {"i", "owe"} else "i" if speaker else "they" if owner == "let me" else owner)
        )
        if who.lower() in NOT_NAMES - {"i", "we", "she", "he", "they", "you", "her", "his", "their", "my"}:
            continue
        before = clause[: match.start()]
        if MAYBE.search(before) or re.search(
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
        if pattern is WILL and not first_person and not re.match(rf"(?:{VERB})\b", what, re.I):
            continue
        if not what or MAYBE.match(what.split(",")[0]) or WEAK.match(what) or re.match(r"(?:not|never)\b", what, re.I):
            continue
        whose = _owner(who, speaker, leader)
        for deed in _deeds(what):
            around = (clause[match.start("what") :], clause) if deed == what else ()
            due = next(filter(None, map(DUE.search, (deed, *around))), None)
            yield Promise(owner=whose, what=_without(deed, due), due=due.group().strip() if due else "", line=line)
        return


def _told_in_the_present(clause: str, line: str, leader: str) -> Iterator[Promise]:
    agreed = AGREED.match(line)
    due = DUE.search(clause)
    if (
        not (due or agreed)
        or USUAL.search(clause)
        or clause.endswith("?")
        or DONE.search(clause)
        or MAYBE.search(clause)
    ):
        return
    for part in re.split(r",\s+(?=(?:i|we|s?he|they)\b)", clause, flags=re.I):
        match = NOW.search(part)
        if not match or match["who"].lower() in NOT_NAMES - {"i", "we", "she", "he", "they"}:
            continue
        verb, _, rest = match["what"].partition(" ")
        third = match["who"].lower() not in {"i", "we", "they"}
        if third != (verb.lower() in BASE) or not rest:
            continue
        what = _what(f"{BASE.get(verb.lower(), verb)} {rest}")
        own = DUE.search(part) or (due if len(part) == len(clause) else None)
        named = (
            agreed["name"].capitalize() if agreed and agreed["name"] and match["who"].lower() in {"he", "she"} else ""
        )
        if what and not WEAK.match(what):
            said = own.group().strip() if own else ""
            yield Promise(
                owner=named or _owner(match["who"], "", leader), what=_without(what, own), due=said, line=line
            )


def _deeds(what: str) -> list[str]:
    """Return what was promised in parts, where each part has a time of its own: "send it by Friday and call Ken"."""
    for then in re.finditer(rf",?\s+and\s+(?:then\s+)?(?=(?:{VERB})\b)", what, re.I):
        due = list(DUE.finditer(what[: then.start()]))
        if due and due[-1].end() == then.start():
            return [what[: then.start()], *_deeds(what[then.end() :])]
    return [what]


def _what(text: str) -> str:
    what = END.sub("", text.strip()).strip(" .,:;\"'()")
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
