"""The user's own words worth quoting back, by kind, and the nouns worth asking about."""

import re
from collections.abc import Sequence

from app.domain.language import NounPhrase, Parsed, Span
from app.domain.rehearsal import PhraseKind, UserPhrase

_K = PhraseKind
_PATTERNS: tuple[tuple[PhraseKind, str], ...] = (
    (
        _K.HEARSAY,
        r"\b(?:word is|rumou?r has it|people say|they say|i(?:'ve)? heard|apparently|the talk is"
        r"|i was told)\b",
    ),
    (
        _K.DECLINING,
        r"\bi can only (?:really )?speak for myself|\bi'd rather not (?:say|guess|speak for \w+)|\bi(?:'d"
        r"| would)? (?:want|like) to be fair(?: to \w+)?|\bi don't want to speak for \w+(?: \w+)?|\bi(?:'d"
        r"| would) be guessing",
    ),
    (_K.AS_IF, r"\bas if [a-z' ]{4,45}"),
    (
        _K.ADMISSION,
        r"\bnothing,? really\b|\bi should(?:n't)? have \w+(?: \w+){0,4}|\bi (?:just )?(?:forgot|missed"
        r"|never) (?:\w+ ?){1,4}|\bi (?:didn't|did not) (?:ask(?! for (?:this|it|the|that)\b)|tell|say|check"
        r"|flag|raise|measure|notice"
        r"|warn)(?: \w+){0,4}|\bthat(?: one)? was (?:my (?:fault|mistake)|on me)|\bi got (?:that|it) wrong",
    ),
    (
        _K.UNKNOWN,
        r"\bi haven't \w+ (?:it|that|them|this)(?: \w+)?(?: yet)?|\bi don't (?:actually "
        r"|really )?know(?: (?:yet|the \w+|how \w+|exactly))?|\bi'd have to (?:check|look|count|ask)"
        r"|\bi couldn't tell you",
    ),
    (
        _K.SELF_JUDGEMENT,
        r"(?<=i keep thinking )(?:that )?i [a-z' ]{4,45}|\bi should (?:know|be|understand"
        r"|have) [a-z' ]{3,35}? by now",
    ),
    (_K.BLAME, r"\bif \w+ did (?:his|her|their) job|\bis \w+'s fault"),
    (_K.CONTRAST, r"\b(?:the|a|it's) [a-z-]+(?: [a-z-]+)?, not (?:the|a|an) [a-z-]+(?: [a-z-]+)?"),
    (
        _K.VAGUE,
        r"\b(?:a (?:lot|bunch|load|ton|bit) of (?:stuff|things|everything|work|changes)|lots (?:of (?:stuff"
        r"|things|work)|going on)|a lot going on|(?:kind|sort) of a? ?[a-z-]+ thing|(?:kind"
        r"|sort) of everything|stuff like that|things like that|that kind of thing|all sorts(?: of things)?"
        r"|this and that|bits and pieces|(?:just )?the usual(?: stuff| things)?|(?:pretty|quite"
        r"|fairly) (?:busy|good|hectic|complicated|okay)|it's (?:just )?complicated|a million things"
        r"|various things|a process thing|everyone (?:agrees|knows|says|thinks|feels|hates"
        r"|wants)(?: [a-z']+){0,3}|everybody (?:agrees|knows|says|thinks|feels|hates|wants)(?: [a-z']+){0,3}"
        r"|nothing ever (?:changes|works)|it (?:never|always) works|it depends)\b",
    ),
)
_LEADER: tuple[tuple[PhraseKind, str], ...] = (
    (
        _K.FISHING,
        r"\b(?:really|honestly|actually|secretly) (?:say|think|like|feel)|\bbetween (?:us|you and me)"
        r"|\boff the record|\b(?:the )?real story",
    ),
    (
        _K.VERDICT,
        r"\b(?:ought to|should) (?:have )?(?:know|known|do|done) better|\b(?:isn't|not) good enough"
        r"|\bis (?:wrong|out of order|the problem)|\blet you down",
    ),
    (
        _K.PROMISE,
        r"\b(?:by|before) (?:monday|tuesday|wednesday|thursday|friday|tomorrow|the end of the week)"
        r"|\bthis (?:week|month|afternoon)|\b(?:today|tomorrow|straight away)\b",
    ),
    (_K.PROMISE, r"\bi'll (?:fix|sort|stop|handle|deal with|talk to|speak to|have|get) \w+(?: \w+){0,2}"),
)
PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _PATTERNS)
LEADER_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _LEADER)
_CLAUSE = re.compile(r"[^,.;:!?…\n()\"“”]+")
_WEAK_START = re.compile(
    r"^(?:and|but|or|so|because|this was|that was|it was|which|that|then|also|well|um|uh|er|like|though"
    r"|although|actually|honestly|yes|no|yeah|it|"
    r"that's|it's|thanks|thank|sorry|hi|hello|i think|i mean|i guess|just)\b"
)
_NOT_THINGS = frozenset(
    "no yes front back top bottom middle truth place note notes numbers mop answer answers improvement word words "
    "thing things stuff lot lots bit kind sort way "
    "ways time times day days week weeks month months year years today "
    "tomorrow yesterday morning evening question questions moment minute minutes hour hours one ones "
    "something anything "
    "everything nothing everyone everybody someone somebody anyone people person guy guys reason point "
    "course fact thanks "
    "thank sorry hand side end half third quarter rest number percent problem problems idea part number max min sense "
    "example case chance page lot hi hello morning job boss manager name cycle raise pay promotion salary "
    "friend".split()
)
_PERSONS = frozenset(
    "child children kid kids nurse nurses driver drivers engineer engineers guest guests customer customers patient "
    "patients "
    "colleague colleagues staff supplier suppliers parent parents technician technicians boy girl man men woman "
    "women sister "
    "doctor doctors pharmacist planner planners chef cook cooks teacher teachers pupil pupils student students "
    "resident residents "
    "user users client clients visitor visitors tenant tenants porter porters adviser advisers applicant applicants "
    "friend "
    "director chief leader ceo supervisor mentor apprentice apprentices carer carers cleaner cleaners operator "
    "operators "
    "nephew niece mother father mum dad son daughter brother grandmother wife husband partner member members rep "
    "group half".split()
)
"""Heads that are people: nobody is asked about like a thing."""
_TRAILING = re.compile(
    r"(?:,? (?:and|but|or|so|i|we|it|he|she|they|the|a|an|to|of|for|that|because|with|my|our|which))+$", re.I
)
_LEAD = re.compile(r"(?:just|only|even|mostly|really|basically|also) ", re.I)
_PRONOUN = frozenset("i you he she it we they me him her us them who what which that this these those myself".split())


