"""Which questions suit a meeting: goals, situation, the user's nouns, what is known already."""

import re
from collections.abc import Sequence
from hashlib import blake2b

from app.coaching.questions.nearest import words_of
from app.domain.knowledge import Question
from app.domain.meeting import Meeting
from app.domain.personas import Persona

GOALS: tuple[tuple[str, str], ...] = (
    ("priorities", r"priorit|focus|goal|what (?:s?he|they) (?:wants?|needs?)|expect|align|matters"),
    (
        "career",
        r"career|grow|promot|next (?:level|step|role)|path|develop|mentor|advice|senior|skill|mov(?:e|ing) (?:\w+ ){0,3}into",
    ),
    ("relationship", r"know (?:each other|her|him|them)|relationship|rapport|introduc|meet|connect|trust|remember"),
    ("known", r"visib|seen|remember|known|recogni[sz]ed|impression|noticed"),
    (
        "context",
        (
            r"why|decision|strateg|reorg|change|direction|vision|future|understand|context|plan|big picture"
            r"|layoff|where .* going"
        ),
    ),
    ("team", r"team|project|our work|department"),
    ("problem", r"problem|risk|concern|blocker|stuck|worr|raise|quality|late|delay|obstacle|slow"),
    ("help", r"help|contribut|useful|\bsupport (?:you|her|him|them)|offer|idea|propos|pitch"),
    ("learn", r"learn|skill|train|how (?:s?he|they) (?:decide|lead|think)|leadership"),
    ("thanks", r"thank|praise|recogni[sz]e (?:a|my|our)|colleague"),
    ("listen", r"listen|know people|meet people|get to know|hear"),
    ("align", r"align|strateg|goals?|direction|understand"),
    ("morale", r"morale|mood|engage|workload|burn|pulse|how people"),
    ("ideas", r"idea|improve|fix|innovat|customer"),
    ("retention", r"retain|retention|stay|leave|leaving|attrition|turnover|career"),
    ("recognise", r"thank|recogni[sz]|praise|appreciat"),
    ("obstacles", r"obstacle|blocker|in the way|slow|barrier|problem|tools"),
    ("change_feedback", r"reorg|change|merger|restructur|decision|layoff"),
    ("managers", r"manager"),
)
SITUATIONS: tuple[tuple[str, str], ...] = (
    ("new_hire", r"new[ _-]?(?:hire|starter|joiner)|first (?:90|ninety|month|weeks)|just (?:joined|started)|onboard"),
    ("unexpected_invitation", r"unexpected|out of the blue|no agenda|surprise|invited me|put .* calendar"),
    ("reorg", r"re-?org|restructur|new structure|merger|acquisition"),
    ("layoffs", r"lay-?offs?|redundan|cuts|let go"),
    ("promotion_season", r"promotion|review (?:season|cycle)|calibration"),
    ("boss_left", r"(?:boss|manager)[ _-](?:has |just )?(?:left|quit|gone|leaving)|without a manager|interim"),
    ("group", r"\bgroup\b"),
    ("ceo", r"\bceo\b|founder"),
    ("remote", r"remote|hybrid|other site|another (?:office|country|city)|distributed"),
    ("leaving", r"(?:i'?m|am|thinking of) leaving|resign|notice"),
    ("nothing_to_say", r"nothing to (?:say|ask)|mandat|no idea what to (?:say|ask)"),
    ("hierarchical", r"hierarch|formal culture|power distance|traditional"),
    (
        "new_leader",
        r"new (?:leader|director|vp|head|boss's boss)|just (?:appointed|took over)|(?:s?he|they)(?:'s|'re| is| are) new\b",
    ),
    ("project_trouble", r"trouble|behind schedule|late|failing|amber|red|slipp|risk"),
    ("first_meeting", r"first (?:meeting|time|skip)|never met|introduc|get to know"),
    ("programme", r"programme|program|everyone gets"),
)
THEMES: tuple[tuple[str, str], ...] = (
    ("strategy_rationale", r"why|thinking behind|decision|rationale|reason|strateg"),
    ("change", r"reorg|restructur|change|merger|layoff|redundan|moved?\b"),
    (
        "professional_growth",
        r"career|grow|promot|next (?:level|step)|path|mentor|advice|mov(?:e|ing) (?:\w+ ){0,3}into|become",
    ),
    ("learning", r"learn|skill|train"),
    ("leader_priorities", r"priorit|focus|role|her job|his job"),
    ("team_alignment", r"expect|align|our team|goals?\b|priorit"),
    ("company_growth", r"company|vision|future|direction|where .* going|growth"),
    ("customers_market", r"customer|client|market|sales"),
    ("project_health", r"project|migration|launch|release|rollout|deadline|delay|delivery"),
    ("risk_quality", r"risk|quality|incident|safety|bad news|problem|concern"),
    ("cross_team", r"other teams?|cross|hand-?offs?|collaborat|department|silo"),
    ("how_seen", r"visib|seen|noticed|recogni[sz]ed|impact"),
    ("industry_technology", r"\bai\b|technolog|automat|industry|tools?\b"),
    ("how_i_can_help", r"help|useful|contribut|idea|propos|pitch"),
    ("remote", r"remote|hybrid|other site|distance|abroad"),
    ("culture", r"culture|values|atmosphere"),
    ("recognition", r"thank|praise|colleague"),
    ("leadership", r"lead(?:ership)?\b|decide"),
    ("first_meeting", r"get to know|introduc|first (?:meeting|time)|never met"),
)
BOUND = frozenset({"change", "remote"})
"""Themes whose questions make no sense outside their situation."""
_LEARN_ABOUT = re.compile(r"\blearn(?:ing)?\s+(?:more\s+)?(?:about|how|what|why|where|which)\b")
"""Here "learn" is how somebody asks, and not what they ask about."""
_FREQUENT = re.compile(
    (
        r"what are you working on|gets in the way|how is the team|manager doing well|manager do more|fix first"
        r"|where do you want to be|what do you understand our goals|could i do better|did we miss|your story"
        r"|enjoy most in your role|proud of"
    ),
    re.I,
)


