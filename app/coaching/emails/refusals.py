"""What a letter is asked to do and will not do, each with the reason."""

import re

_BOSSY = (
    r"(?:[a-z]+/)?(?:boss|manager|supervisor|superior|line[- ]manager|team[- ]?lead(?:er)?|lead|leader|mgr|chief|chef"
    r"|foreman"
    r"|trainer"
    r"|group lead(?:er)?|head of (?:dept|department|section))"
)
_ADJ = r"(?:(?:own|direct|line|reporting|functional|current|immediate|new|present|actual|day-to-day)\s+)*"
_MINE = rf"(?:(?:my|our)\s+{_ADJ}|my\s+(?!skip|big|grand|boss|manager)[\w-]+\s+){_BOSSY}(?:\s+and\s+{_BOSSY})?"
_BOSS = (
    rf"(?<!boss of )(?<!manager of )(?<!boss from )(?<!supervisor of )(?:{_MINE}"
    rf"|my n\+1)(?!['’]?s?\s+{_ADJ}{_BOSSY}\b)(?!\s+(?:of|from)\s+(?:my|him|her))"
)
"""Words for the manager, and not for the manager's manager."""
_WHO = rf"(?:{_BOSS}|him|her|them|(?-i:[A-Z][\w'’-]+)|s?he|they|me)"
REFUSALS: tuple[tuple[str, str, str], ...] = (
    (
        "behind",
        (
            rf"\bbehind\s+(?:\S+\s+){{0,3}}back\b|\bwithout\s+(?:{_WHO}\s+)?(?:telling|knowing|informing"
            rf"|involving|finding out|hearing (?:of|about)|{_BOSS}\s+knowing)\b|\b(?:(?:don['’]?t"
            rf"|do not)\s+want\s+{_WHO}(?:,?\s+(?-i:[A-Z][\w'’-]+))?\s+to|must\s?n['’]?t|must (?:not|never)"
            rf"|should\s?n['’]?t"
            rf"|can['’]?t|cannot)\s+(?:know|find out"
            r"|hear (?:of|about))\b(?!\s+(?:the|whether|if|who|how|what|his|her|their)\b)|\bkeep\s+(?:it"
            r"|this)\s+(?:a\s+)?(?:secret|quiet|from|between us|confidential from)"
            rf"|\bso that {_WHO}\s+(?:doesn['’]?t|does not|won['’]?t)\s+(?:find out|know)"
            rf"|\bso {_WHO}\s+(?:doesn['’]?t|won['’]?t)\s+find out"
            rf"|\bgo(?:ing)?\s+(?:around|over|past)\s+{_WHO}"
        ),
        (
            "The letter does not go behind your manager's back: they nearly always hear of it, and then it looks "
            "like a complaint. Tell them in two lines first; I can write those."
        ),
    ),
    (
        "claim",
        (
            r"\b(?:say|write|pretend|claim|make it (?:look|sound)|tell (?:him|her|them))\b[^.;]{0,20}\b(?:boss"
            r"|manager|[A-Z]\w+)\b[^.;]{0,20}\b(?:agreed|agrees|approved|knows|supports|is fine"
            r"|is ok)\b[^.;]{0,40}\b(?:but|although|even though|even if|though)\b|\bpretend\b[^.;]{0,30}\b(?:boss"
            r"|manager)\b|\b(?:say|write|claim)\b[^.;]{0,20}\b(?:boss|manager|[A-Z]\w+)\b[^.;]{0,20}\b(?:agreed|agrees|approved|knows)\b"
            r"[^.;]{0,20}[.;]\s*(?:s?he|they)\s+(?:did|has|have|does|do)(?:n['’]t| not)\b"
        ),
        (
            "The letter does not say that your manager knows or agrees unless it is so; one question from above "
            "would undo it."
        ),
    ),
    (
        "lie",
        (
            r"\b(?:say|tell|write|claim|pretend|make it (?:look|sound))\b[^.;]{0,60}\b(?:when|but|while"
            r"|although|though|even if)\s+(?:really|actually"
            r"|in (?:fact|truth|reality)|the (?:real|true) (?:reason|purpose)|it(?:'s| is) (?:really|actually))\b|\bwhen really\b"
        ),
        (
            "The letter does not give another reason than the real one: it comes out in the meeting itself. Say the "
            "real purpose in a form that can be read by everybody, or leave the meeting for now."
        ),
    ),
    (
        "blame",
        (
            rf"\bplays? favou?rites\b|\b{_BOSS}(?:,?\s+(?-i:[A-Z][\w'’-]+)){{0,2}},?\s+(?:is"
            rf"|was)\s+(?:the\s+)?(?:reason|cause|problem|why|to blame)\b"
            rf"|\b(?:(?:talk|speak|write)\b[^.;]{{0,30}}\babout|(?:concerns?|problems?|issues?)\s+(?:about"
            rf"|with))\s+{_BOSS}\b"
            r"(?!['’]s?\s+\w|\s+and\s+(?:i|me)\b)"
            r"|\bcomplain(?:ing|s)?\b|\b(?:my|a|an)\s+complaints?\b(?!\s+\w+(?<!about)(?<!against)\b)"
            r"|\bcomplaints? (?:about|against)\b|\bvent(?:ing)?\b|\b(?:tell|show|let|say|explain"
            r"|make sure)\b[^.;]{0,45}\b(?:how\s+(?:bad|terrible|awful|incompetent|useless|unfair|lazy)"
            rf"|is (?:bad|terrible|awful|incompetent|useless|lazy))|\bget\s+{_WHO}\s+(?:fired|removed|replaced"
            rf"|sacked|in trouble)\b|\bblam(?:e|ing)\b|\b(?:{_BOSS}|s?he|(?-i:[A-Z][\w'’-]+))(?:\s+is"
            r"|['’]s)\s+(?:a\s+|an\s+|so\s+|really\s+|just\s+|such an?\s+|totally\s+|completely\s+)*(?:useless"
            r"|incompetent|idiot|terrible|awful|horrible|lazy|clueless|micromanag\w+|toxic|jerk|nightmare|liar|bully"
            r"|bad (?:manager|boss|leader)|worst)|\bmicromanag\w+|\b(?:hate|despise|can['’]t stand|detest)\s+{_WHO}"
            r"|\bthrow\w*\s+\S+\s+under the bus"
            rf"|\bget rid of {_WHO}(?!\w)|\b{_WHO}\s+(?:can['’]?t|cannot|doesn['’]?t)\s+do\s+(?:his|her|their|your)\s+job\b"
            rf"|\b(?:learn|get|hear)\s+nothing\s+(?:\w+\s+)?from\s+{_WHO}|\bbecause\s+{_WHO}\s+(?:never|refuses to|always)\b"
            rf"|\bescalate against\b|\b(?:{_BOSS}|s?he|(?-i:[A-Z][\w'’-]+))\s+(?:always\s+|constantly\s+"
            r"|never\s+)?(?:blocks|ignores|undermines|steals|takes (?:all )?(?:the )?credit|(?:keeps |is )?(?:taking"
            r"|stealing) (?:all )?(?:the )?credit|sabotages|lies"
            r"|bullies|screams|yells|(?<=never )(?:listens|cares|helps))\b|\breport (?:him|her)\b|\bbecause of (?:him"
            r"|her|them"
            r"|(?-i:[A-Z][\w'’-]+))(?=\s*(?:[.,;!]|$|and\b))|\b(?:his|her|their|my (?:boss"
            r"|manager)['’]?s?) (?:fault|incompetence|mistakes?)\b"
        ),
        (
            "The letter leaves out the complaint about a person: it is likely to travel back, and it makes the "
            "meeting about them. Raise it with your manager first, or with HR; in the meeting, ask about "
            "conditions and what would help."
        ),
    ),
    (
        "overrule",
        (
            r"\b(?:overrul\w+|overrid\w+|overturn\w*|put pressure on|revers\w+ (?:his|her|my"
            rf"|the)\b[^.;]{{0,20}}\bdecision|(?:make|force|get) {_WHO} (?:to )?(?:stop|do|approve|change|accept"
            r"|give))\b"
        ),
        (
            "The letter does not ask your boss's boss to overrule your manager. Ask how such decisions are made, "
            "and take the case itself to your manager first."
        ),
    ),
    (
        "pay",
        (
            r"\b(?:pay\s?rise|raise(?=\s*(?:[.,;!?]|$|in (?:salary|pay)|and\b|or\b|because|for me))|(?:a|my|for"
            r"|get) raise\b|salary|more money|bonus|pay me|paid more|compensation(?!\s+(?:analy|team|and benefits"
            r"|benefits|manager|specialist|data))|stock options|equity grant)\b"
        ),
        (
            "The letter does not ask for pay: your boss's boss does not decide it here, your manager and the pay "
            "cycle do. Talking about pay itself is your right; this is only the wrong letter for the ask."
        ),
    ),
    (
        "promotion",
        (
            r"\b(?:promote me|(?<!spring )(?<!summer )(?<!autumn )(?<!winter )(?<!christmas )(?<!easter )(?<!sales )(?<!store )(?<!price )"
            r"(?<!product )promotion|get promoted|be promoted|new title|a transfer|transfer me|another team"
            r"|job in (?:his|her|their)|hire me|give me (?:a|the) (?:job|role))\b(?!\s+(?:criteria|process|path"
            r"|season|page|campaign))"
        ),
        (
            "The letter does not ask for a promotion or a move; that starts with your manager. It can ask what "
            "the next level takes, which is a fair question."
        ),
    ),
    (
        "flattery",
        (
            r"\b(?:butter|suck|sucking|kiss)\w*\s+(?:\w+\s+)?(?:up|ass)\b|\bflatter\w*|\b(?:tell"
            r"|say)\b[^.;]{0,30}\b(?:amazing|brilliant|best leader|genius|my idol|huge fan|greatest|inspiring"
            r"|wonderful)\b|\bhow (?:amazing|brilliant|great|wonderful|inspiring) (?:he|she|they"
            r"|(?-i:[A-Z]\w+)) (?:is|are)"
        ),
        (
            "Flattery is left out: it reads as wanting something. One true, specific thing they said works "
            "better; tell me one and I will put it in."
        ),
    ),
    (
        "threat",
        (
            r"\b(?:threaten\w*|or (?:else )?i(?:['’]ll| will)? (?:quit|leave|resign)|i(?:['’]ll| will) (?:quit"
            r"|resign|leave) (?:if|unless)|ultimatum|another (?:job )?offer|other offers?|looking for another job"
            r"|job offer)\b"
        ),
        (
            "The letter does not mention leaving or other offers. Once written it cannot be taken back; talk it "
            "over with your manager or somebody you trust first."
        ),
    ),
    (
        "gossip",
        r"\b(?:gossip|rumou?rs?|did you hear|people say that|affair)\b",
        "Rumours about people are left out. You can ask what can be shared about the change itself.",
    ),
)


