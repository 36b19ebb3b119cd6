"""What kind of answer a question wants: a name, a date, money, leave to try, or something about the leader."""

import re
from collections.abc import Mapping

_TRY = (
    r"(?:stop|build|try|start|drop|test|put|move|change|run|write|skip|send|use|make|take|bring|keep|swap|share|add"
    r"|cut|do"
    r"|open|close|begin|pilot|hold|leave|show|order|buy|organi[sz]e|invite|train|split|merge|set up)"
)
_KINDS: Mapping[str, str] = {
    "asks_yes_no": r"\byes or (?:a )?no\b",
    "asks_confirm": r"\b(?:did|have) i (?:get|got|understood?|heard?|taken?) (?:it|that|this|you|them|both|all that)"
    r" (?:right|correctly|down)\b|\b(?:do|are) we (?:still )?agree(?:d)?\b|\bconfirm (?:the|my|our|those|these|that|both|it)\b"
    r"|\b(?:that's|it's|so it's) (?:all |both )?(?:right|correct), (?:isn't it|yes|then)\?",
    "asks_reading": r"\bwhat (?:should|could|can|must) (?:i|we)(?: \w+)? read\b|\b(?:any|a|which|what)"
    r" (?:good )?(?:books?|articles?|papers?|podcasts?)\b[^?]*\b(?:read|recommend|suggest|worth|start|helped)\b"
    r"|\banything (?:i should|worth) read",
    "asks_trust": r"\b(?:whose|which)\b[^?]*\b(?:figures?|numbers?|counts?|data|word|judge?ment|opinion|account|advice|version)\b"
    r"[^?]*\b(?:trust|believe|go by|rely|listen)\b|\bwho(?:m|se)? (?:\w+ )?do you (?:really |most )?(?:trust|believe|listen|rely)\b",
    "asks_which": r"\bwhich (?:one |of (?:them|these|those|the \w+) |comes )?(?:would|do|should|will|first) ?(?:you|we|i)?\b[^?]*"
    r"\b(?:fix|start|tackle|choose|pick|take|mend|change|first)\b|\bwhat would you (?:fix|tackle|mend|sort out)\b",
    "asks_in_place": r"\b(?:would|should) (?:you|i) (?:then )?(?:stay|leave|go|quit|resign|move on|hang on)\b"
    r"(?! (?:about|for|round|through|to (?:get|find|ask)))",
    "asks_meanwhile": r"\bwhat (?:should|do|can|shall|am|are) (?:i|we) (?:supposed to |meant to )?do (?:on|with|until|till|in the meantime"
    r"|meanwhile|now|tomorrow|next week|then)\b",
    "asks_told_by": r"\bwho(?:'s| is)? (?:will|would|going to|gets to) (?:tell|inform|let) (?:us|me|the team|people)\b"
    r"|\bwho (?:will|do|would) (?:we|i) hear (?:it|that|this)?\s?from\b",
    "asks_who_then": r"\bif not (?:you|me|him|her|them|us)\b[^?]*\bwho\b|\b(?:then who|who then|who else (?:would|could|can|decides?))\b",
    "asks_why_other": r"\bwhy (?:him|her|them|[a-z]+) and not (?:me|us|\w+)\b|\bwhy not (?:me|us)\b|\bwhy (?:was|did|were) "
    "(?!i\b|we\b|you\b"
    r"|it\b|that\b|this\b|the\b)[a-z]+ (?:get|got|chosen|picked|promoted|moved|given)\b",
    "asks_why_me": r"\bwhy (?:do|are|did|would) you ask(?:ing)? (?:me|us)\b[^?]* (?:not|instead of)\b"
    r"|^\W*(?:and |so |but )*why (?:me|us)\b|\bwhy don't you ask\b|\bwhy ask (?:me|us)\b",
    "asks_deliver": r"\bwhat (?:do|would|did) you (?:want|need|like|expect)\b[^?]*\b(?:by when|by then|and when)\b"
    r"|\bwhat (?:should|shall|can|do|could) (?:i|we) (?:send|bring|show|get|give)(?: to)? you\b",
    "asks_measure": r"\bhow (?:do|would|did|should|does) (?:you|we|one|anybody|the \w+) (?:actually )?(?:count|measure|work out"
    "|calculate|cost"
    r"|tell if|size|score|put a figure on)\b|\bhow (?:is|was|are) (?:it|that|this|the \w+)(?: of [a-z ]+)? (?:counted|measured|worked out"
    r"|calculated)\b",
    "presses": r"you(?:'re| are) not (?:really )?answering"
    r"|\b(?:need|want|give me|like|love|get) (?:an?|one|the) (?:\w+ )?answer\b|\banswer (?:me|the question|my question)\b"
    r"|doesn't tell me (?:much|anything)|"
    r"(?:that's|that is|that was|it's) not (?:really )?(?:an|my|the) (?:answer|question)"
    r"|\bdidn't (?:really )?answer"
    r"|you(?:'re| are) (?:avoiding|dodging|ducking)|doesn't answer|isn't an answer|wasn't an answer"
    r"|you haven't answered|\bi(?:'m| am| was) asking you\b|^\W*so (?:it's|that's|is it|is that) an? (?:no|yes"
    r"|maybe)\b|\b(?:not|isn't|wasn't) what i asked\b",
    "asks_recall": r"\b(?:which|how (?:many|much|long|often)|when)\b[^?]{0,40}\b(?:did|had) i (?:say|tell you|mention|give)\b"
    r"|\bwhat (?:did|had) (?:i|we) (?:say|said|tell|told|mention)|\bwhat (?:have )?i (?:said|told you|mentioned)\b"
    r"|\bdo you (?:still )?(?:remember|recall) (?:how (?:many|much|long|often)|what|when|who|which)\b(?!.*\byour?\b)"
    r"|\b(?:how (?:many|much|long|often)|what \w+|which \w+|when|who) did i (?:just )?(?:say|tell|mention|give)\b"
    r"|\bwhat did you (?:just )?say (?:about|earlier|before)\b|\byou said (?:earlier|before|something)\b[^?]*\bwhat\b"
    r"|\bwhat was (?:it|that|the (?:number|figure)) (?:that )?(?:i|you) (?:just )?(?:said|gave|mentioned|told)",
    "asks_job": r"\bwhat(?:'s| is| was) it like (?:to be|being|in your|up there|at the top|doing)\b"
    r"|\bwhat(?:'s| is) (?:being|the job|your job|this job|the role|your role) (?:\w+ ){0,4}(?:really |actually )?like\b"
    r"|\bhow (?:is|do you find) (?:being|the job|your job|the role|it being)\b|\bis it lonely\b"
    r"|\bwhat do you (?:actually |really )?do all (?:day|week)\b|\bwhat keeps you (?:here|going|at it)\b"
    r"|\bwhat do you (?:like|enjoy|love|dislike)(?: best| most| least)? about (?:the|your|this|being) (?:job|role|work|a)\b",
    "asks_why_ask": r"^\W*(?:and |so |but |ok,? |sorry,? )*why\W*$|\bwhy (?:do|did|would|are) you (?:ask"
    r"|want to know|asking)\b(?! (?:to|for|me to|us to|me up|us up))"
    r"|\bwhy (?:does|do|is|would) (?:that|it|this) (?:matter|important|interest|relevant)|\bwhat makes you ask\b",
    "asks_meaning": r"\b(?:don't|do not|didn't|can't) (?:quite |really )?(?:follow|get (?:it|that|you|what"
    r"|the question))\b"
    r"|\b(?:simpler?|easier|plainer?|other) (?:way|words|english|language)\b|\b(?:do|did) you mean\b|^\W*you mean\b"
    r"|\b(?:repeat|say) (?:that |it |the question )?again\b|\bwhat (?:was|is) the question\b"
    r"|^\W*(?:sorry,? )?(?:what|pardon"
    r"|come again)\W*$|^\W*(?:like|told|wrong|such as|meaning|in what|of what|how so)\b[^?]{0,14}\?\W*$|"
    r"\bwhat (?:do|did) you mean\b|\bwhat does (?:that|it|this|\w+) mean\b|\bi (?:don't|do not"
    r"|didn't) understand"
    r"|\bwhat is (?:a |an )?(?:baseline|that|it)\?|\bin simpler words\b|\bwhat it is\?|^\W*sorry,? what\b",
    "asks_pay_talk": r"\b(?:talk|discuss|share|compare|tell|ask)\w*\b[^?]*\b(?:pay|salar\w+|wages?"
    r"|earns?)\b[^?]*\b(?:colleagues?"
    r"|each other|others|co-?workers?|team|people)\b",
    "asks_who_tells": r"\b(?:do|should|shall|will|would) (?:i|we|you) (?:need to |have to )?(?:tell"
    r"|mention (?:it|that|this) to"
    r"|speak to|talk to|say (?:it|that|this|something) to) (?!you\b|me\b|them what\b|everyone\b)[^?]*\?"
    r"|\bor (?:shall|should|do|will|would) (?:i|you)\b[^?]{0,12}\?",
    "asks_message": r"\b(?:may|can|could|should) i (?:tell|repeat|pass|say|share|mention)\b[^?]*\b(?:you(?:'ve)? (?:just )?said|you told"
    r"|we (?:talked|spoke|discussed|said)|all this|any of this)\b|\bwhat (?:should|can|may|shall|would you like me to|do you want me to"
    r"|would you want me to) (?:i )?(?:tell|say"
    r"|pass on|take back)|\banything (?:i|you(?:'d| would) like me to) (?:can |should )?(?:tell|pass on|take back)"
    r"|\bmessage (?:for|to) (?:the|my|our)",
    "asks_wants": r"\bwhat do you (?:actually |really )?want (?:from|with) (?:me|us)\b|\bwhy am i here\b"
    r"|\bwhat(?:'s| is| was) (?:this|it|that) (?:all |meeting )?about\b|\bwhy did you (?:want|ask|invite)"
    r"|\bwhat (?:do|would|did) you (?:want|like|hope)(?: me)? to (?:know|hear|understand|talk about|discuss"
    r"|find out|tell you)",
    "asks_convince": r"\bwhat (?:\w+ )?would (?:it take(?! to (?:get|buy|replace|fund|have|mend))|convince"
    r"|persuade|change your mind|make you (?:believe|say"
    r"|sign|trust"
    r"|agree|change))|\bwhat (?:would |do )?you(?:'d| would)? (?:need|want|like) (?:to see|to hear|from me|to know|in writing"
    r"|me to (?:show|bring))"
    r"|\bwhat (?:evidence|proof|kind of number)\b|\bhow (?:would|could|do|can) (?:i|we) (?:convince|persuade|win"
    r"|make (?:a|the) case)",
    "asks_visit": r"\bwould you (?:like to |ever |be willing to |want to )?(?:come|visit|join us|walk)\b"
    r"|\bcome and (?:see|look|watch)"
    r"|\b(?:could|can|will) you (?:come|visit)\b"
    r"|\bpossible (?:that |for )?you (?:to )?(?:come|visit|see)\b",
    "asks_if": r"(?<!what )(?<!where )(?<!how )(?<!which )(?<!who )\b(?:could|can|may|should|shall) (?:i|we) "
    rf"(?:just |perhaps |maybe |simply |not )?{_TRY}\b"
    r"|\bwhat if (?:we|i|they)\b"
    r"|\bam i allowed\b|\bwould it be (?:strange|odd|wrong|rude|silly|too much|weird|mad) (?:to|if)\b"
    r"|\bwould you (?:back|sign|approve|agree to|consider|support|be open to|allow|object|mind)\b"
    r"|\bwould it (?:be|bother|hurt|embarrass"
    r"|work)\b[^?]*\bif (?:i|we)\b"
    r"|\bwould (?:that|it|this) (?:help|be (?:ok|okay|all right|alright|fine|possible|allowed))\b|\bis it (?:ok"
    r"|okay|all right|alright|fine|possible) (?:if|to|for)\b",
    "asks_trouble": r"\bis (?:this|it|that) about (?:the|my|what|last|me)\b|\bam i in (?:any )?trouble\b"
    r"|\bhave i done (?:something|anything)\b"
    r"|\bis this about something i\b",
    "asks_quote": r"\b(?:quote you|say you said|use your name|tell (?:them|people) you)\b",
    "asks_reward": r"\bwhat do (?:i|we) get\b|\bwhat's in it for (?:me|us)\b",
    "asks_read": r"(?<!what )(?<!where )(?<!how )(?<!which )\b(?:would|could|will|can) you (?:read|look at"
    r"|take a look)\b|\b(?:can|could|may|shall"
    r"|should) i (?:(?:send|show|write) you|(?:propose|put|send|bring|write) [^?]{2,25} to you)\b",
    "asks_what_if": r"\bwhat if (?!we\b|i\b)|\bwhat happens if (?:it|that|they)\b",
    "asks_verdict": r"\b(?:was|am|were) (?:i|we) (?:wrong|right|stupid|silly|too)\b|\bdid (?:i|we) do (?:right"
    r"|wrong|the)\b|\bshould (?:i|we) have\b"
    r"|\bhave i got (?:that|it) (?:right|wrong)\b",
    "asks_counter": r"\b(?:argument|case) against\b|\bthe (?:downside|catch|risk of)\b|\bwhat(?:'s| is) wrong with\b",
    "asks_hear": r"\bwhat do (?!you\b)[^?]{2,40} (?:say|tell|ask|complain) (?:to )?(?:you|about)\b"
    r"|\bwhat (?:do|are|have) you (?:been )?hear(?:ing|d)?\b"
    r"|\bdo (?:people|they|others|staff|engineers) (?:ever |really )?(?:tell|say|complain|push back)\b",
    "asks_others": r"\b(?:other|the rest of the) (?:branches|teams|sites|depots|schools|wards|shops|stores|plants"
    r"|offices|units|departments"
    r"|places|companies|hospitals|regions|countries)\b[^?]* (?:do|handle|manage|solve|have|deal)\b|\belsewhere\b"
    r"|\b(?:do|did|have) you (?:see|seen|hear|heard|find|get|have) (?:this|that|such|it|the same|something like)\b",
    "asks_small": r"\bwhat(?:'s| is) your (?:own )?(?!job|role|work|day|boss)\w+ like\b|\bhow(?:'s| is) your \w+\b",
    "asks_who": r"\b(?:need|want|give me) (?:a|one|the) name\b|, who (?:signs|decides|owns|says|pays)\b"
    r"|^\W*(?:and |so |but |then )*(?:who|whose|which (?:team|department|person))\b(?!(?:'s| is| are"
    r"| else)? (?:do you|would you"
    r"|(?:else )?should i (?:know|meet|get to know)|doing|deserves|has done|are (?:our|your|the)))",
    "asks_when": r"^\W*(?:and |so |but |then )*(?:when|how soon|by when)\b (?:do|does|will|is|are|would|can|could"
    r"|might)\b(?! you (?:know"
    r"|feel|start))|\bhow long (?:will|until|before|does it take|till)\b"
    r"|\b(?:need|want|ask for|give me) (?:a|one|the|some) (?:\w+ )?(?:date|day)\b",
    "asks_money": r"\bwhat would it take to (?:get|buy|replace|fund|have|mend)\b|\b(?:budget|money|funding"
    r"|afford|another (?:post|person|pair|member)|extra (?:hands|staff|people"
    r"|person)"
    r"|more (?:staff|hands|posts)|headcount|how much (?:is there|can we spend))\b",
    "asks_of_me": r"\b(?:anything|what|something) (?:else )?you(?:'d| would)? (?:want|like|need|ask) (?:me|us|of me"
    r"|from me)\b"
    r"|\bwhat would you (?:like|want|have) (?:me|us) (?:to )?(?:do|stop|start|change)\b",
    "asks_keep": r"\b(?:never|not|wouldn't) (?:want to )?(?:change|lose|touch|give up)\b|\bwould you (?:keep"
    r"|protect|save)\b",
    "asks_hardest": r"\b(?:hardest|most difficult|toughest|worst part|trickiest)\b[^?]*\b(?:you|your|job)\b",
    "asks_choice": r"\b(?:meetings?|polic(?:y|ies)|reports?|rules?|number|figure|dashboard)\b[^?]*\byou(?:'d|r own)?\b"
    r"[^?]*\b(?:cancel|drop|scrap\w*|stop|skip|not believe|distrust|hate|delete|end)\w*\b"
    r"|\bwhat would you (?:cancel|scrap|get rid of)\b",
    "asks_how_self": r"\bwhere do you (?:get|find|take)\b|\bhow (?:long )?do you (?:normally |usually )?(?:relax"
    r"|cope|stay|keep|think|work"
    r"|manage|prepare|learn|know whether|know if)\b",
    "asks_once": r"^\W*(?:and |so |but |honestly,? )*(?:have|did|do)? ?\byou ever (?:\w+(?:ed|en|ne|ost|old|eft)"
    r"|been|had|made|got|felt|lost|lose|work|fail|turn|regret)\b",
    "asks_missed": r"^\W*(?:and )?(?:do|are) you(?: too)?\?|\bdo you (?:still )?(?:miss|enjoy|like) (?:being|working|it|the|your|doing)\b",
    "asks_ever": r"^\W*(?:and |so |but |honestly,? )*(?:do|did|have|are|would|can)? ?you (?:ever|still|often"
    r"|sometimes|sleep|read|get (?:out|to"
    r"|down)|go|walk|come (?:in|down|out)|visit|use|worry)\b",
    "asks_worry": r"\bwhat(?:'s| is| are| keeps| worries)? (?:you )?(?:\w+ )?(?:most )?(?:worr(?:ied|ies|ying)|afraid|scared|up at night"
    r"|keeps? you (?:up|awake))\b|\byour (?:biggest |main |greatest )?(?:worry|worries|fear)\b",
    "asks_can_say": r"\bwhat (?:can|could|may|are) you (?:able to |allowed to )?(?:tell|say|share)\b",
    "asks_opinion": r"\bwhat do you (?:think|make) (?:of|about)\b|\bdo you (?:think|believe|agree|reckon)\b"
    r"|\bare you (?:happy|confident"
    r"|sure|surprised|okay|worried) (?:with|about|that|by)?|\bwould you say\b|\bwhat's your (?:view|opinion|take)\b"
    r"|\bin your (?:view|opinion)\b|\bhow (?:much|many) [^?]*\b(?:enough|too (?:much|many))\b",
    "asks_future": r"\bwhat(?:'s| is| are) the plans?\b|\bwhat's (?:being done|happening)\b|^\W*(?:and |so "
    r"|but )*(?:will|are we going to|what happens (?:to|if|when|after|next)"
    r"|what will happen|what(?:'s| is) going"
    r" to happen)\b",
    "asks_why": r"^\W*(?:and |so |but |then )*(?:why\b(?! (?:do|are|were|would|have) you\b)|what made (?:you|us"
    r"|them)\b|how come\b)",
    "asks_could": r"^\W*(?:and |so |but |then )*(?:can|could|might|may) (?!you\b|i\b|we\b)",
    "asks_did": r"\bwas (?:that|it|this) (?:your|you)\b|\byou (?:decided|signed|approved|chose|announced|agreed"
    r"|promised|wrote|cut|closed|stopped|started)\b",
    "asks_whether": r"^\W*(?:and |so |but |then )*(?:do|does|did|is|are|was|were|has|have) (?!you\b|i\b|we\b|there\b)",
}
KINDS = {kind: re.compile(pattern, re.I) for kind, pattern in _KINDS.items()}
OWN_ANSWER = frozenset(KINDS) - frozenset(
    "asks_opinion asks_future asks_why asks_money asks_could asks_whether asks_others asks_hear asks_worry asks_can_say".split()
)
"""Kinds that a fact of the right theme does not answer, unless it is about the very thing asked."""


