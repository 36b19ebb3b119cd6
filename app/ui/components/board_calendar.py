"""What was promised and the next meeting, as calendar entries."""

from datetime import datetime

import streamlit as st

from app.domain.commitments import Commitment
from app.exports import ics, reminders
from app.ui.components import calendar_entry
from app.ui.components.words import muted

NEXT = "Next conversation"


def reminders_of(kept: list[Commitment]) -> None:
    """Draw the download of a reminder for each open promise with a day to come."""
    zone, today = calendar_entry.zone_field("reminders"), calendar_entry.today()
    due = [each for each in kept if each.state == "open" and each.day and each.day >= today]
    muted(
        f"{len(due)} with a day to come, each at nine in the morning." if due else "Nothing open has a day to come yet."
    )
    raw = reminders(due, zone, today) if due else b""
    st.download_button(
        "Download .ics",
        raw,
        "reminders.ics",
        "text/calendar",
        on_click="ignore",
        disabled=not due,
        key="reminders_take",
    )


def next_meeting(proposed: datetime) -> None:
    """Draw the download of the next meeting, on the day proposed or another."""
    start = calendar_entry.moment_fields("next", proposed)
    zone = calendar_entry.zone_field("next")
    muted("In steps of thirteen weeks, the same weekday. Ask for it a few weeks before.")
    raw = ics(NEXT, start, 30, zone, reminder_minutes=30) if start else b""
    st.download_button(
        "Download .ics", raw, "next.ics", "text/calendar", on_click="ignore", disabled=not raw, key="next_take"
    )
