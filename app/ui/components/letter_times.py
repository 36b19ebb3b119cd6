"""The times a letter offers, held in a calendar."""

import streamlit as st

from app.coaching.offered_times import moments
from app.domain.emails import EmailBrief, EmailKind
from app.exports import offered_times
from app.ui.components import calendar_entry
from app.ui.components.words import muted

TIMES = ("times", "new_times")
"""Facts that offer times to keep free."""
AHEAD = ("heads_up", "accept", "agenda_note")
"""Letters whose `when` is a meeting still to come; in the others it is past or given up."""
HELD = "Held for a conversation"


def show(brief: EmailBrief, kind: EmailKind) -> None:
    """Offer the times of a letter as tentative calendar entries; nothing for a letter without a place for a time."""
    places = (*TIMES, "when") if kind.id in AHEAD else TIMES
    if not any(field.id in places for field in kind.fields):
        return
    text = next((brief.facts[name] for name in places if name in brief.facts), "")
    today = calendar_entry.today()
    with st.popover("Hold the times", key=f"hold_{brief.kind}"):
        found = moments(text, today)
        if text:
            muted(f"You wrote: {text}")
        starts = [
            calendar_entry.moment_fields(f"hold_{each:%m%d%H%M}" if each else "hold", each)
            for each in (found or (None,))
        ]
        zone = calendar_entry.zone_field("hold")
        minutes = st.number_input("Minutes", 5, 240, 30, 5, key="hold_minutes")
        chosen = [each for each in starts if each]
        raw = offered_times(HELD, chosen, int(minutes), zone) if chosen else b""
        st.download_button(
            "Download .ics", raw, "held.ics", "text/calendar", on_click="ignore", disabled=not raw, key="hold_take"
        )
