"""Which engine answers, why that one, and how to have another."""

from collections.abc import Callable

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
| a model inside this program | `COACH_ENGINE=gguf:<model>`, or fetch and use it below |
| Ollama on this machine | `COACH_ENGINE=ollama:<model>` |
| a server of yours | `COACH_ENGINE=openai`, `OPENAI_BASE_URL=http://127.0.0.1:8080/v1`, `COACH_MODEL=<model>` |
| OpenAI | `OPENAI_API_KEY=<key>`, `COACH_MODEL=<model>` |
| another vendor | `COACH_ENGINE=langchain:<provider>:<model>`, its key as LangChain names it |
"""


def show(engine: Engine, settings: Settings, chosen: str, use: Callable[[str], None]) -> None:
    """Say what is in use and why; let the playbook answer in this browser, or take a choice made here back, with one click.

    `chosen` is the engine chosen on this page, empty for the one the app was started with; `use` chooses another.
    """
    reason = why(engine, settings, chosen)
    if engine.spec == "playbook":
        st.markdown(f"The **playbook**: the coach's own words, no language model. {reason}")
    else:
        st.markdown(f"**{engine.spec}**, checked against the plan sentence by sentence. {reason}")
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
    if chosen and st.button("Go back to what the app was started with", key="use_started"):
        use("")
        st.rerun()
    with st.expander("Use another"):
        st.markdown(OTHERS)


def why(engine: Engine, settings: Settings, chosen: str = "") -> str:
    """Return why this engine is the one in use."""
    if chosen:
        return f"You chose it here, until the app is stopped; `COACH_ENGINE={chosen}` keeps it."
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
