"""The slots of a letter that are plain facts: minutes, times, reasons, how they meet, what came of it."""

import re
from collections.abc import Mapping

from app.coaching.emails.abroad import ABROAD, when_abroad
from app.coaching.emails.phrases import when_phrase
from app.coaching.emails.timing import SOON, either, times_of, with_articles
from app.coaching.emails.typed import minutes_of
from app.coaching.emails.wishes import names_managers
from app.coaching.emails.wording import DAYS, MONTHS, capital, tidy, to_you
from app.domain.emails import EmailKind
from app.domain.ports import English


def is_clause(text: str, english: English) -> bool:
    """Tell whether the words stand after "that": a whole clause, and not "how she decides"."""
    if re.match(r"that\s+", text, re.I):
        return True
    if re.match(r"(?:how|what|why|which|where|when|who|about|the way|to)\b", text, re.I):
        return False
    words = english.parse(text).words
    return any(w.dep in {"nsubj", "nsubjpass"} for w in words) and any(w.pos in {"VERB", "AUX"} for w in words)


def is_statement(text: str, english: English) -> bool:
    """Tell whether the words are a whole sentence: "the grant ends in March", and not "the days we weren't paid for"."""
    if re.match(r"(?:how|what|why|which|where|when|who|whether|if|to)\b", text, re.I):
        return False
    words = english.parse(text).words
    roots = {i for i, w in enumerate(words) if w.dep == "ROOT" and w.pos in {"VERB", "AUX"}}
    return any(w.dep in {"nsubj", "nsubjpass", "expl"} and w.head in roots for w in words)


def _because(reason: str, english: English) -> str:
    """Return the reason as it follows a sentence: "because of a customer visit"."""
    if re.match(r"(?:because|since|due to|as)\b|for (?:\w+ )?reasons\b", reason, re.I):
        return re.sub(r"^since\b", "because", reason[0].lower() + reason[1:])
    if re.match(
        r"(?:stuck|ill|sick|away|abroad|out of|off|on (?:leave|holiday|vacation)|double-booked|travell?ing|in hospital)\b",
        reason,
        re.I,
    ):
        return f"because I am {reason[0].lower()}{reason[1:]}"
    if re.match(
        r"(?:(?:the|our|some)\s+)?[\w-]+\s+(?:in|here|round|visiting|coming)(?:\s+(?:on\s+)?\w+)?$", reason, re.I
    ):
        return f"because we have {reason[0].lower()}{reason[1:]}"
    if reason.lower().startswith("until"):
        return f"not {reason}"
    if re.match(r"(?:We|The|My|Our|There|There's|A|An)\b", reason):
        reason = reason[0].lower() + reason[1:]
    return f"because {reason}" if is_clause(reason, english) else f"because of {reason}"


