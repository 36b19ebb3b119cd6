"""From the facts of a brief to the slots of a letter: names, forms of the purpose, lists, flags."""

import re
from collections.abc import Mapping

from app.coaching.emails.abroad import ABROAD, in_language, of_name, purpose_abroad
from app.coaching.emails.names import TITLES
from app.coaching.emails.others import is_named
from app.coaching.emails.phrases import first_name, items
from app.coaching.emails.practical import fill_practical, is_clause, is_statement
from app.coaching.emails.promises import as_deed, is_done, to_be
from app.coaching.emails.verbs import as_verb, inside
from app.coaching.emails.whose import DEEDS, SOMEBODY_ELSE, says_you
from app.coaching.emails.wording import a_or_an, capital, joined, possessive, tidy, to_you
from app.coaching.emails.worry import worry_of
from app.domain.emails import EmailKind
from app.domain.language import Parsed
from app.domain.ports import English

SENTENCES = ("purpose", "learned", "mine", "theirs", "more")
"""Facts that are the user's own sentences, which no table of ours can translate."""
OWN_WORDS = (*SENTENCES, "topics", "when")
"""Facts to be asked for in the letter's language where they could not be carried over."""
LIST_FACTS = ("topics", "mine", "theirs", "heard", "doing", "not_doing", "praise", "questions")


def make_slots(kind: EmailKind, facts: Mapping[str, str], english: English, language: str = "en") -> dict[str, str]:
    """Return every slot that can be filled from the facts; flags are slots whose value is "yes".

    In another language than English the facts that are sentences go in only as far as they can be carried over.
    """
    known = {
        key: " ".join(value.split()) if key not in LIST_FACTS else value
        for key, value in facts.items()
        if value.strip()
    }
    slots = dict(known)
    _people(known, slots)
    reader = _reader_names(kind, known)
    _purpose(kind, known, slots, reader, english)
    _lists(kind, known, slots, reader, english)
    fill_practical(kind, known, slots, english)
    slots["more_said"] = " ".join(
        capital(each if each.endswith("?") else f"{each.rstrip(' .')}.") for each in items(known.get("more", ""))
    )
    if language != "en":
        _carry_over(kind, known, slots, language)
    return {key: value for key, value in slots.items() if value}


def _carry_over(kind: EmailKind, known: Mapping[str, str], slots: dict[str, str], code: str) -> None:
    """Put the user's own sentences in where they are in the letter's language or have words in it; drop the rest."""
    said = {"purpose": purpose_abroad(known.get("purpose", ""), code, to_leader=kind.to == "leader")}
    said |= {
        fact: known[fact]
        for fact in ("learned", "mine", "theirs", "more", "topics")
        if fact in known and in_language(known[fact], code)
    }
    for fact in (*SENTENCES, "topics"):
        for slot in [each for each in slots if each == fact or each.startswith(f"{fact}_")]:
            del slots[slot]
        if said.get(fact):
            slots[fact] = slots[f"{fact}_{code}"] = ", ".join(items(said[fact]))


def _people(known: Mapping[str, str], slots: dict[str, str]) -> None:
    for who in ("me", "boss", "leader", "person", "assistant"):
        slots[f"{who}_first"] = first_name(known.get(who, ""))
    me = re.sub(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Miss)\.?\s+)+(?=\S+\s)", "", known.get("me", ""))
    slots["me_first"] = me if len(me.split()) > 2 and me.split()[0].lower() in TITLES else first_name(me)
    if known.get("assistant", "").lower() in {"unknown", "yes", "none", "no"}:
        slots["no_assistant"] = "yes" if known["assistant"].lower() in {"none", "no"} else ""
        slots["assistant"] = slots["assistant_first"] = ""
    if "assistant" in known and not slots.get("no_assistant"):
        slots["keeper"] = "your assistant"
    slots["boss_s"] = possessive(known.get("boss", ""))
    slots["boss_or"] = slots["boss_first"] or "my manager"
    slots["leader_or"] = known.get("leader") or "your manager"
    slots["leader_first_or"] = slots["leader_first"] or "your manager"
    for code, word, manager in (
        ("fr", "ou", "mon manager"),
        ("es", "o", "mi responsable"),
        ("de", "oder", "meine Führungskraft"),
    ):
        slots[f"boss_{word}"] = slots["boss_first"] or manager
        slots[f"leader_{word}"] = known.get("leader") or ABROAD[code]["leader"]
    slots["leader_mit"] = known.get("leader") or "deiner Führungskraft"
    slots["de_boss"] = of_name(known.get("boss", ""))
    if role := known.get("role"):
        if not re.match(r"(?:I|we)\s", role) and re.search(
            r"(?:^|\s)(?:sales|marketing|finance|logistics|payroll|support|operations"
            r"|procurement)$",
            role,
            re.I,
        ):
            role = f"I work in {role}"
        if doing := re.match(r"(?:I|we)\s+(.+)", role):
            slots["i_do"] = tidy(doing[1]).rstrip(" .")
        else:
            slots["a_role"] = a_or_an(tidy(role if not role.istitle() else role.lower()))
    if known.get("me") or known.get("role") or known.get("boss"):
        slots["identity"] = "yes"
    team = known.get("team", "")
    if team:
        slots["team"] = team if re.match(r"(?:the|our|my)\b", team, re.I) else f"the {team}"
        if not re.search(r"\b(?:team|group|department|unit|office|squad|crew|ward|branch)s?$", team, re.I):
            slots["team"] += " team"
    slots["employer_s"] = _at(known.get("employer", ""), f"{known.get('role', '')} {team}")
    knows = known.get("manager_knows", "").lower()
    slots["suggested"] = "yes" if knows == "suggested" else ""
    slots["agreed"] = "yes" if knows == "agreed" else ""
    slots["knows"] = "yes" if knows in {"yes", "suggested", "agreed"} else ""
    slots["unaware"] = "yes" if knows == "no" else ""


