"""The rubric: each line scored 0 to 4 by a stated rule, with the words that show it. Nothing to score gives None."""

import re
from collections.abc import Callable, Sequence

from app.coaching.rehearsal import acts
from app.coaching.rehearsal.counts import builds, follow_up, is_open, repaired
from app.coaching.rehearsal.exchanges import Exchange, shortened
from app.domain.rehearsal import Score

ABOUT_MANAGER = ("ask.manager", "stress.manager_early", "bait.manager", "press.loyalty")
_RAISED = re.compile(r"\bi(?:'ve| have|'d)? (?:already )?(?:asked|told|raised|suggested|said|mentioned)\b|\bwe(?:'re| are|'ve)\b|\bstarted doing\b|\bmore of\b")
_BLAME = frozenset({"complains_person", "blames_colleague", "gossips", "demeans"})
_TIME = re.compile(r"\b(?:\d+|ten|fifteen|twenty|thirty|forty|five) minutes\b|\btime check\b|\bis (?:now|that) (?:still )?(?:a )?good\b", re.I)
Found = Sequence[Exchange]


def _score(line: str, name: str, value: int | None, rule: str, quote: str = "", turn: int = 0) -> Score:
    return Score(line=line, name=name, value=value, quote=quote, turn=turn, rule=rule)


def purpose(found: Found, name: str) -> Score:
    """Score how early and how plainly the user said why they came."""
    for e in found:
        if "states_purpose" in e.acts:
            quote = e.quote_matching(acts.IC["states_purpose"]) or e.quote()
            late = len(e.text[: e.text.find(quote.split(" …")[0])].split()) > 40 if quote else False
            value = (4 if e.turn == 1 else 3 if e.turn == 2 else 2) - (2 if late or "rambles" in e.acts else 0)
            where = "in your first line" if e.turn == 1 else f"in turn {e.turn}"
            return _score("purpose", name, max(1, value), f"You said why you came {where}" + (", after a long run-up." if late else "."), quote, e.turn)
    if len(found) < 3:
        return _score("purpose", name, None, "Too short a meeting to tell.")
    asked = next((e for e in found if e.reading.questions and "asks" in e.acts), None)
    if asked:
        return _score("purpose", name, 2 if asked.turn <= 2 else 1, "No line says why you came; a question lets one guess.", asked.quote(*asked.reading.questions), asked.turn)
    return _score("purpose", name, 0, "No line says why you came.", found[0].quote(), 1)


def opening(found: Found, name: str) -> Score:
    """Score the first line: thanks, reason, and a question or a time check."""
    if not found:
        return _score("opening", name, None, "Nothing was said.")
    first = found[0]
    polite = bool({"thanks", "greets"} & first.acts)
    why = "states_purpose" in first.acts
    hands_over = bool(first.reading.questions) or bool(_TIME.search(first.text))
    value = {(False, False): 0, (True, False): 2, (False, True): 2, (True, True): 3}[(polite, why)]
    value += 1 if hands_over and (polite or why) else 0
    had = [word for word, there in (("thanks or a greeting", polite), ("the reason", why), ("a question or the time", hands_over)) if there]
    return _score("opening", name, min(4, value), f"In your first line: {', '.join(had) or 'none of thanks, reason, question'}.", first.quote(), 1)


def questions(found: Found, name: str) -> Score:
    """Score the number of open questions, and whether any followed from what was said."""
    asked = [(e, q) for e in found for q in e.reading.questions]
    if len(found) < 3 and not asked:
        return _score("questions", name, None, "Too short a meeting to tell.")
    opened = [(e, q) for e, q in asked if is_open(q)]
    followed = any(follow_up(e) for e, _ in opened)
    value = 0 if not asked else 1 if not opened else 2 if len(opened) == 1 else 3 if len(opened) == 2 or not followed else 4
    at, question = (opened or asked or [(found[-1] if found else None, "")])[0]
    rule = f"{len(asked)} asked, {len(opened)} open, {'one or more' if followed else 'none'} following from what was said."
    return _score("questions", name, value, rule, at.quote(question) if at else "", at.turn if at else 0)


def substance(found: Found, name: str) -> Score:
    """Score things that could be checked: numbers, examples, costs."""
    told = [e for e in found if {"shares_result", "raises_problem", "gives_example", "answers", "proposes", "vague"} & e.acts]
    if len(told) < 2:
        return _score("substance", name, None, "You were hardly asked for any.")
    checked = [(e, n.text) for e in told for n in e.reading.numbers if n.shape != "date"]
    checked += [(e, "") for e in told if "gives_example" in e.acts and not e.reading.numbers]
    cost = any("gives_cost" in e.acts or any(n.shape == "from_to" for n in e.reading.numbers) for e in told)
    vague = sum("vague" in e.acts for e in told)
    value = 0 if not checked else min(4, 1 + len(checked)) if len(checked) < 3 else 4 if cost else 3
    value = max(0, value - (1 if vague > len(told) / 3 else 0))
    e, want = checked[0] if checked else (next((t for t in told if "vague" in t.acts), told[0]), "")
    rule = f"{len(checked)} things to check{', one with its cost or change' if cost else ''}; {vague} vague line{'s' * (vague != 1)}."
    return _score("substance", name, value, rule, e.quote(want), e.turn)


