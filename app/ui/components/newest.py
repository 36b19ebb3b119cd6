"""Bringing the newest turn into view: on a phone a reply would otherwise arrive below the edge, unseen."""

import json

import streamlit as st

SCRIPT = """<script>
for (const wait of [100, 500]) setTimeout(() => {
  const newest = document.querySelector(".st-key-" + CSS.escape(%s));
  if (newest) newest.scrollIntoView({block: "%s"});
  const box = document.querySelector("[data-testid=stChatInputTextArea]");
  if (box && document.activeElement === document.body && matchMedia("(pointer: fine)").matches) box.focus({preventScroll: true});
}, wait);
// %s
</script>"""
"""Twice, shortly after: Streamlit follows the page's end by itself, and must have had its turn. Where a pressed button
has gone, the next line can be typed at once; not on a phone, where a keyboard would cover the reply."""


def show(key: str, turn: str, *, end: bool = False) -> None:
    """Scroll to the container with this key, once for each turn: its start, or with `end` its end; focus the input.

    Streamlit follows a chat only while the reader is at the very bottom and has no call for this; the script holds
    ids of our own making and nothing a person typed.
    """
    block = "nearest" if end else "start"
    # The turn stands in the script because an unchanged script would not run again.
    st.html(SCRIPT % (json.dumps(key), block, turn), unsafe_allow_javascript=True)
