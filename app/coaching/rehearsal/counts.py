"""What can be counted in a meeting: shares, lengths, questions, specifics. Nothing about accent, grammar or feelings."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal.exchanges import Exchange
from app.domain.meeting import AskedBy

_OPEN = re.compile(
    r"^\W*(?:(?:and|so|but|also|then|well|um|ok|okay|thanks?|thank you),? )*(?:what|how|where|which|who"
    r"|why|when|tell me)\b|\b(?:know|understand|hear|ask|learn) (?:about )?(?:what|how|which|why|where)\b"
    r"|\b(?:what|how|which) (?:would|do|does|should|could|is|are|might)\b",
    re.I,
)
_HEDGES = re.compile(
    r"\b(?:kind of|sort of|maybe|perhaps|i guess|i suppose|basically|actually|you know|i mean|just"
    r"|probably|somehow)\b",
    re.I,
)
_COMMON = frozenset(
    "that this with have from what when your they them been were will would could should about which "
    "there their more most than then some into just like know think want need work make your ours".split()
)
SHARE: dict[AskedBy, tuple[int, int]] = {"ic": (25, 45), "leader": (55, 80), "programme": (40, 60)}
"""Usual share of the employee's words in percent, by who asked for the meeting; a design default from two conflicting
rules of advice, not a finding."""
ANSWERING = ("answer.", "receive.pressed", "offer.", "secrecy.", "redirect.", "close.", "link.fact")
"""Moves with which a leader meets a question."""
UNANSWERED = frozenset(
    "answer.unready answer.stance answer.when answer.who answer.why answer.whether answer.future answer.opinion answer.yes_no "
    "answer.can_say answer.limits answer.recall_none answer.in_place".split()
)
"""Those that say honestly that there is no answer: whoever asks on has listened well enough."""
LEADER_SHARE = 45
"""Percent of the words below which a leader leaves room in a meeting they called; a design default as well."""


def is_open(question: str) -> bool:
    """Say whether a question cannot be answered with yes, no or a single fact."""
    return bool(_OPEN.search(question))


def content(text: str) -> set[str]:
    """Return the stems of the words that carry a line."""
    return {re.sub(r"(?:ing|ed|es|s)$", "", w) for w in re.findall(r"[a-z]{4,}", text.lower()) if w not in _COMMON}


def builds(exchange: Exchange) -> bool:
    """Say whether a line takes up words of the line it answers."""
    return len(content(exchange.text) & content(exchange.asked)) >= 1 and "silent" not in exchange.acts


def follow_up(exchange: Exchange) -> bool:
    """Say whether a question in the line follows from what was just said."""
    return any(content(q) & content(exchange.asked) for q in exchange.reading.questions)


def ducked(found: Sequence[Exchange], at: Exchange) -> bool:
    """Say whether the leader's question before a line came in place of an answer to the user's own."""
    before = found[at.turn - 2] if at.turn > 1 else None
    if before is None or not before.reading.questions:
        return False
    return not any(move.startswith(ANSWERING) for move in at.asked_moves) or bool(UNANSWERED & set(at.asked_moves))


def repaired(found: Sequence[Exchange], at: Exchange) -> Exchange | None:
    """Return the line within the next two that mends a slip, or None."""
    return next(
        (e for e in found[at.turn : at.turn + 2] if "repairs" in e.acts and "corrects_figure" not in e.acts), None
    )


def talk_share(found: Sequence[Exchange], opening: str) -> int:
    """Return the user's share of all words said, in percent."""
    mine = sum(e.reading.words for e in found)
    theirs = len(opening.split()) + sum(len(e.reply.split()) for e in found)
    return round(100 * mine / (mine + theirs)) if mine + theirs else 0


def count(found: Sequence[Exchange], opening: str) -> dict[str, float]:
    """Return the counts of a meeting by name; shares in percent, rates per 100 words."""
    words = sum(e.reading.words for e in found)
    asked = [(e, q) for e in found for q in e.reading.questions]
    numbers = sum(n.shape != "date" for e in found for n in e.reading.numbers)
    examples = sum("gives_example" in e.acts for e in found)
    flags = [(e, f) for e in found for f in e.reading.risk.flags]
    promised = [p for e in found for p in e.reading.promises]
    text = " ".join(e.text for e in found)
    questioned = [e for e in found if "?" in e.asked]
    per_100 = 100 / words if words else 0.0
    return {
        "share_percent": float(talk_share(found, opening)),
        "turns": float(len(found)),
        "words": float(words),
        "longest_turn": float(max((e.reading.words for e in found), default=0)),
        "mean_turn": round(words / len(found), 1) if found else 0.0,
        "questions": float(len(asked)),
        "open_questions": float(sum(is_open(q) for _, q in asked)),
        "follow_up_questions": float(sum(follow_up(e) for e, _ in asked)),
        "answered_percent": round(100 * sum("answers" in e.acts for e in questioned) / len(questioned))
        if questioned
        else 0.0,
        "themes": float(len({h.theme for e in found if e.reading.questions for h in e.reading.themes[:1]})),
        "risks": float(len(flags)),
        "worst_risk": float(max((f.severity for _, f in flags), default=0)),
        "risks_repaired": float(sum(repaired(found, e) is not None for e, _ in flags)),
        "numbers": float(numbers),
        "examples": float(examples),
        "specifics_per_100": round((numbers + examples) * per_100, 1),
        "hedges_per_100": round(len(_HEDGES.findall(text)) * per_100, 1),
        "we": float(len(re.findall(r"\b(?:we|our|us)\b", text, re.I))),
        "i": float(len(re.findall(r"\b(?:i|my|me)\b", text, re.I))),
        "credits": float(sum("credits" in e.acts for e in found)),
        "blame": float(sum(bool({"blames_colleague", "complains_person"} & e.acts) for e in found)),
        "builds_percent": round(100 * sum(builds(e) for e in found) / len(found)) if found else 0.0,
        "commitments": float(len(promised)),
        "commitments_dated": float(sum(bool(p.due) for p in promised)),
    }
