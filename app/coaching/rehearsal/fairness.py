"""Risk findings that a line's own plain sense takes back: a figure put right, something asked back, an answer missed."""

import re
from collections.abc import Collection

from app.coaching.rehearsal.acts import IC
from app.coaching.rehearsal.asking import DEMAND
from app.coaching.rehearsal.filling import sentences
from app.coaching.rehearsal.leader_acts import LEADER
from app.coaching.rehearsal.scene import Scene
from app.domain.risk import RiskFlag, RiskReport

_NOT_MEANT: dict[str, frozenset[str]] = {
    "corrects_figure": frozenset({"blaming_colleagues", "bragging", "complaint_without_proposal"}),
    "asks_recall": frozenset({"rumours", "secrecy_request"}),
    "presses": frozenset({"secrecy_request", "rumours", "attacking_strategy"}),
    "asks_why_me": frozenset({"secrecy_request", "rumours", "loaded_question"}),
    "asks_why_ask": frozenset({"secrecy_request", "rumours"}),
    "asks_who_then": frozenset({"rumours", "loaded_question"}),
    "asks_in_place": frozenset({"rumours", "job_search"}),
    "asks_view_on_manager": frozenset({"politics_religion", "rumours"}),
}
"""By act, the categories that its words alone resemble."""
_DEMANDED = frozenset({"more_responsibilities", "excuses", "vague_rambling"})
"""What a demand for a date or a yes only resembles."""
_GRIM = re.compile(
    r"\b(?:li(?:fe|ve|ving)|die\w*|dying|dead|death|end it|go on|wake|hurt\w*|harm\w*|kill\w*|hopeless|anymore|any more)\b"
)
"""Without one of these a demand is no cry for help."""
_WORDS = {
    "rumours": "fishes",
    "secrecy_request": "asks_confidentiality",
    "attacking_strategy": "criticises_strategy",
    "politics_religion": "politics",
}
"""The act whose own words keep a flag standing all the same."""
_RESEMBLES_FRAUD = frozenset({"serious_fraud", "serious_unlawful_request"})
_ORDERED = re.compile(
    r"\b(?:told (?:me|us) to|ask(?:s|ed)? (?:me|us)|made (?:me|us)|wants? (?:me|us)|alter\w*|backdat\w+|falsif\w+|forg\w+|hid\w*"
    r"|cook\w*|fak\w+|delet\w+|invoices?|auditors?|bribe\w*|pressur\w+|report(?:ed)? (?:a|the|it) (?:lower|higher|different))\b"
)


def fair(report: RiskReport, line: str, acts: Collection[str]) -> RiskReport:
    """Return the report without what an honest correction or a plain question only resembles.

    A certain serious matter always stays, and so does an uncertain one of which the words tell more than a correction; a
    guess at a crisis does not, where the line plainly demands a date or a yes.
    """
    low = line.lower().replace("’", "'")
    unmeant = {category for act in acts for category in _NOT_MEANT.get(act, ())}
    unmeant -= {category for category, act in _WORDS.items() if IC[act].search(low)}
    serious = report.serious
    if DEMAND.search(low):
        unmeant |= _DEMANDED
        serious = tuple(f for f in serious if f.named or f.category != "serious_crisis" or _GRIM.search(low))
    if "corrects_figure" in acts and not _ORDERED.search(low):
        serious = tuple(f for f in serious if f.certain or f.category not in _RESEMBLES_FRAUD)
    if not unmeant and serious == report.serious:
        return report
    flags = tuple(flag for flag in report.flags if flag.category not in unmeant)
    return report.model_copy(update={"flags": flags, "serious": serious})


_SOMEBODY = re.compile(
    r"\b(?:who\w*|he|she|him|her|his|they|them|their|people|others?|every(?:one|body)|any(?:one|body)|some(?:one|body)|nobody|team|group"
    r"|staff|colleagues?|manager|boss|lead(?:er)?|names?|gossip|rumou?rs?|person|weak\w*|ones?)\b",
    re.I,
)
_ASKED = frozenset({"leader_fishing", "leader_status", "leader_verdict", "leader_talk_share"})
_OWN_ANSWER = re.compile(
    r"\bi(?:'ll| will) (?:come back|get back|be back|let you know|(?:ring|call|mail|e-?mail|write to|answer|tell|message) you)\b"
)
"""What a leader may always promise: to come back with an answer."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


def fair_to_leader(report: RiskReport, scene: Scene) -> RiskReport:
    """Return the report without what a leader's line only resembles.

    That is fishing about nobody at all, a promise that is only of the leader's own answer, and anything but a promise in a
    question after somebody's safety.
    """
    kept = tuple(flag for flag in report.flags if _stands(flag, report.text, scene))
    return report.model_copy(update={"flags": kept})


def _stands(flag: RiskFlag, text: str, scene: Scene) -> bool:
    said = next((s for s in sentences(text) if text.find(s) <= flag.start < text.find(s) + len(s)), flag.phrase)
    low = said.lower().replace("’", "'")
    if flag.category == "leader_promise":
        return LEADER["promises"].search(low) is not None or not _OWN_ANSWER.search(low)
    if flag.category in _ASKED and LEADER["asks_safe"].search(low):
        return False
    if flag.category != "leader_fishing":
        return True
    named = any(re.search(rf"\b{re.escape(name)}\b", said) for name in scene.names)
    return bool(named or _SOMEBODY.search(said) or _NAME.search(said))
