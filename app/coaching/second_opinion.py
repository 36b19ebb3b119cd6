"""A second opinion from a model on a checked text: it may add what rules missed, never take anything away."""

import json
import logging
import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from app.coaching.compose import alone
from app.domain.base import Value
from app.domain.errors import EngineError
from app.domain.library import Library
from app.domain.ports import Engine
from app.domain.prompt import Prompt
from app.domain.risk import RiskCategory, RiskContext, RiskFlag, RiskReport, SeriousFinding, SeriousMatter
from app.domain.turn import EngineRequest, Plan, Task

PROMPT = "check"
MOST = 4
"""Additions at most, so that a talkative model cannot bury what the rules found."""
SHORTEST = 3
"""Words of a quotation at least: fewer fit anywhere."""
LONGEST = 6_000
"""Characters of a text that are sent."""
TRAVELS = 3
"""From this severity on a line would not survive being forwarded to the manager, as for the rules."""
_LIST = re.compile(r"\[.*\]", re.DOTALL)
_log = logging.getLogger(__name__)


class Remark(Value):
    """One thing a model pointed out: a category's id, and words it says stand in the text."""

    kind: str
    words: str


class SecondOpinion:
    """Asks an engine what else could travel back. Every flag and finding of the rules stays as it was."""

    def __init__(self, engine: Engine, prompts: Mapping[str, Prompt], library: Library) -> None:
        """`prompts` by id; without one for checks there is no second opinion."""
        self._engine = engine
        self._prompt = prompts.get(PROMPT)
        self._library = library

    def on(self, report: RiskReport, context: RiskContext = RiskContext()) -> RiskReport:
        """Return the report with what the engine adds and the text bears out; the same report when it fails.

        Only a model on this machine is asked, and never about a text with a serious matter in it. What it takes for one
        is asked about gently, never asserted.
        """
        model_here = self._engine.stays_here and self._engine.spec != "playbook"
        if self._prompt is None or not model_here or report.serious or not report.text.strip():
            return report
        categories = [each for each in self._library.risks if (each.side == "leader") == (context.side == "leader")]
        try:
            said = "".join(
                piece
                for piece in self._engine.stream(self._request(self._prompt, categories, report, context))
                if isinstance(piece, str)
            )
        except EngineError as error:
            _log.info("No second opinion: %s", error)
            return report
        return self._with(report, remarks(said), {each.id: each for each in categories})

    def _request(
        self, prompt: Prompt, categories: list[RiskCategory], report: RiskReport, context: RiskContext
    ) -> EngineRequest:
        listed: list[RiskCategory | SeriousMatter] = [*categories, *self._library.serious]
        kinds = [f"- {each.id}: {each.name}" for each in listed]
        line = report.text[:LONGEST]
        slots = {"kinds": "\n".join(kinds), "line": line}
        plan = Plan(task=Task.CHECK, intent="second opinion", planned="[]", prompt=prompt.id, slots=slots)
        return alone(prompt, plan, [name for name in (*context.names, context.boss, context.leader) if name], line)

    def _with(self, report: RiskReport, said: Iterator[Remark], categories: Mapping[str, RiskCategory]) -> RiskReport:
        flags, serious = list(report.flags), list(report.serious)
        matters = self._library.serious_by_id
        for remark in said:
            start = report.text.find(remark.words)
            end = start + len(remark.words)
            if start < 0 or len(remark.words.split()) < SHORTEST:
                continue
            if len(flags) + len(serious) >= len(report.flags) + len(report.serious) + MOST:
                break
            found: list[RiskFlag | SeriousFinding] = [*flags, *serious]
            if any(each.category == remark.kind and each.start < end and start < each.end for each in found):
                continue
            if matter := matters.get(remark.kind):
                serious.append(
                    SeriousFinding(
                        category=matter.id,
                        name=matter.name,
                        start=start,
                        end=end,
                        routes=matter.routes,
                        certain=False,
                    )
                )
            elif category := categories.get(remark.kind):
                flags.append(_flag(category, remark.words, start))
        heavy = [flag for flag in flags[len(report.flags) :] if flag.severity >= TRAVELS]
        added: list[RiskFlag | SeriousFinding] = [*serious[len(report.serious) :], *heavy]
        deciding = report.deciding or next((report.text[each.start : each.end] for each in added), "")
        return report.model_copy(
            update={
                "flags": tuple(sorted(flags, key=lambda flag: (flag.start, -flag.severity))),
                "serious": tuple(serious),
                "forward_safe": not deciding,
                "deciding": deciding,
            }
        )


def remarks(said: str) -> Iterator[Remark]:
    """Yield the entries of the first JSON list in an answer; nothing from an answer without one."""
    match = _LIST.search(said)
    try:
        entries = json.loads(match.group()) if match else []
    except json.JSONDecodeError:
        entries = []
    for entry in entries if isinstance(entries, list) else []:
        try:
            yield Remark.model_validate(entry)
        except ValidationError:
            continue


def _flag(category: RiskCategory, words: str, start: int) -> RiskFlag:
    plain = next((template for template in category.templates if "{" not in template), "")
    return RiskFlag(
        category=category.id,
        name=category.name,
        severity=category.severity,
        start=start,
        end=start + len(words),
        phrase=words,
        reason=category.why,
        legitimate_when=category.legitimate_when,
        say_instead=plain,
        sources=category.sources,
    )
