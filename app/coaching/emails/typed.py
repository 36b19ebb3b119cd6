"""A typed, dictated or pasted brief brought to ordinary writing, so that one set of rules reads them all."""

import re
import unicodedata
from collections.abc import Callable, Iterable

from app.coaching.emails.first_names import FIRST_NAMES
from app.coaching.emails.mended import as_meant, in_a_line
from app.coaching.emails.names import NOT_NAMES, PARTICLES, TITLES, take_name
from app.coaching.emails.wording import DAYS, MONTHS
from app.coaching.promise_words import VERB

_CHAT = {
    "im": "I'm", "i'm": "I'm", "ive": "I've", "i've": "I've", "i'd": "I'd", "i'll": "I'll", "hes": "he's", "shes": "she's",
    "theyre": "they're", "thats": "that's", "whos": "who's", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't",
    "havent": "haven't", "hasnt": "hasn't", "isnt": "isn't", "wasnt": "wasn't", "cant": "can't", "couldnt": "couldn't",
    "wanna": "want to", "gonna": "going to", "bc": "because", "cos": "because", "coz": "because", "cuz": "because",
    "u": "you", "ur": "your", "pls": "please", "plz": "please", "smth": "something", "sth": "something", "thx": "thanks",
    "theres": "there's", "whats": "what's", "abt": "about", "bout": "about", "mgr": "manager", "tmrw": "tomorrow", "tho": "though",
}  # fmt: skip
_CHAT_WORD = re.compile(
    rf"(?<![\w'@.])(?:{'|'.join(map(re.escape, sorted(_CHAT, key=len, reverse=True)))})(?![\w'@])", re.I
)
_RANK = re.compile(
    r"\b(Dr|Prof|Mr|Mrs|Ms|Mx|Sgt|Col|Capt|Lt|Maj|Gen|Engr|Eng|Rev|Hon|Sr|Sra|Dra|Mme|Mlle|Fr|Ing)\.(?=\s+[^\W\d_])",
    re.I,
)
_BOSSY = r"(?:line\s+|direct\s+)?(?:boss|manager|supervisor|team lead(?:er)?|lead)"
_OPENS = re.compile(
    rf"""(?<=[\w'])\s+(?=
      (?:my|her|his|their|the)\s+{_BOSSY}(?:'s\s+{_BOSSY})?(?:'s)?\s+(?:name\s+)?(?:is|knows|said|was|has|suggested|agreed)\b
      |(?:my|her|his|their)\s+(?:assistant|name|role)(?:'s)?\s+(?:is|isn't)\b
      |I'm\s|I\s+am\s|I\s+work\b|I\s+report\b
      |s?he's\s+(?:the\s+|our\s+|a\s+|an\s+)?(?:head|director|[se]?vp|c[etofi]o|chief|president|fine|ok|okay|aware|called|in\s+the\s+loop|happy)\b
      |(?:s?he|they)\s+(?:also\s+)?(?:said|knows?|agreed|suggested|told\s+me|offered|promised|mentioned|gave)\b
      |what\s+(?:stuck|stayed|helped|I\s+(?:learned|took|liked))\b|this\s+is\s+(?-i:[A-Z])
      |(?:and\s+)?I\s+(?:told|promised|said|offered|wrote|sent|asked)\b
      |I\s+(?:want|need|would|have|haven't|met|told|promised|can)\b|I'd\s|I've\s|I'll\s
      |(?:keep\s+it|make\s+it|under|max(?:imum)?|no\s+more\s+than|less\s+than|at\s+most)\s+(?:\w+\s+){{0,3}}\d+
      |please\b|it's\s+(?:about|for|to|not|nothing)\b|(?:it|that)\s+(?:is|was)\s+about\b|thanks\b
    )""",
    re.I | re.X,
)
_NAME_OPENS = re.compile(
    r"(?<=[a-z0-9])\s+(?=[A-Z]\w+\s+(?:already\s+|also\s+)?(?:knows|is\s+(?:ok|okay|fine|aware|happy|informed|cool"
    r"|on board)"
    r"|said|agreed|suggested|told me)\b)"
)
_JOINING = frozenset(
    "and but or that because"
    " so if whether what how why when where who which as than to think thinks before after while "
    "since tell let know of for by with from about my the know knows said is are was be says hope".split()
)
_SAYS_NAME = re.compile(
    r"""\b(?:
      (?:I'm|I\s+am|this\s+is|it's)\s+(?:called\s+)?
    | (?:(?:my|her|his|their|the|(?:boss|manager)'s)\s+)?name(?:\s+is|'s|\s*:)?\s+
    | (?:is|'s|,|who's|who\s+is)?\s*(?:called|named)\s+
    | (?:boss|manager|supervisor|lead(?:er)?|skip(?:[- ]level)?|assistant|pa|me|person|director|dean|prof(?:essor)?|dr|mrs?|ms
        |[se]?vp|c[etofi]o|head\s+of\s+\w+)(?:\s+(?:is|was)|'s\s+name\s+is|'s|\s*[:=]|,)?\s+
    | (?:report(?:s|ing)?|answers?)\s+(?:in)?to\s+ | (?:work(?:ing|s)?\s+(?:for|under)|under)\s+
    | (?:signed|from|thank(?:s|\s+you)?(?:\s+to)?|met(?:\s+with)?|meet(?:ing)?(?:\s+with)?|with|invited?\s+by|to
        |ask|invite|nudge|remind|promised|tell|let|inform)\s+
    )""",
    re.I | re.X,
)
_MEANS_SOMEBODY = re.compile(
    r"\b(?:tell|let|ask|thank|met|invite|nudge|remind|inform|warn|told|promised|hi|hello|hey|dear|signed"
    r"|(?:boss|manager|supervisor|lead|foreman|matron|director|head)(?:\s+is|'s|,)?"
    r"|(?:e-?mail|letter|note|message|line|request|reply|heads?[- ]?up|write"
    r"|talk|speak|chat|meeting|meet|minutes?|mins?|coffee)\s+(?:to|with|for)"
    r"|(?:^|[.\n]\s*)(?:for|to|from))\s+(?=[^\W\d_])",
    re.I,
)
"""Words after which a name stands; a word no dictionary has is one there."""
_SURE = re.compile(r"(?:name|called|named|I'm|I\s+am|[:=]|\bis|'s|reports?\s+to|reporting\s+to)\s*$", re.I)
_CALLED = re.compile(r"(?:name(?:\s+is|'s|\s*:)?|called|named)\s*$", re.I)
_VERBISH = frozenset(
    "free available aware keen"
    " new happy planning based off away out back here there fine from stuck sick ill busy done in "
    "on at the manager lead engineer analyst".split()
)

