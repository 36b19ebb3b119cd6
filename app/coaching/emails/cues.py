"""What a brief says beside a name, and which place in the letter it speaks for, with how much it weighs (1 to 10)."""

import re
from itertools import count

from app.coaching.emails.mentions import NAME
from app.coaching.emails.roles import JOBS
from app.coaching.emails.titles import TITLE

BOSSY = (
    r"(?:[a-z]+/)?(?:boss|manager|supervisor|superior|line[- ]manager|team[- ]?lead(?:er)?|lead|leader|mgr|chief|chef"
    r"|foreman"
    r"|trainer"
    r"|group lead(?:er)?|head of (?:dept|department|section))"
)
_ADJ = r"(?:(?:own|direct|line|reporting|functional|current|immediate|new|present|actual|day-to-day)\s+)*"
_MINE = rf"(?:(?:my|our)\s+{_ADJ}|my\s+(?!skip|big|grand|boss|manager)[\w-]+\s+){BOSSY}(?:\s+and\s+{BOSSY})?"
BOSS = (
    rf"(?<!boss of )(?<!manager of )(?<!boss from )(?<!supervisor of )(?:{_MINE}"
    rf"|my n\+1)(?!['’]?s?\s+{_ADJ}{BOSSY}\b)(?!\s+(?:of|from)\s+(?:my|him|her))"
)
"""Words for the manager, and not for the manager's manager."""
ABOVE = (
    rf"(?:(?:his|her|their|whose|{NAME}['’]s?|{_MINE}['’]?s?|the\s+{BOSSY}['’]s)\s+{_ADJ}{BOSSY}"
    rf"|(?:the\s+|my\s+)?(?:big\s+|great\s+)?{BOSSY}\s+(?:of|from|over|above)\s+(?:{_MINE}(?:\s*,?\s*{NAME})?|him|her"
    rf"|them|{NAME})"
    r"|(?:my|our|the|her|his)\s+skip(?:[- ]?level)?(?:\s+(?:manager|leader|boss|lead))?(?!\s*(?:meeting|one|1|chat"
    r"|call|conv))"
    r"|(?:the\s+)?(?:person|one|man|woman)\s+(?:over|above)\s+(?:him|her|them)|\babove\s+(?:him|her"
    r"|them)(?:,?\s+there(?:['’]s|\s+is|\s+comes)|\s+is)"
    rf"|(?:my|our|the)\s+(?:grand-?(?:boss|manager)|big boss|boss'? boss|second[- ]level {BOSSY}|n\+2)"
    rf"|{BOSSY}['’]?s\s+{BOSSY})"
)
_IS = (
    r"(?:['’]s)?(?:\s+name)?\s*(?:,|:|=|-|–|—|\(|\bis\b|\bwas\b|['’]s\b|\bwho\b|\bthat['’]?s\b|\bnamed\b|\bcalled\b"
    r"|\bname\b|\bwhose\b"
    rf"|\bbeing\b|\s)*(?:{TITLE}\s*[,:(]?\s*)?"
)
_THEN = (
    rf"\s*(?:,|\(|-|–|—|=|:|\bwho(?:['’]s|\s+is|\s+was)?\b|\bis\b|['’]s\b|\bas\b|\balso\b"
    rf"|\bboth\b)+\s*(?:{TITLE}\s+and\s+)?(?:the\s+)?"
)
_UP = (
    r"(?:in\s+turn\s+|directly\s+|also\s+)*(?:reports?|reporting|answers?|answering"
    r"|works?)\s+(?:directly\s+)?(?:in)?(?:to|for|under)"
)
_NOT_NEXT = r"(?!\s+(?:is|was)\b)(?!['’]?s?\s*(?:\bis\b|\bwas\b|\bcalled\b|['’]s\b|,|:|=|\(|name\b)*\s*⟦)(?!['’]s\s)"
"""After "Ana, my boss": not the start of "my boss is Ben"."""
_KNOWS = (
    r"\s+(?:already\s+|also\s+|has\s+|is\s+|was\s+|not\s+|totally\s+|fully\s+)*(?:knows?\b|aware|informed|agreed"
    r"|agrees|approved|approves|suggested"
    r"|encouraged|supports?|fine|ok\b|okay|happy|on board|cool|told me to|said (?:ok|yes|it['’]?s|go|i should))"
)
_PUSH = (
    r"\s+(?:has\s+|is\s+|just\s+)*(?:said no|pushed back|push(?:es|ing) back|worried|not happy|against|refused"
    r"|objects|objected"
    r"|hesitat\w+|concerned|afraid|thinks|does\s?n['’]t (?:like|want|love))\b"
)
_WORK = (
    r"(?:analyst|engineer|developer|designer|nurse|teacher|specialist|technician|employee|colleague|person"
    r"|manager|direct report|report|assistant)"
)
_TO = (
    r"(?:meet(?:ing|s)?|met|chat(?:ted)?|talk(?:ed|ing)?|spoke|speak|1:1|one[- ]on[- ]one|skip(?:[- ]level)?s?|time"
    r"|minutes|mins?|hour"
    r"|coffee|call|e-?mail(?:ed)?|write|writing|wrote|letter|note|request|message|thank(?:s|[- ]you)?|asking|ask"
    r"|asked|promised|promise|told"
    r"|owe|reply|respond|nudge|remind(?:er)?|invitation|invited?|inviting|follow[- ]?up|conversation|session"
    r"|appointment|see(?:ing)?"
    r"|decline|tell|let|inform|heads[- ]?up|warn|answer|convince|update|draft|something|send|summary|agenda|moving"
    r"|move|reschedul\w+|accept)"
)
_WITH = (
    r"(?:\s+(?:with|to|for|from|of|off|back|by|up|know|as\s+well\s+as|a|an|some|the|our|my|short|quick|brief|note"
    r"|email|letter|message|reminder|gentle|line|something|time|out|me))*\s+"
)


