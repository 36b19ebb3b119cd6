"""What the looked-for phrases left over: every sentence of a brief that is news goes to the part of the letter it speaks for."""

import re
from collections.abc import Iterator

from app.coaching.emails.practical import is_clause
from app.coaching.emails.refusals import drop_refused
from app.domain.emails import EmailKind
from app.domain.ports import English

_PEOPLE = (
    r"(?:they|people|everyone|everybody|all|several|some|many|most|a few|others|two|three|(?:\w+ )?of (?:them|you|the \w+)"
    r"|(?:the|your|his|her|their|my) (?:team|people|staff|crew|engineers|nurses|group|\w+s)|s?he|you)"
)
_SOFT = r"(?:also|all|really|clearly|mostly|often|especially|in particular|just|even)"
_SAYS = (
    r"(?:said|say|says|told me|mentioned|mention|mentions|feel|feels|felt|think|thinks|thought|find|finds|raised|raise"
    r"|pointed out|reported|report|noted|explained|worr(?:y|ied)(?: about)?|asked for|complained(?: about| that)?)"
)
_VALUES = (
    r"(?:value[sd]?|like[sd]?|love[sd]?|appreciate[sd]?|praise[sd]?|enjoy(?:s|ed)?|trust(?:s|ed)?|respect(?:s|ed)?|admire[sd]?"
    r"|thank(?:ed)? (?:you|him|her|them) for|(?:is|are|were) (?:glad|happy|grateful|pleased)(?: about| with| that| for)?)"
)
_WAYS: dict[str, tuple[str, ...]] = {
    "not_doing": (
        r"(?:I|we)(?:'m| am|'re| are)? ?(?:won't|will not|can't|cannot|can not|not going to|don't plan to)\s+(?P<said>.+)",
        r"(?:no|not)\s+(?P<said>\w+ing\b.+)",
        r"(?P<said>.+\b(?:stays?|remains?|has to wait|(?:is|are)(?: not|n't) (?:possible|planned"
        r"|in the budget)|cannot change|will not change)\b.*)",
    ),
    "doing": (
        r"(?P<at>(?:from|in|by|starting|as of)\s+[\w ]{3,18}?),?\s+(?:we|I)\s+(?:'ll\s+"
        r"|will\s+)?(?P<said>(?!had\b|have\b|met\b|spoke\b|heard\b)\w+.+)",
        r"(?:I|we)(?:'ll|'d| will| can| could|'m going to| am going to|'re going to| are going to| plan to| want to|'d like to"
        r"| promised (?:\w+ )?to| have decided to| agreed to| said (?:I|we)(?:'d| would|'ll| will))\s+(?P<said>.+)",
    ),
    "praise": (
        rf"{_PEOPLE}(?: on \w+ \w+)? (?:{_SOFT} )*(?:say|said|feel|find|think)s?(?: that)? (?P<said>(?:you"
        rf"|s?he|they) (?:listens?|keeps?|explains?|cares?"
        r"|supports?|backs?|helps?|trusts?|gives?|shares?|(?:are|is) (?:fair|calm|clear|kind|reachable|always|open|honest))\b.*)",
        rf"{_PEOPLE} (?:{_SOFT} )*{_VALUES}\s+(?P<said>.+)",
        r"(?:well done|great work|good work|nice work|thanks|thank (?:you|him|her|them)) (?:on|with|for)\s+(?P<said>.+)",
    ),
    "heard": (
        rf"{_PEOPLE} (?:{_SOFT} )*{_SAYS}(?: me)?(?: that)?[:,]?\s+(?P<said>.+)",
        rf"(?P<said>{_PEOPLE} (?:{_SOFT} )*(?:want|wish|need|miss|hope|struggle|would like|'d like|lack|wait)s?\b.+)",
    ),
    "confidentiality": (
        r"(?P<said>(?:(?:what|nothing|themes?|names?|nobody's|no one's|only)\b.*)?\b(?:themes?|names?"
        r"|anonymous(?:ly)?|confidential|in reviews)\b.*)",
    ),
    "share": (
        r"mention(?:\s+to\s+\w+)?\s+(?:that\s+)?(?P<said>.+)",
        r"(?:tell|let|show|inform|mention to)\s+(?:her|him|them|[A-Z]\w+)(?:\s+know)?(?:\s+(?:that|about|also))*[:,]?"
        r"\s+(?P<said>.+)",
    ),
    "reason": (
        r"(?:sorry,?\s+)?(?P<said>(?:I'm|I am|I've|I have|we have|we are|there is|there's|stuck|ill|sick|away"
        r"|double-booked)\b[^,]*(?:,[^,]*)?),?\s+so\b.*",
        r"(?:sorry,?\s+)?(?:but\s+)?I (?:can't|cannot|won't)\b[^,]*,\s*(?P<said>(?:we|I|my|our|the|there's)\b.+)",
        r"(?P<said>(?:there's|there is|something came up|we have|I've got|I have(?! to (?:move|cancel|decline|postpone|say)))\b.+)",
        r"[^,]*(?:\bnot|n't|\bno)\b[^,]*,\s*(?P<said>my\b.+\b(?:is|was|falls)\b.+)",
        r"but\s+(?P<said>(?!.*\b(?:doesn't|does not|won't|no longer|can't)\s+(?:work|make|suit))(?!I'd"
        r"|I would|I can\b|I could)(?:the|our|my|I|we|there|a|an)\b.+)",
    ),
    "alternative": (
        r"(?:I\s+)?(?:could|can)\s+(?:do|offer|make)\s+(?P<said>.+)",
        r"(?:I|we)(?:'d| would| could| can|'m happy to|'ll)?\s*(?:love|like|prefer|be (?:happy|glad|free|able))?\s*(?:to\s+)?"
        r"(?:(?:do|have|meet|join|come|talk|go|take|move)\w*\s+)?(?:it|her|him|them|you)?\s*"
        r"(?P<said>(?:in|on|after|from|next|later)\s+.+?)(?:\s+(?:instead|if|would)\b.*)?",
        r"(?P<said>(?:any ?time\s+)?(?:in|on|after|from|next|later|around|the (?:week|day|month) (?:after"
        r"|before))\b.*?)\s+(?:instead|(?:would|could|will)\b.*"
        r"|(?:is|are|works?|suits?)\b.*)",
    ),
}
"""How a sentence reads that belongs to a part; tried in this order."""
NEWS = {"promise_kept": "result", "themes_back": "heard", "manager_note": "heard", "leader_follow_up": "heard"}
"""The part that takes a statement which reads like no other: what there is to tell in a letter of this kind."""
_SMALL = frozenset(
    "the and but for with from that this then they them she her his him you your our are was were have has had will would could"
    " can should not about into over after before when where what which who how why just also very really like want need meet"
    " meeting met talk talked call chat minutes hour email mail letter note message boss manager director leader assistant"
    " calendar diary invited invitation invite asked ask accept thank thanks please write wrote send reply answer name team skip"
    " told informed aware fine half every again quarter three months next politely gently"
    " level skip-level there here it's i'm i'd i'll i've can't won't don't doesn't didn't know knows".split()
)
"""Words that tell nothing of what a sentence is about, or only that it is about the letter."""
_ABOUT_THE_LETTER = re.compile(
    r"(?:please|write|draft|keep|make|use|under|max|at most|no more|short|tone|subject|help|can you|could you|hi|hello|hey|dear"
    r"|regards|greetings|best|thanks|thank you|cheers|sorry|done|all done|no action|nothing (?:needed|to do)"
    r"|name|my name|I'm|I am(?! \w+ing)"
    r"|this is|from|to|for|signed|note|email|letter|message|update|follow[- ]?up|met|we met|it was|my (?:boss|manager)"
    r"|(?:her|his|their) (?:boss|manager|assistant)|tell|let|(?:I|we)(?:'d| had)? (?:promised|said|told))\b",
    re.I,
)


