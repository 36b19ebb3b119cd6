"""Facts that follow a label or an opening phrase: topics, reasons, what was heard."""

import re

_END = r"(?=\s*(?:[.;\n]|$))"
_ONE = r"[^.;\n]{2,220}"
_SAID = dict.fromkeys(("topics", "heard", "praise", "not_doing"), r"[^.\n]{2,320}")
"""Lists may hold semicolons."""
_LABELS = {
    "topics": (
        r"(?:(?:topics?|agenda|questions?|points?)(?:\s+for\s+[^:.\n]{3,60}"
        r"|[^:.\n]{3,60}(?=:))?(?=\s*(?:are\b|is\b|would be\b|will be\b|:|=))|send (?:him"
        r"|her|them)\s*(?=:)|i(?:['’]d"
        r"| would| will"
        r"|['’]ll)?\s+(?:like to |want to )?(?:bring(?: up)?|cover|raise|ask about|talk about|discuss))\s*(?:are|is|:|="
        r"|would be)?"
    ),
    "share": (
        r"(?:share|(?:one|a|the) (?:fact|figure|number|thing|result|point)[^:.\n]{0,30}(?=:)"
        r"|i(?:['’]ll| will| can|['’]d like to| want to)?\s+(?:also\s+)?(?:share|show|mention|tell (?:him"
        r"|her|them) (?:about|that)))\s*(?:is|:|=)?"
    ),
    "worry": (
        r"(?:(?:his|her|their|the) (?:worry|concern|objection|reason|fear) (?:is|was|:)|worry\s*:|(?:is |was "
        r"|he's |she's )?(?:worr(?:ied|ies)|concerned|afraid|fears|scared|anxious)(?:\s+(?:that|about))?"
        r"|(?:thinks|feels|thought|believes)(?:\s+that)?|because|(?:said|says|replied|told me)\s+(?!no\b|yes\b"
        r"|(?:that\s+)?(?:s?he|they)(?:'s| is| was| are)\s+(?:worried|concerned|afraid))(?:that\s+)?)"
    ),
    "result": (
        r"(?:result|outcome|what came of it|found it|done(?=\s*:)|fixed|turns out|it turned out|i\s+(?:found|measured"
        r"|tried|ran"
        r"|finished|completed|did(?! what| my| it)|built|made|sent|checked|talked to|interviewed|tested|compared"
        r"|analy[sz]ed|collected|asked|wrote|spoke to|visited|counted|reviewed|mapped|set up)|we\s+(?:found|measured"
        r"|tried|ran|finished|completed|cut"
        r"|reduced|fixed))\s*(?:is|:|=)?"
    ),
    "meaning": r"(?:meaning|this means|it means|that means|which means|meaning that)\s*(?::|=)?",
    "reason": r"(?:reason\s*(?:is|:|=)|because(?: of)?|since|due to|as(?=\s+(?:i|we|my|our|the)\b))",
    "heard": (
        r"(?:heard|themes?|what i heard|i heard(?: that)?|you (?:said|told me|raised|mentioned)|she (?:said"
        r"|told me|raised|mentioned)|he (?:said"
        r"|told me|raised|mentioned)|they (?:said|told me|raised|mentioned)|people (?:said|told me|raised"
        r"|mentioned)|(?:his|her|their|your) (?:people|team|reports?|engineers|staff) (?:say|said|told me|mentioned"
        r"|feel|want)"
        r"|they (?:['’]d|would) like|they['’]d like|they want|came up)\s*(?:that|about|was|were|are|is|:|=)?"
    ),
    "doing": (
        r"(?:doing|will do|i do(?=\s*:)|actions?|i(?:['’]ll| will| am going to|['’]m going to)|we(?:['’]ll| will| are going to)"
        r"|what i will do)\s*(?:is|are|:|=)?"
    ),
    "not_doing": (
        r"(?:not doing|(?:won['’]?t|will not|not to|can['’]?t) do"
        r"|i (?:won['’]?t|will not|can['’]?t|cannot)|we (?:won['’]?t|will not|can['’]?t|cannot)"
        r"|what i won['’]?t do)\s*(?:is|:|=)?"
    ),
    "praise": (
        r"(?:praise|(?:strengths?|(?:people )?(?:praised|valued|liked))(?=\s*:)|thank (?:him|her|them) for"
        r"|thanks?(?: to (?:him|her|them))? for|recognition|did (?:a )?(?:great"
        r"|good|excellent) (?:job"
        r"|work) (?:on|with)|proud of|grateful for)\s*(?:is|:|=)?"
    ),
    "alternative": (
        r"(?:alternative|instead|offer(?: (?:him|her|them))?|could (?:come to|join)|maybe|perhaps|suggest(?: (?:him"
        r"|her|them))?"
        r"|propose)\s*(?:is|:|=)?"
    ),
    "confidentiality": r"(?:confidentiality|what happens with what (?:is said|i hear|people say))\s*(?:is|:|=)",
}
WHOLE = frozenset({"result", "meaning", "reason"})
"""Facts that keep their opening words: "I found that …"."""


def find_labelled(name: str, text: str) -> str:
    """Return what follows a fact's label or opening words, to the end of the sentence; several are joined by bars."""
    found: list[str] = []
    named: list[bool] = []
    for match in re.finditer(
        rf"(?:^|[\s.;,(])(?:{_LABELS[name]})(?:\s*\([^)\n]*\)\s*:)?\s+(?P<said>{_SAID.get(name, _ONE)}){_END}",
        text,
        re.I,
    ):
        said = (match.group() if name in WHOLE and ":" not in match.group()[:25] else match["said"]).strip(" ,:-.;(\n")
        said = re.split(
            (
                r",?\s+(?:\bunder \d+|\bmax \d+|\bplease\b|\bkeep it\b)|\s+(?:and|but)\s+(?=(?:my boss|my manager"
                r"|i won't|i will not|i can't|i cannot)\b)"
            ),
            said,
            flags=re.I,
        )[0].strip(" ,")
        if said:
            found.append(said)
            named.append(":" in match.group()[: -len(match["said"])])
        if found and name in {"worry", "reason", "result", "meaning", "alternative", "confidentiality", "share"}:
            break
    if any(named) and name in _SAID:
        found = [part for part, label in zip(found, named, strict=True) if label]
    if name == "topics":
        found = [
            re.sub(
                r"^(?:two|three|four|a few|some|these|my)?\s*(?:topics|questions|points|things|themes)\s*:\s*", "", part
            )
            for part in found
        ]
    if name == "heard":
        found = [
            re.sub(r"^(?:two|three|four|a few|some)?\s*(?:things|points|themes)\s*:\s*", "", part, flags=re.I)
            for part in found
        ]
        found = [re.sub(r"^(?:to|from|of|for|in|after)\b[^:;,]{0,60}:\s*", "", part) for part in found]
    if name in {"topics", "heard", "praise"}:
        return " | ".join(piece for part in found for piece in _split_list(part))
    return " | ".join(dict.fromkeys(found))


def _split_list(text: str) -> list[str]:
    """Split "a, b and c" where the pieces are short; leave sentences whole."""
    pieces = [
        p.strip()
        for p in re.split(
            r"[,;]\s*(?:and\s+)?|\s*\|\s*|\s+and\s+(?=(?:how|what|why|the|our|my|your|her|his)\b)|\s*\d[.)]\s+", text
        )
        if p and p.strip()
    ]
    if len(pieces) == 1 and text.count(" and ") == 1 and len(text.split()) <= 7:
        pieces = [p.strip() for p in text.split(" and ")]
    return pieces if all(len(p.split()) <= 14 for p in pieces) else [text]
