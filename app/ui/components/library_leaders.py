"""The leaders one can rehearse with: what anybody who works with them could know, and no more."""

import streamlit as st

from app.coaching.coach import Coach
from app.domain.personas import Persona
from app.ui.components.library_search import matching
from app.ui.components.tags import Html, joined, listed, tag
from app.ui.components.words import heading, muted

NOTE = "What an employee could know about each. What worries them stays with them, until a line of yours brings it out."


def show(coach: Coach) -> None:
    """Draw the leaders, then the people a leader meets when the sides are swapped."""
    muted(NOTE)
    query = st.text_input("Search", key="leader_query", max_chars=300, placeholder="Direct, curious, in a hurry")
    found = matching(coach.library.personas, query, _words)
    if not found:
        muted("No leader here is described with these words.")
    for title, side in (("Leaders", "leader"), ("People a leader meets", "ic")):
        those = [each for each in found if each.side == side]
        if those:
            heading(title)
        for each in those:
            with st.expander(f"**{each.name}**. {each.public.one_line}"):
                st.html(_as_html(each))


def _words(persona: Persona) -> str:
    public = persona.public
    return " ".join((persona.name, persona.archetype, public.one_line, public.talks, *public.rewards, *public.dislikes))


def _as_html(persona: Persona) -> Html:
    public = persona.public
    return tag(
        "article",
        joined(
            (
                tag("h4", "How they talk"),
                tag("p", public.talks),
                tag("h4", "What they like"),
                listed(public.rewards),
                tag("h4", "What they don't"),
                listed(public.dislikes),
                tag("h4", "The trap"),
                tag("p", public.trap),
            )
        ),
        cls="card",
    )
