"""What a brief says of how it is to be: by phone only, to the managers first, not up for a vote. Read by its words."""

import re
from collections.abc import Mapping

from app.coaching.emails.phrases import items
from app.coaching.emails.standing import as_it_stands
from app.coaching.emails.unsaid import COUNTED
from app.coaching.emails.values import meeting_format
from app.coaching.emails.wording import capital
from app.domain.emails import EmailKind

_MANAGERS = (
    r"(?:(?:all|each) (?:of )?)?(?:my|the|our|your)?\s*(?:\w+ )?"
    r"(?:managers|team leads|leads|team leaders|direct reports|directors|supervisors)"
)
_TO_MANAGERS = re.compile(rf"(?:^|\b(?:to|for|tell|email|write to|let)\s+)(?:{_MANAGERS})\b(?!\s+and\b|'s?\b)", re.I)
_TO_ALL = re.compile(
    r"\b(?:to|for|tell|with|summari[sz]e back to)\s+(?:everyone|everybody|all\b|the whole|my (?:department|area|people))",
    re.I,
)
_SEEN = re.compile(
    r"\bmanagers\s+(?:(?:have|had|'ve|all|already|also)\s+)*(?:seen|saw|heard|got|know|read|were told|were shown)\b"
    r"|\b(?:told|showed|shown|sent|gave|given|shared)\b[^.;!?\n]{0,30}\bmanagers\b",
    re.I,
)
_NO_VETO = re.compile(
    r"\b(?:no|not? (?:a|any)|can(?:no|')?t|cannot|can not|don't (?:have|get)|without(?: an?)?)\s+(?:have an? |a )?(?:veto|vote|say no)\b"
    r"|\bnot (?:up for|open to) (?:a vote|debate|discussion|veto)\b",
    re.I,
)
_HEAR_FIRST = re.compile(r"\b(?:hears?|told|tell|know|learns?)\b[^.;,]{0,25}\bfirst\b|\bfirst to (?:hear|know)\b", re.I)
_THEMES_FIRST = re.compile(
    r"\b(?:themes?|what i hear|summary|results?)\b[^.;,]{0,40}\b(?:first|before (?:any|every)\w+)\b", re.I
)
_LAST = re.compile(r"\b(?:go(?:es)?|comes?|start|begin|be|is|meet|see)\b[^.;,]{0,25}\blast\b", re.I)
OFFERS = (
    (_THEMES_FIRST, "you hear the themes before anyone else"),
    (_HEAR_FIRST, "you hear of each step first"),
    (_LAST, "your team can go last"),
)
"""What a leader gives a manager who objects, and how the letter says it; what the themes say, the step need not."""
_ON_DAY = re.compile(r"\s+((?:on|by|from)\s+[^,.;\n]+)", re.I)
_YOU_MAY = re.compile(r"\byou (?:can|may) ((?!not\b|go\b|have (?:a|no) veto)[a-z]+ [^,.;\n]+)", re.I)
_STAY_OUT = re.compile(
    r"\b(?:you |she |he |they )?(?:can't|cannot|can not|may not)\s+((?:sit in|join|attend|be there|come along|listen in)\b[^,.;\n]*)",
    re.I,
)
_MAY_I = re.compile(
    r"\b(?:(?:can|could|may|might) (?:i|we)|(?:if|whether) (?:i|we) (?:can|could|may|might)) (?:please )?"
    r"((?!have (?:this|it|that|you)\b)(?:bring|have|take|come|join|dial|do|record|ask|start|leave|get)\b[^.?!;,\n]*)",
    re.I,
)
_FORMAT = re.compile(
    r"\b(?:video|zoom|teams|online|remote(?:ly)?|phone|telephone|in[- ]person|face[- ]to[- ]face)\b(?!\s+(?:call )?invit)",
    re.I,
)
_DENIED = re.compile(r"\b(?:can(?:no|')?t|cannot|not|no|won't|don't|without)\b[^.;,]{0,14}$", re.I)
_WISHED = re.compile(
    r"\b(?:only|prefer\w*|rather|but|instead|can (?:we|i|it)|could (?:we|i|it)|if possible|please|ask\w*|need\w*|has to|must)\b"
    r"[^.;\n]{0,20}$",
    re.I,
)
_ONLY = re.compile(r"\b(?:only|has to|must)\b[^.;\n]{0,12}$", re.I)


def with_wishes(kind: EmailKind, facts: Mapping[str, str], text: str) -> dict[str, str]:
    """Return the facts with what the text wishes for in a letter of this kind."""
    found = {name: _numbered(name, whole_brackets(value, text), text) for name, value in facts.items()}
    found = as_it_stands(kind.id, found, text)
    if kind.id == "themes_back":
        return _themes(found, text)
    if kind.id == "leader_pushback":
        return _answer(found, text)
    if kind.id == "announcement" and _NO_VETO.search(text):
        return found | {"veto": "no"}
    if kind.id == "accept":
        return _conditions(found, text)
    return found


