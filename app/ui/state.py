"""The only module that touches Streamlit's session state and the address bar.

What must survive a refresh is in the store, found by the id in the address (`?c=`). What stands here may be lost.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import streamlit as st

from app.domain.conversation import SessionKind
from app.domain.emails import EmailBrief
from app.domain.errors import InputRefused, StoreError
from app.domain.meeting import Meeting

OWNER = "local"
"""Everybody who opens the app on this machine, until sign-in exists."""

LONGEST_LINE = 200_000
"""Characters the input takes. The core refuses less with a kind word; beyond this the browser takes no more."""

CHAT_INPUT = "chat_input"
MEETING_INPUT = "meeting_input"
CHECK_TEXT = "check_text"
DELETE_WORDS = "delete_words"
LETTER_KIND = "letter_kind"


@dataclass(frozen=True)
class AgendaChoices:
    """What the user did to the proposed questions, as question ids."""

    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    order: tuple[str, ...] = ()

    def pin(self, question: str) -> "AgendaChoices":
        """Pin the question, or let it go again."""
        kept = tuple(each for each in self.pinned if each != question)
        return replace(self, pinned=kept if question in self.pinned else (*self.pinned, question))

    def drop(self, question: str) -> "AgendaChoices":
        """Swap the question for another."""
        return replace(
            self,
            dropped=(*self.dropped, question),
            pinned=tuple(each for each in self.pinned if each != question),
        )

    def arranged(self, questions: Iterable[str]) -> list[str]:
        """Return the ids in the user's order; those never moved keep their place at the end."""
        return sorted(questions, key=lambda each: self.order.index(each) if each in self.order else len(self.order))

    def move(self, shown: list[str], question: str, steps: int) -> "AgendaChoices":
        """Move a question up (-1) or down (+1) among those shown."""
        order = [each for each in shown if each != question]
        order.insert(max(0, shown.index(question) + steps), question)
        return replace(self, order=tuple(order))


def conversation(kind: SessionKind) -> str:
    """Return the id of the conversation in view, empty for none, and keep it in the address.

    Streamlit clears the address when another page is chosen, so the id is remembered and written again.
    """
    found = st.query_params.get("c", "") or str(st.session_state.get(f"c_{kind}", ""))
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


def keep_meeting(described: Meeting) -> None:
    """Remember the meeting for the other pages."""
    st.session_state["kept_meeting"] = described


def agenda_choices() -> AgendaChoices:
    """Return what was pinned, swapped and moved."""
    kept = st.session_state.get("kept_agenda_choices")
    return kept if isinstance(kept, AgendaChoices) else AgendaChoices()


def keep_agenda_choices(choices: AgendaChoices) -> None:
    """Remember what was pinned, swapped and moved."""
    st.session_state["kept_agenda_choices"] = choices


def drop_agenda_choices() -> None:
    """Forget what was pinned, swapped and moved."""
    st.session_state.pop("kept_agenda_choices", None)


def check_this(text: str) -> None:
    """Put a text onto the page *Check wording*."""
    st.session_state[CHECK_TEXT] = text


def brief_in_hand() -> EmailBrief | None:
    """Return the letter being written, None for a fresh start."""
    kept = st.session_state.get("kept_brief")
    return kept if isinstance(kept, EmailBrief) else None


def write_this(brief: EmailBrief) -> None:
    """Put a letter's facts onto the page *Emails*."""
    st.session_state["kept_brief"] = brief
    st.session_state.pop(LETTER_KIND, None)
    for name in [key for key in st.session_state if str(key).startswith(f"email_{brief.kind}_")]:
        del st.session_state[name]


def letter_asked_for(kinds: tuple[str, ...]) -> None:
    """Choose the letter the address asks for (`?kind=`), once; called before its field is drawn."""
    asked = st.query_params.pop("kind", "") if "kind" in st.query_params else ""
    if asked in kinds:
        st.session_state[LETTER_KIND] = asked


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
