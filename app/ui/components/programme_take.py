"""The programme taken along: as a file, and as calendar entries."""

import streamlit as st

from app.domain.library import Library
from app.domain.programme import ProgrammePlan
from app.exports.programme_plan import plan_calendar, plan_markdown
from app.ui.components import calendar_entry
from app.ui.components.words import muted


def show(plan: ProgrammePlan, library: Library) -> None:
    """Draw the ways to take the plan along."""
    with st.container(horizontal=True, key="noprint_take"):
        text = plan_markdown(plan, library)
        st.download_button("Download", text, "programme.md", "text/markdown", type="primary", on_click="ignore")
        with st.popover("Calendar", key="programme_ics"):
            zone = calendar_entry.zone_field("programme")
            muted(f"{len(plan.steps)} entries, each at nine in the morning, private, with the time left free.")
            raw = plan_calendar(plan, zone)
            st.download_button(
                "Download .ics", raw, "programme.ics", "text/calendar", on_click="ignore", key="programme_ics_take"
            )
