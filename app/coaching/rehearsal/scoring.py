"""The rubric: each line scored 0 to 4 by a stated rule, with the words that show it. Nothing to score gives None."""

import re
from collections.abc import Callable

from app.coaching.rehearsal import acts
from app.coaching.rehearsal.counts import builds, ducked, follow_up, is_open
from app.coaching.rehearsal.exchanges import Found, score
from app.coaching.rehearsal.scoring_people import fairness, judgement, manager_question
from app.coaching.text import capital, how_many
from app.domain.rehearsal import Score

_TIME = re.compile(
    r"\b(?:\d+|ten|fifteen|twenty|thirty|forty|five) minutes\b|\btime check\b|\bis (?:now"
    r"|that) (?:still )?(?:a )?good\b",
    re.I,
)

LITTLE = 7
"""Words a line, on the mean, below which there was little to judge."""
ENOUGH = 4
"""Lines from which it can be said that somebody said little."""


def purpose(found: Found, name: str) -> Score:
    """Score how early and how plainly the user said why they came."""
    for e in found:
        if "states_purpose" in e.acts:
            quote = e.quote_matching(acts.IC["states_purpose"]) or e.quote()
            late = len(e.text[: e.text.find(quote.split(" …")[0])].split()) > 40 if quote else False
            value = (4 if e.turn == 1 else 3 if e.turn == 2 else 2) - (2 if late or "rambles" in e.acts else 0)
            where = "in your first line" if e.turn == 1 else f"in turn {e.turn}"
            return score(
                "purpose",
                name,
                max(1, value),
                f"You said why you came {where}" + (", after a long run-up." if late else "."),
                quote,
                e.turn,
            )
    if len(found) < 3:
        return score("purpose", name, None, "Too short a meeting to tell.")
    asked = next((e for e in found if e.reading.questions and "asks" in e.acts), None)
    if asked:
        return score(
            "purpose",
            name,
            2 if asked.turn <= 2 else 1,
            "No line says why you came; a question lets one guess.",
            asked.quote(*asked.reading.questions),
            asked.turn,
        )
    return score("purpose", name, 0, "No line says why you came.", found[0].quote(), 1)


def opening(found: Found, name: str) -> Score:
    """Score the first line: thanks, reason, and a question or a time check."""
    if not found:
        return score("opening", name, None, "Nothing was said.")
    first = found[0]
    polite = bool({"thanks", "greets"} & first.acts)
    why = "states_purpose" in first.acts
    hands_over = bool(first.reading.questions) or bool(_TIME.search(first.text))
    value = {(False, False): 0, (True, False): 2, (False, True): 2, (True, True): 3}[(polite, why)]
    value += 1 if hands_over and (polite or why) else 0
    had = [
        word
        for word, there in (
            ("thanks or a greeting", polite),
            ("the reason", why),
            ("a question or the time", hands_over),
        )
        if there
    ]
    return score(
        "opening",
        name,
        min(4, value),
        f"In your first line: {', '.join(had) or 'none of thanks, reason, question'}.",
        first.quote(),
        1,
    )


def questions(found: Found, name: str) -> Score:
    """Score the number of open questions, and whether any followed from what was said."""
    asked = [(e, q) for e in found for q in e.reading.questions]
    if len(found) < 3 and not asked:
        return score("questions", name, None, "Too short a meeting to tell.")
    opened = [(e, q) for e, q in asked if is_open(q)]
    followed = any(follow_up(e) for e, _ in opened)
    value = (
        0 if not asked else 1 if not opened else 2 if len(opened) == 1 else 3 if len(opened) == 2 or not followed else 4
    )
    rule = (
        f"{len(asked)} asked, {len(opened)} open, {'one or more' if followed else 'none'} following from what was said."
    )
    if not asked:
        return score("questions", name, value, rule, found[-1].quote(), found[-1].turn)
    e, question = (opened or asked)[0]
    return score("questions", name, value, rule, e.quote(question), e.turn)