def is_offer(said: str) -> bool:
    """Tell whether the letter to a manager who objects says this in its own words."""
    return bool(_NO_VETO.search(said)) or any(pattern.search(said) for pattern, _ in OFFERS)


def names_managers(who: str) -> bool:
    """Tell whether those who read it are the managers alone."""
    return bool(re.fullmatch(rf"(?:to |for )?{_MANAGERS}(?: (?:first|only|alone))?", who.strip(" ."), re.I))


def whole_brackets(value: str, text: str) -> str:
    """Return the items of a fact with what stands in brackets after them in the text, and with no bracket left open."""
    whole: list[str] = []
    for item in value.split(" | "):
        if whole and re.search(rf"{re.escape(whole[-1])}\s*\(\s*{re.escape(item)}\s*\)", text, re.I):
            whole[-1] += f" ({item})"
        elif item.count("(") > item.count(")"):
            whole.append(f"{item})" if f"{item})".lower() in text.lower() else item.replace("(", "", 1))
        else:
            whole.append(item)
    return " | ".join(whole)


_LIST_NUMBER = re.compile(
    r"\s+[2-9]\s+(?!(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|people|times?|of|or|and|to|percent)\b)(?=[a-z])",
    re.I,
)


def _numbered(name: str, value: str, text: str) -> str:
    """Return a list as its items where the text counts them without stops: "1 lights 2 rota 3 scanners"."""
    if name not in {"heard", "doing", "not_doing", "topics", "mine"} or not COUNTED.search(text):
        return value
    return _LIST_NUMBER.sub(" | ", re.sub(r"^1\s+", "", value))


def _themes(facts: dict[str, str], text: str) -> dict[str, str]:
    if _TO_MANAGERS.search(text) and not _TO_ALL.search(text):
        facts["who"] = "my managers"
    if _SEEN.search(text):
        facts["manager_knows"] = "yes"
    heard = items(facts.get("heard", ""))
    counted = re.compile(r".+\(\d+[^)]*\)")
    counts = any(counted.fullmatch(each) for each in heard)
    for name in ("doing", "not_doing"):
        told = [each for each in items(facts.pop(name, "")) if not _SEEN.search(each)]
        # Where numbers in brackets count who said it, what has one is a theme, wherever it stands.
        themes = [each for each in told if counts and counted.fullmatch(each)]
        heard += themes
        if rest := [each for each in told if each not in themes]:
            facts[name] = " | ".join(rest)
    return facts | ({"heard": " | ".join(heard)} if heard else {})


def _answer(facts: dict[str, str], text: str) -> dict[str, str]:
    """Return the facts of a leader's answer to a manager: what is offered in the letter's words, what is settled apart."""
    if "boss" not in facts and "person" in facts:
        facts["boss"] = facts["person"]
    told = [*items(facts.pop("doing", "")), *items(facts.pop("not_doing", ""))]
    themes = _THEMES_FIRST.search(text)
    # Who hears the themes first need not hear of each step first.
    rest = text.replace(themes.group(), "") if themes else text
    offers = [said for pattern, said in OFFERS if pattern.search(text if pattern is _THEMES_FIRST else rest)]
    if themes and (day := _ON_DAY.match(text[themes.end() :])):
        offers = [f"{day[1]} {said}" if "themes" in said else said for said in offers]
    offers += [f"you may {match[1].strip()}" for match in _YOU_MAY.finditer(text) if not is_offer(match.group())]
    own = [each for each in told if not is_offer(each) and not any(each in said for said in offers)]
    stays = ["the conversations go ahead"] if _NO_VETO.search(text) else []
    if match := _STAY_OUT.search(text):
        stays = [*(stays or ["I'll hold these conversations"]), f"you can't {match[1].strip()}"]
    if stays:
        facts["stays"] = " and ".join(stays)
    if offers or own:
        facts["doing"] = " | ".join([*offers, *own])
    return facts


def _conditions(facts: dict[str, str], text: str) -> dict[str, str]:
    """Return the facts of a yes with the wish that goes with it: how to meet, or what to ask leave for."""
    facts.pop("format", None)
    for match in _FORMAT.finditer(text):
        before = text[: match.start()]
        if not _DENIED.search(before) and _WISHED.search(before):
            only = " only" if _ONLY.search(before) or re.match(r"\s+only\b", text[match.end() :], re.I) else ""
            facts["format"] = f"{meeting_format(match.group())}{only}"
    asked = [f"Could I {match[1].strip()}?" for match in _MAY_I.finditer(text) if not _FORMAT.search(match[1])]
    if not asked:
        return facts
    topics = [each for each in items(facts.pop("topics", "")) if not any(each.rstrip("?") in ask for ask in asked)]
    more = [*items(facts.get("more", "")), *asked]
    facts["more"] = " | ".join(dict.fromkeys(capital(each) for each in more))
    return facts | ({"topics": " | ".join(topics)} if topics else {})
