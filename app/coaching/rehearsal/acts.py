"""What an employee's line does, as patterns. Several acts may hold at once; risk flags add some of them."""

import re
from collections.abc import Mapping

from app.coaching.rehearsal.asking_acts import ASKING, TALKING
from app.coaching.rehearsal.promising import DATED

RISK_ACTS: Mapping[str, str] = {
    "criticising_boss": "complains_person",
    "blaming_colleagues": "blames_colleague",
    "salary": "asks_pay",
    "promotion": "asks_promotion",
    "more_responsibilities": "asks_scope",
    "going_over_head": "requests_action",
    "gossip": "gossips",
    "rumours": "fishes",
    "confidential_info": "shares_confidential",
    "complaint_without_proposal": "raises_problem",
    "ultimatum": "threatens_to_leave",
    "job_search": "mentions_leaving",
    "oversharing_personal": "personal",
    "politics_religion": "politics",
    "discriminatory_remark": "demeans",
    "flattery": "flatters",
    "speaking_for_others": "speaks_for_group",
    "secrecy_request": "asks_confidentiality",
    "attacking_strategy": "criticises_strategy",
}
"""The act that a risk flag implies; flags not named here imply none."""

DOUBTED = frozenset(
    "asks_pay asks_promotion asks_scope requests_action fishes mentions_leaving shares_confidential personal politics "
    "raises_problem gossips blames_colleague asks_confidentiality".split()
)
IN_GOOD_FAITH = frozenset(
    {"owns", "repairs", "corrects_figure", "admits_unknown", "includes_manager", "declines_to_speak", "jokes"}
)
"""Where a line does one of these, a flag alone does not make it one of `DOUBTED`: the words themselves have to."""

_DOING = (
    r"cut|reduced|saved|shipped|launched|delivered|finished|moved|took|brought|got(?! (?:an? no|no|told|stuck"
    r"|nothing|used|tired|worse|lost|to)\b)|halved|doubled|improved|raised|won|"
    r"renewed|closed|fixed|built|migrated|rolled out|automated|completed|released|cleared|hit|beat|trained|dropped|"
    r"increased|lowered|solved|rewrote|replaced|removed|introduced|set up|managed to|landed|signed|passed|recovered"
)
_OWN_STEP = (
    r"send|give|write|finish|list|read|take|bring|tell|show|check|ask|try|draft|put|measure|count"
    r"|come back|do that|start|pull|share|talk|"
    r"raise|prepare|set up|work (?:it|that) out|find out|have (?:it|that|the)|get (?:it|that|you|the)|look into|run"
)
_PEOPLE = (
    r"football|cricket|rugby|the match|the game last night|weather|holidays?|your weekend|my weekend"
    r"|netflix|movie|recipe|"
    r"the dog|my cat|your dog|bitcoin|crypto|sourdough|marathon|the world cup|(?:the|that) (?:\w+ )?game (?:last|on"
    r"|yesterday)|(?:see|watch|catch) the \w+ (?:game|match)|golf|my dog|new series"
    r"|that new restaurant|barbecue|horoscope"
)

