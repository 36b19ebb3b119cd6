"""A reason that is nobody else's business: told to us, and left out of a letter that calls off a meeting."""

import re

from app.coaching.emails.phrases import items
from app.domain.emails import EmailBrief

PERSONAL = "for personal reasons"
LEFT_OUT = "I left the reason out. Say it in the form if you want it in."
CALLED_OFF = frozenset({"decline", "reschedule"})
_FAMILY = (
    r"\b(?:my|our)\s+(?:\w+\s+)?(?:sons?|daughters?|kids?|child(?:ren)?|baby|wife|husband|partner|girlfriend|boyfriend|spouse|mother|mum|mom"
    r"|father|dad|parents?|brother|sister|gran\w*|aunt|uncle|niece|nephew|family)\b"
)
_PRIVATE = re.compile(
    r"\bill\b(?!\s+(?:be|have|do|go|need|get|try|come|take|send|bring|see)\b)|\billness\b|\bunwell\b|\bsick(?:ness)?\b(?!\s+of\b)"
    r"|\b(?:depress(?:ed|ion)|anxiety|burn(?:t|ed)?[- ]?out|breakdown|cancer|chemo\w*|tumou?r|oncolog\w+|biops(?:y|ies)|radiotherapy"
    r"|dialysis|therap(?:y|ist)|counsell?ing|psychiatr\w+|rehab|detox|migraines?|flu|covid|fever|injur(?:y|ed)|wheelchair|medication)\b"
    r"|\bstress(?:ed)?\b(?!\s+test)|\b(?:my|his|her|have|having|had|need|got|'s)\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:surgery|operation)\b"
    r"|\b(?:my|MRI|CT|baby|ultrasound) scan\b"
    rf"|\b(?:I'm|I am|am|is|are|{_FAMILY}(?:'s)?)\s+in (?:the )?hospital\b|^in hospital\b"
    r"|\b(?:pregnan\w+|miscarr\w+|IVF|fertility|antenatal|prenatal)\b"
    r"|\b(?:divorc\w+|custody|break-?up|split(?:ting)? up|separated|marriage|left me)\b"
    r"|\b(?:bereave\w*|funeral|burial|mourning|grie(?:f|ving)|passed away|death in|lost my)\b"
    r"|\b(?:my|our|his|her)\b[^.;,]{0,30}\b(?:died|dying|death)\b"
    r"|\b(?:church|mosque|synagogue|temple|prayers?|praying|ramadan|eid|sabbath|shabbat|yom kippur|passover|diwali|religio\w+|faith"
    r"|pilgrimage|hajj|baptism)\b"
    r"|\b(?:an?|my|our|his|her|court|custody|disciplinary|tribunal|immigration|asylum)\s+hearing\b|\btribunal\b"
    r"|\b(?:in|to|at|my|family|county|crown)\s+court\b|\bcourt (?:date|hearing|case|appearance)\b"
    rf"|{_FAMILY}[^.;]{{0,40}}\b(?:trouble|problems?|crisis|expelled|excluded|suspended|accident|emergency|drinking|addict\w*|abus\w*|arrest\w*)\b",
    re.I,
)
"""A bare appointment with a doctor is none of these: it says when, and not what for."""
_OF_WORK = re.compile(
    r"\b(?:team|staff|colleagues?|crew|people|nurses?|half|shift|cover(?:ing)?)\b[^.;]{0,30}\b(?:sick|ill|flu|covid)\b",
    re.I,
)
"""Somebody is away and the work has to be done: no news of the writer."""
_SAY_WHY = re.compile(
    r"(?<!n't )(?<!not )(?<!dont )(?<!never )\b(?:say|tell|give|mention|explain|let)\b[^.;!?\n]{0,25}\b(?:why|(?:the|my) reason)\b",
    re.I,
)
_SAYS_IT = re.compile(
    r"(?<!n't )(?<!not )(?<!dont )(?<!never )\b(?:tell|say|mention|explain|let)(?:\s+(?:to\s+)?(?:him|her|them|(?-i:[A-Z]\w+)))?"
    r"(?:\s+(?:that|about|know|it's|it is))*\s*$",
    re.I,
)


def is_private(said: str) -> bool:
    """Tell whether the words speak of the writer's health, family, losses, faith or a court."""
    return bool(_PRIVATE.search(said.replace("’", "'"))) and not _OF_WORK.search(said)


def without_private(brief: EmailBrief, text: str) -> EmailBrief:
    """Return the brief without what is private in it, kept among what no fact holds; unless the text says to give it.

    Args:
        brief: as read from the text.
        text: the brief in the user's words.
    """
    if brief.kind not in CALLED_OFF or _SAY_WHY.search(text):
        return brief
    facts, out = dict(brief.facts), []
    if (reason := facts.get("reason", "")) and is_private(reason) and not _to_be_said(reason, text):
        facts["reason"] = PERSONAL
        out.append(reason)
    told = items(facts.pop("more", ""))
    hidden = [each for each in told if is_private(each) and not _to_be_said(each, text)]
    if kept := [each for each in told if each not in hidden]:
        facts["more"] = " | ".join(kept)
    return brief.model_copy(update={"facts": facts, "unplaced": tuple(dict.fromkeys((*brief.unplaced, *out, *hidden)))})


def left_out(brief: EmailBrief, body: str) -> tuple[str, ...]:
    """Return what is private and was told, and the letter does not say."""
    if brief.kind not in CALLED_OFF:
        return ()
    return tuple(each for each in brief.unplaced if is_private(each) and each.lower() not in body.lower())


def _to_be_said(said: str, text: str) -> bool:
    """Tell whether the writer wants just this said: "tell Helen that I'm ill"."""
    at = text.lower().find(said.lower())
    return at > 0 and bool(_SAYS_IT.search(text[:at]))
