"""Risk findings that a line's own plain sense takes back: a figure put right, something asked back, an answer missed."""

import re
from collections.abc import Collection

from app.coaching.rehearsal.acts import IC
from app.domain.risk import RiskReport

_NOT_MEANT: dict[str, frozenset[str]] = {
    "corrects_figure": frozenset({"blaming_colleagues", "bragging", "complaint_without_proposal"}),
    "asks_recall": frozenset({"rumours", "secrecy_request"}),
    "presses": frozenset({"secrecy_request", "rumours", "attacking_strategy"}),
}
"""By act, the categories that its words alone resemble."""
_WORDS = {"rumours": "fishes", "secrecy_request": "asks_confidentiality", "attacking_strategy": "criticises_strategy"}
"""The act whose own words keep a flag standing all the same."""
_RESEMBLES_FRAUD = frozenset({"serious_fraud", "serious_unlawful_request"})
_ORDERED = re.compile(
    r"\b(?:told (?:me|us) to|ask(?:s|ed)? (?:me|us)|made (?:me|us)|wants? (?:me|us)|alter\w*|backdat\w+|falsif\w+|forg\w+|hid\w*"
    r"|cook\w*|fak\w+|delet\w+|invoices?|auditors?|bribe\w*|pressur\w+|report(?:ed)? (?:a|the|it) (?:lower|higher|different))\b"
)


def fair(report: RiskReport, line: str, acts: Collection[str]) -> RiskReport:
    """Return the report without what an honest correction or a plain question only resembles.

    A certain serious matter always stays, and so does an uncertain one of which the words tell more than a correction.
    """
    low = line.lower().replace("’", "'")
    unmeant = {category for act in acts for category in _NOT_MEANT.get(act, ())}
    unmeant -= {category for category, act in _WORDS.items() if IC[act].search(low)}
    serious = report.serious
    if "corrects_figure" in acts and not _ORDERED.search(low):
        serious = tuple(f for f in serious if f.certain or f.category not in _RESEMBLES_FRAUD)
    if not unmeant and serious == report.serious:
        return report
    flags = tuple(flag for flag in report.flags if flag.category not in unmeant)
    return report.model_copy(update={"flags": flags, "serious": serious})
