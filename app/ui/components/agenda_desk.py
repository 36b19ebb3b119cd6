"""The questions to ask, worked on: chosen, moved, reworded, added to, and taken along."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.agenda import AgendaItem
from app.domain.meeting import Meeting
from app.domain.risk import RiskContext
from app.ui.components import agenda_list, agenda_take, kept_field, serious
from app.ui.components.agenda_choices import AgendaChoices, ident
from app.ui.components.words import as_typed
from app.ui.state import OWNER

OWN = "agenda_own"
NAME = "agenda"
"""Under this the choices are kept: a reload loses none of them."""


def show(coach: Coach, meeting: Meeting) -> None:
    """Draw the agenda for a meeting with everything one can do to it."""
    choices = coach.drafts.remembered(OWNER, NAME, AgendaChoices())
    proposed = coach.agenda(meeting, pinned=choices.pinned, dropped=choices.dropped)
    by_id = {ident(item): item for item in proposed.items}
    order = choices.arranged(by_id)
    agenda = proposed.model_copy(update={"items": tuple(_checked(coach, by_id[each], meeting) for each in order)})

    def keep(changed: AgendaChoices) -> None:
        coach.drafts.remember(OWNER, NAME, changed)

    def act(what: str, question: str, text: str) -> None:
        """Carry out a control of the list."""
        match what:
            case "pin":
                keep(choices.pin(question))
            case "swap":
                keep(choices.drop(question))
            case "reword":
                keep(choices.reword(order, question, text))
            case _:
                keep(choices.move(order, question, -1 if what == "up" else 1))

    def add() -> None:
        """Put a question of the user's own on the list, out of its field."""
        if own := " ".join(kept_field.take(coach, OWN).split()):
            keep(choices.add(own))

    for warning in agenda.warnings:
        st.info(as_typed(warning))
    agenda_list.show(agenda, act)
    with st.container(key="noprint_own"):
        kept_field.line(coach, "Add your own question", OWN, max_chars=300)
        st.button("Add it", key="own_add", on_click=add)
    agenda_take.show(agenda)
    untouched = choices == AgendaChoices()
    st.button("Start over", key="ask_over", type="tertiary", disabled=untouched, on_click=keep, args=(AgendaChoices(),))


def _checked(coach: Coach, item: AgendaItem, meeting: Meeting) -> AgendaItem:
    """Return a question of the user's own with what could travel back in it; a serious matter is shown at once."""
    if item.question_id:
        return item
    people = meeting.people
    side = "leader" if meeting.audience == "leader" else "ic"
    context = RiskContext(names=meeting.names(), boss=people.boss.full, leader=people.leader.full, side=side)
    report = coach.check(item.text, context).report
    serious.show(report.serious, coach.library)
    if any(finding.certain for finding in report.serious):
        return item.model_copy(update={"warnings": ()})
    found = [
        f"“{flag.phrase}”: {flag.reason}" + (f" Say instead: {flag.say_instead}" if flag.say_instead else "")
        for flag in report.flags
    ]
    return item.model_copy(update={"warnings": (*item.warnings, *found)})
