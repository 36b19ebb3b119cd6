"""What a meeting is for, read from its goal and its nouns: each aim has questions in the bank that carry its name."""

import re

from app.domain.meeting import Meeting

_STAFF = (
    r"people|staff|nurses|engineers|developers|analysts|drivers|teachers|carers|technicians|workers|juniors|seniors"
    r"|employees|colleagues|talent|hires|every(?:one|body)|half (?:of )?(?:the|my|our) \w+|team members|"
    r"(?!customers|users|members|orders|others)\w+(?:ers|ors|ists)"
)
AIMS: tuple[tuple[str, str], ...] = (
    (
        "rights",
        r"\bunsafe|danger\w*|harass\w*|discriminat\w*|racis\w*|sexis\w*|bull(?:y|ied|ying)\b|retaliat\w*|unpaid|"
        r"unequal|"
        r"equal pay|\bwages?\b|grievance|unlawful|illegal|\bfraud\w*|whistle-?blow\w*",
    ),
    (
        "acquaint",
        r"get(?:ting)? to know|\bsay (?:hi|hello)|introduc\w+ (?:myself|ourselves|me)|each other|small talk|rapport|"
        r"\bcoffee\b|my new \S*(?:boss|director|vp)\b|reconnect|catch(?:ing)? up|check(?:ing)? in\b|"
        r"first impression|meet (?:him|her|them)\b|(?:s?he|they)(?:'s|'re| is| are) new\b|break the ice|"
        r"\bconnect with",
    ),
    (
        "grateful",
        r"\bthank (?:him|her|them|you)\b|\bthanks to (?:him|her|them)\b|(?:say|send) (?:a |my |our )?(?:big )?thank|\bmy thanks|"
        r"\b(?:i'm|to be|how) grateful",
    ),
    (
        "disagreement",
        r"(?:complain|vent|problem|issue|conflict|clash|fed up|frustrat|annoy|disagree|fall(?:en|ing) out|"
        r"get(?:ting)? on"
        r"|trouble)\w*\b.{0,25}\b(?:boss|manager|supervisor|team lead|lead|colleagues?|peers?|teammates?)\b"
        r"|\b(?:boss|manager|supervisor|colleague)\b.{0,25}\b(?:disagree|clash|argu|don't get on)\w*",
    ),
    (
        "boss_left",
        r"(?:boss|manager|supervisor|lead) (?:has |have |had |just |'s )*(?:left|quit|gone|resigned|leaves|"
        r"is leaving|went)\b|"
        r"without a manager|no manager",
    ),
    (
        "leaving",
        rf"(?:los(?:e|ing|t)|keep(?:ing)?|retain\w*) (?:\w+ ){{0,3}}(?:{_STAFF})\b|\b(?:{_STAFF})\b(?: \w+){{0,2}} "
        rf"(?:leav\w+|left|quit\w*|resign\w*|walk\w*|stay\w*)|turnover|attrition|retention|retain|walking out|"
        r"why (?:\w+ ){0,3}(?:leav|quit|resign)\w+|exit interview",
    ),
    (
        "growth",
        r"promot\w+|career|next (?:level|step|role|grade)|\bgrowth\b|(?:help|let) \w+ grow|\bgrow (?:as|in|into|"
        r"here|people|my)|\bband \d|step(?:ping)? up|\bbecom\w+|"
        r"mov(?:e|ing) (?:\w+ ){0,3}(?:into|to a)\b|develop (?:my|as|people|them)|\bpath\b|ambition|stay in\b|"
        r"\b(?:go|apply(?:ing)?) for\b|"
        r"my (?:own )?future|mentor|advice for me|(?:thinking of|think about|whether to|should i) (?:stay|leav|"
        r"quit)\w*",
    ),
    (
        "reorg",
        r"\bre-?orgs?\b|re-?organi[sz]\w+|restructur\w*|\bmerge\w*|acquisition|acquired|lay-?offs?|laid off|"
        r"redundan\w+|"
        r"\b(?:job|staff|the) cuts\b|new structure|split(?:ting)? up|takeover|outsourc\w+",
    ),
    (
        "neighbours",
        r"other (?:teams?|departments?|units?|wards?|groups?)|hand-?offs?|hand-?overs?|cross-?team|silos?|"
        r"between (?:\w+ )?(?:teams|departments)|collaborat\w+|"
        r"(?:from|with|by|in) (?:finance|legal|sales|procurement|purchasing|marketing|it|hr)\b",
    ),
    (
        "load",
        r"burn(?:t|ed|ing)?[ -]?out|burning (?:out|people|us)|workload|overload\w*|exhaust\w+|"
        r"stress\w*|overtime|short[- ]?(?:staffed|handed)|short of people|understaff\w*|staffing|unhapp\w+|"
        r"the mood|sick days|sick leave|absen\w+|"
        r"too much work|morale|on-call|\brotas?\b|\btired|stretched",
    ),
    (
        "recognition",
        r"recogni\w+|\bthank\w*|\bcredit\b|\bprais\w+|appreciat\w+|celebrat\w+|overlooked|unnoticed|"
        r"invisible|unseen",
    ),
    (
        "resources",
        r"decid\w* (?:which|who|where|how (?:much|many|money|budgets?|resources))|who gets|which \w+ gets?|"
        r"budget\w*|headcount|"
        r"(?:get|buy|win|give|need)\b.{0,30}\b(?:an? (?:new|second|third|spare|bigger)|another|more) \w+s?\b|"
        r"\bfund\w*|\bmoney\b|equipment|invest\w*|more (?:people|staff|nurses|engineers|hands)|resourc\w+|"
        r"afford|allocat\w+",
    ),
    (
        "at_risk",
        r"behind schedule|\brisk\w*|\bslip\w*|\blate\b|\bdelay\w*|deadline|failing|off track|bad news|\bwarn\w*|"
        r"overrun|"
        r"in trouble|on track|on time|incidents?|quality|\bsafety\b|won't make|miss(?:ing)? the date|\bred\b",
    ),
    ("ai", r"\bai\b|artificial intelligence|automat\w+|copilot|chatbot|machine learning"),
    (
        "remote",
        r"\bremote\w*|hybrid|(?:from|at) home|home office|office days|(?:return|back) to (?:the )?office|"
        r"other sites?|"
        r"headquarters|far away",
    ),
    (
        "pitch",
        r"\bideas?\b|\bpitch\w*|\bpropos\w+|\bsuggest\w*|\btry (?:out|it|a)\b|experiment|\bpilot|improve\w*",
    ),
    ("belonging", r"inclus\w+|diversity|\bbelong\w*|fair chance|\bequal\w*|\bwomen\b|background"),
    (
        "conditions",
        r"complain\w*|\bvent\b|fed up|frustrat\w+|unfair|annoy\w*|angry|broken|go(?:es|ing)? wrong|doesn't work|"
        r"never listens?|ignor\w+|sick of|(?:do|does|done) something|\bfix\w*|\bproblems?|obstacles?|blockers?|"
        r"\bslow\w*|in (?:the|their|our) way|\bstuck|\b(?:stops?|blocks?|hinders?) (?:them|us|people|(?:the|our) \w+)\b|"
        r"worr\w+|concern\w*|\bstop (?:the|it|this)|looked at|barriers?",
    ),
    ("customers", r"customers?|\bclients?\b|\bmarkets?\b|competitors?"),
    (
        "standing",
        r"visib\w+|be (?:seen|known|remembered|noticed)|known (?:as|for)|impression|remember me|stand out|noticed|"
        r"how (?:we are|we're|i am|i'm) seen|more than a name",
    ),
    ("programme", r"\bprogramme|\bprogram\b|skip-?levels? (?:with|for)|these meetings|first round|everyone gets"),
    ("managing", r"(?:my|their|our|the|how) managers?\b"),
    (
        "decision",
        r"\bwhy (?:we|they|s?he|it|the company|management|is|was|were|are|do|does|did|has|have)\b|"
        r"thinking behind|\breasons?\b|"
        r"\b(?:why|whether|if) .{0,40}(?:clos|cancel|outsourc|dropp|sold|mov|end|chang|stopp|replac)\w*|"
        r"rationale|decisions?\b(?! (?:is|are|get|gets) (?:made|taken))|decided|cancel\w*|scrap\w*|reasoning",
    ),
    (
        "strategy",
        r"strateg\w+|\bvision\b|direction|future of|where .{0,20}(?:going|heading)|big picture|\bplans? for|"
        r"long[- ]term|"
        r"(?:our|company|the) goals|understand the (?:company|business)",
    ),
    (
        "lead",
        r"learn from|decisions? (?:is|are|get|gets) (?:made|taken)|(?:see|learn|understand|hear) how (?:s?he|"
        r"they|leaders?) |lead(?:er)?ship|\bleading\b|"
        r"manag(?:e|ing) people|feedback (?:on|about) me|how i(?:'m| am) doing",
    ),
    ("trust", r"\btrust\w*|\bhonest\w*|speak up|safe to|\bopenly|\blisten\w*|\bhear\b|listening|really think"),
    (
        "focus",
        r"priorit\w+|\bfocus\w*|matters?\b|(?:s?he|they) (?:wants?|needs?|expects?)|expect\w*|align\w*|"
        r"(?:her|his|their) (?:role|job|goals)|important",
    ),
)
"""An aim and the words that tell of it; what is more particular stands first, and goes first."""
_UNWANTED = re.compile(r"\b(?:not|without|don't|never|instead of|rather than)\b", re.I)
_MOST = 3
_LEADERS = frozenset({"managing", "programme"})
"""Aims of a leader; from an employee these words only say whom they meet."""


