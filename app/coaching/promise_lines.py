"""Notes with asides, quoted promises, and lists under "mine:" and "his:", as plain sentences."""

import re

from app.coaching.promise_words import NAME, VERB


def plainly(text: str) -> str:
    """Return notes with asides, quoted promises and lists under "mine:" and "his:" as plain sentences."""
    text = re.sub(rf"\b(s?he|they|I|we|{NAME}),\s[^,.;\n]{{3,30}},\s+(?=will\b|'ll\b)", r"\1 ", text)
    text = re.sub(rf"\b((?:s?he|they|I|we|{NAME})\s+will),\s[^,.;\n]{{3,30}},\s+", r"\1 ", text)
    text = _SAID_YES.sub(r"I will \1", text)
    return _WHOSE.sub(_spelt_out, _QUOTED.sub(_from_their_side, text))


_SAID_YES = re.compile(
    r"\basked\s+(?:me\s+)?(?:if|whether)\s+I\s+(?:could|would|can)\s+([^.;\n]+?),?\s+and\s+I\s+(?:said\s+(?:yes|ok|sure)|agreed|accepted)\b,?",
    re.I,
)
_QUOTED = re.compile(
    rf"\b(s?he|they|{NAME})\s+(?:goes|went|(?:was|is|'s)\s+like|says?|said|told me|replied)[,:]?\s*[\"“]?"
    r"I(?:'ll| will)\s+([^.;\n\"”]+)"
)


def _from_their_side(match: re.Match[str]) -> str:
    """Turn "he goes I'll get you a seat" into "he will get me a seat"."""
    deed = re.sub(r"\byou\b", "me", match[2])
    return f"{match[1]} will " + re.sub(r"\byour\b", "my", deed)


_WHOSE = re.compile(
    r"(?:(?<=[.;\n])\s*|^)(?P<who>mine|me|my (?:part|side|promises?)|his|hers|her (?:part|side)|his (?:part"
    r"|side)|theirs|their (?:part|side))\s*:"
    r"(?P<deeds>.+?)(?=[.;\n]\s*(?:mine|his|hers|theirs|my|her|their)\b[^.:;\n]{0,10}:|\n|$)",
    re.I | re.M,
)


def _spelt_out(match: re.Match[str]) -> str:
    deeds = [
        each.strip(" .,;") for each in re.split(r"(?<![\d/.])\(?\d[.)]\s*|;\s+", match["deeds"]) if each.strip(" .,;")
    ]
    if not all(re.match(rf"(?:to\s+)?(?:{VERB})\b", each, re.I) for each in deeds):
        return match.group()
    who = "I" if match["who"].lower().startswith(("m",)) else "they"
    return "\n" + "\n".join(f"{who} will {each.removeprefix('to ')}." for each in deeds)
