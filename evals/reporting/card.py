"""The figures behind bars, as the app's quality card reads them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from app.domain.quality import Measured, Quality
from evals.measuring import Outcome
from evals.reporting.markdown import limit


def card(outcomes: Sequence[Outcome], engine: str = "playbook") -> str:
    """Return the figures that have a bar as indented JSON; `app.content.quality` reads it."""
    barred = [figure for outcome in outcomes for figure in outcome.figures if figure.bar is not None]
    quality = Quality(
        engine=engine,
        measured_on=datetime.now(UTC).date().isoformat(),
        samples=sum(len(outcome.rows) or max((f.n for f in outcome.figures), default=0) for outcome in outcomes),
        figures=tuple(Measured(title=f.title, shown=f.shown, bar=limit(f), met=f.met) for f in barred),
    )
    return quality.model_dump_json(indent=1) + "\n"
