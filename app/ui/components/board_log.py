"""The list taken along, and the list deleted."""

import streamlit as st

from app.coaching.coach import Coach
from app.exports import log_markdown
from app.ui import resources, state
from app.ui.components import board_notes, leaving
from app.ui.components.words import heading, muted
from app.ui.state import OWNER


def show(coach: Coach) -> None:
    """Draw the download of the whole list and the way to delete it."""
    kept, meetings = coach.commitments.all(OWNER), coach.commitments.meetings(OWNER)
    if not kept and not meetings:
        return
    heading("The list is yours")
    where = leaving.keeper(resources.settings())
    muted(f"It is on {where or 'this machine only'}. Nobody else has a view of it.")
    with st.container(horizontal=True, key="noprint_log"):
        text = log_markdown(kept, meetings)
        st.download_button("Download the list", text, "follow-through.md", "text/markdown", on_click="ignore")
        with st.popover("Delete the list", type="tertiary", key="log_gone"):
            muted("Every promise and prediction leaves this machine for good.")
            if st.button("Delete for good", key="log_delete"):
                gone = coach.commitments.clear(OWNER)
                coach.drafts.forget(OWNER, board_notes.NAME)
                state.next_notes_round()
                state.notice(f"Deleted {gone} {'entry' if gone == 1 else 'entries'} of the list.")
                st.rerun()
