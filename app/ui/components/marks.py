"""A checked text: risky phrases marked by pattern, word and colour, and the better text with its changes."""

import re
from difflib import SequenceMatcher

from app.domain.risk import SEVERITY, RiskFlag, RiskReport
from app.ui.components.tags import Html, joined, tag
from app.ui.components.words import shortened

_LINES_AND_WORDS = re.compile(r"\n+|[^\s]+")
_AROUND_LINE_END = re.compile(r" ?(\n+(?:</ins>)?) ?")
COMPARED = 1500
"""Words of the longest text that is compared."""
ALIKE = 0.3
"""Share of words in common (0 to 1) below which a comparison would be all strikes."""
QUOTED = 110
"""Characters of the deciding phrase in the verdict; the whole of it is marked below."""
ISLAND = 3
"""Words in common in a row below which they belong to the change around them."""


def marked(report: RiskReport) -> Html:
    """Return the text with every flagged phrase marked; of overlapping flags the gravest wins."""
    parts, at = [], 0
    for flag in _apart(report.flags):
        level = f"s{flag.severity}"
        parts.append(report.text[at : flag.start])
        parts.append(tag("mark", report.text[flag.start : flag.end], cls=f"risk {level}", title=flag.reason))
        parts.append(tag("span", f"({SEVERITY[flag.severity]})", cls=f"risk-word {level}"))
        at = flag.end
    return tag("p", *parts, report.text[at:], cls="marked")


def changed(before: str, after: str) -> Html:
    """Return the second text with what went and what came since the first.

    A stray word kept between two changes reads as noise, so such islands join the change; texts with little in common
    (or too long to compare while somebody waits) are shown without the comparison.
    """
    old, new = _LINES_AND_WORDS.findall(before), _LINES_AND_WORDS.findall(after)
    compared = SequenceMatcher(a=old, b=new, autojunk=False)
    if max(len(old), len(new)) > COMPARED or compared.ratio() < ALIKE:
        return tag("p", after, cls="changed")
    parts, at, to = [], 0, 0
    for block in compared.get_matching_blocks():
        is_end = block.a == len(old) and block.b == len(new)
        if block.size < ISLAND and not is_end and (at, to) != (block.a, block.b):
            continue
        # Line ends that went are no strikes: only the words are shown struck.
        gone = " ".join(each for each in old[at : block.a] if not each.isspace())
        come, kept = " ".join(new[to : block.b]), " ".join(new[block.b : block.b + block.size])
        parts += [part for part in (tag("del", gone) if gone else "", tag("ins", come) if come else "", kept) if part]
        at, to = block.a + block.size, block.b + block.size
    return tag("p", Html(_AROUND_LINE_END.sub(r"\1", joined(parts, " "))), cls="changed")


def verdict(report: RiskReport) -> Html:
    """Return whether the text would survive being forwarded to the user's manager, and the phrase that would not."""
    if report.serious:
        return Html()
    if report.forward_safe:
        return tag("p", "Would survive being forwarded.", cls="verdict", role="status")
    words = f"Would not survive being forwarded. It turns on: “{shortened(report.deciding, QUOTED)}”"
    return tag("p", words, cls="verdict not", role="status")


def _apart(flags: tuple[RiskFlag, ...]) -> list[RiskFlag]:
    """Return flags that do not overlap, in the order of the text."""
    kept: list[RiskFlag] = []
    for flag in sorted(flags, key=lambda each: (-each.severity, each.start)):
        if all(flag.end <= other.start or flag.start >= other.end for other in kept):
            kept.append(flag)
    return sorted(kept, key=lambda each: each.start)
