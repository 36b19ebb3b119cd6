"""Follow-ups: which lines lean on what was asked before, and what that was."""

import re
from collections.abc import Sequence

from app.coaching.itself import thanks
from app.coaching.routing import route, wants_rework
from app.domain.ports import Hit
from app.domain.turn import Task

CONTEXT = 0.6
"""What a card found with the question before counts for a follow-up."""
RELATED = 0.06
"""What a card gains that is related to the one that answered the question before; 0.03 does as well."""
TOPIC_WORDS = 45
"""Most words kept of the question a chain began with: the last ones, where a story asks."""
STEP_WORDS = 20
"""Most words kept of the line just before."""

_LEANS = re.compile(
    r"^(?:and|but|so|ok|what if|what about|how about|then|or|why|really|even if|still|also)\b|"
    r"\b(?:that|it|this|those|them|these|ones?|then|instead|else)\b",
    re.IGNORECASE,
)
_ASKED_TO = r"(?:do|should|would|could|can|might|shall) i (?:even |actually |then )?"
_THE_WORDS = re.compile(
    r"^(?:(?:and|so|but|ok(?:ay)?|then)[, ]+)*(?:"
    rf"(?:what|how)(?: exactly| precisely| then)? {_ASKED_TO}(?:tell|say|write|answer|reply|put|word|phrase)(?: back)?(?: to)?"
    r"(?: (?:him|her|them|it|that))*(?: exactly| then| precisely| in it| to (?:him|her|them))*|"
    r"(?:in|with|using) (?:what|which) words|(?:what|which) words|word for word|"
    r"(?:can you |could you )?give me (?:the |some )?(?:words|wording|a line|a sentence|an example))(?: please)?[?.! ]*$",
    re.IGNORECASE,
)
_THE_GROUNDS = re.compile(
    r"\b(?:sample size|how many people (?:was|were|is|are) (?:that|it|this|they)|"
    r"how (?:big|large) (?:was|is) (?:that|the sample|the study)|"
    r"says who|who says (?:so|that)|(?:source|evidence|proof|study|research) (?:for|of|on|behind) (?:that|this|it)|"
    r"where (?:does|did|do) (?:that|this|it|you) (?:come|get|have)|how do you know)\b",
    re.IGNORECASE,
)
SHORT = 10
"""Most words of a line that only asks for more on the answer before."""
_NODS = re.compile(r"^(?:ok(?:ay)?|yes|yeah|yep|no|nope|hm+|i see|right|fine|good|sure|alright)[.!, ]*$", re.IGNORECASE)


def leans(text: str) -> bool:
    """Say whether a question may lean on the one before: short, or pointing back."""
    words = len(text.split())
    return words <= 5 or (words <= 14 and bool(_LEANS.search(text)))


def _stands(text: str) -> bool:
    return not leans(text) or route(text) is not Task.ASK


def wants_words(text: str) -> bool:
    """Say whether a line only asks how to word what was just advised."""
    return bool(_THE_WORDS.match(text.replace("’", "'")))


def wants_grounds(text: str) -> bool:
    """Say whether a line only asks what the answer before it rests on."""
    return len(text.split()) <= SHORT and bool(_THE_GROUNDS.search(text))


def context_of(earlier: Sequence[str]) -> str:
    """Return what a follow-up leans on: the last question that stood alone, and the line just before where it did not.

    Args:
        earlier: the person's lines before the follow-up, oldest first.
    """
    asked = [text for line in earlier if (text := " ".join(line.split())) and not thanks(text)]
    asked = [text for text in asked if not _NODS.match(text) and not wants_rework(text)]
    if not asked:
        return ""
    topic = next((i for i in range(len(asked) - 1, -1, -1) if _stands(asked[i])), 0)
    step = asked[-1] if topic < len(asked) - 1 else ""
    return " ".join([*asked[topic].split()[-TOPIC_WORDS:], *step.split()[-STEP_WORDS:]])


_ON_EMAILS = "Press *Open on its page* under the draft: on *Emails* you choose tone and length, change the facts, or edit the text."
_TONGUES = (
    "On *Emails*, the request, the heads-up and the thank-you also come in German, French and Spanish; "
    "all else I write in English only."
)
_WHERE_DONE = {
    Task.EMAIL: _ON_EMAILS,
    Task.QUESTIONS: "Press *Open on its page* under the list: on *Questions* you can swap, drop and move every question.",
    Task.CHECK: "Paste the new wording and I'll check it again.",
    Task.PROGRAMME: "On *Programme* you can change every part of the plan.",
}
_UNCLEAR = {
    "draft": (
        'Tell me who it goes to and what it should say, such as "write to Ingrid, thank her for Monday", '
        "or fill in the form on *Emails*."
    ),
    "change": (
        "I'm not sure which words you mean. Paste them and I'll check them; a letter is changed on *Emails*, "
        "a list of questions on *Questions*."
    ),
}


def where_done(rework: str, before: str) -> str:
    """Return where that is done which `routing.wants_rework` found to be wanted, after a line that asked for something to be made."""
    if rework == "tongue":
        return _TONGUES
    return _WHERE_DONE.get(route(before), _UNCLEAR[rework]) if before else _UNCLEAR[rework]


def merged(alone: Sequence[Hit], together: Sequence[Hit], related: set[str]) -> list[Hit]:
    """Return the hits of a follow-up, best first, from a search for it alone and one with what it leans on."""
    found, with_context = {hit.card: hit for hit in alone}, {hit.card: hit for hit in together}
    # A card one search did not bring is given the worst score that search did bring.
    low = min((hit.score for hit in alone), default=0.0), min((hit.score for hit in together), default=0.0)
    hits = [
        hit.model_copy(
            update={
                "score": (found[card].score if card in found else low[0])
                + CONTEXT * (with_context[card].score if card in with_context else low[1])
                + (RELATED if card in related else 0.0),
                "similarity": max(hit.similarity, found[card].similarity if card in found else 0.0),
            }
        )
        for card, hit in (found | with_context).items()
    ]
    return sorted(hits, key=lambda hit: (-hit.score, hit.card))
