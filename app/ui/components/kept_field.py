"""Fields whose words are kept while they are typed: a reload loses none of them."""

from typing import TypeVar

import streamlit as st

from app.coaching.coach import Coach
from app.domain.base import Value
from app.ui import state
from app.ui.state import OWNER

V = TypeVar("V", bound=Value)
PAUSE = "1s"
"""So long after the last key a line is kept."""
SCRIPT = """<script>
if (!window.keepsTyping) {
  window.keepsTyping = true;
  let waiting;
  document.addEventListener("input", ({target}) => {
    if (!target.matches("[data-testid=stTextArea] textarea")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => target.dispatchEvent(new FocusEvent("focusout", {bubbles: true})), 1000);
  });
}
</script>"""
"""Streamlit sends a text area when it is left; this tells it so after a pause, while the writer stays in it."""


class Words(Value):
    """What stands in a field."""

    text: str = ""


def sent_after_a_pause() -> None:
    """Let every text area of the page be sent a second after the last key, and not only when it is left."""
    st.html(SCRIPT, unsafe_allow_javascript=True)


def area(coach: Coach, label: str, key: str, *, height: int, max_chars: int) -> str:
    """Draw a text area filled with what was typed into it before, and return what stands in it."""
    kept = coach.drafts.remembered(OWNER, key, Words())
    return _kept(coach, key, kept, st.text_area(label, kept.text, key=key, height=height, max_chars=max_chars))


def line(coach: Coach, label: str, key: str, *, max_chars: int) -> str:
    """Draw a line filled with what was typed into it before, and return what stands in it."""
    kept = coach.drafts.remembered(OWNER, key, Words())
    return _kept(coach, key, kept, st.text_input(label, kept.text, key=key, max_chars=max_chars, live=PAUSE))


def empty(coach: Coach, key: str) -> None:
    """Empty a field and forget its words; called before it is drawn again."""
    coach.drafts.forget(OWNER, key)
    state.empty_field(key)


def keep(coach: Coach, name: str, kept: V, now: V) -> None:
    """Keep under a name what was changed in this tab of its value; `now` is what the tab shows of it."""
    with state.changed_here(name, dict(kept), dict(now)) as changed:
        if changed:
            coach.drafts.remember(OWNER, name, kept.model_copy(update=changed))


def _kept(coach: Coach, key: str, kept: Words, text: str) -> str:
    keep(coach, key, kept, Words(text=text))
    return text
