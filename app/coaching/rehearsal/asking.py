"""Questions in a line: which sentences ask, which of them ask for something special, and what is no English at all."""

import re

from app.coaching.rehearsal.acts import IC
from app.coaching.rehearsal.people import People
from app.domain.language import Parsed

SPECIAL_ASKS = frozenset(
    "asks_agenda asks_next asks_feedback small_talk asks_confidentiality asks_pay asks_pay_rule "
    "asks_promotion asks_scope "
    "requests_action fishes speaks_to_machine asks_view_on_manager offers_more".split()
)
_WH = r"(?:what|how|where|which|who|whose|when|why)"
_QUESTION_START = re.compile(
    rf"^\W*(?:(?:and|so|but|also|then|ok|okay|well|um|quickly then|honestly),? )*(?:{_WH} (?:do|does|did|is"
    rf"|are|was|were|would|will|can|could|should|have|has|might|about|made|makes|takes|keeps|drew|\w+ (?:do"
    rf"|does|did|is|are|would|should|matter\w*))\b|"
    r"(?:do|does|did|is|are|would|will|can|could|should|have|may) (?:you|i|we|it|there|that|this|the|my"
    r"|our|they|he|she)\b.*\?|"
    r"(?:please )?(?:tell me (?!if you|to\b)|(?:talk|walk) me through|help me understand)\b)"
)
_UNMARKED = re.compile(
    r"^\W*(?:(?:and|so|but|also|then|ok|okay|well|um|honestly),? )*(?:"
    r"(?:what|how|where|who|when|why)'?(?:s|re) (?:your|the|my|our|this|that|it|he|she|they|going|happening|wrong|next|in it"
    r"|left|stopping|being)\b(?!.*\b(?:is|was|are|were|that)\b)"
    r"|(?:do|does|did|will|would|can|could|should|are|have) (?:you|they|he|she|we)\b(?! (?:please )?(?:tell|ask) )"
    r"|(?:can|could|should|shall|do|did|am) i (?!just\b|say\b|tell\b|add\b|be honest))(?!.*,? (?:yes|no)\b)"
)
"""A question typed without its mark: "whats your plan then", "are you going to do something about it"."""
_SHORT = re.compile(
    rf"^\W*(?:(?:and|so|but|oh|ok|sorry),? )*(?:{_WH}(?:'s|'re|'ll|'d| else| so| exactly)?(?: \w+)?|(?:like|told|said"
    rf"|wrong|for|in|since|by"
    rf"|with|to|from|of) (?:\w+ )?{_WH}(?: \w+)?|such as|meaning)\W*\?"
)
"""A question of a word or three: "Why?", "Like what?", "What's happened?"."""
_INDIRECT = re.compile(
    rf"\b(?:could|can|would) you (?:tell|explain|say|share|help me (?:see|understand))\b|\bi(?:'d"
    rf"| would)? (?:just |only |really |also )?(?:like|love|want|wanted|hoped|was hoping) to (?:know|understand"
    rf"|hear|ask|learn) (?:{_WH}|if"
    rf"|whether)\b"
    rf"|\bi wonder(?:ed)? (?:{_WH}|if|whether)\b|\bi(?:'m| am| was)? (?:just |only )?ask(?:ing"
    rf"|ed) (?:you )?(?:{_WH}|if|whether)"
    rf"(?!(?: \w+)? (?:we|it|that) (?:was|were|had))\b"
)
DEMAND = re.compile(
    r"\byes or (?:a )?no\b|\bi (?:just |only )*(?:need|want|ask for) (?:a|one|the|some) (?:straight |clear |simple |single )?(?:date"
    r"|name|day)\b(?! (?:for|from|with) (?!you\b))|\bgive me (?:a|one|the) (?:\w+ )?(?:date|name|figure|day)\b"
    r"|\b(?:please|can you|could you|just) confirm\b|^\W*confirm\b"
)
"""A question put as a demand: "Please say yes or no.", "I need one date."."""
_CLEFT = re.compile(r"\W*(?:and |so |but )*what (?:i|we|you|they|he|she|it)(?:'\w+)? ")
_TAG = re.compile(
    r"^\W*(?:(?:hello,? |hi,? )?can you hear me(?: now| ok(?:ay)?)?|i beg your pardon|pardon(?: me)?|honestly"
    r"|really|right|you know|okay|yes|no|sorry|huh|about half|me)\W*$",
    re.I,
)
_WHAT = re.compile(rf"\W*(?:and |so |but )*{_WH}\b[^?]*\?")
OWN = 3
"""Words of an answer that people give to their own question: "What slows us down? Paper."."""
PAY_RULE = re.compile(
    r"\b(?:how|what|who)\b[^.?!]*\b(?:pay (?:bands?|ranges?|decisions?)|ranges?|bands?|splits?"
    r"|plans?|bonus(?:es)?|salaries) [^.?!]*\b(?:set|decided?|decide|work|chosen|reviewed)\b|\bhow (?:does"
    r"|do|is|are) [^.?!]*\b(?:decide|set)\b[^.?!]*\bpay\b",
    re.I,
)
_FOREIGN = frozenset(
    "no entiendo siento mucho lo la io sei weiß was sie meinen je comment ça quoi si porque gracias "
    "merci danke grazie que para con por una los las está pero como más je ne pas est vous nous les des "
    "pour avec dans und ich nicht das ist "
    "wir sie ein eine auf für che non per sono della com não uma você het een niet voor och att det som "
    "inte bir ve için değil".split()
)
_ENGLISH = frozenset(
    "the a i you we it is are to of and in that my for with this was on have do not what how be".split()
)


