"""The risk detector: patterns for the unmistakable, and a classifier trained from the taxonomy's own examples."""

import logging
import re
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

import numpy as np

from app.domain.errors import CoachError
from app.domain.ports import Embedder
from app.domain.risk import RiskCategory, RiskContext, RiskFlag, RiskReport, SeriousFinding, SeriousMatter
from app.risk import asked
from app.risk.context import easing
from app.risk.decision import CERTAIN, Verdict, decide
from app.risk.evidence import Matrix
from app.risk.model import RiskModel, load_or_train
from app.risk.patterns import Hit, Patterns, strongest
from app.risk.sentences import Stretch, stretches
from app.risk.training import Examples, examples_of
from app.risk.wording import better, say_instead

MEANING_WORDS = 22
"""Words whose meaning is looked up in a message: about 40 ms of the bundled embedder on one core."""
MESSAGE_WORDS = 60
"""Words of the longest text that is read as a message, while somebody waits for a reply."""
LETTER_WORDS = 400
"""Words whose meaning is looked up in a longer text, a pasted letter or notes, whose reader waits a moment for it."""
STRETCH_WORDS = 44
"""Words of one stretch of it, so that a long sentence is read to its end."""
FORWARD_SEVERITY = 3
"""From this severity on, a line would not survive being forwarded to the manager."""
QUOTED_WORDS = 18
"""Words of a sentence that is marked whole; of a longer one, only the clause that carries the risk."""
_CLAUSE_END = re.compile(r"[,;:.!?]|\s[-–—]\s")
_EASED_BY = 2
_log = logging.getLogger(__name__)


class _Side:
    """One side of the table: its taxonomy, patterns and model."""

    def __init__(
        self,
        categories: Sequence[RiskCategory],
        serious: Sequence[SeriousMatter],
        examples: Examples,
        embedder: Embedder | None,
        cache_dir: Path | None,
        certain: float = CERTAIN,
    ) -> None:
        self.categories = {category.id: category for category in categories}
        self.serious = {matter.id: matter for matter in serious}
        self.patterns = Patterns(categories, serious)
        self.certain = certain
        self.model: RiskModel | None = None
        risky = int(examples.table[:, 0].sum())
        if 0 < risky < len(examples.texts):
            self.model = load_or_train(examples, embedder, cache_dir)


class Detector:
    """Implements the `RiskDetector` port. Deterministic; safe to share between threads; keeps no user text."""

    def __init__(
        self,
        categories: Sequence[RiskCategory],
        serious: Sequence[SeriousMatter],
        embedder: Embedder | None = None,
        cache_dir: Path | None = None,
        asks: Sequence[asked.Ask] = (),
        ordinary: Sequence[str] = (),
    ) -> None:
        """Keep what is needed; a first check loads the model from `cache_dir`, or trains it from the examples (seconds).

        `asks` are questions as people put them to the coach, for reading those (side "asked"); `ordinary` are lines
        of everyday work.
        """
        self._embedder = embedder
        self._categories = categories
        self._serious = serious
        self._cache_dir = cache_dir
        self._asks = asks
        self._ordinary = ordinary
        self._lock = Lock()
        self._sides: dict[str, _Side] = {}

    def _side(self, name: str) -> _Side:
        """Return one side of the table, opened once however many threads ask."""
        with self._lock:
            if name not in self._sides:
                self._sides[name] = self._asked() if name == "asked" else self._spoken(name)
            return self._sides[name]

    def _spoken(self, name: str) -> _Side:
        chosen = [category for category in self._categories if (category.side == "leader") == (name == "leader")]
        examples = examples_of(chosen, self._serious, self._ordinary) if name == "ic" else examples_of(chosen, ())
        return _Side(chosen, self._serious, examples, self._embedder, self._cache_dir)

    def _asked(self) -> _Side:
        ordinary = [category for category in self._categories if category.side != "leader"]
        examples = asked.asked_examples(ordinary, self._serious, self._asks, self._ordinary)
        side = _Side([], self._serious, examples, self._embedder, self._cache_dir, asked.CERTAIN)
        side.model = asked.with_limit(side.model) if side.model else None
        return side

    def better(self, report: RiskReport) -> str:
        """Return the report's text with each flagged sentence said better; serious sentences stay as they are."""
        return better(report.text, report)

    def check(self, text: str, context: RiskContext = RiskContext()) -> RiskReport:
        """Return flags and serious findings with character spans; deterministic, never raises on any text.

        The first 20,000 characters are read.
        """
        side = self._side(context.side)
        parts = stretches(text)
        flags: list[RiskFlag] = []
        serious: list[SeriousFinding] = []
        for part, (chances, thresholds) in zip(parts, self._chances(side.model, text, parts), strict=True):
            words = text[part.start : part.end]
            hits = strongest(side.patterns.hits(words, context.boss))
            labels = side.model.labels if side.model else ()
            verdict = decide(labels, chances, thresholds, hits.values(), side.certain)
            found = _findings(side, text, part, verdict, hits)
            serious += found
            if not any(finding.certain for finding in found):
                flags += _flags(side, text, part, verdict, hits, context)
        return _report(text, flags, serious)

    def _chances(
        self, model: RiskModel | None, text: str, parts: Sequence[Stretch]
    ) -> "list[tuple[Matrix | None, Matrix | None]]":
        """Return chances and thresholds for each stretch: from its words, and from its meaning where that may matter."""
        if model is None or not parts:
            return [(None, None)] * len(parts)
        lines = [text[part.start : part.end] for part in parts]
        chances = model.by_words(lines)
        results: list[tuple[Matrix | None, Matrix | None]] = [(row, model.words_limits) for row in chances]
        if model.reads_meaning and self._embedder is not None:
            is_message = sum(len(line.split()) for line in lines) <= MESSAGE_WORDS
            words, each = (MEANING_WORDS, MEANING_WORDS) if is_message else (LETTER_WORDS, STRETCH_WORDS)
            asked = _worth_asking(chances[:, 0], lines, words)
            try:
                vectors = self._embedder.passages([" ".join(lines[i].split()[:each]) for i in asked])
            except CoachError as error:
                _log.warning("Reading risk by words alone: %s", error)
                return results
            for i, row in zip(asked, model.by_meaning([lines[i] for i in asked], vectors), strict=True):
                results[i] = (row, model.meaning_limits)
        return results


