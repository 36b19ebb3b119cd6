"""The questions to take along, unless the goal tells of something that need not wait for a meeting."""

from app.cli.cases import report_as_json
from app.cli.output import Case
from app.coaching.coach import Coach
from app.coaching.planning import agenda_words
from app.coaching.safety import gently, support
from app.domain.meeting import Meeting
from app.domain.risk import RiskContext
from app.domain.turn import Plan, Task


def questions_for(coach: Coach, meeting: Meeting) -> tuple[Case, str]:
    """Return the agenda for a script and in words, each with the serious matters found in the goal.

    A certain matter gets its routes in place of the agenda, and the result is {"serious", "answer"}; one that mild words may
    hide is asked about beside it, and is in "serious" of the agenda.
    """
    report = coach.check(meeting.goal, RiskContext(side="asked")).report
    found = {"serious": report_as_json(report)["serious"]}
    if any(finding.certain for finding in report.serious):
        words = support(report, coach.library).planned
        return found | {"answer": words}, words
    agenda = coach.agenda(meeting)
    plan = Plan(task=Task.QUESTIONS, planned=agenda_words(agenda))
    if report.serious:
        plan = gently(plan, report, coach.library)
    return agenda.model_dump(mode="json") | found, plan.planned
