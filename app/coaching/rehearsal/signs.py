"""Small signs that settle an act: who introduces themselves, and what a flag alone does not prove."""

import re
from collections.abc import Mapping

from app.domain.risk import RiskFlag

INTRODUCES = re.compile(
    r"\bi(?:'m| am) (?:the (?:one|person) who|one of the|(?:the|a|an) (?!bit|little|lot|while|fan"
    r"|firm)[a-z-]+(?: [a-z-]+)? (?:in|on|at|for|here"
    r"|of)\b)|\bi (?:run|teach|lead|plan|drive|represent|clean|cook|coordinate|look after|work (?:in|on|for|at"
    r"|with)|do the|handle|keep the"
    r"|am responsible for)\b"
    r"|\bi(?:'ve| have) been (?:here|an? [a-z-]+|with (?:the|this)|in (?:the|this)) "
)
HEARSAY = re.compile(
    r"\b(?:hear|heard|hears|apparently|people|everyone|they say|said that|talk|word|rumou?rs?|gossip|seems?"
    r"|supposedly|know why|knows"
    r"|affair|fell out|fired|pushed|leaving|divorc\w+|drink\w*|secretly|someone|somebody|told me)\b"
)
SECRET = re.compile(
    r"\b(?:between|quiet|secret|don't (?:tell|repeat|say|pass|mention)|please|private|confiden\w+|anonym\w+|name)\b|\?"
)
"""Without one of these a flag alone makes no gossip, and no wish for secrecy."""
BITTER = re.compile(
    r"\b(?:never|won't|doesn't|does not|can't|not|no (?:idea|time)|ignor\w+|refus\w+|block\w+|useless|terrible"
    r"|micro\w+|but|only"
    r"|worst|bad|stress\w*|unfair)\b"
)
"""Words that keep a flagged complaint a complaint even where something good is said as well."""
THANKS_LAST = re.compile(
    r"(?:^|[.!,;] )\W*(?:ok(?:ay)?,? |right,? |great,? |no,? |well,? |and )*(?:many thanks|thanks|thank you"
    r"|cheers|ta)\b[^.!?]{0,45}[.!]*$"
)
"""A line that ends with thanks and asks nothing is on its way out."""
WORRIED = re.compile(
    r"\b(?:nobody|no one) (?:told|said|tells)(?: (?:me|us))? (?:why|what)\b|\b(?:don't|didn't"
    r"|not sure) (?:really )?(?:know )?why (?:i'm|i am|i was|you)"
    r"|\b(?:don't|not) know what this is\b"
)
"""Somebody who was sent for and not told why."""
POLITE = re.compile(r"\b(?:thanks|thank you|cheers|sorry|it was an? (?:honour|pleasure))\b", re.I)
_HELLO = re.compile(
    r"^\W*(?:hi|hello|hey|(?:good )?(?:morning|afternoon|evening))\b(?: (?:there|again|all|everyone))?"
    r"(?: (?:m[rs]s?\.? )?\w+)?(?:[,.!]|$)\s*",
    re.I,
)
_THANKS = re.compile(
    r"\b(?:nice|good|great|lovely|pleased|glad) to (?:finally |properly )?(?:meet|see|be)\b|\b(?:thanks|thank you)\b(?! to\b)"
    r"|\b(?:sorry|apologies|hope)\b[^.?!]*\b(?:late|early)\b|\bi appreciate\b",
    re.I,
)
_ABOUT_MEETING = re.compile(
    r"\byou(?:'ve| have| had|'d)? (?:got )?(?:[\w-]+ ){1,2}(?:minutes?|hour)\b|\bhalf hour is\b|\b(?:minutes?|hour) for (?:a"
    r"|this|me|us|our)\b",
    re.I,
)
LATE = re.compile(r"\b(?:sorry|apologies|apologise|hope)\b[^.?!]*\blate\b", re.I)
"""Late for the meeting, which is no problem of the work's."""
_ADDRESS = 3
"""Words up to which what follows a greeting is only a name: "Evening, Mr Okafor."."""


def courtesy(sentence: str) -> bool:
    """Say whether a sentence is only manners: a greeting, thanks for the meeting, or a word on its length."""
    rest = _HELLO.sub("", sentence)
    greeted = rest != sentence and len(rest.split()) <= _ADDRESS
    return greeted or bool(_THANKS.search(rest) or _ABOUT_MEETING.search(rest))


