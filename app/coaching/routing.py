"""Which task a chat line asks for. Rules, most telling first; a question or a worry is answered, which is the default."""

import re
from typing import Literal

from app.coaching.itself import about_itself, is_elsewhere
from app.domain.turn import Task

_LEADER = r"(?:boss|grand-?boss|skip|vp|ceo|director|leader|head|manager'?s manager|her|him|them)"
_REHEARSE = re.compile(
    r"\brehears(?:e|al|ing)\b|\brole[- ]?play\w*|\bmock (?:meeting|interview|skip|talk)|\b(?:dry|trial|practi[cs]e|test) run\b|"
    r"\bsimulat\w+|"
    r"\brun (?:it )?through (?:it|the|my)\b|\bpracti[cs]e (?:with|the meeting|my meeting|my skip|it with)\b|"
    r"\b(?:let'?s|can we|can i|want to|like to|help me|need to) (?:practi[cs]e|train)\b|"
    rf"\b(?:you )?(?:play|be) (?:my|the|a|as) (?:boss'?s )?{_LEADER}|\byou(?:'re| be| are) (?:the|my) {_LEADER}|\bcan you be {_LEADER}|"
    r"\bpretend (?:to be|you'?re|you are)|\bact as (?:my|the|a|if you)|\bas if you were\b|"
    r"\b(?:grill|quiz|test|interview|challenge) me\b|\btry (?:it|this|that) (?:out )?(?:on|with) you\b",
    re.IGNORECASE,
)
_ABOUT_REHEARSING = re.compile(
    r"^(?:how|should|is it|is there|does|do i|why|when|what|can i practi[cs]e too)\b", re.IGNORECASE
)

