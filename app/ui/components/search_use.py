"""How cards are found: by meaning and words, by what, and what stands in its way just now."""

import streamlit as st

from app.domain.ports import KnowledgeIndex
from app.settings import Settings
from app.ui.components.words import muted


def show(index: KnowledgeIndex, settings: Settings) -> None:
    """Say what reads meaning, where it runs, and when only words are left."""
    muted(f"{found_by(index.reader)} `COACH_EMBEDDER={settings.embedder}` asks for it.")
    if index.trouble:
        st.warning(f"Cards are found by their words alone just now. {index.trouble}")


def found_by(reader: str) -> str:
    """Return how cards are found, in a sentence."""
    if reader.startswith("hashing"):
        return "Cards are found by their words; no reader of meaning is on this machine."
    if reader.startswith("endpoint-"):
        return (
            f"Cards are found by meaning, with {reader.removeprefix('endpoint-')} at your endpoint, and by their words."
        )
    return f"Cards are found by meaning, with {reader} on this machine, and by their words."
