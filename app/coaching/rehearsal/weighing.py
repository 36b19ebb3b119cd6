"""Settling the acts of an employee's line that hang on the others: answering, vagueness, length, cost, telling."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal import acts as ic
from app.coaching.rehearsal import signs
from app.coaching.rehearsal.filling import sentences
from app.coaching.rehearsal.numbers import has_cost
from app.coaching.rehearsal.scene import Scene
from app.domain.rehearsal import NumberSaid

PERSONAL = re.compile(
    r"\b(?:divorc\w+|split up|broke up|(?:girl|boy)friend|my (?:(?:mother|father|mum|dad|son|daughter"
    r"|child) (?:is|has|was|died)|wife|husband|partner|ex|marriage|doctor|therapist|meds|medication"
    r"|diagnosis|"
    r"depression|debts?|drinking|pregnancy)|miscarriage|cancer|chemo\w*|antidepress\w+|panic attacks?"
    r"|can't pay (?:my )?rent|cry (?:every|at) night|bipolar|adhd)\b",
    re.I,
)
OWN_KINDS = frozenset({"asks_yours", "asks_opinion", "asks_whether", "asks_future", "asks_could", "asks_money"})
"""Kinds of question that give way to what is really asked."""
STATED = frozenset(
    "states_purpose asks_pay asks_promotion asks_scope requests_action mentions_leaving threatens_to_leave proposes commits "
    "declines_to_speak complains_person".split()
)
"""Acts beside which a wish says nothing more."""
ESSAY_WORDS = 200
EXAMPLE = 5
"""Words below which a time alone is no example."""
ROUND_ABOUT = 14
"""Words from which a line with "I suppose" in it has told something all the same."""
TELLING = 4
"""Words from which a line tells something one can stay with."""
BIDS = re.compile(
    r"^\W*(?:and |so |but |ok(?:ay)?,? )*(?:can|could|will|would) you (?:please |just |not |maybe )*(?:kill|stop|scrap|end|drop"
    r"|remove|get rid of|put|add|fit|schedule|change|give|move|buy|hire|replace|pause|lift|allow|let|free|extend|raise|fund"
    r"|reverse|undo)\b",
    re.I,
)
"""Questions that ask the leader to do something."""
JOBS = re.compile(
    r"\b(?:is|are|will|has|was) (?:my|our|the|\w+) ?(?:manager|boss|director|\w+)?\b[^?]{0,20}\b(?:let go|fired|sacked"
    r"|made redundant|replaced|demoted|pushed out)\b",
    re.I,
)
"""Questions about somebody's place, which no leader answers."""
OF_ME = re.compile(r"\b(?:think|make|made|thought) of me\b", re.I)
NO_CASE = re.compile(
    r"\bno (?:real )?examples?\b|\b(?:general|just a|gut) feeling\b|\bnothing (?:specific|in particular|concrete)\b"
    r"|\bcan't (?:really )?(?:think of|name) (?:one|any)\b|\bput my finger on\b"
)
"""Saying that there is no case to tell."""
WISHES = re.compile(
    r"\bi(?:'d| would) (?:just |really |quite )?(?:like|love|prefer|want)\b"
    r"(?! to (?:understand|learn|know|hear|ask|share|talk|get your|thank|say|be fair|try|test|check|run|pilot)\b)"
    r"|\bi (?:just |really )?wish\b"
)
WITH_MATTER = frozenset(
    "shares_result raises_problem proposes states_purpose says_nervous hedges_new commits closes asks asks_next complains_person "
    "personal says_hard flatters hostile owns repairs corrects corrects_figure admits_unknown off_topic vague".split()
)
"""Acts beside which a greeting is not all there is in a line."""
NOT_TELLING = frozenset(
    "vague closes commits presses says_nervous "
    "off_topic politics personal demeans hostile other_language speaks_to_machine silent flatters".split()
)


