"""What the manager knows about the meeting, as the writer says it."""

import re

from app.coaching.emails.people import BOSS

_NAMED = r"(?:,?\s+(?-i:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?),?)?"
_KNOWS = rf"(?:{BOSS}{_NAMED}|s?he|they|(?-i:[A-Z][\w'’-]+)|@BOSS@|everyone|both)"
_HIM = rf"(?:{BOSS}|him|her|them|@BOSS@|(?-i:[A-Z][\w'’-]+))"
_YES = (
    rf"\b{_KNOWS}\s+(?:already\s+|also\s+|fully\s+)?(?:knows?|(?:is|are)\s+(?:already\s+)?(?:aware|informed"
    r"|in the loop|in the know)|was told|has been told|have been told)\b(?!\s+(?:nothing|her|him|it all"
    r"|about me|the|what|how))"
    r"|\b(?:i|i['’]ve|ive|i have)\s+(?:already\s+|just\s+)?(?:told|informed|warned|mentioned (?:it|this) to"
    r"|spoken (?:to|with)|talked (?:to|with)|checked with|cleared (?:it|this) with|run (?:it|this) (?:by"
    rf"|past)|let)\s+{_HIM}"
    r"|\b(?:manager|boss)\s*(?:knows?|aware|informed)\s*[:=]\s*(?:yes|y\b|true)|\bknows already\b"
    r"|\b(?:manager|boss) (?:already )?in the loop\b|\bkeeping (?:him|her|them) in the loop\b"
)
_BRACKETED = r"\(\s*(?:s?he\s+|they\s+)?(?:is\s+)?(?:already\s+)?(?:aware|knows?|informed|told)\b"
_SUGGESTED = (
    rf"\b{_KNOWS}\s+(?:has\s+|had\s+)?(?:suggested|encouraged|recommended|proposed|advised|told me to|asked me to"
    r"|said i should|wants me to|pushed me to)\b|\b(?:suggestion|idea) (?:of|from) (?:my )?(?:boss|manager)"
    r"|\b(?:boss|manager|[A-Z]\w+)['’]s (?:idea|suggestion)"
)
_AGREED = (
    rf"\b{_KNOWS}['’]s\s+(?:totally\s+|quite\s+)?(?:fine|ok|okay|happy|good|cool|on board|supportive)\b"
    rf"|\b{_KNOWS}\s+(?:knows?\s+(?:already\s+)?(?:about it\s+)?and\s+)?(?:has\s+|have\s+|already\s+)?(?:(?:is"
    r"|are|was)\s+(?:totally\s+|perfectly\s+|quite\s+)?(?:fine|ok|okay|happy|good|cool|on board|supportive)"
    r"|agreed|agrees|approved|approves|supports?|gave (?:me )?(?:her|his|the|their)?\s*(?:ok|okay|blessing"
    r"|permission|go-ahead|approval|green light)|(?:he |she |they )?(?:said|says?) (?:yes|ok|okay"
    r"|it['’]?s (?:fine|ok|okay|good)|fine|go ahead|sure))\b|\bwith (?:his|her|their|my (?:boss"
    r"|manager)['’]?s) (?:blessing|approval|support|ok|agreement)"
)
_NO = (
    rf"\b{_KNOWS}\s+(?:(?:still|also)\s+)?(?:does\s?n['’]?o?t|do\s?n['’]?t|doesnt|dont|don['’]t"
    r"|not)\s+(?:yet\s+)?know\b|\b(?:have\s?n['’]?t|havent|have not|haven['’]t|didn['’]?t|did not"
    r"|not)\s+(?:yet\s+)?(?:told|tell|mentioned|informed|spoken (?:to|with)|asked)\s*(?:it "
    rf"|this )?(?:to )?{_HIM}?"
    r"|\b(?:is\s?n['’]?t|is not|isnt|not)\s+(?:yet\s+)?aware\b|\bunaware\b|\bwithout (?:telling|informing"
    r"|my (?:boss|manager)|him|her|(?-i:[A-Z]\w+)|@BOSS@) ?(?:knowing)?|\bbehind (?:his|her|their|my (?:boss"
    r"|manager)['’]?s?|[A-Z]\w+['’]s?) back|\b(?:manager|boss)\s*(?:knows?|aware)\s*[:=]\s*(?:no\b|n\b"
    r"|false)"
    r"|\b(?:don['’]?t|do not|doesn['’]?t|shouldn['’]?t|must not|mustn['’]?t"
    rf"|can['’]?t) want {_HIM}(?: (?-i:[A-Z][\w'’-]+))? to (?:know|find out|hear)\b|\bkeep (?:it"
    rf"|this) (?:secret|quiet|from)|\bbefore i tell\b|\b(?:will|['’]ll) tell {_HIM}"
)
_UNSURE = (
    r"\b(?:not sure|don['’]?t know|dont know|unsure|no idea|maybe)\b[^.;,]{0,25}\b(?:knows?|aware)\b"
    r"|\b(?:should i tell|whether to tell)\b"
)


def find_manager_knows(text: str, boss: str = "") -> str:
    """Return suggested, agreed, yes or no as the text says it; empty when it says nothing.

    Args:
        text: the brief.
        boss: the manager's first name, so that it is known without capitals too.
    """
    if re.search(_UNSURE, text, re.I):
        return ""
    for value, pattern in (
        ("no", _NO),
        ("suggested", _SUGGESTED),
        ("agreed", _AGREED),
        ("yes", _YES),
        ("yes", _BRACKETED),
    ):
        if _said(pattern.replace("@BOSS@", re.escape(boss) if boss else "my manager"), text):
            return value
    return ""


def _said(pattern: str, text: str) -> bool:
    """Match with names capitalised or, in a text without capitals, anything."""
    return any(
        not re.match(r"(?:who|nobody|no one|i|i['’]m|you|we|it|that|what|which)\b", m.group(), re.I)
        for m in re.finditer(pattern, text, re.I)
    )
