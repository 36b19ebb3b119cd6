"""How people word a promise, and the time they give for it."""

import re

DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs)?|fri"
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun"
    "|jul|aug|sept?|oct|nov|dec"
)
_PARTS_OF_TIME = (
    (
        r"(?:the\s+)?(?:end|close|beginning|start|middle)\s+of\s+(?:the\s+)?(?:day|(?:(?:this|next)\s+)?(?:week"
        rf"|month|quarter|year)|(?:{MONTHS})\b|q[1-4])"
    ),
    r"eod|eow|cob|tonight|today|tomorrow(?:\s+(?:morning|afternoon|evening))?",
    (
        rf"(?:this|next|coming)\s+(?:week|month|quarter|sprint|year|spring|summer|autumn|winter|(?:{DAYS})\b"
        rf"|(?:{MONTHS})\b)"
    ),
    rf"(?:early\s+|mid-?\s?|late\s+)?(?:{DAYS})\b(?:\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?)?",
    rf"(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})\b",
    rf"(?:early\s+|mid-?\s?|late\s+)?(?:{MONTHS})\b(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\b)?",
    r"q[1-4]\b|\d{1,2}[/.]\d{1,2}\b|easter|christmas|new year",
    r"(?:the\s+)?next\s+(?:board(?:\s+meeting)?|review|all-hands|meeting|1:1|one-on-one|release)",
    r"the\s+\d{1,2}(?:st|nd|rd|th)|noon|lunch",
)
_SPAN = "(?:" + "|".join(_PARTS_OF_TIME) + ")"
DUE = re.compile(
    (
        rf"\b(?:(?:by|before|until|till|no later than|on|in|at|from|due)\s+{_SPAN}|(?:within|in)\s+"
        r"(?:the next\s+)?(?:a|an|one|two|three|four|five|six|\d+|the next|a couple of|a few)\s+"
        r"(?:few\s+|working\s+|business\s+)?(?:days?|weeks?"
        rf"|months?|hours?|fortnight)|before\s+(?:the|we|our|my|her|his|your)\s+[\w' -]{{3,25}}(?=[.,;)]|$)|{_SPAN})"
    ),
    re.I,
)
"""A time by which something is to happen, as said."""
_ME = r"(?:i|we)"
_LET = (
    r"(?:['’]ll|['’]d|\s+will|\s+would|\s+am going to|['’]m going to|['’]re going to|\s+are going to"
    r"|\s+is going to|['’]s going to|\s+shall|\s+need to|\s+have to|\s+plan to|ll)"
)
_GLAD = (
    r"(?:['’](?:s|m|re|d\s+be)|\s+(?:is|am|are|was|would\s+be))\s+(?:also\s+)?(?:happy|glad|willing"
    r"|delighted)\s+to"
)
_SAID = (
    r"(?:promised|offered|agreed|committed|volunteered|undertook|pledged|said\s+(?:that\s+)?(?:i|she|he|they|we"
    r"|you)(?:['’]d|['’]ll|\s+would|\s+will)|said\s+yes\s+to|suggested)"
)
NAME = r"(?-i:[A-Z]\w*(?:['’-][A-Z]?\w{2,})*(?:\s[A-Z]\w+(?:-\w+)?)?)"
NOT_NAMES = frozenset(
    "the this that it there what when where why how if so and but then also maybe next action actions todo "
    "note notes please monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december we i you they she "
    "he budget project team nobody everyone someone release launch "
    "as like nothing none no remember must don't forget commitment commitments homework todo actually "
    "promised agreed decided discussed follow-up followup followups steps deadline summary meeting takeaway "
    "takeaways learned thanks thank quarter q1 q2 q3 q4 our my her his their "
    "plan plans goal goals need needs want wants easy hard glad ready able happy keen free good nice great "
    "could would should might may shall can must his hers theirs mine "
    "time times going trying hoping used able according due thanks".split()
)
WEAK = re.compile(
    r"^(?:nobody\b|no one\b|nothing\b|everybody\b|be\b(?!\s+(?:in touch|back|sending|sharing|introducing))"
    r"|have\b(?!\s+(?:a (?:word|look|draft|chat"
    r"|talk)|\w+ (?:send|call|look|ready|drafted|written|done|sent)|it (?:ready|done))|\s+the\b)"
    r"|see\b(?!\s+(?:whether|if|to it|that|with|about))|think\b|need\b|want\b|like\b|love\b|say\b|guess\b"
    r"|admit\b|"
    r"know\b|appreciate\b|hate\b|prefer\b|never\b|not\b|wonder\b|feel\b|miss\b|become\b|happen\b"
    r"|probably be\b|get (?:better|worse|there|it)\b|"
    r"look\s+(?:good|bad|like)|mean\b|rather\b|depend\b|remain\b|stay\b(?!\s+in touch)|take\s+(?:time|years"
    r"|months|weeks|\d+|two|three)\b|cost\b|keep\s+(?:that|it|this)\s+in mind|remember\b|hope\b|also be\b"
    r"|always be\b|change everything)",
    re.I,
)
MAYBE = re.compile(
    (
        r"\b(?:if\s+(?:i|we|she|he|they|you|it)\b|maybe|might|perhaps|someday|one day|in theory|would have"
        r"|could have|should have|wish|unless|probably|possibly|not sure|no promise|hypothetical)\b"
    ),
    re.I,
)
DONE = re.compile(
    (
        r"\b(?:already (?:done|sent|did)|and (?:did|sent|have done) (?:it|so|that)|done already|last (?:week"
        r"|month|quarter|year),? (?:i|we)|i(?:['’]ve| have) (?:already )?(?:sent|done|finished))\b|\[x\]|✓|✔"
        r"|\bthat was (?:last|back|in|years|months)\b|\bpromised (?:his|her|their) (?!to\b|that\b|the\b|an?\b)\w+ (?:to|that)\b|\bdone\W*$"
    ),
    re.I,
)
END = re.compile(
    (
        r"\s*(?:,\s+(?:so|and)\s+(?:that|it|this)(?:['’]s|\s+is|\s+was)\b.*|,?\s+(?:but|because|since"
        r"|although|so that i|which|though|who said|as\s+(?:i|we|she|he|they|it)"
        r"|and\s+(?:then\s+)?(?=(?:i|she|he|they|we|you)\b|(?-i:[A-Z])[\w'’-]+\s+(?:will|to|said|offered|promised"
        r"|agreed)\b)|while)\b.*|\s+[–—-]\s+.*)$"
    ),
    re.I,
)
_VERBS = (
    "send share write draft ask talk speak check find look bring prepare try set introduce connect put "
    "forward raise follow give get make take show measure test review "
    "read call email book arrange schedule invite update report confirm come join present ping message "
    "collect compare fix move run propose document circulate sort organise organize "
    "chase tell let pass add plan start finish finalise finalize map pull publish post meet visit shadow "
    "pair work help support sponsor cover read reply answer return "
    "rewrite bring forward link dig pair host edit rework outline sketch map measure count track monitor "
    "translate print file list gather pass hand swap cover comment mention pick explore investigate clarify "
    "agree decide approve sign unblock speak think discuss coach mentor nominate recommend join sit walk "
    "demo ship deliver create build complete trial pilot summarise summarize "
    "host lend loop copy cc note log keep gather dig research attend revisit escalate drop change remove cut "
    "open close consider see have be thank congratulate praise borrow request submit order buy train teach "
    "present roll hand reserve free release clear mail phone fetch recruit hire"
).split()
BASE = {f"{verb}{end}": verb for verb in _VERBS for end in ("s", "es")} | {
    f"{verb[:-1]}ies": verb for verb in _VERBS if verb.endswith("y")
}
"""A verb of doing by its form in the third person."""
VERB = "|".join(sorted(set(_VERBS), key=len, reverse=True))
OTHERS = (
    rf"(?!(?:{VERB})\b|team|people|customers?|everyone|nobody|we|you|they|she|he|it|plan|project|launch|migration|budget"
    r"|company|board|nothing|something|this|that|there|what|who|which|everything|need|needs|want|wants|going|time"
    r"|able|used|how|where|when|try|have|has|had)[a-z]{3,}(?<!s)"
)
_WHO = rf"(?P<who>{_ME}|s?he|they|you|{NAME})"
_ADV = (
    r"(?:(?:also|then|definitely|certainly|gladly|personally|both|now|first|just|each|happily|try to|kindly|even"
    r"|has|have|had)\s+)*"
)
_TO_WHOM = rf"(?:(?:me|us|her|him|them|you|{NAME})\s+)?"
LABEL = (
    r"(?:action(?:s|\s+(?:items?|points?|for me))?|todo|to[- ]do|next\s+steps?|follow[- ]?ups?|my\s+(?:actions?"
    r"|promises?|homework|next\s+step|part)|ai|homework|commitments?|agreed|decided|promised)"
)
WILL = rf"\b{_WHO}(?:{_LET})\s+{_ADV}(?P<what>[a-z][^;\n]*)"
"""Of others than the writer this is a promise only with a verb of doing: "prices will rise" is none."""
PATTERNS: tuple[tuple[str, str], ...] = (
    (rf"\b{_WHO}{_GLAD}\s+(?P<what>[a-z][^;\n]*)", ""),
    (
        (
            rf"\b{_WHO}(?:['’]d)?(?:\s+{_ADV})?\s*(?:{_SAID})\s+{_TO_WHOM}(?:that\s+)?(?:(?:i|we|s?he|they)(?:['’]d|['’]ll"
            r"|\s+would|\s+will)\s+)?(?:to\s+)?(?P<what>[a-z][^;\n]*)"
        ),
        "",
    ),
    (WILL, ""),
    (
        (
            rf"\b(?P<who>{_ME})(?:['’]m|\s+am)\s+(?P<what>(?:sending|sharing|writing|preparing|asking|bringing"
            r"|drafting|setting up|talking to|checking)\b[^;\n]*)"
        ),
        "",
    ),
    (rf"\b{_WHO}(?:['’](?:s|m)|\s+(?:is|are|am|owes?|has|have))\s+to\s+(?P<what>(?:{VERB})\b[^;\n]*)", ""),
    (
        (
            rf"^(?P<who>me|i|you|we|{NAME})\s*(?:[:>]|->|→|–|—|-|\))\s*(?:(?:to|will"
            rf"|['’]ll)\s+)?(?P<what>(?:{VERB})\b[^;\n]*)"
        ),
        "",
    ),
    (rf"^(?P<who>me|i|you|we|{NAME})\s+(?:to|2)\s+(?P<what>(?:{VERB})\b[^;\n]*)", ""),
    (rf"(?:^|[,;(]\s*|\band\s+)(?P<who>{NAME})\s+to\s+(?P<what>(?:{VERB})\b[^;\n]*)", ""),
    (
        (
            rf"^{LABEL}\s*(?:\((?P<who>\w+)\))?\s*(?:[:–—-]|is\s+to|is)?\s*(?:(?P<who2>me|i|you"
            rf"|{NAME})\s*(?:[:–—-]|to\b|will\b)?\s*)?(?:to\s+)?(?P<what>(?:{VERB})\b[^;\n]*)"
        ),
        "i",
    ),
    (
        (
            r"^(?:i\s+)?(?:need\s+to|must|remember\s+to|don['’]t\s+forget\s+to|will|['’]ll|said\s+i['’]?(?:d|ll)"
            rf"|agreed\s+to|offered\s+to|promised\s+{_TO_WHOM}(?:to\s+)?)\s*(?P<what>(?:the|my|our"
            rf"|{VERB})\b[^;\n]*)"
        ),
        "i",
    ),
    (rf"^\[\s*\]\s*(?P<what>(?:{VERB})\b[^;\n]*)", "i"),
    (
        (
            r"\b(?:(?P<who>her|his|their)\s+(?:offer|promise|action|commitment)|(?P<who2>my)\s+(?:promise|action"
            r"|commitment|homework))\s*(?:is|was|:)?\s*(?:to\s+)?(?P<what>[a-z][^;\n]*)"
        ),
        "",
    ),
    (
        (
            rf"\b(?:(?P<who>{_ME}|s?he|they)\s+)?promised\s+"
            r"(?:me|us|her|him|them|(?-i:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}))\s+"
            r"(?P<what>(?:the|an?|some|my|our|two|three)\s+[a-z][^;\n]*)"
        ),
        "owe",
    ),
    (rf"\b(?P<who>i)\s+owe\s+(?:her|him|them|you|{NAME})\s+(?P<what>[a-z][^;\n]*)", "owe"),
    (
        (
            r"\blet me\s+(?P<what>(?:send|ask|check|find out|look into|talk to|introduce|put you|get back"
            r"|follow up|come back)\b[^;\n]*)"
        ),
        "let me",
    ),
    (
        (
            rf"^(?P<who>{OTHERS})\s+(?:will|to|offered to|promised to|agreed to|said (?:s?he|they)(?:['’]d"
            rf"|['’]ll| would| will))\s+(?P<what>(?:{VERB})\b[^;\n]*)"
        ),
        "",
    ),
)
"""Ways to word a promise, the plainest first; `who` or `who2` is its owner, else the writer."""
NOW = re.compile(
    rf"(?:^|[,:]\s+|\b(?:and|then)\s+|{DUE.pattern},?\s+)(?P<who>i|we|s?he|they|{NAME})\s+(?P<what>(?:{VERB})(?:e?s)?\b[^;\n]*)",
    re.I,
)
"""A deed told in the present: a promise where a time or an agreement stands with it ("By Friday I send her the list")."""
USUAL = re.compile(r"\b(?:every|each|usually|always|normally|often|sometimes|typically)\b", re.I)
AGREED = re.compile(
    r"^(?:we\s+)?(?:agreed|agreement|deal|plan|next|arranged)\b(?:\s+(?:w/|with)\s*(?P<name>[a-z]+))?\s*[:,–-]", re.I
)
