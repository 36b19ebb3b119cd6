"""Which email a chat line asks for."""

import re

from app.domain.knowledge import Audience

_MAIL = (
    r"(?:e-?mails?|letters?|notes?|messages?|drafts?|reply|replies|responses?|invit\w+|announcements?|slack"
    r"|wording|text)"
)
_WRITE = (
    r"(?:write|draft|compose|word|send|help me (?:with|write|word)|need|give me|make|prepare|create|how (?:do"
    r"|should|would|can) i (?:word|write|phrase|ask|tell|say|reply|thank|announce|invite)|what (?:do"
    r"|should) i (?:write|say|reply))"
)
RULES: tuple[tuple[str, str], ...] = (
    (
        "pushback_reply",
        (
            r"\b(?:boss|manager|s?he|they)\b.{0,30}\b(?:pushed back|push(?:ing)? back|refus\w+|said no|against it"
            r"|not happy|doesn['’]?t (?:like|want)|objects?|objected|hesitat\w+|worried about (?:it|me)"
            r"|undermin\w+ (?:him|her|them))"
            r"|\bpush-?back\b|\bmanager'?s? (?:objection|concern)"
        ),
    ),
    (
        "themes_back",
        (
            r"\b(?:share|send|report|summar\w+|note|write)\b.{0,40}\b(?:themes?|what i heard|summary"
            r"|results?)\b.{0,40}\b(?:everyone|all|whole|team|department|people|organi[sz]ation|staff)"
            r"|\bsummar\w+\b.{0,30}\b(?:after|of)\b.{0,15}\bround|\bprogramme summary|\bclos(?:e"
            r"|ing) the loop with everyone|\bwhat i heard\b.{0,20}\b(?:everyone|all)\b"
        ),
    ),
    (
        "manager_note",
        (
            r"\b(?:one of my|a|their) managers?\b.{0,30}\b(?:what i heard|after|themes?"
            r"|(?:meet|see|talk (?:to|with)) (?:their|his|her) (?:people|team))|\b(?:note|email|feedback"
            r"|write|message|update)\b.{0,30}\b(?:to|for)\s+(?:a|one of my|my|the|their|his"
            r"|her)\s+managers?\b.{0,60}\b(?:after|round|heard|themes?)|\bmanager\b.{0,20}\bafter (?:a|the"
            r"|my) (?:round|skip)|\bafter (?:a|the|my) (?:round|skip).{0,40}\bto (?:a|the|their|my) managers?"
        ),
    ),
    (
        "invite_many",
        (
            r"\b(?:to|for) (?:all|every one of|the whole of) my (?:skip[- ]?levels|people|department)"
            r"|\b(?:invit\w+)\b.{0,50}\b(?:everyone|everybody|all|whole|team|group|department|staff|people|many"
            r"|teams)\b"
        ),
    ),
    (
        "announcement",
        (
            r"\bannounc\w+|\b(?:tell|inform|email|write to|let)\b.{0,15}\b(?:my|the|our) (?:managers"
            r"|direct reports|leads|team leads|directors|leadership team)\b"
        ),
    ),
    (
        "leader_follow_up",
        (
            r"\b(?:thank|follow[- ]?up|write|note)\b.{0,30}\b(?:(?:the|an?) (?:employee|engineer|analyst|nurse"
            r"|developer|designer|ic)|(?:person )?i met)\b"
        ),
    ),
    (
        "invite_one",
        (
            r"\bsome(?:one|body) two levels (?:down|below)|\binvit(?:e|ing|ation)\b(?!.{0,25}\b(?:accept|reply"
            r"|respond|from|i got|i received|me\b))(?=.{0,60}\b(?:to|for|an?|one|skip|someone|employee|person"
            r"|[A-Z]\w+))"
        ),
    ),
    (
        "promise_kept",
        (
            r"\bi promised\b.{0,30}\b(?:director|vp|leader|boss|him|her|them)|\b(?:promis\w+"
            r"|as (?:i )?(?:promised|said)|deliver\w*)\b.{0,60}\b(?:done|kept|result|found|finished|send|follow"
            r"|update|report)|\b(?:follow(?:ing)? up on|update (?:him|her|them|the \w+) on)\b.{0,30}\b(?:promise"
            r"|what i (?:promised|said)|action|commitment)|\bi (?:did|finished|completed) what i\b"
            r"|\bpromise kept\b"
        ),
    ),
    (
        "nudge",
        (
            r"\b(?:nudge|remind(?:er)?|chase|no (?:reply|answer|response)|has(?:n['’]t| not) (?:replied|answered"
            r"|responded)|did(?:n['’]t| not) (?:reply|answer|respond)|haven['’]t heard|never (?:replied|answered)"
            r"|follow(?:ing)?[- ]up on my (?:request|email)|ignored my)\b"
        ),
    ),
    (
        "reschedule",
        (
            r"\b(?:re-?schedul\w+|postpone|move (?:the|our|my) (?:meeting|skip|1:1|call|chat|one)|moving our"
            r"|(?:another|new|different) (?:time|date|day) for|can['’]?t make (?:it|the|our)|push (?:the"
            r"|our) (?:meeting|call)|cancel(?:ling)?)\b"
        ),
    ),
    (
        "decline",
        r"\b(?:declin\w+|turn(?:ing)? down|say no to|refuse (?:the|an?|his|her) (?:meeting|invit\w+|request))\b",
    ),
    (
        "quarterly",
        (
            r"\b(?:quarterly|every (?:quarter|three months)|regular(?:ly)?|recurring|once a quarter|cadence"
            r"|again (?:in|next) (?:a |three )?(?:quarter|months))\b"
        ),
    ),
    (
        "thank_you",
        (
            r"\b(?:thank(?:s|[- ]?you|ing)?|follow[- ]?up (?:email|note|letter|message)|gratitude"
            r"|say thanks)\b(?!.{0,20}\b(?:in advance|for considering)\b)"
        ),
    ),
    (
        "agenda_note",
        (
            r"\bagenda\b(?!.{0,15}\b(?:for the|hidden)\b.{0,10}\bprogramme)|\b(?:send|share)\b.{0,25}\b(?:topics"
            r"|questions|points)\b.{0,30}\b(?:before|ahead|beforehand|in advance)"
        ),
    ),
    (
        "accept",
        (
            r"\b(?:accept\w*|say yes|reply to (?:the|an?|his|her|their|my) (?:boss's boss|director|vp|invit\w+"
            r"|skip)|respond to (?:the|an?|his|her|their) invit\w+|confirm (?:the|our|my) meeting|was invited"
            r"|(?:she|he|they|director|vp|boss) (?:has )?(?:invited|asked to meet))\b"
        ),
    ),
    (
        "heads_up",
        (
            r"\b(?:heads?[- ]?up|(?:tell|telling|inform|let|loop\w*|warn|notify|message to|email to|note to"
            r"|write to|email|write)\b.{0,12}\b(?:my |own )?(?:own |direct |line )?(?<!'s )(?<!boss )(?<!bosses )"
            r"(?:boss|manager|supervisor|lead)\b(?!['’]?s? (?:boss|manager|supervisor))(?!.{0,5}\bof my))"
        ),
    ),
    (
        "request",
        (
            r"\brequest (?:e-?mail|letter|note)|\b(?:draft|write|send|word) (?:an? |the |my )?request\b"
            r"|\b(?:request|ask(?:ing)?|set(?:ting)? up|schedul\w+|book\w*"
            r"|arrang\w+|get|meet(?:ing)?|reach(?:ing)? out|introduc\w+|for)\b.{0,70}\b(?:skip[- ]?level"
            r"|boss['’]?s?\s+boss|manager['’]?s?\s+(?:manager|boss)|boss of my boss|director|vp|ceo|cto|coo"
            r"|head of|minutes|half an hour|meeting|chat|coffee|time)\b"
        ),
    ),
)
"""Kinds and what asks for them, the more particular first."""
_LEADER = (
    r"\b(?:my (?:managers|direct reports|skip[- ]?levels|organi[sz]ation|department)|i(?:['’]m| am) (?:the|a"
    r"|an) (?:vp|director|head|ceo|cto|coo|senior leader|executive|leader)|an? (?:employee|ic|report of)"
    r"|their manager|leader[- ]side)\b"
)
_OVER_MANAGERS = re.compile(
    r"\b(?:one of my|an?) (?:\w+ )?(?:managers?|directors?|leads?|direct reports?)\b(?:(?! of mine| who reports)[^.;!?]){0,40}"
    r"\b(?:object|against|undermin|push|worri|upset|unhappy|think|say|said|fear|refus|does|do|is|has)"
    r"|\ba manager (?:of mine|who reports to me)\b|\bmy managers\b"
    r"|\bi(?:['’]m| am) (?:the|a|an|their|his|her) (?:\w+ )?(?:vp|director|head|ceo|cto|coo|senior leader|executive)\b(?!['’]s)"
    r"|\b(?:his|her|their) team last\b",
    re.I,
)
"""Words of somebody to whom managers report."""
_AGAINST = (
    r"(?:object(?:s|ed|ing)?|against (?:it|skip|them|the|my)|undermin\w+ (?:him|her|them|his|their)|push(?:es|ed|ing)? back"
    r"|does(?:n't| not) (?:like|want) (?:it|me to|skip|them|the))\b"
)
_OBJECTS = re.compile(
    rf"\b(?:managers?|directors?|leads?|direct reports?|s?he|they)\b[^.;!?]{{0,60}}\b{_AGAINST}"
    r"|\b(?:managers?|directors?|leads?|direct reports?)\b[^.;!?]{0,60}\b(?:not happy|unhappy|worri(?:ed|es)|afraid|feels? threatened"
    r"|veto|bypass\w*|(?:go(?:es|ing)?|went) (?:round|around|over|behind|past) (?:him|her|them))\b",
    re.I,
)
_UNDER_A_MANAGER = re.compile(
    r"\b(?:my (?:\w+ )?(?:boss|manager|supervisor|team lead)(?!s)\b"
    r"|(?:your|his|her|their) (?:ok|okay|approval|blessing|permission|go-ahead)\b"
    r"|taught me\b|I report to\b|before I arrange\b|boss's boss\b|skip[- ]level manager\b)",
    re.I,
)
"""Words of somebody who writes to their own manager."""
_BEFORE_A_ROUND = re.compile(
    r"\b(?:her|his|their|your|whose) (?:\w+ )?(?:people|team|staff|nurses|analysts|crew)\b"
    r"|\beach\b|\brounds?\b|\bthemes?\b|\bskip[- ]levels\b",
    re.I,
)
"""Words of somebody who meets other people's teams."""
EMPLOYEES_OWN = {"manager_note": "heads_up"}
"""What an employee writes in place of a leader's letter."""
LEADERS_OWN = {"pushback_reply": "leader_pushback"}
"""What a leader writes in place of an employee's letter."""
_NO_MAIL = re.compile(
    (
        r"^\s*(?:what is|what are|what's|why|is it|are there|when should|who|how often|how long|how many"
        r"|what questions|which questions|am i|what should i ask|what do i ask|what might|do i have to|can i"
        r"|should i)\b"
    ),
    re.I,
)


