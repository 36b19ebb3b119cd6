"""Questions that rest on a belief: on one that is known to be wrong, or on a rule that nobody gave."""

import re
from collections.abc import Sequence

from app.coaching.two_questions import ASKS_FIRST
from app.domain.knowledge import Correction

_ASSUMES = re.compile(
    r"^(?:since|because|as|given(?: that)?|now that|seeing that|everyone knows|everybody knows)\b|"
    r"(?:,| -)?\s+(?:right|correct|true|(?:is|are|do|does|has|have|can|will)n'?t (?:it|he|she|they|i|we))\s*\??$",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:by law|the law|always|never|everybody knows|everyone knows|must|has to|have to|studies show|stud(?:y|ies)|shown|"
    r"all (?:big |large )?(?:companies|leaders|managers)|everything|may not)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:by law|legally|illegal|unlawful|against the law|legal right|prove[nds]|proved|scientifically|required|obliged|mandatory|"
    r"compulsory|not permitted|forbidden|guarantee\w*|bound to|entitle[sd]?|by definition|statutory|gdpr|"
    r"data protection|employment act)\b|\b(?:studies|research) (?:shows?|proves?)\b|n't permitted\b",
    re.IGNORECASE,
)


def takes_for_granted(text: str) -> bool:
    """Say whether a question rests on a rule or a proof that it states instead of asking for it."""
    plain = text.replace("’", "'")
    if _ASSUMES.search(plain):
        return bool(_CLAIMS.search(plain) or _LEGAL.search(plain))
    return bool(_LEGAL.search(plain)) and not ASKS_FIRST.match(plain)


def compiled(correction: Correction) -> list[list[re.Pattern[str]]]:
    """Return the patterns of a correction, each a list of parts that must all occur."""
    return [[re.compile(part, re.IGNORECASE) for part in parts] for parts in correction.when]


def assumes(text: str, patterns: Sequence[Sequence[re.Pattern[str]]], correction: Correction) -> bool:
    """Say whether a text rests on the belief that a correction sets right; `patterns` are its compiled ones."""
    plain = text.replace("’", "'")
    if correction.never and re.search(correction.never, plain, re.IGNORECASE):
        return False
    return any(all(part.search(plain) for part in parts) for parts in patterns)
