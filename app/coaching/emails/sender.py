"""Who writes the letter, from the ways people give their own name."""

import re

from app.coaching.emails.names import take_name
from app.coaching.emails.scanning import TITLE, after
from app.coaching.emails.wording import MONTHS


def find_sender(text: str) -> str:
    """Return the writer's own name, or an empty string."""
    cues = (
        (r"\bI,\s+", False),
        (
            (
                r"(?:^|[\n.;,]\s*)(?:my\s+)?name\s*(?:is|['’]s|:|=)?\s+|\bmy name(?:['’]s| is)?\s+"
                r"|\bi am called\s+|\bme\s*[:=]\s*|\b(?:signed?|sign(?:ed)? (?:it )?(?:as|by|with))[,:]?\s+|(?:^"
                r"|\n)\s*(?:from|sender)\s*:\s*"
            ),
            True,
        ),
        (r"\b(?:i['’]?m|i am|this is|it['’]s|here is)\s+", False),
    )
    for pattern, lower in cues:
        for name, _, _ in after(pattern, text, lower=lower):
            return name
    for match in re.finditer(r"(?:^|[.\n]\s*)(?=[A-Z])", text):
        name, end = take_name(text, match.end())
        if (
            len(name.split()) > 1
            and re.match(rf",\s+{TITLE}\s*(?:[.,;\n]|$)", text[end:], re.I)
            and not re.match(r".{0,60}\b(?:my boss|boss's)\b", text[end:])
        ):
            return name
        if len(name.split()) > 1 and re.match(
            (
                r",\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:analyst|engineer|developer|designer|nurse|teacher"
                r"|specialist|coordinator|consultant|officer|administrator|technician|scientist|researcher"
                r"|accountant|planner|writer|editor|associate|executive|assistant|intern|clerk|driver|operator"
                r"|supervisor|librarian|tester|producer|lead|buyer|recruiter|architect|auditor|representative)\b"
            ),
            text[end:],
        ):
            return name
    for match in re.finditer(r"\b(?:i['’]?m|i am|this is)\s+", text, re.I):
        name, end = take_name(text, match.end(), lower=True)
        rest = text[end : end + 30]
        if (
            name
            and (
                re.match(
                    r"\s*(?:,|\band\b|\bfrom\b|\bhere\b|\.|;|-|–|\(|$|\n|\b(?:a|an|the|my|i|in|on)\b)",
                    rest.lstrip(" "),
                    re.I,
                )
            )
            and not re.match(r"\s*(?:to|of|with|about|for|at|that)\b", rest, re.I)
            and (len(name.split()) > 1 or re.match(r"\s*,|\s+(?:from|here|and i|,? an?|the)\b", rest, re.I))
        ):
            return name
    if sign := re.search(r"(?:^|[.,\n]\s*)([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\s+here\b", text):
        return sign[1]
    if sign := re.search(
        r"(?:regards|best|thanks|cheers|thank you)[,!.]?\s*\n\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\s*$", text, re.I
    ):
        return sign[1]
    if sign := re.search(r"(?:^|[.!?\n]\s*)(?:From|from|FROM):?\s+(?=[A-Z])", text):
        name, end = take_name(text, sign.end())
        if name and name.lower() not in MONTHS and re.match(r"\s*(?:[.,;\n]|$)", text[end:]):
            return name
    if sign := re.search(
        (
            r"[.!?\n]\s*(?:(?i:thanks|thank you|cheers|best|regards"
            rf"|from)[,!.]?\s+)?([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}})(?:,\s*(?i:{TITLE}))?\.?\s*$"
        ),
        text,
    ):
        name, end = take_name(text, sign.start(1))
        if name and end >= sign.end(1):
            return name
    if text == text.lower() and (
        sign := re.search(
            rf"(?:[.!?\n]\s*(?:thanks,?\s+|from\s+)?|\b(?:{TITLE})\s+)([a-z][\w'’-]+(?: [a-z][\w'’-]+)?)\s*$", text
        )
    ):
        name, end = take_name(text, sign.start(1), lower=True)
        if name and end >= sign.end(1):
            return name
    for sign in re.finditer(r"[.!?\n]\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})\.(?=\s)", text):
        name, end = take_name(text, sign.start(1))
        if end >= sign.end(1):
            return name
    if sign := re.search(r"\bi['’]?m\s+([a-z][\w'’-]+)\s*\.?\s*$", text, re.I):
        return take_name(text, sign.start(1), lower=True)[0]
    if sign := re.match(
        r"\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}),\s+(?=[a-z])(?!(?:my|his|her|our|their|who|the)\b)", text
    ):
        name, end = take_name(text, sign.start(1))
        if name and end >= sign.end(1):
            return name
    if sign := re.search(r"(?P<before>.{0,30}),\s+([A-Z][\w'’-]+ [A-Z][\w'’-]+)\.?\s*$", text, re.S):
        name, end = take_name(text, sign.start(2))
        if name and not re.search(
            r"boss|manager|director|leader|head|chief|president|skip|\b(?:to|with|for)\b[^,]*$", sign["before"], re.I
        ):
            return name
    return ""
