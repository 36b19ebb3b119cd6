"""The questions to take along, as a time-boxed list one could print."""

import zlib
from collections.abc import Callable

import streamlit as st

from app.domain.agenda import Agenda, AgendaItem
from app.ui.components.agenda_choices import ident
from app.ui.components.calm import calmly
from app.ui.components.tags import Html, tag

Act = Callable[[str, str, str], None]
"""Called with what to do (pin, swap, up, down, reword), the question, and its new words where there are any."""

RESERVE = "Kept in reserve, if there is time or something falls away."


def as_html(agenda: Agenda) -> Html:
    """Return the list without controls: opening, questions with minutes and reasons, closing, the one in reserve."""
    rows = [_row(agenda.opening_minutes, agenda.opening)]
    rows += [_row(item.minutes, item.text, item.why) for item in agenda.items]
    rows.append(_row(agenda.closing_minutes, agenda.closing))
    if agenda.fallback:
        rows.append(_row(0, agenda.fallback.text, RESERVE))
    return tag("ol", *rows, cls="agenda")


def show(agenda: Agenda, act: Act) -> None:
    """Draw the list with its controls; every control names its question to a screen reader."""
    _alone(agenda.opening_minutes, agenda.opening)
    for place, item in enumerate(agenda.items):
        then = f"Then: {item.follow_up}" if item.follow_up else ""
        _alone(item.minutes, item.text, item.why, then, mind=item.warnings)
        with st.container(horizontal=True, gap="medium", key=f"controls_{_key(item)}"):
            if item.question_id:
                pinned = "Unpin" if item.pinned else "Pin"
                _control(pinned, "pin", item, act, "A pinned question stays when the list changes")
                _control("Swap", "swap", item, act, "Another question in its place")
            else:
                _control("Take out", "swap", item, act, item.text)
            _control("Earlier", "up", item, act, item.text, disabled=place == 0)
            _control("Later", "down", item, act, item.text, disabled=place == len(agenda.items) - 1)
            _reword(item, act)
    _alone(agenda.closing_minutes, agenda.closing)
    if agenda.fallback:
        _alone(0, agenda.fallback.text, RESERVE)


def _alone(minutes: int, text: str, *notes: str, mind: tuple[str, ...] = ()) -> None:
    st.html(tag("ol", _row(minutes, text, *notes, mind=mind), cls="agenda"))


def _row(minutes: int, text: str, *notes: str, mind: tuple[str, ...] = ()) -> Html:
    time = tag("span", f"{minutes} min" if minutes else "", cls="minutes")
    quiet = (tag("p", note, cls="muted") for note in notes if note)
    minded = (tag("p", f"○ {note}", cls="mind") for note in mind)
    return tag("li", tag("p", time, text, cls="question"), *quiet, *minded)


def _control(name: str, what: str, item: AgendaItem, act: Act, help: str, *, disabled: bool = False) -> None:
    key = f"{what}_{_key(item)}"
    chosen, now = (what, ident(item), ""), calmly(act)
    st.button(name, key=key, type="tertiary", on_click=now, args=chosen, disabled=disabled, help=help)


def _reword(item: AgendaItem, act: Act) -> None:
    """Offer the question's words for editing where it stands."""
    with st.popover("Edit", type="tertiary", key=f"edit_{_key(item)}"):
        text = st.text_area(
            "The question in your words", item.text, key=f"words_{_key(item)}", max_chars=300, height=100
        )
        if st.button("Save these words", key=f"reword_{_key(item)}") and text.strip():
            act("reword", ident(item), " ".join(text.split()))
            st.rerun()


def _key(item: AgendaItem) -> str:
    return item.question_id or f"own_{zlib.crc32(item.text.encode()):08x}"
