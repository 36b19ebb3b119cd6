"""What shorthand and dialogue say plainly about a promise, where the small reader would have to guess."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.coaching.due import day_of
from app.domain.language import Mark

NOBODY = frozenset(
    "me i mine we us agreed action actions todo next notes note outcome result results minutes decision decisions decided topic topics "
    "summary question questions answer answers plan update status issue issues point points memo ps also to-do task tasks ap "
    "ai it hr re cc".split()
)
"""What may stand before a colon where a speaker could, in lower case."""
ENDS = re.compile(r"[.!?;]\s|\n")
_MINE, _THEIRS = "mine", "theirs"
_NAME = r"[A-Z][\w'-]+(?: [A-Z][\w.'-]*)?"
_WHO = rf"(?:{_NAME}|[A-Z]{{1,2}})"
_ITEM = r"^[ \t*•–-]*(?:\d+[.)]\s*)?"
_SAID_YES = r"(?:,? and|,|[.;]) ?(?:so )?I (?:said (?:yes|sure|I would|I'd)|agreed)\b"
_TIME = r"(?:mon|tue|wed|thu|fri|sat|sun|tomorrow|tmrw?|tonight|today|next|week|month|by)"
_CONDITION = r"(?:only )?(?:if|unless|provided|as long as|assuming|subject to)\b"

_SPEAKS = re.compile(
    r"[\s*•-]*(?:\w+ \()?([A-Z][\w.'-]*(?: [A-Z][\w.'-]*)?)\)?:\s.*?\b(?:I|[Ll]et me|[Hh]appy to|[Ww]ill)\b", re.S
)
_TURN = re.compile(rf"{_ITEM}({_WHO}|[Mm]e|I):[ \t]*(.*)$")
_INITIALS = re.compile(rf"{_ITEM}(?!(?:NB|PS|OK|AP|AI|IT|HR|PM|AM|TD|RE|CC|[QAI]):)([A-Z]{{1,2}}):\s")
_ASSIGNED = re.compile(rf"{_ITEM}(?:action|to-?do|task|next step)s? \(({_WHO}|me)\):", re.I)
_TAGGED = re.compile(rf"^[^\n();]*?\((me|[A-Z]|{_NAME})\)")
_BY_INITIALS = re.compile(
    r"(?:^|[\s(,;])(?!I\b)([A-Z]{1,2})(?:'ll| (?:will|to|is to|is going to|owes me|says s?he'll|said s?he'd))\s+$"
)
_OWES = re.compile(r"(?:^|[\s(,;-])([\w'-]+) (?:still )?owes? (?:me|us) (?:the |an? )?$")
_NO_SUBJECT = re.compile(r"^\W*(?:(?:and|then|so) )?(?:will|'ll|shall|gonna|going to|need to|must)\s+$", re.I)
_FIRST_PERSON = re.compile(r"\bI(?:'ll| will| can|'m going to| promise to)\s+$")
_FOR_ME = re.compile(r"\b(?:me|us|my|our)\b")
_FOR_THEM = re.compile(r"\b(?:her|him|them|it by|you)\b")

_ADVICE = re.compile(
    r"\byou(?:'d better|'ll (?:have|need|want) to| (?:will )?(?:have|need|may want|might want|want|ought) to"
    r"| should| must| could| might)(?: (?:also|really|first|always|\w+ly))*\s+$"
    r"|\b(?:[Ss]?he|[Tt]hey|[A-Z][\w'-]+)(?: (?:says?|said|thinks?|thought|suggest(?:s|ed)|reckons?|told me|advised)"
    r"|'s view is)(?: that)? (?:I|we)(?: should|'d better| ought to)(?: also| first)?\s+$",
    re.I,
)
_INVITES = re.compile(r"(?:sit in|join|come|use|shadow|get)\b")
_WISH = re.compile(r"\bI(?:'d| would)(?! (?:be (?:happy|glad|pleased)|gladly|happily))\b(?!.*\bI(?:'ll| will)\b)", re.S)
_REPORTED = re.compile(
    r"\b(?:said|sa(?:y|id)s?|told|promised|agreed|offered|answered|replied|suggested|added|thought|asked|yes)\b", re.I
)
_TOPIC = re.compile(r"\b(?:about|regarding|because of|instead of)(?: the| our| my)?\s+$", re.I)
_STATE = re.compile(r"^[\w-]+s (?:off|on|down|up|out|open|closed|missing|broken)$")
_NO_DAY = re.compile(r"\b(?:don't|not|no|maybe|whenever|sure|depends?)\b|\?", re.I)
_HOW_SOON = re.compile(r"\b(?:(?:by|for|until|till) when|when|what day|how soon)\b[^?\n]*\?\s*$", re.I)

_NOT_DONE = (
    r"think|be|see(?! (?:him|her|them))|say|have|need|try|sleep|miss|admit|bet|never|not|always|probably|maybe|guess|wait|understand|agree"
    r"|take (?:that|your|the) (?:point|feedback)"
)
_PAST = "said|told|spoke|rang|wrote|sent|met|saw|gave|took|went|had|was|got|did|made|brought|found|thought"
_CLAUSE = r"[^.;!?\n]*?(?=,? (?:and|but) (?:I|s?he|they|we)\b|, (?:if|unless|then|so)\b|[.;!?\n]|$)"
_PLAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        _THEIRS,
        re.compile(
            rf"{_ITEM}(?P<who>{_WHO}): (?:[A-Z]?\w+[.,!] )?(?:I'll|I will|I'm going to|I promise to)"
            rf" (?P<deed>(?!(?:{_NOT_DONE})\b){_CLAUSE})",
            re.M,
        ),
    ),
    (
        _MINE,
        re.compile(
            r"(?<![Bb]efore )(?<![Ww]hen )(?<![Uu]ntil )(?<!time )\b[Ww]e(?: (?:agreed|said|decided|settled))?"
            r"(?: that we| to|'ll|'d| will| would|(?<=said) we'd)* "
            r"(?P<deed>(?:talk|speak|meet|sit down|catch up|do this)(?: again| once more)\b)",
        ),
    ),
    (
        _MINE,
        re.compile(
            r"\basked (?:me )?(?:whether|if) I(?:'d| would| could| can)(?: be (?:willing|able|ready) to| like to)? "
            rf"(?P<deed>(?!be\b)[^.;!?,\n]+?){_SAID_YES}"
        ),
    ),
    (
        _THEIRS,
        re.compile(
            r"\b(?!I\b|i\b|[Ww]e\b)[\w'-]+ (?:still )?owes? (?:me|us) "
            r"(?P<deed>(?!(?:an? )?(?:apology|explanation|answer|favour|beer|drink|coffee)\b)[^.;!?,\n]+)"
        ),
    ),
    (
        _MINE,
        re.compile(
            rf"\(I(?:'ll| will)? (?P<deed>(?!(?:{_NOT_DONE}|am|was|did|had|hope|know|\w+ed)\b)"
            rf"(?=[^()\n]*\b{_TIME})[^()\n.;?!]{{3,60}})\)",
            re.I,
        ),
    ),
    (
        _MINE,
        re.compile(
            rf"(?:^|[.;] )[ \t*•–-]*(?:will|gonna) (?P<deed>(?!(?:{_NOT_DONE})\b)\w+ (?:her|him|them)\b{_CLAUSE})",
            re.I | re.M,
        ),
    ),
    (_MINE, re.compile(rf"{_ITEM}(?P<deed>(?!(?:\w+ed|{_PAST})\b)[^\n().;:]{{4,90}}?)\s*\(me\)(?!:)", re.M)),
)
"""Who promised, and the words in which it is plain that something was."""


class Turn(NamedTuple):
    """One line of a talk: who speaks, and what they say."""

    who: str
    said: str


def speaker(line: str) -> str:
    """Return who speaks in the first person in a line of a transcript, "Dana: I'll …"; empty elsewhere, and for the writer."""
    spoken = _SPEAKS.match(line.replace("’", "'"))
    return spoken[1] if spoken and spoken[1].lower() not in NOBODY else ""


def plain_deeds(text: str, dues: list[Mark]) -> Iterator[Mark]:
    """Yield what is plainly promised, a time at its end left out."""
    for tag, pattern in _PLAIN:
        for found in pattern.finditer(text):
            start, end = found.span("deed")
            inside = [due.start for due in dues if start < due.start < end]
            end = start + len(text[start : min([end, *inside])].rstrip(" ,("))
            if end > start and found.groupdict().get("who", "").lower() not in NOBODY:
                yield Mark(text=text[start:end], start=start, end=end, tag=tag)


def owner_written(text: str, deed: Mark) -> str:
    """Return the owner as the notes give it by a sign: "(me)", "R: …", "L owes me …", "will ping her"; empty without one."""
    before = text[sentence_start(text, deed.start) : deed.start]
    line = text[text.rfind("\n", 0, deed.start) + 1 : deed.start]
    if tagged := _TAGGED.match(text[deed.end :]):
        return "you" if tagged[1] == "me" else tagged[1]
    if assigned := _ASSIGNED.match(line):
        return "you" if assigned[1].lower() == "me" else assigned[1]
    if (found := _OWES.search(before)) and found[1].lower() not in {"i", "we", "he", "she", "they", "who"}:
        return found[1]
    if by := _BY_INITIALS.search(before):
        return by[1]
    if _NO_SUBJECT.match(before) and not _FOR_ME.search(deed.text) and _FOR_THEM.search(deed.text):
        return "you"
    if _FIRST_PERSON.search(before) and (spoke := speaker(f"{line}{deed.text}")):
        return spoke
    if deed.tag == _MINE and (initials := _INITIALS.match(line)):
        return initials[1]
    return ""


def is_no_promise(text: str, deed: Mark) -> bool:
    """Tell whether a deed is advice, a wish, or a thing that is only named: "you'll have to …", "I'd ask …", "about …"."""
    before = text[sentence_start(text, deed.start) : deed.start]
    wish = _WISH.search(before)
    return bool(
        (_ADVICE.search(before) and not _INVITES.match(deed.text))
        or (wish and not _REPORTED.search(before[: wish.start()]))
        or (_TOPIC.search(before) and not re.match(r"\w+ing\b", deed.text))
        or _STATE.match(deed.text)
        or re.search(r"\b(?:could|would|were|had)\b", condition_of(text, deed))
    )


def was_said_yes_to(text: str, deed: Mark) -> bool:
    """Tell whether a deed was asked for and agreed to: "asked if I could show it and I said yes"."""
    return re.match(_SAID_YES, text[deed.end :]) is not None


def condition_of(text: str, deed: Mark) -> str:
    """Return what a promise hangs on, "if Tom agrees"; empty where it hangs on nothing."""
    after = re.match(rf"(?:[^.;!?\n]{{0,40}}?,?\s)?({_CONDITION}[^.,;!?\n()]*)", text[deed.end :])
    if after:
        return after[1].strip()
    before = re.match(rf"\W*({_CONDITION}[^,\n]*?),?\s+(?:then )?[\w'-]+(?:'ll| will)\s+$", _before(text, deed), re.I)
    if before and re.search(r"\b(?:me|us|her|him|them)\b", deed.text):
        return before[1][0].lower() + before[1][1:]
    return ""


def answered_when(text: str, deed: Mark) -> str:
    """Return the day that was asked for after a promise, "I'll split it." / "By when?" / "The 14th."; empty without one."""
    lines = text[text.rfind("\n", 0, deed.start) + 1 :].split("\n", 3)[:3]
    turns = [turn for line in lines if (turn := _turn(line))]
    if len(turns) < 3 or not turns[0].who == turns[2].who != turns[1].who:
        return ""
    last = turns[0].said.rstrip(" .!").endswith(deed.text.split("\n")[-1])
    short = len(turns[2].said.split()) <= 6 and not _NO_DAY.search(turns[2].said)
    return turns[2].said.rstrip(" .") if last and short and _HOW_SOON.search(turns[1].said) else ""


def day_after(text: str, deed: Mark) -> str:
    """Return the time right after a deed where it means a day: of "meet again in June" "in June"; empty without one."""
    after = re.match(
        r" ((?:in|on|by|before|next|this|every)\b[^.,;!?\n()]{2,30}?)(?= and\b|[.,;!?\n()]|$)", text[deed.end :]
    )
    return after[1] if after and day_of(after[1], date(2000, 1, 3)) else ""


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence begins that holds a place in the text."""
    return max((end.end() for end in ENDS.finditer(text, 0, at)), default=0)


def one_item(text: str, deed: Mark) -> Mark:
    """Return a deed with its "again", and without the next item of a list; a line that merely wraps is kept."""
    if again := re.match(r" (?:again|once more)\b", text[deed.end :]):
        deed = deed.model_copy(update={"text": deed.text + again[0], "end": deed.end + again.end()})
    cut = re.search(r"\s*\n(?=[ \t]*(?:[*•–-]|\d+[.)]|[A-Z]|(?:i|he|she|we|they|me)\b|\n))", deed.text)
    end = deed.start + cut.start() if cut else deed.end
    return deed.model_copy(update={"text": " ".join(text[deed.start : end].split()), "end": end})


def _before(text: str, deed: Mark) -> str:
    return text[sentence_start(text, deed.start) : deed.start]


def _turn(line: str) -> Turn | None:
    found = _TURN.match(line)
    return Turn(found[1], found[2].strip()) if found else None
