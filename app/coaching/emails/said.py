"""Whether a letter says what its writer wanted said."""

import re

_SMALL = frozenset(
    "the and but for with from that this then they them she her his him you your our are was were have has had will would could"
    " can should not about into over after before when where what which who how why just also very really like want need meet"
    " meeting met talk talked call chat minutes hour email mail letter note message boss manager director leader assistant"
    " calendar diary invited invitation invite asked ask accept thank thanks please write wrote send reply answer name team skip"
    " told informed aware fine half every again quarter three months next politely gently"
    " level skip-level there here it's i'm i'd i'll i've can't won't don't doesn't didn't know knows".split()
)
"""Words that tell nothing of what a sentence is about, or only that it is about the letter."""


def is_said(sentence: str, text: str) -> bool:
    """Tell whether most of a sentence's telling words stand in a text, or it has hardly any."""
    known = {word[:5] for word in re.findall(r"[\w']+", text.lower())}
    telling = [
        word for word in re.findall(r"[^\W\d_][\w'-]+", sentence.lower()) if len(word) > 2 and word not in _SMALL
    ]
    new = [word for word in telling if word[:5] not in known]
    return len(new) < 2 or len(new) <= 0.5 * len(telling)
