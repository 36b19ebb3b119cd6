"""Reading a real leader out of a few sentences: only what is written, and nothing that is private."""

import re
from collections.abc import Callable, Sequence

from app.coaching.rehearsal.own_leader import nearest
from app.coaching.rehearsal.weighing import PERSONAL
from app.domain.base import Value
from app.domain.described import Described, Trait
from app.domain.language import Parsed, Span
from app.domain.library import Library
from app.domain.risk import RiskReport

LEFT_OUT = frozenset(
    "oversharing_personal gossip rumours confidential_info discriminatory_remark politics_religion".split()
)
"""Risks whose sentences say nothing that a rehearsal may use."""
PRIVATE = re.compile(
    r"\b(?:divorc\w*|affairs?|married|marriage|wife|husband|girlfriend|boyfriend|kids?|children|pregnan\w+|ill(?:ness)?"
    r"|sick|cancer|surgery|hospitalised|depress\w+|anxiety|therap\w+|medication|rehab|alcohol\w*|drinks? (?:too|a lot)"
    r"|drunk|drugs?|debts?|gay|lesbian|trans|religio\w+|church|mosque|votes?|salary|earns|years old|her age|his age)\b",
    re.I,
)
_ROLE = re.compile(
    r"(?<![\w-])(?:(?:senior|executive|group|regional|area|deputy|associate|assistant|interim|acting|global|national|new)"
    r" )*(?:[es]?vp|vice[ -]president|(?:managing |medical |finance |nursing |operations |engineering |clinical |sales "
    r"|site |plant |store )?director|general manager|(?:plant|store|site|branch|hotel) manager|head ?teacher|"
    r"head(?= of)|chief \w+(?: officer)?|c[efiotpmr]o|managing partner|partner|president|dean|matron|superintendent"
    r"|founder|commander|provost|controller)\b(?:(?: of| for|,(?= [A-Z]))(?: [\w&-]+){1,3}?(?=[.,;:()\n]|$| (?:and|who"
    r"|is|was|but|at|since|has|she|he|they)\b))?",
    re.I,
)
_NAMED = re.compile(
    r"(?:\b(?i:called|named|name(?:'s| is| was)|boss(?:'s boss)?(?: is|,| =)|skip(?:-level)?(?: boss| leader| manager)?"
    r"(?: is|,|:)|met|meeting(?: with)?|see(?:ing)?|about|leader(?: is|:)?|name:) +|^\W*)"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? +)?([A-Z][\w'’-]+(?: (?:de |van |von |al-|O')?[A-Z][\w'’-]+){0,2})"
)
_FULL_NAME = re.compile(r"\b[A-Z][a-z'’-]+ (?:(?:de|der|den|van|von|al|bin|da|di|du|la|le) )*[A-Z][a-z][\w'’-]*")
_NOT_A_NAME = frozenset(
    "My The She He They Her His Our We I It This That Always Often Usually Very Big Cares Likes Loves Hates Wants Met "
    "Notes Had Has Is Was Runs Asks Talks Keeps Never Some Warm Quiet Direct Blunt Friendly Really Quite Head Chief "
    "Director Vice Senior President Founder Dean Matron What When Who How Former Used Really New Interim VP CEO CTO CFO "
    "COO SVP EVP Meets Their There Monday Tuesday Wednesday Thursday Friday Boss Leader Name Role Title".split()
)
_MANAGER = re.compile(
    r"\b(?:my (?:own )?(?:line )?(?:manager|boss|lead|supervisor)(?!'s boss|’s boss)(?: is|,| =)?|reports? to me,?)\s+$",
    re.I,
)
_TRAITS: tuple[tuple[Trait, str], ...] = (
    ("warm", r"warm\w*|kind|friendly|approachable|caring|supportive|easy to talk to|generous|smiles a lot|chatty"),
    ("cool", r"cold|distant|stern|intimidating|scary|aloof|never smiles|unfriendly|harsh|gruff"),
    ("direct", r"direct|blunt|straight(?:forward| to the point)?|to the point|frank|outspoken|plain-?spoken|no-?nonsense"),
    ("guarded", r"guarded|political|cagey|careful (?:with|what)|diplomatic answers|hard to read|gives (?:little|nothing) away"
     r"|evasive|non-?committal"),
    ("impatient", r"impatient|rushed|always (?:busy|in a hurry|rushing)|short on time|time-?poor|busy|hurried|no time"
     r"|interrupts?|cuts (?:people|you|me|us) off|short attention"),
    ("patient", r"patient|calm|unhurried|takes (?:his|her|their) time|relaxed|laid-?back|easy-?going|good listener|listens"),
    ("numbers", r"numbers(?:-(?:minded|driven|person))?|data(?:-driven)?|figures|metrics?|kpis?|analytical|spreadsheets?|facts"
     r"|quantif\w+"),
    ("sceptical", r"scepti\w+|skepti\w+|doubtful|critical|questions everything|hard to (?:convince|impress)|demanding|tough"),
    ("quiet", r"quiet|reserved|introvert\w*|shy|softly? spoken|soft-?spoken|few words|says little|long silences?"
     r"|doesn't say much|does not say much"),
    ("visionary", r"vision\w*|big[- ]picture|big ideas?|charismatic|enthusiastic|energetic|dreamer|inspiring|futur\w+"),
    ("courteous", r"polite|courteous|gracious|formal|indirect|diplomatic|proper|old-?school|respectful"),
    ("people", r"people[- ](?:person|minded|first|focused)|empathetic|empathic|cares about (?:people|wellbeing|the team)"
     r"|inclusi\w+|engagement"),
    ("scattered", r"scattered|absent-?minded|forgetful|forgets|all over the place|tangents?|disorgani[sz]ed|rambles|chaotic"),
    ("new", r"(?:is|she's|he's|they're|fairly|quite|very|still) new\b|new (?:to|in) (?:the|this|her|his|their) (?:role|job"
     r"|company)|just (?:joined|started|took over)|recently (?:joined|started|hired)"),
    ("argues", r"argumentative|argues|debates?|devil's advocate|challeng\w+|grills|cross-?examin\w+|combative|pushes back"
     r"|plays tough"),
)  # fmt: skip
TRAITS = tuple((trait, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)) for trait, words in _TRAITS)
_NOT = re.compile(
    r"(?:\bnot|n't|\bnever|\bhardly|\bisn.t|\brarely|\bno longer)(?: (?:a|an|very|really|particularly|always|so|that|at all"
    r"|exactly|much|the|most|\w+ly))* *$",
    re.I,
)
_OPPOSITE: dict[Trait, Trait] = {"patient": "impatient", "warm": "cool", "direct": "guarded", "impatient": "patient"}
_CARES = re.compile(
    r"\b(?:(?:really |deeply |mostly |mainly )?cares?(?: a lot| deeply| most)? about|(?:is |very )?(?:big|hot|keen) on"
    r"|obsess(?:ed|es) (?:with|about|over)|focus(?:ed|es|ing)? on|passionate about|all about|interested in|worr(?:ies|ied)"
    r" about|(?:priorit(?:y|ies)|focus)(?: \w+){0,2} (?:is|are)|priorit(?:y|ies):|values|talks? (?:a lot |mostly |only )?"
    r"about|(?:always )?brings up|wants to (?:see|improve|cut|grow|hear about)|loves|likes(?! to\b))\s+",
    re.I,
)
_DISLIKES = re.compile(
    r"\b(?:hates|dislikes|can(?:'t|not|’t) stand|(?:doesn|does not|don)(?:'t|’t)? (?:like|want)|has no (?:time|patience)"
    r" for|allergic to|avoids|bored by|annoyed by|impatient with|no fan of|not a fan of)\s+",
    re.I,
)
_ENDS = re.compile(
    r"[.;!?\n(]| - | – |,? (?:but|because|so|who|which|while|when|since|although|especially|rather than|not)\b"
    r"|,? and (?:(?:she|he|they) )?(?:is|was|hates?|loves?|asks?|always|often|never|doesn|can't|interrupts?|talks?|keeps?"
    r"|dislikes?|wants?|likes?|has|will|runs?|checks?|gets?)\b"
    r"|, (?:she|he|they|always|often|never|asks|hates|likes|loves|dislikes|very|quite|a bit|interrupts|talks|keeps)\b",
    re.I,
)
_HABIT = re.compile(
    r"\b(?:always|often|constantly|usually|regularly|tends? to|keeps|every time|never|sometimes|likes to|loves to|insists"
    r"|has a habit of)\b|\b(?:interrupts?|checks? (?:her|his|their) (?:phone|watch|email)|looks? at (?:her|his|their) (?:phone"
    r"|watch|laptop)|takes? notes|(?:comes|arrives|turns up|runs) late|leaves early|goes (?:quiet|silent)|walks the floor"
    r"|drops? in|calls? out of the blue)\b",
    re.I,
)
_SUBJECT = re.compile(r"^\W*(?:and |but |also |so )?(?:she|he|they|who)(?:'s|’s| is)?\s+", re.I)
_QUOTED = re.compile(r"[\"“«]([^\"”»]{6,160})[\"”»]|(?<!\w)['‘]([^'’]{8,160}\?)['’]")
_STARTS = re.compile(
    r"^(?:what|how|why|who|where|which|when|is|are|do|does|did|can|could|would|should|have|has|so|and|tell|show)\b",
    re.I,
)
MOST = 6
"""Of anything on the card: more would not be used in one meeting."""


