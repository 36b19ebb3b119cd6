"""The only module that touches Streamlit's session state and the address bar.

What must survive a refresh is in the store, found by the id in the address (`?c=`). What stands here may be lost.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from app.domain.conversation import SessionKind
from app.domain.emails import EmailBrief
from app.domain.errors import InputRefused, StoreError
from app.domain.meeting import Meeting

T = TypeVar("T")
OWNER = "local"
"""Everybody who opens the app on this machine, until sign-in exists."""

LONGEST_LINE = 200_000
"""Characters the input takes. The core refuses less with a kind word; beyond this the browser takes no more."""

CHAT_INPUT = "chat_input"
MEETING_INPUT = "meeting_input"
CHECK_TEXT = "check_text"
DELETE_WORDS = "delete_words"
LETTER_KIND = "letter_kind"
PLAYBOOK_ONLY = "playbook_only"


def arrive(page: str) -> None:
    """Note which page is drawn, and whether it was the one before too; called before any page."""
    st.session_state["kept_stayed"] = st.session_state.get("kept_page") == page
    st.session_state["kept_page"] = page


def conversation(kind: SessionKind) -> str:
    """Return the id of the conversation in view, empty for none, and keep it in the address.

    Streamlit clears the address when another page is chosen, so the id is remembered and written again. On the same
    page an address without it means that the reader went back: writing it again would hold them there for ever.
    """
    asked = st.query_params.get("c", "")
    went_back = not asked and bool(st.session_state.get("kept_stayed")) and st.session_state.get("kept_asked") == kind
    st.session_state["kept_asked"] = kind if asked else ""
    if went_back:
        leave_conversation(kind)
    found = asked or str(st.session_state.get(f"c_{kind}", ""))
    if found:
        open_conversation(kind, found)
    return found


def open_conversation(kind: SessionKind, session_id: str) -> None:
    """Show this conversation from now on."""
    st.session_state[f"c_{kind}"] = session_id
    if st.query_params.get("c") != session_id:
        st.query_params["c"] = session_id


def leave_conversation(kind: SessionKind) -> None:
    """Show no conversation: the empty state. The conversation stays in History."""
    st.session_state.pop(f"c_{kind}", None)
    st.query_params.pop("c", None)


def card_in_view() -> str:
    """Return the card the address asks for, empty for none."""
    return st.query_params.get("card", "")


def view_card(card: str) -> None:
    """Show this card of the library; empty shows all."""
    if card:
        st.query_params["card"] = card
    else:
        st.query_params.pop("card", None)


def in_view(what: str) -> str:
    """Return what of a kind (a source, a document) the address asks for, empty for none."""
    return st.query_params.get(what, "")


def view(what: str, which: str) -> None:
    """Show this one of a kind; empty shows all."""
    if which:
        st.query_params[what] = which
    else:
        st.query_params.pop(what, None)


def is_new(what: str, which: str) -> bool:
    """Say whether this one of a kind is seen for the first time in this tab; it is no longer new afterwards."""
    seen = st.session_state.get(f"seen_{what}") == which
    st.session_state[f"seen_{what}"] = which
    return not seen


def playbook_only() -> bool:
    """Say whether no model is to be asked from this tab."""
    return bool(st.session_state.get("kept_playbook_only", False))


def keep_playbook_only() -> None:
    """Remember where the switch stands: a widget's own value is lost when another page is shown."""
    st.session_state["kept_playbook_only"] = st.session_state[PLAYBOOK_ONLY]


def forget(session_id: str) -> None:
    """Stop showing a conversation that was deleted."""
    for key in ("c_chat", "c_rehearsal"):
        if st.session_state.get(key) == session_id:
            del st.session_state[key]


def forget_everything() -> None:
    """Empty this tab: no typed word stays behind."""
    st.session_state.clear()
    st.query_params.clear()


def say(line: str) -> None:
    """Send this line on the next run, as if it had been typed."""
    st.session_state["kept_line"] = line


def line_to_say() -> str:
    """Return the line put by `say`, once."""
    return str(st.session_state.pop("kept_line", ""))


def refilled() -> None:
    """Put a refused line back into its input: it is never lost. Called before any input is drawn."""
    key, text = st.session_state.pop("kept_refill", ("", ""))
    if key:
        st.session_state[key] = text


@contextmanager
def kept_if_refused(key: str, text: str) -> Iterator[None]:
    """Let a line be answered; when it is refused or cannot be stored, put it back into its input on the next run and say why."""
    try:
        yield
    except (InputRefused, StoreError) as refusal:
        st.session_state["kept_refill"] = (key, text)
        notice(str(refusal))