def tags(text: str, table: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """Return the tags whose words are in the text, or that stand in it by name."""
    low = _LEARN_ABOUT.sub("hear about", text.lower())
    words = set(re.findall(r"[a-z_]+", low.replace("-", "_").replace(" ", "_"))) | set(re.findall(r"[a-z_]+", low))
    return frozenset(tag for tag, pattern in table if tag in words or re.search(pattern, low))


_NARROW = frozenset(
    {"change", "customers_market", "industry_technology", "project_health", "recognition", "remote", "risk_quality"}
)
"""Themes whose questions come from nowhere unless the meeting is about them."""
ON_AIM = 8.0
"""More than all else that tells for a question: what the meeting is for comes first."""


def serves(question: Question, aims: Sequence[str]) -> float:
    """Return how far a question serves the aims, in [0, 1]: the first aim weighs most."""
    return max((1 - 0.25 * place for place, aim in enumerate(aims) if aim in question.goals), default=0.0)


def passing(question: Question, meeting: Meeting) -> float:
    """Return the worth of a question that serves no aim, about -3 to 3: another one for each meeting and person."""
    return 3.0 * chance(question, meeting) - (3.0 if question.theme in _NARROW - focus(meeting) else 0.0)


def chance(question: Question, meeting: Meeting) -> float:
    """Return a number in [0, 1] that is always the same for a question in a meeting, and another in another."""
    told = f"{question.id} {meeting.persona} {meeting.goal} {meeting.situation} {meeting.audience} {meeting.company.sector}"
    return int.from_bytes(blake2b(told.encode(), digest_size=2).digest(), "big") / 65535


def fitness(
    question: Question, meeting: Meeting, nearness: float, known: float, persona: Persona | None = None
) -> float:
    """Return how well a question suits the meeting; higher is better, about -3 to 12.

    Args:
        question: from the bank.
        meeting: the user's situation.
        nearness: in [0, 1], of the question to the goal and the nouns.
        known: in [0, 1], of the question to what the user knows already.
        persona: whose ways count, if there is one.
    """
    goals = tags(meeting.goal, GOALS) or frozenset({"priorities", "relationship", "listen"})
    here = tags(f"{meeting.situation} {meeting.goal}", SITUATIONS)
    themes = tags(f"{meeting.goal} {' '.join(meeting.topics)}", THEMES)
    score = (
        2.0 * (question.theme in themes)
        + 1.0 * min(2, len(goals & set(question.goals)))
        + 2.5 * len(here & set(question.situations))
        + 4.0 * nearness
    )
    score -= 5.0 * max(0.0, known - 0.25)
    if question.situations and not here & set(question.situations):
        score -= 3.0 if question.theme in BOUND else 0.5
    score += 0.5 if question.only_this_leader else 0.0
    score += 1.0 if question.template and meeting.topics else 0.0
    score -= {1: 0.0, 2: 0.3, 3: 1.5}[question.bold]
    if _FREQUENT.search(question.text):
        score += 1.0
    if persona is not None:
        seen = words_of(" ".join((persona.public.one_line, persona.public.talks, *persona.public.rewards)))
        score += 0.5 * len(seen & words_of(question.text))
        score += 0.4 * (persona.traits.directness - 3) * (question.bold - 1)
        score += 0.3 * (persona.traits.warmth - 3) * (1 if question.stage == "open" else 0)
    return score


def focus(meeting: Meeting) -> frozenset[str]:
    """Return the themes that the goal and the nouns are about."""
    return tags(f"{meeting.goal} {' '.join(meeting.topics)}", THEMES)


def varied(ranked: Sequence[Question], count: int, *, each_theme: int, boldest: int) -> list[Question]:
    """Return the first `count` with at most `each_theme` of a theme and `boldest` of boldness 3."""
    chosen: list[Question] = []
    for question in ranked:
        if len(chosen) == count:
            break
        if sum(q.theme == question.theme for q in chosen) >= each_theme:
            continue
        if question.bold == 3 and sum(q.bold == 3 for q in chosen) >= boldest:
            continue
        chosen.append(question)
    return chosen
