"""Trying the engine with one small, real request that holds nothing of the person's."""

from time import perf_counter

import streamlit as st

from app.domain.errors import CoachError
from app.domain.ports import Engine
from app.domain.turn import ChatLine, EngineRequest, Plan, Task, Usage
from app.ui.components.words import as_typed, said

QUESTION = "Say in one short sentence what a good first question in a meeting is."
REQUEST = EngineRequest(
    plan=Plan(task=Task.ASK, planned=QUESTION),
    lines=(ChatLine(role="system", content="You answer in plain English."), ChatLine(role="user", content=QUESTION)),
    max_tokens=60,
)


def show(engine: Engine) -> None:
    """Draw the button, and what came of it: the model's words, the seconds, or the error in kind words."""
    if not st.button("Test the connection", key="try_engine", help="Sends one small request with nothing of yours"):
        return
    began, first, words, counted = perf_counter(), 0.0, "", Usage()
    try:
        with st.spinner("Asking …"):
            for piece in engine.stream(REQUEST):
                if isinstance(piece, Usage):
                    counted = piece
                else:
                    first = first or perf_counter() - began
                    words += piece
    except CoachError as trouble:
        st.warning(as_typed(f"{trouble} (after {perf_counter() - began:.1f} seconds)"))
        st.markdown("Nothing is lost: until it works, answers are the coach's own words.")
        return
    tokens = f", {counted.tokens_in} tokens in and {counted.tokens_out} out" if counted.tokens_out else ""
    st.success(f"It answers. First words after {first:.1f} s, all after {perf_counter() - began:.1f} s{tokens}.")
    said(words.strip())
