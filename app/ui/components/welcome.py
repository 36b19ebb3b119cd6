"""The chat before its first line: what this is for, five ways in, three questions people ask."""

import streamlit as st

from app.ui import state
from app.ui.components.tags import tag
from app.ui.components.words import label, muted

WORDS = "For a skip-level: the meeting between someone and their boss's boss. Ask, practise, or let me look at your words first."
PILLS = ("Rehearse my meeting", "What should I ask?", "Is this safe to say?", "Write the email", "Start a programme")


def show(examples: tuple[str, ...], privacy: str) -> None:
    """Draw the empty state; `privacy` is the sentence on what leaves the machine, which a phone's sidebar hides."""
    st.html(tag("p", WORDS, cls="welcome"))
    muted(privacy)
    with st.container(horizontal=True, key="pills", gap="xsmall"):
        for pill in PILLS:
            st.button(pill, key=f"pill_{pill}", on_click=state.say, args=(pill,))
    with st.container(key="examples", gap=None):
        muted("Or something people ask:")
        for question in examples:
            key = f"example_{question}"
            st.button(label(question, 120), key=key, type="tertiary", on_click=state.say, args=(question,))
