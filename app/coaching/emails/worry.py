"""What a manager worries about, so that nobody is taken for somebody else."""

import re

_SAYS = re.compile(r"^(?:s?he|they)\s+(?:thinks?|believes?|feels?|says?|said|worries|fears)\s+(?:that\s+)?", re.I)
_WORRIES = re.compile(
    r"\b(s?he)(?:'s| is| was| has)?\s+(?:afraid|worried|concerned|thinks|said|says|fears|feels|told|worries|objects)\b",
    re.I,
)


def worry_of(said: str, text: str, leader: str) -> str:
    """Return the worry as marked in `text`, the leader by name where a pronoun cannot mean the manager, who worries."""
    worry = _SAYS.sub("", said)
    worrier = _WORRIES.search(text)
    other = {"she": ("he", "his", "him"), "he": ("she", "hers?", "her")}.get(worrier[1].lower()) if worrier else None
    if not (other and leader):
        return worry
    name = leader.split()[0]
    worry = re.sub(rf"\b{other[0]}'ll\b", f"{name} will", worry, flags=re.I)
    return re.sub(rf"\b{other[0]}\b", name, worry, flags=re.I)
