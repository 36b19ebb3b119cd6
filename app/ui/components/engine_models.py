"""The models that can run inside this program: which are here, and fetching one."""

from collections.abc import Callable

import streamlit as st

from app.engines.fetches import Fetches
from app.engines.local_gguf import INSTALL, is_here
from app.engines.models import LocalModel, catalogue
from app.engines.models_fetch import in_gb
from app.ui.components.words import as_typed, muted


@st.fragment(run_every=2.0)
def show(fetches: Fetches, in_use: str, use: Callable[[str], None]) -> None:
    """Draw each model with a button to fetch it, or to use it; the list looks again every two seconds while it is open.

    `in_use` is the engine that answers now; `use` lets another one answer.
    """
    for model in catalogue():
        if not model.plumbing:
            _one(model, fetches, in_use, use)


def _one(model: LocalModel, fetches: Fetches, in_use: str, use: Callable[[str], None]) -> None:
    st.markdown(f"**{model.title}**, {in_gb(model.size)}, wants {in_gb(model.memory)} of memory, {model.licence}")
    muted(f"For {model.recommended}.")
    fetch = fetches.of(model.name)
    if model.file(fetches.folder).is_file():
        spec = f"gguf:{model.name}"
        if not is_here():
            muted(INSTALL)
        if spec == in_use:
            st.markdown("Fetched, and in use.")
        elif st.button(
            "Use it now", key=f"use_{model.name}", help=f"Until the app is stopped; COACH_ENGINE={spec} keeps it"
        ):
            use(spec)
            st.rerun(scope="app")
    elif fetch and fetch.running:
        st.progress(min(1.0, fetch.here / max(1, fetch.size)), f"{in_gb(fetch.here)} of {in_gb(fetch.size)}")
    else:
        if fetch and fetch.trouble:
            st.warning(as_typed(fetch.trouble))
        if st.button(f"Fetch {in_gb(model.size)}", key=f"fetch_{model.name}", help=f"Download {model.title}"):
            fetches.start(model)
            st.rerun(scope="fragment")
