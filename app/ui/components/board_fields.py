"""The fields of one promise: what, whose, by when."""

from datetime import date

import streamlit as st

from app.domain.commitments import Commitment
from app.ui.components import calendar_entry


def show(start: Commitment | None, key: str) -> tuple[str, str, date | None]:
    """Draw the fields of one commitment, filled from it; return what, whose, and by when."""
    what = st.text_input("What", start.what if start else "", key=f"what_{key}", max_chars=300).strip()
    owner = whose(start.owner if start else "you", f"whose_{key}")
    return what, owner, calendar_entry.day_field("By when", start.day if start else None, f"by_{key}")


def whose(owner: str, key: str, leader: str = "") -> str:
    """Draw the choice of who promised and return it."""
    them = owner if owner != "you" else leader or "they"
    names = {"you": "You did", them: "They did" if them == "they" else f"{them} did"}
    at = list(names).index(owner)
    return (
        st.selectbox("Who promised", list(names), at, format_func=lambda each: names.get(each, each), key=key) or owner
    )
