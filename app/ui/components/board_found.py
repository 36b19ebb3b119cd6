"""One promise as it was found in notes, to be set right."""

import streamlit as st

from app.coaching.commitments import corrected
from app.domain.commitments import Commitment
from app.ui.components import board_fields, calendar_entry
from app.ui.components.tags import tag
from app.ui.components.words import as_typed, shortened


def show(found: Commitment) -> Commitment | None:
    """Draw one promise for correction; None when it was unticked."""
    with st.container(border=True):
        keep = st.checkbox("Save this one", value=True, key=f"found_{found.id}")
        what = st.text_input("What", found.what, key=f"found_what_{found.id}", max_chars=300).strip()
        left, right = st.columns(2)
        with left:
            owner = board_fields.whose(found.owner, f"found_whose_{found.id}")
        with right:
            label = as_typed(f"By when (“{found.due}”)") if found.due else "By when"
            day = calendar_entry.day_field(label, found.day, f"found_day_{found.id}")
        st.html(tag("p", f"“{shortened(found.line, 160)}”", cls="muted"))
    return corrected(found, what, owner, day) if keep and what else None
