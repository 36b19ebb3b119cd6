"""Where to take what is serious in the meeting or in a question of the user's own, and that only English is read."""

from app.coaching.coach import Coach
from app.coaching.tongues import ENGLISH_ONLY, is_english
from app.domain.meeting import Meeting
from app.domain.risk import RiskReport, SeriousFinding
from app.ui.components import serious
from app.ui.components.words import muted


def told(coach: Coach, meeting: Meeting) -> tuple[SeriousFinding, ...]:
    """Draw the routes for the serious matters in what the list is chosen by; return them."""
    typed = (meeting.goal, *meeting.topics, meeting.known)
    found = serious.told(coach, *typed)
    _only_english(coach, " ".join(typed), found)
    return found


def show(coach: Coach, report: RiskReport) -> None:
    """Draw the routes for the serious matters in a question."""
    serious.show(report.serious, coach.library)
    _only_english(coach, report.text, report.serious)


def _only_english(coach: Coach, text: str, found: tuple[SeriousFinding, ...]) -> None:
    if found and not is_english(text, coach.library):
        muted(ENGLISH_ONLY)
