"""A serious matter in what was typed on the board: its routes, and nothing withheld from the list."""

from app.coaching.coach import Coach
from app.ui import resources
from app.ui.components import serious


def show(coach: Coach, *typed: str) -> bool:
    """Draw the routes for every serious matter in these texts, each read by itself; say whether one is certain."""
    text = "\n\n".join(each for each in typed if each)
    if not text:
        return False
    found = coach.check(text, resources.meeting().said_in_it()).report.serious
    serious.show(found, coach.library)
    return any(finding.certain for finding in found)