class ReadLeader(Value):
    """A card as it was read. `left_out` says in words what was not used; a serious matter leaves no card at all."""

    card: Described | None
    left_out: tuple[str, ...] = ()
    report: RiskReport = RiskReport(text="")


def read_leader(
    text: str, parsed: Parsed, report: RiskReport, library: Library, check: Callable[[str], RiskReport]
) -> ReadLeader:
    """Return the card that a text holds.

    Args:
        text: what the user wrote or pasted.
        parsed: the same text, read.
        report: what the risk detector found in it.
        library: the content, for the nearest persona.
        check: the risk detector, for each question to be put into the leader's mouth.
    """
    kept, dropped = _usable(parsed, report)
    body = "\n".join(s.text for s in kept)
    low = body.replace("’", "'")
    questions = tuple(q for q in _questions(low) if not check(q).flags)[:MOST]
    told = _QUOTED.sub("", low)
    seems, name = _seems(told), _name(kept, parsed)
    card = Described(
        name=name,
        role=_role(told, name),
        pronoun=_pronoun(text.replace("’", "'")),
        seems=seems,
        cares=_lists(_CARES, told),
        dislikes=_lists(_DISLIKES, told),
        habits=_habits(told),
        questions=questions,
        names=_names(parsed),
    )
    grave = any(finding.certain for finding in report.serious)
    return ReadLeader(
        card=None if grave else card.model_copy(update={"like": nearest(card, library)}),
        left_out=_said(dropped),
        report=report,
    )


