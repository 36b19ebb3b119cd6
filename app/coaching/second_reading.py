"""A brief read by a model too: it copies words out of it, and only what stands there becomes a fact of the letter."""

import json
import logging
import re
from collections.abc import Iterator, Mapping

from app.coaching.compose import alone
from app.coaching.emails import Letters
from app.coaching.emails.quoted import Quote
from app.coaching.emails.who import PEOPLE
from app.domain.emails import EmailBrief
from app.domain.errors import EngineError, MissingExtra
from app.domain.library import Library
from app.domain.ports import Engine
from app.domain.prompt import Prompt
from app.domain.turn import Plan, Task

PROMPT = "brief"
BESIDES = tuple("knows_suggested knows_agreed knows_yes knows_no invited booked written out unwise".split())
"""What a brief may say besides the fields of its form; the prompt tells what each means."""
NO_QUOTATION = frozenset({"manager_knows", "veto", "stays"})
"""Fields whose value is not words of the brief."""
LONGEST = 4_000
"""Characters of a brief that are sent."""
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_log = logging.getLogger(__name__)


class SecondReading:
    """Has an engine read a brief besides the small reader. What it copies out of the brief counts; rules decide as before."""

    def __init__(self, prompts: Mapping[str, Prompt], letters: Letters, library: Library) -> None:
        """`prompts` by id; without one for briefs there is no second reading."""
        self._prompt = prompts.get(PROMPT)
        self._letters = letters
        self._kinds = library.email_by_id

    def reader(self, engine: Engine) -> str:
        """Return which engine reads a brief too, by its spec; empty where none does."""
        return engine.spec if self._prompt is not None and engine.spec != "playbook" else ""

    def asked(self, brief: EmailBrief, text: str) -> Plan | None:
        """Return what an engine is asked about a brief; None where it is to be asked nothing.

        No engine is shown a brief that tells, or may tell, of a serious matter.
        """
        if self._prompt is None or brief.serious or brief.matters or brief.mild or not text.strip():
            return None
        kind = self._kinds[brief.kind]
        form = [each for each in kind.fields if each.id not in NO_QUOTATION]
        listed = [f"- {each.id}: {each.label}" + (f" ({each.hint})" if each.hint else "") for each in form]
        return Plan(
            task=Task.EMAIL,
            intent=f"read a brief: {kind.id}",
            planned="",
            prompt=self._prompt.id,
            slots={"letter": f"{kind.name}. {kind.when}", "fields": "\n".join(listed), "line": text[:LONGEST]},
            fields=(*(each.id for each in form), *BESIDES),
        )

    def on(self, brief: EmailBrief, text: str, engine: Engine) -> EmailBrief:
        """Return the brief with what an engine finds in its words as well; without that where it fails.

        Args:
            brief: as the small reader and the rules read it.
            text: the user's words.
            engine: what reads them too; the playbook reads nothing.
        """
        plan = self.asked(brief, text)
        if plan is None or self._prompt is None or not self.reader(engine):
            return brief
        names = [brief.facts[name] for name in PEOPLE if name in brief.facts]
        request = alone(self._prompt, plan, names, plan.slots["line"])
        try:
            said = "".join(piece for piece in engine.stream(request) if isinstance(piece, str))
        except (EngineError, MissingExtra) as error:
            _log.info("No second reading: %s", type(error).__name__)
            return brief.model_copy(update={"reading": f"{engine.spec} was asked to read it too. {error}"})
        return self.with_answer(brief, text, said, engine.spec)

    def with_answer(self, brief: EmailBrief, text: str, said: str, spec: str) -> EmailBrief:
        """Return the brief read once more, with what an engine answered about its words."""
        plan = self.asked(brief, text)
        found = [quote for quote in quotes(said) if plan and quote.tag in plan.fields]
        if not found:
            return brief.model_copy(update={"reading": f"{spec} read it too, and found nothing that could be used."})
        read = self._letters.brief(brief.kind, text, found)
        return read.model_copy(update={"reading": f"Read by {spec} too; what it found stands in your words."})


def quotes(said: str) -> Iterator[Quote]:
    """Yield what an answer has under each name of the first JSON object in it; nothing from an answer without one."""
    match = _OBJECT.search(said)
    try:
        entries = json.loads(match.group()) if match else {}
    except json.JSONDecodeError:
        entries = {}
    for tag, words in entries.items():
        for each in words if isinstance(words, list) else [words]:
            if isinstance(each, str | int) and str(each).strip():
                yield Quote(tag=tag, words=str(each))
