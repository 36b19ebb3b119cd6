"""The rubric's lines about other people: what could travel, what was said of the absent, the question about the manager."""

import re

from app.coaching.rehearsal.counts import repaired
from app.coaching.rehearsal.exchanges import Exchange, Found, score
from app.domain.rehearsal import Score

ABOUT_MANAGER = ("ask.manager", "stress.manager_early", "bait.manager", "press.loyalty")
_RAISED = re.compile(
    r"\bi(?:'ve| have|'d)? (?:already )?(?:asked|told|raised|suggested|said|mentioned)\b|\bwe(?:'re"
    r"| are|'ve)\b|\bstarted doing\b|\bmore of\b"
)
_BLAME = frozenset({"complains_person", "blames_colleague", "gossips", "demeans"})


def judgement(found: Found, name: str) -> Score:
    """Score what could travel, and whether it was mended within two lines."""
    if len(found) < 2:
        return score("judgement", name, None, "Too short a meeting to tell.")
    slips = [(e, f) for e in found for f in e.reading.risk.flags if f.severity >= 2]
    slips.sort(key=lambda pair: (repaired(found, pair[0]) is not None, -pair[1].severity))
    if not slips:
        calm = next((e for e in found if {"declines_to_speak", "includes_manager"} & e.acts), found[-1])
        return score("judgement", name, 4, "Nothing you'd mind being repeated.", calm.quote(), calm.turn)
    e, flag = slips[0]
    mended = repaired(found, e)
    grave = [f for _, f in slips if f.severity >= 3]
    if mended is not None:
        return score(
            "judgement",
            name,
            2 if grave else 3,
            f"{flag.name}, mended in turn {mended.turn}.",
            e.quote(flag.phrase),
            e.turn,
        )
    value = (
        0
        if flag.severity >= 5 or len({s.turn for s, f in slips if f.severity >= 4}) > 1
        else 1
        if flag.severity >= 3
        else 3
    )
    return score("judgement", name, value, f"{flag.name}, not taken back.", e.quote(flag.phrase), e.turn)


def fairness(found: Found, name: str) -> Score:
    """Score what was said of people who were not there."""
    blamed = [e for e in found if _BLAME & e.acts]
    credited = [e for e in found if "credits" in e.acts]
    if blamed:
        left = [e for e in blamed if repaired(found, e) is None]
        e = (left or blamed)[0]
        value = (0 if not credited or len(left) > 1 else 1) if left else (3 if credited else 2)
        return score(
            "fairness",
            name,
            value,
            "Somebody absent was blamed" + (", and it was mended." if not left else "."),
            e.quote(*(f.phrase for f in e.reading.risk.flags)),
            e.turn,
        )
    if credited:
        e = credited[0]
        return score(
            "fairness",
            name,
            4,
            "You said what somebody else did well.",
            e.quote_matching(
                re.compile(
                    r"\b(?:help|sat|explain|keep"
                    r"|protect|read|taught|back|time|listen|never once|tells|thanks to|idea|did|is|was)"
                )
            )
            or e.quote(),
            e.turn,
        )
    named = next((e for e in found if "includes_manager" in e.acts), None)
    if named:
        return score(
            "fairness", name, 3, "Nobody blamed, and your manager kept in the picture.", named.quote(), named.turn
        )
    if any(e.reading.names for e in found):
        e = next(e for e in found if e.reading.names)
        return score("fairness", name, 2, "Nobody blamed, nobody credited.", e.quote(e.reading.names[0]), e.turn)
    return score("fairness", name, None, "You spoke of nobody who wasn't there.")


def manager_question(found: Found, name: str) -> Score:
    """Score the answer to the question about the manager: a strength, something already raised, a stop.

    Asked more than once, running the manager down counts, else the best answer does.
    """
    asked = [e for e in found if e.asked_moves and e.asked_moves[-1] in ABOUT_MANAGER]
    if not asked:
        return score("manager_question", name, None, "They didn't ask.")
    worst = next((e for e in asked if {"complains_person", "gossips"} & e.acts), None)
    if worst is not None:
        value = 1 if "credits" in worst.acts else 0
        return score(
            "manager_question", name, value, "Asked about your manager, you ran them down.", worst.quote(), worst.turn
        )
    value, rule, e = max((_on_manager(e) for e in asked), key=lambda answer: answer[0])
    return score("manager_question", name, value, rule, e.quote(), e.turn)


def _on_manager(e: Exchange) -> tuple[int, str, Exchange]:
    if "credits" in e.acts and _RAISED.search(e.text.lower().replace("’", "'")) and e.reading.words <= 60:
        return 4, "A real strength, something already raised, and a stop.", e
    if "credits" in e.acts:
        return 3, "A real strength; nothing you'd already raised with them.", e
    if "declines_to_speak" in e.acts:
        return 3, "You kept to what is yours to say.", e
    if {"flatters", "overclaims"} & e.acts:
        return 1, "Praise without a fact.", e
    return 2, "You stepped round it.", e
