"""The programme planner: capacity when a text has figures, else the steps of a start, in order."""

import re

from app.coaching.programme.figures import PEOPLE
from app.coaching.programme.reading import read
from app.coaching.programme.words import answer
from app.domain.library import Library
from app.domain.turn import Citation, Plan, Task

START = (
    ("Name one goal, two at most.", "What will you know in six months that you don't know now? [leader-why-start:LEW]"),
    ("Tell your managers first,", "in person: why, who, how often, what happens with what you hear. Ask what worries them. "
     "[leader-tell-managers-first:HRD]"),
    ("Settle who and how often.", "Take everyone in turn by a rule you publish [leader-choose-who:LAZ]. Hold one pilot round before "
     "you promise a rhythm [leader-how-often:REI]."),
    ("Pick a confidentiality rule.", "If in doubt: themes only, nothing traceable without permission [leader-confidentiality-rule:LAZ], "
     "except harassment, safety, fraud or danger [leader-confidentiality-rule:CONF]."),
    ("Invite people yourself,", "two to three weeks ahead: why, how long, what about, what stays private. [leader-invite:LAZ]"),
    ("Hold the first meetings", "like a coffee chat; no status report. [leader-first-meeting:GLO]"),
    ("Close the loop.", "Answer each person within a day or two [leader-close-loop:RWT1]. Each quarter tell everyone what you heard, "
     "will do and won't. [leader-close-loop:LAZ]"),
    ("Measure what changes:", "issues answered within 30 days, promises kept, people reached. [leader-measure:RWT1]"),
)  # fmt: skip
"""The order of a start, each step with the card and source it stands on."""
_THEN = (
    "Before the first invitation: tell your managers, then their teams. [leader-tell-managers-first:CY] "
    "Say the confidentiality rule in it. [leader-invite:RUB]"
)
LONGEST = 190
_MARK = re.compile(r"\[([a-z0-9-]+):([A-Z0-9]+)\]")
_STARTING = r"\b(?:start|set(?:ting)? up|launch|roll(?:ing)? out|plan|introduc|begin)\w*\b"

_ASKED = re.compile(
    r"\bhow (?:many|much) (?:hours?|time|weeks?|months?|meetings?|slots?|sessions?|of my|people|conversations?"
    r"|single|per|a)\b"
    r"|(?<!\d )\bhours? (?:a|per|each|every) |(?<!\d )\bhours ?(?:\?|$)"
    r"|\bhow long (?:will|would|does|do|until|till|before|to|for|can|could|should|if)\b"
    r"|\bhow (?:often|frequently)\b"
    r"|\b(?:doable|feasible|realistic|manageable|sustainable|workable|achievable|possible)\b"
    r"|\btoo (?:much|many|often)\b|\bcapacity\b|\bhours for\b|\bwork(?:s|ing)? out\b|\bcalculat"
    r"|\bdo the (?:maths?|sums?|numbers)\b"
    r"|\bshare of (?:my|the)\b|\bhow on earth\b"
    r"|\b(?:can|could|would) i (?:fit|see|meet|manage|cover|do|get through|afford|need)\b|\bdo i need\b"
    r"|\bfit (?:in|into)\b|\bworkload\b|\btime commitment\b|\bwhich (?:costs|takes|is (?:cheaper|lighter|less))\b"
    r"|\bdrowning\b"
    r"|\bwhat(?:'s| is| would be| does)? (?:the|my|that|it|this) (?:weekly |monthly |total )?"
    r"(?:load|time|total|workload|cost|come to|take|add up)"
    r"|\badds? up\b|\benough\b|\bdo(?:es)? (?:it|this|that|they) scale\b"
)
_HOURS = re.compile(r"\bhow (?:many hours|much time|many meetings|many weeks)\b|(?<!\d )\bhours? (?:a|per) \w+ ?\?")
_REACH = re.compile(
    r"\bhow many (?:people|of them|staff|employees|reports|can|could|is that|would that)\b|\breach\b|\bcover\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:write|draft|compose|word) (?:me |us )?(?:an?|the|my|this)\b|\be-?mails?\b|\bletter\b|\brehears"
    r"|\brole[- ]?play"
    r"|\bwhat (?:do|should|can|could) i (?:ask|say|wear|bring)\b|\bshould i prepare\b|\bto prepare for\b"
    r"|\bsafe to say\b"
)
_QUESTIONS = re.compile(r"\bquestions?\b(?!:)|\btopics?\b|\bagenda\b|\bslides?\b")
_ABOVE = (
    r"(?:[a-z]+ ){0,2}(?:vp|svp|evp|director|ceo|coo|cto|cfo|boss|grand ?boss|skip(?![- ]levels)|head of|boss's boss"
    r"|manager's (?:manager|boss))\b"
)
_FROM_BELOW = re.compile(
    rf"\b(?:with|from|meeting|see|meet|ask) (?:my|our|the) {_ABOVE}"
    rf"|\b(?:my|our) (?:grand ?boss|boss's boss|vp|director|skip)\b(?:'s)? "
    r"(?:[a-z]+ ){0,2}(?:has|meets|wants to (?:meet|see|talk)|asked|invited|booked|put|gives?|gave|sees)\b"
    r"|\b(?:meets|invited|invites|gives|gave|sees) (?:me|us)\b|\bam i in trouble\b|\bnervous\b"
)


