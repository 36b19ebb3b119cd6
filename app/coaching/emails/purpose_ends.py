"""Where a purpose ends and the rest of a brief begins: lengths, limits, who knows, and what was said before."""

import re

from app.coaching.emails.wording import joined

OPINION = "view|views|take|thoughts|perspective|advice|opinion|input|feedback|guidance|ideas on|read on|help"
_TAILS = re.compile(
    r"""(?:
      [\s,]*(?:,|\band\b|\bbut\b|\bso\b)?\s*\b(?:please|pls|keep\ it|make\ it|use\ (?:an?|the|formal|warm|plain|friendly|polite|simple)
        |tone|under\ \d+
        |max(?:imum)?\b|no\ more\ than|less\ than|fewer\ than|at\ most|within\ \d+\ words|in\ \d+\ words
        |about\ \d+\ words|around\ \d+\ words|limit|up\ to\ \d+\ words|\d+\ words)\b.*
    | [\s,]*\b(?:and|but)\s+(?:(?:my|our|the)\s+)?(?:(?:direct\ )?(?:boss|manager|lead|supervisor)|(?:s?he|they
        |i|we)\b(?!\s+(?:can|could|might)\b)|(?-i:[A-Z])[\w'’-]+)\s*(?:\w+\s+)?(?:knows?|is|was|are|am|has|have|had
        |does|do|did|don['’]t|doesn['’]t|said|says|told|agreed|supports?|suggested|will|would|can|['’]s|['’]m
        |['’]ve)\b.*
    | [\s,]*,\s*(?:(?:my|our)\s+(?:boss|manager|lead)|(?:s?he|they|i|i['’]m
        |(?-i:[A-Z])[\w'’-]+))\s+(?:already\s+)?(?:knows?|is|has|have|am|does|doesn['’]t|don['’]t|do|said|told|agreed
        |supports?|suggested|will|would|can)\b.*
    | [\s,]*\b(?:(?:and|but|with|yet|still)\ )?(?:got\ |had\ )?no\ (?:answer|reply|response)\b.*
    | [\s,]*\b(?:and|but)\ it(?:['’]s|\ is)\ (?:on|at|next|this|tomorrow)\b.*
    | [\s,]*,\s*(?:s?he|they)\ (?:was|were|had|used\ to)\b.*
    | [\s,]*\band\ (?:heard|got|received|have\ heard|had)\ (?:nothing|no)\b.*
    | [\s,]*\b(?:if\ (?:possible|that['’]?s\ ok(?:ay)?)|in\ the\ next\ few\ weeks|next\ (?:week|month)
        |this\ (?:week|month)|some\ ?time\ soon|sometime|asap)\b[\s,.]*$
    | [\s,]*\b(?:for|in|over|during|about)?\s*(?:\d+|ten|thirty|twenty|fifteen|forty(?:-five)?|half\ an?
        |(?:an?\s+)?quarter(?:\ of\ an)?|an)[\s-]*(?:minutes?|mins?
        |hour|h)\b[^,;]*$
    | [\s,]*,\s*(?:i['’]?m|i\ am|my\ name|this\ is)\b.*
    | \s+(?:with|from)\s+(?:him|her)\s*$
    )""",
    re.I | re.X,
)


def without_ends(text: str) -> str:
    """Return a purpose as found, without what stands before and after it."""
    text = joined([part for part in text.split(" | ") if part.strip()]).strip(" ,;:-–—\"'“”")
    spent = r"(?:\d+|ten|fifteen|twenty|thirty|forty(?:-five)?|half\s+an?|(?:a\s+)?quarter\s+of\s+an|an)[\s-]*(?:minutes?|mins?|hour)"
    text = re.sub(rf"\s+for\s+{spent}(?=\s+(?:how|what|why|where|which|whether|about)\b)", "", text, flags=re.I)
    before = ""
    while before != text:
        text = re.sub(r"^that\s+(?=(?:I|we)\b)|,\s*(?:and\s+)?not\s+to\b.*$", "", text, flags=re.I)
        before, text = text, _TAILS.sub("", text).strip(" ,;:-–—\"'“”()")
    text = re.sub(
        r",?\s+(?:and\s+)?(?:not|nothing)\s+(?:bad\s+|negative\s+)?(?:about|against)\b.*$", "", text, flags=re.I
    )
    text = re.sub(
        r"^I\s+(?!'d|want|would|need)[^.]*?\band\s+(?:I\s+)?(?:want|would like)\s+to\s+", "", text, flags=re.I
    )
    text = re.sub(
        r"^[^,]{0,40},\s*(?:and\s+|because\s+)?I(?:['’]d| would)?\s+(?:just\s+)?(?:want|like|love|need"
        r"|hope)\s+(?:to\s+)?",
        "",
        text,
        flags=re.I,
    )
    text = re.sub(
        rf"\s+and\s+(?:I\s+)?(?:want|need|would like)\s+(?=(?:his|her|their|your)\s+(?:{OPINION})\b)",
        " and get ",
        text,
    )
    text = re.sub(r"^(?:just|simply|basically|mainly|only|maybe|mostly)\s+", "", text, flags=re.I)
    text = re.sub(
        r"^(know|learn|hear|understand) (more|better) (how|what|why|where|which|when)\b",
        r"\1 \2 about \3",
        text,
        flags=re.I,
    )
    last = r"and|or|so|but|because" + ("" if re.search(r"\b(?:what|who|which|where)\b", text, re.I) else "|to|for|with")
    text = re.sub(r"^(know|hear|learn)\s+from\s+(?:him|her|them|you)\s+", r"\1 ", text, flags=re.I)
    return re.sub(rf"\s+(?:{last})$", "", text, flags=re.I)