def place_the_rest(kind: EmailKind, text: str, facts: dict[str, str], english: English) -> None:
    """Fill the empty parts of a letter from sentences that no looked-for phrase took.

    Args:
        kind: the letter; only its own fields are filled.
        text: the brief, brought to ordinary writing.
        facts: what was found; added to.
        english: tells a statement from a note to us.
    """
    if kind.id == "agenda_note" and (asked := _questions(text)) and "topics" not in facts:
        facts["topics"] = " | ".join(asked)
        facts.pop("purpose", None)
    wanted = [field.id for field in kind.fields if not facts.get(field.id)]
    found: dict[str, list[str]] = {}
    news = NEWS.get(kind.id, "")
    for sentence in _sentences(text):
        if _taken(sentence, facts):
            continue
        name, said = _read(sentence, wanted)
        if name:
            found.setdefault(name, []).append(said)
        elif (news in wanted or news == "result") and _is_news(sentence, facts, english):
            found.setdefault(news, []).append(sentence)
    for name, sentences in found.items():
        if kept := drop_refused(sentences) if name != "heard" else sentences:
            kept = [facts[name], *kept] if facts.get(name) else kept
            facts[name] = (". " if name == "result" else " | ").join(dict.fromkeys(kept))


def _is_news(sentence: str, facts: dict[str, str], english: English) -> bool:
    """Tell whether a sentence states something that is neither about the letter nor about who is who."""
    people = {word for who in ("me", "leader", "boss", "person") for word in facts.get(who, "").split()}
    return (
        3 <= len(sentence.split()) <= 30
        and not sentence.endswith("?")
        and not _ABOUT_THE_LETTER.match(sentence)
        and not people & set(re.findall(r"[\w'-]+", sentence))
        and is_clause(sentence, english)
    )