def _names(parsed: Parsed) -> tuple[str, ...]:
    """Return people named anywhere in the text, in sentences that were left out as well."""
    people = [e.text for e in parsed.entities if e.label == "PERSON"] + _FULL_NAME.findall(parsed.text)
    plain = (_plain(name) for name in people)
    return tuple(dict.fromkeys(n for n in plain if n.split()[0] not in _NOT_A_NAME and n[0].isupper()))


def _plain(name: str) -> str:
    """Return a name without title and possessive."""
    return re.sub(r"['’]s$", "", re.sub(r"^(?:Mr|Mrs|Ms|Dr|Prof)\.? ", "", name))


def _usable(parsed: Parsed, report: RiskReport) -> tuple[list[Span], list[str]]:
    """Divide the sentences into those that may be read and the reasons why others may not."""
    closed = [(f.start, f.end) for f in report.flags if f.category in LEFT_OUT]
    grave = [(s.start, s.end) for s in report.serious]
    kept, dropped = [], []
    for sentence in parsed.sentences:
        if _touch(sentence, grave):
            dropped.append("serious")
        elif _touch(sentence, closed) or PRIVATE.search(sentence.text) or PERSONAL.search(sentence.text):
            dropped.append("private")
        else:
            kept.append(sentence)
    return kept, dropped


def _said(dropped: Sequence[str]) -> tuple[str, ...]:
    out = []
    if "serious" in dropped:
        out.append("What may be a serious matter is not part of the card; it has its own routes.")
    if count := dropped.count("private"):
        sentences = "One sentence" if count == 1 else f"{count} sentences"
        out.append(f"{sentences} looked private or like hearsay, so the card leaves it out.")
    return tuple(out)


def _touch(sentence: Span, spans: Sequence[tuple[int, int]]) -> bool:
    return any(sentence.start < end and start < sentence.end for start, end in spans)


