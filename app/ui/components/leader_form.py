"""Describing the real leader: a few sentences become a card, which is kept on this machine."""

import zlib

import streamlit as st

from app.coaching.coach import Coach
from app.coaching.leaders import LONGEST
from app.domain.described import Described
from app.ui.components import leader_card, serious
from app.ui.components.calm import calm
from app.ui.components.words import muted
from app.ui.state import OWNER

ABOUT = "A few sentences, or notes you have. Names stay on this machine."
EXAMPLE = (
    "Karen Holt, VP of Operations. Very direct, no small talk. Always asks for data. Cares about safety and on-time "
    "delivery. Her favourite question: “What would you stop doing?”"
)


def describe(coach: Coach, number: int) -> Described | None:
    """Draw the description and the card read from it; return the leader once kept. `number` gives a fresh box each time."""
    with st.expander("Describe the real one"):
        text = st.text_area(
            "What are they like?", key=f"own_text_{number}", placeholder=EXAMPLE, max_chars=LONGEST, help=ABOUT
        )
        if not text.strip():
            return None
        with calm():
            read = coach.leaders.read(text)
            serious.show(read.report.serious, coach.library)
            if read.card is None:
                return None
            muted("This is what I read. Put right what is wrong; nothing else will be used.")
            for line in read.left_out:
                muted(line)
            card = leader_card.edit(read.card, coach.library, f"own_{zlib.crc32(text.encode())}")
            if st.button("Save this leader", key="own_keep"):
                return coach.leaders.keep(OWNER, card)
    return None


def change(coach: Coach, card: Described) -> Described | None:
    """Draw a kept leader's card; return it once changed, or an empty one once deleted."""
    with st.expander("Their card"):
        changed = leader_card.edit(card, coach.library, f"own_{card.id}")
        with st.container(horizontal=True), calm():
            if st.button("Save the card", key="own_save", disabled=changed == card):
                return coach.leaders.keep(OWNER, changed)
            if st.button("Delete this leader", key="own_delete", type="tertiary"):
                coach.leaders.discard(OWNER, card.id)
                return Described()
    return None
