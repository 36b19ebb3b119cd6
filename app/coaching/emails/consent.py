"""What the manager knows about the meeting, as the writer says it."""

import re
from collections.abc import Sequence

from app.coaching.emails.cues import BOSS

_BY = (
    r"(?:already|also|fully|totally|quite|really|just|perfectly|completely|very|all|has|have|had|is|are|was|were"
    r"|been|be|kindly|[sS]?he|they|now|since|(?:very\s+)?much)"
)
_WHO = (
    rf"(?:{BOSS}|@boss|(?<!['’]s )\b(?:boss|manager|supervisor)|(?<!to )(?:s?he|they)|everyone"
    rf"|both)(?:['’]s)?(?:\s*,)?(?:\s+{_BY})*"
)
_HIM = rf"(?:{BOSS}|@boss|him|her|them)"
_DONE = r"(?:i|i['’]ve|i have|we['’]ve|we have)(?:\s+(?:already|just|also))*"
_FINE = (
    r"(?:fine|ok|okay|happy|good|cool|on board|supportive|all for it|in favou?r|behind it|alright|all right"
    r"|positive|relaxed about)"
)
_NO = (
    rf"{_WHO}\s+(?:still\s+)?(?:does\s?n['’]?t|do\s?n['’]?t|does not|do not|not|did\s?n['’]?t"
    rf"|did not)\s+(?:yet\s+)?(?:know|heard?|been told)\b"
    rf"|\b(?:have\s?n['’]?t|have not|did\s?n['’]?t|did not|not|never)\s+(?:yet\s+)?(?:told|tell|mentioned|mention"
    rf"|informed|inform|spoken|spoke"
    rf"|asked|ask|said (?:anything|a word)|raised)\b(?:\s+(?:it|this|that|anything))?(?:\s+(?:to|with))?\s*(?:{_HIM}"
    rf"|yet|\.|,|$)"
    rf"|{_WHO}\s*(?:has\s?n['’]?t|have\s?n['’]?t|not|has not|is\s?n['’]?t|was\s?n['’]?t)\s+(?:yet\s+|been\s+)*(?:told"
    rf"|informed|aware|asked|in the loop|been)\b"
    r"|\b(?:is\s?n['’]?t|is not|not)\s+(?:yet\s+)?aware\b|\bunaware\b|\bwithout\s+(?:\w+\s+)?(?:telling|informing"
    r"|knowing)\b"
    rf"|\bwithout\s+{_HIM}\s+knowing|\bbehind\s+(?:\S+\s+){{0,3}}back\b|(?<!\w)(?:manager|boss|@boss)\s*(?:knows?"
    rf"|aware|told)?\s*[:=]\s*(?:no\b|n\b|false|not yet)"
    rf"|\b(?:do\s?n['’]?t|do not|must\s?n['’]?t|must not|can['’]?t|should\s?n['’]?t)\s+want\s+{_HIM}\s+to\s+(?:know"
    rf"|find out|hear)"
    rf"|\bkeep (?:it|this) (?:secret|quiet|from)|\bbefore i tell\b|\b(?:will|['’]ll|going to)\s+(?:tell"
    rf"|inform)\s+{_HIM}"
    rf"|{_WHO}\s+(?:has\s+)?no idea\b|(?<!\w)(?:manager|boss|@boss)\s+(?:not\s+(?:told|aware|informed|know)|unaware)"
)
_SUGGESTED = (
    rf"{_WHO}\s+(?:suggested|suggests|encouraged|encourages|recommended|recommends|proposed|advised"
    rf"|told me to(?! go\b)|asked me to|wants me to (?:ask|write|e-?mail|contact|meet|talk|speak|go|reach)|pushed me to"
    r"|urged me|thinks i (?:should|ought)|sa(?:id|ys) (?:that )?i (?:should|ought|could)|said (?:to )?(?:just )?(?:ask|write"
    r"|email|contact|reach|talk|speak|get in touch)"
    r"|put me up to|says?\s+(?:to\s+)?(?:take|bring|go|ask|write|talk)\b[^.;]{0,12}\bto|said\s+(?:to\s+)?(?:take|bring) it to)\b"
    rf"|@boss\b[^.;\n]{{0,40}}\b(?:and|who)\s+(?:s?he\s+)?(?:suggested|encouraged|encourages|recommended)\b"
    rf"|\b(?:suggestion|idea) (?:of|from) {_HIM}|(?<!\w)(?:{BOSS}|@boss)['’]s (?:idea|suggestion)\b|\bit was (?:his"
    rf"|her|their) (?:idea|suggestion)"
    rf"|\b(?:encouraged|told|advised|asked) by {_HIM}\b"
)
_AGREED = (
    rf"{_WHO}\s+(?:(?:knows?\s+(?:already\s+)?(?:about\s+(?:it|this)\s+)?and\s+)?(?:s?he\s+|they\s+|is\s+)*{_FINE}"
    r"|agree[sd]?|approve[sd]?|support(?:s|ed)?(?!\s+(?:team|desk))|okayed|ok['’]d|allow(?:s|ed)|permitted|blessed"
    r"|signed (?:it )?off"
    r"|(?:gave|given|gives|give)\s+(?:me\s+)?(?:(?:his|the|her|their|a)\s+)?(?:full\s+)?(?:ok|okay|blessing"
    r"|permission|go-ahead|approval|green light|thumbs up)"
    r"|(?:said|says?|replied|told me)[\s,:\"]+(?:that\s+|to\s+)?(?:it['’]?s\s+|is\s+|it is\s+|that['’]?s\s+)?(?:yes"
    r"|ok|okay|fine|go ahead|go for it|sure|alright|all right|good|no problem|great|of course)"
    r"|(?:has\s+|had\s+)?no\s+(?:problem|objections?|issue|worries)|(?:does\s?n['’]?t|does not"
    r"|do\s?n['’]?t)\s+(?:mind|object)"
    r"|think(?:s)?\s+(?:it['’]?s|it is|this is|that['’]?s|that is)?\s*(?:an?\s+)?(?:good|great|fine|nice"
    r"|excellent)(?:\s+idea)?)\b"
    rf"|{_WHO}[^.;\n]{{0,30}}\b(?:and|&)\s+(?:s?he\s+|they\s+|is\s+)*(?:agree[sd]?|approve[sd]?|support(?:s|ed)"
    rf"|{_FINE})\b"
    rf"|@boss\b[^.;\n]{{0,40}}\bwho\s+(?:has\s+|is\s+|also\s+)*(?:agree[sd]?|approve[sd]?|support(?:s|ed)|{_FINE})\b"
    r"|@boss\b[^.;\n]{0,45}\b(?:and|who)\s+(?:s?he\s+)?(?:has\s+)?(?:said|says)\s+(?:yes|ok|okay|fine|sure|go ahead)\b"
    r"|@boss\b[^.;\n]{0,20}\bwho\s+(?:thinks|finds)\s+(?:it|this|that)(?:['’]?s)?\s*(?:is\s+)?(?:a\s+)?(?:good|great|fine|nice)\b"
    r"|\bwith (?:his|her|their|my (?:boss|manager)['’]?s?|@boss['’]s) (?:full )?(?:blessing|approval|support|ok"
    r"|agreement|permission)"
    rf"|(?<!\w)(?:manager|boss|@boss)\s*(?:knows?|aware|ok|agreed)?\s*[:=(]\s*(?:agreed|ok|okay|fine)\b"
    rf"|(?<!\w)(?:{BOSS}|@boss)\s+(?:ok|okay|fine|agreed|happy)\b"
)
_YES = (
    r"@boss\s*(?:[:;=(]|[-–—]\s)\s*(?:already\s+|is\s+)?(?:told|informed|aware|knows)\b|"
    rf"{_WHO}\s+(?:know|knows|aware|informed|in the loop|in the know|in the picture|copied|cc['’]?d"
    rf"|told)\b(?!\s+(?:nothing|her|him|us|me|you|that\s+i\s+am\s+(?:good|bad)|the|what|how))"
    rf"|\b{_DONE}\s+(?:told|informed|warned|mentioned (?:it|this) to|spoken (?:to|with)|talked (?:to|with)"
    rf"|spoke (?:to|with)|checked with"
    rf"|cleared (?:it|this) with|ran (?:it|this) (?:by|past)|run (?:it|this) (?:by|past)|let|asked|discussed (?:it"
    rf"|this) with)\s+{_HIM}"
    rf"|{BOSS}\s*,?\s*(?:@boss\s*,?\s*)?who(?:m)?\s+{_DONE}\s+(?:told|informed)"
    rf"|@boss,?\s+who(?:m)?\s+{_DONE}\s+(?:told|informed)"
    r"|(?<!\w)(?:manager|boss|@boss)\s*(?:knows?|aware|informed|told)\s*(?:\?\s*|[:=]\s*)(?:yes|y\b|true)"
    r"|\bknows already\b"
    rf"|(?<!\w)(?:manager|boss|@boss)\s+(?:already )?(?:in the loop|told|aware|informed)\b(?! me)"
    rf"|\bkeeping {_HIM} in the loop\b"
    rf"|@boss\b[^.;\n]{{0,40}}\b(?:and|who)\s+(?:s?he\s+)?(?:already\s+)?(?:knows|is aware)\b(?!\s+(?:me|the|how))"
    r"|\bwith (?:his|her|their|@boss['’]s|my (?:boss|manager)['’]s) knowledge\b"
    r"|\(\s*(?:s?he\s+|they\s+)?(?:is\s+)?(?:already\s+)?(?:aware|knows?|informed|told|in the loop|in the picture)\b"
    rf"|\b{_DONE}\s+mentioned\s+(?:it|this)\b|(?:^|[.;\n(]\s*)(?:already\s+)?(?:told|informed|cleared (?:it )?with"
    rf"|checked with)\s+{_HIM}"
)
_UNSURE = (
    r"\b(?:not sure|don['’]?t know|unsure|no idea|maybe|not certain)\b[^.;,]{0,25}\b(?:knows?|aware|told)\b"
    r"|\b(?:should i tell|whether to tell|whether @boss knows|if @boss knows)\b"
)


def find_manager_knows(text: str, names: Sequence[str] = ()) -> str:
    """Return suggested, agreed, yes or no as the text says it; empty when it says nothing.

    Args:
        text: the brief, brought to ordinary writing.
        names: how the manager is called in it, longest first.
    """
    for name in names:
        text = re.sub(rf"(?<!\w)(?:{BOSS}[\s,]+)?{re.escape(name)}(?!\w)", "@boss", text, flags=re.I)
    if re.search(_UNSURE, text, re.I):
        return ""
    for value, pattern in (("no", _NO), ("suggested", _SUGGESTED), ("agreed", _AGREED), ("yes", _YES)):
        if re.search(pattern, text, re.I):
            return value
    return ""