_IC: Mapping[str, tuple[str, ...]] = {
    "greets": (
        r"^\W*(?:hi|hello|hey|good (?:morning|afternoon|evening)|(?:morning|afternoon|evening)(?=[,.!]|\W*$| m[rs]))\b",
        r"\b(?:nice|good|great|lovely|pleased) to (?:finally |properly )?(?:meet|see) you",
    ),
    "thanks": (
        r"\b(?:thank you|thanks|thank-you|i appreciate|i(?:'m| am) grateful|cheers(?: for|,? \w+[.!]?$|[.!]?$)|ta[.!]?$)",
    ),
    "states_purpose": (
        r"\bi(?:'d| would) (?:really )?(?:like|love|hope) to (?:understand|learn|know|hear|get (?:a|your)"
        r"|share|talk about|use (?:this|the)|ask)\b(?! (?:about )?(?:my|our) (?:pay|salary|compensation"
        r"|bonus))",
        r"\bi (?:just )?(?:want|wanted|was hoping|hoped|came) to (?:understand|learn|know|hear|get|share"
        r"|talk about|ask|find out|meet|(?:tell|show) you (?!off\b)|explain|raise)\b",
        r"\bthe reason (?:i asked|i'm here|for)|\bi asked (?:for this|to meet|for the time) (?:because|so|to)",
        r"\bi(?:'m| am) here (?:because|to)\b|\bmy (?:hope|aim|goal) (?:is|for this|today|was)",
        r"\bwhat i(?:'d| would) (?:like|love|want) (?:from|out of|to get)|\bwhat i wanted was\b",
    ),
    "raises_problem": (
        r"\b(?:problem|issue|bottleneck|backlog|obstacle|blocker|mess|outage|delays?|shortage|gap|duplicate"
        r"|rework)\b(?! solving)",
        r"\b(?:slow|slows|slower|stuck|blocked|broken|unclear|confusing|understaffed|short-staffed|late"
        r"|overloaded|manual)\b",
        r"\b(?:keeps? (?:breaking|failing|changing|slipping|coming|falling)|falls? (?:over|through)|fails?"
        r"|breaks?|logs? people out)\b",
        r"\b(?:still|always|now) (?:takes?|waits?|waiting)|\btakes? (?:us |me |them )?(?:too long|forever"
        r"|\w+ (?:days|weeks|hours|months))",
        r"\b(?:waiting (?:for|on)|wait (?:is|has)|the wait|too (?:many|much|thin|few|small|old|big|late|long)"
        r"|not enough|never match(?:es)?|loses? (?:things|half|a|an|time|us)|comes? back to us|(?:the"
        r"|a) wrong (?:code|country|place|order|labels?|file)|wait on|doesn.t (?:ask|say|tell|show) (?:us|for)"
        r"|nobody owns|no one owns|no owner|struggl\w+|hard to)\b",
        r"\b(?:we|i) (?:keep |often |always )?(?:lose|losing|lost|miss|missed|can't|cannot|couldn't"
        r"|don't have)\b(?! (?:say|complain|speak|remember|wait|tell))|\bgets? in the way\b",
        r"\b(?:a joke|terrible|awful|a nightmare|painful|doesn't work|don't work|do the same thing"
        r"|never (?:works|changes))\b",
        r"\b(?:landed|lands|piles? up|all over) (?:on|my|our)\b|\bgoes? to waste\b|\b(?:risk|worry|worries"
        r"|worried) (?:is|me|about)\b",
    ),
    "proposes": (
        r"\b(?:i|we)(?:'d| would) (?:do (?:it|that|what|the)|use|make|keep|have (?:a|one|two)|try|suggest"
        r"|propose|start (?:with|by)|fix|move|like to try|want to try"
        r"|put|run|take|ask \w+ (?:for|to)|go|begin|add|split|swap|drop|stop|pilot|test|ask if)\b",
        r"\b(?:we|you|they) could\b(?! have)|\bwhat if we\b|\bhow about\b|\bcould we try\b|\bwhy don't we\b"
        r"|\blet's (?:try|start|pilot)",
        r"\b(?:my|one|an) (?:idea|suggestion|proposal|option) (?:is|was|would|i)|\bi (?:suggest|propose"
        r"|recommend)\b|\bworth trying\b",
        r"^\W*a (?:cut-off|pilot|trial|checklist|rota|template|shared)\b|\bi'd like to (?:ask|try|check|test"
        r"|run|pilot)\b",
    ),
    "gives_example": (
        r"\bfor (?:example|instance)\b|\b(?:one (?:time|day|night)\b(?! a)|last (?:time|month|week|quarter|sprint"
        r"|year))|\b(?:last|one) (?:monday|tuesday"
        r"|wednesday|thursday|friday|spring|summer|autumn|winter|night)\b",
        r"\b(?:yesterday|the other day|this morning|on (?:monday|tuesday|wednesday|thursday|friday|saturday"
        r"|sunday))\b[^.?!]*\b(?:\w{2,}ed|was|were|went|had|took|got|came|rang|sat|told|lost|broke|fell"
        r"|sent)\b",
        r"\b(?:a|the|one|our) (?:nurse|customer|client|driver|shipment|import|build|van|parcel|planner|patient"
        r"|supplier|user|deploy|release|order|ticket|call|file|case|invoice|fix|shipment|audit|hearing"
        r"|account)\b[^.?!]*\b(?:waited|took|rang|called|was|had|got|came|went|sat|stood|lay|lost|broke|failed"
        r"|arrived|said|missed|\w{4,}ed)\b",
        r"\b(?:it|she|he|they) (?:waited|took (?:us|me|them|\w+ (?:days|hours|weeks|minutes))|cost us|rang"
        r"|called back|broke|failed|turned up|came back)\b",
        r"\bin (?:january|february|march|april|may|june|july|august|september|october|november"
        r"|december)\b[^.?!]*\b(?:\w+ed|was|were|went|had|lost|took|got|broke|fell)\b",
    ),
    "repairs": (
        r"\b(?:that|it) (?:came out|was|sounded|wasn't) (?:wrong|unfair|fair|badly|harsh|harsher|not fair"
        r"|too strong)\b|\bwasn't fair (?:of me|to)\b",
        r"\bi shouldn't (?:have|be)\b|\bi take that back\b|\bscratch that\b|\bstrike that\b|\bi spoke too\b"
        r"|\blet me take that back\b",
        r"\blet me (?:rephrase|put (?:that|it) (?:better|differently|another way)|start (?:again|over)"
        r"|try (?:that )?again|say that (?:again|better))\b",
        r"\bwhat i (?:mean|meant|should have said) (?:is|was|to say)\b|\bi put that (?:badly|too strongly)\b"
        r"|\bsorry,? (?:that|what) (?:i|was|came)\b",
    ),
    "owns": (
        r"\bi should (?:have|already)\b|\bmy (?:fault|mistake|own (?:fault|part|half)|part in)\b|\bon me\b"
        r"|\bi own (?:that|it|the)\b",
        r"\bi (?:missed|forgot|dropped|lost (?!my)|broke|blew|mishandled|misread|messed|let|overlooked"
        r"|underestimated|misjudged|got (?:that|it|this) wrong"
        r"|was wrong|was slow|could have)\b",
        r"\bi (?:never|didn't|did not|hadn't) (?:ask(?:ed)?(?! for (?:this|it|the|that)\b)|tell|told|say|said"
        r"|check(?:ed)?|flag(?:ged)?"
        r"|raise[d]?|measure[d]?|sen[dt]|warn(?:ed)?|write|written|mention(?:ed)?)\b",
        r"^\W*nothing,? really\b",
        r"\bi (?:said|thought|told \w+|assumed|reckoned) [^.?!]*[.,;] (?:but )?(?:it|that|they|we) (?:wasn't"
        r"|weren't|didn't|hadn't)\b",
    ),
    "admits_unknown": (
        r"(?<!, )\bi (?:don't|do not) (?:actually |really |honestly )?know\b(?!,? (?:if you|you|how busy"
        r"|\w+ people|maybe))|\bi(?:'m"
        r"| am) not (?:sure|certain)\b|(?<!has )(?<!have )\bno idea\b(?! what (?:we|you) )",
        r"\bi haven't (?:\w+ )?(?:worked|checked|looked|measured|counted|got|asked|thought)\b|\bi(?:'d"
        r"| would) (?:have|need) to (?:check|look|count|ask|find|think)\b",
        r"\bi (?:can't|couldn't) (?:say|tell you)\b|\bi(?:'d| would) be guessing\b|\bi don't have (?:the|that"
        r"|a) (?:number|figure|baseline|answer)\b",
    ),
    "declines_to_speak": (
        r"\bi can only (?:really )?speak for myself\b|\bi(?:'d| would) (?:rather|prefer) (?:not|to keep"
        r"|to raise|raise|keep|leave|to leave|that came)\b|\bi wouldn't want to (?:talk|speak|say|guess)"
        r"|\bprefer not to\b",
        r"\bi don't want to speak for\b|\bnot (?:my|mine) (?:to|place|story)\b|\bi(?:'d| would)? (?:want"
        r"|like) to be (?:as )?fair\b|\bi wasn't close\b|\bi won't (?:say who|name)\b|\bno names\b",
        r"\bthat's (?:for|between) \w+ (?:to say|and)\b|\bi(?:'d| would) be guessing\b"
        r"|\byou'd have to ask (?:him|her|them|\w+)\b",
    ),
    "says_nervous": (
        r"\b(?:i'm|i am|i feel|i'll admit i'm|bit|little|quite|very|really|so) (?:a (?:bit"
        r"|little) )?(?:nervous|anxious|scared|intimidated|shaky|tense|terrified)\b(?! (?:of|that|about (?:my"
        r"|the|next|losing)|for))",
        r"\bnervous,? sorry\b|\bbutterflies\b|\bmy (?:heart|hands) (?:is|are)\b|\bfirst time (?:i've|i have"
        r"|talking|speaking|meeting)\b",
    ),
    "hedges_new": (
        r"\b(?:me being|being|i'm (?:still |quite |so |fairly )?|i am (?:still )?|as someone) new\b"
        r"|\bonly been here\b|\bjust (?:started|joined)\b",
        r"\b(?:few|two|three|four|five|six|couple of) (?:weeks|months) in(?:to)?\b|\bi've only (?:been (?:here"
        r"|in the|with)|just)\b",
    ),
    "self_judges": (
        r"\bi keep thinking i\b|\bi should (?:know|be|understand|have) [^.?!]*\bby now\b|\bimpost(?:o|e)r\b"
        r"|\bnot good enough\b",
        r"\bi feel (?:stupid|behind|lost|out of my depth|like a fraud)\b|\beveryone else (?:seems|knows|is)\b",
    ),
    "gossips": (
        r"\b(?:word is|rumou?r has it|people (?:say|are saying)|apparently,? (?:he|she|they|\w+ (?:and|is|was"
        r"|has|got|left|had))|did you hear (?:why|about|that)|between you and me)\b",
        r"\bthey say \w+(?:'s| is| isn't| was)\b|\bi(?:'ve)? hear(?:d)? (?:that )?(?:he|she|\w+)(?:'s| is| was"
        r"| had| has| got| only) (?:leaving|seeing|having|fired|divorc|drink|been|pushed|interview"
        r"|on the way out)",
    ),
    "criticises_strategy": (
        r"\b(?:the|this|our) (?:strategy|plan|reorg|restructur\w+|decision|direction|roadmap) (?:is|was|makes"
        r"|seems) (?:just |really |completely |a bit )?(?:stupid|wrong|a mistake|no sense|nonsense|hopeless"
        r"|a mess|mad|daft|terrible|short-sighted|doomed)",
        r"\b(?:leadership|the ceo|senior (?:people|management|leaders)|management|upstairs|you lot) (?:is|are"
        r"|lies|lie|doesn't|don't|has|have|never|keeps?) ",
        r"\bi (?:disagree|don't agree) with (?:the|this|our|your) (?:strategy|plan|decision|direction)\b"
        r"|\bmakes no sense\b",
    ),
    "threatens_to_leave": (
        r"\bor (?:else )?i(?:'m| am|'ll| will)? (?:gone|leaving|out|quit|leave|resign|walk|be gone)\b"
        r"|\bi(?:'ll| will| might as well)? (?:quit|resign|leave|walk) (?:if|unless|by)\b|\bif (?:this|that|it"
        r"|nothing|i) [^.?!]*\bi(?:'ll|'m| will| am)? (?:quit|gone|leave|leaving|out|walk|resign)\b",
    ),
    "mentions_leaving": (
        r"\bi(?:'m| am|'ve been| have been) (?:interviewing|applying|looking (?:around|elsewhere|for (?:a"
        r"|another|other)))\b|\brecruiter\b|\b(?:my|updated my) cv\b|\b(?:another|other|an"
        r"|got a job) offers?\b(?! (?:of|to) help)",
    ),
    "shares_confidential": (
        r"\bi saw the (?:\w+ )?(?:list|layoff|salary|salaries|file|spreadsheet|contract|deck)\b|\bhr told\b"
        r"|\bi'm not supposed to (?:know|say|tell|share)\b|\bthis is confidential but\b",
    ),
    "politics": (
        r"\b(?:vote[ds]? for|voting for|the election|the president|prime minister|brexit|republicans?"
        r"|democrats?|tor(?:y|ies)|the labour party|immigration|my church|pray for|my faith)\b",
    ),
    "flatters": (
        r"\byou(?:'re| are) (?:the (?:best|smartest|most)|amazing|brilliant|incredible|an inspiration|a legend"
        r"|such an? (?:inspiring|amazing|great|brilliant))|\b(?:huge|big) (?:fan|admirer)\b|\bi(?:'d"
        r"| would) follow you\b|\bnobody else (?:here )?gets it\b|\bi(?:'ve)? (?:always )?(?:so )?(?:admired?"
        r"|look up to) you\b",
    ),
    "overclaims": (
        r"\b(?:it always|always works|never fails|a hundred per ?cent|100%|definitely|obviously|no doubt"
        r"|guaranteed|without question|by far the)\b|\beveryone (?:agrees|knows|loves|wants)\b"
        r"|\bthe best (?:team|in)\b",
    ),
    "speaks_for_group": (
        r"\b(?:everyone|everybody|nobody|no one|the whole team|all of us|we all|people)(?:'s| is| are"
        r"|'re)? (?:\w+ly )?(?:hates?|agrees?|thinks?|feels?|knows?|trusts?|wants?|says?|fed up|sick of"
        r"|about to|unhappy|frustrated|loves?|angry|tired)\b",
    ),
    "off_topic": (rf"\b(?:{_PEOPLE})\b",),
    "hostile": (
        r"\b(?:bullshit|bs|fuck\w*|shit\w*|crap|damn|idiots?|screw (?:you|this|that)|shut up|who do you think"
        r"|sick (?:and tired )?of (?:you|this place|all of you)|waste of (?:my )?time|you people|liars?"
        r"|piss\w*)\b",
        r"\byou (?:never|don't|couldn't|clearly don't) (?:\w+ )?(?:listen|care|give a|understand anything"
        r"|know what you)|\bwhat's the point of (?:this|you|talking)\b|\bthis is (?:pointless|ridiculous"
        r"|a farce)\b",
    ),
    "jokes": (
        r"\b(?:haha+|hehe|lol|just kidding|i'm (?:joking|kidding)|only joking|kidding aside)\b|[😂🤣😄😉😁]"
        r"|[:;]-?[)D](?:\s|$)",
    ),
    "closes": (
        r"\b(?:that(?:'s| is|'s about) (?:all|everything|it)(?: (?:from me|i had|i wanted"
        r"|for today))?(?:,? (?:thanks?|thank you|really)(?: you)?)?[.!]?\s*$)|\bgood luck (?:with|in)\b|\b(?:got"
        r"ta (?:go|run)|(?:got|have) to (?:run|dash))\b|\bi(?:'ll| should) let you (?:go|get)\b|\bno (?:more|further) questions\b"
        r"|\bnothing else from me\b",
        r"\b(?:good)?bye\b|\bta[- ]ra\b|\bcheerio\b|\bcheers then\b|\bhave a (?:good|nice|great|lovely)\b"
        r"|(?<!to )\bsee you\b(?! (?:as|doing|get))|\b(?:to|let me) (?:sum up|recap"
        r"|wrap up)\b|\bi(?:'ve| have) got (?:what|everything) i\b|\bgood talking\b|\bcan i go(?: now)?\?"
        r"|\b(?:is that (?:us|it|everything|all)|are we)(?: all)? (?:done|finished)\?|\bi(?:'d| had"
        r"|'ve)? (?:better|should|must|need to|have to|got to|ought to) (?:go|get (?:back|on|going)|run"
        r"|be (?:off|going)|head)\b|\bit (?:was|has been|'s been) (?:really |a real |an? )?(?:honour|pleasure"
        r"|privilege|nice|good|lovely)\b(?! (?:to see|that|when|until|for))|\bwe(?:'re"
        r"| are) (?:about )?(?:out of|at) time\b",
        r"\b(?:thank you|thanks)\b[^?]*\b(?:was|has been|been|is) (?:really |very |so |kinder "
        r"|more )*(?:useful|helpful|kind|kinder|great|good|a help|clearer|interesting|valuable|worth)\b"
        r"|\bthank(?:s| you) for (?:your time|the time|the conversation|talking|listening)(?: today)?[.!]*\s*$"
        r"|\bthank(?:s| you) again\b",
    ),
    "commits": (
        r"\b(?:starting|from|as of) (?:monday|tuesday|wednesday|thursday|friday|tomorrow|next week|today),? i\b",
        rf"\bi(?!'ll try to (?:keep|be)\b)(?:'ll| will| shall| can|'m going to| am going to)(?: also| then| happily"
        rf"| definitely| just)? (?:{_OWN_STEP})\b",
        r"^\W*(?:ok(?:ay)?[,.]? |right[,.]? |fine[,.]? |good[,.]? )*(?:so )?(?:then )?i'll (?!be\b|have to|never|not|need"
        r"|say|admit|miss|always|probably|think|tell you)[a-z]+",
        rf"\blet me (?:check|come back|find out|send|write|ask)\b|\bgets the (?:list|page|note|numbers"
        rf"|draft)\b|\bi could (?:{_OWN_STEP}|pull|write up)\b|{DATED}",
    ),
}
IC: Mapping[str, re.Pattern[str]] = {
    act: re.compile("|".join(parts), re.S) for act, parts in {**_IC, **TALKING, **ASKING}.items()
}
RESULT = re.compile(
    rf"\b(?:we|i|the team|our team|my team|and)(?:'ve| have|'d| had)? (?:also |just |now |already "
    rf"|finally )?(?:{_DOING})\b"
    r"|\b(?:is|are|was|were|has|have|went|gone|came|come|dropped|fell|rose) (?:now )?(?:up|down|from)\b"
    r"|\b(?:renewed|resolved|live|on time)\b"
    r"|\b(?:thanked|rang back|called back to say)\b"
)
VAGUE = re.compile(
    r"\b(?:kind of|sort of|stuff|things|whatever|it depends|you know|pretty (?:good|busy|ok|okay|much)"
    r"|all good|it's fine|"
    r"the usual|it's complicated|hard to say|a process thing|various|this and that|bits and pieces"
    r"|everything|a lot going on|"
    r"okay,? i (?:guess|suppose)|so-so|not (?:bad|too bad)|can't complain|fine,? (?:really|thanks|i guess)"
    r"|good,? really|i guess|i suppose)\b"
)
WEAK_VAGUE = frozenset({"things", "everything", "stuff", "i guess", "i suppose", "whatever", "you know"})
"""Vague only where the line has nothing else in it."""
SHORT_EMPTY = re.compile(
    r"^\W*(?:yes|yeah|yep|no|nope|ok|okay|sure|fine|good|right|maybe|i guess|not really|all good"
    r"|nothing)\W*$"
)
SILENT = re.compile(r"^\W*(?:um+|uh+|er+m?|hm+|mm+|silence|pause|says nothing|no answer|long pause)?\W*$", re.I)