def phrases(text: str, closed: Sequence[tuple[int, int]], *, patience: int, swapped: bool) -> tuple[UserPhrase, ...]:
    """Return phrases of 2 to 8 words that may be quoted; `closed` spans are never touched, hearsay markers apart.

    `patience` is the number of words after which a listener with that much of it loses the thread.
    """
    low = text.lower().replace("’", "'")
    found: list[UserPhrase] = []
    for kind, pattern in LEADER_PATTERNS if swapped else PATTERNS:
        for match in pattern.finditer(low):
            phrase = _cut(text, match.start(), match.end(), kind)
            marker = kind in {_K.HEARSAY, _K.BLAME, _K.PROMISE, _K.VERDICT, _K.FISHING}
            if phrase and (marker or not _touches(phrase, closed)):
                found.append(phrase)
                break
    words = list(re.finditer(r"\S+", text))
    if len(words) > patience and (lost := _lost(text, words[patience - 1].start(), closed)):
        found.append(lost)
    if plain := _plain(text, closed):
        found.append(plain)
    return tuple(found)


def _cut(text: str, start: int, end: int, kind: PhraseKind) -> UserPhrase | None:
    words = list(re.finditer(r"\S+", text[start:end]))[:8]
    if len(words) < 1:
        return None
    stop = start + words[-1].end()
    said = _TRAILING.sub("", text[start:stop].rstrip(" .,;:!?…'\""))
    return UserPhrase(text=said, start=start, end=start + len(said), kind=kind)


