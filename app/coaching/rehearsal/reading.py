"""Reading one line of the user's: acts, themes, and the specifics worth taking up."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal import acts as ic
from app.coaching.rehearsal import leader_acts as led
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
    r"\b(?:divorc\w+|split up|broke up|(?:girl|boy)friend|my (?:(?:mother|father|mum|dad|son|daughter|child) (?:is|has|was|died)|wife|husband|partner|ex|marriage|doctor|therapist|meds|medication|diagnosis|"
    r"depression|debts?|drinking|pregnancy)|miscarriage|cancer|chemo\w*|antidepress\w+|panic attacks?|can't pay (?:my )?rent|cry (?:every|at) night|bipolar|adhd)\b",
    re.I,
)
ESSAY_WORDS = 200
STRENGTH = (
    "speaks_to_machine other_language silent demeans hostile personal threatens_to_leave shares_confidential gossips fishes "
    "complains_person blames_colleague requests_action asks_pay asks_promotion asks_scope asks_confidentiality mentions_leaving "
    "politics criticises_strategy promises judges_manager fishes_dirt repairs owns admits_unknown declines_to_speak includes_manager "
    "credits rambles essay vague states_rule asks_told asks_outcome asks_consent asks_help asks_effect asks_open asks_status"
).split()
"""Acts that decide the answer, the strongest first; the rest keep the order of their patterns."""
SPECIAL_ASKS = frozenset(
    "asks_agenda asks_next asks_feedback small_talk asks_confidentiality asks_pay asks_pay_rule asks_promotion asks_scope "
    "requests_action fishes speaks_to_machine asks_view_on_manager".split()
)
POINTED = 30
"""Words of a flagged span up to which the flag tells what the whole line does."""
TOLD_ONLY = frozenset({"raises_problem", "gives_example", "owns", "commits"})
"""Acts that a question cannot do."""
NO_QUESTION = frozenset({"off_topic", "politics", "hostile", "other_language", "demeans"})
"""Acts whose question nobody answers as one."""
_WH = r"(?:what|how|where|which|who|whose|when|why)"
_QUESTION_START = re.compile(
    rf"^\W*(?:(?:and|so|but|also|then|ok|okay|well|um|quickly then|honestly),? )*(?:{_WH} (?:do|does|did|is|are|was|were|would|will|can|could|should|have|has|might|about|made|makes|takes|keeps|drew|\w+ (?:do|does|did|is|are|would|should|matter\w*))\b|"
    r"(?:do|does|did|is|are|would|will|can|could|should|have|may) (?:you|i|we|it|there|that|this|the|my|our|they|he|she)\b.*\?)"
)
_INDIRECT = re.compile(rf"\b(?:could|can|would) you (?:tell|explain|say|share|help me (?:see|understand))\b|\bi(?:'d| would)? (?:like|love|want|wanted|hoped|was hoping) to (?:know|understand|hear|ask|learn) {_WH}\b|\bi wonder(?:ed)? {_WH}\b")
_TAG = re.compile(r"^\W*(?:honestly|really|right|you know|okay|yes|no|sorry|what|huh|pardon|about half|me)\W*$", re.I)
_PAY_RULE = re.compile(r"\b(?:how|what|who)\b[^.?!]*\b(?:pay (?:bands?|ranges?|decisions?)|ranges?|bands?|splits?|plans?|bonus(?:es)?|salaries) [^.?!]*\b(?:set|decided?|decide|work|chosen|reviewed)\b|\bhow (?:does|do|is|are) [^.?!]*\b(?:decide|set)\b[^.?!]*\bpay\b", re.I)
_DUE = re.compile(
    r"\b(?:(?:by|on|before|after|until|this|next) )?(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next (?:week|month|quarter)|this (?:week|month|afternoon)|the end of (?:the )?\w+|the (?:\d+(?:th|st|nd|rd)?|\w*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|tieth))|quarter-end|(?:january|february|march|april|june|july|august|september|october|november|december))\b|\bin (?:a|two|three) (?:days?|weeks?|months?)\b",
    re.I,
)
_FOREIGN = frozenset(
    "no entiendo siento mucho lo la io sei weiß was sie meinen je comment ça quoi si porque gracias merci danke grazie que para con por una los las está pero como más je ne pas est vous nous les des pour avec dans und ich nicht das ist "
    "wir sie ein eine auf für che non per sono della com não uma você het een niet voor och att det som inte bir ve için değil".split()
)
_ENGLISH = frozenset("the a i you we it is are to of and in that my for with this was on have do not what how be".split())


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
            else self._ic_acts(line, parsed, people, scene, asked, previous, before, report)
        )
        closed = _closed(line, parsed, report, found, people, previous)
        said = numbers(line, parsed)
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
            things=things(line, parsed, closed, (*names, *scene.names)),
            names=names,
            questions=asked,
            promises=_promises(parsed) if "commits" in found else (),
            words=len(line.split()),
            risk=report,
        )

    def _ic_acts(
        self, line: str, parsed: Parsed, people: People, scene: Scene, asked: Sequence[str], previous: str,
        before: Reading | None, report: RiskReport,
    ) -> dict[str, None]:  # fmt: skip
        low = line.lower().replace("’", "'")
        told = " ".join(s.text for s in parsed.sentences if s.text not in asked).lower().replace("’", "'")
        found = {act: None for act, pattern in ic.IC.items() if pattern.search(told if act in TOLD_ONLY else low)}
        implied = {ic.RISK_ACTS[f.category]: None for f in report.flags if f.category in ic.RISK_ACTS and len(f.phrase.split()) <= POINTED}
        found |= {act: None for act in implied if act in found or act not in ic.DOUBTED or not ic.IN_GOOD_FAITH & set(found)}
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
            ("asks_pay_rule", any(_PAY_RULE.search(q) for q in asked)),
        ):
            if present:
                found[act] = None
        if "asks_pay_rule" in found:
            found.pop("asks_pay", None)
        if "complains_person" in found and people.complains(line, previous) is None:
            found.pop("credits", None)
        if before is not None and (before.risk.flags or {"rambles", "vague"} & set(before.acts)) and re.search(
            r"^\W*(?:fair(?: enough| point)?|you're right|that's fair|point taken|no, and|sorry|good point|understood)\b", low
        ):
            found["repairs"] = None
        if [q for q in asked if not _special(q, people)] and not NO_QUESTION & set(found):
            found["asks"] = None
        if {"asks_pay", "asks_promotion"} & set(found) and not people.mentions_manager(line):
            found.pop("requests_action", None)
        if "asks_promotion" in found:
            found.pop("self_judges", None)
        return found

    def _leader_acts(
        self, line: str, asked: Sequence[str], previous: str, report: RiskReport
    ) -> dict[str, None]:
        low = line.lower().replace("’", "'")
        found = {act: None for act, pattern in led.LEADER.items() if pattern.search(low)}
        found |= {led.RISK_ACTS[f.category]: None for f in report.flags if f.category in led.RISK_ACTS}
        opened = [q for q in asked if led.OPEN.match(q.lower())]
        narrow = {"asks_status", "fishes_dirt", "asks_wide"} & set(found)
        if opened and not narrow:
            found["asks_open"] = None
        if len(opened) < len(asked) and not ({"asks_told", "asks_consent", "asks_outcome", "asks_help"} | narrow) & set(found):
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


def questions(parsed: Parsed, line: str) -> tuple[str, ...]:
    """Return the sentences that ask the other person something, tags and echoes left out."""
    sentences = [s.text for s in parsed.sentences] or [line]
    asked = []
    for sentence in sentences:
        low = sentence.lower().replace("’", "'")
        if _TAG.match(low):
            continue
        marked = sentence.rstrip(" \"'”’)").endswith("?")
        if (marked and len(low.split()) > 2) or _QUESTION_START.match(low) or _INDIRECT.search(low):
            asked.append(sentence)
    return tuple(asked)


def foreign(line: str) -> bool:
    """Say whether most of a line is in another language: another script, or another language's small words."""
    letters = [c for c in line if c.isalpha()]
    if len(letters) < 4:
        return False
    if sum(ord(c) > 0x24F for c in letters) > len(letters) / 2:
        return True
    words = re.findall(r"[^\W\d_]+", line.lower())
    other = sum(word in _FOREIGN for word in words)
    return other >= 2 and other > sum(word in _ENGLISH for word in words)