_DO = re.compile(
    r"^\W*(?:please\s+|can you\s+|could you\s+|help me\s+|i (?:want|need|would like"
    r"|'d like) to\s+)?(?:announce|invite|thank|decline|accept|re-?schedule|"
    r"postpone|move|nudge|remind|share|request|ask|tell|send|reply|respond|answer|say (?:no|yes|thanks)"
    r"|turn down|give|let|feedback|follow-up|how (?:do|should|can) i (?:let|tell)|chase|summar\w+|confirm"
    r"|follow up)\b",
    re.I,
)


def in_place_of(kind: str, text: str) -> str:
    """Return the kind of letter that a brief is for: the writer's own, where a leader's words are for an employee's or the reverse."""
    if (
        kind in EMPLOYEES_OWN
        and _UNDER_A_MANAGER.search(text)
        and not (_OVER_MANAGERS.search(text) or _BEFORE_A_ROUND.search(text))
    ):
        return EMPLOYEES_OWN[kind]
    return LEADERS_OWN.get(kind, kind) if _OVER_MANAGERS.search(text) else kind


def kind_for(text: str, audience: Audience | None = None) -> str | None:
    """Return the id of the kind a chat line asks for, or None when it asks for no email.

    Args:
        text: the line.
        audience: who asks, where it is known.
    """
    text = text.replace("’", "'")
    asked = re.search(rf"\b(?:{_MAIL}|{_WRITE})\b", text, re.I) or _DO.match(text)
    if not asked or (
        _NO_MAIL.match(text)
        and not re.search(rf"\b(?:{_MAIL})\b|\bwhat (?:do|should) i (?:write|say|reply|answer)", text, re.I)
    ):
        return None
    if (audience == "leader" or _OVER_MANAGERS.search(text)) and _OBJECTS.search(text):
        return "leader_pushback"
    leader = audience == "leader" or bool(re.search(_LEADER, text, re.I))
    for kind, pattern in RULES:
        if re.search(pattern, text, re.I):
            if kind == "thank_you" and leader:
                return "leader_follow_up"
            if kind == "heads_up" and leader:
                return "manager_note"
            return kind
    if leader and re.search(r"\bfollow[- ]?up\b", text, re.I):
        return "leader_follow_up"
    return "request" if re.search(r"skip[- ]?level|boss(?:'?s|es) boss|director|\bvp\b", text, re.I) else None