THINGS = frozenset(
    "feedback advice help clarity context coffee lunch career guidance time permission approval information support "
    "visibility clients customers"
    " everyone finance marketing sales engineering product ops people questions topics strategy "
    "priorities growth plans data money work opportunities others leaders directors executives human resources regards "
    "kindness hr legal security operations research training learning management".split()
)
"""Words that stand where a name might, and are none."""


def as_written(text: str, knows: Callable[[str], bool]) -> str:
    """Return the brief with ordinary contractions, sentence ends, and capitals on names where it has none at all.

    Args:
        text: as typed, dictated or pasted.
        knows: tells whether a word is English; one that is not, where a name must stand, is a name.
    """
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("\r\n", "\n")
    text = "".join(". " if unicodedata.category(c) in {"So", "Cs", "Sk"} and c != "`" and c != "^" else c for c in text)
    text = re.sub(r"[\ufe0f\u200d]", "", text)
    text = in_a_line(re.sub(r"[ \t]+[/|][ \t]+", ". ", text))
    text = re.sub(r"\s*\(\s*\S+@\S+\s*\)|\s*<\S+@\S+>", "", text)
    text = _RANK.sub(r"\1", text)
    text = re.sub(r"\bw/\s*", "with ", text)
    text = re.sub(r"\s\+\s", " and ", text)
    text = re.sub(rf"\b2(?= (?:{VERB}|meet|hear|learn|understand|know|say)\b)", "to", text)
    text = re.sub(r"\b4(?= \d+ ?min)", "for", text)
    text = re.sub(
        r"\b[Ii]ts (?=([^\W\d_]+)\b)",
        lambda m: "it's " if plain(m[1]) in FIRST_NAMES or m[1] == "me" else m.group(),
        text,
    )
    text = re.sub(
        r"\b([Ii])ts (?=(?:a|an|the|not|nothing|about|for|in|on|all|just|only|my|our|been|\w{2,}ed|done|made|set|chosen|run)\b)",
        r"\1t's ",
        text,
    )
    text = as_meant(text)
    text = re.sub(r"\bdev ops\b", "devops", text)
    text = re.sub(r"(?<![\w-])([^\W\d_]\w+), ([^\W\d_]\w+)(?=\s*[.,;(])", _first_name_first, text)
    text = _CHAT_WORD.sub(lambda m: _CHAT[m.group().lower()], text)
    text = re.sub(rf"\bid (?=(?:like|love|want|prefer|appreciate|be|{VERB})\b)", "I'd ", text)
    text = re.sub(r"(?<![\w'.])i(?=$|[\s,'])", "I", text)
    inner = re.sub(r"(?:^|[.!?:\n]\s*)\w+|\bI'\w+|\b[A-Z]{2,4}\b", " ", text)
    dated = rf"\b(?:{'|'.join((*DAYS, *MONTHS))})\b"
    typed_low = not re.search(r"\b[^\W\d_a-zà-ÿ]\w", re.sub(dated, " ", inner, flags=re.I))
    words = len(text.split())
    dictated = words > 12 and words / (1 + len(re.findall(r"[.,;:!?\n]", text))) > 14
    if dictated:
        text = _with_stops(text, _OPENS)
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r"\.(?:\s*\.)+", ".", text).strip(" .\n") + ("." if text.rstrip().endswith(".") else "")
    text = re.sub(r"\s+\.", ".", text)
    text = _named(text, knows, anywhere=typed_low)
    return _with_stops(text, _NAME_OPENS) if dictated else text


