"""Questions about the coach itself: who it is, what it does, where what is typed goes. And what it leaves to others, in a line."""

import re

_COACH = r"(?:this|the (?:app|coach|tool|chat|site)|this (?:app|chat|tool|site|coach|conversation)|you)"
_TYPED = (
    r"(?:what|everything|anything|the (?:things|words|stuff)) (?:that )?i(?:'m| am|'ve)? (?:just |have )?"
    r"(?:(?:typ|writ|enter|past|putt)(?:e|es|ed|ing|ten|er)?|wrote|put|(?:say|said|tell|told|ask|asked)(?= (?:here|you)\b))"
    r"(?: (?:to you|you|here|in here|into this|in this|this))?"
)
_MINE = rf"(?:{_TYPED}|my (?:data|messages|chats?|questions|words|text|conversations?)(?: here)?|this (?:chat|conversation))"
_READERS = r"(?:who|(?:can|could|does|will|is) (?:anyone|anybody|someone|hr|it|my (?:boss|manager|employer|company|director|grandboss)))"
_WHERE = re.compile(
    rf"\bwhere (?:does|do|is|are|will)\b[^?.!]{{0,15}}\b{_MINE} (?:\w+ )?(?:go|goes|kept|stored|saved|sent|end up)\b|"
    rf"\bwhat happens (?:to|with) {_TYPED}|"
    rf"\b{_READERS}\b[^?.!]{{0,20}}\b(?:see|sees|read|reads|gets?)\b[^?.!]{{0,12}}\b"
    r"(?:this (?:chat|conversation|app)|(?:i|we) (?:\w+ )?(?:type|write|put|paste|enter|ask|say)[^?.!]{0,9} here|"
    r"(?:i|we) (?:tell|told|ask) you)\b|"
    rf"\b(?:do|does|will|are|is) {_COACH} (?:\w+ )?(?:stor|keep|sav|shar|send|sell|upload|log|record|track|remember|train)\w* "
    rf"(?:on )?(?:{_MINE}|what i (?:say|tell|ask)|my employer)|"
    r"\bis (?:this|it) (?:private|confidential|anonymous|safe|secure) (?:to (?:use|type)|here)\b|"
    r"\bis this (?:chat|app|tool|conversation) (?:private|confidential|anonymous|safe|secure|monitored)\b",
    re.IGNORECASE,
)
HELP = "I can help with the meeting with your boss's boss: asking for it, preparing, what to say, and after."
WELCOME = "You're welcome. If anything else comes up before the meeting, or after it, I'm here."
_GREETING = re.compile(r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hiya)\b[\s\w,]{0,12}[.!]*$", re.IGNORECASE)
_THANKS = re.compile(
    r"^(?:ok(?:ay)?[,. ]*)?(?:thanks|thank you|thx|cheers|great|perfect|that helped|got it)"
    r"(?:[,.! ]*(?:thanks|thank you|so much|a lot|very much|that helped|that helps|this helped|"
    r"for (?:this|that|the help|your help)|bye))*[.! ]*$",
    re.IGNORECASE,
)
_START = r"^(?:(?:so|and|but|ok(?:ay)?|hi|hey|hello|wait|sorry|by the way|tell me)[, ]+)*"
_A_THING = (
    r"(?:an? )?(?:real |actual |living )?(?:ai|a\.i\.|robot|bot|chat ?bot|human(?: being)?|person|machine|computer|program(?:me)?|"
    r"software|language model|llm|chatgpt|gpt|someone|somebody|real)"
)
_WHO = re.compile(
    rf"{_START}(?:(?:who|what) are you(?=\W*$|,? and\b|[?.!])|are you (?:just |really |actually )?{_A_THING}\b(?! (?:say|think)s?\b)|"
    rf"(?:am i|is it|are we) (?:talking|speaking|chatting|writing|typing) (?:to|with) {_A_THING}\b|"
    rf"is (?:this|there|it) {_A_THING} (?:at the other end|behind (?:this|it)|here|in here|answering(?: me)?|"
    rf"reading (?:this|along|what i \w+))\W*$|"
    r"is this (?:an? )?(?:ai|bot|chat ?bot|robot|chatgpt)\b|"
    r"who (?:made|built|wrote|programmed|runs|is behind) (?:you|this (?:app|coach|tool|site|thing))\W*$|"
    r"(?:which|what) (?:ai|model|llm|language model|engine) (?:are you|is (?:this|it)|do you (?:use|run on))\b)",
    re.IGNORECASE,
)
_CAN = re.compile(
    rf"{_START}(?:what (?:else )?(?:can|do|could|would) you (?:actually )?(?:do|offer|help(?: me)?(?: with)?)(?: for (?:me|us|people))?|"
    r"what are you (?:good )?for|what can (?:i|we) (?:ask|do|use) (?:you|here|this for)(?: for| about)?|"
    r"how (?:can|could|do) you help(?: me)?|"
    r"what (?:is|does|can) this (?:app|tool|coach|site|thing)(?: do)?(?: for(?: me)?)?|how does this (?:app|tool|coach|site|thing)? ?work|"
    r"what can you help (?:me|us)?(?: out)? ?with)(?: here| exactly| please)?\W*$",
    re.IGNORECASE,
)
_SECRET = re.compile(
    rf"{_START}(?:(?:can|could|do|will|would) you (?:really )?keep (?:a secret|secrets|this (?:to yourself|secret|private|between us)|"
    r"it to yourself|things to yourself|quiet about (?:this|it))|can i (?:trust|confide in) you|"
    r"(?:will|do|would|can|could) you (?:ever )?(?:tell|report|pass|send|show|forward)\b[^?.!]{0,25}"
    r"\b(?:anyone|anybody|someone|hr|my (?:boss|manager|employer|company|director)|on me)|"
    r"who (?:else )?(?:can |could |will |does |gets to )?(?:sees?|reads?) (?:this|us)(?: here| chat| conversation)?(?=\W*$)|"
    r"(?:is|can|does|could) (?:anyone|anybody|someone|somebody|hr|my (?:boss|manager|employer|company))(?: else)? "
    r"(?:reading|listening|watching|see|read|monitor(?:ing)?)(?: in| along)?(?: to)?(?: (?:this|here|us|along))?(?=\W*$)|"
    r"are you (?:recording|listening|spying|reporting)\b[^?.!]{0,20}(?=\W*$))",
    re.IGNORECASE,
)
I_AM = "I'm a coach for one thing: the meeting with your boss's boss. I'm software, not a person."
WORDED = (
    "My answers come from a fixed set of guidance with its sources; if a language model was chosen in *Settings*, "
    "it may word them."
)
I_CAN = (
    "Ask me anything about it and I'll answer with sources, or say that I don't know. I can also list questions for your meeting, "
    "check a line before you say it, draft the letters around it, rehearse it with you as the boss's boss, keep track of what was "
    "promised, and plan a round of such meetings if you lead people. Each has its page in the sidebar."
)
I_KEEP = "I pass nothing on to anyone."
STAYS = (
    "What you type is read and kept on the machine this app runs on. There is no account, no telemetry, and no view for a "
    "manager or an employer. Only if a hosted model was chosen in *Settings* do your lines go to it, with the names that were found "
    "in them replaced. *Settings* says which engine is in use, and there you can export or delete everything. If somebody else set "
    "this up for you, it's their machine: ask them who can open it."
)
_ELSEWHERE = re.compile(
    r"^(?:(?:hey|hi|ok|please|now|can you|could you|would you)[, ]+)*(?:tell|write|give|make|sing|compose|generate|code|create)"
    r"(?: me| us)? (?:an? |the |some |another )?(?:\w+ ){0,3}(?:jokes?|poems?|haikus?|limericks?|songs?|raps?|riddles?|"
    r"(?:short |bedtime |fairy )stor(?:y|ies)|essays?|recipes?|functions?|(?<!dress )code(?! of)|regex(?:es)?|sql|"
    r"macros?|spreadsheet formulas?)\b",
    re.IGNORECASE,
)


def about_itself(text: str) -> str:
    """Return the answer to a question about the coach itself; empty for any other."""
    plain = text.replace("’", "'")
    who, can, secret = _WHO.search(plain), _CAN.search(plain), _SECRET.search(plain)
    stays = secret or _WHERE.search(plain) or (who and not can)
    told = ((who or can, I_AM), (who, WORDED), (can, I_CAN), (secret, I_KEEP), (stays, STAYS))
    return " ".join(words for asked, words in told if asked)


def thanks(text: str) -> bool:
    """Say whether a line only thanks."""
    return bool(_THANKS.match(text))


def courtesy(text: str) -> str:
    """Return the answer to a greeting or a thank-you; empty for any other line."""
    if _GREETING.match(text):
        return f"Hello. {HELP} What's on your mind?"
    return WELCOME if thanks(text) else ""


def is_elsewhere(text: str) -> bool:
    """Say whether a line orders what this coach doesn't make: jokes, poems, code."""
    return _ELSEWHERE.search(text) is not None