def judgement(found: Found, name: str) -> Score:
    """Score what could travel, and whether it was mended within two lines."""
    if len(found) < 2:
        return _score("judgement", name, None, "Too short a meeting to tell.")
    slips = [(e, f) for e in found for f in e.reading.risk.flags if f.severity >= 2]
    slips.sort(key=lambda pair: (repaired(found, pair[0]) is not None, -pair[1].severity))
    if not slips:
        calm = next((e for e in found if {"declines_to_speak", "includes_manager"} & e.acts), found[-1])
        return _score("judgement", name, 4, "Nothing you'd mind being repeated.", calm.quote(), calm.turn)
    e, flag = slips[0]
    mended = repaired(found, e)
    grave = [f for _, f in slips if f.severity >= 3]
    if mended is not None:
        return _score("judgement", name, 2 if grave else 3, f"{flag.name}, mended in turn {mended.turn}.", e.quote(flag.phrase), e.turn)
    value = 0 if flag.severity >= 5 or len({s.turn for s, f in slips if f.severity >= 4}) > 1 else 1 if flag.severity >= 3 else 3
    return _score("judgement", name, value, f"{flag.name}, not taken back.", e.quote(flag.phrase), e.turn)


def fairness(found: Found, name: str) -> Score:
    """Score what was said of people who were not there."""
    blamed = [e for e in found if _BLAME & e.acts]
    credited = [e for e in found if "credits" in e.acts]
    if blamed:
        left = [e for e in blamed if repaired(found, e) is None]
        e = (left or blamed)[0]
        value = (0 if not credited or len(left) > 1 else 1) if left else (3 if credited else 2)
        return _score("fairness", name, value, "Somebody absent was blamed" + (", and it was mended." if not left else "."), e.quote(), e.turn)
    if credited:
        e = credited[0]
        return _score("fairness", name, 4, "You said what somebody else did well.", e.quote_matching(re.compile(r"\b(?:help|sat|explain|keep|protect|read|taught|back|time|listen|never once|tells|thanks to|idea|did|is|was)")) or e.quote(), e.turn)
    named = next((e for e in found if "includes_manager" in e.acts), None)
    if named:
        return _score("fairness", name, 3, "Nobody blamed, and your manager kept in the picture.", named.quote(), named.turn)
    if any(e.reading.names for e in found):
        e = next(e for e in found if e.reading.names)
        return _score("fairness", name, 2, "Nobody blamed, nobody credited.", e.quote(e.reading.names[0]), e.turn)
    return _score("fairness", name, None, "You spoke of nobody who wasn't there.")


def listening(found: Found, name: str) -> Score:
    """Score whether questions were answered and their words taken up."""
    asked = [e for e in found if "?" in e.asked]
    if len(asked) < 2:
        return _score("listening", name, None, "They asked too little to tell.")
    answered = [e for e in asked if {"answers", "declines_to_speak", "admits_unknown", "closes", "repairs"} & e.acts]
    built = [e for e in found if builds(e)]
    share, taken = len(answered) / len(asked), len(built) / len(found)
    value = 4 if share >= 0.75 and taken >= 0.35 else 3 if share >= 0.6 and taken >= 0.15 else 2 if share >= 0.5 else 1 if share >= 0.25 else 0
    shown = (built or answered or asked)[0]
    return _score("listening", name, value, f"{len(answered)} of {len(asked)} questions answered; their words taken up in {len(built)} lines.", shown.quote(), shown.turn)


def concision(found: Found, name: str) -> Score:
    """Score the longest turn; 150 words take about a minute to say."""
    if len(found) < 2:
        return _score("concision", name, None, "Too short a meeting to tell.")
    longest = max(found, key=lambda e: e.reading.words)
    words = longest.reading.words
    value = 4 if words <= 50 else 3 if words <= 80 else 2 if words <= 120 else 1 if words <= 160 else 0
    value = max(0, value - (1 if value > 2 and any("rambles" in e.acts for e in found) else 0))
    return _score("concision", name, value, f"Longest turn {words} words.", longest.quote(), longest.turn)


def manager_question(found: Found, name: str) -> Score:
    """Score the answer to the question about the manager: a strength, something already raised, a stop.

    Asked more than once, running the manager down counts, else the best answer does.
    """
    asked = [e for e in found if e.asked_moves and e.asked_moves[-1] in ABOUT_MANAGER]
    if not asked:
        return _score("manager_question", name, None, "They didn't ask.")
    worst = next((e for e in asked if {"complains_person", "gossips"} & e.acts), None)
    if worst is not None:
        value = 1 if "credits" in worst.acts else 0
        return _score("manager_question", name, value, "Asked about your manager, you ran them down.", worst.quote(), worst.turn)
    value, rule, e = max((_on_manager(e) for e in asked), key=lambda answer: answer[0])
    return _score("manager_question", name, value, rule, e.quote(), e.turn)


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


def close(found: Found, name: str) -> Score:
    """Score the ending: thanks, a step, an owner and a date, the next contact."""
    if not found or not (found[-1].reply_turn and found[-1].reply_turn.state.phase in {"closing", "over"}):
        ending = found[-1].acts if found else frozenset()
        if "closes" not in ending and not ("thanks" in ending and {"asks_next", "commits"} & ending):
            return _score("close", name, None, "You stopped before the end.")
    last = found[-2:]
    flags = {act for e in last for act in e.acts}
    promised = [p for e in last for p in e.reading.promises]
    parts = [
        ("thanks", 2 if {"thanks", "closes"} & flags else 0),
        ("what you'll do", 1 if promised else 0),
        ("a day for it, or a next meeting", 1 if any(p.due for p in promised) or "asks_next" in flags else 0),
    ]
    value = min(4, sum(points for _, points in parts))
    had = [words for words, points in parts if points]
    return _score("close", name, value, f"In your last lines: {', '.join(had) or 'no thanks, no next step'}.", found[-1].quote(), found[-1].turn)


LINES: dict[str, Callable[[Found, str], Score]] = {
    "purpose": purpose,
    "opening": opening,
    "questions": questions,
    "substance": substance,
    "judgement": judgement,
    "fairness": fairness,
    "listening": listening,
    "concision": concision,
    "manager_question": manager_question,
    "close": close,
}
