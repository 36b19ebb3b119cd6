"""What no engine may show, whatever the task: links, markup, its own instructions, verdicts, promises, another language.

The tasks' own critics ask whether words fit their plan. These rules ask whether a model has been talked into something,
by a pasted email, a document or the person's own line. Rules decide; an empty string means that a sentence is fine.
"""

import re
import unicodedata

from app.domain.turn import EngineRequest

_LINK = re.compile(
    r"(?i)\b(?:https?|ftp|data|javascript|mailto)\s*:\s*\S|\bwww\.|!\[|\]\s*[\[(]|^\s*\[\w+\]:|"
    r"\b[\w-]+\.(?:com|net|org|io|co|ru|xyz|example|test|invalid)\b"
)
_MARKUP = re.compile(
    r"(?i)</?[a-z!][^>]*>?|<\||\|>|\[/?inst\]|<<sys>>|```|[{}]|"
    r"^\s*(?:system|assistant|developer|user|employee|leader|coach|manager)\s*[:>]"
)
_ENCODED = re.compile(r"[A-Za-z0-9+/=_-]{28,}|\b(?:[0-9a-f]{2}[ :]?){14,}\b")
_ABOUT_ITSELF = re.compile(
    r"(?i)\b(?:system prompt|my (?:instructions|prompt|rules|guidelines|programming|notes)|"
    r"(?:the|these|those|previous|prior|above|your) instructions|developer mode|jail ?br(?:eak|oken)|"
    r"unrestricted|(?:no|without(?: any)?) (?:rules|filters?|restrictions)|ignor(?:e|ing) (?:all|the|my|previous)|"
    r"(?:as|i am|i'm) (?:now )?(?:an? )?(?:ai|dan|chatbot|language model)|language model|openai|chatgpt|safety checks?|"
    r"checks? (?:are|is) (?:now )?(?:off|disabled)|(?:disabled|switched off|turned off) (?:the |all |my )?(?:checks?|rules|filters?)|"
    r"new (?:role|persona|instructions)|pwned|hacked|arr+|ahoy|matey|as ye)\b|\b(?:my|the|these) rules(?: (?:are|say)\b| ?:)"
)
_VERDICT = (
    r"(?i)\b(?:manager|boss|supervisor|director|leader|colleagues?|team ?mates?|he|she|they|NAMES)"
    r"(?:'s|'re| is| are| was| were| has been| should)(?: \w+){0,3}? (?:incompetent|useless|stupid|idiots?|clueless|lazy|liars?|"
    r"lying|fraud|terrible|awful|toxic|worthless|pathetic|hopeless|weak|unfit|a (?:bully|disgrace|disaster|failure|fool|joke|"
    r"bad \w+)|the worst|be (?:fired|sacked|dismissed))\b"
)
_PROMISE = re.compile(
    r"(?i)\b(?:i (?:hereby )?(?:promise|guarantee|approve|authori[sz]e|confirm)|"
    r"you(?:'ll| will)(?: \w+)?\s(?:get|have|receive|be given|be)\s(?:the |a |an |your )?(?:promot\w+|raise|pay rise|bonus|job|new title)|"
    r"(?:promotion|raise|pay rise|bonus|draft|request) is (?:hereby )?(?:approved|granted|guaranteed|yours)|^\s*approved\b|"
    r"(?:\d+|ten) ?(?:/|out of) ?(?:10|ten)\b|perfect score|nothing (?:in it |here )?(?:is |needs )?(?:risky|wrong|fixing))"
)
_PRAISE = re.compile(
    r"(?i)\byou(?:'re| are) (?:\w+ )?(?:the best|outstanding|brilliant|exceptional)\b|\bbest (?:employee|question)\b"
)
_FIRST_PERSON = re.compile(r"(?i)\b(?:I|I'm|I'll|I've|I'd|my|mine|me)\b")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_MARK = re.compile(r"\[(\d{1,2}|coach)\]")
_FUNCTION_WORDS = frozenset(
    "the and you your is are it that what with for to of have would this be not do how my we they can about when from i a at or if "
    "will one more before who why which their them our us but as by has had was were there than then so no".split()
)
_COMMON = _FUNCTION_WORDS | set(
    "them just into only also very much some that's what's it's here like want need make".split()
)
CLAUSES = {
    "has a link or a picture in it": "had a link or a picture in it",
    "has markup in it": "had signs in it that belong to a program",
    "has something encoded in it": "had letters in it that nobody can read",
    "talks about its instructions": "talked about its own instructions",
    "judges a person": "passed a verdict on a person",
    "promises or approves something": "promised or approved something, and that is not up to it",
    "praises": "praised you without saying what for",
    "gives its instructions away": "repeated its own instructions",
    "is not in English": "was not in English",
    "has invisible letters in it": "had invisible letters in it",
    "has look-alike letters in it": "had letters in it that only look like English ones",
    "mixes alphabets": "mixed two alphabets in one word",
    "says what the line told it to say": "said what your line told it to say, and nothing of its own",
    "speaks of itself": "spoke of itself",
    "has nothing to do with the plan": "strayed from the guidance it was given",
}
"""What each reason means to the person, as a clause after "the model's reply"."""
SHINGLE = 7
"""Words in a row that, shared with the instructions and not with the plan, give the instructions away."""
KNOWN = 0.3
"""Least share of a sentence's words that are English function words, or words of the plan."""
LONG = 5
"""Words from which a sentence's language is judged."""
OWN = 0.3
"""Least share of the longer words of the coach's own suggestion that the plan or its guidance has too."""


