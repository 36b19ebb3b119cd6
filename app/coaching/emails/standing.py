"""How things stand, where a brief says so in passing: already asked, since then, no hurry, who may come along."""

import re
from collections.abc import Mapping

from app.coaching.emails.names import forms
from app.coaching.emails.phrases import first_name, items
from app.coaching.emails.wording import DAYS, MONTHS, capital

_NOT_THEM = re.compile(
    r"\b(?:nothing|not|isn't|never|n't)\s+(?:\w+\s+)?(?:about|against)\s+(?:him|her|them|you|my (?:boss|manager))\b",
    re.I,
)
_SINCE = re.compile(r"\bsince (?:then|that|we (?:met|spoke|talked))\b[\s:,]*(?:I(?:'ve| have)\s+)?$", re.I)
_SINCE_THEN = re.compile(r"\bsince then[\s:,]+((?:I|we)\s[^.;\n]+)", re.I)
_NO_HURRY = re.compile(
    r"\b(?:fine|ok|okay|no (?:problem|hurry|rush)),?\s+if\s+(?:it(?:'s| is)\s+)?not\s+((?:before|until|this|in|by)\b[^,.;\n]+)",
    re.I,
)
_JOIN = re.compile(
    r"\b(?:could|can|may|is welcome to|are welcome to|welcome to)\s+"
    r"(?P<how>join|sit in|come along)\b\s*(?:(?:us|me|in|on it)\s+)?(?:for\s+)?(?P<part>[^,.;\n]*)",
    re.I,
)
_PART_OF_IT = re.compile(r"\b(?:first|last)\s+$", re.I)
_ATTACHED = re.compile(
    r"\b(?P<what>(?:(?:an?|one|two|three|my|the|\d+)\s+)?(?:[\w-]+\s+)?(?:pages?|pager|charts?|sheets?|slides?|tables?|photos?|pdf|spreadsheet|list))"
    r"\s+(?:is\s+|are\s+)?(?:attached|enclosed)\b|\b(?:attach(?:ing|ed)?|enclos(?:e|ing|ed))\s+(?P<thing>(?:an?|one|two|my|the|\d+)\s+[^,.;\n]+)",
    re.I,
)
_NOTHING_NEEDED = re.compile(
    r"(?:there(?:'s| is) )?(?:nothing|no (?:action|reply|answer|help))\b(?:\s+\w+){0,3}\s+(?:needed|required|necessary)\W*",
    re.I,
)
_OFFERED = re.compile(
    rf"\b(?:offer|could do|can do|could make|can make|propose|suggest)\s+"
    rf"((?:(?:on|the)\s+)?(?:\d|{'|'.join((*DAYS, *MONTHS))}|next|any)[^,.;\n]*?)(?=\s+instead\b|[,.;\n]|$)",
    re.I,
)
_RULE = re.compile(
    r"(?:(?:safety|harassment|discrimination|fraud)(?:,|\s+and|\s+or)?\s*)+"
    r"|(?:themes? only|only themes?|no names?|names stay out|anonymous)\b.*",
    re.I,
)
_KNOWN = re.compile(r"(?:voluntary|optional|no prep\w*|nothing to prepare|not a review)\W*", re.I)
_PICK = re.compile(r"\bpick (?:a|your|any|their) (?:slot|time)s?\b", re.I)
_DONE = re.compile(
    r"(?:^|[.;,]\s*)(I(?:'ve| have)?\s+(?:already\s+)?"
    r"(?:asked|spoken|spoke|ordered|written|wrote|sent|raised|called|booked|checked)\b[^.;\n]*)",
    re.I,
)
"""What a leader says they have done."""
_MONTH_OR_DAY = "|".join((*MONTHS, *DAYS))
_NEXT_ROUND = re.compile(
    rf"\bnext (?:round|ones?|meetings?|conversations?)\b[\s:]*(?:(?:is|are|will be|starts?)\s+)?"
    rf"(?:in\s+|from\s+)?(?P<when>(?:{_MONTH_OR_DAY})[^.,;\n]*)",
    re.I,
)