def questions(parsed: Parsed, line: str) -> tuple[str, ...]:
    """Return the sentences that ask the other person something, tags and echoes left out."""
    sentences = [s.text for s in parsed.sentences] or [line]
    asked = []
    for sentence, after in zip(sentences, [*sentences[1:], ""], strict=True):
        low = sentence.lower().replace("’", "'")
        if _TAG.match(low):
            continue
        if (_CLEFT.match(low) and "?" not in low) or (_WHAT.match(low) and 0 < len(after.split()) <= OWN):
            continue
        marked = marked_as_one(sentence)
        if (
            (marked and (len(low.split()) > 2 or _SHORT.match(low)))
            or _QUESTION_START.match(low)
            or (len(low.split()) > OWN and _UNMARKED.match(low))
            or _INDIRECT.search(low)
            or DEMAND.search(low)
        ):
            asked.append(sentence)
    return tuple(asked)


def marked_as_one(sentence: str) -> bool:
    """Say whether a sentence carries a question mark."""
    return sentence.rstrip(" \"'”’)").endswith("?")


def foreign(line: str) -> bool:
    """Say whether most of a line is in another language: another script, or another language's small words."""
    letters = [c for c in line if c.isalpha()]
    if len(letters) < 4:
        return False
    if sum(ord(c) > 0x24F for c in letters) > len(letters) / 2:
        return True
    words = re.findall(r"[^\W\d_]+", line.lower())
    other = sum(word in _FOREIGN for word in words)
    return other >= 2 and other > sum(word in _ENGLISH for word in words)


def special(question: str, people: People) -> bool:
    """Say whether a question is answered by a move of its own: pay, confidentiality, the next meeting and the like."""
    low = question.lower().replace("’", "'")
    if people.asks_view(question) or PAY_RULE.search(question):
        return True
    if re.match(r"\W*(?:what if|how about|why don't) ", low):
        return True
    own = SPECIAL_ASKS - {"requests_action"} if re.match(rf"\W*(?:and |so |but )*{_WH}\b", low) else SPECIAL_ASKS
    return any(IC[act].search(low) for act in own if act in IC)