def _touches(span: Span, closed: Sequence[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for start, end in closed)


def _lost(text: str, at: int, closed: Sequence[tuple[int, int]]) -> UserPhrase | None:
    """Return the clause in which the listener was lost, at most eight words of it."""
    for clause in _CLAUSE.finditer(text):
        if clause.end() >= at and len(clause.group().split()) >= 3:
            start = clause.start() + len(clause.group()) - len(clause.group().lstrip())
            lead = re.match(r"(?:and|but|so|or|because)\s+", text[start:], re.I)
            phrase = _cut(text, start + (lead.end() if lead else 0), clause.end(), _K.LOST)
            if phrase and not _touches(phrase, closed):
                return phrase
    return None


def _plain(text: str, closed: Sequence[tuple[int, int]]) -> UserPhrase | None:
    """Return a short clause of theirs that stands by itself: three to seven words, no question, no filler start."""
    best: UserPhrase | None = None
    for clause in _CLAUSE.finditer(text):
        said = clause.group().strip()
        follows = text[clause.end() : clause.end() + 1]
        start = clause.start() + clause.group().index(said) if said else 0
        lead = re.match(r"and\s+", said, re.I)
        if lead:
            start, said = start + lead.end(), said[lead.end() :]
        if not 3 <= len(said.split()) <= 7 or follows == "?" or _WEAK_START.match(said.lower()):
            continue
        if not re.search(
            r"\b(?:\w+ed|was|were|went|held|rang|sat|came|fell|cut|lost|took|sent|broke|kept|made|found"
            r"|told)\b",
            said.lower(),
        ):
            continue
        phrase = UserPhrase(text=said, start=start, end=start + len(said), kind=_K.PLAIN)
        if not _touches(phrase, closed):
            best = phrase
    return best


def things(parsed: Parsed, closed: Sequence[tuple[int, int]], names: Sequence[str]) -> tuple[Span, ...]:
    """Return noun phrases worth asking about, the best first: objects before subjects, longer before shorter."""
    people = {part.lower() for name in names for part in name.split()}
    people |= {e.text.lower() for e in parsed.entities if e.label in {"PERSON", "DATE", "TIME"}}
    ranked: list[tuple[float, Span]] = []
    for order, phrase in enumerate(parsed.phrases):
        if not _fit(phrase, people) or _touches(phrase, closed):
            continue
        lead = _LEAD.match(phrase.text)
        skip = lead.end() if lead else 0
        score = (
            2.0
            if phrase.role in {"dobj", "obj", "nsubjpass"}
            else 1.6
            if phrase.role == "ROOT"
            else 1.0
            if phrase.role in {"pobj", "attr"}
            else 0.5
        )
        score += 0.4 * min(3, len(phrase.text.split())) - 0.05 * order
        ranked.append((score, Span(text=phrase.text[skip:], start=phrase.start + skip, end=phrase.end)))
    return tuple(span for _, span in sorted(ranked, key=lambda pair: -pair[0]))


def _fit(phrase: NounPhrase, people: set[str]) -> bool:
    words = phrase.text.lower().replace("’", "'").split()
    head = phrase.head.lower()
    if not 1 <= len(words) <= 6 or head in _NOT_THINGS | _PERSONS or head in _PRONOUN or not head.isalpha():
        return False
    if words[0].strip(",") in {
        "what",
        "which",
        "how",
        "whose",
        "any",
        "some",
        "no",
        "every",
        "each",
        "another",
        "his",
        "her",
        "their",
        "its",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "more",
        "many",
        "much",
        "most",
        "all",
        "both",
        "such",
        "your",
        "this",
        "that",
        "not",
    }:
        return False
    if any(word.strip("'s.,") in people for word in words) or re.search(r"[\d%£$€@/\"]", phrase.text):
        return False
    if any(word in {"and", "or", "who", "that", "which", "i", "you", "we", "it"} for word in words):
        return False
    return len(words) > 1