def notice(text: str) -> None:
    """Say this where the user is, from the next run on; empty takes it away."""
    st.session_state["kept_notice"] = (text, "")


def notice_on(page: str) -> str:
    """Return the notice, as long as the user stays on the page that showed it first."""
    text, where = st.session_state.get("kept_notice", ("", ""))
    text = text if where in ("", page) else ""
    st.session_state["kept_notice"] = (text, page if text else "")
    return str(text)


def meeting() -> Meeting:
    """Return the user's own meeting as far as it was described in this tab."""
    kept = st.session_state.get("kept_meeting")
    return kept if isinstance(kept, Meeting) else Meeting()


def has_meeting() -> bool:
    """Say whether a meeting was described in this tab, however little of it."""
    return "kept_meeting" in st.session_state


def keep_meeting(described: Meeting) -> None:
    """Remember the meeting for the other pages."""
    st.session_state["kept_meeting"] = described


def check_this(text: str) -> None:
    """Put a text onto the page *Check wording*."""
    st.session_state[CHECK_TEXT] = text


@contextmanager
def changed_here(name: str, kept: Mapping[str, T], now: Mapping[str, T]) -> Iterator[dict[str, T]]:
    """Give what was changed in this tab since it last showed the fields of `name`, to be kept inside the block.

    A field goes on showing what it was first drawn with, though another tab has put something else in its place since:
    that it differs from what is kept says nothing. Of two tabs the older one would undo what the newer one wrote.
    """
    shown = st.session_state.setdefault("kept_shown", {})
    before = shown.get(name, now)
    yield {each: value for each, value in now.items() if value not in (before.get(each, value), kept.get(each))}
    shown[name] = dict(now)


def brief_handed_over() -> EmailBrief | None:
    """Return the facts put by `write_this`, once, and choose their kind of letter; None when there are none."""
    kept = st.session_state.pop("kept_brief", None)
    if not isinstance(kept, EmailBrief):
        return None
    st.session_state[LETTER_KIND] = kept.kind
    return kept


def letter_round() -> int:
    """Return a number that changes whenever the words of a letter come from elsewhere than its own field."""
    return int(st.session_state.get("kept_letter_round", 0))


def next_letter_round() -> None:
    """Let the letter's fields be filled anew."""
    st.session_state["kept_letter_round"] = letter_round() + 1


def notes_round() -> int:
    """Return a number that changes whenever something was put on the list, so that the fields start empty."""
    return int(st.session_state.get("kept_notes_round", 0))


def next_notes_round() -> None:
    """Empty the fields of *Follow through*."""
    st.session_state["kept_notes_round"] = notes_round() + 1


def write_this(brief: EmailBrief) -> None:
    """Put a letter's facts onto the page *Emails*."""
    st.session_state["kept_brief"] = brief
    next_letter_round()


def empty_letter(kind: str) -> None:
    """Empty the fields of a kind of letter."""
    st.session_state.pop(f"edit_{kind}", None)
    next_letter_round()


def typed(key: str) -> str:
    """Return what stands in a field of text."""
    return str(st.session_state.get(key, ""))


def empty_field(key: str) -> None:
    """Empty a field of text; called before it is drawn."""
    st.session_state[key] = ""


def letter_asked_for(kinds: tuple[str, ...]) -> None:
    """Choose the letter the address asks for (`?kind=`), once; called before its field is drawn."""
    asked = st.query_params.pop("kind", "") if "kind" in st.query_params else ""
    if asked in kinds:
        st.session_state[LETTER_KIND] = asked


def letter_first(kind: str) -> None:
    """Choose this letter where none is chosen yet; called before its field is drawn."""
    st.session_state.setdefault(LETTER_KIND, kind)


def hint(session_id: str) -> str:
    """Return the hint shown in this rehearsal, empty for none."""
    shown = st.session_state.get("kept_hint", ("", ""))
    return str(shown[1]) if shown[0] == session_id else ""


def keep_hint(session_id: str, text: str) -> None:
    """Show a hint in this rehearsal; empty text puts it away."""
    st.session_state["kept_hint"] = (session_id, text)


def examples() -> tuple[str, ...]:
    """Return the example questions of this visit, empty before the first."""
    return tuple(st.session_state.get("kept_examples", ()))


def keep_examples(questions: tuple[str, ...]) -> None:
    """Keep the example questions still until a conversation starts: nothing may change under the finger."""
    st.session_state["kept_examples"] = questions