def weigh(
    found: dict[str, None], line: str, said: tuple[NumberSaid, ...], scene: Scene, asked: Sequence[str], previous: str
) -> dict[str, None]:
    """Settle the acts that depend on the others: answering, vagueness, length, cost."""
    low, words = line.lower().replace("’", "'"), line.split()
    specific = bool(said) or bool({"gives_example", "proposes", "credits", "owns"} & set(found))
    told = " ".join(words)
    for question in asked:
        told = told.replace(" ".join(question.split()), "")
    told_words = len(re.findall(r"[\w'’]+", told))
    _settle_questions(found, asked)
    if signs.LATE.search(low):
        found.pop("raises_problem", None)
    mannerly = _mannerly(line, found, specific=specific)
    markers = set(ic.VAGUE.findall(low))
    if {
        "raises_problem",
        "complains_person",
        "blames_colleague",
        "self_judges",
        "says_hard",
        "personal",
        "commits",
        "gossips",
    } & set(found):
        markers -= ic.WEAK_VAGUE
    if told_words > ROUND_ABOUT:
        markers -= ic.WEAK_VAGUE
    vague = (bool(markers) or NO_CASE.search(low) is not None) and not specific and not asked and len(words) <= 45
    empty = ic.SHORT_EMPTY.match(low) is not None and "?" in previous
    if (vague or empty) and not {"closes", "states_purpose", "includes_manager", "declines_to_speak"} & set(found):
        found["vague"] = None
        found.pop("gives_example", None)
    elif (
        "?" in previous
        and told_words >= 2
        and not {"silent", "speaks_to_machine", "other_language", "off_topic"} & set(found)
    ):
        only_polite = told_words <= 6 and {"thanks", "greets", "closes"} & set(found) and not specific
        if not only_polite and not mannerly:
            found["answers"] = None
    if "off_topic" in found and (specific or {"raises_problem", "shares_result", "states_purpose"} & set(found)):
        found.pop("off_topic")
    if len(words) >= ESSAY_WORDS:
        found["essay"] = None
    early = " ".join(words[: scene.patience]).lower()
    if len(words) > scene.patience and not asked_early(early) and not _number_early(said, line, scene.patience):
        found["rambles"] = None
    if "gives_example" in found and len(words) < EXAMPLE:
        found.pop("gives_example")
    if "personal" in found and said and not PERSONAL.search(line):
        found.pop("personal")
    if has_cost(said):
        found["gives_cost"] = None
    if mannerly:
        found["courtesy"] = None
    elif told_words >= TELLING and not asked and not NOT_TELLING & set(found):
        found["tells"] = None
        if signs.INTRODUCES.search(low) and len(words) <= 40 and not said:
            found["introduces"] = None
            found.pop("jokes", None)
            found.pop("flatters", None)
    if not asked and WISHES.search(low) and not STATED & set(found):
        found["wishes"] = None
    if not asked and signs.THANKS_LAST.search(low):
        found["thanks_last"] = None
    if "speaks_for_group" in found and "overclaims" in found and "complains_person" in found:
        found.pop("overclaims")
    return found


def _mannerly(line: str, found: dict[str, None], *, specific: bool) -> bool:
    """Say whether every sentence of a line is manners alone, so that there is nothing in it to ask about."""
    told = specific or bool(WITH_MATTER & set(found)) or "?" in line
    return not told and all(signs.courtesy(sentence) for sentence in sentences(line))


def _settle_questions(found: dict[str, None], asked: Sequence[str]) -> None:
    """Take a bid as a request, a question about somebody's place as fishing, and "of me" as one for feedback."""
    if "asks_told_by" in found:
        found.pop("includes_manager", None)
    for pattern, act in ((BIDS, "requests_action"), (JOBS, "fishes"), (OF_ME, "asks_feedback")):
        if any(pattern.search(question) for question in asked):
            found[act] = None
            for kind in [kind for kind in found if kind == "asks" or kind in OWN_KINDS]:
                found.pop(kind)


def asked_early(early: str) -> bool:
    """Say whether the first words already hold a purpose or a question."""
    return "?" in early or ic.IC["states_purpose"].search(early) is not None


def _number_early(said: Sequence[NumberSaid], line: str, patience: int) -> bool:
    cut = len(" ".join(line.split()[:patience]))
    return any(n.start < cut and n.shape in {"from_to", "part_of", "percent", "rate"} for n in said)
