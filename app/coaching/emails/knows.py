"""What is said of the manager: whether they know of the letter, agreed to it, or proposed it."""

import re
from collections.abc import Sequence

from app.coaching.emails.names import forms
from app.domain.language import Mark

KNOWS = {
    "knows_suggested": "suggested",
    "knows_agreed": "agreed",
    "knows_no": "no",
    "knows_yes": "yes",
    "knows_unsure": "",
}
"""What is said of the manager, and what it means."""

SURE = 0.5
"""How sure it must be that the manager knows or agreed; below, it is asked."""
_NO_OBJECTION = re.compile(
    r"\bno (?:objections?|problems?|issues?|worries)\b|\b(?:n't|not|never) (?:mind|object)\w*|\bwhy not\b", re.I
)
_DENIED = re.compile(
    r"n't\b|\b(?:d(?:oes|os|oe|o|s|id)|has|have|was|is)nt\b|\b(?:not|never|no|without|hardly|unless|if)\b", re.I
)
_BESIDE_NAME = (
    r"(?:,\s*(?:who is\s+)?(?:my|our)\s+[\w ]{3,30},)?"
    r"(?:(?P<agreed>\s*[(;:,–-]*\s*(?:has\s+|have\s+)?(?:already\s+|also\s+)?(?:agrees?|agreed|supports?|doesn['’]?t mind|does not mind"
    r"|has no objections?|is (?:fine|ok|okay|happy) with (?:it|this|that))\b)"
    r"|(?P<yes>(?:\s*[(;:–-]+\s*|\s+(?:is|was|has been)\s+)(?:already\s+|also\s+|fully\s+)?"
    r"(?:informed|aware|told|notified|in the loop)\b(?!\s+me\b)"
    r"|\s*[(;:–-]+\s*knows\b))"
)
"""What stands right beside the manager's name in lists and telegrams: "Claire Byrne (informed)"."""
_OPEN = re.compile(
    r"\b(?:if|whether|unless|until|once|when|in case|hope|hoping|ask|asking|say|write|pretend|claim)\b[^.;\n]*$", re.I
)
_TOLD = re.compile(r"\b(?:told|informed|aware|knows?|knowledge|notified)\b", re.I)


def manager_knows(marks: Sequence[Mark], text: str, boss: str) -> str:
    """Return what the manager knows, as far as it is said plainly: nobody is to have agreed who did not.

    Args:
        marks: what was marked in the brief; those of other things are passed over.
        text: the brief, for what stands right beside the manager's name and was not marked.
        boss: the manager's name, may be empty.

    Returns:
        "suggested", "agreed", "yes", "no", or nothing where it is to be asked.
    """
    marks = [mark for mark in marks if mark.tag in KNOWS]
    plain = [mark for mark in marks if _is_plain(mark)]
    if not plain:
        # That they were told is the least that any of these says.
        told = any(_TOLD.search(mark.text) and not _denied(mark.text) for mark in marks)
        return "yes" if told else _beside_their_name(text, boss)
    surest = max(plain, key=lambda mark: mark.sure)
    if surest.tag == "knows_suggested" and _TOLD.fullmatch(surest.text):
        return "yes"
    # Who agreed also knows: of two things said for sure the one that says more is meant.
    more = [mark for mark in plain if mark.tag in {"knows_agreed", "knows_suggested"}]
    return KNOWS[more[-1].tag if surest.tag == "knows_yes" and more else surest.tag]


def _is_plain(mark: Mark) -> bool:
    return KNOWS[mark.tag] in {"no", ""} or (mark.sure >= SURE and not _denied(mark.text))


def _denied(said: str) -> bool:
    return _DENIED.search(_NO_OBJECTION.sub("", said)) is not None


def _beside_their_name(text: str, boss: str) -> str:
    for name in forms(boss) if boss else ():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}{_BESIDE_NAME}", text, re.I):
            if not _OPEN.search(text[: match.start()]):
                return "agreed" if match["agreed"] else "yes"
    return ""