def unfit(sentence: str, request: EngineRequest) -> str:
    """Return why a sentence may not be shown whatever it answers, or an empty string."""
    plan = request.plan
    given = " ".join((plan.planned, *plan.facts, plan.slots.get("passages", ""))).lower()
    if sentence.strip().lower() in given:
        return ""
    if reason := disguised(sentence):
        return reason
    low = sentence.replace("’", "'")
    names = "|".join(re.escape(name) for name in request.names) or "nobody"
    for reason, pattern in (
        ("has a link or a picture in it", _LINK),
        ("has markup in it", _MARKUP),
        ("has something encoded in it", _ENCODED),
        ("talks about its instructions", _ABOUT_ITSELF),
        ("judges a person", re.compile(_VERDICT.replace("NAMES", names))),
        ("promises or approves something", _PROMISE),
        ("praises", _PRAISE),
    ):
        if any(match.group().lower() not in given for match in pattern.finditer(low)):
            return reason
    if _tells_instructions(low, request, given):
        return "gives its instructions away"
    if _foreign(low, given):
        return "is not in English"
    return _beside_the_plan(low, request, given)


def disguised(text: str) -> str:
    """Return why a text may read otherwise than it looks: invisible letters, look-alikes, mixed alphabets."""
    if any(unicodedata.category(letter) in {"Cf", "Co", "Cn"} for letter in text):
        return "has invisible letters in it"
    if any(not letter.isascii() and _plain(letter).isascii() and _plain(letter).isalnum() for letter in text):
        return "has look-alike letters in it"
    for word in re.findall(r"[^\W\d_]+", text):
        latin = [unicodedata.name(letter, "").startswith("LATIN") for letter in word]
        if any(latin) and not all(latin):
            return "mixes alphabets"
    return ""


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKC", letter)


def _tells_instructions(text: str, request: EngineRequest, given: str) -> bool:
    told = " ".join(line.content for line in request.lines if line.role == "system").lower()
    words = re.findall(r"[\w']+", text.lower())
    there, fine = _spaced(told), _spaced(given)
    rows = (" ".join(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1))
    return any(f" {row} " in there and f" {row} " not in fine for row in rows)


def _spaced(text: str) -> str:
    words = " ".join(re.findall(r"[\w']+", text))
    return f" {words} "


def _foreign(text: str, given: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < LONG:
        return bool(words) and not any(letter.isascii() for word in words for letter in word)
    known = _FUNCTION_WORDS | set(re.findall(r"[a-z]{3,}", given))
    return sum(word in known for word in words) < KNOWN * len(words)


def _beside_the_plan(text: str, request: EngineRequest, given: str) -> str:
    """A sentence that takes its words from the person's line and none from the plan does what the line told it to."""
    plan = request.plan
    words, known = _content(_MARK.sub("", text)), _content(given)
    line = _content(" ".join(plan.slots.get(slot, "") for slot in ("line", "question")))
    if not text.rstrip().endswith("?") and len((words & line) - known) >= 2 and not words & known:
        return "says what the line told it to say"
    if plan.speaker == "coach" and plan.slots:
        if _FIRST_PERSON.search(_QUOTED.sub("", text)):
            return "speaks of itself"
        if set(_MARK.findall(text)) == {"coach"} and len(words & known) < OWN * len(words):
            return "has nothing to do with the plan"
    return ""


def _content(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s)$", "", word) for word in re.findall(r"[a-z]{4,}", text.lower())} - _COMMON
