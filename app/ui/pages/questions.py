"""Questions: what to ask in my meeting, inside its time."""

import streamlit as st

from app.exports import markdown_agenda
from app.ui import resources, state
from app.ui.components import agenda_form, agenda_list, frame
from app.ui.components.calm import calm
from app.ui.components.words import as_typed

frame.wide()
coach = resources.coach()
st.title("Questions for your meeting", anchor=False)
st.markdown("A list that fits the time. What only this leader can answer comes first.")

form, page = st.columns([2, 3], gap="large")
with form:
    meeting = agenda_form.show(state.meeting())
    state.keep_meeting(meeting)

with page, calm():
    choices = state.agenda_choices()
    proposed = coach.agenda(meeting, pinned=choices.pinned, dropped=choices.dropped)
    by_id = {item.question_id: item for item in proposed.items}
    order = choices.arranged(by_id)
    agenda = proposed.model_copy(update={"items": tuple(by_id[each] for each in order)})

    def act(what: str, question: str) -> None:
        """Carry out a control of the list."""
        match what:
            case "pin":
                state.keep_agenda_choices(choices.pin(question))
            case "swap":
                state.keep_agenda_choices(choices.drop(question))
            case _:
                state.keep_agenda_choices(choices.move(order, question, -1 if what == "up" else 1))

    for warning in agenda.warnings:
        st.info(as_typed(warning))
    agenda_list.show(agenda, act)
    with st.container(horizontal=True, key="noprint_take"):
        text = markdown_agenda(agenda)
        st.download_button(
            "Download the list", text, "questions.md", "text/markdown", type="primary", on_click="ignore"
        )
        untouched = choices == state.AgendaChoices()
        st.button("Start over", key="ask_over", type="tertiary", disabled=untouched, on_click=state.drop_agenda_choices)
