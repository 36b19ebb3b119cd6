"""The user's own nouns, as they can stand inside a question."""

import re
from collections.abc import Iterator

from app.coaching.questions.aims import wanted
from app.domain.meeting import Meeting

_NOBODYS_TOPIC = re.compile(
    r"\b(?:boss|managers?|supervisors?|colleagues?|teammates?|directors?|leaders?|[es]?vps?|c[efiot]o|him|her|"
    r"pay|salary|bonus|raise|promotion|visas?|sponsorship|permits?)\b",
    re.I,
)
"""Nouns that no question of the bank may be about: a person, or what their manager or HR decides."""
_NO_TOPIC = re.compile(
    r"^an?\s|^(?:(?:my|our|the|his|her|their)\s+)?(?:kids?|child(?:ren)?|wife|husband|partner|family|people|"
    r"staff|team|work|job|"
    r"life|future|career|role|way|path|goals?|priorities|company|department|reasons?|thinking|decisions?|"
    r"questions?|meeting|"
    r"things?|strategy|vision|direction|layoffs?|person|everyone|everybody|someone|nurses|"
    r"engineers|developers|women|men|juniors|seniors|employees|managers|programme|rest|same|next|last|first|best|"
    r"idea|problem|risk|obstacles?|time|day|week|month|year|leadership|recognition|growth|skip[- ]levels?|area|"
    r"hospital|school|"
    r"firm|business|bank|organi[sz]ation|board|management|gap|right|wrong|whole|complaint|ambition|situation|"
    r"mood|matter|"
    r"point|floor|room|top|future|same thing|big picture|porters|analysts|apprentices|talk|conversation|"
    r"half-hour|other side)$|\b(?:job|post|role|position)$|"
    r"^(?!more\s).*\b(?:analysts|nurses|engineers|developers|porters|apprentices|juniors|people|staff|friend|"
    r"team|crew|department|office|unit|shops?|deadline|"
    r"date)$|\b(?:two|three|four|five|six|best|good|young|many|few)\s+\w+(?:ers|ors|ists|ees)$",
    re.I,
)
"""Whom a question cannot be about, and what says too little to be asked about."""
_ALSO_NAMES = frozenset(
    "art bill carter chase cliff dawn dean drew earl faith frank gene glen grace grant guy heath hope iris ivy jack jasmine joy "
    "lance lily mark mason miles nick pat pearl penny ray rich rob robin rose ruby sandy sue violet wade".split()
)
"""With a capital and alone, these are people."""
_END = (
    r"and|or|so|to|for|with|is|are|was|were|be|being|that|from|again|before|after|because|without|but|in|at|as|"
    r"if|when|while|"
    r"where|not|can|could|will|would|should|gets?|got|who|which|how|why|into|by|than|has|have|had|on|of|about|"
    r"whether|i|we|"
    r"he|she|they|it|you|need|needs|keeps?|goes|does|do|really|this|next|last|since|until|more|came|better|"
    r"faster|happens|happened|matters|works|means|affects|looks|"
    r"feels|decides|wants|slips|runs|gives|takes|makes|went|found|left|quit|broke|fell|rose|grew|lost|won|began|"
    r"going|doing|coming|stays|fails|says|said|between|among|under|across|during|through|against|some|any|out|"
    r"off|an?|the|each|every|another|ends|closes|expires|lasts|arrives?|begins|comes?|happen|still|yet|already|ever|too|"
    r"\w+[^aeiou\s]ed"
)
_STOP = rf"(?:{_END})(?![\w-])"
_NO_START = (
    rf"(?:{_END}|an?|what|working|him|her|them|me|us|my|our|the|his|their|its|there|these|those|any|some|all|"
    rf"being|getting|"
    r"having|people|stuff|things?|everything|anything|something|leaving|myself|himself|herself|each|other)(?![\w-])"
)
_WORDS = rf"[\w'-]+(?:\s+(?!{_STOP}|\w+ly\b)[\w'-]+){{0,2}}"
_PHRASES = (
    re.compile(
        rf"(?<!\bat )(?<!\bin )(?!(?<=\bon )the (?:ward|floor|site|line|unit)\b)\b(?P<noun>(?:the|our|"
        rf"my)\s+(?!{_STOP}){_WORDS})",
        re.I,
    ),
    re.compile(
        rf"\bwhy (?:(?:we|they)(?:'re| are)|it's|it is) (?:still |now )?(?P<noun>\w+ing\s+(?!{_STOP}){_WORDS})", re.I
    ),
    re.compile(
        r"\b(?P<noun>more\s+(?:staff|people|nurses|engineers|hands|money|training|equipment|budget|posts|support))\b",
        re.I,
    ),
    re.compile(rf"\b(?:affects?|changes?|replaces?)\s+(?P<noun>(?!{_NO_START}){_WORDS})", re.I),
    re.compile(rf"\b(?:who|which \w+) gets?\s+(?P<noun>(?!{_NO_START}){_WORDS})", re.I),
    re.compile(
        rf"\b(?:about|because of|burnt out by|going with|idea (?:for|"
        rf"of))\s+(?:an?\s+)?(?P<noun>(?!{_NO_START}){_WORDS})",
        re.I,
    ),
    re.compile(rf"\babout\s+[^,;.]*?\band\s+(?P<noun>(?!{_NO_START}){_WORDS})(?=\s*(?:$|[,;.?!]))", re.I),
    re.compile(
        r"\bhow (?P<noun>(?:slow|bad|poor|late|old|unclear|messy)\s+(?!the\b|our\b|my\b|it\b|things\b)[\w'-]+)", re.I
    ),
    re.compile(
        r"\bhow (?P<noun>(?!the\b|our\b|my\b)[\w-]+(?: [\w-]+)?) decisions? (?:is|are|gets?) (?:made|taken)\b", re.I
    ),
    re.compile(
        r"\bhow (?P<noun>(?!the\b|our\b|my\b|to\b|we\b|they\b|much\b|many\b)[\w'-]+(?: [\w'-]+){0,3}) (?:is|are|"
        r"gets?) "
        r"(?:decided|set|shared|given|chosen|spent|allocated)\b",
        re.I,
    ),
)
_FOR_SOMEBODY = re.compile(
    rf"\b(?:get|give|buy|find|win|secure)\s+(?P<whom>(?:the|our|my)\s+[\w-]+(?:\s+(?!an?\b|another\b)[\w-]+)?)\s+(?:an?|another)\s+"
    rf"(?P<noun>(?!{_STOP}){_WORDS})",
    re.I,
)
"""Somebody and then the thing: "get the ward a new hoist"."""
_TIME_FRAME = re.compile(r"\b(?:before|until|till|by the time|once)\s+$", re.I)
_CLAUSE = re.compile(r"\b(?:whether|if|when|where|why|how(?: (?:long|often|soon|far))?|because|that)\s+$", re.I)
"""After it stands a subject, and a verb must follow."""
DONE_TO_IT = re.compile(
    rf"\b(?:why|whether|if) (?:(?:is|are|was|were)\s+)?(?P<noun>(?:the|our)\s+{_WORDS}?)\s+(?:(?:is|are|was|"
    rf"were|got|will|may)\s+)?(?:be\s+|being\s+|to be\s+)?"
    r"(?:clos|cancel|stopp|scrapp|mov|dropp|sold|chang|end|cut|merg|outsourc|replac|paus|froz|delay|split)\w*",
    re.I,
)
"""What was decided about a thing: the decision is what one asks about, not the thing."""
_ROLE = re.compile(
    r"\b(?:promot\w+ to|become|becoming|mov(?:e|ing) (?:\w+ )?(?:in)?to|step(?:ping)? up to|go(?:ing)? for|"
    r"apply for|grow into)\s+"
    r"(?P<role>(?:(?:the|an?)\s+)?(?!(?:promotion|it|that|this|my|more|another|her|his|something|them)\b)"
    rf"{_WORDS})",
    re.I,
)
_BECOMES = re.compile(r"becom|go|apply|grow", re.I)
_SOMEBODY = re.compile(
    r"(?:er|[^i]or|ist|ian|(?<!m)ent|ant|lead|head|nurse|chief|principal|partner|officer|fellow|apprentice)$", re.I
)
"""Roles that are somebody: one is ready for the role of team leader, and for quality assurance."""
_NO_ARTICLE = re.compile(
    r"^(?:the|an?|more|our|my|your|this|that|these|how|what|why|(?-i:[A-Z])|\w+ing\b)|(?:s|ing|work|care|data|"
    r"software|support|feedback|growth"
    r"|quality|safety|security|training|hiring|ai|[a-z]+-[a-z]+|time|trust|[a-z]+(?:ment|ity|ness|ance|ence|"
    r"ation|ship))$",
    re.I,
)


