"""What an employee's line asks for, as patterns: questions to the leader, requests, corrections, and words to the machine."""

import re
from collections.abc import Mapping

from app.coaching.rehearsal.numbers import N

_N = rf"(?!(?:one|a|an)\b)(?:about |around |nearly )?{N}(?! (?:more|other|things?|questions?|seconds? of|last|minutes? of your)\b)"
"""A figure put in the place of another; "one" and "one more" are none."""
TALKING: Mapping[str, tuple[str, ...]] = {
    "corrects": (
        r"^\W*no,? (?:no,? )*i (?:mean|meant)\b|\bthat's not what i (?:said|meant|mean|asked)\b"
        r"|\bi (?:didn't|never) (?:say|said|mean|meant) (?:that|anything|it)\b|\bi (?:only|just) (?:said|meant"
        r"|asked)\b|\byou(?:'ve| have)? (?:misunderst(?:ood|and)"
        r"|got (?:that|me) wrong)\b"
        r"|^\W*(?:no,? )?i meant\b|^\W*no,? not [a-z ]{2,25},? (?:but )?(?:the|an?|my|our)\b"
        r"|^\W*no,? (?:the|a|an|my|our|it's|on|in|at) [^.?!]{2,30},? (?:not|and not|but) ",
    ),
    "corrects_figure": (
        rf"\bi misspoke\b|\bi (?:said|told you|gave you) (?:it was |about )?{_N}\b[^.?!]*\b(?:it's|it is|it was"
        rf"|really|actually|should|meant)\b[^.?!]*\b{_N}\b|\bi mean(?:t|)(?: to say)? {_N}\b",
        rf"\b(?:it's|it is|it was|it's not|they're|there (?:are|were)) (?:really|actually|in fact) {_N}\b"
        rf"|\bactually,? (?:it's |it is |it was |there (?:are|were) |make (?:it|that) )?{_N}\b"
        rf"|\b{_N}(?: [a-z]+){{0,2}},? actually\b",
        rf"\bsorry,? (?:it's |it was |that's |make (?:it|that) |i mean(?:t)? )?{_N}\b|^\W*{_N}(?: [a-z]+){{0,2}},? sorry\b",
        rf"\b{_N}\b[^.?!]{{0,30}}\b(?:and |,? )not {_N}\b|\bnot {_N}(?: [a-z]+){{0,2}},? (?:but |it's )?{_N}\b"
        r"|\b(?:got|had) (?:that|the|my) (?:number|figure)s? wrong\b|\bwrong (?:number|figure)\b",
    ),
    "says_hard": (
        r"\b(?:been|was|is|it's) (?:a |an )?(?:\w+ )?(?:hard|tough|rough|awful|horrible|sad|strange|grim"
        r"|lonely) (?:few "
        r"|couple of |last )?(?:weeks?|months?|time|days?|year|spell|one)\b|\bit hurts?\b|\b(?:makes|made"
        r"|making) me feel (?!good|better|proud|great|safe|welcome|at home)|\bi (?:cried"
        r"|miss (?:her|him|them))\b",
        r"\b(?:i|we|they|people|everyone|nurses|drivers|colleagues|the (?:team|lads|girls|others|staff))"
        r"(?:'m| am|'re| are| is| was| were| feel| felt) (?!less |not |no )(?:\w+ ){0,2}(?:scared|afraid|frightened"
        r"|sad|upset|exhausted|burnt out"
        r"|burned out|angry|gutted|heartbroken|overwhelmed|ashamed|low|demoralised|fed up|in tears|so tired"
        r"|shattered|worn out"
        r"|bad (?:that|about|for)"
        r"|worried (?:about (?:my|our|their)|i|that i|we|that we))\b|\bi(?:'m| am) sorry,? i got\b"
        r"|\bi (?:do )?worry (?:because|that|about (?:my|our))\b",
    ),
}
"""What a line does to the talk itself: it puts something right, or says that something is hard."""
TAKES_BACK = re.compile(
    rf"\bi misspoke\b|\bi (?:said|told you|gave you|meant?)\b|\bsorry\b|\bnot {_N}\b|\bwrong\b|\bcorrection\b"
)
"""Words with which a new figure owns that an earlier one was wrong."""
ASKING: Mapping[str, tuple[str, ...]] = {
    "offers_more": (
        r"\b(?:can|could|may) (?:i|we) (?:just )?(?:come|go|get) back to\b",
        r"\b(?:can|could|may|shall|should) i (?:just |quickly |maybe )?(?:tell|show|explain(?: to)?|walk|give"
        r"|share with|describe to) you\b"
        r"|\b(?:can|could|may) i (?:just )?(?:ask (?:you )?(?:a|one|another|some)\w* (?:quick |other "
        r"|more )?(?:question|thing)s?"
        r"|ask (?:you )?something|add (?:one |some)?thing|say something|be honest)\b[^.?!]*\?",
        r"\bif you(?:'d| would)? (?:want|like)(?: to hear)?[.?!]*$|\b(?:would|do) you (?:like"
        r"|want) (?:me )?to (?:hear|see|explain|tell|know)\b"
        r"|\bi (?:have|had|'ve got) an? (?:\w+ )?idea(?: for (?:this|that|it))?(?:,| if|[.!]|$)",
    ),
    "asks_agenda": (
        r"\bwhat do (?:you|people) (?:usually |normally |generally |mostly )?(?:talk about|discuss|cover"
        r"|ask(?: people)?)\b",
        r"\b(?:anything|something|what) (?:else )?(?:that )?(?:you (?:wanted|were hoping|hoped|would like|want"
        r"|'d like|would find useful)|did you want|were you hoping)\b(?:(?! to be remembered| from engineering"
        r"| from (?:us|our)).)*\?",
    ),
    "asks_next": (
        r"\b(?:do this|meet|talk|come (?:up|back|by)|speak|catch up|check in|have another) (?:\w+ )?(?:again"
        r"|next|in a|in \w+ (?:weeks|months))\b",
        r"\b(?:could|can|may|shall|might|would|like|love) (?:i|we|you|to) (?:[a-z']+ ){0,3}(?:show|bring|see|meet|talk|speak"
        r"|come|write|ask)\b"
        r"[^.?!]{0,25}\bagain\b|\b(?:could|can|may|shall) i (?:show|bring|tell) you\b[^.?!]* in (?:the (?:spring|summer|autumn"
        r"|winter|new year)|an? (?:month|quarter|few)|\w+ (?:weeks|months))\b|\bsame time next\b",
        r"\b(?:another|next) (?:of these|chat|meeting|slot|conversation)\b|\b(?:fifteen|twenty|thirty|ten|15"
        r"|20|30) minutes (?:after|next|in)\b|\bonce a quarter\b",
    ),
    "asks_feedback": (
        r"\bhow (?:am i|do you see (?:me|my)|is my work|do i come across|have i been|do you think i)\b"
        r"|\bfeedback (?:for|on|about) (?:me|my)\b",
        r"\bwhat (?:have you heard|do you hear|do people say) about me\b|\bdo you (?:know|see) what i do\b",
    ),
    "asks_path": (
        r"\bwhere were you before\b|\bwhat did you do before\b|\bhow did you (?:get|come|end up|become|start)\b"
        r"|\byour (?:own )?(?:path|career|way here|story)\b|\bwhat (?:drew|brought) you\b",
    ),
    "asks_advice": (
        r"\bwhat (?:would|do) you (?:advise|suggest|recommend)\b|\bwhat would you (?:do|cut|use|try|start with"
        r"|choose)\b|\b(?:your"
        r"|any) (?:advice|tips)\b|\bhow would you (?:handle|approach|go about|do|choose|pick|start|tackle"
        r"|sort)\b|\bwhat should i (?:do"
        r"|focus|learn)\b",
    ),
    "small_talk": (
        r"\bhow (?:are|have) you (?:been|doing|today|keeping)?\b(?! (?:see|handle|think|decide|feel|keep"
        r"|know))|\bhow(?:'s| is| has) your (?:day|week|morning)\b|\bhow's it going\b",
    ),
    "asks_confidentiality": (
        r"\bbetween (?:us|you and me|ourselves)\b|\bconfidential(?:ly|ity)?\b|\bhow do you (?:handle"
        r"|use) what (?:you|people)\b|\boff the record\b",
        r"\b(?:will|does|would) (?:this|that|it|what i say|any of this) (?:get back|go back|stay|travel"
        r"|be shared)\b|\bkeep (?:that|this|it) (?:between|to yourself|private|quiet)\b",
        r"\bwho (?:will|else will|else would|would) (?:hear|know|see) (?:this|about|it|that)\b|\b(?:don't"
        r"|not) tell \w+ (?:i said|that i|this|about)\b|\bstays? (?:with you|in this room)\b",
    ),
    "asks_pay": (
        r"\b(?:my|a|any|no|bigger|better|more) (?:salary|pay|raise|pay rise|pay increase|bonus|commission"
        r"|compensation)\b|\bpay (?:rise|band|me more)\b|\bunderpaid\b|\bthe commission\b",
        r"\b(?:salary|pay|money)[- ]wise\b|\bhow much (?:more )?(?:does|is|would|do) [^?]*\b(?:pay|paid|salary"
        r"|worth|earn)\b",
        r"\bi deserve (?:more|a raise|\d|\w+ per ?cent)|\bearns? more than (?:me|i)\b|\blower split\b"
        r"|\bbudget for raises\b|\b(?:my|the) salary\b|\bi'm paid\b",
    ),
    "asks_promotion": (
        r"\b(?:my|a|the|be|get|being|been|for) promot(?:ion|ed)\b|\bwhen will i be (?:promoted|a|made)\b"
        r"|\bi should be (?:a lead|lead|senior|staff|a manager|head)\b",
        r"\bi(?:'d| would) like to be (?:staff|senior|a lead|lead|principal|a manager|promoted|a team lead)\b"
        r"|\b(?:back|support|sponsor) (?:me|my (?:case|promotion))\b|\bput me forward\b|\bmoved up\b"
        r"|\bnext level this (?:cycle|year)\b",
    ),
    "asks_scope": (
        r"\bput me (?:in charge|on)\b|\bcan i (?:take over|lead|run|own|have) (?:the|that|a)\b|\bi want (?:two"
        r"|more|a) (?:reports|people|team)\b|\blet me (?:lead|run|own|take over)\b",
        r"\bi(?:'d| would) like to (?:lead|run|own|take over|manage) (?:the|a|that)\b"
        r"|\binterested in (?:managing|leading|running|owning|taking)|\bgive (?:me (?:the|a|more)|it to me)\b",
    ),
    "requests_action": (
        r"\bcan (?:i|we) have (?:[\w']+ ){0,6}(?:time|minutes|hour|help)\b",
        r"\b(?:could|can|would|will) you (?:please |just |maybe )?(?:tell|ask|get|make|step in|talk to"
        r"|have a word|speak (?:to|with)|overrule|approve|sort|push|order|sign|cancel|bump|intervene|fix"
        r"|help me get|put in a word)\b(?! me (?:what|how|why|about|more|who|where|which|a bit))",
        r"\b(?<!i'd )(?<!i )(?<!we'd )(?<!we )(?:tell|get|make) (?:her|him|them) to\b|\bhave a word with\b"
        r"|\bput in a (?:good )?word\b"
        r"|\bi need you to\b|\bplease (?:ask|tell|make|get) (?:her|him|them|\w+) to\b|\byou should (?:tell"
        r"|make|stop|fire|move)\b|\bdo something about\b",
    ),
    "fishes": (
        r"\b(?:are we|is my team|are they|is (?:he|she|\w+)|am i) (?:being|getting|going to be|about to be"
        r"|on the) (?:sold|cut|closed|merged|list|fired|let go|made redundant|moved|bought|outsourced"
        r"|acquired)",
        r"\b(?:the )?real reason\b|\bis it true\b|\b(?:will|are) there (?:be "
        r"|going to be )?(?:any )?(?:layoffs|redundanc\w+|job cuts)\b|\bwho(?:'s| is| will be) (?:leaving"
        r"|being let go|getting|going to be)\b|\bwhat's really going on\b",
    ),
    "speaks_to_machine": (
        r"\b(?:ignore|forget|disregard) (?:all |any |your |the |everything )*(?:previous |prior |above "
        r"|earlier )?(?:instructions?|prompts?|rules?|you were told)\b",
        r"\bare you (?:an? |actually |really |even )*(?:ai|a\.i\.|bot|robot|human|real person|real|chatgpt"
        r"|chatbot|machine|computer|language model|program)\b|\bsystem prompt\b|\bas an ai\b|\bjailbreak\b",
        r"\b(?:pretend|act) (?:to be|you(?:'re| are)|as(?: if)?) (?:an? |my |the )|\byou are now\b"
        r"|\bdeveloper mode\b|\b(?:what|which) (?:language )?model are you\b|\brepeat (?:the|your) (?:text"
        r"|words|instructions|prompt)\b|\bstop (?:the )?(?:role[- ]?play|pretending)\b|\bchatgpt\b",
    ),
}
