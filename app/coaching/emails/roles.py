"""What the writer does for a living, in their own words."""

import re

from app.coaching.emails.titles import TITLE

JOBS = (
    r"analyst|engineer|developer|programmer|designer|nurse|teacher|lecturer|manager|lead|specialist"
    r"|coordinator|co-ordinator|assistant|associate|consultant|representative|rep|officer|"
    r"administrator|admin|technician|scientist|researcher|writer|editor|accountant|planner|buyer|driver"
    r"|operator|supervisor|clerk|intern|trainee|apprentice|architect|recruiter|adviser|advisor|"
    r"librarian|pharmacist|tester|producer|strategist|marketer|salesperson|seller|electrician|mechanic|picker"
    r"|controller|auditor|lawyer|paralegal|counsel|professor|fellow|instructor|therapist|doctor|"
    r"midwife|curator|translator|copywriter|executive|agent|foreman|machinist|welder|chemist|biologist"
    r"|economist|statistician|chef|cook|receptionist|cashier|underwriter|actuary|physician|surgeon|"
    r"bookkeeper|owner|contractor|team leader|leader|master|worker|practitioner|tutor|trainer|carer"
    r"|dispatcher|surveyor|estimator|inspector|journalist|photographer|partner|director|vp|head|president|"
    r"evp|svp|ceo|cto|coo|cfo|cio|cmo|founder|principal|dean|merchandiser|stylist|guard|pilot|steward"
    r"|hygienist|radiographer|paramedic|firefighter|ranger|gardener|fitter|plumber|baker|barista|sre|dba|pm"
    r"|storekeeper|shopkeeper|housekeeper|groundskeeper|handler|porter|janitor|teller|exec|caretaker|cleaner"
    r"|custodian|host|tech|sysadmin|operative|packer|butcher"
    r"|tailor"
    r"|physio|counsellor|counselor|secretary|registrar|archivist|graduate|postdoc|student|waiter|waitress|bartender"
    r"|helper"
    r"|courier|loader|stocker|investigator|negotiator|organi[sz]er|steward|adjuster|biller|coder|keeper|toolmaker"
    r"|joiner|painter|ux|sales"
    r"|ba"
)
_ROLE_END = (
    r"(?=\s*(?:[,.;:()/|\n]|$|[-–—]\s|\b(?:at|in|on|for|with|from|and|who|called|named|working|reporting|based|under"
    r"|here|i|my"
    r"|our|since|but|of my|that|we|the|trying|looking|want|would|wanting)\b))"
)


