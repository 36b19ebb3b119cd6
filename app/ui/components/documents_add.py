"""Adding own documents: a file or several, how far the reading is, and one sentence for each that cannot be read."""

from collections.abc import Generator
from contextlib import closing

import streamlit as st

from app.coaching.documents import Documents
from app.domain.documents import Progress
from app.domain.errors import CoachError, InputRefused
from app.ui.components.words import as_typed, muted
from app.ui.state import OWNER

LARGEST = 10
LIMITS = (
    "Markdown, plain text or PDF, up to 10 MB, 300 pages and 400,000 characters each; 20 documents, "
    "1,000,000 characters together. A long one takes a few minutes to read."
)


def show(documents: Documents) -> None:
    """Draw the form, and read what was chosen. Stopping, or leaving the page, keeps nothing of the file being read."""
    # The form is emptied as it is sent: whatever interrupts the reading, the next run does not start it again.
    with st.form("own_documents", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Add a document", accept_multiple_files=True, key="own_files", max_upload_size=LARGEST, help=LIMITS
        )
        sent = st.form_submit_button("Add to your documents", type="primary")
    if sent and not files:
        muted("Choose a file first.")
    for file in files if sent else ():
        try:
            added = read_through(documents.add(OWNER, file.name, file.getvalue()))
        except InputRefused as refusal:
            st.warning(as_typed(str(refusal)))
            continue
        if added and added.document:
            count = added.document.passages
            passages = "1 passage" if count == 1 else f"{count:,} passages"
            st.info(as_typed(f"“{added.document.title}” is among your documents, in {passages}."))


def mend(documents: Documents) -> None:
    """Read again what has lost its vectors; usually nothing."""
    try:
        read_through(documents.mend(OWNER))
    except CoachError as trouble:
        st.warning(as_typed(str(trouble)))


def read_through(steps: Generator[Progress, None, None]) -> Progress | None:
    """Draw how far the reading is, with a way to stop it; return the last step."""
    place, last = st.empty(), None
    with closing(steps):
        for at, step in enumerate(steps):
            last = step
            if step.document:
                continue
            with place.container():
                words = f"Reading “{as_typed(step.title)}”: passage {step.done + 1:,} of {step.total:,}"
                st.progress(step.done / step.total, words)
                st.button("Stop", key=f"stop_reading_{step.title}_{at}", type="tertiary")
    place.empty()
    return last