_MINE = r"\b(?:i|i'm|i've|my|me|we)\b"
_HOME = (
    r"\b(?:kids?|child\w*|wife|husband|partner|mum|mom|dad|mother|father|son|daughter|baby|famil\w+|divorc\w+"
    r"|marriage|girlfriend"
    r"|boyfriend|ill|illness|sick|doctor|hospital|medic\w+|therap\w+|counsell\w+|depress\w+|anxi\w+|panic\w*"
    r"|sleep\w*|cry\w*|cried|tears"
    r"|rent|debts?|mortgage|money|broke|drink\w*|pregnan\w+|diagnos\w+|pain|lonely|breakdown|died|death|grief"
    r"|funeral|emotional|health"
    r"|burn(?:ed|t)? out|therapist|private|personal\w*)\b"
)
STANDS: Mapping[str, re.Pattern[str]] = {
    category: re.compile(pattern, re.I | re.S)
    for category, pattern in {
        "blaming_colleagues": r"\b(?:faults?|blam\w+|because of|never|keeps?|always|shouldn't|should have"
        r"|didn't|doesn't|won't|hasn't"
        r"|refus\w+|late|wrong|mess\w*|mistakes?|laz\w+|slow|drop\w*|forg\w+|ignor\w+|careless|sloppy|badly"
        r"|incompet\w+|useless)\b",
        "going_over_head": r"\b(?:(?:can|could|would|will) you|please|you should|need you|want you|instead of"
        r"|over (?:his|her|their|my)|behind|directly"
        r"|without (?:him|her|them|telling (?:him|her|them|my))|overrul\w+|overrid\w+|step in|have a word"
        r"|(?:go(?:ing)?|went"
        r"|gone) (?:round|around|above|past)"
        r"|rather than|approve|don't tell)\b",
        "ultimatum": r"\b(?:leav\w+|quit\w*|resign\w*|walk\w*|gone|out of here|offers?|or (?:else|i)\b|unless"
        r"|stay\w*|last (?:chance|time)"
        r"|if (?:it|this|nothing|that|i|you|we)|otherwise|by (?:\w+day|the end)|deadline)\b",
        "job_search": r"(?<!not )(?<!n't )\b(?:jobs?|offers?|interview\w*|recruit\w*|headhunt\w*|cv|resume"
        r"|appl(?:y|ied|ying|ication)"
        r"|elsewhere|look(?:ing|ed)? (?:around|outside|for)|leav(?:e|ing)|competitors?|linkedin|opportunit\w+"
        r"|mov(?:e|ing) on|notice|options)\b",
        "oversharing_personal": rf"{_MINE}[^.?!]{{0,50}}{_HOME}|{_HOME}[^.?!]{{0,25}}{_MINE}",
        "gossip": r"\b(?:hear|heard|hears|apparently|they say|people say|said that|word is|rumou?rs?|gossip"
        r"|supposedly|affair|fell out"
        r"|fired|pushed out|leaving|divorc\w+|drink\w*|secretly|told me|everyone knows|seeing (?:him|her|someone))\b",
        "rumours": r"\b(?:hear\w*|rumou?r\w*|true|people|say\w*|clos\w+|sold|layoffs?|redundan\w*|cuts?"
        r"|talk\w*|word)\b",
        "confidential_info": r"\b(?:saw|seen|lists?|files?|confiden\w+|supposed|public|announc\w+|secret\w*"
        r"|salar\w+|hr|legal|acqui\w+|merg\w+"
        r"|board|heard|told|leak\w*|slides?|deck|spreadsheet|e?-?mail\w*|nda|contracts?|figures?|overheard"
        r"|shared|document\w*|plans?)\b",
        "discriminatory_remark": r"\b(?:ages?|aged|too (?:old|young)|millennials?|boomers?|wom[ae]n|girls?|lad(?:y|ies)"
        r"|m[ae]n|male|female|gay\w*|lesbian|trans\w*|asian|african|indian|chinese|polish|romanian|arab\w*"
        r"|muslims?|jew\w*"
        r"|christian\w*|hindu\w*|religio\w*|foreign\w*|immigrant\w*|accent\w*|rac(?:e|ial|ist)|gender|sex\w*|pregnan\w*"
        r"|maternity|mothers?|mums?|disab\w*|crazy|mental\w*|blind|deaf|autis\w*|adhd|fat|sick|(?:those|these|that)"
        r" (?:people|lot|sort|kind)|(?:their|his|her) (?:kind|sort)|hormon\w*|menopaus\w*|hysterical|diversity"
        r"|quota)\b",
    }.items()
}
"""By category, what the flagged words must hold before the leader answers them as that; the coach's remark needs none of it.
A threat heard where none was made costs the leader all belief, and a veiled one is often not heard."""


_STAYING = re.compile(
    r"\b(?:not|never|n't|no plans?) (?:\w+ ){0,2}(?:leav|look|quit|go(?:ing)? (?:any|some"
    r"|else))|\bi(?:'m| am) staying\b"
)


def stands(flag: RiskFlag) -> bool:
    """Say whether a flag's own words are plain enough for the leader to answer them as what they were flagged for."""
    words = flag.phrase.lower().replace("’", "'")
    if flag.category in {"job_search", "ultimatum"} and _STAYING.search(re.sub(r"n't\b", " n't", words)):
        return False
    sign = STANDS.get(flag.category)
    return sign is None or sign.search(words) is not None
