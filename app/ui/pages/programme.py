"""Programme: for a leader who starts skip-levels. The figures left, the plan right."""

import streamlit as st

from app.coaching.programme import plan_programme
from app.ui import resources
from app.ui.components import frame, kept_field, programme_form, programme_sheet, programme_take
from app.ui.components.calm import calm

frame.wide()
coach = resources.coach()
st.title("Programme", anchor=False)
st.markdown(
    "For a leader who starts regular skip-level meetings: what they cost, what fits, and each step with its day."
)

form, page = st.columns([2, 3], gap="large")
with form, calm():
    start = programme_form.remembered(coach)
    wish = programme_form.show(start)
    kept_field.keep(coach, programme_form.KEPT, start, wish)
with page, calm():
    plan = plan_programme(coach.library, wish)
    programme_sheet.figures(plan)
    programme_take.show(plan, coach.library)
    programme_sheet.steps(plan, coach)