def _cues(*rows: tuple[int, str]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Compile weighed patterns; <boss> and the like stand for a name that takes the place."""
    number = count()
    return tuple(
        (
            weight,
            re.compile(
                re.sub(
                    r"<(me|boss|leader|assistant|person|other)>", lambda m: f"(?P<{m[1]}{next(number)}>⟦\\d+⟧)", row
                ),
                re.I,
            ),
        )
        for weight, row in rows
    )


ANYBODY = _cues(
    (9, r"(?:^|[\n.;,]\s*)(?:(?:my|the sender's|sender)\s+)?(?:full\s+)?name\s*(?:is|['’]s|:|=)?\s*<me>"),
    (9, r"\bmy name(?:['’]s| is)?\s+<me>|\bi am called\s+<me>|(?:^|[\n.,;(]\s*|\brequest\W+)me\s*[:=,]?\s*<me>"
        r"|\bI,\s+<me>"),
    (8, r"\b(?:i['’]m|i am|this is|it['’]s)\s+(?:called\s+)?<me>(?!['’]s|\s+(?:and|or)\s+⟦)"),
    (7, r"\b(?:i['’]m|i am)\s+(?:the|an?|your|our|one of (?:her|his|their|your|the))\s+[^.;\n⟦]{2,45}?(?:[,:(–-]"
        r"|\bcalled|\bnamed)\s*<me>"),
    (8, rf"\b(?:i['’]m|i am)\s+(?:the\s+|a\s+)?{TITLE}\s+<me>"),
    (8, r"(?:^|[\n.;,(]\s*)(?:sender|writer|applicant|employee|who am i|who i am|about me|by)\s*[:=(]?\s*<me>"
        r"|\bme,\s+<me>|\bwho i am\s*\(\s*<me>"
        r"|\bmyself,?\s+(?:is\s+)?<me>"),
    (4, rf"<me>,\s+(?!my\b|his\b|her\b|our\b|their\b|the\b)(?:an?\s+)?(?:[\w-]+\s+){{0,3}}?(?:{JOBS})\b(?!['’]s)"),
    (8, r"\bsign(?:ed)?(?:\s+it)?(?:\s+(?:as|by|with|off as))?[,:]?\s+<me>|<me>\s+here\b|(?:^"
        r"|[.\n]\s*)[\w ]{3,30}\s+here,\s+<me>"),
    (6, r"(?:^|[.!?\n]\s*)from:?\s+<me>(?=\s*(?:[.,;\n]|$))(?!\s*\n\s*(?:to|sent|date|subject|cc)\s*:)"),
    (6, r"(?:regards|best|thanks|cheers|thank you|signed|yours|greetings)[,!.]?\s*\n?\s*(?:from\s+)?<me>\s*\.?\s*$"),
    (5, rf"[.!?\n–—-]\s*<me>(?:,\s*(?:{TITLE}))?\s*\.?\s*$"),
    (4, r",\s+<me>\s*\.?\s*$"),
    (6, r"\bto\s+⟦\d+⟧\s*,?\s+from\s+<me>|(?:^|[.\n]\s*)from\s+<me>\s+to\s+⟦"),
    (6, r"(?:^|[.\n]\s*|\bhi,?\s+|\bhello,?\s+)I\s+(?:work|teach|am|drive|run|sell|clean|cook)\b[^.;\n⟦]{3,60},\s*<me>(?=\s*[.\n(])"),
    (5, r"\b(?:message|e-?mail|letter|note|request)\b[^.;\n]{0,60}\bfrom\s+<me>(?!['’]s)"),
    (5, r"^\W*<me>(?:\s*,\s*(?!my\b|his\b|her\b|our\b|who\b|the\b)[^.;⟦\n]{2,60}(?:[.;,\n]|$)|\s*[.\n])"),
    (4, r"[.!?\n]\s*<me>\s*\.(?=\s)"),
    (5, rf"[.!?\n]\s*<me>\s*,\s*(?!my\b|his\b|her\b|our\b|their\b|the\b)(?:an?\s+)?(?:[\w-]+\s+){{0,3}}?(?:{JOBS})\b"),
    (6, r"\b(?:as|like)\s+(?:an?|the)\s+[\w /-]{2,40}\s*\(<me>\)"),
    (-20, r"<me>['’]s\s+(?!here)\w"),
    (8, rf"\b(?:his|her|their|the|whose|{NAME}['’]s|director['’]?s|leader['’]?s)\s+(?:executive\s+"
        rf"|personal\s+)?(?:assistant|(?-i:PA|EA)|secretary)\b{_IS}<assistant>"),
    (8, r"<assistant>\s*(?:,|\bis\b|\(|\bwho is\b)\s*(?:his|her|their|the|whose|⟦\d+⟧['’]s)?\s*(?:executive\s+"
        r"|personal\s+)?(?:assistant|(?-i:PA|EA)|secretary)\b"),
    (8, r"\b(?:assistant|(?-i:PA|EA))\s*[:=]\s*<assistant>|<assistant>\s+(?:keeps|runs|manages|handles)\s+(?:his|her"
        r"|their|the)\s+(?:diary|calendar)"),
    (7, r"\b(?:colleague|teammate|friend|peer|coworker|co-worker|mentor|predecessor|client|customer|wife|husband"
        r"|partner)s?\s*,?\s*<other>"),
    (4, r"\b(?:touch with|intro(?:duction)? to|introduce me to)\s+<other>"),
)  # fmt: skip
UPWARD = _cues(
    (8, rf"\b{BOSS}{_IS}<boss>(?!['’]s\s+{_ADJ}{BOSSY})"),
    (9, rf"\b{BOSS}{_IS}<boss>['’]s?\s+{_ADJ}{BOSSY}\s+(?:is\s+)?<leader>"),
    (8, r"(?:^|[\n.;,(]\s*|\band\s+|\bmanager\s+)(?:line\s+|direct\s+)?(?:boss|manager|supervisor"
        r"|team lead)\s*(?:[:=,]|\bis\b|['’]s\b|\bname is\b)?\s*<boss>"),
    (8, rf"\b{BOSS},\s+[^.;⟦]{{3,70}},\s+(?:is|was)\s+<boss>"),
    (3, r"\b(?:she|he)(?:['’]s| is)\s+(?:called|named)\s+<boss>"),
    (2, r"\b(?:she|he)(?:['’]s| is)\s+(?:called|named)\s+<leader>"),
    (8, r"<boss>\s+is\s+(?:the\s+(?:person|one|woman|man)\s+)?(?:that\s+|who(?:m)?\s+)?i\s+(?:report|work|answer)\b"),
    (8, rf"\b{BOSS}\s*(?:is|,)\s+(?:the|our|an?)\s+[^.;,⟦]{{2,40}},\s*<boss>"),
    (6, rf"\bmy\s+{TITLE}\s*(?:is|,|:|['’]s)?\s*<boss>"),
    (11, rf"\b(?:she|he)(?:['’]s| is)\s+(?:the\s+)?{BOSSY}\s+of\s+{_MINE}\s*[,(]?\s*<boss>"),
    (8, rf"<boss>{_THEN}{BOSS}{_NOT_NEXT}"),
    (6, rf"<boss>\s*\(?,?\s*(?:who is\s+)?{BOSS}{_NOT_NEXT}"),
    (8, r"\bi\s+(?:currently\s+|directly\s+)?(?:report|answer)(?:ing)?\s+(?:directly\s+)?(?:in)?to\s+<boss>"
        r"|\breport(?:ing)? (?:in)?to\s+<boss>"),
    (8, r"\b(?:i\s+report(?:ing)?\s+(?:in)?to|i\s+work\s+(?:for|under)|under)\s+(?:the|our|my"
        r"|an?)\s+[^.;,⟦\n]{2,40}[,:(]?\s*<boss>"),
    (8, r"\bi\s+(?:work|report)\s+(?:for|to)\s+is\s+<boss>|\b(?:led|run|managed|headed)\s+by\s+<boss>|(?:^"
        r"|[\n.;]\s*)(?:through|via)\s*[:=]?\s*<boss>"),
    (6, r"\b(?:i\s+)?work(?:ing|s)?\s+(?:[^.;\n⟦]{0,40}\s+)?(?:for|under)\s+<boss>|\b(?:team|department|group|unit"
        r"|crew|ward)\s+(?:under|of)\s+<boss>|\bunder\s+<boss>"),
    (6, r"\b(?:on|in|from|of)\s+<boss>['’]s?\s+(?:\w+\s+)?(?:team|group|department|crew|squad|unit|area)\b"),
    (8, rf"<boss>['’]s?\s+{_ADJ}{BOSSY}\b"),
    (8, rf"\b{BOSSY}\s+(?:of|over|above|from)\s+(?:{_MINE}\s*,?\s*)?<boss>"),
    (8, rf"<leader>(?:,?\s+who)?\s+(?:line-?)?(?:manages|supervises|leads|oversees)\s+(?:{_MINE}\s*,?\s*)?<boss>"),
    (8, rf"<leader>[^.⟦]{{0,40}}\.\s*(?:she|he|they)\s+(?:line-?)?(?:manages?|supervises?|oversees?|is the {BOSSY} of"
        rf"|is {_MINE}['’]s {BOSSY})\s*(?:{_MINE}\s*,?\s*)?<boss>?"),
    (8, rf"<leader>[^.⟦]{{0,60}}\.\s*(?:she|he|they)(?:['’]s| is| are)\s+(?:the\s+)?(?:{ABOVE}"
        rf"|{BOSSY} of my {BOSSY})"),
    (9, rf"<boss>(?:,?\s*(?:who|and (?:she|he|they)))?\s*,?\s+{_UP}\s+(?:{TITLE}\s*,?\s*)?<leader>"),
    (9, rf"<boss>[^.⟦]{{0,40}}\.?,?\s+(?:who|which|and (?:she|he|they)|she|he"
        rf"|they)\s+{_UP}\s+(?:{TITLE}\s*,?\s*)?<leader>"),
    (8, rf"\b(?:who|she|he|they|{BOSSY})\s+{_UP}\s+(?:{TITLE}\s*,?\s*)?<leader>"),
    (9, r"\bme\s*(?:->|→|>|=>)\s*<boss>\s*(?:->|→|>|=>)\s*<leader>"),
    (10, rf"(?<!\w){ABOVE}{_IS}<leader>"),
    (9, r"\b(?:two|2|one|a)\s+(?:levels?|steps?)\s+(?:up|above)(?:\s+(?:from\s+)?me)?\s+(?:sits?|is|comes)\s+<leader>"
        r"|<leader>\s*,?\s+(?:is\s+|sits\s+)?two\s+(?:levels?|steps?)\s+(?:up|above)"),
    (9, r"\b(?:in\s+)?between\s+us\s+(?:is|sits|comes|there\s+is)\s+<boss>|<boss>\s*,?\s+(?:is|sits)\s+between\s+us\b"),
    (10, rf"<leader>{_THEN}(?:{TITLE}\s*,?\s*)?{ABOVE}{_NOT_NEXT}"),
    (9, rf"<leader>\s*,?\s*{ABOVE}{_NOT_NEXT}"),
    (9, rf"(?:^|[\n.;,(]\s*)(?:leader|big boss|boss boss|skip(?:[- ]level)?(?: manager| leader)?"
        rf"|{BOSSY}['’]?s?\s+{BOSSY}|grand-?boss)\s*(?:[:=]|\bis\b)?\s*(?:{TITLE}\s*,?\s*)?<leader>"),
    (5, rf"<leader>(?:\s*\(\s*|\s*,\s*|\s+is\s+|,?\s+who(?:['’]s| is)\s+|\s*[-–—]\s*|\s*:\s*)(?:(?:she"
        rf"|he)['’]s\s+)?{TITLE}"),
    (5, rf"\b{TITLE}\s*(?:[,(:–-]|\bis\b|\bnamed\b|\bcalled\b|['’]s\s+name\s+is)?\s*<leader>"),
    (5, r"<leader>(?:,|\s+\(|\s+who)?\s*(?:who\s+)?(?:runs|heads|heads up|leads|oversees|is in charge of"
        r"|is responsible for)\b"),
    (4, rf"\b{TITLE}\b[^.⟦\n]{{0,60}}[.,;]\s*(?:her|his|their)\s+name(?:['’]s|\s+is)?\s+<leader>"),
    (5, r"\bfirst name\s+(?:is\s+|['’]s\s+)?<leader>|(?:^|[\n.;]\s*)(?:for|to)\s*[:=]\s*<leader>"),
    (5, r"\b(?:her|his|their)\s+name(?:['’]s|\s+is)?\s+<leader>"),
    (3, rf"<boss>,?{_KNOWS}|\b(?:told|informed|checked with|let|cleared it with|run it by|ran it by)\s+<boss>"
        rf"|<boss>['’]s\s+(?:idea|suggestion|blessing|fine|ok|okay|aware|happy|cool)\b"),
    (4, r"\b(?:without|before i)\s+(?:telling\s+|tell\s+)<boss>|\bwant\s+(?:\w+\s+){0,2}<boss>\s+to\s+(?:find out"
        r"|know)|\bbehind\s+<boss>['’]s?\s+back"),
)  # fmt: skip
ADDRESSED = _cues(
    (4, r"\bdear\s+<leader>|<leader>,\s+(?:an?|one of my)\s+[^.;⟦]{3,45},\s+(?:has\s+)?(?:asked|wrote|requested)\b"),
    (4, rf"\b{_TO}\b{_WITH}(?:{TITLE}\s*,?\s*)?(?:(?:an?|the|our"
        rf"|my)\s+(?:[\w-]+\s+)?{_WORK},?\s+)?<leader>(?!['’]s\s+(?:team|boss|manager))"),
    (2, r"\b(?:with|to|for|from|by|tell|show|of)\s+<leader>(?!['’]s\s+(?:team|boss|manager))"),
    (3, r"<leader>(?:['’]s\s+(?:invitation|invite|request to meet|office|email|time)\b)"),
    (4, r"<leader>(?:\s*,[^,.⟦]{2,40},)?\s*,?\s+(?:has\s+|have\s+|just\s+|kindly\s+)*(?:and i\b|invited me|asked me"
        r"|asked to (?:meet|see"
        r"|talk)|wants to (?:meet|see|talk)|put (?:an?|\d+|half|time|something|some)|scheduled|booked|sent me)"),
    (3, r"<leader>\s*,?\s+(?:has\s+|have\s+|just\s+|kindly\s+)*(?:offered|said (?:she|he|they)(?:'d|'ll| would| will)"
        r"|mentioned|told me|gave me|has not|hasn['’]t|didn['’]t (?:answer|reply)|never (?:answered|replied))"),
)  # fmt: skip
TO_BOSS = _cues(
    (7, r"\b(?:tell|let|inform|heads[- ]?up|warn|note|message|letter|reply|answer|convince|update)\b(?:\s+(?:to|for"
        r"|my|boss|manager|note|line|quick|short))*,?\s+<boss>(?!['’]s\s)"),
    (8, rf"<boss>{_PUSH}"),
    (3, r"<boss>\s+(?:said|says|told me|wrote|replied|feels|wants)\b"),
    (7, r"(?:^|[.\n]\s*)to\s+<boss>\s*,?\s+from\b|\bfrom\s+⟦\d+⟧\s+to\s+<boss>"),
    (2, r"\b(?:email|write)(?:\s+(?:to|for|my|boss|manager))*\s+<boss>(?!['’]s\s)"),
)  # fmt: skip
DOWNWARD = _cues(
    (8, rf"\b(?:his|her|their|whose|<person>['’]s)\s+{_ADJ}{BOSSY}{_IS}<boss>"),
    (8, r"<person>[^.⟦]{0,25}(?:reports|reporting|works|who works)\s+(?:in)?(?:to|for|under)\s+<boss>|\b(?:reports"
        r"|works)\s+(?:to|for|under)\s+<boss>"),
    (6, r"\bin\s+<boss>['’]s?\s+(?:team|group|department)|<boss>['’]s?\s+(?:team|group|report)"),
    (3, rf"<boss>{_KNOWS}"),
    (6, rf"\b{_TO}\b{_WITH}(?:(?:an?|the|our|my"
        rf"|one of my)\s+(?:[\w-]+\s+){{0,2}}?{_WORK}s?,?\s+)?<person>(?!['’]s\s+(?:team|boss|manager))"),
    (6, rf"\b(?:an?|the|one of my|my)\s+(?:[\w-]+\s+)?{_WORK}s?\s*,?\s*<person>"),
    (3, r"\b(?:with|to|for|thanks)\s+<person>(?!['’]s\s+(?:team|boss|manager))"),
    (5, r"<person>\s*,?\s+(?:has\s+|just\s+)*(?:asked (?:me|for)|wrote to me|requested|wants to meet|told me|said"
        r"|raised|mentioned|works|is (?:an?|the|one))\b"),
    (9, rf"\b(?:i['’]m|i am)\s+(?:the\s+)?(?:new\s+)?{TITLE}\s*[,:(–-]?\s*<me>"),
)  # fmt: skip