def _at(employer: str, role: str) -> str:
    """Return where somebody works as it follows their role; nothing for a kind of firm, or where the role says it."""
    named = employer != employer.lower() or " " not in employer or employer.startswith("the ")
    if not employer or not named or employer.lower() in role.lower():
        return " "
    return f" {employer}" if re.match(r"(?:at|in|for)\s", employer, re.I) else f" at {employer}"


def _reader_names(kind: EmailKind, known: Mapping[str, str]) -> list[str]:
    """Return what the reader is called in the user's own words."""
    if kind.to == "leader" and not known.get("from_leader"):
        full = known.get("leader", "")
        title = known.get("leader_title", "")
        generic = [
            "my boss's boss",
            "my boss's boss",
            "my skip-level manager",
            "my skip level",
            "my skip-level",
            "my manager's manager",
            "my boss boss",
        ]
        return [full, first_name(full), f"the {title}" if title else "", *generic]
    if kind.to == "boss":
        full = known.get("boss", "")
        return [full, first_name(full), "my boss", "my manager"]
    full = known.get("person", "")
    return [full, first_name(full)]


def _adapt(
    kind: EmailKind,
    text: str,
    reader: list[str],
    english: English,
    *,
    theirs: bool = False,
    deed: bool = False,
    others: bool = False,
) -> str:
    to_one = kind.to in {"leader", "person"} or kind.id in {"invite_many", "leader_pushback"}
    pronouns = (to_one and not others) or theirs
    parsed: Parsed | None = english.parse(text)
    return tidy(to_you(text, reader, pronouns=pronouns, parsed=parsed, deed=deed))


def _purpose(
    kind: EmailKind, known: Mapping[str, str], slots: dict[str, str], reader: list[str], english: English
) -> None:
    purpose = known.get("purpose", "")
    if not purpose:
        slots["purpose_unknown"] = "yes" if known.get("invited") else ""
        return
    verb = as_verb(purpose, english.parse(purpose))
    if verb.startswith("talk about ") and is_statement(verb.removeprefix("talk about "), english):
        verb = f"raise that {verb.removeprefix('talk about ')}"
    said = _adapt(kind, verb, reader, english)
    if kind.to == "boss":
        said = re.sub(r"^ask for your\b", "get their", said)
        said = re.sub(r"^ask about\b", "talk about", said)
        said = re.sub(r"^ask (?:(?:him|her|them|you) )?(?=(?:how|what|why|which|where)\b)", "hear ", said)
        whom = (
            "|".join(re.escape(n) for n in (known.get("leader", ""), first_name(known.get("leader", ""))) if n) or "@"
        )
        said = re.sub(
            rf"^(talk|speak|chat)\s+(?:with|to)\s+(?:[^,.]{{3,40}},\s*)?(?:{whom}|(?:your|her|his|their|my)\s+(?:manager"
            rf"|boss)|him|her|them),?\s+about\b",
            "talk about",
            said,
            flags=re.I,
        )
    slots["purpose_to"] = said.rstrip(" .?!")
    slots["purpose_long"] = "yes" if len(said.split()) > 16 else ""
    short = re.split(r",| and (?=\w+ (?:about|for|how|what|to)\b)| so that | in order to ", said)[0]
    words = short.split()
    if len(words) > 5 and " and " in short:
        head, _, tail = short.partition(" and ")
        short = (
            re.sub(r"\b(about|for) your [\w-]+$", lambda m: f"{m[1]} your {tail.split()[-1]}", head)
            if len(tail.split()) == 1
            else head
        )
    slots["purpose_brief"] = short.rstrip(" .?!") if 2 <= len(short.split()) <= 5 else ""


