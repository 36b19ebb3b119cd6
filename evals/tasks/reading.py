"""Is a user's line in a rehearsal read for what it does?"""

from app.coaching.rehearsal.scene import Scene
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Picture, Row, Series, interval
from evals.rehearsal.meetings import meeting_for
from evals.rehearsal.reading import labelled
from evals.rehearsal.reading import measure as read

TITLE = "Reading of rehearsal lines"
LOWEST = 15
PERSONA = "data-driven-sceptic"


def measure(kit: Kit) -> Outcome:
    """Read the held-back half of the labelled lines."""
    parts = kit.rehearsal
    scene = Scene.of(meeting_for(kit.library, PERSONA, 3, 0), kit.library)
    lines = [line for line in labelled() if line.held_back]
    score, marks, wrong = read(parts.reader, parts.detector, scene, lines)
    labels = {act for line in lines for act in line.acts}
    faults = ((text, [act for act in found if act in labels], lost) for text, found, lost in wrong)
    missed = {text: (found, lost) for text, found, lost in faults if found or lost}
    rows = []
    for line in lines:
        found, lost = missed.get(line.text, ([], []))
        said = (
            f"wrongly {', '.join(found) or 'nothing'}; missed {', '.join(lost) or 'nothing'}" if found or lost else ""
        )
        rows.append(Row(id=line.text, value=float(line.text not in missed), said=said))
    low, high = interval([row.value or 0.0 for row in rows])
    figures = (
        Figure(
            id="reading_f1",
            title="acts of a line, macro-F1, held-back half",
            value=score,
            unit="score",
            n=len(lines),
            bar=0.85,
        ),
        Figure(
            id="reading_exact",
            title="lines with every act right",
            value=sum(row.value or 0.0 for row in rows) / len(rows),
            low=low,
            high=high,
            n=len(rows),
        ),
    )
    bars = tuple((act, mark.f1) for act, mark in sorted(marks.items(), key=lambda item: item[1].f1))[:LOWEST]
    picture = Picture(
        title=f"F1 by act, the {LOWEST} lowest of {len(marks)}",
        kind="bars",
        series=(Series(name="F1", points=bars),),
        bar=0.85,
    )
    return Outcome(task="reading", title=TITLE, figures=figures, rows=tuple(rows), pictures=(picture,))
