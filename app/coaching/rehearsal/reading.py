"""Reading one line of the user's: acts, themes, and the specifics worth taking up."""

import re
from collections.abc import Sequence

from app.coaching.rehearsal import acts as ic
from app.coaching.rehearsal import leader_acts as led
from app.coaching.rehearsal import signs
from app.coaching.rehearsal.asking import PAY_RULE, foreign, questions, special
from app.coaching.rehearsal.asking_acts import TAKES_BACK
from app.coaching.rehearsal.fairness import fair
from app.coaching.rehearsal.numbers import N, numbers
from app.coaching.rehearsal.people import People
from app.coaching.rehearsal.phrases import phrases, things
from app.coaching.rehearsal.promising import promises
from app.coaching.rehearsal.question_kinds import KINDS, OWN_ANSWER, kind_of, names_job
from app.coaching.rehearsal.scene import Scene
from app.coaching.rehearsal.themes import Themes
from app.coaching.rehearsal.weighing import PERSONAL, weigh
from app.domain.language import Parsed, Span
from app.domain.ports import English
from app.domain.rehearsal import Reading
from app.domain.risk import RiskReport

CLOSED = frozenset(
    "oversharing_personal gossip rumours confidential_info discriminatory_remark politics_religion job_search "
    "secrecy_request criticising_boss".split()
)
"""Risk categories whose words are never echoed."""
STRENGTH = (
    "speaks_to_machine other_language silent demeans hostile personal threatens_to_leave "
    "shares_confidential gossips fishes "
    "complains_person blames_colleague requests_action asks_pay asks_promotion asks_scope "
    "asks_confidentiality mentions_leaving "
    "politics criticises_strategy corrects_figure "
    "corrects offers_more says_hard promises judges_manager fishes_dirt repairs owns admits_unknown "
    "declines_to_speak includes_manager "
    "credits rambles essay vague states_rule asks_told asks_outcome asks_consent asks_help asks_effect "
    "asks_open asks_status"
).split()
"""Acts that decide the answer, the strongest first; the rest keep the order of their patterns."""
POINTED = 30
"""Words of a flagged span up to which the flag tells what the whole line does."""
TOLD_ONLY = frozenset(
    {"raises_problem", "gives_example", "owns", "commits", "corrects", "corrects_figure", "says_hard"}
)
"""Acts that a question cannot do."""
TOLD_FLAGS = TOLD_ONLY | {"complains_person", "blames_colleague", "gossips", "personal", "criticises_strategy"}
"""Acts that a flag on a question does not give: whoever asks has told nothing."""
FLAGGED_ONLY = frozenset(
    {"requests_action", "asks_scope", "fishes", "asks_pay", "asks_confidentiality", "asks_promotion", "politics"}
)
"""Acts that a flag alone may not give to a question of another kind."""
ASIDE = 14
"""Words up to which a question with the weather in it is about the weather."""
ECHOED = 3
"""Words up to which a question beside an open one only echoes what was said: "Fine, is it?"."""
LOST = 8
"""Words up to which "I don't follow" is about the leader's question."""
MANY = 3
"""Questions in one line from which nobody answers them all."""
NO_QUESTION = frozenset({"off_topic", "politics", "hostile", "other_language", "demeans"})
"""Acts whose question nobody answers as one."""
_WHICH = re.compile(r"\bwhich (?:is it|one (?:holds|would you sign)|of the two)\b[^?]*\?\W*$")
_WH = re.compile(r"\W*(?:and |so |but )*(?:what|which|how|who|where|when|why)\b", re.I)


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
        if scene.swapped and not asked and led.INVITES.search(line.lower()):
            asked = (line,)
        found = (
            self._leader_acts(line, asked, previous, report)
            if scene.swapped
            else self._ic_acts(line, parsed, people, asked, previous, before, report)
        )
        plainly_asked = "asks" in found and not any(act.startswith("asks_") for act in found)
        if plainly_asked and names_job(" ".join(asked), scene.meeting.opposite.role):
            found["asks_job"] = None
        report = fair(report, line, found)
        closed = _closed(line, parsed, report, found, people, previous)
        in_questions = [(s.start, s.end) for s in parsed.sentences if s.text in asked]
        said = tuple(n for n in numbers(line, parsed) if not any(a <= n.start < b for a, b in in_questions))
        if not scene.swapped:
            found = weigh(found, line, said, scene, asked, previous)
        names = people.names_in(line, parsed)
        plain = " ".join(s.text for s in parsed.sentences if s.text not in asked)
        return Reading(
            text=line,
            acts=_ordered(found),
            themes=self._themes.find(asked[:1] if "asks_many" in found else asked, plain or line),
            phrases=phrases(line, closed, patience=scene.patience, swapped=scene.swapped),
            numbers=tuple(n for n in said if not any(n.start < e and s < n.end for s, e in closed)),
            things=tuple(
                t
                for t in things(parsed, closed, (*names, *scene.names))
                if not _later(t, parsed, asked, found) and not _polite(t, parsed)
            ),
            names=names,
            questions=asked,
            promises=promises(parsed, led.LEADER if scene.swapped else ic.IC) if "commits" in found else (),
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
        many = len(asked) >= MANY
        kept = [s.text for s in parsed.sentences if s.text not in asked[1:]] if many else [line]
        low = " ".join(kept).lower().replace("’", "'")
        asked = asked[:1] if many else asked
        told = " ".join(s.text for s in parsed.sentences if s.text not in asked).lower().replace("’", "'")
        found = {act: None for act, pattern in ic.IC.items() if pattern.search(told if act in TOLD_ONLY else low)}
        implied = {
            ic.RISK_ACTS[f.category]: None
            for f in report.flags
            if f.category in ic.RISK_ACTS and len(f.phrase.split()) <= POINTED and signs.stands(f)
            if ic.RISK_ACTS[f.category] not in TOLD_FLAGS or not any(f.phrase in question for question in asked)
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
        if _WHICH.search(previous.lower()) and not asked and re.search(rf"\b{N}\b", low):
            found["corrects_figure"] = None
        if "corrects_figure" in found and (TAKES_BACK.search(told) or (before is not None and before.numbers)):
            found["repairs"] = None
        if "asks_next" in found:
            found.pop("offers_more", None)
        if asked and "offers_more" in found and not line.rstrip().endswith(asked[-1].strip()):
            found.pop("offers_more")  # they went on without waiting for leave
        if {"asks_pay_rule", "asks_pay_talk"} & set(found):
            found.pop("asks_pay", None)
        if "complains_person" in found and people.complains(line, previous) is None:
            found.pop("credits" if signs.BITTER.search(low) else "complains_person" if "credits" in found else "", None)
        if (
            before is not None
            and not asked
            and (before.risk.flags or {"rambles", "vague"} & set(before.acts))
            and re.search(
                r"^\W*(?:fair(?: enough| point)?|you're right|that's fair|point taken|no, and|sorry|good point"
                r"|understood)\b",
                low,
            )
        ):
            found["repairs"] = None
        if asked and len(low.split()) > ASIDE:
            found.pop("off_topic", None)
        open_ = [q for q in asked if not special(q, people)]
        if open_ and not NO_QUESTION & set(found):
            kinds = [kind_of(q, previous if line.rstrip().endswith(q) else "") for q in open_]
            found |= {"asks": None} | dict.fromkeys(filter(None, kinds))
        if any(act.startswith("asks_") and act != "asks_yours" for act in found):
            found.pop("asks_yours", None)
        if (OWN_ANSWER | {"asks_money", "asks_can_say", "asks_worry", "asks_view_on_manager"}) & set(found):
            plain = {act for act in FLAGGED_ONLY & set(found) if act not in ic.IC or not ic.IC[act].search(low)}
            found = {act: None for act in found if act not in plain}
        if "asks" in found and "requests_action" in found:
            rest = " ".join(s.text for s in parsed.sentences if not _WH.match(s.text)).lower()
            if not ic.IC["requests_action"].search(rest):
                found.pop("requests_action")
        if "gossips" in found and not (ic.IC["gossips"].search(low) or signs.HEARSAY.search(low)):
            found.pop("gossips")
        if "asks_confidentiality" in found and not (
            ic.IC["asks_confidentiality"].search(low) or signs.SECRET.search(low)
        ):
            found.pop("asks_confidentiality")
        if KINDS["presses"].search(low):
            found["presses"] = None
        if not asked and signs.WORRIED.search(low):
            found |= {"asks": None, "asks_trouble": None}
        if not asked and len(low.split()) <= LOST and KINDS["asks_meaning"].search(low):
            found |= {"asks": None, "asks_meaning": None}
        if many:
            found["asks_many"] = None
        if {"asks_pay", "asks_promotion"} & set(found) and not people.mentions_manager(line):
            found.pop("requests_action", None)
        if "asks_promotion" in found:
            found.pop("self_judges", None)
        return found

    def _leader_acts(self, line: str, asked: Sequence[str], previous: str, report: RiskReport) -> dict[str, None]:
        low = line.lower().replace("’", "'")
        found = {act: None for act, pattern in led.LEADER.items() if pattern.search(low)}
        found |= {led.RISK_ACTS[f.category]: None for f in report.flags if f.category in led.RISK_ACTS}
        if "asks_safe" in found:
            found = {act: None for act in found if act not in led.NOT_SAFETY}
        opened = [q for q in asked if led.OPEN.search(q.lower())]
        asked = [q for q in asked if q in opened or not opened or len(q.split()) > ECHOED]
        narrow = {"asks_status", "fishes_dirt", "asks_wide"} & set(found)
        if opened and not narrow:
            found["asks_open"] = None
        if asked and led.INVITES.search(low):
            found["asks_open"] = None
        elif len(opened) < len(asked) and not (
            {"asks_told", "asks_consent", "asks_outcome", "asks_help", "asks_safe"} | narrow
        ) & set(found):
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


def _later(thing: Span, parsed: Parsed, asked: Sequence[str], found: dict[str, None]) -> bool:
    """Say whether a thing stands in one of many questions that is not the first."""
    return "asks_many" in found and any(s.start <= thing.start < s.end for s in parsed.sentences if s.text in asked[1:])


def _polite(thing: Span, parsed: Parsed) -> bool:
    """Say whether a thing stands in a sentence of thanks or goodbye, which nobody asks about."""
    said = next((s.text for s in parsed.sentences if s.start <= thing.start < s.end), "")
    return signs.POLITE.search(said) is not None or signs.courtesy(said)


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


def _ordered(found: dict[str, None]) -> tuple[str, ...]:
    rank = {act: place for place, act in enumerate(STRENGTH)}
    return tuple(sorted(found, key=lambda act: rank.get(act, len(rank))))
