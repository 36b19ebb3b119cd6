"""What a leader's line does when the sides are swapped and the user plays the leader."""

import re
from collections.abc import Mapping

from app.coaching.rehearsal.promising import DATED

RISK_ACTS: Mapping[str, str] = {
    "leader_promise": "promises",
    "leader_verdict": "judges_manager",
    "leader_fishing": "fishes_dirt",
    "leader_status": "asks_status",
    "leader_talk_share": "talks_self",
}

_LEADER: Mapping[str, tuple[str, ...]] = {
    "greets": (r"^\W*(?:hi|hello|hey|welcome|good (?:morning|afternoon))\b|\b(?:nice|good|great) to (?:meet|see) you",),
    "thanks": (r"\b(?:thank you|thanks)\b",),
    "states_purpose": (
        r"\bi(?:'m| am) (?:starting|doing|holding) (?:these|this)\b|\b(?:the reason|why) (?:i|we)\b"
        r"|\bi (?:want|wanted|'d like) to (?:hear|understand|learn|know|listen)\b",
    ),
    "reassures": (
        r"\b(?:not at all|nothing(?:'s| is)? wrong|you(?:'ve| have) done nothing|no need to (?:be )?(?:worr"
        r"|nerv)\w*|don't worry|you're not in trouble|relax|take your time)\b",
    ),
    "states_rule": (
        r"\b(?:my rule|the rule|ground rule)\b|\b(?:themes?|ideas) (?:go|goes|may|can|will)\b"
        r"|\bnames? (?:don't|stay|won't|do not|will not)\b|\bi(?:'ll| will)? must (?:pass|act|report)\b"
        r"|\bi (?:have|'d have) to (?:act|pass|report)\b|\bwithout (?:your )?names?\b|\bi won't (?:repeat"
        r"|share|say) (?:who|what|your|anything)|\b(?:with|without|has|put) your name\b|\byour name (?:stays"
        r"|won't|isn't|doesn't|off)\b"
        r"|\b(?:keep|leave|kept|left|stay|stays) (?:the |your |all |any |people's )?names? out\b|\bnames? (?:are|is) (?:left|kept) out\b"
        r"|\b(?:names?|between us|repeat|share|pass)\b[^.?!]{0,40}\b(?:apart from|except(?: for)?|unless it's) (?:something |a matter of "
        r"|anything )?(?:serious|safety|danger)"
        r"|\b(?:as|only|just) (?:a )?themes?\b|\bthemes? (?:only|and no)\b|\b(?:no|never|not) (?:the |your |any )?names?\b"
        r"|\b(?:only|just) (?:pass (?:on )?|share |use |repeat )?(?:the )?(?:gist|points?|ideas?|themes?|problems?|patterns?)\b"
        r"|\b(?:never|not|nobody|no one|don't|won't)\b[^.?!;,]{0,20}\bwho (?:said|told|it was|it came)\b"
        r"|\bnothing you say (?:goes|leaves|will|gets|travels|is (?:passed|shared|repeated|written|reported|quoted))\b"
        r"|\bstays (?:with me|in (?:here|this room))\b|\b(?:won't|never|don't) (?:say|tell|mention|let on)(?: \w+)? (?:who|it was you"
        r"|it came from you)\b|\b(?:leave|keep) you out of it\b|\b(?:nobody|no one) (?:will |'ll )?(?:hears?|learns?|knows?|finds? out)"
        r" (?:who|it was you|where)\b|\bpass on (?:the )?(?:point|gist|theme|idea|problem)s?\b[^.?!]*\b(?:not|without)\b",
    ),
    "checks_in": (
        r"\b(?:does|would) (?:that|it) (?:help|make sense|sound (?:ok|okay|all right|alright|fair))\b|\b(?:is"
        r"|would) that (?:be )?(?:ok|okay"
        r"|all right|alright|fair|fine)(?: with you)?\?|\bare you (?:ok|okay|all right|comfortable) with that\b"
        r"|\bsound fair\b",
    ),
    "asks_safe": (
        r"\b(?:has|have|had|did) \w+ (?:ever |just )?(?:(?:said|say|done|do) (?:something|anything)(?: \w+)? to you|(?:hurt|touch|threaten"
        r"|frighten|harass|scare|hit|bull(?:y|i)|grab|corner)(?:ed)? you)\b|\b(?:is|was) \w+ (?:hurting|touching|threatening|frightening"
        r"|harassing|bullying|bothering|scaring) you\b|\b(?:are|do) you (?:feel(?:ing)? )?(?:safe|unsafe|in (?:any )?danger|hurt|afraid"
        r"|frightened|scared|all right|alright|ok(?:ay)?)\b(?! (?:with|for|if|to)\b)|\b(?:has|did|is) (?:something|anything) "
        r"(?:bad |wrong )?"
        r"(?:happen(?:ed)?(?: to you)?|wrong)\b|\byou (?:look|seem|sound) (?:\w+ )?(?:upset|shaken|frightened|scared|low"
        r"|distressed|in tears"
        r"|not yourself)\b|\bdo you want (?:to stop|a break|somebody with you|someone with you)\b|\bis (?:any(?:body|one)|some(?:body|one))"
        r" (?:else )?(?:in danger|at risk|being hurt)\b|\bthoughts of (?:ending|hurting|killing)\b",
    ),
    "asks_recap": (
        r"\bwhat (?:did|have) you (?:hear|heard|understood?|take|taken) (?:me|from me|of (?:my|the) rule|about (?:names|my rule))\b"
        r"|\bwhat (?:did i|have i) (?:just )?(?:say|said|tell|told)\b|\bwhat(?:'s| is| was) (?:my|the) rule\b",
    ),
    "asks_owed": (
        r"\bwhat (?:do|did) i owe\b|\bwhat (?:do|would) you (?:need|want|like) (?:to hear )?from me\b"
        r"|\bwhat (?:was|is) (?:it|that),? in your (?:own )?words\b",
    ),
    "asks_unasked": (
        r"\bwhat (?:should|could|haven't|didn't|did) i (?:have )?(?:asked?|missed?|not ask(?:ed)?)\b|\bwhich question\b"
        r"|\bwhat (?:am|was) i (?:not asking|missing)\b",
    ),
    "asks_if_no": (
        r"\bif (?:the answer|it|that|they|i)(?:'s| is| was| were| says?| said)? (?:a )?no\b|\bif it (?:doesn't|does not|didn't"
        r"|never) (?:happen"
        r"|change|come|work)\b",
    ),
    "asks_status": (
        r"\b(?:where are we|where do we stand|what's the status|status (?:of|on)|how many|how much|when will"
        r"|when do you|are you on track|what percentage|on schedule|by when|how far)\b",
    ),
    "asks_wide": (
        r"\bhow(?:'s| is| are) (?:everything|things|it going|it all|life|work)\b|\bhow are you(?: doing)?\b"
        r"|\banything (?:else )?(?:on your mind|to say)\b",
    ),
    "asks_told": (
        r"\b(?:have|did|could|were) you (?:been able to )?(?:told|tell|talk|talked|spoken|speak|raise|raised"
        r"|say|said|mention\w*|able to tell)\b|\bdoes \w+ know\b|\bheard (?:this|it) from you\b"
        r"|\bwhat (?:did|does|has) (?!you\b|people\b|others\b|they\b|everyone\b|it\b|that\b|this\b"
        r"|the\b)\w+ (?:say|said|think|told)\b"
        r"|\bdid (?!you\b|it\b|that\b|this\b|they\b)\w+ (?:explain|say|tell|know|answer|agree)\b",
    ),
    "asks_outcome": (
        r"\bwhat (?:would|'d) you (?:like|want|change|need|prefer|do(?! differently))\b"
        r"|\bwhat would (?:be different|good look"
        r"|better look|help most)|\bif you could\b|\bwhat (?:should|could) be different\b|\bideal\w*\b",
    ),
    "asks_consent": (
        r"\bwhat (?:may|can|could|should) i (?:share|say|pass|tell|use)\b|\b(?:may|can|could"
        r"|is it (?:all right|okay|ok) if) i (?:share|pass|tell|mention|raise|use)\b|\bare you (?:happy|okay"
        r"|all right) (?:for|with|if) (?:me|i)\b",
    ),
    "asks_help": (
        r"\bwhat would (?:make it (?:easier|possible)|help)\b|\bhow can (?:i|we) help\b|\bwould you (?:try"
        r"|be willing)\b|\bwhat (?:do you need|would it take)\b|\bwhat's the first step\b"
        r"|\bwhat would you (?:ask|say|do|try|take)[^?]*\bfirst\b"
        r"|\bwhere could you start\b",
    ),
    "asks_effect": (
        r"\bwhat happens\b|\bexample\b|\bwhat does (?:that|it) (?:do|mean|cost)\b|\bhow does (?:that|it) (?:affect|land"
        r"|work|feel)\b|\btell me (?:more )?about\b|\byou said\b|\byou mentioned\b|\bwhat gets in the way\b"
        r"|\bwhat's (?:hard|difficult|behind)\b",
    ),
    "fishes_dirt": (
        r"\bwhat (?:do|does|are) (?:people|the others|the team|everyone|others"
        r"|colleagues)(?: on the team)? (?:really |actually |honestly )?(?:say|think|saying|feel)\b"
        r"|\bis (?:that|it|this) (?:a |an )?(?:\w+ thing|because of \w+|about (?:him|her|\w+))\?"
        r"|\bbe (?:straight|honest|frank) with me\b|\bwho(?:'s| is| said| told| else) (?:the problem|causing"
        r"|that|complain)|\bwhat's \w+ really like\b|\bbetween (?:us|you and me)\b|\boff the record\b",
    ),
    "judges_manager": (
        r"\b(?:ought to|should) (?:have )?(?:know|known|do|done) better\b|\bisn't good enough\b|\b(?:he|she"
        r"|they|\w+) (?:is|was|has been) (?:wrong|out of order|the problem|failing|useless|not up to)\b"
        r"|\bi(?:'ve| have) had (?:my )?(?:doubts|concerns)\b|\bthat's on (?:him|her|\w+)\b|\blet you down\b",
    ),
    "promises": (
        r"\b(?:leave it with me|consider it done|i promise|you have my word|i'll (?:have it|fix|sort|stop"
        r"|handle|deal with|make sure|get (?:it|that|you)|see to it|talk to (?:him|her|\w+)|speak to (?:him"
        r"|her|\w+)|put a stop)|i(?:'ll| will) (?:have|get) (?:it|that) (?:stopped|fixed|sorted|done"
        r"|changed))\b|\bi can get you\b|\bwe'll (?:promote|pay|move) you\b",
    ),
    "repairs": (
        r"\b(?:i (?:spoke|talked|went) (?:too|over)|i'?ve talked over|that was the wrong|wasn't fair"
        r"|i shouldn't have|let me take that back|i take that back|forget (?:that|i asked)|i'm sorry"
        r"|sorry,? (?:that|i)|that's not fair|you're right|wrong question)\b|\bi won't act on (?:this|that"
        r"|it)\b",
    ),
    "recaps": (
        r"\b(?:i heard|what i(?:'m| am|'ve) hear(?:d|ing)|so what you|if i(?:'ve| have) understood"
        r"|let me (?:repeat|say back|check)|so you'd like)\b",
    ),
    "normalises": (
        r"\b(?:that happens|it happens|you're not alone|that's (?:normal|understandable|fair|human)"
        r"|anybody would|makes sense)\b",
    ),
    "sends_back": (
        r"\b(?:would you (?:try|raise|tell|take|write|send|put|bring)|could you (?:tell|raise|take|write|send)"
        r"|start with|try that email|take (?:it|that) to|together with)\b",
    ),
    "commits": (
        r"\bi(?:'ll| will) (?:write|see whether|(?:come|get|be) back|(?:ring|call|mail|email|answer|tell|message) you|let you "
        r"know|let (?:you|everyone)|ask others|check whether|listen"
        r"|send|tell everyone|report back)\b|\bby (?:the )?(?:\d+|\w+th|thirtieth|end of)\b"
        rf"|{DATED}",
    ),
    "closes": (
        r"\b(?:that's (?:our|the) time|we(?:'re| are) out of time|let you (?:go|get)|thank(?:s| you) (?:again"
        r"|for (?:coming|your time|telling|being|today|this))|good talking|(?<!to )see you(?! (?:as|doing|get))"
        r"|you've done nothing wrong)\b",
    ),
    "off_topic": (r"\b(?:football|weather|golf|netflix)\b",),
    "speaks_to_machine": (
        r"\b(?:ignore (?:all |your |previous )*instructions|are you (?:an? )?(?:ai|bot|robot|human"
        r"|real)|system prompt|chatgpt)\b",
    ),
}
LEADER: Mapping[str, re.Pattern[str]] = {act: re.compile("|".join(parts), re.S) for act, parts in _LEADER.items()}
NOT_SAFETY = frozenset({"fishes_dirt", "asks_closed", "asks_wide", "asks_status", "judges_manager"})
"""What the words of a question after somebody's safety only resemble."""
INVITES = re.compile(
    r"\bstart (?:wherever|where|anywhere)\b|\bgo (?:on|ahead)(?: then)?[.!]?$|\bi'm (?:all ears"
    r"|listening)[.!]?$|\bin your own words\b"
)
"""An invitation to speak that is no question."""
OPEN = re.compile(
    r"(?:^|[:;,.]\s+|\band\s+|\bso\s+|\bthen\s+|\bokay\s+|\bok\s+)\W*(?:what|how|where|which|who|tell me"
    r"|talk me|walk me|why|when)\b"
    r"|\b(?:hear|know|understand|learn|ask) (?:about )?(?:what|how|where|which|why)\b"
)
SELF = re.compile(r"\b(?:i|i've|i'm|i'd|my|me|mine)\b")
