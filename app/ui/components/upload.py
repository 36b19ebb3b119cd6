"""Notes from a file into a box: read by the same reader as own documents, and not kept."""

from typing import Any

import streamlit as st

from app.coaching.documents import ReadDocument
from app.domain.errors import InputRefused
from app.ui import state
from app.ui.components.words import as_typed

KEY = "notes_file"
LARGEST = 10


def notes(read: ReadDocument) -> None:
    """Offer to take notes from a file into the box of *Check wording*; say why when a file cannot be read."""
    with st.popover("Upload notes", key="upload_notes"):
        file: Any = st.file_uploader(
            "Markdown, text or PDF. It is read into the box and not kept.", key=KEY, max_upload_size=LARGEST
        )
    if file is None or not state.is_new(KEY, file.file_id):
        return
    try:
        state.check_this(read(file.name, file.getvalue()).text)
    except InputRefused as refusal:
        st.warning(as_typed(str(refusal)))