def topics_of(meeting: Meeting) -> list[str]:
    """Return the user's own nouns, else those in the goal; at most six words each."""
    people = _named(meeting)
    given = meeting.topics if any(topic.strip() for topic in meeting.topics) else tuple(_in_goal(meeting.goal))
    fit = (topic for topic in (_clean(each) for each in given) if _can_be_asked_about(topic, people))
    return list(dict.fromkeys(_with_article(topic) for topic in fit))


def role_of(meeting: Meeting) -> str:
    """Return the role the user wants to grow into, as their goal names it; empty if it names none."""
    found = _ROLE.search(meeting.goal.replace("’", "'"))
    if not found or meeting.leads:
        return ""
    said = _clean(found["role"])
    role = re.sub(r"^(?:the|an?)\s+", "", said, flags=re.I)
    somebody = _SOMEBODY.search(role) is not None
    if role == said and not somebody and _BECOMES.match(found[0]) and not re.search(r"\d", role):
        return ""
    if re.search(r"\b(?:job|post|role|position)$", role, re.I):
        return f"the {role}"
    return f"the role of {role}" if somebody else role


def _in_goal(goal: str) -> Iterator[str]:
    goal = wanted(goal.replace("’", "'"))
    if done := DONE_TO_IT.search(goal):
        yield f"the decision on {done['noun']}"
        return
    if got := _FOR_SOMEBODY.search(goal):
        if " " in got["noun"]:
            yield f"the {got['noun']}"
        return
    found = [(match.start("noun"), _subject(goal, match)) for pattern in _PHRASES for match in pattern.finditer(goal)]
    found = [(place, noun) for place, noun in found if noun and not _TIME_FRAME.search(goal[:place])]
    for place, noun in sorted(found):
        alone = " " not in noun and noun[:1].isupper() and not noun.isupper()
        inside = any(start < place < start + len(other) for start, other in found)
        if not alone and not inside:
            yield re.sub(r"^my\b", "our", noun, flags=re.I)