_DOING = re.compile(
    r"(?:(?:my|your|his|her|their|the|our)\s+)?(?!(?:my|your|his|her|their|the|our|an?|this|that)\b)\w+\s+(?!bring\b|\w*thing\b)\w{2,}ing\b"
    r"(?!\s+(?:is|are|was|will|would|may|might|can|could|has|have|takes|makes|looks|goes)\b)",
    re.I,
)
"""What stands after "about" though somebody does it: "people using it to complain"."""
_LED_TO = {"praise": r"^(?:thank(?:s| you)\s+)?for\s+(?=\w)", "topics": r"^(?:talk(?:ing)?\s+)?about\s+(?=\w)"}
"""What the letter says already before such a fact."""


def _lists(
    kind: EmailKind, known: Mapping[str, str], slots: dict[str, str], reader: list[str], english: English
) -> None:
    others = bool(known.get(SOMEBODY_ELSE)) or says_you(known)
    for fact in LIST_FACTS:
        if not known.get(fact):
            continue
        deed = fact in DEEDS
        told = items(known[fact])
        if fact == "doing" and kind.id == "leader_follow_up":
            done = [each for each in told if is_done(each, english)]
            told = [each for each in told if each not in done]
            slots["done_said"] = " ".join(f"I {to_be(each)}." for each in done)
        said = [
            _adapt(kind, as_deed(fact, item, english), reader, english, deed=deed, others=deed and others)
            for item in told
        ]
        said = [re.sub(_LED_TO.get(fact, "$^"), "", one, flags=re.I) for one in said]
        said = [
            one[0].lower() + one[1:]
            if one[:2].istitle()
            and one.split()[0] not in {first_name(known.get(w, "")) for w in ("boss", "leader", "person")}
            and one[:2] != "I "
            and not _is_name(one, english)
            else one
            for one in said
            if one
        ]
        if fact == "not_doing" and all(is_clause(one, english) and not _is_deed(one, english) for one in said):
            slots["not_doing_said"] = capital(joined(said))
        slots[f"{fact}_list"] = joined([inside(one) for one in said])
        slots[f"{fact}_lines"] = "\n".join(f"- {capital(one)}" for one in said)
    if slots.get("mine_list"):
        words = slots["mine_list"].split()
        thing = re.match(
            r"(?:send|share|bring|write|prepare|draft|show|collect|give)\s+(?:(?:you|her|him|them)\s+)?((?:the|an?|my|our|your)\s.+)",
            slots["mine_list"],
        )
        slots["mine_thing"] = (
            thing[1] if thing and len(words) <= 8 and " and " not in thing[1].removeprefix("the before and") else ""
        )
    for fact in ("learned", "worry"):
        if value := known.get(fact):
            if value.endswith("?") or (
                fact == "worry" and re.match(r"why\s+(?!I\b|we\b|you\b|s?he\b|they\b|the\b)\w+", value, re.I)
            ):
                asked = _adapt(kind, value, reader, english, theirs=True) if fact == "worry" else value
                slots[f"{fact}_asked"] = f"{capital(asked.rstrip('?'))}?"
                continue
            value = worry_of(value, value, known.get("leader", "")) if fact == "worry" else value
            text = _adapt(kind, value, reader, english, theirs=True).rstrip(" .")
            thing = re.match(r"(?:your|his|her|their|the)\s+(?:point|view|comment|remark|idea)\s+that\s+", text, re.I)
            text = text[thing.end() :] if thing else text
            if re.match(
                (
                    r"(?:your|his|her|their|the)\s+(?:advice|point|idea|suggestion|story|tip|question|view"
                    r"|comment|remark)\b"
                ),
                text,
                re.I,
            ):
                slots[f"{fact}_thing"] = capital(text)
                continue
            if re.match(r"to\s+\w", text) or _is_deed(text, english):
                slots[f"{fact}_do"] = _lower(re.sub(r"^to\s+", "", text), known)
                continue
            form = "that" if thing or (is_clause(text, english) and not _DOING.match(text)) else "about"
            slots[f"{fact}_{form}"] = _lower(re.sub(r"^(?:that|about)\s+", "", text, flags=re.I), known)


def _is_deed(said: str, english: English) -> bool:
    first = english.parse(said).words[:1]
    return bool(first) and first[0].pos == "VERB" and first[0].lemma == first[0].text.lower()


def _is_name(said: str, english: English) -> bool:
    parsed = english.parse(said)
    return bool(parsed.words) and is_named(parsed.words[0], parsed)


def _lower(text: str, known: Mapping[str, str]) -> str:
    names = {word for who in ("boss", "leader", "person", "employer") for word in known.get(who, "").split()}
    first = re.sub(r"['’](?:ll|d|s|re|ve)$", "", text.split()[0]) if text.split() else ""
    keep = first in names or first.isupper() or first in {"I", "I'm", "I’m"}
    return text if keep else text[:1].lower() + text[1:]