def wanted(goal: str) -> str:
    """Return the part of a goal that says what the meeting is to be about, without what it is not to be about."""
    return _UNWANTED.split(goal)[0]


def aims_in(text: str) -> tuple[str, ...]:
    """Return every aim that the words tell of, the more particular first."""
    low = text.lower().replace("’", "'")
    return tuple(aim for aim, pattern in AIMS if re.search(pattern, low))


def aims_of(meeting: Meeting, *, about: bool) -> tuple[str, ...]:
    """Return at most four aims, the first weighing most; none when the goal tells of none.

    Args:
        meeting: its goal is read, then its nouns.
        about: whether there is a noun of the user's that a question can be about.
    """
    goal = meeting.goal.replace("’", "'")
    found = [
        aim for aim in aims_in(wanted(goal)) or aims_in(goal) if _is_theirs(aim, goal.lower(), leads=meeting.leads)
    ]
    if "rights" in found:
        return ("rights", "matter") if about else ("rights",)
    if "grateful" in found:
        found = [aim for aim in found if aim not in {"recognition", "acquaint"}]
        about = about and len(found) > 1
    if "disagreement" in found:
        found = [aim for aim in found if aim not in {"conditions", "managing"}]
    found += [aim for aim in aims_in(" ".join(meeting.topics)) if aim not in found]
    found = found[:_MOST]
    if about and len(found) < _MOST:
        found.append("matter")
    return tuple(found)


def _is_theirs(aim: str, goal: str, *, leads: bool) -> bool:
    if leads:
        return aim != "decision" or "deci" in goal
    return aim not in _LEADERS or "these meetings" in goal
