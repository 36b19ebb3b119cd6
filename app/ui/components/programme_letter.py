"""From a step of the programme to its letter on the page *Emails*."""

from typing import NoReturn

from app.coaching.coach import Coach
from app.domain.emails import EmailBrief
from app.domain.programme import ProgrammePlan
from app.ui import state
from app.ui.navigation import go
from app.ui.state import OWNER


def write(kind: str, plan: ProgrammePlan, coach: Coach) -> NoReturn:
    """Open a kind of letter with what the programme knows of it; what stood in it already stays."""
    newest, kept = coach.drafts.newest_letter(OWNER), coach.drafts.letter(OWNER, kind)
    me = newest.brief.facts.get("me", "") if newest else state.meeting().me.full
    brief = kept.brief if kept else EmailBrief(kind=kind, facts={"me": me} if me else {})
    asked = {field.id for field in coach.library.email_by_id[kind].fields}
    known = {name: fact for name, fact in plan.facts.items() if name in asked}
    state.write_this(brief.model_copy(update={"facts": {**brief.facts, **known}}))
    go("emails")