def _special(question: str, people: People) -> bool:
    low = question.lower().replace("’", "'")
    if people.asks_view(question) or _PAY_RULE.search(question):
        return True
    if re.match(r"\W*(?:what if|how about|why don't) ", low):
        return True
    return any(ic.IC[act].search(low) for act in SPECIAL_ASKS if act in ic.IC)


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
    if {"raises_problem", "complains_person", "blames_colleague", "self_judges", "personal", "commits", "gossips"} & set(found):
        markers -= ic.WEAK_VAGUE
    vague = bool(markers) and not specific and not asked and len(words) <= 45
    empty = ic.SHORT_EMPTY.match(low) is not None and "?" in previous
    if (vague or empty) and not {"closes", "states_purpose", "includes_manager", "declines_to_speak"} & set(found):
        found["vague"] = None
        found.pop("gives_example", None)
    elif "?" in previous and told_words >= 2 and not {"silent", "speaks_to_machine", "other_language", "off_topic"} & set(found):
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
    whole = [p for act, p in (("personal", PERSONAL), ("gossips", ic.IC["gossips"]), ("demeans", None)) if act in found and p]
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
            promised.append(Promise(owner="you", what=sentence.text, due=due.group() if due else "", line=sentence.text))
    return tuple(promised)


def _ordered(found: dict[str, None]) -> tuple[str, ...]:
    rank = {act: place for place, act in enumerate(STRENGTH)}
    return tuple(sorted(found, key=lambda act: rank.get(act, len(rank))))
