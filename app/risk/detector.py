"""The risk detector: patterns for the unmistakable, and a classifier that learnt from the taxonomy's own examples."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from app.domain.ports import LineEmbedder
from app.domain.risk import RiskCategory, RiskContext, RiskFlag, RiskReport, SeriousFinding, SeriousMatter
from app.risk import asked
from app.risk.context import easing
from app.risk.decision import CERTAIN, Verdict, decide
from app.risk.model import RiskModel, fingerprint, load_or_learn, shipped_at, shipped_scale, write
from app.risk.patterns import Hit, Patterns, strongest
from app.risk.sentences import Stretch, stretches, without_questions
from app.risk.training import Examples, Matrix, examples_of, learn
from app.risk.wording import better, say_instead

QUOTED_WORDS = 18
"""Words of a sentence that is marked whole; of a longer one, only the clause that carries the risk."""
_CLAUSE_END = re.compile(r"[,;:.!?]|\s[-–—]\s")
_EASED_BY = 2
SIDES = ("ic", "leader", "asked")
"""What is read: words of an employee, of a leader, and questions put to the coach."""


class _Side:
    """One side of the table: its taxonomy, patterns and model."""

    def __init__(
        self,
        categories: Sequence[RiskCategory],
        serious: Sequence[SeriousMatter],
        model: RiskModel | asked.AskedModel | None,
        certain: float = CERTAIN,
    ) -> None:
        self.categories = {category.id: category for category in categories}
        self.serious = {matter.id: matter for matter in serious}
        self.patterns = Patterns(categories, serious)
        self.certain = certain
        self.model = model


class Detector:
    """Implements the `RiskDetector` port. Deterministic; safe to share between threads; keeps no user text."""

    def __init__(
        self,
        categories: Sequence[RiskCategory],
        serious: Sequence[SeriousMatter],
        embedder: LineEmbedder,
        read_examples: Callable[[Sequence[str]], Matrix] | None = None,
        cache_dir: Path | None = None,
        asks: Sequence[asked.Ask] = (),
        ordinary: Sequence[str] = (),
        shipped: Path | None = None,
    ) -> None:
        """Keep what is needed; a first check reads what was learnt from `shipped` or `cache_dir`, or learns it.

        `embedder` reads the lines; `read_examples`, where given, reads the examples instead, to remember them. `asks`
        are questions as people put them to the coach, for side "asked"; `ordinary` are lines of everyday work.
        """
        self._embedder = embedder
        self._read_examples = read_examples or embedder.passages
        self._categories = categories
        self._serious = serious
        self._cache_dir = cache_dir
        self._asks = asks
        self._ordinary = ordinary
        self._shipped = shipped
        self._lock = Lock()
        self._sides: dict[str, _Side] = {}

    def _side(self, name: str) -> _Side:
        """Return one side of the table, opened once however many threads ask."""
        with self._lock:
            for each in ("ic", "asked") if name == "asked" else (name,):
                if each not in self._sides:
                    self._sides[each] = self._asked() if each == "asked" else self._spoken(each)
            return self._sides[name]

    def _spoken(self, name: str) -> _Side:
        chosen = [category for category in self._categories if (category.side == "leader") == (name == "leader")]
        return _Side(chosen, self._serious, self._model(name))

    def _asked(self) -> _Side:
        whether, which = self._model("asked"), self._sides["ic"].model
        known = asked.AskedModel(whether, which) if whether and isinstance(which, RiskModel) else None
        return _Side([], self._serious, known, asked.CERTAIN)

    def _model(self, name: str) -> RiskModel | None:
        examples = self.examples(name)
        if not 0 < int(examples.table[:, 0].sum()) < len(examples.texts):
            return None
        return load_or_learn(name, examples, self._embedder.spec, self._read_examples, self._cache_dir, self._shipped)

    def examples(self, name: str) -> Examples:
        """Return what one side ("ic", "leader" or "asked") learns from."""
        chosen = [category for category in self._categories if (category.side == "leader") == (name == "leader")]
        if name == "asked":
            return asked.asked_examples(chosen, self._serious, self._asks, self._ordinary)
        return examples_of(chosen, self._serious, self._ordinary) if name == "ic" else examples_of(chosen, ())

    def forget(self) -> None:
        """Forget the managers' names that were looked for."""
        for side in tuple(self._sides.values()):
            side.patterns.forget()

    def lock(self, folder: Path) -> None:
        """Learn every side and write it to `folder`; the scales stay as they were found on lines held back."""
        for name in SIDES:
            examples = self.examples(name)
            scale = shipped_scale(name, folder, examples.labels)
            counts = learn(self._read_examples(examples.texts), examples)
            model = RiskModel(examples.labels, counts, scale)
            write(shipped_at(name, folder), fingerprint(examples, self._embedder.spec), model)

    def better(self, report: RiskReport) -> str:
        """Return the report's text with each flagged sentence said better; serious sentences stay as they are."""
        return better(report.text, report)

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        """Return flags and serious findings with character spans; deterministic, never raises on any text.

        The first LONGEST_TEXT characters are read.
        """
        side = self._side(context.side)
        flags: list[RiskFlag] = []
        serious: list[SeriousFinding] = []
        for part in stretches(text):
            verdict, spans = self._read(side, text, part, context.boss)
            told = without_questions(text, part)
            if told and context.side != "leader" and not verdict.grave:
                alone, places = self._read(self._side("ic"), text, told, context.boss)
                # A question on its end never hides what is told.
                verdict.doubtful = [n for n in (*alone.serious, *alone.doubtful) if n not in alone.unnamed]
                spans |= {name: places[name] for name in verdict.doubtful}
            found = _findings(side, verdict, spans)
            serious += found
            if not any(finding.certain for finding in found):
                flags += _flags(side, text, part, verdict, spans, context)
        return _report(text, flags, serious)

    def _read(self, side: _Side, text: str, part: Stretch, boss: str) -> tuple[Verdict, dict[str, tuple[int, int]]]:
        """Return the verdict on a stretch and where each label shows; the stretch is read once."""
        hits = strongest(side.patterns.hits(text[part.start : part.end], boss))
        labels: tuple[str, ...] = ()
        limits = chances = each = None
        if side.model:
            labels, limits = side.model.labels, side.model.limits
            places = [(start - part.start, end - part.start) for start, end in part.sentences]
            line = text[part.start : part.end]
            lines = [line, *(line[start:end] for start, end in places)]
            found = side.model.chances(lines, self._embedder.with_parts(line, places))
            chances, each = found[0], found[1:]
        verdict = decide(labels, chances, limits, hits.values(), side.certain, each)
        return verdict, {name: _span(text, part, name, hits, labels, each) for name in verdict.all}


