"""The questions to ask, worked on: chosen, moved, reworded, added to, and taken along."""

from collections.abc import Callable

import streamlit as st

from app.coaching.coach import Coach
from app.domain.agenda import AgendaItem
from app.domain.meeting import Meeting
from app.domain.risk import SeriousFinding
from app.ui import state
from app.ui.components import agenda_grave, agenda_list, agenda_take, kept_field
from app.ui.components.agenda_choices import AgendaChoices, ident
from app.ui.components.calm import calmly
from app.ui.components.words import as_typed, muted
from app.ui.state import OWNER

OWN = "agenda_own"
NAME = "agenda"
"""Under this the choices are kept: a reload loses none of them."""


def show(coach: Coach, meeting: Meeting, grave: tuple[SeriousFinding, ...]) -> None:
    """Draw the agenda for a meeting with everything one can do to it; for a meeting about something grave there is none."""
    if any(finding.certain for finding in grave):
        muted(
            "There is no list for this: it need not wait for a meeting. Put something else above and the list is back."
        )
        return
    choices = coach.drafts.remembered(OWNER, NAME, AgendaChoices())
    proposed = coach.agenda(meeting, pinned=choices.pinned, dropped=choices.dropped)
    by_id = {ident(item): item for item in proposed.items}
    order = choices.arranged(by_id)
    agenda = proposed.model_copy(update={"items": tuple(_checked(coach, by_id[each], meeting) for each in order)})

    def change(make: Callable[[AgendaChoices], AgendaChoices]) -> None:
        """Change the choices as they are kept now: another tab may have chosen since this one was drawn."""
        coach.drafts.remember(OWNER, NAME, make(coach.drafts.remembered(OWNER, NAME, AgendaChoices())))

    def act(what: str, question: str, text: str) -> None:
        match what:
            case "pin":
                change(lambda kept: kept.pin(question))
            case "swap":
                change(lambda kept: kept.drop(question))
            case "reword":
                change(lambda kept: kept.reword(order, question, text))
            case _:
                change(lambda kept: kept.move(order, question, -1 if what == "up" else 1))

    def add() -> None:
        """Put a question of the user's own on the list, out of its field."""
        if own := " ".join(state.typed(OWN).split()):
            change(lambda kept: kept.add(own))
            kept_field.empty(coach, OWN)

    for warning in () if grave else agenda.warnings:
        st.info(as_typed(warning))
    agenda_list.show(agenda, act)
    with st.container(key="noprint_own"):
        kept_field.line(coach, "Add your own question", OWN, max_chars=300)
        st.button("Add it", key="own_add", on_click=calmly(add))
    agenda_take.show(agenda)
    untouched, over = choices == AgendaChoices(), calmly(coach.drafts.forget)
    st.button("Start over", key="ask_over", type="tertiary", disabled=untouched, on_click=over, args=(OWNER, NAME))


def _checked(coach: Coach, item: AgendaItem, meeting: Meeting) -> AgendaItem:
    """Return a question of the user's own with what could travel back in it; a serious matter is shown at once."""
    if item.question_id:
        return item
    report = coach.check(item.text, meeting.said_in_it()).report
    agenda_grave.show(coach, report)
    if report.serious:
        return item.model_copy(update={"warnings": ()})
    found = [
        f"“{flag.phrase}”: {flag.reason}" + (f" Say instead: {flag.say_instead}" if flag.say_instead else "")
        for flag in report.flags
    ]
    return item.model_copy(update={"warnings": (*item.warnings, *found)})