ECHO = 5
"""Words up to which a question made of the leader's own words asks what they meant."""


def kind_of(question: str, previous: str = "") -> str:
    """Return the kind of a question, the first that fits; empty for none.

    Args:
        question: one question of the user's.
        previous: what the leader said last, where the question is all the user answers with.
    """
    plain = question.replace("’", "'")
    kind = next((kind for kind, pattern in KINDS.items() if pattern.search(plain)), "")
    words = _content(plain)
    echoed = previous and len(plain.split()) <= ECHO and words and words <= _content(previous)
    kind = kind or ("asks_yours" if _YOU.search(plain) else "")
    return "asks_meaning" if echoed and kind not in {"presses", "asks_why_ask"} else kind


def names_job(question: str, role: str) -> bool:
    """Say whether a question names the leader's own job, in full or by its first letters: "What does a CFO do?"."""
    initials = "".join(word[0] for word in role.split() if word[0].isupper())
    names = [re.escape(name) for name in (role, initials if len(initials) > 1 else "") if name]
    return bool(names) and re.search(rf"\b(?:{'|'.join(names)})\b", question, re.I) is not None


_YOU = re.compile(r"\byou(?:r|rs|rself)?\b", re.I)
"""A question of no other kind with "you" in it is about the leader, who cannot be too far from it."""


_SMALL = frozenset(
    "which where about would could there should somebody someone people thing things other think right might".split()
)


def _content(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{5,}", text.lower())) - _SMALL