def find_refusals(text: str) -> dict[str, str]:
    """Return what the brief wants and the letter will not do: id and reason, in a fixed order."""
    return {name: reason for name, pattern, reason in REFUSALS if _wanted(pattern, text)}


_LEFT, _OUT = re.compile(r"\b(?:leave|keep)\s+(?:\w+\s+){0,3}$", re.I), re.compile(r"\s*(?:\w+\s+){0,3}out\b", re.I)


def _wanted(pattern: str, text: str) -> bool:
    """Tell whether the text wants it, and does not merely rule it out ("I won't ask for a raise")."""
    for match in re.finditer(pattern, text, re.I):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() :]
        if _LEFT.search(before) and _OUT.match(after):
            continue
        if not re.search(
            (
                r"\b(?:not|n['’]t|dont|wont|never|no|without|nothing about|avoid|isn['’]t|rather than|instead of"
                r"|leave out|not here to|stay away from|steer clear of)\s+(?:\w+\s+){0,4}$"
            ),
            before,
            re.I,
        ) or match.group().lower().startswith(("behind", "without", "don", "do not", "keep", "so ")):
            return True
    return False


def drop_refused(phrases: list[str]) -> list[str]:
    """Return the phrases that none of the refusals touches."""
    return [phrase for phrase in phrases if not any(re.search(pattern, phrase, re.I) for _, pattern, _ in REFUSALS)]