_JUDGE = re.compile(
    r"\b(?:say|saying|said|sounds?|come across|ok(?:ay)?|fine|safe|harsh|direct|blunt|rude|stupid|bad|good|wise|risky|better|wrong|"
    r"trouble|backfire|too|tell|mention|send|word|put it|improve|honest)\b",
    re.IGNORECASE,
)
_LOOK_AT = re.compile(
    r"\b(?:check|review|proof-?read|read|look (?:over|at|through)|go over|improve|re-?word|re-?phrase|soften|tone down)\b[^.?!:\n]{0,30}"
    r"\b(?:this|that|it|wording|line|text|message|sentence|notes?|e-?mail|draft|letter|words)\b|"
    r"^(?:please )?(?:check|re-?word|re-?phrase|proof-?read|soften)\b|\bsay (?:this|it|that) better\b|\b(?:make|put) (?:this|"
    r"it|that) (?:sound )?(?:better|nicer|softer)",
    re.IGNORECASE,
)
_LET_ME_SAY = re.compile(
    r"\bis (?:it|this|that) (?:safe|ok(?:ay)?|fine|wise|risky|dangerous|stupid|unwise|too \w+) (?:to (?:say|mention|write)|"
    r"if i (?:say|mention|write))\b|"
    r"\b(?:would|will) it be (?:ok(?:ay)?|safe|risky|fine|unwise|bad) to (?:say|tell|mention)|\bis this (?:safe|ok(?:ay)?|fine)\b|"
    r"\bhow (?:does|would|will) (?:this|it|that) (?:sound|come across|land)|\b(?:can|could|should|may) i (?:say|tell (?:her|"
    r"him|them)) (?:that|this|it like)\b|"
    r"\bsafe or not\b|\b(?:could|can|will|would|might) (?:this|that|it) (?:get me|backfire|hurt me|be used)[^?]*:|"
    r"\bif (?:this|that|it) (?:could|can|will|would|might) (?:get me|backfire|hurt me|be used)[^?]*:",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«](?P<line>[^\"”»]{8,})[\"”»]")
_TO_ME = re.compile(
    r"\b(?:answer|reply|respond|asks?|asked|asking|says|she said|he said|they said|said to me|told me|keeps saying|"
    r"(?:someone|somebody) said|tips|i said|was that|regret|instead of|how bad is it|question\b|wants? to (?:hear|know)|"
    r"does (?:it|that|this) mean|means?)\b",
    re.IGNORECASE,
)
"""A quoted line that was said, or will be, by somebody else."""

_IS_THIS_ONE = re.compile(
    r"^(?:(?:and|so|ok(?:ay)?|right|then|now|well)[, ]+)*(?:"
    r"(?:is|would|does) (?:that|this|it|the next one)(?: one| version| line)?(?: be| sound| read| come across)?(?: any| a bit| a little)?"
    r"(?: better| clearer| softer| safer| nicer| ok(?:ay)?| fine| all right| enough)(?: now| then| instead)?|"
    r"(?:any |is it )?better(?: now| then| like (?:this|that)| this way)?|"
    r"(?:what|how) about (?:this|that)(?: one| line| version)?(?: instead)?|"
    r"(?:and )?(?:this|that) (?:one|version|line)|(?:like|try) this|second try|new version)(?: instead)?\s*[:?]+\s*(?=\S+(?:\s+\S+){2})",
    re.IGNORECASE,
)
"""Puts another line before the coach, the line itself coming after."""
_ASKING = re.compile(
    r"^(?:and |so |but )?(?:how|when|should|do i|does|did|what|is|are|was|why|who|where|can i|may i|am i|if|must)\b",
    re.IGNORECASE,
)
STORY = 40
"""Words from which a line is a story: it is answered, whatever words it has in it, unless a verb at its start asks for more."""
STORY_START = 80
_LETTER = (
    r"(?:e-?mails?|letters?|mail|invitations?|invite|announcement|thank[- ]?you|follow[- ]?up|heads[- ]?up|nudge|reminder|apology|"
    r"template|repl(?:y|ies)|request|(?:agenda |short |quick |kind )?(?:note|message|line) (?:to|for|that)|agenda note|"
    r"polite no|answer to (?:her|his|their)|"
    r"(?:short |kind )?lines? to [^.?!:]{1,30}\b(?:thank|ask|invit|declin|resched|remind|apologi|accept|say(?:ing)? (?:yes|no)\b)\w*)"
)
_MEETING_LENGTH = (
    r"(?:\d+|a quarter|half|an?|twenty|thirty|fifteen|ten|forty|sixty)\b[^.?!]{0,20}\b(?:min(?:ute)?s?|hours?|h)\b"
)
_WRITE = re.compile(
    rf"\b(?:write|draft|compose|word|send|need|help me with|prepare|make|give me|do me|create|turn (?:this|it|"
    rf"that))\b[^.?!\n]{{0,40}}\b{_LETTER}\b|"
    rf"^(?:an? |the |please |short |quick |polite )*{_LETTER}\b[^?]{{0,60}}(?:please|to|for)\b|"
    r"\b(?:write|draft|compose) (?:me )?(?:it|one|that|something|this)\b|\b(?:write|draft|compose) me\W*$|\bwrite to my\b|"
    r"^write (?:the|an?) ",
    re.IGNORECASE,
)
_NOT_A_LETTER = re.compile(
    r"\bi (?:got|received|sent|wrote|have to write|was sent)\b|\bwants? me to\b|\bwrite (?:it )?down\b|\b(?:do|should|shall|may|must) i\b|"
    r"\brefused\b|\brather than\b",
    re.IGNORECASE,
)

_AFTERWARDS = re.compile(
    r"\b(?:my|our) (?:own |line |direct )?(?:manager|boss|lead|team lead|supervisor|foreman|gaffer)\b(?!['’]s)[^?]*\b(?:"
    r"how (?:it|that|things|my|the|\w+day)\b[^.?!,:]{0,30}\b(?:went|was|gone)|(?:about|of|on) (?:it|the (?:talk|meeting|skip[- ]?level)) "
    r"(?:today|yesterday|afterwards|just now)|what (?:we|was|came) )",
    re.IGNORECASE,
)
"""Wants words for the own manager after the meeting: no letter is made for that, and the answer has the words."""

_QUESTIONS = re.compile(
    r"\b(?:what|which) (?:else )?(?:should|can|could|do|would|might|to) ?(?:i )?ask\b|\b(?:what|which) (?:good |"
    r"smart )?questions (?:should|can|could|do|would|to)\b|"
    r"\bquestions? (?:to|for|i (?:could|should|can)) (?:ask|my|the|a|bring|her|him)|\b(?:things?|something|what) to ask\b|"
    r"\b(?:suggest|give me|list|need|prepare|find|make|any|got any|ideas? for|help me (?:with|find))\b[^.?!]{0,30}\bquestions?\b|"
    r"\bagenda (?:for|of|,)|\b(?:build|make|need|put together|prepare|draft|create|write)\b[^.?!]{0,20}\bagenda\b|"
    r"\bgood (?:last |first |final )?questions?\b|"
    rf"^(?:(?:some|a few|the|my|\w+ good|good|best|please|\d+) )*(?:questions?|agenda)\b[^.?!]{{0,40}}\b{_MEETING_LENGTH}",
    re.IGNORECASE,
)
_ABOUT_QUESTIONS = re.compile(
    r"\b(?:avoid|not ask|not to ask|off limits|how many|is it (?:ok|rude|safe|fine|bad)|is that|are .{0,20} questions|(?:they|"
    r"she|he|boss|vp|director|leader)s? "
    r"(?:will |might |could |usually |always )?asks?|ask me|asks me|ask us|should i ask (?:about|for)|send|in advance|wording|"
    r"word a|phrase|"
    r"too many|is .{0,30} a (?:good|stupid|dumb|bad))\b|^how\b",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"\b(?:start|set(?:ting)? up|launch|begin|roll out|run|plan|introduce|organi[sz]e|build|make|work out|create|design|"
    r"help me with)\b[^.?!]{0,40}"
    r"\b(?:program(?:me)?|skip[- ]?levels|schedule|the plan|a plan|timetable|rota of meetings)\b",
    re.IGNORECASE,
)


_FILLER = r"^(?:(?:and|ok(?:ay)?|so|now|then|please|thanks|but|good|great|can you|could you|would you|can we|i want it|i'd like it)[, ]+)*"
_THE_ONE = (
    r"(?:it|that|this|them|those|(?:the|my) (?:(?:first|second|third|fourth|fifth|last|other|next|whole) )?"
    r"(?:one|line|letter|mail|e-?mail|draft|list|question|agenda|note|text|thing)?s?|"
    r"(?:the )?(?:first|second|third|fourth|fifth|last)(?: one)?|"
    r"(?:number|question|line|no\.?) (?:\d|one|two|three|four|five))"
)
_HOW_MUCH = r"(?:a (?:bit|little|touch|lot) |much |slightly |somewhat |even |more |less |sound |read |all |in )*"
_CHANGED = (
    r"(?:short(?:er)?|long(?:er)?|soft(?:er)?|warm(?:er)?|formal|informal|friendl(?:y|ier)|polite(?:r)?|direct|stiff|casual|plain(?:er)?|"
    r"simple(?:r)?|simpler|kind(?:er)?|firm(?:er)?|brief(?:er)?|tight(?:er)?|concise|cold(?:er)?|personal|detailed?|half as long|humble|"
    r"confident|nice(?:r)?|clear(?:er)?|better|different(?:ly)?|two (?:lines|sentences)|one (?:line|sentence)|bullet points)"
)
_CHANGE = re.compile(
    rf"{_FILLER}(?:"
    rf"(?:make|keep|write|put|say|phrase|word|turn|do|get) {_THE_ONE} {_HOW_MUCH}{_CHANGED}|(?:make it )?{_HOW_MUCH}{_CHANGED}|"
    rf"(?:shorten|lengthen|soften|re-?write|re-?word|re-?phrase|re-?do|trim|tidy|change|swap|replace|drop|remove|delete|cut|skip|lose|"
    rf"leave out|take out|move)(?: out)? {_THE_ONE}(?: out| up| down| first| again| for another(?: one)?| for something else)?|"
    r"(?:another|a different|give me another|try another)(?: one| version| draft)?|try again|again(?: but)? (?:shorter|warmer|softer))"
    r"(?: please| then| now| thanks| again)*\W*$",
    re.IGNORECASE,
)
_TONGUE = re.compile(
    rf"{_FILLER}(?:(?:translate|write|make|put|say|give me|do|have|the same|same|and)(?: {_THE_ONE})? ?)?"
    r"(?:in(?:to)?|to|auf|en) (?:german|french|spanish|italian|portuguese|dutch|polish|turkish|arabic|hindi|chinese|japanese|russian|"
    r"ukrainian|romanian|english|deutsch|fran[cç]ais|espa[nñ]ol)(?: please| then| now| too| as well)*\W*$",
    re.IGNORECASE,
)
_DRAFT_THAT = re.compile(
    rf"{_FILLER}(?:draft|write|compose|word|type|formulate)(?: me)? (?:it|that|this|one|something)(?: down| up| out|"
    rf" for me| to (?:him|her|them))*"
    r"(?: please| then| now)*\W*$",
    re.IGNORECASE,
)


def wants_rework(line: str) -> Literal["change", "tongue", "draft", ""]:
    """Return what a line asks to be done to what was just said or made, where it asks for nothing else."""
    plain = " ".join(line.replace("’", "'").split())
    if _TONGUE.match(plain):
        return "tongue"
    return "change" if _CHANGE.match(plain) else "draft" if _DRAFT_THAT.match(plain) else ""


def route(text: str) -> Task:
    """Return the task a chat line asks for. Serious matters are found before this, by the detector."""
    line = " ".join(text.replace("’", "'").split())
    if len(line.split()) >= STORY and not re.search(r":\s", line):
        line = line[:STORY_START]
        return Task.EMAIL if _WRITE.match(line) else Task.REHEARSE if _REHEARSE.match(line) else Task.ASK
    if _IS_THIS_ONE.match(line):
        return Task.CHECK
    if wants_rework(line) or about_itself(line):
        return Task.ASK
    if _REHEARSE.search(line) and not _ABOUT_REHEARSING.match(line):
        return Task.REHEARSE
    if wants_a_check(line):
        return Task.CHECK
    if is_elsewhere(line) or _AFTERWARDS.search(line):
        return Task.ASK
    if _WRITE.search(line) and not _ASKING.match(line) and not _NOT_A_LETTER.search(line):
        return Task.EMAIL
    if _QUESTIONS.search(line) and not _ABOUT_QUESTIONS.search(line):
        return Task.QUESTIONS
    if _PROGRAMME.search(line) and "?" not in line and not _ASKING.match(line):
        return Task.PROGRAMME
    return Task.ASK


def wants_a_check(line: str) -> bool:
    """Say whether a line asks for its own words, or words in it, to be checked before they are said."""
    quoted = _QUOTED.search(line)
    if quoted:
        around = line.replace(quoted.group(), " ")
        mine = not quoted.group("line").rstrip().endswith("?") and not _TO_ME.search(around)
        return bool(mine and (_JUDGE.search(around) or _LOOK_AT.search(around)))
    if _LET_ME_SAY.search(line):
        return True
    return (
        bool(_LOOK_AT.search(line))
        and not _ASKING.match(line)
        and not line.lower().startswith(("he ", "she ", "they ", "i "))
    )


def line_to_check(text: str) -> str:
    """Return what is to be checked: the quoted part, or what follows the colon, or the whole without its question."""
    quoted = _QUOTED.search(text)
    if quoted:
        return quoted.group("line")
    if another := _IS_THIS_ONE.match(text):
        return text[another.end() :].strip()
    if ":" in text and len(text.split(":", 1)[1].split()) >= 3:
        return text.split(":", 1)[1].strip()
    rest = _LOOK_AT.sub("", _LET_ME_SAY.sub("", text)).strip(" ?.,\n-")
    rest = re.sub(r"^(?:that|this|please|could you|can you)\b[ ,]*", "", rest, flags=re.IGNORECASE)
    return rest if len(rest.split()) >= 3 else ""
