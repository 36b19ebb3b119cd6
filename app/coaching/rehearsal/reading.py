"""Reading one line of the user's: acts, themes, and the specifics worth taking up."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal import acts as ic
from app.coaching.rehearsal import leader_acts as led
from app.coaching.rehearsal.asking import PAY_RULE, foreign, questions, special
from app.coaching.rehearsal.numbers import has_cost, numbers
from app.coaching.rehearsal.people import People
from app.coaching.rehearsal.phrases import phrases, things
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.themes import Themes
from app.domain.language import Parsed
from app.domain.ports import English
from app.domain.rehearsal import NumberSaid, Promise, Reading
from app.domain.risk import RiskReport

CLOSED = frozenset(
    "oversharing_personal gossip rumours confidential_info discriminatory_remark politics_religion job_search "
    "secrecy_request criticising_boss".split()
)
"""Risk categories whose words are never echoed."""
PERSONAL = re.compile(
    r"\b(?:divorc\w+|split up|broke up|(?:girl|boy)friend|my (?:(?:mother|father|mum|dad|son|daughter"
    r"|child) (?:is|has|was|died)|wife|husband|partner|ex|marriage|doctor|therapist|meds|medication"
    r"|diagnosis|"
    r"depression|debts?|drinking|pregnancy)|miscarriage|cancer|chemo\w*|antidepress\w+|panic attacks?"
    r"|can't pay (?:my )?rent|cry (?:every|at) night|bipolar|adhd)\b",
    re.I,
)
ESSAY_WORDS = 200
STRENGTH = (
    "speaks_to_machine other_language silent demeans hostile personal threatens_to_leave "
    "shares_confidential gossips fishes "
    "complains_person blames_colleague requests_action asks_pay asks_promotion asks_scope "
    "asks_confidentiality mentions_leaving "
    "politics criticises_strategy promises judges_manager fishes_dirt repairs owns admits_unknown "
    "declines_to_speak includes_manager "
    "credits rambles essay vague states_rule asks_told asks_outcome asks_consent asks_help asks_effect "
    "asks_open asks_status"
).split()
"""Acts that decide the answer, the strongest first; the rest keep the order of their patterns."""
POINTED = 30
"""Words of a flagged span up to which the flag tells what the whole line does."""
TOLD_ONLY = frozenset({"raises_problem", "gives_example", "owns", "commits"})
"""Acts that a question cannot do."""
NO_QUESTION = frozenset({"off_topic", "politics", "hostile", "other_language", "demeans"})
"""Acts whose question nobody answers as one."""
_DUE = re.compile(
    r"\b(?:(?:by|on|before|after|until|this|next) )?(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day|next (?:week|month|quarter)|this (?:week|month|afternoon)|the end of (?:the )?\w+"
    r"|the (?:\d+(?:th|st|nd|rd)?|\w*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|teenth|tieth))|quarter-end|(?:january|february|march|april|june|july|august"
    r"|september|october|november|december))\b|\bin (?:a|two|three) (?:days?|weeks?|months?)\b",
    re.I,
)


class Reader:
    """Turns a line into a Reading. One Reader serves every meeting; it keeps nothing between lines."""

    def __init__(self, english: English, themes: Themes) -> None:
        """Take the English port and the theme finder."""
        self._english = english
        self._themes = themes

    def read(
        self, line: str, scene: Scene, report: RiskReport, *, previous: str = "", before: Reading | None = None
    ) -> Reading:
        """Return what the line does.

        Args:
            line: the user's words as typed.
            scene: the meeting it is said in.
            report: what the risk detector found in the line.
            previous: the line it answers; empty at the start.
            before: the reading of the user's line before this one.
        """
        if ic.SILENT.match(line):
            return Reading(text=line, acts=("silent",), risk=report, words=0)
        parsed = self._english.parse(line)
        people = People(scene)
        asked = questions(parsed, line)
        found = (
            self._leader_acts(line, asked, previous, report)
            if scene.swapped
            else self._ic_acts(line, parsed, people, asked, previous, before, report)
        )
        closed = _closed(line, parsed, report, found, people, previous)
        in_questions = [(s.start, s.end) for s in parsed.sentences if s.text in asked]
        said = tuple(n for n in numbers(line, parsed) if not any(a <= n.start < b for a, b in in_questions))
        if not scene.swapped:
            found = _weigh(found, line, said, scene, asked, previous)
        names = people.names_in(line, parsed)
        plain = " ".join(s.text for s in parsed.sentences if s.text not in asked)
        return Reading(
            text=line,
            acts=_ordered(found),
            themes=self._themes.find(asked, plain or line),
            phrases=phrases(line, closed, patience=scene.patience, swapped=scene.swapped),
            numbers=tuple(n for n in said if not any(n.start < e and s < n.end for s, e in closed)),
            things=things(parsed, closed, (*names, *scene.names)),
            names=names,
            questions=asked,
            promises=_promises(parsed) if "commits" in found else (),
            words=len(line.split()),
            risk=report,
        )

    def _ic_acts(
        self,
        line: str,
        parsed: Parsed,
        people: People,
        asked: Sequence[str],
        previous: str,
        before: Reading | None,
        report: RiskReport,
    ) -> dict[str, None]:
        low = line.lower().replace("’", "'")
        told = " ".join(s.text for s in parsed.sentences if s.text not in asked).lower().replace("’", "'")
        found = {act: None for act, pattern in ic.IC.items() if pattern.search(told if act in TOLD_ONLY else low)}
        implied = {
            ic.RISK_ACTS[f.category]: None
            for f in report.flags
            if f.category in ic.RISK_ACTS and len(f.phrase.split()) <= POINTED
        }
        found |= {
            act: None for act in implied if act in found or act not in ic.DOUBTED or not ic.IN_GOOD_FAITH & set(found)
        }
        if ic.RESULT.search(told):
            found["shares_result"] = None
        for act, present in (
            ("complains_person", people.complains(line, previous) is not None),
            ("blames_colleague", people.blames(line, parsed) is not None),
            ("credits", people.credits(line, parsed)),
            ("includes_manager", people.includes_manager(line)),
            ("personal", PERSONAL.search(line) is not None),
            ("other_language", foreign(line)),
            ("asks_view_on_manager", any(people.asks_view(q) for q in asked)),
            ("asks_pay_rule", any(PAY_RULE.search(q) for q in asked)),
        ):
            if present:
                found[act] = None
        if "asks_pay_rule" in found:
            found.pop("asks_pay", None)
        if "complains_person" in found and people.complains(line, previous) is None:
            found.pop("credits", None)
        if (
            before is not None
            and (before.risk.flags or {"rambles", "vague"} & set(before.acts))
            and re.search(
                r"^\W*(?:fair(?: enough| point)?|you're right|that's fair|point taken|no, and|sorry|good point"
                r"|understood)\b",
                low,
            )
        ):
            found["repairs"] = None
        if [q for q in asked if not special(q, people)] and not NO_QUESTION & set(found):
            found["asks"] = None
        if {"asks_pay", "asks_promotion"} & set(found) and not people.mentions_manager(line):
            found.pop("requests_action", None)
        if "asks_promotion" in found:
            found.pop("self_judges", None)
        return found

    def _leader_acts(self, line: str, asked: Sequence[str], previous: str, report: RiskReport) -> dict[str, None]:
        low = line.lower().replace("’", "'")
        found = {act: None for act, pattern in led.LEADER.items() if pattern.search(low)}
        found |= {led.RISK_ACTS[f.category]: None for f in report.flags if f.category in led.RISK_ACTS}
        opened = [q for q in asked if led.OPEN.search(q.lower())]
        narrow = {"asks_status", "fishes_dirt", "asks_wide"} & set(found)
        if opened and not narrow:
            found["asks_open"] = None
        if len(opened) < len(asked) and not ({"asks_told", "asks_consent", "asks_outcome", "asks_help"} | narrow) & set(
            found
        ):
            found["asks_closed"] = None
        words = len(low.split())
        if words > 45 and len(led.SELF.findall(low)) >= 4 and words > 30 * max(1, len(asked)):
            found["talks_self"] = None
        if "states_rule" in found or "repairs" in found:
            found.pop("promises" if "i won't act" in low else "", None)
        if "?" in previous and not asked and words > 2:
            found["answers"] = None
        if foreign(line):
            found["other_language"] = None
        return found


def _weigh(
    found: dict[str, None], line: str, said: tuple[NumberSaid, ...], scene: Scene, asked: Sequence[str], previous: str
) -> dict[str, None]:
    """Settle the acts that depend on the others: answering, vagueness, length, cost."""
    low, words = line.lower().replace("’", "'"), line.split()
    specific = bool(said) or bool({"gives_example", "proposes", "credits", "owns"} & set(found))
    told = " ".join(words)
    for question in asked:
        told = told.replace(" ".join(question.split()), "")
    told_words = len(re.findall(r"\w+", told))
    markers = set(ic.VAGUE.findall(low))
    if {
        "raises_problem",
        "complains_person",
        "blames_colleague",
        "self_judges",
        "personal",
        "commits",
        "gossips",
    } & set(found):
        markers -= ic.WEAK_VAGUE
    vague = bool(markers) and not specific and not asked and len(words) <= 45
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
        if not only_polite:
            found["answers"] = None
    if "off_topic" in found and (specific or {"raises_problem", "shares_result", "states_purpose"} & set(found)):
        found.pop("off_topic")
    if len(words) >= ESSAY_WORDS:
        found["essay"] = None
    early = " ".join(words[: scene.patience]).lower()
    if len(words) > scene.patience and not asked_early(early) and not _number_early(said, line, scene.patience):
        found["rambles"] = None
    if has_cost(said):
        found["gives_cost"] = None
    if "speaks_for_group" in found and "overclaims" in found and "complains_person" in found:
        found.pop("overclaims")
    return found


def asked_early(early: str) -> bool:
    """Say whether the first words already hold a purpose or a question."""
    return "?" in early or ic.IC["states_purpose"].search(early) is not None


def _number_early(said: Sequence[NumberSaid], line: str, patience: int) -> bool:
    cut = len(" ".join(line.split()[:patience]))
    return any(n.start < cut and n.shape in {"from_to", "part_of", "percent", "rate"} for n in said)


def _closed(
    line: str, parsed: Parsed, report: RiskReport, found: dict[str, None], people: People, previous: str
) -> list[tuple[int, int]]:
    """Return the spans nobody may echo: private, hearsay, serious, and complaints about the manager."""
    spans = [(f.start, f.end) for f in report.flags if f.category in CLOSED]
    spans += [(s.start, s.end) for s in report.serious]
    if complaint := people.complains(line, previous):
        spans.append(complaint)
    whole = [
        p for act, p in (("personal", PERSONAL), ("gossips", ic.IC["gossips"]), ("demeans", None)) if act in found and p
    ]
    for pattern in whole:
        for sentence in parsed.sentences:
            if pattern.search(sentence.text if pattern is PERSONAL else sentence.text.lower()):
                spans.append((sentence.start, sentence.end))
    return spans


def _promises(parsed: Parsed) -> tuple[Promise, ...]:
    promised = []
    for sentence in parsed.sentences:
        low = sentence.text.lower().replace("’", "'")
        if ic.IC["commits"].search(low) and not low.rstrip().endswith("?"):
            due = _DUE.search(sentence.text)
            promised.append(
                Promise(owner="you", what=sentence.text, due=due.group() if due else "", line=sentence.text)
            )
    return tuple(promised)


def _ordered(found: dict[str, None]) -> tuple[str, ...]:
    rank = {act: place for place, act in enumerate(STRENGTH)}
    return tuple(sorted(found, key=lambda act: rank.get(act, len(rank))))