def _worth_asking(chances: Matrix, lines: Sequence[str], left: int) -> list[int]:
    """Return which stretches to look up by meaning: the likeliest first, at least one, while `left` words last."""
    asked: list[int] = []
    for i in np.argsort(-chances, kind="stable"):
        length = len(lines[i].split())
        if not asked or length <= left:
            asked.append(int(i))
            left -= length
        if left <= 0:
            break
    return asked


def _findings(side: _Side, text: str, part: Stretch, verdict: Verdict, hits: dict[str, Hit]) -> list[SeriousFinding]:
    found = []
    for name, certain in [(n, True) for n in verdict.serious] + [(n, False) for n in verdict.doubtful]:
        matter = side.serious[name]
        start, end = _span(side, text, part, name, hits)
        found.append(
            SeriousFinding(category=name, name=matter.name, start=start, end=end, routes=matter.routes, certain=certain)
        )
    return found


def _flags(
    side: _Side, text: str, part: Stretch, verdict: Verdict, hits: dict[str, Hit], context: RiskContext
) -> list[RiskFlag]:
    flags = []
    for name in verdict.ordinary:
        category = side.categories[name]
        eased = easing(name, text[part.start : part.end], context)
        if eased and eased.clears:
            continue
        start, end = _span(side, text, part, name, hits)
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


def _span(side: _Side, text: str, part: Stretch, name: str, hits: dict[str, Hit]) -> tuple[int, int]:
    """Return where `name` shows: the sentence of its pattern, or of a long one the clause; else the likeliest sentence."""
    if name in hits:
        return _whole(text, part, part.start + hits[name].start, part.start + hits[name].end)
    if len(part.sentences) == 1 or side.model is None:
        return part.start, part.end
    column = side.model.labels.index(name)
    chances = side.model.by_words([text[start:end] for start, end in part.sentences])[:, column]
    return part.sentences[int(np.argmax(chances))]


def _whole(text: str, part: Stretch, start: int, end: int) -> tuple[int, int]:
    """Widen a pattern's words to what a reader would quote."""
    first, last = next(((a, b) for a, b in part.sentences if a <= start < b), (part.start, part.end))
    if len(text[first:last].split()) <= QUOTED_WORDS:
        return first, last
    clause = _CLAUSE_END.search(text, end, max(last, end))
    return start, clause.start() if clause else max(last, end)


def _report(text: str, flags: list[RiskFlag], serious: list[SeriousFinding]) -> RiskReport:
    heavy = [flag for flag in flags if flag.severity >= FORWARD_SEVERITY and not flag.softened]
    worst = max(heavy, key=lambda flag: flag.severity, default=None)
    deciding = text[serious[0].start : serious[0].end] if serious else worst.phrase if worst else ""
    return RiskReport(
        text=text,
        flags=tuple(sorted(flags, key=lambda flag: (flag.start, -flag.severity))),
        serious=tuple(serious),
        forward_safe=not deciding,
        deciding=deciding,
    )