def substance(found: Found, name: str) -> Score:
    """Score things that could be checked: numbers, examples, costs."""
    told = [
        e
        for e in found
        if {"shares_result", "raises_problem", "gives_example", "answers", "proposes", "vague"} & e.acts
    ]
    if len(told) < 2:
        return score("substance", name, None, "They hardly asked what you had done.")
    checked = [(e, n.text) for e in told for n in e.reading.numbers if n.shape != "date"]
    checked += [(e, "") for e in told if "gives_example" in e.acts and not e.reading.numbers]
    cost = any("gives_cost" in e.acts or any(n.shape == "from_to" for n in e.reading.numbers) for e in told)
    vague = sum("vague" in e.acts for e in told)
    value = 0 if not checked else min(4, 1 + len(checked)) if len(checked) < 3 else 4 if cost else 3
    value = max(0, value - (1 if vague > len(told) / 3 else 0))
    e, want = checked[0] if checked else (next((t for t in told if "vague" in t.acts), told[0]), "")
    rule = (
        f"{capital(how_many(len(checked), 'thing')) if checked else 'Nothing'} to check"
        f"{', one with its cost or change' if cost else ''}; {how_many(vague, 'vague line')}."
    )
    return score("substance", name, value, rule, e.quote(want), e.turn)


def listening(found: Found, name: str) -> Score:
    """Score whether questions were answered and their words taken up."""
    heard = [e for e in found if "?" in e.asked]
    asked = [e for e in heard if not ducked(found, e)]
    if len(asked) < 2:
        return score("listening", name, None, "They asked too little to tell.")
    answered = [e for e in asked if {"answers", "declines_to_speak", "admits_unknown", "closes", "repairs"} & e.acts]
    built = [e for e in found if builds(e)]
    share, taken = len(answered) / len(asked), len(built) / len(found)
    value = (
        4
        if share >= 0.75 and taken >= 0.35
        else 3
        if share >= 0.6 and taken >= 0.15
        else 2
        if share >= 0.5
        else 1
        if share >= 0.25
        else 0
    )
    shown = (built or answered or asked)[0]
    return score(
        "listening",
        name,
        value,
        f"{len(answered)} of {len(asked)} questions answered; their words taken up in {how_many(len(built), 'line')}."
        + _dodged(len(heard) - len(asked)),
        shown.quote(),
        shown.turn,
    )


def _dodged(times: int) -> str:
    """Say which of the leader's questions were left out, and why."""
    left_out = f"{capital(how_many(times, 'question'))} of theirs came in place of an answer, and"
    return f" {left_out} {'does' if times == 1 else 'do'}n't count." if times else ""


def said_little(found: Found) -> bool:
    """Say whether the user hardly spoke in a meeting long enough to tell."""
    return len(found) >= ENOUGH and sum(e.reading.words for e in found) < LITTLE * len(found)


def concision(found: Found, name: str) -> Score:
    """Score the longest turn; 150 words take about a minute to say."""
    if len(found) < 2:
        return score("concision", name, None, "Too short a meeting to tell.")
    if said_little(found):
        return score("concision", name, None, "You said too little to tell.")
    longest = max(found, key=lambda e: e.reading.words)
    words = longest.reading.words
    value = 4 if words <= 50 else 3 if words <= 80 else 2 if words <= 120 else 1 if words <= 160 else 0
    value = max(0, value - (1 if value > 2 and any("rambles" in e.acts for e in found) else 0))
    return score(
        "concision", name, value, f"Your longest turn was {how_many(words, 'word')}.", longest.quote(), longest.turn
    )


def close(found: Found, name: str) -> Score:
    """Score the ending: thanks, a step, an owner and a date, the next contact."""
    if not found or not (found[-1].reply_turn and found[-1].reply_turn.state.phase in {"closing", "over"}):
        ending = found[-1].acts if found else frozenset()
        if "closes" not in ending and not ("thanks" in ending and {"asks_next", "commits"} & ending):
            return score("close", name, None, "You stopped before the end.")
    last = found[-2:]
    flags = {act for e in last for act in e.acts}
    promised = [p for e in last for p in e.reading.promises]
    parts = [
        ("thanks", 2 if "thanks" in flags else 0),
        ("a goodbye", 1 if "closes" in flags and "thanks" not in flags else 0),
        ("what you'll do", 1 if promised else 0),
        ("a day for it, or a next meeting", 1 if any(p.due for p in promised) or "asks_next" in flags else 0),
    ]
    value = min(4, sum(points for _, points in parts))
    had = [words for words, points in parts if points]
    return score(
        "close",
        name,
        value,
        f"In your last lines: {', '.join(had) or 'no thanks, no next step'}.",
        found[-1].quote(),
        found[-1].turn,
    )


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
