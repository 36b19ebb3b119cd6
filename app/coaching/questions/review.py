"""Looking at a question somebody wrote: is it open, fair, single, and for this leader?"""

import re
from collections.abc import Iterator

_QUESTION_MARKS = ("?", "？", "؟")
"""Ours, the full-width one of Chinese and Japanese, and the Arabic one."""
_CLOSED = re.compile(
    (
        r"^(?:so\s+|and\s+|but\s+)?(?:is|are|was|were|do|does|did|have|has|had|will|would|could|can|should|shall"
        r"|am|isn't|aren't|don't|doesn't|didn't|won't|wouldn't|can't|couldn't|shouldn't|haven't|hasn't)\b"
    ),
    re.I,
)
_POLITE = re.compile(
    (
        r"^(?:could|can|would|may|might)\s+(?:you|i|we)\s+(?:please\s+)?(?:help|tell|say|share|describe|walk"
        r"|explain|give|talk|ask|suggest|recommend|mind)\b|^(?:is there|may i|shall we|is it fair to say)\b"
        r"|^would it be (?:reasonable|useful|helpful|possible|ok)"
    ),
    re.I,
)
_LOADED = re.compile(
    (
        r"\bwhy (?:do(?:es)?n't|won't|can't|isn't|aren't|haven't|hasn't|didn't|do|does|did|is|are) (?:you"
        r"|leadership|management|the (?:leadership|management|company|executives?|board)|nobody|no one|anyone)\b"
        r"|\b(?:ignor\w+|refus\w+|fail(?:ed|s)? to|obviously|clearly|everyone knows|admit|still (?:not|haven't)"
        r"|mess|disaster|ridiculous|stupid|pointless|broken promises?|at last|even care|really think"
        r"|isn't it (?:true|obvious|unfair|time)|don't you (?:think|agree|see)|wouldn't you (?:agree|say)"
        r"|how can you)\b|,\s*(?:isn't it|aren't they|right|don't you think|no)\s*\?"
    ),
    re.I,
)
_COMPARES = re.compile(
    (
        r"\b(?:better|worse|more|less|smarter|stronger|weaker) than (?:my |the )?(?:colleague|peer|teammate|boss"
        r"|manager|(?-i:[A-Z]\w+))|\bwho is (?:the )?(?:best(?! placed)|worst|weakest|strongest)\b|\bcompared? (?:me"
        r"|us) (?:to|with) (?:[A-Z]\w+|my (?:colleague|peer)s?)|\brank (?:us|me|them|people)\b"
    ),
    re.I,
)
_TAKES_SIDES, _LEADER_TAKES_SIDES = (
    re.compile(
        rf"\b(?:do you )?agree with (?:{whose} (?:boss|manager)|(?-i:[A-Z]\w+))\b|\bwhat do you think (?:of"
        rf"|about) (?:{whose} (?:boss|manager))|\bis {whose} (?:boss|manager) (?:right|wrong|good|bad|fair)\b"
        rf"|\bwhy (?:is|does|did) {whose} (?:boss|manager)\b",
        re.I,
    )
    for whose in ("my", "your")
)
_PAY = re.compile(
    (
        r"\b(?:(?:a|my|get a|pay) raise\b|salary|bonus|promote me|my promotion|be promoted|get promoted"
        r"|more money|transfer me|pay me)\b"
    ),
    re.I,
)
_ABOUT_BOSS_MANAGER = re.compile(
    (
        r"\b(?:my|our) (?:holiday|vacation|leave|shift|shifts|rota|hours|desk|laptop|equipment|review score"
        r"|rating|objectives|tasks|ticket|sprint|deadline|deadlines|workload|training budget|schedule)\b"
        r"|\bwho (?:approves|assigns)\b|\b(?:when is|what is) (?:my|the) deadline\b|\b(?:take|book) (?:time"
        r"|days) off\b|\bwork from home\b"
    ),
    re.I,
)
_SEARCH = re.compile(
    (
        r"\b(?:how many (?:people|employees|customers|offices|countries)|when was (?:the|our) (?:company"
        r"|firm) founded|who (?:is|are) (?:the |our )?(?:ceo|cfo|cto|board members?|chair\w*|competitors?"
        r"|customers?|founders?)\b|what does (?:the )?(?:company|firm|we) (?:do|sell|make)|where (?:is"
        r"|are) (?:the|our) (?:headquarters|offices?)|what (?:is|was) (?:the|our) (?:revenue|turnover|share price"
        r"|stock price|mission|mission statement|values|org chart)|what are (?:the|our) (?:company )?(?:values"
        r"|products))\b"
    ),
    re.I,
)
_STATUS = re.compile(
    (
        r"\b(?:status (?:report|update)|status of (?:my|our|the)\b|progress (?:report|update)|(?:give|present|walk (?:you|her|him"
        r"|them) through|show|update|report|tell) (?:you|her|him|them)?\s*(?:on |about "
        r"|through )?(?:an update on |all |everything )?(?:my|our|what i|the) (?:work|projects?|tasks|progress"
        r"|status|achievements|tickets|backlog|numbers|accomplishments)|list of (?:my )?(?:tasks|achievements"
        r"|accomplishments)|what i(?:'ve| have) (?:done|achieved))\b"
    ),
    re.I,
)
_RIGHT_TO_STAY = re.compile(
    r"\b(?:my (?:\w+ )?(?:visa|sponsorship|green card)|our (?:own )?visas|visa (?:status|sponsorship)|work permit|residence (?:permit|card)"
    r"|right to (?:stay|work)|immigration status)\b",
    re.I,
)
_COMPLAINT = re.compile(
    (
        r"\b(?:complain\w*|vent\w*|frustrat\w+|fed up|what(?:'s| is) wrong with"
        r"|problems? with (?:my|the) (?:boss|manager|team|colleague)|too much (?:work|pressure)|never listens?"
        r"|ignores? us|nobody (?:listens|cares)|hate)\b"
    ),
    re.I,
)