def unplaced(text: str, facts: dict[str, str]) -> tuple[str, ...]:
    """Return the sentences of a brief that speak of something no fact holds.

    Args:
        text: the brief, brought to ordinary writing.
        facts: everything found in it.
    """
    held = " ".join(facts.values())
    said = [each for each in _sentences(text) if not _ABOUT_THE_LETTER.match(each) and not is_said(each, held)]
    return tuple(drop_refused(said))


def is_said(sentence: str, text: str) -> bool:
    """Tell whether most of a sentence's telling words stand in a text, or it has hardly any."""
    known = {word[:5] for word in re.findall(r"[\w']+", text.lower())}
    telling = [
        word for word in re.findall(r"[^\W\d_][\w'-]+", sentence.lower()) if len(word) > 2 and word not in _SMALL
    ]
    new = [word for word in telling if word[:5] not in known]
    return len(sentence.split()) < 4 or len(new) < 2 or len(new) <= 0.5 * len(telling)


def _questions(text: str) -> list[str]:
    """Return the questions a brief spells out, without their marks."""
    asked = re.findall(
        r"(?:^|(?<=[.?!:;\n])\s*)((?:how|what|which|where|why|who|when|is|are|do|does|can|could|will)\b[^.?!:;\n]{8,}\?)",
        text,
        re.I,
    )
    return [each.strip() for each in asked if not re.match(r"(?:can|could|will) you\b", each, re.I)]


def _read(sentence: str, wanted: list[str]) -> tuple[str, str]:
    """Return which wanted part a sentence speaks for, and what it says; two empty strings for none."""
    for name, ways in _WAYS.items():
        for way in ways if name in wanted else ():
            if match := re.fullmatch(way, sentence if name == "reason" else sentence.removeprefix("but "), re.I):
                at = match.groupdict().get("at", "")
                said = match["said"].strip(" ,")
                return name, f"{said} {at[0].lower()}{at[1:]}" if at else said
    return "", ""


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences, and what stands on either side of "but I" or "and they"."""
    for whole in re.split(r"(?<=[.;!?])\s+|\n+|\s\|\s", text):
        for part in re.split(
            r",?\s+(?=but\b)|,?\s+(?:and|so)\s+(?=(?:I|we|they|people|several|some|tell|let)\b)", whole
        ):
            sentence = re.sub(r"^(?:and|so|also|then)\s+", "", part.strip(" .,;!-–—"), flags=re.I)
            if sentence:
                yield re.sub(rf"^[^:]{{3,60}}:\s+(?=(?:{_PEOPLE}|I|we|as promised)\b)", "", sentence, flags=re.I)


def _taken(sentence: str, facts: dict[str, str]) -> bool:
    """Tell whether a fact found holds the most part of a sentence."""
    low = sentence.lower()
    for value in facts.values():
        for item in value.lower().split(" | "):
            if len(item.split()) > 2 and (item in low or low in item):
                return True
    return False
