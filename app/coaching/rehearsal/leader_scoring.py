"""The leader's side of the rubric, for meetings with the sides swapped."""

from collections.abc import Callable

from app.coaching.rehearsal import leader_acts
from app.coaching.rehearsal.counts import LEADER_SHARE, is_open, repaired, talk_share
from app.coaching.rehearsal.exchanges import Found, score, shortened
from app.coaching.text import capital, how_many, in_words
from app.domain.rehearsal import Score


def rule_stated(found: Found, name: str) -> Score:
    """Score whether the rule of what is passed on was said, and how early."""
    for e in found:
        if "states_rule" in e.acts:
            quote = e.quote_matching(leader_acts.LEADER["states_rule"]) or e.quote()
            value = 4 if e.turn <= 2 else 3 if e.turn <= 4 else 2
            return score("leader_rule", name, value, f"Said in turn {e.turn}.", quote, e.turn)
    return score(
        "leader_rule", name, 0 if len(found) >= 2 else None, "Never said.", found[0].quote() if found else "", 1
    )


def asked(found: Found, name: str) -> Score:
    """Score open questions about the work against status and questions about people."""
    all_ = [(e, q) for e in found for q in e.reading.questions]
    if len(found) < 2:
        return score("leader_questions", name, None, "Too short a meeting to tell.")
    if not all_:
        return score("leader_questions", name, 0, "You asked nothing.", found[0].quote(), 1)
    bad = [
        e
        for e in found
        if "asks_safe" not in e.acts and {"asks_status", "fishes_dirt", "asks_wide", "asks_closed"} & e.acts
    ]
    opened = [(e, q) for e, q in all_ if is_open(q) and e not in bad]
    value = min(4, 1 + len(opened)) - min(2, len(bad)) if opened else 0
    e, q = (opened or all_)[0]
    return score(
        "leader_questions",
        name,
        max(0, value),
        f"{capital(how_many(len(opened), 'open question'))} about the work; "
        f"{in_words(len(bad)) if bad else 'none'} about status or people, too wide or closed.",
        shortened(q),
        e.turn,
    )


def listened(found: Found, name: str) -> Score:
    """Score who had the words."""
    if len(found) < 2:
        return score("leader_listening", name, None, "Too short a meeting to tell.")
    share = talk_share(found, found[0].asked)
    value = 4 if share < LEADER_SHARE else 3 if share <= 62 else 2 if share <= 72 else 1 if share <= 82 else 0
    value = max(0, value - (1 if any("talks_self" in e.acts for e in found) else 0))
    longest = max(found, key=lambda e: e.reading.words)
    return score("leader_listening", name, value, f"You said {share}% of the words.", longest.quote(), longest.turn)


def fair(found: Found, name: str) -> Score:
    """Score verdicts on the manager, and fishing for them."""
    slips = [e for e in found if {"judges_manager", "fishes_dirt"} & e.acts]
    if slips:
        left = [e for e in slips if repaired(found, e) is None]
        e = (left or slips)[0]
        judged = "judges_manager" in e.acts
        return score(
            "leader_fairness",
            name,
            2 if not left else 1 if len(left) == 1 else 0,
            ("You judged the manager" if judged else "You asked them about people who weren't there")
            + _taken_back(left),
            e.said("judges_manager" if judged else "fishes_dirt"),
            e.turn,
        )
    safe = next((e for e in found if "asks_safe" in e.acts), None)
    if safe:
        rule = "You asked whether they were safe."
        return score("leader_fairness", name, 4, rule, safe.said("asks_safe"), safe.turn)
    told = next((e for e in found if "asks_told" in e.acts), None)
    if told:
        return score(
            "leader_fairness", name, 4, "You asked whether the manager had heard it.", told.said("asks_told"), told.turn
        )
    return score(
        "leader_fairness",
        name,
        3 if len(found) >= 3 else None,
        "No verdict, no fishing.",
        found[-1].quote() if found else "",
        len(found),
    )


def _taken_back(left: Found) -> str:
    """Return how the sentence on slips ends: with none left, they were mended."""
    return "." if left else ", and took it back."


def promised(found: Found, name: str) -> Score:
    """Score promises made on one person's word."""
    if len(found) < 2:
        return score("leader_promises", name, None, "Too short a meeting to tell.")
    slips = [e for e in found if "promises" in e.acts]
    if slips:
        left = [e for e in slips if repaired(found, e) is None]
        e = (left or slips)[0]
        return score(
            "leader_promises",
            name,
            2 if not left else 0,
            "You promised something on one person's word" + _taken_back(left),
            e.said("promises"),
            e.turn,
        )
    own = next((e for e in found if e.reading.promises), None)
    if own:
        return score(
            "leader_promises",
            name,
            4,
            "You promised only what is yours to do.",
            own.quote(own.reading.promises[0].what),
            own.turn,
        )
    return score("leader_promises", name, 3, "You promised nothing.", found[-1].quote(), found[-1].turn)


def closed(found: Found, name: str) -> Score:
    """Score the ending: what was heard, what happens, by when."""
    if not found or not (found[-1].reply_turn and found[-1].reply_turn.state.phase in {"closing", "over"}):
        return score("leader_close", name, None, "You stopped before the end.")
    last = found[-2:]
    had = {act for e in last for act in e.acts}
    parts = [
        ("thanks", 2 if {"thanks", "closes"} & had else 0),
        ("what you heard", 1 if "recaps" in had else 0),
        ("a date", 1 if any(p.due for e in last for p in e.reading.promises) else 0),
    ]
    value = sum(points for _, points in parts)
    there = ", ".join(words for words, points in parts if points)
    return score(
        "leader_close",
        name,
        value,
        f"In your last lines: {there or 'no thanks, no recap, no date'}.",
        found[-1].quote(),
        found[-1].turn,
    )


LINES: dict[str, Callable[[Found, str], Score]] = {
    "leader_rule": rule_stated,
    "leader_questions": asked,
    "leader_listening": listened,
    "leader_fairness": fair,
    "leader_promises": promised,
    "leader_close": closed,
}