_RIGHTS = (
    r"together|all of us|colleagues and i|union|rights?|wages?|unpaid|overtime|equal\w*|same (?:work|job)|women|breaks|safe\w*|danger\w*|"
    r"unsafe|discriminat\w+|racis\w+|sexis\w+|harass\w+|bull(?:y|ied|ying)|retaliat\w+|grievances?|unlawful|illegal|laws?"
)
_MATTER_OF_RIGHTS = re.compile(rf"\b(?:{_RIGHTS})\b", re.I)
_PROTECTED = re.compile(rf"\b(?:colleagues|{_RIGHTS})\b", re.I)
"""What people may complain of, and together: it is theirs to raise, and nothing is said against it."""


def review_own(text: str, *, leads: bool = False) -> tuple[str, ...]:
    """Return what to change in a question somebody wrote, most important first; empty when it is good.

    Args:
        text: one question in the writer's words.
        leads: whether the writer is the leader and asks an employee.
    """
    question = " ".join(text.replace("’", "'").split())
    return tuple(_remarks(question, leads=leads)) if question else ("Write the question first.",)


def _remarks(question: str, *, leads: bool) -> Iterator[str]:
    theirs = not leads and _MATTER_OF_RIGHTS.search(question) is not None
    if not theirs:
        yield from _heard_badly(question, leads=leads)
    if _double(question):
        yield (
            "It asks two things at once; the easier one gets the answer. Keep the first and hold the second as a "
            "follow-up."
        )
    if _CLOSED.match(question) and not _POLITE.match(question) and " or " not in question.lower():
        yield "Yes or no would be a full answer. Start with what, which or how."
    if leads and _STATUS.search(question):
        yield "It leads into a status report. Ask what gets in the way of the work instead."
    elif not leads and not theirs:
        yield from _answered_elsewhere(question)
    if len(question.split()) > 35:
        yield "It is long; say the question in one breath and leave the background for after."
    if not question.endswith(_QUESTION_MARKS) and not re.match(
        r"(?:tell me|walk me|help me|i'd like to (?:hear|know|understand))", question, re.I
    ):
        yield "It is not a question yet."


def _heard_badly(question: str, *, leads: bool) -> Iterator[str]:
    if leads and _LEADER_TAKES_SIDES.search(question):
        yield (
            "It asks them for a verdict on their manager. Ask about the work: what would help, or what gets in the way."
        )
    if not leads and _TAKES_SIDES.search(question):
        yield (
            "It asks the leader to take sides about your manager. Ask about the matter: what the aim is, or what "
            "would help."
        )
    if _LOADED.search(question):
        yield (
            'It carries an accusation, so you would get a defence. Ask for the thinking: "Could you help me see '
            'how this was decided?"'
        )
    if _COMPARES.search(question):
        yield "It compares people, and nobody should have to answer that. Ask what good work looks like."
    if not leads and _PAY.search(question):
        yield "This one is for your manager and the pay or review cycle. Here you can ask what the next level takes."


def _answered_elsewhere(question: str) -> Iterator[str]:
    if _SEARCH.search(question):
        yield "A search would answer it. Look it up, then ask what the answer means for your team."
    elif _ABOUT_BOSS_MANAGER.search(question):
        yield "Your manager can answer this one, and may wonder why you asked above them."
    elif _STATUS.search(question):
        yield "It leads into a status report. Ask what they would want to hear early instead."


def _double(question: str) -> bool:
    if sum(map(question.count, _QUESTION_MARKS)) > 1:
        return True
    return bool(
        re.search(
            r"\b(?:and|or)\s+(?:also\s+)?(?:what|which|how|why|when|who|where|do|does|is|are|will|should|can)\b",
            question,
            re.I,
        )
    ) and not re.search(
        r"\b(?:hope|worr\w+|help\w*|like\w*|most|first)\b.{0,25}\band (?:what|which|how|why|who)\b", question, re.I
    )


def meeting_warnings(goal: str, own: str = "", *, leads: bool = False) -> tuple[str, ...]:
    """Return warnings about what the meeting is turning into, from its goal and the user's own questions.

    Args:
        goal: what the user wants from it.
        own: their own questions, in one text.
        leads: whether the user is the leader; what is bad manners from below is then no fault.
    """
    found = []
    text = f"{goal} {own}".replace("’", "'")
    if leads:
        status = (
            "This is becoming a status report. Their manager passes those on; ask what gets in the way of the work."
        )
        return (status,) if _STATUS.search(text) else ()
    if _RIGHT_TO_STAY.search(text):
        found.append(
            "Whether your visa or permit is safe is for HR and an immigration adviser to say, and you can ask them today. "
            "Here, ask what is decided, and who at HR would know."
        )
    if _STATUS.search(text):
        found.append(
            "This is becoming a status report. Your manager passes those on; keep your work to one sentence "
            "and one number."
        )
    if _COMPLAINT.search(text) and not _PROTECTED.search(text):
        found.append(
            "This is becoming a list of complaints. One pattern, what it costs, and one idea are heard better."
        )
    if _SEARCH.search(text):
        found.append("Some of this a search would answer.")
    elif _ABOUT_BOSS_MANAGER.search(text) and not _MATTER_OF_RIGHTS.search(text):
        found.append("Some of this your manager can answer.")
    return tuple(found)
