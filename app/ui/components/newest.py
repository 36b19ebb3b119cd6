"""Bringing the newest turn into view: on a phone a reply would otherwise arrive below the edge, unseen."""

import json

import streamlit as st

SCRIPT = """<script>
setTimeout(() => {
  const newest = document.querySelector(".st-key-" + CSS.escape(%s));
  if (newest) newest.scrollIntoView({block: "%s"});
}, 150);
</script>"""
"""After a moment: Streamlit's own following of the page's end must have had its turn."""


def show(key: str, turn: str, *, end: bool = False) -> None:
    """Scroll to the container with this key, once for each turn: its start, or with `end` its end.

    Streamlit follows a chat only while the reader is at the very bottom and has no call for this; the script holds
    ids of our own making and nothing a person typed.
    """
    script = SCRIPT % (json.dumps(key), "end" if end else "start")
    st.html(f"{script}<!-- {turn} -->", unsafe_allow_javascript=True)
