"""The programme, drawn: what fits and why, then the steps with their days."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.library import Library
from app.domain.programme import Load, PlannedStep, ProgrammePlan
from app.ui.components import calendar_entry
from app.ui.components import card as cards
from app.ui.components.programme_letter import write
from app.ui.components.tags import Html, joined, listed, table, tag
from app.ui.components.words import heading, muted


def figures(plan: ProgrammePlan) -> None:
    """Draw what can be promised, the sums behind it, and other ways where it is too much."""
    st.html(tag("p", plan.headline, cls="headline"))
    st.html(listed(plan.sums))
    if plan.alternatives:
        heads = ("Other ways", "Meetings a round", "Minutes", "Hours a quarter", "Hours a week", "")
        rows = [_row(load, plan.wish.hours_a_week) for load in plan.alternatives]
        st.html(table(heads, rows, "Other ways of meeting the same people"))
    for line in plan.assumed:
        muted(line)


def steps(plan: ProgrammePlan, coach: Coach) -> None:
    """Draw the steps in their order, each with its reason, the cards behind it and its letter."""
    heading("Step by step")
    for step in plan.steps:
        with st.container(key=f"step_{step.id}", gap="small"):
            st.html(_step(step, coach.library))
            if step.letter:
                name = coach.library.email_by_id[step.letter].name
                if st.button(f"Write it: {name}", key=f"letter_{step.id}", type="tertiary"):
                    write(step.letter, plan, coach)


def _row(load: Load, hours: float) -> tuple[str, ...]:
    minutes = f"{load.minutes} + {load.around}"
    fits = "fits your hours" if load.hours_a_week <= hours else ""
    return load.name, f"{load.meetings:,}", minutes, f"{load.hours_a_quarter:g}", f"{load.hours_a_week:g}", fits


def _step(step: PlannedStep, library: Library) -> Html:
    day = tag("p", calendar_entry.day_words(step.day), cls="muted")
    marks = (_mark(step, at, library) for at in range(len(step.cards)))
    what = tag("p", f"{step.what} ", *marks, cls="entry")
    entry = (day, tag("p", tag("strong", step.title), cls="entry"), what, tag("p", f"Why: {step.why}", cls="muted"))
    behind = (cards.popover(_name(step, card), library.card_by_id[card], library) for card in step.cards)
    return joined((tag("div", *entry, cls="listed"), *behind))


def _mark(step: PlannedStep, at: int, library: Library) -> Html:
    card = step.cards[at]
    title = f"Card: {library.card_by_id[card].title}"
    opens = _name(step, card)
    return tag("button", f"{at + 1}", type="button", cls="cite", popovertarget=opens, aria_label=title)


def _name(step: PlannedStep, card: str) -> str:
    return f"step-{step.id}-{card}"
