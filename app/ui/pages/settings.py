"""Settings: which engine answers and why, what leaves the machine, taking everything along, deleting everything."""

import streamlit as st

from app.exports import json_export
from app.ui import resources, state
from app.ui.components import (
    engine_models,
    engine_spent,
    engine_trial,
    engine_use,
    leaving,
    quality_card,
    search_use,
)
from app.ui.components.calm import calm, show_notice
from app.ui.components.words import muted
from app.ui.state import OWNER

WORD = "delete"

coach = resources.coach()
engine, settings = coach.engine, resources.settings()
everything = coach.export(OWNER)
st.title("Settings", anchor=False)
show_notice("settings")

st.subheader("What answers", anchor=False)
with calm():
    engine_use.show(resources.shared().engine, settings, resources.chosen_engine(), resources.use_engine)
    if engine.spec != "playbook":
        engine_trial.show(engine)
    with st.expander("Models that run inside this program"):
        engine_models.show(resources.fetches(), engine.spec, resources.use_engine)
    engine_spent.show(everything.messages, settings)
    search_use.show(coach.index, settings)

st.subheader("How good it is", anchor=False)
with calm():
    quality_card.show(settings, engine.spec)

st.subheader("What leaves this machine", anchor=False)
st.markdown(leaving.in_full(coach, settings))
last = next((session.id for session in coach.recent(OWNER, limit=1)), "")
if st.button(
    "See the exact text", key="see_outgoing", disabled=not last, help="What a hosted model would get for your last line"
):
    with calm():
        st.code(
            coach.outgoing(OWNER, last) or "Nothing would be sent for your last line.", language=None, wrap_lines=True
        )
if not last:
    muted("Ask something first; then this shows what would be sent for your last line.")

st.subheader("Take everything along", anchor=False)
with calm():
    count = len(everything.sessions)
    kept = "1 conversation is" if count == 1 else f"{count} conversations are"
    st.markdown(f"{kept} kept.")
    st.download_button(
        "Export everything", json_export(everything), "skip-level-coach.json", "application/json", on_click="ignore"
    )

st.subheader("Delete everything", anchor=False)
typed = st.text_input(
    f"Type “{WORD}” to delete every conversation, note and document of yours from this machine. It cannot be undone.",
    key=state.DELETE_WORDS,
)
if st.button("Delete everything", key="delete_all", disabled=typed.strip().lower() != WORD):
    with calm():
        gone = coach.delete_all(OWNER)
        state.forget_everything()
        state.notice(
            f"Deleted {gone} {'conversation' if gone == 1 else 'conversations'}. Nothing of yours is left here."
        )
        st.rerun()