def _subject(goal: str, match: re.Match[str]) -> str:
    """Return a noun; of "whether the roof leaks" without its verb, and nothing where the two cannot be told apart."""
    noun, before, after = match["noun"], goal[: match.start("noun")], goal[match.end("noun") :]
    if (
        not re.match(r"the |our |my ", noun, re.I)
        or not _CLAUSE.search(before)
        or re.match(rf"\s+(?!(?:in|on|at|from|to|for|by|with|of)\b){_STOP}", after)
    ):
        return noun
    rest, _, last = noun.rpartition(" ")
    if re.match(r"\s*(?:[,.;?!]|$)", after):
        return rest if " " in rest else ""
    return "" if last.endswith("s") else noun


def _clean(topic: str) -> str:
    return " ".join(topic.split()).strip(" .,;?!")


def _can_be_asked_about(topic: str, people: frozenset[str]) -> bool:
    low = topic.lower()
    return not (
        not topic
        or len(topic.split()) > 6
        or re.search(r"[{}?!.;:]", topic)
        or _NOBODYS_TOPIC.search(topic)
        or _NO_TOPIC.search(topic)
        or low in people | {"will", "may"}
        or (topic[0].isupper() and low in _ALSO_NAMES)
    )


def _with_article(topic: str) -> str:
    """Return a noun as it stands inside a question: "deploy pipeline" gives "the deploy pipeline"."""
    return topic if _NO_ARTICLE.search(topic) else f"the {topic}"


def _named(meeting: Meeting) -> frozenset[str]:
    """Return the names of the people in the meeting, in small letters, each part alone and whole."""
    people = meeting.people
    full = [*(each.full for each in (people.user, people.boss, people.leader)), people.assistant]
    return frozenset(part.lower() for name in full for part in (name, *name.split()) if part)