class Programme:
    """Plans what a leader asks about a programme. No engine rewords it: figures stay as they were worked out."""

    def __init__(self, library: Library) -> None:
        """Cite the library's cards."""
        self._library = library

    def plan(self, text: str) -> Plan:
        """Return the capacity worked out from the text's figures, or the steps of a start where there are none."""
        figures = read(text)
        starting = figures.asks(_STARTING)
        if (
            not figures.people
            and not figures.room
            and (starting or not (figures.minutes or figures.per_year or figures.once_in))
        ):
            steps = "\n".join(f"{n}. **{head}** {rest}" for n, (head, rest) in enumerate(START, 1))
            return self._cited("programme plan", f"{steps}\n\nHow many people is it? I'll work out the hours. [coach]",
                               ("leader-how-many-hours", "leader-tell-managers-first"))  # fmt: skip
        words = answer(figures)
        if starting and len(f"{words} {_THEN}".split()) <= LONGEST:
            words = f"{words}\n\n{_THEN}"
        after = "leader-run-a-group" if figures.group and not figures.single_too else "leader-group-or-one"
        return self._cited("capacity", words, (after, "leader-tell-managers-first"))

    def _cited(self, intent: str, words: str, followups: tuple[str, ...]) -> Plan:
        """Number the marks in the order they stand, one number for each pair of card and source."""
        numbers = {pair: n for n, pair in enumerate(dict.fromkeys(_MARK.findall(words)), 1)}
        return Plan(
            task=Task.PROGRAMME,
            intent=intent,
            planned=_MARK.sub(lambda mark: f"[{numbers[mark[1], mark[2]]}]", words),
            citations=tuple(Citation(number=n, card=card, source=source) for (card, source), n in numbers.items()),
            cards=tuple(dict.fromkeys(card for card, _ in numbers)),
            followups=tuple(self._library.card_by_id[card].button for card in followups),
        )


def is_capacity_question(text: str) -> bool:
    """Say whether a chat line asks a leader's question about capacity that has figures to work with.

    "85 people, half an hour each, quarterly: how many hours?" is one; "3 questions for 30 minutes" is not, nor is
    anything asked by the person who is to be met.
    """
    figures = read(text)
    line = figures.text
    if _ELSEWHERE.search(line) or (_FROM_BELOW.search(line) and not figures.managers):
        return False
    hours = _HOURS.search(line) is not None
    if _QUESTIONS.search(line) and not hours:
        return False
    if not figures.people:
        rhythm = figures.minutes and (figures.per_year or figures.once_in)
        return bool((figures.room and _REACH.search(line)) or (rhythm and hours))
    if max(figures.people) < 3:
        return False
    timed = bool(figures.minutes or figures.per_year or figures.once_in or figures.room)
    if not _ASKED.search(line):
        stated = figures.minutes and (figures.per_year or figures.once_in) and re.search(rf"\b{PEOPLE}", line)
        return bool(stated) and len(line.split()) <= 20
    return (
        timed
        or hours
        or figures.managers > 0
        or re.search(r"\bskip[- ]?levels?\b|\bhow on earth\b|\bscale\b", line) is not None
    )
