"""What else a writer wants said: whole sentences, put to whoever reads the letter."""

import re

from app.coaching.emails.practical import is_clause
from app.coaching.emails.wording import capital, tidy, to_you
from app.domain.emails import EmailKind
from app.domain.ports import English

_FORMS: tuple[tuple[str, str], ...] = (
    (r"ask (?:him |her |them |you )?(?:if|whether) ((?!there\b).+?) (?:is|are|would be|will be) (.+)", r"Would \1 be \2?"),
    (r"ask (?:him |her |them |you )?(?:if|whether) ((?!there\b).+?) (work|suit|fit)s?\b(.*)", r"Would \1 \2\3?"),
    (r"(?:it(?:'s| is) )?not ((?:an?|about|because of|meant)\b.+)", r"It isn't \1."),
    (r"((?:entirely |completely )?(?:voluntary|optional|informal|confidential))\b(.*)", r"It's \1\2."),
    (r"(no \w+(?: \w+){0,3} (?:needed|required|intended|expected))\b(.*)", r"\1\2."),
    (r"((?:also |very |more than |quite )?(?:happy|glad|willing|ready|available|free) (?:to|for|from|on|until)\b.+)", r"I'm \1."),
    (r"(?:ok|okay|fine) to\b(.+)", r"I'm happy to\1."),
    (r"(?:say )?(?:thanks?|thank (?:him|her|them|you)|thanks to (?:him|her|them)) (?:again )?for\b(.+)", r"Thank you for\1."),
    (r"(?:say )?(?:i'm |i am )?(?:so |very )?sorry (that|for|about|if|it|i)\b(.+)", r"I'm sorry \1\2."),
    (r"apologi[sz]e (?:to (?:him|her|them) )?(that|for|about)\b(.+)", r"I'm sorry \1\2."),
    (r"((?:i|we|it|he|she|they|you)(?:['’](?:m|d|ll|ve|re|s))?\s.+|(?:that|there)['’]s\s.+)", r"\1."),
)  # fmt: skip
"""How what is to be said begins, and the sentence that says it; what is none of these and no clause is no sentence."""
_NO_SENTENCE = re.compile(
    r"(?:ask|tell|say|send|please|who|what|how|why|where|whether|if|when|that|and|but|because)\b", re.I
)
_OFFERED = re.compile(
    r"(?:s?he|they)(?=(?:['’](?:d|ll|s|re))?\s+(?:(?:can|may|could|might|is|are|would|will|be|also|very|more than|most|always)\s+)*"
    r"(?:welcome|come|join|sit|bring|see|introduce|drop|read|have|get|choose|pick|decide|tell|ask)\b)",
    re.I,
)
"""Whom something is offered to: they may come along, see the notes, choose."""
_TO_READER = re.compile(
    r"\b(with|to|by|for|tell|show|send|give|ask|bring|let|thank|keep|without|from|involve|include|copy|meet|help)\s+"
    r"(?:him|them|her(?=\s*(?:[.,;:?!]|$)|\s+(?:and|or|to|for|about|on|in|at|with|before|after\w*|first|that|what|how|if|when|from|again|face|myself)\b))\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:s?he|him|her|hers|his|them|they|their)\b", re.I)


def sentence(kind: EmailKind, said: str, english: English) -> str:
    """Return what is to be said as a sentence to the letter's reader; empty where it cannot be told whom it speaks of.

    Args:
        kind: whose reader it is put to.
        said: the writer's words, such as "he can come along" or "not a performance review".
        english: tells what is a clause.
    """
    said = re.sub(
        r"\b(wo|do|ca|is|are|does|did|have|has|would|should|could|need)nt\b", r"\1n't", tidy(said.strip(" .!"))
    )
    said = re.sub(r"^(?:please\s+)?(?:also\s+)?(?:(?:say|tell (?:him|her|them))\s+)?(?:that\s+)?", "", said, flags=re.I)
    for pattern, form in _FORMS:
        if match := re.fullmatch(pattern, said, re.I):
            return _to_reader(kind, match.expand(form))
    first = english.parse(said).words[:1]
    orders = (
        bool(first) and (first[0].pos, first[0].dep) == ("VERB", "ROOT") and first[0].lemma == first[0].text.lower()
    )
    whole = not orders and not _NO_SENTENCE.match(said) and is_clause(said, english)
    return _to_reader(kind, f"{said}.") if whole else ""


def _to_reader(kind: EmailKind, said: str) -> str:
    if kind.to == "person" or kind.id == "invite_many":
        return capital(to_you(said, (), pronouns=True))
    if kind.to == "all":
        return capital(said)
    if offered := _OFFERED.match(said):
        said = to_you(f"he{said[offered.end() :]}", (), pronouns=True)
    said = _TO_READER.sub(r"\1 you", said)
    return "" if _OTHERS.search(said) else capital(said)