def as_it_stands(kind: str, facts: Mapping[str, str], text: str) -> dict[str, str]:
    """Return the facts of a letter with how things stand.

    Args:
        kind: id of the letter's kind.
        facts: as read from the text.
        text: the brief, with plain quotes.
    """
    found = dict(facts)
    if kind == "heads_up":
        found |= _told(found, text)
    elif kind == "pushback_reply":
        _before_they_agree(found, text)
    elif kind == "quarterly":
        _since(found, text)
    elif kind == "promise_kept":
        _nothing_needed(found)
    elif kind == "decline" and "alternative" not in found and (match := _OFFERED.search(text)):
        found["alternative"] = match[1].strip()
    elif kind in {"invite_many", "invite_one"}:
        _rules_are_no_topics(found, text)
    elif kind == "leader_follow_up":
        _done_meanwhile(found, text)
    elif kind == "announcement":
        _rule_alone(found)
    elif kind == "themes_back":
        _next_round(found, text)
    for name in ("doing", "mine"):
        if name in found:
            found[name] = " | ".join(_with_dates(items(found[name])))
    if kind in {"thank_you", "promise_kept"} and "mine" in found:
        found["mine"] = " | ".join(_handed_over(each, found.get("leader", ""), text) for each in items(found["mine"]))
    if kind in {"nudge", "request", "quarterly"} and (match := _NO_HURRY.search(text)):
        _more(found, f"It's fine if it isn't {match[1].strip()}.")
    if kind in {"agenda_note", "promise_kept", "thank_you", "accept"} and (match := _ATTACHED.search(text)):
        _more(found, f"I've attached {match['what'] or match['thing']}.")
    return found


def _nothing_needed(facts: dict[str, str]) -> None:
    """Drop what the letter says in its own words: that nothing is needed."""
    if "result" in facts:
        facts["result"] = (
            ". ".join(e for e in facts["result"].split(". ") if not _NOTHING_NEEDED.fullmatch(e)) or facts["result"]
        )
    for name in ("meaning", "more"):
        told = items(facts.pop(name, ""))
        if kept := [each for each in told if not _NOTHING_NEEDED.fullmatch(each)]:
            facts[name] = " | ".join(kept)


def _more(facts: dict[str, str], sentence: str) -> None:
    facts["more"] = " | ".join(dict.fromkeys((*items(facts.get("more", "")), sentence)))


def _asked(facts: Mapping[str, str], text: str) -> bool:
    return bool(
        re.search(
            rf"(?:\bI(?:'ve| have|'d| had)?|^|[,.;:])\s*(?:already\s+|just\s+)?"
            rf"(?:asked|written to|wrote to|e-?mailed|messaged)\s+(?:{_whom(facts)})(?!\w)",
            text,
            re.I,
        )
    )


def _whom(facts: Mapping[str, str]) -> str:
    names = [re.escape(each) for each in forms(facts.get("leader", ""))]
    return "|".join(
        (*names, r"(?:his|her|their|your|my) (?:boss|manager)(?:'s (?:boss|manager))?", r"(?:the|our) director")
    )


def _told(facts: Mapping[str, str], text: str) -> dict[str, str]:
    """Return whether the leader was asked, will be met or was met, and whether the manager is said to be no part of it."""
    who, found = _whom(facts), {}
    if _NOT_THEM.search(text):
        found["not_them"] = "yes"
    if re.search(
        rf"\bI(?:'ve| have)?\s+(?:just\s+)?(?:met|saw|seen|(?:talked|spoke|spoken)\s+(?:to|with))\s+(?:with\s+)?(?:{who})(?!\w)",
        text,
        re.I,
    ) or (re.search(rf"(?:^|[,.;:])\s*(?:talked|spoke)\s+(?:to|with)\s+(?:{who})(?!\w)", text, re.I)):
        return found | _after_it(facts, text, who)
    if re.search(rf"\bI(?:'m| am|m|'ll be)\s+(?:seeing|meeting)\s+(?:with\s+)?(?:{who})(?!\w)", text, re.I):
        return found | {"booked": "yes"}
    return found | ({"written": "yes"} if _asked(facts, text) else {})


def _after_it(facts: Mapping[str, str], text: str, who: str) -> dict[str, str]:
    """Return what a manager is told after the meeting: what it was about, what the leader proposed, what needs a yes."""
    found = {"met": "yes"}
    about = re.search(
        rf"(?:talked|spoke|met|spoken)\s+(?:to |with )?(?:{who})\s+(?:[\w ]{{0,20}})?about\s+([^,.;\n]+)", text, re.I
    )
    if about and facts.get("purpose", "#") not in about[1]:
        found["purpose"] = about[1].strip()
    more = items(facts.get("more", ""))
    if nothing := re.search(
        r"\bsaid nothing about (?:you|him|her|them)\b(?:\s+(?:but|except)\s+[^,.;\n]+)?", text, re.I
    ):
        more = [each for each in more if each.lower().rstrip(".") not in nothing.group().lower()]
        found["not_them"] = ""
        more.append(f"I {re.sub(r'about (?:him|her|them)', 'about you', nothing.group(), flags=re.I)}.")
    if proposed := re.search(r"\b(?:s?he|they)\s+((?:suggested|offered|proposed|recommended)\s+[^,.;\n]+)", text, re.I):
        more.append(f"{first_name(facts.get('leader', '')) or 'They'} {proposed[1].strip()}.")
    if re.search(r"\b(?:your|his|her|their)\s+(?:ok|okay|approval|blessing|go-ahead|permission)\b", text, re.I):
        more.append("Would that be all right with you?")
    return found | ({"more": " | ".join(more)} if more else {})