def find_role(text: str, name: str) -> str:
    """Return the writer's own role in their words, or an empty string."""
    patterns = [
        (
            r"\b(?:my\s+)?(?:role|job|position|job title|title|occupation)\s*(?:is|:|=)\s*(?:an?\s+"
            r"|the\s+)?([\w&/ -]{2,45}?)"
        )
        + _ROLE_END
    ]
    patterns += [
        rf"\b(?:me|what i do)\s*[:=]\s*(?:an?\s+)?((?:[\w&/-]+ ){{0,3}}[\w&/-]+?){_ROLE_END}",
        rf"\bi(?: have|['’]ve) been\s+(?:working as\s+)?(?:an?|the)\s+([\w&/ -]{{2,45}}?){_ROLE_END}",
    ]
    if name:
        patterns.append(
            rf"{re.escape(name)}\s*(?:,|\(|-|–|—|\band\b(?: i['’]?m| i am)?|\bi['’]?m\b|\bi am\b"
            r"|\bworks? as\b|\.\s*i['’]?m|\.\s*i am|\.\s*i work as)\s*(?:an?\s+|the\s+|your\s+)?((?!my\b|i\b"
            rf"|his\b|her\b|who\b|not\b|from\b|in\b|at\b)[\w&/ -]{{2,45}}?){_ROLE_END}"
        )
        patterns.append(rf"{re.escape(name)}\s+(?:an?|the|your)\s+([\w&/ -]{{2,45}}?){_ROLE_END}")
    patterns += [
        (
            r"\b(?:i['’]?m|i am|i work as|i am working as|i['’]m working as|i am work (?:like|as)|i work like"
            r"|work as|working as|as)\s+(?:an?|the|your|one of the"
            rf"|one of our)\s+(?:new\s+)?([\w&/ -]{{2,45}}?){_ROLE_END}"
        ),
        (
            r"\b(?:i['’]?m|i am|i work as|i am work (?:like|as)|i work like|work as|working as|here"
            rf"|myself)\s+((?:[\w&/-]+ ){{0,3}}(?:{JOBS})(?:\s+(?:of|for)\s+(?!my\b|the\b)[a-z]+)?){_ROLE_END}"
        ),
        rf"\b(?:like|as)\s+(?:an?\s+|the\s+)?((?:[\w&/-]+ ){{0,3}}(?:{JOBS})){_ROLE_END}",
        rf"(?:^|[,\n]\s*)((?:[\w&/-]+ ){{0,3}}(?:{JOBS}))\s+(?:at|in|on|for)\b",
        rf"(?:[.\n]\s*)((?:[\w&/-]+ ){{0,2}}(?:{JOBS}))(?=\s*(?:[.,\n]|$))",
        rf"\b(?:i['’]?m|i am)\s+(?:an?\s+|the\s+)?({TITLE})",
    ]
    for pattern in patterns:
        for match in re.finditer(pattern, text, re.I):
            role = re.sub(r"^(?:in|with)\s+(?=\w+$)", "", match[1].strip(" -"))
            if re.search(r"(?:^|[.:\n])\s*$", text[: match.start(1)]) and role[1:2].islower():
                role = role[:1].lower() + role[1:]
            before = text[max(0, match.start() - 25) : match.start()].lower()
            if (
                1 <= len(role.split()) <= 6
                and _is_role(role)
                and not re.search(r"(?:boss|manager|director)(?:'s|’s)? (?:is|=)?\s*\S*\s*$", before)
            ):
                head = re.match(rf"{TITLE}", text[match.start(1) :], re.I)
                return (
                    head.group().strip(" ,")
                    if head
                    and len(head.group()) > len(role)
                    and re.search(r"\b(?:vp|head|director|chief|president)\b", role, re.I)
                    else role
                )
    if name and (
        told := re.search(
            rf"{re.escape(name)},?\s+and\s+I\s+(?!am\b|work\b|would\b|want\b|need\b|have\b|report\b|will\b|know\b|met\b|hope\b)"
            r"([a-z]+\s[^.,;:()\n]{3,50}?)(?=\s*(?:[.,;:()\n]|$|\b(?:and|but|at|for)\b))",
            text,
        )
    ):
        return f"I {told[1]}"
    if place := re.search(
        r"\bI(?:'m| am)?\s+work(?:ing)?\s+((?:at|on)\s+(?:the|a|our)\s+[a-z][^.,;:()\n]{2,40}?)(?=\s*(?:[.,;:()\n]|$|\band\b))",
        text,
    ):
        return f"I work {place[1]}"
    does = re.search(
        r"\b(I\s+(?:do|look after|take care of|handle|run|coordinate|teach|drive|maintain|operate|sell|design|build"
        r"|edit|clean|care for)"
        r"\s+(?!not\b|n't|it\b|this\b|that\b|want|think|hope|know|so\b|have\b)[^.,;:()\n]{3,60}?)(?=\s*(?:[.,;:()\n]"
        r"|$|\b(?:and|but|for (?:two|three|\d)|since)\b))",
        text,
    )
    return does[1] if does else ""


def _is_role(text: str) -> bool:
    words = text.lower().split()
    if {"i", "am", "i'm", "is", "my", "his", "her", "like"} & set(words):
        return False
    if re.search(rf"\b(?:{JOBS})s?$", text, re.I) or re.match(rf"(?:{TITLE})$", text, re.I):
        return not re.match(r"(?:my|his|her|their|our|your)\b", text, re.I)
    bad = {
        "am",
        "work",
        "like",
        "bit",
        "lot",
        "little",
        "new",
        "nervous",
        "member",
        "person",
        "fan",
        "he",
        "she",
        "i",
        "we",
        "they",
        "my",
        "meeting",
        "request",
        "email",
        "letter",
        "to",
        "is",
        "was",
        "you",
        "it",
        "part",
        "result",
        "short",
        "big",
        "team",
        "reply",
        "remote",
        "boss",
        "leader",
    }
    return (
        len(words) <= 4
        and not bad & set(words)
        and bool(re.search(r"(?:er|or|ist|ant|ent|ian|man|woman|ect|eer)$", words[-1]))
    )