def _name(kept: Sequence[Span], parsed: Parsed) -> str:
    """Return the leader's name: after words that introduce one, else the first person who is not the manager."""
    for sentence in kept:
        for match in _NAMED.finditer(sentence.text):
            words = match.group(1).split()
            name = " ".join(words)
            after_manager = _MANAGER.search(sentence.text[: match.start(1)])
            if words[0] not in _NOT_A_NAME and not after_manager and not _ROLE.fullmatch(name):
                return _plain(name)
    for entity in parsed.entities:
        inside = next((s for s in kept if s.start <= entity.start < s.end), None)
        if entity.label == "PERSON" and inside is not None and entity.text.split()[0] not in _NOT_A_NAME:
            before = inside.text[: entity.start - inside.start]
            if not _MANAGER.search(before):
                return _plain(entity.text)
    return ""


def _role(told: str, name: str) -> str:
    match = _ROLE.search(told)
    if match is None:
        return ""
    role = re.sub(r"^new ", "", " ".join(match.group().split()), flags=re.I)
    return role.split(", ")[0] if ", " in role and name and name.split()[0] in role else role


def _pronoun(low: str) -> str:
    """Return the pronoun said most; "they" only where no other was used."""
    counts = {
        "she": len(re.findall(r"\b(?:she|her|hers)\b", low, re.I)),
        "he": len(re.findall(r"\b(?:he|him|his)\b", low, re.I)),
    }
    best = max(counts, key=lambda each: counts[each])
    if counts[best]:
        return best
    return "they" if re.search(r"\bthey\b", low, re.I) else ""


def _seems(told: str) -> tuple[Trait, ...]:
    """Return how they come across, a denied word turned into its opposite where it has one."""
    found: dict[Trait, int] = {}
    for trait, pattern in TRAITS:
        for match in pattern.finditer(told):
            denied = _NOT.search(told[max(0, match.start() - 40) : match.start()]) is not None
            meant = _OPPOSITE.get(trait) if denied else trait
            if meant is not None:
                found.setdefault(meant, match.start())
                break
    return tuple(sorted(found, key=lambda trait: found[trait]))[:MOST]


def _lists(pattern: re.Pattern[str], told: str) -> tuple[str, ...]:
    """Return the things named after the words of `pattern`, split at commas and "and"."""
    out: list[str] = []
    for match in pattern.finditer(told):
        if pattern is _CARES and _NOT.search(told[max(0, match.start() - 40) : match.start()]):
            continue
        rest = told[match.end() :]
        end = _ENDS.search(rest)
        for part in re.split(r",? and |,? or |, |/| & ", rest[: end.start()] if end else rest):
            thing = re.sub(
                r"^(?:the |a |an |mostly |really |things like |stuff like )+", "", part.strip(" ,.:"), flags=re.I
            )
            if 1 <= len(thing.split()) <= 6 and not re.match(r"(?:it|that|this|you|me|us|when|if|how)\b", thing, re.I):
                out.append(thing)
    return tuple(dict.fromkeys(out))[:MOST]


def _habits(told: str) -> tuple[str, ...]:
    """Return what they always do, one clause each, without the subject."""
    out: list[str] = []
    for sentence in re.split(
        r"[.;!?\n]|,? (?:and|but) (?=(?:she|he|they|always|often|never|interrupts?|checks?|leaves?)\b)", told
    ):
        match = _HABIT.search(sentence)
        if match is None or _CARES.search(sentence, match.start()) or _DISLIKES.search(sentence):
            continue
        clause = sentence[match.start() :].split(",")[0].strip(" :-")
        clause = _SUBJECT.sub("", clause)
        words = clause.split()[:12]
        if (len(words) >= 2 and words[-1].lower() not in {"asking", "asks", "says"}) or re.match(
            r"interrupts?", clause, re.I
        ):
            out.append(" ".join(words)[:1].lower() + " ".join(words)[1:])
    return tuple(dict.fromkeys(out))[:MOST]


def _questions(low: str) -> list[str]:
    """Return quoted questions, and quoted words that begin like one."""
    out = []
    for match in _QUOTED.finditer(low):
        said = (match.group(1) or match.group(2)).strip(" ,")
        if said.endswith("?") or (_STARTS.match(said) and not said.endswith((".", "!"))):
            said = said.rstrip(".,") if said.endswith("?") else f"{said.rstrip('.,!')}?"
            if len(said.split()) <= 25 and said.count("?") == 1:
                out.append(said[:1].upper() + said[1:])
    return list(dict.fromkeys(out))