def _before_they_agree(facts: dict[str, str], text: str) -> None:
    if _asked(facts, text):
        facts["written"] = "yes"
    minutes = re.search(rf"\b(?:{re.escape(facts.get('minutes', '#'))}|five|ten|fifteen|twenty)\s*min", text, re.I)
    if minutes and _PART_OF_IT.search(text[: minutes.start()]):
        facts.pop("minutes", None)
    if match := _JOIN.search(text):
        part = re.sub(r"^(?!the\b)(?=\w)", "the ", match["part"].strip())
        _more(facts, f"You're welcome to {match['how'].lower()}{f' for {part}' if part else ''}.")


def _since(facts: dict[str, str], text: str) -> None:
    """Take what has come of it since for the writer's own: no point the leader made."""
    learned = facts.get("learned", "")
    at = text.lower().find(learned.split(" and ")[0].lower()) if learned else -1
    if at > 0 and _SINCE.search(text[:at]):
        facts["since"] = facts.pop("learned")
    elif match := _SINCE_THEN.search(text):
        facts["since"] = match[1].strip()


def _rules_are_no_topics(facts: dict[str, str], text: str) -> None:
    topics = items(facts.pop("topics", ""))
    rules = [each for each in topics if _RULE.fullmatch(each)]
    if rule := facts.get("confidentiality") or ", ".join(rules):
        # Where the reader stops at one word, the rule goes on to the end of its clause.
        whole = re.search(rf"{re.escape(rule)}[^.;,\n]*", text, re.I)
        facts["confidentiality"] = whole.group().strip() if whole and len(rule.split()) < 3 else rule
    if rest := [each for each in topics if each not in rules and not _KNOWN.fullmatch(each)]:
        facts["topics"] = " | ".join(rest)
    if _PICK.search(text):
        _more(facts, "Please pick a time that suits you.")


def _rule_alone(facts: dict[str, str]) -> None:
    """Leave the confidentiality rule what it is: what the meetings are not is a sentence of its own."""
    told = re.split(r",\s+", facts.get("confidentiality", ""))
    if other := [each for each in told if re.fullmatch(r"not an? [\w ]+", each, re.I)]:
        facts["confidentiality"] = ", ".join(each for each in told if each not in other)
        for each in other:
            _more(facts, f"It isn't {each[4:]}.")


def _done_meanwhile(facts: dict[str, str], text: str) -> None:
    """Add what a leader has done since; its date is not the meeting's."""
    person = first_name(facts.get("person", "")) or "#"
    for match in _DONE.finditer(text):
        said = match[1].strip()
        if re.search(rf"\b(?:{re.escape(person)}|you|him|her|them)\b", said.split(",")[0], re.I):
            continue
        if facts.get("when", "#").lower() in said.lower():
            del facts["when"]
        told = items(facts.get("doing", ""))
        if not any(each.lower() in said.lower() for each in told):
            facts["doing"] = " | ".join((said, *told))


def _with_dates(deeds: list[str]) -> list[str]:
    """Return deeds with a date that stands before one put behind it: "by 3 June: order two" is "order two by 3 June"."""
    kept: list[str] = []
    date = ""
    for each in deeds:
        if re.fullmatch(r"(?:by|before|on|until)\s+(?:the\s+)?[\w ]{1,20}", each, re.I) and re.search(
            rf"\d|{_MONTH_OR_DAY}", each, re.I
        ):
            date = each
        else:
            kept.append(f"{each} {date}".strip())
            date = ""
    return [*kept, date] if date else kept


def _next_round(facts: dict[str, str], text: str) -> None:
    if not (match := _NEXT_ROUND.search(text)):
        return
    if facts.get("when", "#").lower() in match.group().lower():
        del facts["when"]
    for name in ("doing", "not_doing"):
        if left := [each for each in items(facts.pop(name, "")) if not match.group().lower().startswith(each.lower())]:
            facts[name] = " | ".join(left)
    _more(
        facts,
        f"The next round is {'in' if match['when'].split()[0].lower() in MONTHS else 'on'} {capital(match['when'].strip())}.",
    )


def _handed_over(promise: str, leader: str, text: str) -> str:
    """Return a thing promised to the leader as something to do: "I promised him my list" is to let him have it."""
    whom = "|".join(("him", "her", "them", *map(re.escape, forms(leader))))
    promised = re.search(rf"\b(?:promis(?:ed|e)|owed?|offered)\s+(?:{whom})\s+{re.escape(promise)}", text, re.I)
    return f"let {leader} have {promise}" if promised and leader else promise
