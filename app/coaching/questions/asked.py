"""What the goal asks outright, as a question to the leader in the user's own words."""

import re

from app.coaching.emails.wording import base_verb
from app.coaching.questions.nouns import DONE_TO_IT
from app.coaching.questions.review import review_own
from app.domain.meeting import Meeting

SLOT = "{asked}"
"""Where a question of the bank takes what the goal asks."""
_LEADER = (
    r"(?:s?he|the (?:director|vp|ceo|boss|head|chief|leader)|(?:my|our) (?:director|vp|boss's boss|(?:big|new) boss))"
)
_ASKED = re.compile(
    r"(?:^|\b(?:know|find out|understand|learn|ask(?: (?:him|her|them))?|see|hear|figure out|be told) )"
    r"(?P<asked>(?:whether|if|when|where|who|how (?:long|often|soon|far)|how (?=[^.;!?,]* will )"
    rf"|how (?={_LEADER} )|what (?:happens|becomes|comes)"
    rf"|what {_LEADER} (?:do(?:es)?|did|makes?|thinks?) (?:with|of|about))\b[^.;!?,]+)",
    re.I,
)
_TWO_THINGS = re.compile(r",? (?:and|or) (?:whether|if|what|how|why|when|where|who)\b.*", re.I | re.S)
_NOT_THEIRS = re.compile(
    r"\b(?:I should|should I|(?:him|her|his) |(?:my|our|a) (?:boss|manager|supervisor|lead|colleague)\b"
    r"|pay|salary|raise|bonus|promot\w+|we can talk|he'?s|she'?s)",
    re.I,
)
"""What only the user can answer, what is about somebody else, and what their own manager decides."""
_VERB = re.compile(rf"\b{_LEADER} (?P<verb>[a-z]+)\b", re.I)
_TO_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}


def asked_in(meeting: Meeting) -> str:
    """Return what an employee's goal asks, said to the leader: "what you do with our stop reports"; empty if nothing.

    Why something was decided is not for here: the bank asks for the thinking behind it in better words.
    """
    goal = " ".join(meeting.goal.replace("’", "'").split())
    found = _ASKED.search(goal)
    if meeting.leads or not found or DONE_TO_IT.search(goal):
        return ""
    asked = _TWO_THINGS.sub("", found["asked"]).strip()
    asked = re.sub(r"^if\b", "whether", asked, flags=re.I)
    asked = _VERB.sub(lambda match: f"you {_TO_BE.get(match['verb']) or base_verb(match['verb'])}", asked)
    asked = asked[0].lower() + asked[1:]
    short = 3 <= len(asked.split()) <= 18
    return (
        asked if short and not _NOT_THEIRS.search(f"{asked} ") and not review_own(f"Could you tell me {asked}?") else ""
    )
