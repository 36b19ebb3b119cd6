"""Does the debrief notice when a meeting got worse in one way?"""

from evals.kit import Kit
from evals.measuring import Outcome, Row, mean
from evals.rehearsal.meetings import meeting_for
from evals.rehearsal.pairs import compare
from evals.tasks.reading import PERSONA

TITLE = "Debrief"


def measure(kit: Kit) -> Outcome:
    """Debrief good and damaged versions of the same meetings."""
    right, pairs, wrong = compare(kit.rehearsal.quick, meeting_for(kit.library, PERSONA, 1, 0))
    rows = [Row(id=fault, value=0.0) for fault in wrong]
    rows += [Row(id=f"pair {i}", value=1.0) for i in range(pairs - len(wrong))]
    figure = mean("pairs", f"planted pairs that move the right way, {right} of {pairs}", rows, bar=0.95)
    return Outcome(task="debrief", title=TITLE, figures=(figure,), rows=tuple(r for r in rows if not r.value))
