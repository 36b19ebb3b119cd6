"""The agenda taken along: as a file, as text, as a calendar entry, on paper."""

import streamlit as st

from app.domain.agenda import Agenda
from app.exports import agenda_event, markdown_agenda
from app.ui.components import calendar_entry
from app.ui.components.words import muted


def show(agenda: Agenda) -> None:
    """Draw the ways to take the list along."""
    text = markdown_agenda(agenda)
    with st.container(horizontal=True, key="noprint_take"):
        st.download_button("Download", text, "questions.md", "text/markdown", type="primary", on_click="ignore")
        with st.popover("Copy", key="agenda_copy"):
            lines = [f"{number}. {item.text}" for number, item in enumerate(agenda.items, 1)]
            st.code("\n".join([agenda.opening, *lines, agenda.closing]), language=None, wrap_lines=True)
        with st.popover("Calendar entry", key="agenda_ics"):
            start = calendar_entry.moment_fields("agenda")
            zone = calendar_entry.zone_field("agenda")
            muted(f"{agenda.minutes} minutes, with the questions inside. Mind who can open your calendar.")
            raw = agenda_event(agenda, start, zone) if start else b""
            name = "Download .ics"
            st.download_button(
                name, raw, "questions.ics", "text/calendar", on_click="ignore", disabled=not raw, key="agenda_ics_take"
            )
    with st.container(key="noprint_print"):
        muted("To print, use your browser: only the list comes out.")