def fill_practical(kind: EmailKind, known: Mapping[str, str], slots: dict[str, str], english: English) -> None:
    """Add the slots of minutes, times, reasons, formats and results."""
    minutes = minutes_of(known.get("minutes", ""))
    slots["minutes"] = minutes or "30"
    slots["minutes_given"] = "yes" if minutes else ""
    slots["the_time"] = f"the {minutes} minutes" if minutes else "making time"
    slots["minutes_s"] = f" of {minutes} minutes" if minutes else ""
    suits = times_of(with_articles(known.get("times", "")))
    slots["soon"] = suits.by or SOON
    slots["times"] = suits.free
    if suits.only:
        slots["times"], slots["times_limited"] = f"only {suits.free}", "yes"
    elif suits.without:
        slots["times"], slots["times_limited"] = f"{suits.free or 'most times'}, but not {suits.without}", "yes"
    if when := known.get("when"):
        slots["when"] = when_phrase(with_articles(when))
        slots["when_c"] = capital(re.sub(r"^on ", "", slots["when"]))
        slots.update({f"when_{code}": f" {said}" for code in ABROAD if (said := when_abroad(when, code))})
        slots["when_asked"] = "" if known.get("booked") or known.get("invited") else slots["when"]
        slots["when_bare"] = re.sub(r"^(?:on|at|in) ", "", slots["when"])
    slots["writing_when"] = when_phrase(known["writing"]) if known.get("writing") else "in the next few days"
    if new := known.get("new_times"):
        slots["new_times"] = either(with_articles(tidy(re.sub(r"^(?:on\s+)", "", new, flags=re.I))))
        if not re.search(r"\bbetween\b", new, re.I):
            slots["new_times"] = re.sub(rf"\sand(?=\s(?:{'|'.join(DAYS)}))", " or", slots["new_times"], flags=re.I)
    if other := known.get("alternative"):
        slots["alternative"] = re.sub(r"^(?:in|on|maybe|perhaps)\s+", "", with_articles(tidy(other)), flags=re.I)
        slots["alternative"] = re.sub(r"^(?:The|A|An|Any)\b", lambda m: m.group().lower(), slots["alternative"])
        first = english.parse(other).words[:1]
        if (
            first
            and first[0].pos in {"NOUN", "ADJ"}
            and not first[0].text.isupper()
            and first[0].text.lower() not in (*DAYS, *MONTHS)
        ):
            slots["alternative"] = slots["alternative"][0].lower() + slots["alternative"][1:]
        if is_clause(other, english):
            slots["alternative_said"] = re.sub(r"\s+instead$", "", tidy(other).rstrip(" ."))
        elif first and first[0].pos == "VERB" and first[0].lemma == first[0].text.lower():
            slots["alternative_said"] = re.sub(r"\s+instead$", "", f"I could {slots['alternative'].rstrip(' .')}")
    if reason := known.get("reason"):
        slots["reason_s"] = _because(tidy(reason).strip(" ."), english)
    if rule := known.get("confidentiality"):
        # The letter names the exceptions in full, once.
        tail = _EXCEPT.search(rule)
        rule = rule[: tail.start()] if tail and len(_LIMITS.findall(tail.group())) > 1 and tail.start() else rule
        said = re.sub(r"^what (?:I hear|you (?:say|tell me)|people (?:say|tell me))\b", "it", tidy(rule), flags=re.I)
        slots["confidentiality"] = said if said.startswith("I ") else said[0].lower() + said[1:]
    if known.get("share"):
        slots["share"] = re.sub(r"^that\s+", "", slots["share"], flags=re.I)
    span = re.match(r"(?:between\b|(?:from\s+)?.*\d.*\b(?:to|until|till)\b.*\d)", known.get("start", ""), re.I)
    slots["starting"], slots["to_start"] = ("holding", "hold") if span else ("starting", "start")
    if start := known.get("start"):
        said = re.sub(r"^(?:beginning|commencing)\s+(?:(?:from|on)\s+)?", "", tidy(start), flags=re.I)
        if said.lower() in MONTHS:
            said = said.capitalize()
        if kind.id == "invite_one" and re.match(rf"(?:{'|'.join(DAYS)}|\d)", said, re.I):
            said = when_phrase(said)
        if not re.match(
            r"(?:from|in|on|next|this|after|starting|at|soon|any|between|before|once|today|tomorrow|within)\b",
            said,
            re.I,
        ):
            said = f"{'in' if kind.id == 'invite_one' else 'from'} {said}"
        slots["start"] = said[0].lower() + said[1:]
        slots["start_c"] = capital(said)
    slots["cadence_s"] = f", {known['cadence']}" if known.get("cadence") else " "
    slots["length_s"] = f", {minutes} minutes each" if minutes else " "
    slots["who"] = known.get("who") or "each person in your teams"
    if kind.id == "announcement":
        slots["who"] = re.sub(r"\btheir\b", "your", slots["who"], flags=re.I)
    slots["you_first"] = "you first" if names_managers(known.get("who", "")) else ""
    slots["settled"] = "yes" if re.match(r"no\b", known.get("veto", ""), re.I) else ""
    style = known.get("format", "").lower()
    slots["format_c"] = (
        "A video call"
        if "video" in style or "remote" in style
        else "A phone call"
        if "phone" in style
        else "Meeting in person"
        if "person" in style
        else ""
    )
    slots["format_s"] = {
        "A video call": ", by video",
        "A phone call": ", by phone",
        "Meeting in person": ", in person",
    }.get(slots["format_c"], " ")
    slots["by"] = slots["format_s"].removeprefix(",").strip()
    slots["by_only"] = slots["by"] if "only" in style.split() else ""
    for fact in ("result", "meaning"):
        if said := known.get(fact, "").strip(" ."):
            first = english.parse(said).words[:1]
            if first and first[0].pos == "VERB" and first[0].lemma != first[0].text.lower() and first[0].dep == "ROOT":
                said = f"I {said[0].lower()}{said[1:]}"
            slots[f"{fact}_c"] = capital(said if len(said.split()) > 3 or fact == "result" else f"It means {said}")
    slots["late"] = (
        "yes"
        if re.search(
            (
                r"\b(?:(?:i am|i'm|it is|it's|will be|running) late|delayed|not (?:yet )?(?:done|finished|ready)"
                r"|needs? more time|(?:take|takes|need|needs) (?:me )?(?:a bit |a little )?longer)\b"
            ),
            known.get("result", ""),
            re.I,
        )
        else ""
    )
    slots["format_or"] = f"in {style}" if " of " in style else "in groups" if "group" in style else "one to one"
    slots["manner_s"] = f", {slots['format_or']}" if style else " "
    _before_a_round(kind, known, slots)
    if not slots["format_c"]:
        slots["format"] = ""
    slots["meeting_set"] = "yes" if known.get("invited") or known.get("booked") or known.get("met") else ""
    theirs = known.get("touchy") or _OURS.search(
        " ".join(known.get(name, "") for name in ("purpose", "topics", "more"))
    )
    slots["may_be_theirs"] = "yes" if theirs and not known.get("not_them") else ""


