"""Does a question in people's words have a close match in the bank, and does an agenda stay inside its time?"""

from pathlib import Path

import yaml

from app.coaching.meetings import from_scenario
from app.domain.agenda import Agenda
from evals.kit import Kit
from evals.measuring import Figure, Outcome, Row, mean

TITLE = "Questions"
ASKED = Path(__file__).resolve().parents[1] / "questions" / "asked.yaml"
LENGTHS = (15, 20, 25, 30, 45, 60)


def measure(kit: Kit) -> Outcome:
    """Match the reporting questions, and make an agenda for every scenario at every length."""
    rows = []
    for case in yaml.safe_load(ASKED.read_text(encoding="utf-8"))["report"]:
        found = kit.questions.nearest(case["text"])
        fair = found is None if not case["themes"] else found is not None and found.theme in case["themes"]
        wanted = ", ".join(case["themes"]) or "none"
        rows.append(Row(id=case["text"], value=float(fair), said=found.text if found else "none", wanted=wanted))
    meetings = [
        from_scenario(kit.library, scenario.id).model_copy(update={"minutes": minutes})
        for scenario in kit.library.scenarios
        for minutes in LENGTHS
    ]
    late = [meeting for meeting in meetings if _minutes(kit.questions.agenda(meeting)) > meeting.minutes]
    over = Figure(
        id="agenda_over",
        title=f"agendas longer than their meeting, of {len(meetings)}",
        value=float(len(late)),
        unit="count",
        n=len(meetings),
        bar=0,
        at_least=False,
    )
    matched = mean("questions", "questions with a fair match in the bank", rows, bar=0.90)
    return Outcome(task="questions", title=TITLE, figures=(matched, over), rows=tuple(rows))


def _minutes(agenda: Agenda) -> int:
    return agenda.opening_minutes + sum(item.minutes for item in agenda.items) + agenda.closing_minutes