def _first_name_first(match: re.Match[str]) -> str:
    """Turn "Torres, Miguel" round."""
    last, first = match.groups()
    turned = last.istitle() and first.istitle() and plain(first) in FIRST_NAMES and plain(last) not in FIRST_NAMES
    return f"{first} {last}" if turned else match.group()


def _with_stops(text: str, opens: re.Pattern[str]) -> str:
    """End a sentence before the words that open a new one in a brief."""

    def stop(match: re.Match[str]) -> str:
        before = re.search(r"([\w']+)$", text[: match.start()])
        return match.group() if before and before[1].lower() in _JOINING else ". "

    return opens.sub(stop, text)


def _named(text: str, knows: Callable[[str], bool], *, anywhere: bool) -> str:
    """Give names their capitals: where a name must stand, and `anywhere` a common first name is found, in a text without."""
    found: set[str] = set()
    spans = [(m.end(), bool(_SURE.search(m.group()))) for m in _SAYS_NAME.finditer(text)]
    anchors = list(spans)
    meant = {m.end() for m in _MEANS_SOMEBODY.finditer(text)}
    spans += [(at, False) for at in meant]
    if not anywhere:
        called = [(m.end(), True) for m in _SAYS_NAME.finditer(text) if _CALLED.search(m.group())]
        spans = [(m.start(), False) for m in re.finditer(r"(?<![\w'])[^\W\d_][\w-]+", text) if m.group().islower()]
        spans = [(at, sure) for at, sure in spans if plain(re.split(r"\W", text[at:], maxsplit=1)[0]) in FIRST_NAMES]
        spans += [*called, *((at, False) for at in meant)]
    else:
        spans += [
            (m.start(), False)
            for m in re.finditer(r"(?<![\w'])[^\W\d_][\w-]+", text)
            if plain(m.group()) in FIRST_NAMES
        ]
        spans += [(m.start(1), False) for m in re.finditer(r"[.\n]\s*([^\W\d_][\w-]+)\.?\s*$", text)]
    for start, sure in spans:
        name, end = take_name(text, start, lower=True)
        if not name:
            continue
        first, *rest = text[start:end].split()
        bare = plain(re.sub(r"'s?$", "", first))
        known = bare in FIRST_NAMES or (start in meant and bare not in _CHAT and not knows(bare))
        if first.lower() in _VERBISH or not (
            known or (sure and _stands(text, end)) or (anywhere and _alone(text, name, end))
        ):
            continue
        found.add(re.sub(r"'s?$", "", first))
        found |= {w for w in rest if w.lower() not in NOT_NAMES | _VERBISH | PARTICLES}
    for start, sure in [*anchors, *((at, False) for at in meant)]:
        both = re.match(
            r"(will|mark|may|june|april|august|grace|rose|dean|bill|don|jack|art|faith|hope|joy)\s+([^\W\d_]\w+)",
            text[start:],
        )
        if both and both[2] not in NOT_NAMES | _VERBISH and (sure or not knows(both[2])):
            found |= {both.group()}
    for match in re.finditer(rf"\b(?:{'|'.join(sorted(TITLES))})\s+(?!am\b|and\b)([^\W\d_][\w-]+)", text):
        if match[1] not in NOT_NAMES:
            text = text[: match.start()] + match.group().title() + text[match.end() :]
    for name in found:
        text = re.sub(rf"(?<!\w){re.escape(name)}s(?=\s+{_BOSSY}\b)", f"{name}'s", text)
    return _capitals(text, found)


def _capitals(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = re.sub(rf"(?<![\w'@.]){re.escape(name)}(?!\w)", lambda m: _capital(m.group()), text)
    return text


def plain(word: str) -> str:
    """Return the word in lower case and without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


def _capital(word: str) -> str:
    return re.sub(r"(?:^|(?<=[ -]))[a-zà-ÿ]", lambda m: m.group().upper(), word)


def _stands(text: str, end: int) -> bool:
    """Tell whether what follows can follow a name."""
    return not re.match(r"\s+(?:to|of|about|that|than)\b", text[end:])


def _alone(text: str, name: str, end: int) -> bool:
    """Tell whether a name after a weaker sign stands as one: a stop or a small word comes next, and it names no thing."""
    ends = not text[end:].strip() or re.match(
        r"\s*(?:[.,;:!?\n(]|(?:'s|please|for|that|about|at|on|today|tomorrow|yesterday|next|this|after|who|is|has|because"
        r"|every|knows|said)\b)",
        text[end:],
    )
    return bool(ends) and not {w.lower() for w in name.split()} & THINGS
