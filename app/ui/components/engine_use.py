"""Which engine answers, why that one, and how to have another."""

import streamlit as st

from app.domain.ports import Engine
from app.engines.circuit import Circuit, WithCircuit
from app.engines.wrappers import WithDeadline, WithPseudonyms
from app.settings import Settings
from app.ui import state
from app.ui.components.words import muted

OTHERS = """\
Stop the app, set one of these, and start it again:

| for | set |
|---|---|
| no model at all | `COACH_ENGINE=playbook` |
| a model inside this program | `COACH_ENGINE=gguf:<model>`, after fetching it below |
| Ollama on this machine | `COACH_ENGINE=ollama:<model>` |
| a server of yours | `COACH_ENGINE=openai`, `OPENAI_BASE_URL=http://127.0.0.1:8080/v1`, `COACH_MODEL=<model>` |
| OpenAI | `OPENAI_API_KEY=<key>`, `COACH_MODEL=<model>` |
| another vendor | `COACH_ENGINE=langchain:<provider>:<model>`, its key as LangChain names it |
"""


def show(engine: Engine, settings: Settings) -> None:
    """Say what is in use and why; let the playbook answer in this browser with one click."""
    if engine.spec == "playbook":
        st.markdown(f"The **playbook**: planned words, no model. {why(engine, settings)}")
    else:
        st.markdown(f"**{engine.spec}**, checked against the plan sentence by sentence. {why(engine, settings)}")
        st.toggle(
            "Only the playbook, in this browser",
            value=state.playbook_only(),
            key=state.PLAYBOOK_ONLY,
            on_change=state.keep_playbook_only,
            help="No model is asked until you switch this off or close the tab",
        )
        watch = circuit(engine)
        if watch and watch.retry_in:
            muted(f"Paused after {watch.failures} failures in a row; tried again in {watch.retry_in:.0f} seconds.")
    with st.expander("Use another"):
        st.markdown(OTHERS)


def why(engine: Engine, settings: Settings) -> str:
    """Return why this engine is the one in use."""
    if settings.engine != "auto":
        return f"`COACH_ENGINE={settings.engine}` asks for it."
    if engine.spec.startswith("ollama:"):
        return "Ollama runs on this machine; `COACH_ENGINE=playbook` goes without it."
    if engine.spec == "playbook":
        return "No model is configured and no Ollama runs here."
    given = "OPENAI_BASE_URL" if settings.openai_base_url else "OPENAI_API_KEY"
    return f"`{given}` is set; `COACH_ENGINE=playbook` goes without it."


def circuit(engine: Engine) -> Circuit | None:
    """Return how the engine has been doing, where that is watched."""
    while isinstance(engine, WithDeadline | WithPseudonyms):
        engine = engine.inner
    return engine.circuit if isinstance(engine, WithCircuit) else None