_LIMITS = re.compile(r"safety|harassment|discrimination|fraud|danger|crime", re.I)
_EXCEPT = re.compile(r"[,;]?\s*\b(?:except|unless|other than|apart from|exceptions?)\b.*", re.I)
_OURS = re.compile(
    r"\b(?:unpaid|(?:not|n't)(?: been)? paid|paid for|overtime|wages|underpaid|workload|under-?staffed|short-?staffed|unfair\w*|complain\w*"
    r"|our (?:pay|hours|rotas?|shifts?|breaks?|workload|staffing|targets?)|(?:concerns?|problems?|trouble|conflict) (?:with|in|on)"
    r"|refus\w+|denied|turned down|passed over|(?:my|our) (?:review|rating|appraisal|grievance))\b",
    re.I,
)
"""What a manager may well have a hand in."""
_MEETS = re.compile(
    r"(?:I(?:'m|'ll| will| am)?\s+)?(?:begin|start|going)?\w*\s*(?:to\s+)?"
    r"(?:talk|speak|meet|see|sit|visit)(?:ing)?(?:\s+(?:down|to|with|up))*\s+(.+)",
    re.I,
)
"""What a leader is going to do before a round: whom they will meet."""


def _before_a_round(kind: EmailKind, known: Mapping[str, str], slots: dict[str, str]) -> None:
    """Add the slots of a note to a manager whose people a leader is going to meet."""
    told = any(known.get(name) for name in ("start", "who", "minutes", "purpose", "topics", "confidentiality"))
    if kind.id != "manager_note" or not told or known.get("heard") or known.get("praise"):
        return
    slots["ahead"] = "yes"
    slots["ahead_s"] = f", {slots['start']}" if slots.get("start") else " "
    slots["whom"] = to_you(known["who"], (), pronouns=True) if known.get("who") else "people in your team"
    if meets := _MEETS.fullmatch(slots.get("doing_list", "")):
        slots["whom"], slots["doing_list"] = meets[1], ""
        if meets[1][0].isupper():
            slots["length_s"] = slots["length_s"].removesuffix(" each")
    if rule := slots.get("confidentiality"):
        said = to_you(rule, (), pronouns=True)
        slots["confidentiality"] = f"you {said}" if re.match(r"(?:get|receive|hear|have|see)\b", said) else said