def _span(
    text: str, part: Stretch, name: str, hits: Mapping[str, Hit], labels: Sequence[str], each: "Matrix | None"
) -> tuple[int, int]:
    """Return where `name` shows: the sentence of its pattern, or of a long one the clause; else the likeliest sentence."""
    if name in hits:
        return _whole(text, part, part.start + hits[name].start, part.start + hits[name].end)
    if len(part.sentences) == 1 or each is None:
        return part.start, part.end
    return part.sentences[int(np.argmax(each[:, labels.index(name)]))]


def _findings(side: _Side, verdict: Verdict, spans: Mapping[str, tuple[int, int]]) -> list[SeriousFinding]:
    found = []
    for name, certain in [(n, True) for n in verdict.serious] + [(n, False) for n in verdict.doubtful]:
        matter = side.serious[name]
        start, end = spans[name]
        found.append(
            SeriousFinding(
                category=name,
                name=matter.name,
                start=start,
                end=end,
                routes=matter.routes,
                certain=certain,
                named=certain or name not in verdict.unnamed,
            )
        )
    return found


def _flags(
    side: _Side,
    text: str,
    part: Stretch,
    verdict: Verdict,
    spans: Mapping[str, tuple[int, int]],
    context: RiskContext,
) -> list[RiskFlag]:
    flags = []
    for name in verdict.ordinary:
        category = side.categories[name]
        eased = easing(name, text[part.start : part.end], context)
        if eased and eased.clears:
            continue
        start, end = spans[name]
        flags.append(
            RiskFlag(
                category=name,
                name=category.name,
                severity=max(1, category.severity - _EASED_BY) if eased else category.severity,
                start=start,
                end=end,
                phrase=text[start:end],
                reason=category.why,
                legitimate_when=category.legitimate_when,
                say_instead=say_instead(category, text[part.start : part.end], context),
                sources=category.sources,
                softened=eased.reason if eased else "",
            )
        )
    return flags


def _whole(text: str, part: Stretch, start: int, end: int) -> tuple[int, int]:
    """Widen a pattern's words to what a reader would quote."""
    first, last = next(((a, b) for a, b in part.sentences if a <= start < b), (part.start, part.end))
    if len(text[first:last].split()) <= QUOTED_WORDS:
        return first, last
    clause = _CLAUSE_END.search(text, end, max(last, end))
    return start, clause.start() if clause else max(last, end)


def _report(text: str, flags: list[RiskFlag], serious: list[SeriousFinding]) -> RiskReport:
    worst = max((flag for flag in flags if flag.heavy), key=lambda flag: flag.severity, default=None)
    deciding = text[serious[0].start : serious[0].end] if serious else worst.phrase if worst else ""
    return RiskReport(
        text=text,
        flags=tuple(sorted(flags, key=lambda flag: (flag.start, -flag.severity))),
        serious=tuple(serious),
        forward_safe=not deciding,
        deciding=deciding,
    )
