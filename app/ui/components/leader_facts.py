"""What the leader should know, sorted before the meeting starts."""

from app.coaching.coach import Coach
from app.domain.meeting import Meeting
from app.ui import state
from app.ui.components import serious


def known(coach: Coach, meeting: Meeting) -> Meeting | None:
    """Return the meeting with its facts by theme; None when a serious matter stands in them or in the goal: its routes are drawn.

    Raises:
        InputRefused: the text cannot be read.
    """
    if any(finding.certain for finding in serious.told(coach, meeting.goal)):
        return None
    if not meeting.told.strip():
        return meeting.model_copy(update={"facts": {}})
    told = coach.leaders.facts(meeting.told, meeting)
    if told.report.serious:
        serious.show(told.report.serious, coach.library)
        return None
    if told.left_out:
        lines = " ".join(f"“{line}”" for line in told.left_out)
        state.notice(f"Left out, because no leader should say it in such a meeting: {lines}")
    return meeting.model_copy(update={"facts": told.facts})
